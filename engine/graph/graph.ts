/** An undirected weighted graph as rows: the arcs of person v stand at offsets[v] … offsets[v + 1] − 1, targets ascending. */
export interface WeightedGraph {
  people: number;
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

/** People × (largest − smallest weight, 0 counted among them) must stay below this, so that every sum is exact. */
const LARGEST_SUM = 2 ** 48;
const MOST_PEOPLE = 2 ** 26;

const checked = new WeakSet<WeightedGraph>();

/** A graph from its edges, each pair once; throws a RangeError that names the first edge at fault. */
export function weightedGraph(people: number, edges: EdgeColumns): WeightedGraph {
  checkPeople(people);
  checkColumns(people, edges);
  const { from, weight } = edges;
  const offsets = offsetsOf(people, edges);
  const count = 2 * from.length;
  const weights = fitsInt32(weight) ? new Int32Array(count) : new Float64Array(count);
  const graph = { people, offsets, targets: new Int32Array(count), weights };
  fillRows(graph, edges);
  checkRange(graph);
  checked.add(graph);
  return graph;
}

/** Throws a RangeError unless rows ascend, are symmetric, without loops or repeats, and the weights are in range. */
export function checkGraph(graph: WeightedGraph): void {
  if (checked.has(graph)) return;
  const { people, offsets, targets, weights } = graph;
  checkPeople(people);
  if (offsets.length !== people + 1 || offsets[0] !== 0 || offsets[people] !== targets.length) {
    throw new RangeError('The offsets do not span the targets.');
  }
  if (weights.length !== targets.length) throw new RangeError('There must be as many weights as targets.');
  for (let arc = 0; arc < weights.length; arc++) {
    if (!Number.isInteger(weights[arc])) throw new RangeError(`The weight ${weights[arc]} is not a whole number.`);
  }
  for (let person = 0; person < people; person++) checkRow(graph, person);
  checkSymmetry(graph);
  checkRange(graph);
  checked.add(graph);
}

/** The arc from one person to another, −1 for none. */
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

/** The same people with the edges that `keep` wants; it is asked both ways and must answer the same. */
export function withEdges(graph: WeightedGraph, keep: (one: number, other: number) => boolean): WeightedGraph {
  const { people } = graph;
  const offsets = new Int32Array(people + 1);
  const targets = graph.targets.slice();
  const weights = graph.weights.slice();
  let size = 0;
  for (let person = 0; person < people; person++) {
    for (let arc = graph.offsets[person]; arc < graph.offsets[person + 1]; arc++) {
      const other = graph.targets[arc];
      if (!keep(person, other)) continue;
      targets[size] = other;
      weights[size] = graph.weights[arc];
      size += 1;
    }
    offsets[person + 1] = size;
  }
  const rest = { people, offsets, targets: targets.subarray(0, size), weights: weights.subarray(0, size) };
  if (checked.has(graph)) checked.add(rest);
  return rest;
}

/** The same graph where nobody can meet these people any more: they keep their numbers. */
export function withoutPeople(graph: WeightedGraph, gone: Iterable<number>): WeightedGraph {
  const absent = new Uint8Array(graph.people);
  for (const person of gone) absent[person] = 1;
  return withEdges(graph, (one, other) => absent[one] === 0 && absent[other] === 0);
}

function checkPeople(people: number): void {
  if (!Number.isInteger(people) || people < 0 || people > MOST_PEOPLE) {
    throw new RangeError(`${people} is not a number of people: 0 to ${MOST_PEOPLE}.`);
  }
}

function checkColumns(people: number, { from, to, weight }: EdgeColumns): void {
  if (from.length !== to.length || from.length !== weight.length) {
    throw new RangeError('The columns of the edges differ in length.');
  }
  const isPerson = (id: number): boolean => Number.isInteger(id) && id >= 0 && id < people;
  for (let edge = 0; edge < from.length; edge++) {
    const one = from[edge];
    const other = to[edge];
    if (isPerson(one) && isPerson(other) && one !== other && Number.isInteger(weight[edge])) continue;
    const name = `Edge ${edge} (${one}, ${other})`;
    if (!isPerson(one) || !isPerson(other)) throw new RangeError(`${name}: people are numbered 0 to ${people - 1}.`);
    if (one === other) throw new RangeError(`${name}: nobody can be paired with themselves.`);
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

function offsetsOf(people: number, { from, to }: EdgeColumns): Int32Array {
  const offsets = new Int32Array(people + 1);
  for (let edge = 0; edge < from.length; edge++) {
    const one = from[edge] + 1;
    const other = to[edge] + 1;
    offsets[one] += 1;
    offsets[other] += 1;
  }
  for (let person = 0; person < people; person++) offsets[person + 1] += offsets[person];
  return offsets;
}

/** Writes each edge into both rows; edges in ascending order leave ascending rows, others are sorted after. */
function fillRows(graph: WeightedGraph, { from, to, weight }: EdgeColumns): void {
  const { people, offsets, targets, weights } = graph;
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
  for (let person = 0; person < people; person++) sortRow(graph, person);
}

function sortRow({ offsets, targets, weights }: WeightedGraph, person: number): void {
  const start = offsets[person];
  const end = offsets[person + 1];
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
  if (twice !== undefined) throw new RangeError(`The edge between ${person} and ${twice} stands there twice.`);
}

function checkRow(graph: WeightedGraph, person: number): void {
  const { people, offsets, targets } = graph;
  const end = offsets[person + 1];
  if (end < offsets[person]) throw new RangeError(`The row of ${person} ends before it starts.`);
  if (end > targets.length) throw new RangeError(`The row of ${person} ends beyond the targets.`);
  let last = -1;
  for (let arc = offsets[person]; arc < end; arc++) {
    const other = targets[arc];
    if (other < 0 || other >= people) throw new RangeError(`Row ${person} names ${other}: nobody has that number.`);
    if (other === person) throw new RangeError(`Row ${person}: nobody can be paired with themselves.`);
    if (other === last) throw new RangeError(`Row ${person} names ${other} twice.`);
    if (other < last) throw new RangeError(`Row ${person} is not in ascending order.`);
    last = other;
  }
}

/** People ascend in every row, so each row can be read once, by a cursor. */
function checkSymmetry({ people, offsets, targets, weights }: WeightedGraph): void {
  const cursor = offsets.slice();
  for (let person = 0; person < people; person++) {
    for (let arc = offsets[person]; arc < offsets[person + 1]; arc++) {
      const other = targets[arc];
      const back = cursor[other];
      cursor[other] = back + 1;
      if (back < offsets[other + 1] && targets[back] === person && weights[back] === weights[arc]) continue;
      throw new RangeError(`Row ${person} names ${other}, but row ${other} does not say the same.`);
    }
  }
}

function checkRange({ people, weights }: WeightedGraph): void {
  let low = 0;
  let high = 0;
  for (let arc = 0; arc < weights.length; arc++) {
    const weight = weights[arc];
    if (weight < low) low = weight;
    if (weight > high) high = weight;
  }
  if ((high - low) * people < LARGEST_SUM) return;
  throw new RangeError(`Weights from ${low} to ${high} among ${people} people: range × people must stay below 2^48.`);
}
