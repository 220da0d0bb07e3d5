/** Blossoms inside blossoms, any two nested or apart: nodes below `vertices` are vertices, those above are blossoms. */
export interface LaminarFamily {
  parent: Int32Array;
  /** Vertices inside each node. */
  size: Int32Array;
  /** Sum of the duals of each blossom and those around it; 0 for vertices. */
  dualSum: Float64Array;
  depth: Int32Array;
  /** Outermost node of the heavy path through each node: any way outwards crosses few of them. */
  heavyHead: Int32Array;
}

/** Reads the family from its parents; undefined when they are not nested odd sets. */
export function laminarFamily(vertices: number, parent: Int32Array, duals: Float64Array): LaminarFamily | undefined {
  const nodes = parent.length;
  const order = innermostFirst(parent);
  if (order === undefined) return undefined;
  const size = new Int32Array(nodes).fill(1, 0, vertices);
  const heavy = new Int32Array(nodes).fill(-1);
  for (const node of order) {
    const outer = parent[node];
    if (node >= vertices && size[node] % 2 === 0) return undefined;
    if (outer === -1) continue;
    if (outer < vertices) return undefined;
    size[outer] += size[node];
    if (heavy[outer] === -1 || size[node] > size[heavy[outer]]) heavy[outer] = node;
  }
  const family = {
    parent,
    size,
    dualSum: new Float64Array(nodes),
    depth: new Int32Array(nodes),
    heavyHead: order.slice(),
  };
  const { dualSum, depth, heavyHead } = family;
  for (let place = nodes - 1; place >= 0; place--) {
    const node = order[place];
    const outer = parent[node];
    depth[node] = outer === -1 ? 0 : depth[outer] + 1;
    heavyHead[node] = outer !== -1 && heavy[outer] === node ? heavyHead[outer] : node;
    if (node >= vertices) dualSum[node] = duals[node] + (outer === -1 ? 0 : dualSum[outer]);
  }
  return family;
}

/** All nodes, each before the one around it; undefined when some stand around themselves. */
function innermostFirst(parent: Int32Array): Int32Array | undefined {
  const nodes = parent.length;
  const inside = new Int32Array(nodes);
  for (let node = 0; node < nodes; node++) {
    const outer = parent[node];
    if (outer < -1 || outer >= nodes) return undefined;
    if (outer !== -1) inside[outer] += 1;
  }
  const order = new Int32Array(nodes);
  let count = 0;
  for (let node = 0; node < nodes; node++) if (inside[node] === 0) order[count++] = node;
  for (let place = 0; place < count; place++) {
    const outer = parent[order[place]];
    if (outer === -1) continue;
    inside[outer] -= 1;
    if (inside[outer] === 0) order[count++] = outer;
  }
  return count === nodes ? order : undefined;
}

/** Sum of the duals of the blossoms around both of two vertices. */
export function dualsAroundBoth(
  { parent, dualSum, depth, heavyHead }: LaminarFamily,
  one: number,
  other: number,
): number {
  let a = one;
  let b = other;
  while (heavyHead[a] !== heavyHead[b]) {
    const headA = heavyHead[a];
    const headB = heavyHead[b];
    if (depth[headA] >= depth[headB]) a = parent[headA];
    else b = parent[headB];
    if (a === -1 || b === -1) return 0;
  }
  return dualSum[depth[a] <= depth[b] ? a : b];
}
