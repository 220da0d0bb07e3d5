import { arcBetween, checkGraph, type WeightedGraph } from '../graph.ts';
import { divide, isUseless } from './cardinality.ts';
import { type Forest, OUTER } from './forest.ts';
import { nest, sharedDuals } from './laminar-family.ts';

/** Why no matching can weigh more than the bound. All duals are doubled, so that they are whole numbers. */
export interface PairsProof {
  /** Dual of each person, then of each blossom. */
  duals: Float64Array;
  /** The blossom around each person and blossom, −1 for none; blossoms are numbered from `people` on. */
  around: Int32Array;
  /** What being alone costs in the duals; 0 where the number of pairs is free. */
  alone: number;
  /** People whose absence shows that no more can be paired; none when at most one is left by parity. */
  barrier: Int32Array;
}

/** A matching with its proof. */
export interface PairsResult {
  /** Partner of each person, −1 for those left. */
  mate: Int32Array;
  weight: number;
  pairs: number;
  left: number;
  /** No matching (with as many pairs, where that comes first) weighs more. */
  bound: number;
  /** (bound − weight) / bound; 0 when both are 0. */
  gap: number;
  /** True when bound and weight are equal: the optimum, proved. */
  exact: boolean;
  proof: PairsProof;
}

/** Adds up a matching and its duals; what an earlier result of the same graph holds is not weighed again. */
export function conclusion(
  graph: WeightedGraph,
  forest: Forest,
  { alone, barrier }: Pick<PairsProof, 'alone' | 'barrier'>,
  before?: PairsResult,
): PairsResult {
  const { mate } = forest;
  const proof = { ...dualsOfForest(forest), alone, barrier };
  const { weight, pairs } = before === undefined ? weigh(graph, mate) : weighChanges(graph, mate, before);
  const left = graph.people - 2 * pairs;
  const bound = Math.floor(sumOfDuals(graph.people, proof) / 2) + alone * left;
  const exact = bound === weight;
  const gap = exact ? 0 : (bound - weight) / Math.max(Math.abs(bound), 1);
  return { mate: mate.slice(), weight, pairs, left, bound, gap, exact, proof };
}

/** Throws unless the proof holds edge by edge, and weight, bound and the rest of the result follow from it. */
export function verify(graph: WeightedGraph, result: PairsResult, cardinalityFirst = true): void {
  checkGraph(graph);
  const { people } = graph;
  const { proof, left, bound } = result;
  const { weight, pairs } = weigh(graph, result.mate);
  ensure(
    weight === result.weight && pairs === result.pairs && left === people - 2 * pairs,
    'The matching is miscounted.',
  );
  const parts = cardinalityFirst && left > 0 ? divide(graph, proof.barrier) : undefined;
  ensure(cardinalityFirst || proof.alone === 0, 'Being alone must cost nothing where pairs are not counted.');
  ensure(parts === undefined || left === parts.left, 'The barrier does not show that no more can be paired.');
  checkDuals(graph, proof, cardinalityFirst ? (parts?.label ?? new Uint8Array(people)) : undefined);
  ensure(
    Math.floor(sumOfDuals(people, proof) / 2) + proof.alone * left === bound,
    'The duals do not add up to the bound.',
  );
  ensure(bound >= weight && result.exact === (bound === weight), 'The result claims more than it proves.');
}

function ensure(holds: boolean, trouble: string): void {
  if (!holds) throw new Error(trouble);
}

function weigh(graph: WeightedGraph, mate: Int32Array): { weight: number; pairs: number } {
  const { people } = graph;
  let weight = 0;
  let pairs = 0;
  ensure(mate.length === people, 'The matching is about other people.');
  for (let person = 0; person < people; person++) {
    const other = mate[person];
    if (other < person) {
      ensure(other === -1 || mate[other] === person, 'A partner has somebody else.');
      continue;
    }
    ensure(mate[other] === person, 'A partner has somebody else.');
    weight += weightOf(graph, person, other);
    pairs += 1;
  }
  return { weight, pairs };
}

