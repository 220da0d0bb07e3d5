import type { Limits } from '#contract/boundaries.ts';
import type { Who } from '#server/platform/access-guard.ts';
import { dayIn } from '#server/platform/clock.ts';
import type { Scope } from '#server/platform/database.ts';
import { fail } from '#server/platform/errors.ts';
import type { BoundariesDeps } from './boundaries.deps.ts';
import * as rows from './boundaries.queries.ts';

export type Ids = Pick<Who, 'workspaceId' | 'personId'>;
/** Limits to change; what is missing stays. */
export type LimitsChange = {
  [Limit in keyof Limits]?: Exclude<Limits[Limit], Limit extends 'hellos' | 'introductions' ? null : never> | undefined;
};

const UNDO_WITHIN = 7 * 86_400_000;

const todayOf = async ({ clock }: BoundariesDeps, scope: Scope) => dayIn(clock.now(), await rows.selectTimezone(scope));

export async function getLimits({ db }: BoundariesDeps, who: Ids): Promise<Limits> {
  const row = await db.asPerson(who, rows.selectLimits);
  return {
    hellos: row?.hellos ?? null,
    pausedUntil: row?.paused_until ?? null,
    introductions: row?.introductions ?? null,
    rhythm: row?.rhythm ?? null,
    neverInvite: row?.never_invite ?? false,
  };
}

export async function changeLimits(deps: BoundariesDeps, who: Ids, change: LimitsChange): Promise<void> {
  await deps.db.asPerson(who, async (scope) => {
    await rows.holdLimits(scope, 'to-change');
    const row = await rows.selectLimits(scope);
    await rows.upsertOwn(scope, {
      hellos: change.hellos ?? row?.hellos ?? null,
      paused_until: change.pausedUntil === undefined ? (row?.paused_until ?? null) : change.pausedUntil,
      introductions: change.introductions ?? row?.introductions ?? null,
      rhythm: change.rhythm === undefined ? (row?.rhythm ?? null) : change.rhythm,
      never_invite: change.neverInvite ?? row?.never_invite ?? false,
      // Chosen here, no link undoes it.
      ...(change.neverInvite !== undefined && { never_invite_since: deps.clock.now(), never_invite_link: null }),
    });
    if (change.pausedUntil && change.pausedUntil >= (await todayOf(deps, scope))) await deps.whenPaused(scope);
  });
  if (change.introductions) await deps.whenOpened(who.workspaceId);
}

export interface NeverInvite {
  isOn: boolean;
  mayUndo: boolean;
}

export async function neverInviteByLink(
  { db, clock }: BoundariesDeps,
  who: Ids,
  link: string,
  change: boolean | null,
): Promise<NeverInvite> {
  return db.asPerson(who, async (scope) => {
    await rows.holdLimits(scope, 'to-change');
    const row = await rows.selectLimits(scope);
    const now = clock.now();
    const isOn = row?.never_invite ?? false;
    const since = row?.never_invite_since?.getTime() ?? 0;
    const mayUndo = isOn && row?.never_invite_link === link && now.getTime() - since < UNDO_WITHIN;
    if (change === null || change === isOn || (isOn && !mayUndo)) return { isOn, mayUndo };
    const off = { hellos: null, paused_until: null, introductions: null, rhythm: null };
    const set = { never_invite: change, never_invite_since: now, never_invite_link: change ? link : null };
    await rows.upsertOwn(scope, row ? { ...row, ...set } : { ...off, ...set });
    return { isOn: change, mayUndo: change };
  });
}

export function listBlocks({ db }: BoundariesDeps, who: Ids) {
  return db.asPerson(who, rows.selectBlocks);
}

export async function blockPerson(deps: BoundariesDeps, who: Ids, personId: string): Promise<void> {
  if (personId === who.personId) fail('boundaries.yourself');
  await deps.db.asPerson(who, async (scope) => {
    if (!(await rows.personExists(scope, personId))) fail('not-found');
    await rows.holdLimits(scope, 'to-change');
    await deps.whenBlocked(scope, personId);
    await rows.insertBlock(scope, personId, deps.newId());
  });
}

export async function unblockPerson({ db }: BoundariesDeps, who: Ids, personId: string): Promise<void> {
  await db.asPerson(who, (scope) => rows.deleteBlock(scope, personId));
}

export const holdLimitsStill = (_: BoundariesDeps, scope: Pick<Scope, 'db' | 'workspaceId'>): Promise<void> =>
  rows.holdLimits(scope, 'still');

export const holdLimitsForChange = (_: BoundariesDeps, scope: Scope): Promise<void> =>
  rows.holdLimits(scope, 'to-change');

export async function whoIsOpen(
  _: BoundariesDeps,
  scope: Scope,
  ids: readonly string[],
  today: string,
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  return new Set((await rows.selectOpenPeople(scope, ids, today)).map((row) => row.person_id));
}

export async function whoIsReachable(
  deps: BoundariesDeps,
  scope: Scope,
  ids: readonly string[],
  day?: string,
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const today = day ?? (await todayOf(deps, scope));
  return new Set((await rows.selectReachable(scope, ids, today)).map((row) => row.person_id));
}
