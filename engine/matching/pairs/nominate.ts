import type { Random } from '../../random.ts';
import { encodeCosts, rankOf } from '../aims/pair-codes.ts';
import { fillCosts, TIER, TIERS } from '../aims/tiers.ts';
import { ASK_OFFER, FEW_CONTACTS, INTENTION, rarity, WISH } from '../aims/worth.ts';
import type { Roster } from '../input/roster.ts';
import { invert, type Lists, rowOf, singles } from '../input/words.ts';

/** Pairs worth looking at in a large round, each once, ordered by their people, with what they cost in each tier. */
export interface Nominations {
  from: Int32Array;
  to: Int32Array;
  /** Costs of each pair, read by `costIn`; the smaller, the better in the order of aims. */
  code: Int32Array;
}

/** Partners kept for each person, of so many looked at closely; some of them are drawn blindly, so that any two may meet. */
const KEPT = 32;
const LOOKED_AT = 48;
const BLIND = 4;
/** Of the contacts of contacts, so many are credited. */
const CONTACTS = 48;
/** Of a word that more people name, so many of them are drawn. */
const WINDOW = 120;
const MOST_POINTS = 255;
const REPORTED_EVERY = 2048;
/** Credit for being hoped for: small, because those who hope look themselves, and many look at the same few. */
const HOPED_FOR = 4;

/** Who stands behind each word. */
interface Directory {
  named: Lists;
  offering: Lists;
  intending: Lists;
  asking: Lists;
  wishing: Lists;
}

/** Scratch of the search: points gathered by each other person, and who has any. */
interface Draw {
  roster: Roster;
  directory: Directory;
  people: Int32Array;
  random: Random;
  points: Uint8Array;
  touched: Int32Array;
  count: number;
  costs: Float64Array;
  isIn: Uint8Array;
  /** Half the points that each person hopes for by themselves. */
  hoped: Uint8Array;
  /** Of those looked at closely: what they cost, and their order. */
  looked: Int32Array;
  keys: Float64Array;
  /** Partners of each person and their codes, KEPT places each. */
  rows: Int32Array;
  codes: Int32Array;
}

/**
 * Nominates about 30 partners a person in one pass, without looking at all pairs: from rare shared interests, wishes,
 * asks and offers, intentions, contacts of contacts, and at random.
 */
export function nominate(
  roster: Roster,
  people: Int32Array,
  { random, onProgress }: { random: Random; onProgress: (share: number) => void },
): Nominations {
  const count = roster.people.length;
  const draw: Draw = {
    roster,
    directory: listWords(roster),
    people,
    random,
    points: new Uint8Array(count),
    touched: new Int32Array(count),
    count: 0,
    costs: new Float64Array(TIERS),
    isIn: new Uint8Array(count),
    hoped: Uint8Array.from(roster.people, (own) => (own.wish ? WISH / 2 : 0) + (own.asks?.length ? ASK_OFFER >> 1 : 0)),
    looked: new Int32Array(LOOKED_AT),
    keys: new Float64Array(LOOKED_AT),
    rows: new Int32Array(count * KEPT).fill(-1),
    codes: new Int32Array(count * KEPT),
  };
  for (const person of people) draw.isIn[person] = 1;
  for (const [place, person] of people.entries()) {
    if (place % REPORTED_EVERY === 0) onProgress(place / people.length);
    choose(draw, person);
  }
  return toColumns(draw, count);
}

/** The best of those looked at closely, and some drawn blindly, into the person's row. */
function choose(draw: Draw, person: number): void {
  const { people, random, rows, codes } = draw;
  const chosen = promising(draw, person);
  const { keys, looked } = draw;
  let size = 0;
  for (let place = 0; place < chosen.length; place++) {
    const other = chosen[place];
    const code = look(draw, person, other);
    looked[place] = code;
    if (code !== -1) keys[size++] = rankOf(code, draw.hoped[other]) * LOOKED_AT + place;
  }
  let place = person * KEPT;
  for (const key of keys
    .subarray(0, size)
    .sort()
    .subarray(0, KEPT - BLIND)) {
    rows[place] = chosen[key % LOOKED_AT];
    codes[place++] = looked[key % LOOKED_AT];
  }
  for (let time = 0; time < BLIND; time++) {
    const other = people[random.below(people.length)];
    const code = standsIn(draw, person, other) ? -1 : look(draw, person, other);
    if (code === -1) continue;
    rows[place] = other;
    codes[place++] = code;
  }
}

/** What a pair costs, −1 where it may not sit together. */
function look({ roster, isIn, costs }: Draw, person: number, other: number): number {
  if (other === person || isIn[other] !== 1) return -1;
  fillCosts(roster, person, other, costs);
  return costs[TIER.forbidden] === 1 ? -1 : encodeCosts(costs);
}

function standsIn({ rows }: Draw, person: number, other: number): boolean {
  for (let place = person * KEPT; place < (person + 1) * KEPT; place++) if (rows[place] === other) return true;
  return false;
}

