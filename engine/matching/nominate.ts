import type { Random } from '../random.ts';
import { pairCosts, TIER, TIERS } from './tiers.ts';
import type { World } from './world.ts';
import { ASK_OFFER, FEW_CONTACTS, INTENTION, rarity, WISH } from './worth.ts';

/** Pairs worth looking at in a large round, each once, with what they cost in every tier folded into a weight. */
export interface Nominations {
  from: Int32Array;
  to: Int32Array;
  weight: Float64Array;
}

/** Partners kept for each person, of so many looked at closely; and how many are drawn blindly, so that any two may meet. */
const KEPT = 30;
const LOOKED_AT = 80;
const BLIND = 6;
const CONTACTS = 6;
/** Of a word that more people name, so many of them are drawn. */
const WINDOW = 400;
const MOST_POINTS = 255;

/** Who stands behind a word: namers of interests, offers and units; those who ask; those who wish. */
interface Directory {
  word: Map<string, number[]>;
  intention: Map<string, number[]>;
  ask: Map<string, number[]>;
  wish: Map<string, number[]>;
}

/** Scratch of the search: points gathered by each other person, and who has any. */
interface Draw {
  world: World;
  directory: Directory;
  people: Int32Array;
  random: Random;
  points: Int32Array;
  touched: number[];
}

/**
 * Nominates about 30 partners a person in one pass, without looking at all pairs: from rare shared interests, wishes,
 * asks and offers, intentions, contacts of contacts, and at random.
 */
export function nominate(world: World, people: Int32Array, random: Random): Nominations {
  const count = world.people.length;
  const draw: Draw = { world, directory: listWords(world), people, random, points: new Int32Array(count), touched: [] };
  const isIn = new Uint8Array(count);
  for (const person of people) isIn[person] = 1;
  const pairs: number[] = [];
  const costs: number[][] = [];
  const seen = new Set<number>();
  for (const person of people) {
    for (const { other, own } of choose(draw, person)) {
      const key = Math.min(person, other) * count + Math.max(person, other);
      if (isIn[other] !== 1 || seen.has(key)) continue;
      seen.add(key);
      pairs.push(Math.min(person, other), Math.max(person, other));
      costs.push(own);
    }
  }
  return fold(pairs, costs);
}

/** The best of those looked at closely, and some drawn blindly. */
function choose(draw: Draw, person: number): { other: number; own: number[] }[] {
  const { world, people, random } = draw;
  const look = (other: number): { other: number; own: number[] }[] => {
    const own = pairCosts(world, Math.min(person, other), Math.max(person, other));
    return other === person || own[TIER.forbidden] === 1 ? [] : [{ other, own }];
  };
  const known = promising(draw, person).flatMap(look);
  known.sort((a, b) => compareCosts(a.own, b.own));
  const blind = Array.from({ length: BLIND }, () => people[random.below(people.length)] ?? person);
  return [...known.slice(0, KEPT - BLIND), ...blind.flatMap(look)];
}

/** Those who share most with a person, by points gathered word by word. */
function promising(draw: Draw, person: number): number[] {
  const { world, directory, people, random, points, touched } = draw;
  const own = world.people[person];
  touched.length = 0;
  for (const interest of world.interests[person] ?? []) {
    gather(draw, directory.word.get(plain(world.interestName[interest])), rarity(world, interest));
  }
  for (const hope of [own?.wish?.subject, own?.wish?.unit]) gather(draw, directory.word.get(plain(hope)), WISH);
  for (const ask of own?.asks ?? []) gather(draw, directory.word.get(plain(ask)), ASK_OFFER);
  for (const offer of own?.offers ?? []) gather(draw, directory.ask.get(plain(offer)), ASK_OFFER);
  for (const word of [...(own?.offers ?? []), ...(own?.interests ?? []), ...(own?.unit ?? [])]) {
    gather(draw, directory.wish.get(plain(word)), WISH);
  }
  for (const word of own?.intentions ?? []) gather(draw, directory.intention.get(plain(word)), INTENTION);
  const friends = world.partners[person] ?? new Int32Array(0);
  for (let time = 0; time < CONTACTS && friends.length > 0; time++) {
    const further = world.partners[friends[random.below(friends.length)] ?? 0];
    if (further?.length) gather(draw, [further[random.below(further.length)] ?? person], FEW_CONTACTS);
  }
  // Where little is known, chance fills up: units differ more often than not.
  for (let time = touched.length; time < LOOKED_AT; time++) gather(draw, [people[random.below(people.length)] ?? 0], 1);
  const chosen = pickHighest(points, touched);
  for (const other of touched) points[other] = 0;
  return chosen;
}

