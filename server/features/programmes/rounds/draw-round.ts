import type { Boundaries } from '#server/features/boundaries/boundaries.ts';
import type { Delivery, Note } from '#server/features/delivery/delivery.ts';
import type { IntroductionsDoor } from '#server/features/introductions/introductions.ts';
import { addDays, dayIn } from '#server/platform/clock.ts';
import type { Scope } from '#server/platform/database.ts';
import { fail } from '#server/platform/errors.ts';
import type { Floor } from '#server/platform/floor.ts';
import { blurred, chanceOf } from '../figures/figures.rules.ts';
import { certificateFor } from '../figures/figures.ts';
import { basisOf, dueMembers, type Occasion, type Planned, planOccasion } from './planning.ts';
import * as rows from './rounds.queries.ts';
import * as rules from './rounds.rules.ts';
import { drawAt, nextDay, roundToDraw, type Schedule } from './schedule.rules.ts';

export interface Parts {
  delivery: Pick<Delivery, 'tell'>;
  introductions: Pick<IntroductionsDoor, 'publish' | 'historyOf' | 'runningOf' | 'joinGroup' | 'answersOf'>;
  boundaries: Pick<Boundaries, 'holdStill'>;
}

type Programme = Awaited<ReturnType<typeof rows.selectRunning>>[number];

export const scheduleOf = (row: {
  cadence: Schedule['cadence'];
  weekday: number;
  draw_time: string;
  timezone: string;
  starts_on: string;
}): Schedule => ({
  cadence: row.cadence,
  weekday: row.weekday,
  drawTime: row.draw_time,
  timezone: row.timezone,
  startsOn: row.starts_on,
});

const REMIND_AHEAD = 2 * 86_400_000;

/** Rounds: drawn when their time has come, once, and told in the same transaction. */
export function createRounds(floor: Floor, parts: Parts) {
  const inWorkspace = <T>(workspaceId: string, work: (scope: rows.JobScope) => Promise<T>) =>
    floor.db.asJobs('rounds', workspaceId, work);
  const publish = publisher(floor, parts);

  const eachRunning = async (work: (workspaceId: string, programme: Programme) => Promise<unknown>) => {
    for (const { workspaceId } of await floor.db.workspaces()) {
      for (const programme of await inWorkspace(workspaceId, rows.selectRunning)) {
        // One programme that fails must not keep the others waiting.
        await work(workspaceId, programme).catch((error: unknown) =>
          floor.log.error('programmes.failed', {
            programme: programme.programme_id,
            reason: error instanceof Error ? error.message : 'unknown',
          }),
        );
      }
    }
  };

  return {
    /** Draws what is due, reminds, and places again whose morning has come. Safe in several processes at once. */
    async runDue(): Promise<void> {
      await eachRunning(async (workspaceId, programme) => {
        const now = floor.clock.now();
        const known = { lastOn: programme.last_on, openSince: programme.open_since };
        const on = roundToDraw(scheduleOf(programme), now, known);
        if (on) await inWorkspace(workspaceId, (scope) => publish(scope, programme.programme_id, on));
        await inWorkspace(workspaceId, (scope) => remind(floor, parts, scope, programme));
      });
      for (const { workspaceId } of await floor.db.workspaces())
        await inWorkspace(workspaceId, async (scope) => {
          await placeWaiting(floor, parts, scope);
          await settleMet(floor, parts, scope);
        });
    },

    /** Draws a programme's round of a local date now; false where it was drawn before. */
    publish: (workspaceId: string, programmeId: string, on: string): Promise<boolean> =>
      inWorkspace(workspaceId, (scope) => publish(scope, programmeId, on)),

    /** Somebody was left alone in a round: placed again next morning. */
    async whenLeft(
      scope: Scope,
      of: { programmeId: string; roundOn: string; waiting: { personId: string; dueAt: Date }[]; avoid: string[] },
    ): Promise<void> {
      await rows.insertWaits(
        scope,
        of.waiting.map(({ personId, dueAt }) => ({
          programme_id: of.programmeId,
          round_on: of.roundOn,
          person_id: personId,
          state: 'waiting' as const,
          due_at: dueAt,
          avoid: of.avoid.filter((id) => id !== personId),
        })),
      );
    },
  };
}

function publisher(floor: Floor, parts: Parts) {
  /** A plan that still holds now; from here on limits hold still until the transaction ends. */
  const planned = async (scope: rows.JobScope, occasion: Occasion): Promise<Planned> => {
    const plan = await planOccasion(scope, occasion, parts.introductions);
    await parts.boundaries.holdStill(scope);
    const holds = (await basisOf(scope, occasion)).text === plan.basis;
    return holds ? plan : planOccasion(scope, occasion, parts.introductions);
  };

  return async (scope: rows.JobScope, programmeId: string, on: string): Promise<boolean> => {
    if (!(await rows.tryHold(scope, `round ${programmeId}`))) return false;
    if (await rows.roundExists(scope, programmeId, on)) return false;
    const programme = (await rows.selectRunningOne(scope, programmeId)) ?? fail('programmes.ended');
    const { kind, size, rule } = programme;
    const plan = await planned(scope, { programmeId, on, kind, size, rule });
    const drawn = { programmeId, on, setting: { kind, size, rule }, plan, certificate: plan.certificate };
    const told = await certificateFor(floor, scope, drawn);
    await rows.insertRound(scope, {
      programme_id: programmeId,
      round_on: on,
      planned_at: floor.clock.now(),
      size,
      certificate: JSON.stringify(plan.certificate),
      bridges: JSON.stringify(plan.bridges),
      told: told && JSON.stringify(told),
    });
    const { groups } = plan.plan;
    await parts.introductions.publish(scope, {
      programmeId,
      roundOn: on,
      groups: groups.map(({ members, reasons }) => ({ memberIds: members, reasons })),
    });
    await settle(floor, parts, scope, { programmeId, on, size, plan });
    return true;
  };
}

