import type { Scope } from '#server/platform/database.ts';
import { fail } from '#server/platform/errors.ts';
import type { IntroductionsDeps } from '../introductions.deps.ts';
import { hoursInOrder, selectMemberHours, type WorkspaceScope } from '../members/members.ts';
import { timeNote } from '../notices/notes.rules.ts';
import * as rows from './times.queries.ts';
import * as rules from './times.rules.ts';

type Deps = Pick<IntroductionsDeps, 'db' | 'clock' | 'newId' | 'delivery'>;

/** The time of an introduction as it is written, and who is still in it. */
export interface StandingTime {
  startsAt: Date | null;
  isAgreed: boolean;
  remainingIds: readonly string[];
}

interface WithTime {
  introduction_id: string;
  member_ids: readonly string[];
  left_ids: readonly string[];
  starts_at: Date | null;
  is_agreed: boolean;
}

export const standingTimeOf = (row: WithTime): StandingTime => ({
  startsAt: row.starts_at,
  isAgreed: row.is_agreed,
  remainingIds: row.member_ids.filter((each) => !row.left_ids.includes(each)),
});

/** When people have introductions; in a person's transaction the background looks. */
function busyOf({ db, clock }: Deps, scope: WorkspaceScope | Scope, ids: readonly string[]) {
  const now = clock.now();
  return 'personId' in scope
    ? db.asJobs('answers', scope.workspaceId, (jobs) => rows.selectBusy(jobs, ids, now))
    : rows.selectBusy(scope, ids, now);
}

/** Finds for each of some introductions a time that is free for everybody in it; null where there is none. */
export async function pencilTimes(
  deps: Deps,
  scope: WorkspaceScope,
  wanted: readonly { id: string; memberIds: readonly string[] }[],
  programmeId: string | null,
): Promise<Map<string, Date | null>> {
  await rows.holdTimes(scope);
  const ids = [...new Set(wanted.flatMap(({ memberIds }) => memberIds))];
  const people = new Map((await selectMemberHours(scope, ids)).map((row) => [row.person_id, row]));
  const isLunch = programmeId !== null && (await rows.selectKind(scope, programmeId)) === 'lunch';
  const ahead = rules.timesAhead(deps.clock.now());
  const unset = wanted.map(({ id, memberIds }) => {
    const everybody = memberIds.flatMap((each) => people.get(each) ?? []);
    return { id, memberIds, possible: ahead(hoursInOrder(everybody), { isLunch }) };
  });
  // From a new id, so that nobody can reckon again which times were passed over.
  const chance = () => Number.parseInt(deps.newId().slice(0, 8), 16) / 2 ** 32;
  const chosen = rules.pencilIn(unset, await busyOf(deps, scope, ids), chance);
  return new Map([...chosen].map(([id, at]) => [id, at === null ? null : new Date(at)]));
}

/** Keeps the pencilled times free for everybody in it. */
export async function holdSlots(
  scope: WorkspaceScope,
  pencilled: readonly { id: string; memberIds: readonly string[]; startsAt: Date | null }[],
): Promise<void> {
  const slots = pencilled.flatMap(({ id, memberIds, startsAt }) =>
    startsAt ? memberIds.map((personId) => ({ introductionId: id, personId, at: startsAt })) : [],
  );
  await rows.insertSlots(scope, slots);
}

/** Somebody came into a running introduction: its time stays if it suits them, else all get another. */
export async function fitTime(deps: Deps, scope: WorkspaceScope, id: string, personId: string): Promise<void> {
  await rows.holdTimes(scope);
  const row = (await rows.selectTime(scope, id)) ?? fail('not-found');
  const at = row.starts_at;
  const memberIds = row.member_ids.filter((each) => !row.left_ids.includes(each));
  const busy = await busyOf(deps, scope, [personId]);
  if (at && at > deps.clock.now() && !busy.get(personId)?.has(at.getTime())) {
    await rows.insertSlots(scope, [{ introductionId: id, personId, at }]);
    if (row.is_agreed) await rows.setTime(scope, id, { at, isAgreed: false });
    return;
  }
  await rows.deleteSlots(scope, id, {});
  const next = (await pencilTimes(deps, scope, [{ id, memberIds }], row.programme_id)).get(id) ?? null;
  if (!next && !at) return;
  const sequence = await rows.setTime(scope, id, { at: next, isAgreed: false });
  if (next) await holdSlots(scope, [{ id, memberIds, startsAt: next }]);
  const others = memberIds.filter((each) => each !== personId);
  await deps.delivery.tell(scope, ...others.map((each) => timeNote(id, sequence, each)));
}

/** The caller left: their half hours are free again, and everybody's where nobody is left to meet. */
export async function releaseTime(deps: Deps, scope: Scope, id: string, standing: StandingTime): Promise<void> {
  const isOver = standing.remainingIds.length < 2;
  await rows.deleteSlots(scope, id, isOver ? {} : { personId: scope.personId });
  if (!isOver) await settleTime(deps, scope, id, standing);
}

/** Where everybody who is left said yes to one time, it is agreed, and all are told. */
export async function settleTime(
  deps: Deps,
  scope: WorkspaceScope,
  id: string,
  standing: StandingTime,
): Promise<boolean> {
  const at = rules.agreedOn(await timeStateOf(scope, id, standing), standing.remainingIds);
  if (!at) return false;
  await rows.deleteSlots(scope, id, { but: [at] });
  await agreeTime(deps, scope, id, { at, remainingIds: standing.remainingIds });
  return true;
}

/** Agrees on a time, and tells everybody. */
export async function agreeTime(
  { delivery }: Pick<Deps, 'delivery'>,
  scope: WorkspaceScope,
  id: string,
  { at, remainingIds }: { at: Date; remainingIds: readonly string[] },
): Promise<void> {
  const sequence = await rows.setTime(scope, id, { at, isAgreed: true });
  await delivery.tell(scope, ...remainingIds.map((personId) => timeNote(id, sequence, personId)));
}

/** What stands and what is asked of one introduction. */
export async function timeStateOf(scope: WorkspaceScope, id: string, standing: StandingTime): Promise<rules.TimeState> {
  const slots = (await rows.selectSlots(scope, [id])).get(id) ?? [];
  return rules.timeState(standing, slots, standing.remainingIds);
}

/** What stands and what is asked, by introduction. */
export async function timeStatesOf(
  scope: WorkspaceScope,
  introductions: readonly WithTime[],
): Promise<Map<string, rules.TimeState>> {
  const ids = introductions.map((row) => row.introduction_id);
  const slots = await rows.selectSlots(scope, ids);
  return new Map(
    introductions.map((row) => {
      const standing = standingTimeOf(row);
      return [
        row.introduction_id,
        rules.timeState(standing, slots.get(row.introduction_id) ?? [], standing.remainingIds),
      ];
    }),
  );
}

type Offered = Pick<WithTime, 'introduction_id' | 'member_ids' | 'left_ids'> & { programme_kind: string | null };

/** Times to choose from, by what everybody shows and the caller's own introductions. */
export async function offerTimes({ clock }: Pick<Deps, 'clock'>, scope: Scope, row: Offered) {
  const mine = await rows.selectOtherSlotsOfMine(scope, row.introduction_id);
  const remainingIds = row.member_ids.filter((each) => !row.left_ids.includes(each));
  const everybody = await selectMemberHours(scope, remainingIds);
  const how = { mine, isLunch: row.programme_kind === 'lunch' };
  return rules.offered(hoursInOrder(everybody), clock.now(), how);
}
