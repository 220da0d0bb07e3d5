import { arcBetween, checkGraph, type WeightedGraph } from '../graph.ts';
import { isInNoMaximumMatching, labelByBarrier } from './gallai-edmonds.ts';
import { dualsAroundBoth, laminarFamily } from './laminar-family.ts';
import type { PrimalDual } from './primal-dual.ts';
import { S_LABEL } from './search-tree.ts';

/** Why no matching can weigh more than the bound. All duals are doubled, so that they are whole numbers. */
export interface MatchingProof {
  /** Dual of each vertex, then of each blossom. */
  duals: Float64Array;
  /** The blossom around each vertex and blossom, −1 for none; blossoms are numbered from `vertices` on. */
  parent: Int32Array;
  /** What an exposed vertex costs in the duals; 0 where the number of pairs is free. */
  exposedCost: number;
  /** Vertices whose absence shows that no more can be matched; none when at most one is exposed by parity. */
  barrier: Int32Array;
}

/** A matching with its proof. */
export interface MatchingResult {
  /** Partner of each vertex, −1 for the exposed. */
  mate: Int32Array;
  weight: number;
  pairs: number;
  exposed: number;
  /** No matching (with as many pairs, where that comes first) weighs more. */
  bound: number;
  /** (bound − weight) / bound; 0 when both are 0. */
  gap: number;
  /** True when bound and weight are equal: the optimum, proved. */
  exact: boolean;
  proof: MatchingProof;
}

/** Adds up a matching and its duals; what an earlier result of the same graph holds is not weighed again. */
export function concludeMatching(
  graph: WeightedGraph,
  state: PrimalDual,
  { exposedCost, barrier }: Pick<MatchingProof, 'exposedCost' | 'barrier'>,
  before?: MatchingResult,
): MatchingResult {
  const { mate } = state.matching;
  const proof = { ...standingDuals(state), exposedCost, barrier };
  const { weight, pairs } = before === undefined ? weigh(graph, mate) : weighChanges(graph, mate, before);
  const exposed = graph.vertices - 2 * pairs;
  const bound = Math.floor(sumOfDuals(graph.vertices, proof) / 2) + exposedCost * exposed;
  const exact = bound === weight;
  const gap = exact ? 0 : (bound - weight) / Math.max(Math.abs(bound), 1);
  return { mate: mate.slice(), weight, pairs, exposed, bound, gap, exact, proof };
}

/** Throws unless the proof holds edge by edge, and weight, bound and the rest of the result follow from it. */
export function verify(graph: WeightedGraph, result: MatchingResult, cardinalityFirst = true): void {
  checkGraph(graph);
  const { vertices } = graph;
  const { proof, exposed, bound } = result;
  const { weight, pairs } = weigh(graph, result.mate);
  ensure(
    weight === result.weight && pairs === result.pairs && exposed === vertices - 2 * pairs,
    'The matching is miscounted.',
  );
  const parts = cardinalityFirst && exposed > 0 ? labelByBarrier(graph, proof.barrier) : undefined;
  ensure(
    cardinalityFirst || proof.exposedCost === 0,
    'Exposed vertices must cost nothing where pairs are not counted.',
  );
  ensure(parts === undefined || exposed === parts.exposed, 'The barrier does not show that no more can be matched.');
  checkDuals(graph, proof, cardinalityFirst ? (parts?.label ?? new Uint8Array(vertices)) : undefined);
  ensure(
    Math.floor(sumOfDuals(vertices, proof) / 2) + proof.exposedCost * exposed === bound,
    'The duals do not add up to the bound.',
  );
  ensure(bound >= weight && result.exact === (bound === weight), 'The result claims more than it proves.');
}

function ensure(holds: boolean, trouble: string): void {
  if (!holds) throw new Error(trouble);
}

function weigh(graph: WeightedGraph, mate: Int32Array): { weight: number; pairs: number } {
  const { vertices } = graph;
  let weight = 0;
  let pairs = 0;
  ensure(mate.length === vertices, 'The matching is about another graph.');
  for (let vertex = 0; vertex < vertices; vertex++) {
    const other = mate[vertex];
    if (other < vertex) {
      ensure(other === -1 || mate[other] === vertex, 'A mate has another mate.');
      continue;
    }
    ensure(mate[other] === vertex, 'A mate has another mate.');
    weight += weightOf(graph, vertex, other);
    pairs += 1;
  }
  return { weight, pairs };
}

