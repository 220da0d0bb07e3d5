import type { Meeting, Reason } from '#engine/matching/matching.ts';
import { fail } from '#server/platform/errors.ts';
import type { IntroductionsDeps } from '../introductions.deps.ts';
import type { WorkspaceScope } from '../members/members.ts';
import { startIntroductions } from '../start-introduction.ts';
import { fitTime } from '../times/times.verbs.ts';
import { listHistory } from './history.verbs.ts';
import * as rows from './rounds.queries.ts';
import { type RoundNotes, roundNotes } from './rounds.rules.ts';

type Deps = Pick<IntroductionsDeps, 'db' | 'clock' | 'newId' | 'delivery'>;

/** A planned round, or people of one who are placed again. */
export interface PlannedRound {
  programmeId: string;
  /** The local date of the programme, 'YYYY-MM-DD'. */
  roundOn: string;
  groups: readonly { memberIds: readonly string[]; reasons: readonly Reason[] }[];
}

// Rows of one statement.
const AT_ONCE = 4000;

export async function publishRound(deps: Deps, scope: WorkspaceScope, round: PlannedRound): Promise<string[]> {
  const ids: string[] = [];
  const notesFor = roundNotes(round.roundOn, deps.clock.now());
  for (let start = 0; start < round.groups.length; start += AT_ONCE) {
    const groups = round.groups.slice(start, start + AT_ONCE);
    ids.push(...(await publishGroups(deps, scope, { ...round, groups }, notesFor)));
  }
  return ids;
}

async function publishGroups(
  deps: Deps,
  scope: WorkspaceScope,
  { programmeId, roundOn, groups }: PlannedRound,
  notesFor: RoundNotes,
): Promise<string[]> {
  const everybody = groups.flatMap(({ memberIds }) => memberIds);
  const places = new Map((await rows.selectZonesAndManagers(scope, everybody)).map((row) => [row.person_id, row]));
  const introductions = groups.map(({ memberIds, reasons }) => ({
    id: deps.newId(),
    kind: 'round' as const,
    members: memberIds.map((each) => places.get(each) ?? fail('not-found')),
    reasons,
  }));
  const personIds = [...places.keys()];
  await rows.releasePlaces(scope, { personIds, programmeId, roundOn, now: deps.clock.now() });
  await startIntroductions(deps, scope, introductions, { programmeId, roundOn, notesFor });
  return introductions.map(({ id }) => id);
}

export async function joinGroup(
  deps: Deps,
  scope: WorkspaceScope,
  introductionId: string,
  personId: string,
): Promise<boolean> {
  const [place] = await rows.selectZonesAndManagers(scope, [personId]);
  const round = place && (await rows.addMember(scope, introductionId, personId));
  if (!round) return false;
  const now = deps.clock.now();
  await rows.releasePlaces(scope, { ...round, personIds: [personId], now });
  await rows.insertMember(scope, { introductionId, personId, ...round });
  await fitTime(deps, scope, introductionId, personId);
  await deps.delivery.tell(scope, ...roundNotes(round.roundOn, now)(introductionId, place));
  return true;
}

export const listAllHistory = (_: Deps, scope: WorkspaceScope): Promise<Meeting[]> => listHistory(scope);

export interface RunningGroup {
  id: string;
  /** Who is still in it. */
  memberIds: string[];
}

export async function listRunning(
  _: Deps,
  scope: WorkspaceScope,
  programmeId: string,
  roundOn: string,
): Promise<RunningGroup[]> {
  const running = await rows.selectRunningOfRound(scope, programmeId, roundOn);
  return running.map(({ id, memberIds, leftIds }) => ({
    id,
    memberIds: memberIds.filter((each) => !leftIds.includes(each)),
  }));
}

export interface RoundAnswers {
  introductions: number;
  met: number;
}

export async function listAnswers(
  _: Deps,
  scope: WorkspaceScope,
  programmeId: string,
): Promise<Map<string, RoundAnswers>> {
  const counted = await rows.countAnswers(scope, programmeId);
  return new Map(counted.map(({ roundOn, ...counts }) => [roundOn, counts]));
}
