/** An undirected weighted graph as rows: the arcs of vertex v stand at offsets[v] … offsets[v + 1] − 1, targets ascending. */
export interface WeightedGraph {
  vertices: number;
  offsets: Int32Array;
  targets: Int32Array;
  /** Whole numbers, the same both ways. */
  weights: Int32Array | Float64Array;
}

/** Edges as three columns of equal length. */
export interface EdgeColumns {
  from: ArrayLike<number>;
  to: ArrayLike<number>;
  weight: ArrayLike<number>;
}

/** Vertices × (largest − smallest weight, 0 counted among them) must stay below this, so that every sum is exact. */
const LARGEST_SUM = 2 ** 48;
const MOST_VERTICES = 2 ** 26;

const checked = new WeakSet<WeightedGraph>();

/** A graph from its edges, each pair once; throws a RangeError that names the first edge at fault. */
export function weightedGraph(vertices: number, edges: EdgeColumns): WeightedGraph {
  checkVertexCount(vertices);
  checkColumns(vertices, edges);
  const { from, weight } = edges;
  const offsets = offsetsOf(vertices, edges);
  const count = 2 * from.length;
  const weights = fitsInt32(weight) ? new Int32Array(count) : new Float64Array(count);
  const graph = { vertices, offsets, targets: new Int32Array(count), weights };
  fillRows(graph, edges);
  checkRange(graph);
  checked.add(graph);
  return graph;
}

/** Throws a RangeError unless rows ascend, are symmetric, without loops or repeats, and the weights are in range. */
export function checkGraph(graph: WeightedGraph): void {
  if (checked.has(graph)) return;
  const { vertices, offsets, targets, weights } = graph;
  checkVertexCount(vertices);
  if (offsets.length !== vertices + 1 || offsets[0] !== 0 || offsets[vertices] !== targets.length) {
    throw new RangeError('The offsets do not span the targets.');
  }
  if (weights.length !== targets.length) throw new RangeError('There must be as many weights as targets.');
  for (let arc = 0; arc < weights.length; arc++) {
    if (!Number.isInteger(weights[arc])) throw new RangeError(`The weight ${weights[arc]} is not a whole number.`);
  }
  for (let vertex = 0; vertex < vertices; vertex++) checkRow(graph, vertex);
  checkSymmetry(graph);
  checkRange(graph);
  checked.add(graph);
}

/** The arc from one vertex to another, −1 for none. */
export function arcBetween({ offsets, targets }: WeightedGraph, one: number, other: number): number {
  let low = offsets[one];
  let high = offsets[one + 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (targets[middle] < other) low = middle + 1;
    else high = middle;
  }
  return low < offsets[one + 1] && targets[low] === other ? low : -1;
}

/** The same vertices with the edges that `keep` wants; it is asked both ways and must answer the same. */
export function withEdges(graph: WeightedGraph, keep: (one: number, other: number) => boolean): WeightedGraph {
  const { vertices } = graph;
  const offsets = new Int32Array(vertices + 1);
  const targets = graph.targets.slice();
  const weights = graph.weights.slice();
  let size = 0;
  for (let vertex = 0; vertex < vertices; vertex++) {
    for (let arc = graph.offsets[vertex]; arc < graph.offsets[vertex + 1]; arc++) {
      const other = graph.targets[arc];
      if (!keep(vertex, other)) continue;
      targets[size] = other;
      weights[size] = graph.weights[arc];
      size += 1;
    }
    offsets[vertex + 1] = size;
  }
  const rest = { vertices, offsets, targets: targets.subarray(0, size), weights: weights.subarray(0, size) };
  if (checked.has(graph)) checked.add(rest);
  return rest;
}

/** The same graph without the edges of these vertices: the others keep their numbers. */
export function withoutVertices(graph: WeightedGraph, removed: Iterable<number>): WeightedGraph {
  const isRemoved = new Uint8Array(graph.vertices);
  for (const vertex of removed) isRemoved[vertex] = 1;
  return withEdges(graph, (one, other) => isRemoved[one] === 0 && isRemoved[other] === 0);
}

function checkVertexCount(vertices: number): void {
  if (!Number.isInteger(vertices) || vertices < 0 || vertices > MOST_VERTICES) {
    throw new RangeError(`${vertices} is not a number of vertices: 0 to ${MOST_VERTICES}.`);
  }
}

