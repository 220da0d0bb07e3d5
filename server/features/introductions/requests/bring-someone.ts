import { dayIn } from '#server/platform/clock.ts';
import type { IntroductionsDeps } from '../introductions.deps.ts';
import { selectIntroductionMembers, type WorkspaceScope } from '../members/members.ts';
import { listHistory } from '../rounds/history.verbs.ts';
import { startIntroduction } from '../start-introduction.ts';
import * as rows from './requests.queries.ts';
import * as rules from './requests.rules.ts';

type Deps = Pick<IntroductionsDeps, 'db' | 'clock' | 'newId' | 'boundaries' | 'delivery'>;

/** Brings somebody who is open to it together with people; the new introduction, or null where nobody is free. */
export async function bringSomeone(
  deps: Deps,
  scope: WorkspaceScope,
  personIds: readonly string[],
  kind: 'request' | 'again',
): Promise<string | null> {
  await deps.boundaries.holdStill(scope);
  const now = deps.clock.now();
  const today = dayIn(now, await rows.selectWorkspaceZone(scope));
  const seed = [...personIds, today].join(' ');
  const wanted = { forIds: personIds, today, seed, most: rules.LOOKED_AT };
  const free = (await rows.selectRequestCandidates(scope, wanted)).filter((each) => rules.isFree(each, now));
  if (free.length === 0) return null;
  const found = await selectIntroductionMembers(scope, [...personIds, ...free.map(({ personId }) => personId)]);
  const those = found.filter((row) => personIds.includes(row.person_id));
  const others = found.filter((row) => !personIds.includes(row.person_id));
  const history = (await Promise.all(personIds.map((personId) => listHistory(scope, personId)))).flat();
  const best = rules.bestFor(those.map(rules.matchPersonOf), others.map(rules.matchPersonOf), history);
  const chosen = others.find((row) => row.person_id === best?.personId);
  if (!best || !chosen) return null;
  const id = deps.newId();
  await startIntroduction(deps, scope, { id, kind, members: [...those, chosen], reasons: best.reasons });
  await rows.settleRequests(scope, kind === 'request' ? [...personIds, chosen.person_id] : [chosen.person_id], id);
  return id;
}
