import type { Forest } from './forest.ts';
import type { WeightedGraph } from './graph.ts';

/** Sets each doubled dual in turn to the least that its edges and its floor allow: feasible whatever it starts from. */
export function tightenDuals(graph: WeightedGraph, dual: Float64Array, floor: Float64Array): void {
  const { people, offsets, targets, weights } = graph;
  for (let person = 0; person < people; person++) {
    let least = floor[person] ?? 0;
    for (let arc = offsets[person] ?? 0; arc < (offsets[person + 1] ?? 0); arc++) {
      const need = 2 * (weights[arc] ?? 0) - (dual[targets[arc] ?? 0] ?? 0);
      if (need > least) least = need;
    }
    if (least !== Number.NEGATIVE_INFINITY) dual[person] = least;
  }
}

/** Pairs people along tight edges: those the auction joined first, then whoever is still without. */
export function matchTight(forest: Forest, choice: Int32Array): void {
  const { mate } = forest;
  const { people } = forest.graph;
  for (const wanted of [choice, undefined]) {
    for (let person = 0; person < people; person++) {
      if (mate[person] === -1) matchOne(forest, person, wanted?.[person]);
    }
  }
}

function matchOne({ graph, mate, dual }: Forest, person: number, wanted: number | undefined): void {
  const { offsets, targets, weights } = graph;
  const own = dual[person] ?? 0;
  if (wanted !== undefined && (wanted < 0 || mate[wanted] !== -1)) return;
  for (let arc = offsets[person] ?? 0; arc < (offsets[person + 1] ?? 0); arc++) {
    const other = targets[arc] ?? 0;
    if (wanted !== undefined && other !== wanted) continue;
    if (mate[other] !== -1 || own + (dual[other] ?? 0) !== 2 * (weights[arc] ?? 0)) continue;
    mate[person] = other;
    mate[other] = person;
    return;
  }
}
