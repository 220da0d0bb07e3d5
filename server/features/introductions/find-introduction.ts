import type { PersonCard } from '#contract/common.ts';
import type { IntroductionSummary } from '#contract/introductions.ts';
import type { Scope } from '#server/platform/database.ts';
import { fail } from '#server/platform/errors.ts';
import type { IntroductionsDeps } from './introductions.deps.ts';
import * as rows from './introductions.queries.ts';
import { standing } from './introductions.rules.ts';
import { standFor, type TimeState } from './times/times.rules.ts';
import { timeStatesOf } from './times/times.verbs.ts';

type Deps = Pick<IntroductionsDeps, 'db' | 'people' | 'boundaries'>;

/** An introduction of the caller, as it is written and as it looks to them; fails with `not-found`. */
export async function findIntroduction(
  deps: Deps,
  scope: Scope,
  id: string,
): Promise<{ row: rows.IntroductionRow; summary: IntroductionSummary }> {
  const [row] = await rows.selectIntroductions(scope, id);
  const [summary] = row ? await summarizeIntroductions(deps, scope, [row]) : [];
  return row && summary ? { row, summary } : fail('not-found');
}

/** How introductions look to the caller: whatever ended one looks the same. */
export async function summarizeIntroductions(
  { db, people, boundaries }: Deps,
  scope: Scope,
  found: rows.IntroductionRow[],
): Promise<IntroductionSummary[]> {
  const { workspaceId, personId } = scope;
  const ids = [...new Set(found.flatMap((row) => row.member_ids))].filter((id) => id !== personId);
  const cards = await people.cards(scope, ids);
  const here = await boundaries.reachable(scope, ids);
  const allIds = found.map((row) => row.introduction_id);
  const metDays = allIds.length ? await rows.selectMetDays(scope, allIds) : new Map<string, string>();
  const hoped = found.filter(({ again }) => again).map((row) => row.introduction_id);
  const mutual = hoped.length
    ? await db.asJobs('answers', workspaceId, (jobs) => rows.selectMutual(jobs, workspaceId, hoped))
    : [];
  const times = await timeStatesOf(scope, found);
  return found.flatMap((row) => {
    const id = row.introduction_id;
    const isMutual = mutual.includes(id);
    return (
      summaryOf(row, { personId, cards, here, metOn: metDays.get(id) ?? null, isMutual, time: times.get(id) }) ?? []
    );
  });
}

interface Known {
  personId: string;
  cards: ReadonlyMap<string, PersonCard>;
  /** Who is here for the caller today. */
  here: ReadonlySet<string>;
  metOn: string | null;
  isMutual: boolean;
  time: TimeState | undefined;
}

/** Null where nobody is left whom the caller could be told of. */
function summaryOf(row: rows.IntroductionRow, known: Known): IntroductionSummary | null {
  const { personId, cards, here, metOn, time } = known;
  const { isEnded, otherIds } = standing(row, { me: personId, here, hasMet: metOn !== null });
  const others = otherIds.flatMap((id) => cards.get(id) ?? []);
  if (others.length === 0) return null;
  const isRunning = !isEnded && metOn === null;
  return {
    id: row.introduction_id,
    kind: row.kind,
    others: isEnded ? others.map((other) => ({ ...other, photoUrl: null })) : others,
    programme: row.programme_id && row.programme ? { id: row.programme_id, name: row.programme } : null,
    roundOn: row.round_on,
    startedAt: row.started_at,
    isEnded,
    myAnswer: row.answer,
    metOn,
    maySwap: row.kind === 'round' && isRunning && row.answer === null && !row.has_swapped,
    time: isRunning && time ? { at: time.at, stand: standFor(time, personId), asked: time.asked } : null,
    again: metOn === null ? null : row.again,
    isMutual: metOn !== null && known.isMutual && otherIds.some((id) => here.has(id)),
  };
}

/** Those of some people whom the caller may be brought together with today. */
export async function whoIsWithinReach(
  { boundaries }: Pick<Deps, 'boundaries'>,
  scope: Scope,
  ids: readonly string[],
): Promise<string[]> {
  const here = await boundaries.reachable(scope, ids);
  return ids.filter((id) => here.has(id));
}
