import type { Language } from '#contract/common.ts';
import { timezoneOf } from '#server/features/people/people.ts';
import type { Scope } from '#server/platform/database.ts';
import { fail } from '#server/platform/errors.ts';
import type * as rules from '../introductions.rules.ts';
import type { Hours } from '../times/times.rules.ts';
import { holdName, selectIntroductionMembers, type selectMemberHours } from './members.queries.ts';

export { holdName, selectIntroductionMembers, selectMemberHours, type WorkspaceScope } from './members.queries.ts';

export type IntroductionMember = Awaited<ReturnType<typeof selectIntroductionMembers>>[number];

export type MemberHours = Awaited<ReturnType<typeof selectMemberHours>>[number];

export const zoneOf = (row: Pick<MemberHours, 'timezone' | 'site_timezone' | 'workspace_timezone'>): string =>
  timezoneOf({ own: row.timezone, site: row.site_timezone, workspace: row.workspace_timezone });
export const languageOf = (row: IntroductionMember): Language => row.language ?? row.workspace_language;
const shows = (row: Pick<IntroductionMember, 'shows'>, field: string): boolean => row.shows?.includes(field) ?? false;
const listIf = (row: IntroductionMember, field: string, list: string[] | null): string[] =>
  shows(row, field) ? (list ?? []) : [];

/** The caller and another person, or 'not-found'. */
export async function pairOf(
  scope: Scope,
  otherId: string,
): Promise<{ me: IntroductionMember; other: IntroductionMember }> {
  const { me, others } = await membersOf(scope, [otherId]);
  return { me, other: others[0] ?? fail('not-found') };
}

/** The caller and others, in the order of `otherIds`; who is not there is left out. */
export async function membersOf(
  scope: Scope,
  otherIds: readonly string[],
): Promise<{ me: IntroductionMember; others: IntroductionMember[] }> {
  const found = await selectIntroductionMembers(scope, [scope.personId, ...otherIds]);
  const rowsOf = (id: string) => found.filter((row) => row.person_id === id);
  return { me: rowsOf(scope.personId)[0] ?? fail('not-found'), others: otherIds.flatMap(rowsOf) };
}

/** Serialises hellos between two people, whoever acts, until the transaction ends. */
export const holdPair = (scope: Scope, otherId: string): Promise<void> =>
  holdName(scope, [scope.personId, otherId].sort().join());

/** A person's own words, as far as they show them. */
export const wordsOf = (row: IntroductionMember): { about: string; askMeAbout: string[] } => ({
  about: shows(row, 'about') ? (row.about ?? '') : '',
  askMeAbout: listIf(row, 'askMeAbout', row.ask_me_about),
});

/** What a person's facts look like to the rules: only what is shown. */
export function sideOf(row: IntroductionMember): rules.Side {
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

/** When somebody can be met, by what they show. */
export function hoursOf(row: MemberHours): Hours {
  const hasHours = shows(row, 'hours');
  return {
    zone: zoneOf(row),
    from: hasHours ? row.hours_from : null,
    to: hasHours ? row.hours_to : null,
    officeDays: shows(row, 'officeDays') ? (row.office_days ?? []) : [],
    site: row.site,
  };
}

/** Whether one of them leads another. */
export function hasPowerGap(everybody: readonly { person_id: string; manager_id: string | null }[]): boolean {
  const ids = new Set(everybody.map(({ person_id }) => person_id));
  return everybody.some(({ manager_id }) => manager_id !== null && ids.has(manager_id));
}

/** In one order for all, so that it is the same whoever looks. */
export const hoursInOrder = (everybody: readonly MemberHours[]): Hours[] =>
  everybody.toSorted((a, b) => (a.person_id < b.person_id ? -1 : 1)).map(hoursOf);
