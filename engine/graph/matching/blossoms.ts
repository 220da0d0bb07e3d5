/**
 * Odd cycles shrunk into nodes, one inside another. Nodes below `vertices` are the vertices of the graph, those from
 * there on are blossoms; −1 means none.
 */
export interface Blossoms {
  vertices: number;
  /** Outermost node around each vertex when the search began or last expanded a blossom. */
  outermost: Int32Array;
  /** The blossom around each node, and the vertex in it that is matched outwards. */
  parent: Int32Array;
  base: Int32Array;
  /** Doubled dual of each blossom. */
  dual: Float64Array;
  /** Children in a ring, the one with the base first; an edge joins `exit` in this child to `enter` in the next. */
  firstChild: Int32Array;
  nextSibling: Int32Array;
  exit: Int32Array;
  enter: Int32Array;
  /** Numbers of blossoms that do not stand. */
  unused: number[];
}

/** Vertices without any blossom: at most half as many can stand. */
export function createBlossoms(vertices: number): Blossoms {
  const nodes = vertices + (vertices >> 1) + 1;
  const blank = (): Int32Array => new Int32Array(nodes).fill(-1);
  const outermost = Int32Array.from({ length: vertices }, (_, vertex) => vertex);
  const base = blank();
  base.set(outermost);
  return {
    vertices,
    outermost,
    parent: blank(),
    base,
    dual: new Float64Array(nodes),
    firstChild: blank(),
    nextSibling: blank(),
    exit: blank(),
    enter: blank(),
    unused: Array.from({ length: nodes - vertices }, (_, place) => nodes - 1 - place),
  };
}

/** Calls `visit` with each vertex inside a node. */
export function eachVertex(blossoms: Blossoms, node: number, visit: (vertex: number) => void): void {
  const { vertices, firstChild, nextSibling } = blossoms;
  if (node < vertices) {
    visit(node);
    return;
  }
  const waiting = [node];
  for (let here = waiting.pop(); here !== undefined; here = waiting.pop()) {
    const first = firstChild[here];
    let child = first;
    do {
      if (child < vertices) visit(child);
      else waiting.push(child);
      child = nextSibling[child];
    } while (child !== first);
  }
}

/** The children of a blossom in ring order, the one with the base first. */
export function childrenOf({ firstChild, nextSibling }: Blossoms, blossom: number): number[] {
  const first = firstChild[blossom];
  const children = [first];
  for (let child = nextSibling[first]; child !== first; child = nextSibling[child]) children.push(child);
  return children;
}

/** Takes a number for a new outermost blossom whose ring starts at `first`. */
export function createBlossom(blossoms: Blossoms, first: number): number {
  const blossom = blossoms.unused.pop();
  if (blossom === undefined) throw new Error('More blossoms than odd cycles can be.');
  blossoms.firstChild[blossom] = first;
  blossoms.base[blossom] = blossoms.base[first];
  blossoms.dual[blossom] = 0;
  blossoms.parent[blossom] = -1;
  return blossom;
}

/** Makes a node outermost. */
export function makeOutermost(blossoms: Blossoms, node: number): void {
  const { outermost } = blossoms;
  blossoms.parent[node] = -1;
  eachVertex(blossoms, node, (vertex) => {
    outermost[vertex] = node;
  });
}

/** Between searches: expands an outermost blossom of dual zero, and those inside it that are zero too. */
export function expandEmpty(blossoms: Blossoms, node: number): void {
  const { vertices, dual } = blossoms;
  if (node < vertices || dual[node] !== 0) return;
  const waiting = [node];
  for (let here = waiting.pop(); here !== undefined; here = waiting.pop()) {
    if (here >= vertices && dual[here] === 0) {
      for (const child of childrenOf(blossoms, here)) waiting.push(child);
      blossoms.unused.push(here);
    } else {
      makeOutermost(blossoms, here);
    }
  }
}
