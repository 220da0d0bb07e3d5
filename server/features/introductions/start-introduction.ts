import type { IntroductionKind } from '#contract/introductions.ts';
import type { Reason } from '#engine/matching/matching.ts';
import type { Note } from '#server/features/delivery/delivery.ts';
import { chooseDeeperGuide, chooseGuide } from './guide/guide.rules.ts';
import type { IntroductionsDeps } from './introductions.deps.ts';
import { insertIntroductions } from './introductions.queries.ts';
import { hasPowerGap, type WorkspaceScope } from './members/members.ts';
import { introductionNote } from './notices/notes.rules.ts';
import { holdSlots, pencilTimes } from './times/times.verbs.ts';

type Deps = Pick<IntroductionsDeps, 'db' | 'clock' | 'newId' | 'delivery'>;

interface ToIntroduce {
  person_id: string;
  manager_id: string | null;
}

export interface NewIntroduction<Member extends ToIntroduce = ToIntroduce> {
  id: string;
  kind: IntroductionKind;
  members: readonly Member[];
  reasons: readonly Reason[];
  /** True where they have met before: the guide begins deeper. */
  isDeeper?: boolean;
}

/** Starts one introduction and tells everybody in it at once, in the caller's transaction. */
export const startIntroduction = (deps: Deps, scope: WorkspaceScope, introduction: NewIntroduction): Promise<void> =>
  startIntroductions(deps, scope, [introduction], {
    programmeId: null,
    roundOn: null,
    notesFor: (id, { person_id }) => [introductionNote(id, person_id)],
  });

export interface HowStarted<Member> {
  programmeId: string | null;
  /** The local date of a round, 'YYYY-MM-DD'. */
  roundOn: string | null;
  /** What each member is told. */
  notesFor(id: string, member: Member): Note[];
}

/** Starts introductions, each with a guide and a time that is free for everybody in it, where there is one. */
export async function startIntroductions<Member extends ToIntroduce>(
  deps: Deps,
  scope: WorkspaceScope,
  introductions: readonly NewIntroduction<Member>[],
  { programmeId, roundOn, notesFor }: HowStarted<NoInfer<Member>>,
): Promise<void> {
  const now = deps.clock.now();
  const made = introductions.map(rowOf);
  const times = await pencilTimes(deps, scope, made, programmeId);
  const started = made.map((row) => ({ ...row, startsAt: times.get(row.id) ?? null }));
  await insertIntroductions(scope, started, { now, programmeId, roundOn });
  await holdSlots(scope, started);
  const notes = introductions.flatMap(({ id, members }) => members.flatMap((member) => notesFor(id, member)));
  await deps.delivery.tell(scope, ...notes);
}

function rowOf({ id, kind, members, reasons, isDeeper = false }: NewIntroduction) {
  const guide = (isDeeper ? chooseDeeperGuide : chooseGuide)(id, hasPowerGap(members));
  return {
    id,
    kind,
    memberIds: members.map(({ person_id }) => person_id),
    guide: JSON.stringify(guide),
    reasons: JSON.stringify(reasons),
  };
}
