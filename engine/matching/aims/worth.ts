import type { Roster } from '../input/roster.ts';
import type { MatchPerson } from '../input/round-input.ts';
import { boundaryKey } from '../input/units.ts';
import { countShared, has, plain } from '../input/words.ts';

/** Points of single reasons (engine/README.md). */
export const WISH = 40;
export const ASK_OFFER = 15;
export const INTENTION = 8;
export const THIN_BOUNDARY = 12;
export const FEW_CONTACTS = 4;
export const NEWCOMER = 3;
export const SAME_SITE = 2;
const RAREST_INTEREST = 10;

/** Points of tier 7 for two people, a whole number ≥ 0. */
export function worth(roster: Roster, a: number, b: number): number {
  const { words, history } = roster;
  const asked = countShared(words.asks, a, words.offers, b) + countShared(words.asks, b, words.offers, a);
  let points = ASK_OFFER * Math.min(2, asked) + thinBoundary(roster, a, b) + interestPoints(roster, a, b);
  if (isWishMet(roster, a, b)) points += WISH;
  if (isWishMet(roster, b, a)) points += WISH;
  if (countShared(words.intentions, a, words.intentions, b) > 0) points += INTENTION;
  const contacts = countShared(roster.partners, a, roster.partners, b);
  if (contacts > 0) points += contacts < 4 ? FEW_CONTACTS : 1;
  if (history.newcomer[a] !== history.newcomer[b]) points += NEWCOMER;
  if (words.site[a] !== -1 && words.site[a] === words.site[b]) points += SAME_SITE;
  return points;
}

/** Whether two words say the same; a missing or empty word never does. */
export function sameWord(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  const word = plain(one);
  return word !== '' && word === plain(other);
}

/** Words of the first list that stand in the second. */
export function sharedWords(one: readonly string[] | undefined, other: readonly string[] | undefined): string[] {
  if (one === undefined || other === undefined) return [];
  return one.filter((word) => other.some((candidate) => sameWord(word, candidate)));
}

/** Whether the second person fulfils the first one's wish. */
function isWishMet({ words }: Roster, wisher: number, other: number): boolean {
  const subject = words.wishSubject[wisher];
  if (has(words.interests, other, subject) || has(words.offers, other, subject)) return true;
  if (has(words.units, other, words.wishUnit[wisher])) return true;
  if (words.wishLevels[wisher] !== 1) return false;
  const [mine, theirs] = [words.level[wisher], words.level[other]];
  return mine !== -1 && theirs !== -1 && mine !== theirs;
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
export function thinBoundary(roster: Roster, a: number, b: number): number {
  const boundary = boundaryKey(roster.unit, a, b);
  if (boundary < 0) return 0;
  const ties = roster.unitTies.get(boundary) ?? 0;
  if (ties === 0) return THIN_BOUNDARY;
  const people = roster.people.length;
  const possible = roster.unitSize[roster.unit[a]] * roster.unitSize[roster.unit[b]];
  // ties ÷ expected in whole numbers: no point is lost to rounding.
  const actual = ties * people * (people - 1);
  const expected = 2 * roster.ties * possible;
  return Math.max(0, Math.floor((THIN_BOUNDARY * (expected - actual)) / expected));
}

/** Points of one shared interest: 1, and one more for each halving of the people who name it. */
export function rarity(roster: Roster, interest: number): number {
  let points = 1;
  let named = roster.interestCount[interest];
  while (named * 2 <= roster.people.length && points < RAREST_INTEREST) {
    named *= 2;
    points += 1;
  }
  return points;
}

/** Points of the three rarest shared interests. */
function interestPoints(roster: Roster, a: number, b: number): number {
  const { offsets, items } = roster.words.interests;
  let [first, second, third] = [0, 0, 0];
  let i = offsets[a];
  let j = offsets[b];
  while (i < offsets[a + 1] && j < offsets[b + 1]) {
    const mine = items[i];
    const theirs = items[j];
    if (mine === theirs) {
      let own = rarity(roster, mine);
      if (own > first) [first, own] = [own, first];
      if (own > second) [second, own] = [own, second];
      if (own > third) third = own;
    }
    if (mine <= theirs) i += 1;
    if (theirs <= mine) j += 1;
  }
  return first + second + third;
}
