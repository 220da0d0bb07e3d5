import type { IntroductionRequest } from '#contract/introductions.ts';
import type { Who } from '#server/platform/access-guard.ts';
import { dayIn } from '#server/platform/clock.ts';
import { fail } from '#server/platform/errors.ts';
import type { IntroductionsDeps } from '../introductions.deps.ts';
import { holdName } from '../members/members.ts';
import { requestLapsedNote } from '../notices/notes.rules.ts';
import { bringSomeone } from './bring-someone.ts';
import * as rows from './requests.queries.ts';
import { ASKED_EVERY, WAITS_FOR } from './requests.rules.ts';

type Deps = Pick<IntroductionsDeps, 'db' | 'clock' | 'newId' | 'boundaries' | 'delivery'>;

export interface OwnRequest {
  request: IntroductionRequest | null;
  mayAskFrom: Date | null;
}

export function getRequest({ db, clock }: Deps, who: Who): Promise<OwnRequest> {
  return db.asPerson(who, async (scope) => {
    const mine = await rows.selectOwnRequest(scope);
    if (!mine) return { request: null, mayAskFrom: null };
    const again = new Date(mine.asked_at.getTime() + ASKED_EVERY);
    const mayAskFrom = again > clock.now() ? again : null;
    if (mine.status !== 'waiting' && mine.status !== 'lapsed') return { request: null, mayAskFrom };
    const ends = new Date(mine.asked_at.getTime() + WAITS_FOR);
    const until = dayIn(ends, await rows.selectWorkspaceZone(scope));
    return { request: { id: mine.request_id, askedAt: mine.asked_at, until, status: mine.status }, mayAskFrom };
  });
}

export async function askForIntroduction(deps: Deps, who: Who): Promise<string | null> {
  const id = deps.newId();
  await deps.db.asPerson(who, async (scope) => {
    await holdName(scope, `request of ${scope.personId}`);
    const mine = await rows.selectOwnRequest(scope);
    const [now, last] = [deps.clock.now(), mine?.asked_at.getTime() ?? 0];
    if (mine?.status === 'waiting' || now.getTime() - last < ASKED_EVERY) fail('introductions.already-requested');
    await rows.insertRequest(scope, { request_id: id, asked_at: now });
  });
  await answerWaiting(deps, who.workspaceId);
  const mine = await deps.db.asPerson(who, rows.selectOwnRequest);
  return mine?.request_id === id ? mine.introduction_id : null;
}

export const takeRequestBack = ({ db }: Deps, who: Who): Promise<void> => db.asPerson(who, rows.withdrawRequest);

export function answerWaiting(deps: Deps, workspaceId: string): Promise<void> {
  return deps.db.asJobs('requests', workspaceId, async (scope) => {
    // One at a time, so that nobody is introduced twice.
    await holdName(scope, 'introduction requests');
    const today = dayIn(deps.clock.now(), await rows.selectWorkspaceZone(scope));
    for (const personId of await rows.selectWaitingRequesters(scope, today)) {
      const stillWaits = (await rows.selectWaitingRequesters(scope, today)).includes(personId);
      if (stillWaits) await bringSomeone(deps, scope, [personId], 'request');
    }
  });
}

/** Lets rest what waited too long, and tells whoever asked. */
function lapseWaiting({ db, clock, delivery }: Deps, workspaceId: string): Promise<void> {
  return db.asJobs('requests', workspaceId, async (scope) => {
    const lapsed = await rows.lapseRequests(scope, new Date(clock.now().getTime() - WAITS_FOR));
    const notes = lapsed.map(({ request_id, person_id }) => requestLapsedNote(request_id, person_id));
    await delivery.tell(scope, ...notes);
  });
}

export async function tendRequests(deps: Deps): Promise<void> {
  for (const { workspaceId } of await deps.db.workspaces()) {
    if (!(await deps.db.asJobs('requests', workspaceId, rows.doesAnybodyWait))) continue;
    await lapseWaiting(deps, workspaceId);
    await answerWaiting(deps, workspaceId);
  }
}
