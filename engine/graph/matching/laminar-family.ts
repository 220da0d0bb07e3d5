/** Blossoms inside blossoms as a forest: nodes below `people` are people, those above are blossoms. */
export interface Nesting {
  around: Int32Array;
  /** People inside each node. */
  size: Int32Array;
  /** Sum of the duals of each blossom and those around it; 0 for people. */
  total: Float64Array;
  level: Int32Array;
  /** Outermost node of the heavy path through each node: any way outwards crosses few of them. */
  head: Int32Array;
}

/** Reads the nesting; undefined when it is not a forest of odd circles. */
export function nest(people: number, around: Int32Array, duals: Float64Array): Nesting | undefined {
  const nodes = around.length;
  const order = innermostFirst(around);
  if (order === undefined) return undefined;
  const size = new Int32Array(nodes).fill(1, 0, people);
  const heavy = new Int32Array(nodes).fill(-1);
  for (const node of order) {
    const outer = around[node];
    if (node >= people && size[node] % 2 === 0) return undefined;
    if (outer === -1) continue;
    if (outer < people) return undefined;
    size[outer] += size[node];
    if (heavy[outer] === -1 || size[node] > size[heavy[outer]]) heavy[outer] = node;
  }
  const nesting = { around, size, total: new Float64Array(nodes), level: new Int32Array(nodes), head: order.slice() };
  const { total, level, head } = nesting;
  for (let place = nodes - 1; place >= 0; place--) {
    const node = order[place];
    const outer = around[node];
    level[node] = outer === -1 ? 0 : level[outer] + 1;
    head[node] = outer !== -1 && heavy[outer] === node ? head[outer] : node;
    if (node >= people) total[node] = duals[node] + (outer === -1 ? 0 : total[outer]);
  }
  return nesting;
}

/** All nodes, each before the one around it; undefined when some stand around themselves. */
function innermostFirst(around: Int32Array): Int32Array | undefined {
  const nodes = around.length;
  const inside = new Int32Array(nodes);
  for (let node = 0; node < nodes; node++) {
    const outer = around[node];
    if (outer < -1 || outer >= nodes) return undefined;
    if (outer !== -1) inside[outer] += 1;
  }
  const order = new Int32Array(nodes);
  let count = 0;
  for (let node = 0; node < nodes; node++) if (inside[node] === 0) order[count++] = node;
  for (let place = 0; place < count; place++) {
    const outer = around[order[place]];
    if (outer === -1) continue;
    inside[outer] -= 1;
    if (inside[outer] === 0) order[count++] = outer;
  }
  return count === nodes ? order : undefined;
}

/** Sum of the duals of the blossoms around both of two people. */
export function sharedDuals({ around, total, level, head }: Nesting, one: number, other: number): number {
  let a = one;
  let b = other;
  while (head[a] !== head[b]) {
    const headA = head[a];
    const headB = head[b];
    if (level[headA] >= level[headB]) a = around[headA];
    else b = around[headB];
    if (a === -1 || b === -1) return 0;
  }
  return total[level[a] <= level[b] ? a : b];
}
