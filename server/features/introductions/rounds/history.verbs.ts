import type { Meeting } from '#engine/matching/matching.ts';
import type { WorkspaceScope } from '../members/members.ts';
import * as rows from './rounds.queries.ts';
import { type MemberFeedback, meetingsOf } from './rounds.rules.ts';

/** Every pair that was ever introduced, in the workspace or to one person, with what came of it. */
export async function listHistory(scope: WorkspaceScope, personId?: string): Promise<Meeting[]> {
  const said = new Map<string, Map<string, MemberFeedback>>();
  for (const { id, personId: by, ...rest } of await rows.selectFeedback(scope, personId)) {
    const known = said.get(id) ?? new Map<string, MemberFeedback>();
    said.set(id, known.set(by, rest));
  }
  const met = await rows.selectOtherMoments(scope, personId);
  const past = (await rows.selectPast(scope, personId)).flatMap((row) => meetingsOf(row, said.get(row.id)));
  return [...met.map((each): Meeting => ({ ...each, outcome: 'met' })), ...past];
}