/** Those who share most with a person, by points gathered word by word. */
function promising(draw: Draw, person: number): Int32Array {
  const { roster, directory, people, random, points, touched } = draw;
  const { words } = roster;
  draw.count = 0;
  for (const word of rowOf(words.interests, person)) gather(draw, directory.named, word, rarity(roster, word));
  for (const hope of [words.wishSubject[person], words.wishUnit[person]]) {
    if (hope !== -1) gather(draw, directory.named, hope, WISH);
  }
  for (const ask of rowOf(words.asks, person)) gather(draw, directory.offering, ask, ASK_OFFER);
  for (const offer of rowOf(words.offers, person)) gather(draw, directory.asking, offer, HOPED_FOR);
  for (const list of [words.offers, words.interests, words.units]) {
    for (const word of rowOf(list, person)) gather(draw, directory.wishing, word, HOPED_FOR);
  }
  for (const word of rowOf(words.intentions, person)) gather(draw, directory.intending, word, INTENTION);
  if (roster.prefer === 'within') for (const word of rowOf(words.units, person)) gather(draw, directory.named, word, 1);
  meetFriends(draw, person);
  // Where little is known, chance fills up: units differ more often than not.
  for (let time = draw.count; time < LOOKED_AT; time++) credit(draw, people[random.below(people.length)], 1);
  const chosen = pickHighest(draw);
  for (let place = 0; place < draw.count; place++) points[touched[place]] = 0;
  return chosen;
}

/** Credits contacts of contacts, beginning with any contact. */
function meetFriends(draw: Draw, person: number): void {
  const { partners } = draw.roster;
  const friends = rowOf(partners, person);
  const first = friends.length > 0 ? draw.random.below(friends.length) : 0;
  let room = CONTACTS;
  for (let step = 0; step < friends.length && room > 0; step++) {
    for (const further of rowOf(partners, friends[(first + step) % friends.length])) {
      credit(draw, further, FEW_CONTACTS);
      if (--room === 0) break;
    }
  }
}

/** Credits everybody who stands behind a word, or a stretch of them that begins anywhere. */
function gather(draw: Draw, { offsets, items }: Lists, word: number, own: number): void {
  const start = offsets[word];
  const length = offsets[word + 1] - start;
  if (length === 0) return;
  const from = length > WINDOW ? draw.random.below(length) : 0;
  for (let step = Math.min(WINDOW, length) - 1; step >= 0; step--) {
    const place = from + step;
    credit(draw, items[start + (place < length ? place : place - length)], own);
  }
}

function credit(draw: Draw, other: number, own: number): void {
  const before = draw.points[other];
  if (before === 0) draw.touched[draw.count++] = other;
  draw.points[other] = before + own > MOST_POINTS ? MOST_POINTS : before + own;
}

/** Those with most points, as many as are looked at closely. */
function pickHighest({ points, touched, count }: Draw): Int32Array {
  if (count <= LOOKED_AT) return touched.slice(0, count);
  const having = new Int32Array(MOST_POINTS + 1);
  for (let place = 0; place < count; place++) {
    const own = points[touched[place]];
    having[own] += 1;
  }
  let least = MOST_POINTS;
  let room = LOOKED_AT;
  while (least > 0 && room >= having[least]) room -= having[least--];
  const chosen = new Int32Array(LOOKED_AT);
  let size = 0;
  for (let place = 0; place < count; place++) {
    const other = touched[place];
    const own = points[other];
    if (own > least || (own === least && room-- > 0)) chosen[size++] = other;
  }
  return chosen.subarray(0, size);
}

function listWords({ words }: Roster): Directory {
  const { size } = words;
  return {
    named: invert([words.interests, words.offers, words.units], size),
    offering: invert([words.offers], size),
    intending: invert([words.intentions], size),
    asking: invert([words.asks], size),
    wishing: invert([singles(words.wishSubject), singles(words.wishUnit)], size),
  };
}

/** The rows as pairs, each once, ordered by the lower and then by the higher of the two. */
function toColumns(draw: Draw, count: number): Nominations {
  const { rows, codes } = draw;
  const starts = [new Int32Array(count + 1), new Int32Array(count + 1)] as const;
  const each = (visit: (low: number, high: number, place: number) => void): void => {
    for (let place = 0; place < rows.length; place++) {
      const other = rows[place];
      const person = Math.floor(place / KEPT);
      // A pair that both name is taken from the lower one's row.
      if (other === -1 || (other < person && standsIn(draw, other, person))) continue;
      visit(Math.min(person, other), Math.max(person, other), place);
    }
  };
  let size = 0;
  each((low, high) => {
    size += 1;
    starts[0][low + 1] += 1;
    starts[1][high + 1] += 1;
  });
  for (const start of starts) {
    for (let person = 0; person < count; person++) start[person + 1] += start[person];
  }
  const byHigh = new Int32Array(size);
  each((_, high, place) => {
    const at = starts[1][high];
    starts[1][high] = at + 1;
    byHigh[at] = place;
  });
  const found = { from: new Int32Array(size), to: new Int32Array(size), code: new Int32Array(size) };
  for (const place of byHigh) {
    const person = Math.floor(place / KEPT);
    const other = rows[place];
    const low = Math.min(person, other);
    const at = starts[0][low];
    starts[0][low] = at + 1;
    found.from[at] = low;
    found.to[at] = Math.max(person, other);
    found.code[at] = codes[place];
  }
  return found;
}
