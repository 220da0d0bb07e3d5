import type { Language } from '#contract/common.ts';
import { timezoneOf } from '#server/features/people/people.ts';
import type { Scope } from '#server/platform/database.ts';
import { fail } from '#server/platform/errors.ts';
import * as rules from '../introductions.rules.ts';
import { holdName, selectPair } from './pair.queries.ts';

export type PairRow = Awaited<ReturnType<typeof selectPair>>[number];

export const zoneOf = (row: PairRow): string =>
  timezoneOf({ own: row.timezone, site: row.site_timezone, workspace: row.workspace_timezone });
export const languageOf = (row: PairRow): Language => row.language ?? row.workspace_language;
const shows = (row: PairRow, field: string): boolean => row.shows?.includes(field) ?? false;
const listIf = (row: PairRow, field: string, list: string[] | null): string[] =>
  shows(row, field) ? (list ?? []) : [];

/** The caller and another person, or 'not-found'. */
export async function pairOf(scope: Scope, otherId: string): Promise<{ me: PairRow; other: PairRow }> {
  const found = await selectPair(scope, [scope.personId, otherId]);
  const me = found.find((row) => row.person_id === scope.personId) ?? fail('not-found');
  const other = found.find((row) => row.person_id === otherId) ?? fail('not-found');
  return { me, other };
}

/** Serialises hellos and answers between two people, whoever acts, until the transaction ends. */
export const holdPair = (scope: Scope, otherId: string): Promise<void> =>
  holdName(scope, [scope.personId, otherId].sort().join());

/** A person's own words, as far as they show them. */
export const wordsOf = (row: PairRow): { about: string; askMeAbout: string[] } => ({
  about: shows(row, 'about') ? (row.about ?? '') : '',
  askMeAbout: listIf(row, 'askMeAbout', row.ask_me_about),
});

/** What a pair's facts look like to the rules: only what is shown. */
export function sideOf(row: PairRow): rules.Side {
  return {
    unit: row.unit,
    site: row.site,
    level: row.level,
    interests: listIf(row, 'interests', row.interests),
    talents: listIf(row, 'talents', row.talents),
    passions: listIf(row, 'passions', row.passions),
    languages: listIf(row, 'languages', row.languages),
  };
}

function hoursOf(row: PairRow): rules.Hours {
  const hasHours = shows(row, 'hours');
  return {
    zone: zoneOf(row),
    from: hasHours ? row.hours_from : null,
    to: hasHours ? row.hours_to : null,
    officeDays: shows(row, 'officeDays') ? (row.office_days ?? []) : [],
    site: row.site,
  };
}

/** Times that suit both, the same whoever looks. */
export function timesOf(one: PairRow, two: PairRow, now: Date) {
  const [first, second] = one.person_id < two.person_id ? [one, two] : [two, one];
  return rules.suggestedTimes(hoursOf(first), hoursOf(second), now);
}

/** Whether one of two leads the other. */
export const hasPowerGap = (first: PairRow, second: PairRow): boolean =>
  first.manager_id === second.person_id || second.manager_id === first.person_id;
