import type { Told } from '#server/features/delivery/delivery.ts';
import { dayIn } from '#server/platform/clock.ts';
import type { JobScope } from '#server/platform/database.ts';
import type { IntroductionsDeps } from '../introductions.deps.ts';
import * as rows from './notices.queries.ts';

type Deps = Pick<IntroductionsDeps, 'db' | 'clock'>;

const isPaused = (until: string | null, today: string): boolean => until !== null && until >= today;

/** A hello still waits, and both are here and open to it. */
export async function isHelloStillWanted({ db, clock }: Deps, { workspaceId, aboutId }: Told): Promise<boolean> {
  if (!aboutId) return true;
  const row = await db.asJobs('letters', workspaceId, (scope) => rows.selectHelloForMail(scope, workspaceId, aboutId));
  if (row?.status !== 'waiting' || row.hidden_id !== null || row.hellos !== true) return false;
  const today = dayIn(clock.now(), row.timezone);
  return row.sender === 'active' && !isPaused(row.paused_until, today) && !isPaused(row.sender_paused_until, today);
}

/** What else must hold of an introduction for one kind of message. */
export type AlsoHolds = (row: rows.ForMail, scope: JobScope, id: string) => boolean | Promise<boolean>;

/** An introduction runs for its receiver, who is here and has somebody within reach in it. */
export async function isIntroductionStillWanted(
  { db, clock }: Deps,
  { workspaceId, personId, aboutId }: Told,
  alsoHolds: AlsoHolds = () => true,
): Promise<boolean> {
  if (!aboutId) return true;
  return db.asJobs('letters', workspaceId, async (scope) => {
    const row = await rows.selectForMail(scope, { workspaceId, id: aboutId, personId });
    if (!row || row.endedAt !== null || !(await alsoHolds(row, scope, aboutId))) return false;
    const ids = row.memberIds.filter((each) => !row.leftIds.includes(each));
    const today = dayIn(clock.now(), row.timezone);
    const present = await rows.selectPresent(scope, { workspaceId, ids, viewerId: personId, today });
    return present.includes(personId) && present.length > 1;
  });
}

/** Nothing was said yet of whether they met. */
export const isUnanswered: AlsoHolds = ({ answer, hasMet }) => answer === null && !hasMet;

export const haveMet: AlsoHolds = ({ hasMet }) => hasMet;

export const doesRhythmRun: AlsoHolds = async ({ hasMet }, scope, id) =>
  hasMet && rows.isRhythmRunning(scope, scope.workspaceId, id);
