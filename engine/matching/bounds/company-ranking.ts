import type { Companions } from '../aims/companions.ts';
import type { PairTable } from '../aims/tiers.ts';

/** Groups of one size, and the pairs that may stand in them. */
export interface Company {
  table: PairTable;
  cost: ArrayLike<number>;
  allowed: (cell: number) => boolean;
  size: number;
}

/** For each person the others with the highest keys, highest first; −1 and −Infinity where there are fewer. */
export interface Ranking {
  width: number;
  who: Int32Array;
  key: Float64Array;
}

/** Everybody's rankings at these prices: `near` by twice the points less the price, `first` by what a pair may lead to. */
export interface Priced {
  price: Float64Array;
  near: Ranking;
  first: Ranking;
}

const WIDTH = 32;

/** Rankings among the listed only; what stands nowhere on the lists is not seen. */
export function rankListed(company: Company, lists: Companions, price: Float64Array): Priced {
  const rank = (taken: Float64Array, times: number): Ranking => {
    const ranking = emptyRanking(price.length, lists.width);
    for (let one = 0; one < price.length; one++) insertListed(company, { lists, price: taken, times }, ranking, one);
    return ranking;
  };
  const near = rank(price, 2);
  return { price, near, first: rank(leaderPrices(company, price, near), timesOf(company)) };
}

/** Rankings among all people. */
export function rankAll(company: Company, lists: Companions, price: Float64Array): Priced {
  const near = scan(company, { lists, price, times: 2 });
  const leading = leaderPrices(company, price, near);
  return { price, near, first: scan(company, { lists, price: leading, times: timesOf(company) }) };
}

function timesOf({ size }: Company): number {
  return 2 * (size - 2);
}

/** What is taken off the points of whoever leads: their price, less what their own nearest bring along. */
function leaderPrices(company: Company, price: Float64Array, near: Ranking): Float64Array {
  return price.map((own, one) => {
    let sum = 0;
    for (let rank = 0; rank < company.size - 2; rank++) sum += near.key[one * near.width + rank];
    return timesOf(company) * own - sum;
  });
}

/** A ranking by `times` the points less a price, and who is likely to stand high in it. */
interface Order {
  lists: Companions;
  price: Float64Array;
  times: number;
}

function scan(company: Company, order: Order): Ranking {
  const { lists, price } = order;
  const ranking = emptyRanking(price.length, Math.min(WIDTH, lists.width));
  const cheapest = price.reduce((low, own) => Math.min(low, own), Number.POSITIVE_INFINITY);
  for (let one = 0; one < price.length; one++) scanRow(company, { ...order, cheapest }, ranking, one);
  return ranking;
}

function scanRow(
  { table, cost, allowed }: Company,
  { lists, price, times, cheapest }: Order & { cheapest: number },
  ranking: Ranking,
  one: number,
): void {
  const { people, mostWorth } = table;
  const { width, who, key } = ranking;
  const last = (one + 1) * width - 1;
  insertListed({ table }, { lists, price, times }, ranking, one);
  // The listed show from which key on people rank at all.
  const least = key[last];
  key.fill(Number.NEGATIVE_INFINITY, last + 1 - width, last + 1);
  who.fill(-1, last + 1 - width, last + 1);
  let dearest = mostWorth - (least + cheapest) / times;
  for (let other = 0; other < people; other++) {
    const own = cost[one * people + other];
    // Most are too dear at any price.
    if (own > dearest) continue;
    const rank = times * (mostWorth - own) - price[other];
    if (rank < least || rank <= key[last] || other === one || !allowed(one * people + other)) continue;
    insert(ranking, one, other, rank);
    dearest = mostWorth - (Math.max(least, key[last]) + cheapest) / times;
  }
}

function emptyRanking(people: number, width: number): Ranking {
  const places = people * width;
  return {
    width,
    who: new Int32Array(places).fill(-1),
    key: new Float64Array(places).fill(Number.NEGATIVE_INFINITY),
  };
}

function insertListed(
  { table }: Pick<Company, 'table'>,
  { lists, price, times }: Order,
  ranking: Ranking,
  one: number,
): void {
  for (let place = one * lists.width; place < (one + 1) * lists.width; place++) {
    const other = lists.who[place];
    if (other === -1) break;
    insert(ranking, one, other, times * (table.mostWorth - lists.cost[place]) - price[other]);
  }
}

function insert({ width, who, key }: Ranking, one: number, other: number, own: number): void {
  const from = one * width;
  let place = from + width - 1;
  if (own <= key[place]) return;
  for (; place > from && key[place - 1] < own; place--) {
    key[place] = key[place - 1];
    who[place] = who[place - 1];
  }
  key[place] = own;
  who[place] = other;
}
