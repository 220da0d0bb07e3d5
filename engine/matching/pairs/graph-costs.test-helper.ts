import type { Random } from '../../random.ts';
import type { CostMatrix } from '../aims/packing.ts';
import { compareLists, eachPartition } from '../brute-force.test-helper.ts';

/** The least sum over all perfect matchings, limb by limb. */
export function leastByForce({ side, limbs, cells }: CostMatrix): number[] {
  let best: number[] | undefined;
  eachPartition(side, new Array<number>(side / 2).fill(2), (pairs) => {
    const sums = Array.from({ length: limbs }, (_, limb) =>
      pairs.reduce((sum, [a = 0, b = 0]) => sum + (cells[(a * side + b) * limbs + limb] ?? 0), 0),
    );
    if (best === undefined || compareLists(sums, best) < 0) best = sums;
  });
  return best ?? [];
}

/** Non-edges cost one in the first limb; edges 3 − weight in the second; an odd number gets a stand-in. */
export function graphMatrix(people: number, edges: ReadonlySet<number>, random: Random): CostMatrix {
  const side = people + (people % 2);
  const cells = new Float64Array(side * side * 2);
  for (let a = 0; a < side; a++) {
    for (let b = a + 1; b < side; b++) {
      const edge = edges.has(a * people + b) && b < people;
      const cost = edge ? [0, random.below(3)] : [1, 0];
      for (const [limb, own] of cost.entries()) {
        cells[(a * side + b) * 2 + limb] = own;
        cells[(b * side + a) * 2 + limb] = own;
      }
    }
  }
  return { side, limbs: 2, cells };
}