/** What changes of mates add to an earlier result: each pair that came or went is seen from both its vertices. */
function weighChanges(
  graph: WeightedGraph,
  mate: Int32Array,
  before: MatchingResult,
): { weight: number; pairs: number } {
  let weight = 0;
  let ends = 0;
  for (let vertex = 0; vertex < graph.vertices; vertex++) {
    const now = mate[vertex];
    const old = before.mate[vertex];
    if (now === old) continue;
    ensure(now === -1 || mate[now] === vertex, 'A mate has another mate.');
    if (now !== -1) weight += weightOf(graph, vertex, now);
    if (old !== -1) weight -= weightOf(graph, vertex, old);
    ends += (now === -1 ? 0 : 1) - (old === -1 ? 0 : 1);
  }
  return { weight: before.weight + weight / 2, pairs: before.pairs + ends / 2 };
}

function weightOf(graph: WeightedGraph, one: number, other: number): number {
  const arc = arcBetween(graph, one, other);
  ensure(arc !== -1, 'A pair is not an edge.');
  return graph.weights[arc];
}

/** Every edge that may be used is paid for by the duals at its ends and around it; a vertex that may be exposed, by its own. */
function checkDuals(graph: WeightedGraph, proof: MatchingProof, label: Uint8Array | undefined): void {
  const { vertices, offsets, targets, weights } = graph;
  const { duals, parent, exposedCost } = proof;
  ensure(duals.length === parent.length && duals.length >= vertices, 'The proof is about another graph.');
  const family = laminarFamily(vertices, parent, duals);
  if (family === undefined) throw new Error('The blossoms are not nested odd cycles.');
  for (let blossom = vertices; blossom < duals.length; blossom++) ensure(duals[blossom] >= 0, 'A dual is negative.');
  for (let vertex = 0; vertex < vertices; vertex++) {
    const mine = duals[vertex];
    const mark = label?.[vertex] ?? S_LABEL;
    ensure(mark !== S_LABEL || mine >= -2 * exposedCost, 'An exposed vertex is not paid for.');
    const inside = parent[vertex] !== -1;
    // From the row's end: each edge once, at the earlier of its two vertices.
    for (let arc = offsets[vertex + 1] - 1; arc >= offsets[vertex]; arc--) {
      const other = targets[arc];
      if (other < vertex) break;
      const slack = mine + duals[other] - 2 * weights[arc];
      if (slack >= 0 || (label !== undefined && isInNoMaximumMatching(mark, label[other]))) continue;
      ensure(inside && slack + dualsAroundBoth(family, vertex, other) >= 0, 'An edge is not paid for.');
    }
  }
}

/** Duals of the vertices, and each blossom's as often as it can hold pairs: (size − 1) / 2. */
function sumOfDuals(vertices: number, { duals, parent }: MatchingProof): number {
  const family = laminarFamily(vertices, parent, duals);
  if (family === undefined) throw new Error('The blossoms are not nested odd cycles.');
  let sum = 0;
  for (let vertex = 0; vertex < vertices; vertex++) sum += duals[vertex];
  for (let blossom = vertices; blossom < duals.length; blossom++) {
    sum += (duals[blossom] * (family.size[blossom] - 1)) / 2;
  }
  ensure(Number.isSafeInteger(sum), 'The duals left the exact range.');
  return sum;
}

/** Duals of the vertices and of the blossoms that stand, renumbered without holes. */
function standingDuals({ matching, blossoms }: PrimalDual): { duals: Float64Array; parent: Int32Array } {
  const { vertices } = blossoms;
  const around = blossoms.parent;
  const number = new Map<number, number>();
  const nodes: number[] = [];
  for (let vertex = 0; vertex < vertices; vertex++) {
    for (let node = around[vertex]; node !== -1 && !number.has(node); node = around[node]) {
      number.set(node, vertices + nodes.length);
      nodes.push(node);
    }
  }
  const duals = new Float64Array(vertices + nodes.length);
  const parent = new Int32Array(vertices + nodes.length);
  duals.set(matching.dual);
  for (const [place, node] of nodes.entries()) duals[vertices + place] = blossoms.dual[node];
  for (let node = 0; node < parent.length; node++) {
    parent[node] = number.get(around[node < vertices ? node : nodes[node - vertices]]) ?? -1;
  }
  return { duals, parent };
}
