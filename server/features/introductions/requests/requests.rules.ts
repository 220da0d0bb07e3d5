import { type MatchPerson, type Meeting, planRound, type Reason } from '#engine/matching/matching.ts';
import { type IntroductionMember, sideOf, wordsOf } from '../members/members.ts';

const DAY = 86_400_000;

/** How often somebody may ask. */
export const ASKED_EVERY = 7 * DAY;
/** How long a request waits. */
export const WAITS_FOR = 14 * DAY;
/** How many people are looked at for one request. */
export const LOOKED_AT = 150;

const RHYTHM_DAYS = { weekly: 7, fortnightly: 14, monthly: 28, quarterly: 91 } as const;

/** Somebody who may be introduced: open to it, or waiting themselves. */
export interface RequestCandidate {
  personId: string;
  isAsking: boolean;
  rhythm: keyof typeof RHYTHM_DAYS | null;
  /** When they were last introduced by a round or a request, and last on somebody's request. */
  introducedAt: Date | null;
  requestedAt: Date | null;
}

/** Whether somebody may be introduced now: at most one request a week and their own rhythm, unless they ask themselves. */
export function isFree({ isAsking, rhythm, introducedAt, requestedAt }: RequestCandidate, now: Date): boolean {
  if (isAsking) return true;
  const since = (at: Date | null) => (at ? (now.getTime() - at.getTime()) / DAY : Number.POSITIVE_INFINITY);
  return since(requestedAt) >= 7 && (rhythm === null || since(introducedAt) >= RHYTHM_DAYS[rhythm]);
}

/** What the engine weighs of a person: only what they show. */
export function matchPersonOf(row: IntroductionMember): MatchPerson {
  const side = sideOf(row);
  return {
    id: row.person_id,
    ...(row.unit ? { unit: [row.unit] } : {}),
    ...(row.site ? { site: row.site } : {}),
    ...(row.manager_id ? { manager: row.manager_id } : {}),
    ...(side.languages.length ? { languages: side.languages } : {}),
    interests: [...side.interests, ...side.passions],
    offers: [...side.talents, ...wordsOf(row).askMeAbout],
  };
}

const shareLanguage = (one: MatchPerson, other: MatchPerson): boolean =>
  !one.languages || !other.languages || one.languages.some((each) => other.languages?.includes(each));

/** The best of some candidates for people who will sit with them, and why; the same for the same input. */
export function bestFor(
  people: readonly MatchPerson[],
  candidates: readonly MatchPerson[],
  history: readonly Meeting[],
): { personId: string; reasons: Reason[] } | undefined {
  const ids = new Set(people.map(({ id }) => id));
  const between = history.filter(({ a, b }) => ids.has(a) || ids.has(b));
  const ranked = candidates.map((candidate) => {
    const mine = between.filter(({ a, b }) => a === candidate.id || b === candidate.id);
    const plan = planRound({ people: [...people, candidate], history: mine, size: people.length + 1 });
    const { repeats, sameUnitPairs, value } = plan.certificate;
    const deaf = people.filter((each) => !shareLanguage(each, candidate)).length;
    return {
      personId: candidate.id,
      reasons: plan.groups[0]?.reasons ?? [],
      rank: [deaf, repeats, sameUnitPairs, -value],
    };
  });
  const compare = (one: readonly number[], other: readonly number[]): number =>
    one.reduce((found, value, place) => found || value - (other[place] ?? 0), 0);
  return ranked.sort((one, other) => compare(one.rank, other.rank) || (one.personId < other.personId ? -1 : 1))[0];
}
