import { type Companions, cheapestCompanions } from '../aims/companions.ts';
import { type PairTable, TIER } from '../aims/tiers.ts';
import { bearInCompany } from './company-bound.ts';

/** Seats to fill: companions everybody needs, and seats whose holders need one more. */
interface Seats {
  needed: number;
  larger: number;
}

/** Points and what is handed from one to the other: person p keeps share(p, q) = points + price(p) − price(q) of a pair. */
interface Shares {
  table: PairTable;
  cost: ArrayLike<number>;
  allowed: (cell: number) => boolean;
  seats: Seats;
}

const LEAST_WIDTH = 40;
const ROUNDS = 50;
/** Prices are counted in sixteenths of a point, so that all sums stay whole. */
const FINE = 16;

/** Up to so many people both bounds are counted, beyond that the one which proves more as a rule. */
const BOTH = 3200;
/** Where fewer than one in so many sit in a larger group, a rough bound does for these. */
const FEW = 100;

/**
 * Most points any grouping can reach: each person with the best companions allowed, halved (the fractional
 * capacity-(size − 1) matching), or with the best company, where what companions share counts too. Points may be
 * split unevenly; any split bounds every round, and prices raised where many want the same person lower the sum.
 */
export function mostWorth(
  table: PairTable,
  sizes: readonly number[],
  allowed: (cell: number) => boolean,
  known?: Companions,
): number {
  const cost = table.tiers[TIER.worth];
  if (cost === undefined) return 0;
  const needed = (sizes.at(-1) ?? 1) - 1;
  if (sizes[0] - 1 > needed + 1) return roughWorth(table, cost, sizes[0] - 1, allowed);
  const larger = sizes.reduce((seats, size) => seats + (size - 1 > needed ? size : 0), 0);
  const shares: Shares = { table, cost, allowed, seats: { needed, larger } };
  const width = Math.min(table.people - 1, Math.max(LEAST_WIDTH, 4 * needed));
  const lists = known ?? cheapestCompanions(cost, table.people, width, allowed);
  const price = findPrices(shares, lists);
  const inCompany = Math.floor(worthInCompany(shares, lists, price));
  if (table.people > BOTH && inCompany < Number.POSITIVE_INFINITY) return inCompany;
  return Math.min(inCompany, Math.floor(sumOfBest(shares, price) / (2 * FINE)));
}

/** What all can bear of their groups' points at most; Infinity for pairs, and where somebody finds no company. */
function worthInCompany({ table, cost, allowed, seats }: Shares, lists: Companions, price: Int32Array): number {
  const size = seats.needed + 1;
  if (size < 3) return Number.POSITIVE_INFINITY;
  const start = Float64Array.from(price, (own) => (2 * own) / FINE);
  const bear = (own: number): Float64Array => bearInCompany({ table, cost, allowed, size: own }, lists, start);
  // Both sizes counted in one fraction of a point, so that sums stay exact.
  const small = bear(size).map((own) => own * (size - 1));
  let sum = small.reduce((all, own) => all + own, 0);
  if (seats.larger > 0) {
    const isFew = seats.larger * FEW < table.people;
    const fraction = 3 * (size - 2) * (size - 1);
    const large = isFew
      ? Float64Array.from(price, (_, one) => fraction * bestListed(table, lists, one, size))
      : bear(size + 1).map((own) => own * (size - 2));
    // Those take the larger groups' seats who bear most more there.
    const further = large.map((own, one) => own - small[one]).sort();
    for (const own of further.subarray(table.people - seats.larger)) sum += own;
  }
  return Number.isFinite(sum) ? sum / (6 * (size - 2) * (size - 1)) : Number.POSITIVE_INFINITY;
}

/** Points of somebody's best companions, whatever these wish. */
function bestListed({ mostWorth: most }: PairTable, { width, cost }: Companions, one: number, count: number): number {
  let sum = 0;
  for (let rank = 0; rank < count; rank++) sum += Math.max(0, most - cost[one * width + rank]);
  return sum;
}