/** What changes of partners add to an earlier result: each pair that came or went is seen from both its people. */
function weighChanges(graph: WeightedGraph, mate: Int32Array, before: PairsResult): { weight: number; pairs: number } {
  let weight = 0;
  let ends = 0;
  for (let person = 0; person < graph.people; person++) {
    const now = mate[person];
    const old = before.mate[person];
    if (now === old) continue;
    ensure(now === -1 || mate[now] === person, 'A partner has somebody else.');
    if (now !== -1) weight += weightOf(graph, person, now);
    if (old !== -1) weight -= weightOf(graph, person, old);
    ends += (now === -1 ? 0 : 1) - (old === -1 ? 0 : 1);
  }
  return { weight: before.weight + weight / 2, pairs: before.pairs + ends / 2 };
}

function weightOf(graph: WeightedGraph, one: number, other: number): number {
  const arc = arcBetween(graph, one, other);
  ensure(arc !== -1, 'A pair is not an edge.');
  return graph.weights[arc];
}

/** Every edge that may be used is paid for by the duals at its ends and around it; whoever may be left, by theirs. */
function checkDuals(graph: WeightedGraph, proof: PairsProof, label: Uint8Array | undefined): void {
  const { people, offsets, targets, weights } = graph;
  const { duals, around, alone } = proof;
  ensure(duals.length === around.length && duals.length >= people, 'The proof is about other people.');
  const nesting = nest(people, around, duals);
  if (nesting === undefined) throw new Error('The blossoms are not nested odd circles.');
  for (let blossom = people; blossom < duals.length; blossom++) ensure(duals[blossom] >= 0, 'A dual is negative.');
  for (let person = 0; person < people; person++) {
    const mine = duals[person];
    const mark = label?.[person] ?? OUTER;
    ensure(mark !== OUTER || mine >= -2 * alone, 'Somebody alone is not paid for.');
    const inside = around[person] !== -1;
    // From the row's end: each edge once, at the earlier of its two people.
    for (let arc = offsets[person + 1] - 1; arc >= offsets[person]; arc--) {
      const other = targets[arc];
      if (other < person) break;
      const slack = mine + duals[other] - 2 * weights[arc];
      if (slack >= 0 || (label !== undefined && isUseless(mark, label[other]))) continue;
      ensure(inside && slack + sharedDuals(nesting, person, other) >= 0, 'An edge is not paid for.');
    }
  }
}

/** People's duals, and each blossom's as often as it can hold pairs: (size − 1) / 2. */
function sumOfDuals(people: number, { duals, around }: PairsProof): number {
  const nesting = nest(people, around, duals);
  if (nesting === undefined) throw new Error('The blossoms are not nested odd circles.');
  let sum = 0;
  for (let person = 0; person < people; person++) sum += duals[person];
  for (let blossom = people; blossom < duals.length; blossom++) {
    sum += (duals[blossom] * (nesting.size[blossom] - 1)) / 2;
  }
  ensure(Number.isSafeInteger(sum), 'The duals left the exact range.');
  return sum;
}

/** Duals of the people and of the blossoms that stand, renumbered without holes. */
function dualsOfForest({ graph, dual, depth, parent }: Forest): { duals: Float64Array; around: Int32Array } {
  const { people } = graph;
  const number = new Map<number, number>();
  const nodes: number[] = [];
  for (let person = 0; person < people; person++) {
    for (let node = parent[person]; node !== -1 && !number.has(node); node = parent[node]) {
      number.set(node, people + nodes.length);
      nodes.push(node);
    }
  }
  const duals = new Float64Array(people + nodes.length);
  const around = new Int32Array(people + nodes.length);
  duals.set(dual);
  for (const [place, node] of nodes.entries()) duals[people + place] = depth[node];
  for (let node = 0; node < around.length; node++) {
    around[node] = number.get(parent[node < people ? node : nodes[node - people]]) ?? -1;
  }
  return { duals, around };
}
