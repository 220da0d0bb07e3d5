import type { MatchPerson } from './types.ts';
import { boundaryKey, shared, type World } from './world.ts';

/** Points of single reasons (engine/README.md). */
export const WISH = 40;
export const ASK_OFFER = 15;
export const INTENTION = 8;
const THIN_BOUNDARY = 12;
export const FEW_CONTACTS = 4;
const NEWCOMER = 3;
const SAME_SITE = 2;
const RAREST_INTEREST = 10;
const COUNTED_INTERESTS = 3;

/** Points of tier 7 for two people, a whole number ≥ 0 (matching.md, "Worth it"). */
export function worth(world: World, a: number, b: number): number {
  const one = world.people[a];
  const other = world.people[b];
  if (one === undefined || other === undefined) return 0;
  const wishes = Number(isWishMet(one, other)) + Number(isWishMet(other, one));
  const askOffers = Math.min(
    2,
    sharedWords(one.asks, other.offers).length + sharedWords(other.asks, one.offers).length,
  );
  const newcomer = world.history.newcomer[a] !== world.history.newcomer[b];
  return (
    WISH * wishes +
    ASK_OFFER * askOffers +
    INTENTION * Math.min(1, sharedWords(one.intentions, other.intentions).length) +
    thinBoundary(world, a, b) +
    sharedContacts(world, a, b) +
    (newcomer ? NEWCOMER : 0) +
    (sameWord(one.site, other.site) ? SAME_SITE : 0) +
    interestPoints(world, a, b)
  );
}

/** Whether two words say the same; a missing or empty word never does. */
export function sameWord(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  const word = one.trim().toLocaleLowerCase('en');
  return word !== '' && word === other.trim().toLocaleLowerCase('en');
}

/** Words of the first list that stand in the second. */
export function sharedWords(one: readonly string[] | undefined, other: readonly string[] | undefined): string[] {
  if (one === undefined || other === undefined) return [];
  return one.filter((word) => other.some((candidate) => sameWord(word, candidate)));
}

/** Whether the second person fulfils the first one's wish. */
function isWishMet(wisher: MatchPerson, other: MatchPerson): boolean {
  if (wishMet(wisher, other) !== '') return true;
  const known = (wisher.level ?? '').trim() !== '' && (other.level ?? '').trim() !== '';
  return wisher.wish?.levels === true && known && !sameWord(wisher.level, other.level);
}

/** Words of the first person's wish that the second fulfils, or an empty string: that of another level is not said. */
export function wishMet(wisher: MatchPerson, other: MatchPerson): string {
  const wish = wisher.wish;
  if (wish?.subject !== undefined) {
    const subjects = [...(other.interests ?? []), ...(other.offers ?? [])];
    if (sharedWords([wish.subject], subjects).length > 0) return wish.subject;
  }
  if (wish?.unit !== undefined && sharedWords([wish.unit], other.unit).length > 0) return wish.unit;
  return '';
}

/** Fewer ties between two units than chance would give; all points when there are none. */
export function thinBoundary(world: World, a: number, b: number): number {
  const boundary = boundaryKey(world.unit, a, b);
  if (boundary < 0) return 0;
  const ties = world.unitTies.get(boundary) ?? 0;
  if (ties === 0) return THIN_BOUNDARY;
  const people = world.people.length;
  const possible = (world.unitSize[world.unit[a] ?? 0] ?? 0) * (world.unitSize[world.unit[b] ?? 0] ?? 0);
  // ties ÷ expected in whole numbers: no point is lost to rounding.
  const actual = ties * people * (people - 1);
  const expected = 2 * world.ties * possible;
  return Math.max(0, Math.floor((THIN_BOUNDARY * (expected - actual)) / expected));
}

/** One to three shared contacts help; many mean the same circle. */
function sharedContacts(world: World, a: number, b: number): number {
  const common = shared(world.partners[a], world.partners[b]).length;
  if (common === 0) return 0;
  return common <= 3 ? FEW_CONTACTS : 1;
}

/** Points of one shared interest: 1, and one more for each halving of the people who name it. */
export function rarity(world: World, interest: number): number {
  let points = 1;
  let named = world.interestCount[interest] ?? 1;
  while (named * 2 <= world.people.length && points < RAREST_INTEREST) {
    named *= 2;
    points += 1;
  }
  return points;
}

function interestPoints(world: World, a: number, b: number): number {
  const common = shared(world.interests[a], world.interests[b]);
  if (common.length <= COUNTED_INTERESTS) {
    let sum = 0;
    for (const interest of common) sum += rarity(world, interest);
    return sum;
  }
  const points = common.map((interest) => rarity(world, interest)).sort((one, other) => other - one);
  return points.slice(0, COUNTED_INTERESTS).reduce((sum, point) => sum + point, 0);
}

/** The most points each person could share with anybody, by what is stated at all; no pair needs to be looked at. */
export function worthCap(world: World): (person: number) => number {
  const some = (test: (person: MatchPerson) => boolean): boolean => world.people.some(test);
  const wished = some((person) => person.wish !== undefined);
  const asked = some((person) => (person.asks?.length ?? 0) > 0);
  const offered = some((person) => (person.offers?.length ?? 0) > 0);
  const mixed = world.history.newcomer.includes(1) && world.history.newcomer.includes(0);
  return (place) => {
    const own = world.people[place];
    const points = [...(world.interests[place] ?? [])].map((interest) => rarity(world, interest)).sort((a, b) => b - a);
    const rare = points.slice(0, COUNTED_INTERESTS).reduce((sum, point) => sum + point, 0);
    const asks = ((own?.asks?.length ?? 0) > 0 && offered) || ((own?.offers?.length ?? 0) > 0 && asked);
    return (
      rare +
      WISH * (Number(own?.wish !== undefined) + Number(wished)) +
      (asks ? 2 * ASK_OFFER : 0) +
      ((own?.intentions?.length ?? 0) > 0 ? INTENTION : 0) +
      (world.unit[place] === -1 || world.unitSize.length < 2 ? 0 : THIN_BOUNDARY) +
      ((world.partners[place]?.length ?? 0) > 0 ? FEW_CONTACTS : 0) +
      (mixed ? NEWCOMER : 0) +
      (own?.site === undefined ? 0 : SAME_SITE)
    );
  };
}