/** Where sizes differ by more than one: everybody as if in a group of the largest, without prices. */
function roughWorth(
  table: PairTable,
  cost: ArrayLike<number>,
  needed: number,
  allowed: (cell: number) => boolean,
): number {
  const lists = cheapestCompanions(cost, table.people, Math.min(needed, table.people - 1), allowed);
  let sum = 0;
  for (const own of lists.cost) if (own < table.mostWorth) sum += table.mostWorth - own;
  return Math.floor(sum / 2);
}

/** Prices at which people want each other about as often as they have seats, by the lists alone. */
function findPrices({ table, seats }: Shares, lists: Companions): Int32Array {
  const { people, mostWorth: most } = table;
  const price = new Int32Array(people);
  let best = price.slice();
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    const wanted = new Int32Array(people);
    const sum = wish(lists, price, { most, needed: seats.needed, wanted });
    if (sum < least) [least, best] = [sum, price.slice()];
    const step = Math.max(1, (most * FINE) / 50 / (1 + round / 8));
    for (let one = 0; one < people; one++) {
      const surplus = Math.max(-2, Math.min(2, wanted[one] - seats.needed));
      // Whom nobody lists must not grow so cheap that others would.
      price[one] = Math.max((-most * FINE) / 25, price[one] + step * surplus);
    }
  }
  return best;
}

interface Wishes {
  most: number;
  needed: number;
  wanted: Int32Array;
}

/** Counts whom everybody would choose from their list, and what all would keep. */
function wish({ width, who, cost }: Companions, price: Int32Array, { most, needed, wanted }: Wishes): number {
  const best = new Float64Array(needed);
  const chosen = new Int32Array(needed);
  let sum = 0;
  for (let one = 0; one < price.length; one++) {
    let kept = 0;
    for (let rank = one * width; rank < (one + 1) * width; rank++) {
      const other = who[rank];
      if (other === -1) break;
      const share = FINE * (most - cost[rank]) - price[other];
      if (kept === needed && share <= best[needed - 1]) continue;
      let place = kept < needed ? kept++ : needed - 1;
      for (; place > 0 && best[place - 1] < share; place--) {
        best[place] = best[place - 1];
        chosen[place] = chosen[place - 1];
      }
      best[place] = share;
      chosen[place] = other;
    }
    for (let place = 0; place < kept; place++) {
      const other = chosen[place];
      wanted[other] += 1;
      sum += best[place] + price[one];
    }
  }
  return sum;
}

/** The sum of everybody's best companions among all people at these prices. */
function sumOfBest({ table, cost, allowed, seats }: Shares, price: Int32Array): number {
  const { people, mostWorth: most } = table;
  const best = new Float64Array(seats.needed + 1);
  const further = new Float64Array(people);
  const cheapest = price.reduce((low, own) => Math.min(low, own), 0);
  let sum = 0;
  for (let one = 0; one < people; one++) {
    best.fill(Number.NEGATIVE_INFINITY);
    const row = one * people;
    let limit = Number.NEGATIVE_INFINITY;
    let dearest = Number.POSITIVE_INFINITY;
    for (let other = 0; other < people; other++) {
      const own = cost[row + other];
      // Most are too dear at any price.
      if (own >= dearest) continue;
      const share = FINE * (most - own) - price[other];
      if (share <= limit || other === one || !allowed(row + other)) continue;
      let place = seats.needed;
      for (; place > 0 && best[place - 1] < share; place--) best[place] = best[place - 1];
      best[place] = share;
      limit = best[seats.needed];
      dearest = most - (limit + cheapest) / FINE;
    }
    const own = price[one];
    for (let place = 0; place < seats.needed; place++) {
      if (best[place] > Number.NEGATIVE_INFINITY) sum += best[place] + own;
    }
    further[one] = limit > Number.NEGATIVE_INFINITY ? limit + own : 0;
  }
  further.sort();
  for (let place = people - seats.larger; place < people; place++) sum += further[place];
  return sum;
}