/** Counts the round for each member and tells those without a place at once. */
async function settle(
  floor: Floor,
  parts: Parts,
  scope: rows.JobScope,
  round: { programmeId: string; on: string; size: number; plan: Planned },
): Promise<void> {
  const { programmeId, on, plan } = round;
  const unplaced = [...plan.plan.leftOut.map(({ id }) => id), ...plan.notDrawn];
  const placed = plan.plan.groups.flatMap(({ members }) => members);
  const odd = plan.plan.groups.filter(({ members }) => members.length > round.size).flatMap(({ members }) => members);
  await rows.countRound(scope, programmeId, { on, placed, odd, unplaced });
  await tellUnplaced(floor, parts, scope, { programmeId, on, unplaced });
}

async function tellUnplaced(
  floor: Floor,
  parts: Parts,
  scope: rows.JobScope,
  of: { programmeId: string; on: string; unplaced: readonly string[] },
): Promise<void> {
  const now = floor.clock.now();
  await rows.insertWaits(
    scope,
    of.unplaced.map((person_id) => ({
      programme_id: of.programmeId,
      round_on: of.on,
      person_id,
      state: 'unplaced' as const,
      due_at: now,
    })),
  );
  const notes = of.unplaced.map(
    (personId): Note => ({
      key: `round-unplaced:${of.programmeId}:${of.on}:${personId}`,
      personId,
      kind: 'round-unplaced',
      aboutId: of.programmeId,
    }),
  );
  await parts.delivery.tell(scope, ...notes);
}

/** Two days before a draw: what comes, with one press to sit it out. */
async function remind(floor: Floor, { delivery }: Parts, scope: rows.JobScope, programme: Programme): Promise<void> {
  const [now, schedule] = [floor.clock.now(), scheduleOf(programme)];
  const on = nextDay(schedule, now, programme.last_on);
  if (on === null || drawAt(schedule, on).getTime() - now.getTime() > REMIND_AHEAD) return;
  if (!(await rows.markReminded(scope, programme.programme_id, on))) return;
  const due = await dueMembers(scope, programme.programme_id, on);
  const notes = due.map(
    ({ person_id: personId }): Note => ({
      key: `round-reminder:${programme.programme_id}:${on}:${personId}`,
      personId,
      kind: 'round-reminder',
      aboutId: programme.programme_id,
    }),
  );
  await delivery.tell(scope, ...notes);
}

/** Places again whose morning has come: with another who waits, else in a running group, else first next time. */
async function placeWaiting(floor: Floor, parts: Parts, scope: rows.JobScope): Promise<void> {
  const waiting = await rows.selectWaiting(scope, floor.clock.now());
  const rounds = Map.groupBy(waiting, (row) => `${row.programme_id} ${row.round_on}`);
  for (const list of rounds.values()) {
    const [first] = list;
    if (!first || !(await rows.tryHold(scope, `round ${first.programme_id}`))) continue;
    await placeRound(floor, parts, scope, list);
  }
}

type Wait = Awaited<ReturnType<typeof rows.selectWaiting>>[number];

async function placeRound(floor: Floor, parts: Parts, scope: rows.JobScope, found: readonly Wait[]): Promise<void> {
  const [first] = found;
  if (!first) return;
  const { programme_id: programmeId, round_on: on } = first;
  await parts.boundaries.holdStill(scope);
  const members = await rows.selectMembers(
    scope,
    programmeId,
    found.map((row) => row.person_id),
  );
  const isHere = (row: rows.MemberRow) =>
    row.status === 'active' && (row.paused_until === null || row.paused_until < on);
  const here = new Set(members.filter(isHere).map((row) => row.person_id));
  const running = await parts.introductions.runningOf(scope, programmeId, on);
  const placing = rules.placeAgain({
    waiting: found.filter((row) => here.has(row.person_id)).map((row) => ({ id: row.person_id, avoid: row.avoid })),
    groups: running.map(({ id, memberIds }) => ({ id, members: memberIds })),
    size: (await rows.selectRunningOne(scope, programmeId))?.size ?? 2,
    apart: await rows.selectVeils(scope),
    history: await parts.introductions.historyOf(scope),
  });
  await parts.introductions.publish(scope, {
    programmeId,
    roundOn: on,
    groups: placing.pairs.map((memberIds) => ({ memberIds, reasons: [] })),
  });
  const placed = new Set(placing.pairs.flat());
  for (const { id, personId } of placing.joining)
    if (await parts.introductions.joinGroup(scope, id, personId)) placed.add(personId);
  for (const row of found) await rows.settleWait(scope, row, placed.has(row.person_id) ? 'placed' : 'unplaced');
  const unplaced = found.map((row) => row.person_id).filter((id) => here.has(id) && !placed.has(id));
  await tellUnplaced(floor, parts, scope, { programmeId, on, unplaced });
}

const SETTLED_AFTER = 7;

/** A week after a round: how many met, blurred and fixed. */
async function settleMet(floor: Floor, { introductions }: Parts, scope: rows.JobScope): Promise<void> {
  const now = floor.clock.now();
  const unsettled = await rows.selectUnsettled(scope, addDays(dayIn(now, 'UTC'), -SETTLED_AFTER - 1));
  for (const { programme_id: programmeId, round_on: on } of unsettled) {
    const met = (await introductions.answersOf(scope, programmeId)).get(on)?.met ?? 0;
    const chance = chanceOf(floor.secrets.derive('figures'), floor.newId());
    await rows.settleRound(scope, { programmeId, on, met: blurred(met, chance), now });
  }
}
