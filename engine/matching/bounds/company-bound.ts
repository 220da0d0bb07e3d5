import type { Companions } from '../aims/companions.ts';
import { type Company, type Priced, rankAll, rankListed } from './company-ranking.ts';

/** The best so far, highest first: what they are worth, and who they are. */
interface Podium {
  worth: Float64Array;
  who: Int32Array;
}

/** Scratch of looking around one person. */
interface Look {
  company: Company;
  priced: Priced;
  /** The best leaders and, beside each, the others of their circle; the circle looked at just now. */
  leaders: Podium;
  circles: Int32Array;
  circle: Podium;
  /** In which circle each person was last seen. */
  seen: Int32Array;
  count: number;
}

/** So many people are looked around in the search for prices. */
const EFFORT = 30_000;
const MOST_ROUNDS = 40;
/** Beyond so many people the prices at hand must do. */
const MANY = 8000;
const PACE = 0.04;
const SLOWER = 0.7;
/** Prices are counted in sixteenths of a point, so that all sums are exact. */
const FINE = 16;
/** Whom nobody lists must not grow so cheap that others would. */
const CHEAPEST = -0.1;

/**
 * What everybody can bear of their group at most, times 6 × (size − 2). Of a pair's points each of the two bears a
 * third, the others of the group share the last. Whatever the prices, no grouping is worth more than all bear together.
 */
export function bearInCompany(company: Company, lists: Companions, start: Float64Array): Float64Array {
  return lookAround(company, rankAll(company, lists, findPrices(company, lists, start))).borne;
}

/** Prices at which people stand in about as many best groups as they can join, by the lists alone. */
function findPrices(company: Company, lists: Companions, start: Float64Array): Float64Array {
  const { people, mostWorth } = company.table;
  const rounds = people > MANY ? 0 : Math.min(MOST_ROUNDS, Math.floor(EFFORT / people));
  const full = 2 * (company.size - 2) * (company.size - 1);
  let price = start;
  let best = price;
  let least = Number.POSITIVE_INFINITY;
  let pace = PACE * mostWorth;
  for (let round = 0; round < rounds; round++) {
    const { borne, wanted } = lookAround(company, rankListed(company, lists, price));
    const sum = borne.reduce((all, own) => all + own, 0);
    if (sum < least) [least, best] = [sum, price];
    else pace *= SLOWER;
    price = price.map((own, one) => {
      const surplus = Math.max(-1, Math.min(1, wanted[one] / full - 1));
      return Math.round(FINE * Math.max(CHEAPEST * mostWorth, own + pace * surplus)) / FINE;
    });
  }
  return best;
}

/** What everybody bears at these prices, and how often each person stands in the groups that they would choose. */
function lookAround(company: Company, priced: Priced): { borne: Float64Array; wanted: Float64Array } {
  const { people } = company.table;
  const rest = company.size - 2;
  const podium = (places: number): Podium => ({ worth: new Float64Array(places), who: new Int32Array(places) });
  const look: Look = {
    company,
    priced,
    leaders: podium(rest + 1),
    circles: new Int32Array((rest + 1) * rest),
    circle: podium(rest),
    seen: new Int32Array(people),
    count: 0,
  };
  const wanted = new Float64Array(people);
  const borne = new Float64Array(people);
  for (let one = 0; one < people; one++) {
    borne[one] = bestCompany(look, one) + 2 * rest * (rest + 1) * priced.price[one];
    for (const leader of look.leaders.who) if (leader !== -1) wanted[leader] += rest;
    for (const other of look.circles) if (other !== -1) wanted[other] += 1;
  }
  return { borne, wanted };
}

/** The size − 1 best circles around a person, each led by another; whom no ranking holds is counted at its limit. */
function bestCompany(look: Look, one: number): number {
  const { leaders, circles, company, priced } = look;
  const { near, first } = priced;
  const rest = company.size - 2;
  clear(leaders);
  circles.fill(-1);
  let nearest = 0;
  for (let rank = 0; rank < rest; rank++) nearest += near.key[one * near.width + rank];
  let limit = Number.NEGATIVE_INFINITY;
  for (let place = one * first.width; place < (one + 1) * first.width; place++) {
    limit = (first.key[place] + nearest) / 2;
    const leader = first.who[place];
    if (leader === -1 || limit <= leaders.worth[rest]) break;
    const at = admit(leaders, bestCircle(look, one, leader), leader);
    if (at === -1) continue;
    circles.copyWithin((at + 1) * rest, at * rest, rest * rest);
    circles.set(look.circle.who, at * rest);
  }
  return sumOf(leaders, limit);
}

/** The most that a person and a leader share with size − 2 others, as both see these. */
function bestCircle(look: Look, one: number, leader: number): number {
  const { company, priced, circle } = look;
  const { near, price } = priced;
  const { people, mostWorth } = company.table;
  const rest = company.size - 2;
  clear(circle);
  look.count += 1;
  const [mine, theirs] = [one * near.width, leader * near.width];
  const last = near.width - 1;
  // The leader's list first: what its people cost stands in the row of `one`, which is at hand.
  let limit = meetAll(look, { asked: one, ranking: leader }, theirs, near.key[mine]);
  if (limit > circle.worth[rest - 1])
    limit = meetAll(look, { asked: leader, ranking: one }, mine, near.key[theirs + last]);
  return rest * (mostWorth - company.cost[one * people + leader] - price[leader]) + sumOf(circle, limit);
}

/** Goes down a ranking, whoever follows being ranked by the other at `most`; returns what those not met may be worth. */
function meetAll(look: Look, pair: { asked: number; ranking: number }, from: number, most: number): number {
  const { near } = look.priced;
  const { worth } = look.circle;
  let limit = Number.NEGATIVE_INFINITY;
  for (let place = from; place < from + near.width; place++) {
    limit = (near.key[place] + most) / 2;
    if (limit <= worth[worth.length - 1]) break;
    meet(look, pair.asked, pair.ranking, place);
  }
  return limit;
}

/** Lets somebody ranked by one of the two into the circle, if the other agrees. */
function meet({ company, priced, circle, seen, count }: Look, asked: number, ranking: number, place: number): void {
  const { near, price } = priced;
  const { people, mostWorth } = company.table;
  const third = near.who[place];
  if (third === -1 || third === asked || seen[third] === count) return;
  seen[third] = count;
  const cell = asked * people + third;
  // What the key says of the first pair needs no look into the table.
  const worth = (near.key[place] - price[third]) / 2 + mostWorth - company.cost[cell];
  if (worth <= circle.worth[circle.worth.length - 1]) return;
  if (third !== ranking && company.allowed(cell)) admit(circle, worth, third);
}

function clear({ worth, who }: Podium): void {
  worth.fill(Number.NEGATIVE_INFINITY);
  who.fill(-1);
}

/** The place that somebody of this worth takes, −1 for none. */
function admit({ worth, who }: Podium, own: number, one: number): number {
  let place = worth.length - 1;
  if (own <= worth[place]) return -1;
  for (; place > 0 && worth[place - 1] < own; place--) {
    worth[place] = worth[place - 1];
    who[place] = who[place - 1];
  }
  worth[place] = own;
  who[place] = one;
  return place;
}

function sumOf({ worth }: Podium, limit: number): number {
  let sum = 0;
  for (const own of worth) sum += Math.max(own, limit);
  return sum;
}
