import type { Profile } from '#contract/people.ts';

const folded = (text: string): string => text.trim().toLocaleLowerCase();

function both(mine: readonly string[], theirs: readonly string[]): string[] {
  const known = new Set(mine.map(folded));
  const seen = new Set<string>();
  return theirs.filter((word) => known.has(folded(word)) && !seen.has(folded(word)) && seen.add(folded(word)));
}

/** What two people both say of themselves: words of their own, and languages. */
export function sharedWords(
  mine: Pick<Profile, 'interests' | 'passions' | 'talents' | 'languages'>,
  theirs: { [Field in 'interests' | 'passions' | 'talents' | 'languages']?: readonly string[] | undefined },
): { words: string[]; languages: string[] } {
  const own = [...mine.interests, ...mine.passions, ...mine.talents];
  const other = [...(theirs.passions ?? []), ...(theirs.interests ?? []), ...(theirs.talents ?? [])];
  return { words: both(own, other).slice(0, 3), languages: both(mine.languages, theirs.languages ?? []) };
}

/** How many hours a zone is ahead of this device (or of `here`); behind is negative. */
export function hoursAhead(zone: string, at: Date, here?: string): number {
  const wall = (timeZone: string | undefined): number => {
    const format = new Intl.DateTimeFormat('en-US', {
      ...(timeZone ? { timeZone } : {}),
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      hourCycle: 'h23',
    });
    const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
    return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'));
  };
  return (wall(zone) - wall(here)) / 3_600_000;
}