function checkColumns(vertices: number, { from, to, weight }: EdgeColumns): void {
  if (from.length !== to.length || from.length !== weight.length) {
    throw new RangeError('The columns of the edges differ in length.');
  }
  const isVertex = (id: number): boolean => Number.isInteger(id) && id >= 0 && id < vertices;
  for (let edge = 0; edge < from.length; edge++) {
    const one = from[edge];
    const other = to[edge];
    if (isVertex(one) && isVertex(other) && one !== other && Number.isInteger(weight[edge])) continue;
    const name = `Edge ${edge} (${one}, ${other})`;
    if (!isVertex(one) || !isVertex(other))
      throw new RangeError(`${name}: vertices are numbered 0 to ${vertices - 1}.`);
    if (one === other) throw new RangeError(`${name}: a vertex has no edge to itself.`);
    throw new RangeError(`${name}: the weight ${weight[edge]} is not a whole number.`);
  }
}

function fitsInt32(values: ArrayLike<number>): boolean {
  for (let place = 0; place < values.length; place++) {
    const value = values[place];
    if (value !== (value | 0)) return false;
  }
  return true;
}

function offsetsOf(vertices: number, { from, to }: EdgeColumns): Int32Array {
  const offsets = new Int32Array(vertices + 1);
  for (let edge = 0; edge < from.length; edge++) {
    const one = from[edge] + 1;
    const other = to[edge] + 1;
    offsets[one] += 1;
    offsets[other] += 1;
  }
  for (let vertex = 0; vertex < vertices; vertex++) offsets[vertex + 1] += offsets[vertex];
  return offsets;
}

/** Writes each edge into both rows; edges in ascending order leave ascending rows, others are sorted after. */
function fillRows(graph: WeightedGraph, { from, to, weight }: EdgeColumns): void {
  const { vertices, offsets, targets, weights } = graph;
  const next = offsets.slice();
  for (let edge = 0; edge < from.length; edge++) {
    const one = from[edge];
    const other = to[edge];
    const here = next[one];
    const there = next[other];
    targets[here] = other;
    targets[there] = one;
    weights[here] = weight[edge];
    weights[there] = weight[edge];
    next[one] = here + 1;
    next[other] = there + 1;
  }
  for (let vertex = 0; vertex < vertices; vertex++) sortRow(graph, vertex);
}

function sortRow({ offsets, targets, weights }: WeightedGraph, vertex: number): void {
  const start = offsets[vertex];
  const end = offsets[vertex + 1];
  let sorted = true;
  for (let arc = start + 1; arc < end; arc++) if (targets[arc] <= targets[arc - 1]) sorted = false;
  if (sorted) return;
  const order = Array.from({ length: end - start }, (_, place) => start + place);
  order.sort((one, other) => targets[one] - targets[other]);
  const names = order.map((arc) => targets[arc]);
  const values = order.map((arc) => weights[arc]);
  targets.set(names, start);
  weights.set(values, start);
  const twice = names.find((name, place) => place > 0 && name === names[place - 1]);
  if (twice !== undefined) throw new RangeError(`The edge between ${vertex} and ${twice} stands there twice.`);
}

function checkRow(graph: WeightedGraph, vertex: number): void {
  const { vertices, offsets, targets } = graph;
  const end = offsets[vertex + 1];
  if (end < offsets[vertex]) throw new RangeError(`The row of ${vertex} ends before it starts.`);
  if (end > targets.length) throw new RangeError(`The row of ${vertex} ends beyond the targets.`);
  let last = -1;
  for (let arc = offsets[vertex]; arc < end; arc++) {
    const other = targets[arc];
    if (other < 0 || other >= vertices) throw new RangeError(`Row ${vertex} names ${other}: there is no such vertex.`);
    if (other === vertex) throw new RangeError(`Row ${vertex}: a vertex has no edge to itself.`);
    if (other === last) throw new RangeError(`Row ${vertex} names ${other} twice.`);
    if (other < last) throw new RangeError(`Row ${vertex} is not in ascending order.`);
    last = other;
  }
}

/** Vertices ascend in every row, so each row can be read once, by a cursor. */
function checkSymmetry({ vertices, offsets, targets, weights }: WeightedGraph): void {
  const cursor = offsets.slice();
  for (let vertex = 0; vertex < vertices; vertex++) {
    for (let arc = offsets[vertex]; arc < offsets[vertex + 1]; arc++) {
      const other = targets[arc];
      const back = cursor[other];
      cursor[other] = back + 1;
      if (back < offsets[other + 1] && targets[back] === vertex && weights[back] === weights[arc]) continue;
      throw new RangeError(`Row ${vertex} names ${other}, but row ${other} does not say the same.`);
    }
  }
}

function checkRange({ vertices, weights }: WeightedGraph): void {
  let low = 0;
  let high = 0;
  for (let arc = 0; arc < weights.length; arc++) {
    const weight = weights[arc];
    if (weight < low) low = weight;
    if (weight > high) high = weight;
  }
  if ((high - low) * vertices < LARGEST_SUM) return;
  throw new RangeError(
    `Weights from ${low} to ${high} among ${vertices} vertices: range × vertices must stay below 2^48.`,
  );
}
