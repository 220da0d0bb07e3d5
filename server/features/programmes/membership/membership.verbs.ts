import type { Programme, Rhythm, Wish } from '#contract/programmes.ts';
import type { Who } from '#server/platform/access-guard.ts';
import { dayIn } from '#server/platform/clock.ts';
import { fail } from '#server/platform/errors.ts';
import { findLinked, findProgramme } from '../find-programme.ts';
import type { ProgrammesDeps } from '../programmes.deps.ts';
import { programmeOf } from '../programmes.rules.ts';
import * as rows from './membership.queries.ts';

/** How somebody takes part; what is missing stays. */
export interface MembershipChoice {
  rhythm?: Rhythm | undefined;
  part?: 'member' | 'lead' | undefined;
  skip?: boolean | undefined;
  takePart?: boolean | undefined;
  wish?: Wish | null | undefined;
}

export interface NewMembership extends Pick<MembershipChoice, 'rhythm' | 'part'> {
  /** The word of the programme's link. */
  token?: string | undefined;
}

/** What a link in a reminder holds. */
export interface SkipLink {
  workspaceId: string;
  personId: string;
  /** The programme. */
  aboutId: string;
  /** When it was written. */
  at: Date;
}

const columnsOf = (choice: MembershipChoice, today: string) => ({
  ...(choice.rhythm && { rhythm: choice.rhythm }),
  ...(choice.part && { part: choice.part }),
  ...(choice.skip !== undefined && { skip_on: choice.skip ? today : null }),
  ...(choice.takePart !== undefined && { in_on: choice.takePart ? today : null }),
  ...(choice.wish !== undefined && {
    wish: choice.wish?.kind ?? null,
    wish_text: choice.wish && 'text' in choice.wish ? choice.wish.text : null,
  }),
});

export async function joinProgramme(
  deps: ProgrammesDeps,
  who: Who,
  id: string,
  { token, rhythm, part }: NewMembership,
): Promise<Programme> {
  const { db, clock } = deps;
  return db.asPerson(who, async (scope) => {
    const { row } = await findLinked(deps, scope, who, { id, token });
    if (row.status === 'ended') fail('programmes.ended');
    await rows.insertMembership(scope, {
      programme_id: id,
      joined_at: clock.now(),
      rhythm: rhythm ?? 'every',
      part: part ?? 'member',
      chosen_at: clock.now(),
    });
    const choice = columnsOf({ rhythm, part }, '');
    if (row.joined_at && Object.keys(choice).length > 0) await rows.updateMembership(scope, id, choice);
    const { row: now, caller } = await findLinked(deps, scope, who, { id, token });
    return programmeOf(now, caller, clock.now());
  });
}

export async function changeMembership(
  { db, clock, boundaries }: ProgrammesDeps,
  who: Who,
  id: string,
  choice: MembershipChoice,
): Promise<Programme> {
  return db.asPerson(who, async (scope) => {
    const { row } = await findProgramme(scope, who, id);
    if (!row.joined_at) fail('not-found');
    await boundaries.holdForChange(scope);
    const columns = columnsOf(choice, dayIn(clock.now(), row.timezone));
    if (Object.keys(columns).length > 0) await rows.updateMembership(scope, id, { ...columns, chosen_at: clock.now() });
    const { row: now, caller } = await findProgramme(scope, who, id);
    return programmeOf(now, caller, clock.now());
  });
}

export async function endMembership(
  { db, boundaries, introductions }: ProgrammesDeps,
  who: Who,
  id: string,
): Promise<void> {
  await db.asPerson(who, async (scope) => {
    await findProgramme(scope, who, id);
    await boundaries.holdForChange(scope);
    await rows.deleteMembership(scope, id);
    await introductions.leaveProgramme(scope, id);
  });
}

export async function skipByLink(
  { db, clock, boundaries }: ProgrammesDeps,
  link: SkipLink,
  change: boolean | null,
): Promise<boolean | null> {
  const { aboutId: programmeId, at } = link;
  return db.asPerson(link, async (scope) => {
    await boundaries.holdForChange(scope);
    const today = dayIn(clock.now(), 'UTC');
    const before = await rows.selectSkip(scope, programmeId);
    const isOlder = before?.chosen_at && before.chosen_at > at;
    const isPast = before?.last_on && before.last_on > dayIn(at, before.timezone);
    if (!before || isOlder || isPast) return null;
    if (change !== null) await rows.updateMembership(scope, programmeId, { skip_on: change ? today : null });
    const row = await rows.selectSkip(scope, programmeId);
    return row ? row.skip_on !== null : null;
  });
}
