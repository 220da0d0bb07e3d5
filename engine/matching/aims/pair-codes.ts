import { layOut } from './packing.ts';
import { TIER, TIERS } from './tiers.ts';

/** Where each tier stands in a code: its lowest bit and its largest value. */
const PLACES = [
  { tier: TIER.worth, shift: 0, most: 255 },
  { tier: TIER.near, shift: 8, most: 7 },
  { tier: TIER.manager, shift: 11, most: 1 },
  { tier: TIER.sameUnit, shift: 12, most: 1 },
  { tier: TIER.recent, shift: 13, most: 255 },
  { tier: TIER.repeat, shift: 21, most: 1 },
  { tier: TIER.cannotMeet, shift: 22, most: 1 },
] as const;
const MOST_WORTH = 255;

/** Codes below these cost nothing but what they lack in worth; nothing but that and nearness. */
export const FAR_APART = 2 ** 8;
export const CLEAN = 2 ** 11;

/** All that a pair costs as one whole number: the smaller, the better in the order of aims. */
export function encodeCosts(costs: Float64Array): number {
  let code = MOST_WORTH - costs[TIER.worth];
  for (const { tier, shift } of PLACES) if (tier !== TIER.worth) code += costs[tier] * 2 ** shift;
  return code;
}

/** The order of aims with some points of worth taken off. */
export function rankOf(code: number, less: number): number {
  return (code >> 8) * 512 + (code & MOST_WORTH) + less;
}

function decodeCost(code: number, { shift, most }: (typeof PLACES)[number]): number {
  return (code >> shift) & most;
}

/** What coded pairs cost over a whole round, as few whole numbers a pair, the first the most important. */
export function limbCosts(code: Int32Array, pairs: number, largestTotal?: number): ((edge: number) => number)[] {
  const most = new Float64Array(TIERS);
  for (const place of PLACES) {
    let largest = 0;
    for (const own of code) largest = Math.max(largest, decodeCost(own, place));
    most[place.tier] = largest * pairs;
  }
  const { limbs, limb, unit } = layOut(most, largestTotal);
  return Array.from({ length: limbs }, (_, at) => {
    const own = PLACES.filter(({ tier }) => limb[tier] === at && unit[tier] !== 0);
    return (edge: number): number => {
      let sum = 0;
      for (const place of own) sum += unit[place.tier] * decodeCost(code[edge], place);
      return sum;
    };
  });
}

/** One weight a pair in which each tier outweighs what an exchange of two pairs can win below it. */
export function compromise(code: Int32Array): Float64Array {
  let below = 0;
  const units = PLACES.map(({ most }) => {
    const unit = 1 + 2 * below;
    below += unit * most;
    return unit;
  });
  return Float64Array.from(code, (own) => {
    let sum = 0;
    for (const [at, place] of PLACES.entries()) sum -= units[at] * decodeCost(own, place);
    return sum;
  });
}