/** Adds points to everybody in a list, or to a stretch of it that begins anywhere. */
function gather({ points, touched, random }: Draw, list: readonly number[] | undefined, own: number): void {
  if (list === undefined) return;
  const from = list.length > WINDOW ? random.below(list.length) : 0;
  for (let step = Math.min(WINDOW, list.length) - 1; step >= 0; step--) {
    const other = list[(from + step) % list.length] ?? 0;
    const before = points[other] ?? 0;
    if (before === 0) touched.push(other);
    points[other] = Math.min(MOST_POINTS, before + own);
  }
}

/** Those with most points, as many as are looked at closely. */
function pickHighest(points: Int32Array, touched: readonly number[]): number[] {
  const having = new Int32Array(MOST_POINTS + 1);
  for (const other of touched) having[points[other] ?? 0] = (having[points[other] ?? 0] ?? 0) + 1;
  let least = MOST_POINTS;
  let room = LOOKED_AT;
  while (least > 0 && room >= (having[least] ?? 0)) room -= having[least--] ?? 0;
  const chosen: number[] = [];
  for (const other of touched) {
    const own = points[other] ?? 0;
    if (own > least || (own === least && room-- > 0)) chosen.push(other);
  }
  return chosen;
}

function plain(word: string | undefined): string {
  return (word ?? '').trim().toLocaleLowerCase('en');
}

function listWords(world: World): Directory {
  const directory: Directory = { word: new Map(), intention: new Map(), ask: new Map(), wish: new Map() };
  const add = (list: Map<string, number[]>, word: string | undefined, person: number): void => {
    const key = plain(word);
    if (key === '') return;
    const known = list.get(key);
    if (known === undefined) list.set(key, [person]);
    else if (known.at(-1) !== person) known.push(person);
  };
  for (const [place, person] of world.people.entries()) {
    const words = [...(person.interests ?? []), ...(person.offers ?? []), ...(person.unit ?? [])];
    for (const word of words) add(directory.word, word, place);
    for (const word of person.intentions ?? []) add(directory.intention, word, place);
    for (const word of person.asks ?? []) add(directory.ask, word, place);
    for (const word of [person.wish?.subject, person.wish?.unit]) add(directory.wish, word, place);
  }
  return directory;
}

/** Compares two pairs by the order of aims. */
function compareCosts(a: readonly number[], b: readonly number[]): number {
  for (let tier = 0; tier < TIER.worth; tier++) {
    const difference = (a[tier] ?? 0) - (b[tier] ?? 0);
    if (difference !== 0) return difference;
  }
  return (b[TIER.worth] ?? 0) - (a[TIER.worth] ?? 0);
}

/** Folds tiers into one whole number a pair: a unit of a tier outweighs all that two pairs can win below it. */
function fold(pairs: readonly number[], costs: readonly number[][]): Nominations {
  const most = new Array<number>(TIERS).fill(0);
  for (const own of costs) {
    for (let tier = 0; tier < TIERS; tier++) most[tier] = Math.max(most[tier] ?? 0, own[tier] ?? 0);
  }
  const unit = new Array<number>(TIERS).fill(0);
  let below = most[TIER.worth] ?? 0;
  for (let tier = TIER.worth - 1; tier >= 0; tier--) {
    if (most[tier] === 0) continue;
    unit[tier] = 1 + 2 * below;
    below += (unit[tier] ?? 0) * (most[tier] ?? 0);
  }
  const weight = Float64Array.from(costs, (own) => {
    let sum = own[TIER.worth] ?? 0;
    for (let tier = 0; tier < TIER.worth; tier++) sum -= (unit[tier] ?? 0) * (own[tier] ?? 0);
    return sum;
  });
  return {
    from: Int32Array.from({ length: costs.length }, (_, edge) => pairs[2 * edge] ?? 0),
    to: Int32Array.from({ length: costs.length }, (_, edge) => pairs[2 * edge + 1] ?? 0),
    weight,
  };
}
