import type { Bridge, Cadence, Programme, RoundCertificate, RoundPreview, Rule } from '#contract/programmes.ts';
import type { Who } from '#server/platform/access-guard.ts';
import { dayIn, isTimeZone } from '#server/platform/clock.ts';
import type { Scope } from '#server/platform/database.ts';
import { fail } from '#server/platform/errors.ts';
import type { Floor } from '#server/platform/floor.ts';
import { insertPastPairs, selectKeys } from '../invitations/invitations.queries.ts';
import { roundedCount } from '../membership/membership.rules.ts';
import { readPairs } from '../pairs/pairs.rules.ts';
import { type Occasion, planOccasion } from '../planning/planning.ts';
import {
  countMembers,
  countPeople,
  type ProgrammeRow,
  updateProgramme,
  wasAnybodyInvited,
} from '../programmes.queries.ts';
import * as rules from '../programmes.rules.ts';
import type { Lookup, Parts } from '../programmes.ts';
import { countDoubtful, selectRounds } from '../rounds/rounds.queries.ts';
import { type createRounds, scheduleOf } from '../rounds/rounds.ts';
import { nextDay } from '../schedule/schedule.rules.ts';

interface Change {
  name?: string | undefined;
  size?: number | undefined;
  rule?: Rule | undefined;
  cadence?: Cadence | undefined;
  weekday?: number | undefined;
  drawTime?: string | undefined;
  timezone?: string | undefined;
  status?: 'running' | 'paused' | 'ended' | undefined;
}

interface WhatIf {
  size?: number | undefined;
  rule?: Rule | undefined;
  cadence?: Cadence | undefined;
}

type PreviewEvent =
  | { kind: 'progress'; done: number }
  | { kind: 'preview'; preview: RoundPreview }
  | { kind: 'nobody-due' };

const ROUNDS_SHOWN = 26;

/** What a host does: change, look ahead, send, and see how it went in counts. */
export function createHosting(floor: Floor, parts: Parts, look: Lookup, rounds: ReturnType<typeof createRounds>) {
  return {
    ...changes(floor, parts, look),
    ...looks(floor, parts, look),

    /** Draws today's round now; the next date stays. Returns its local date. */
    async sendNow(who: Who, id: string): Promise<string> {
      const row = await floor.db.asPerson(who, async (scope) => (await look.hosted(scope, who, id)).row);
      if (row.status !== 'running') fail('programmes.ended');
      const on = dayIn(floor.clock.now(), row.timezone);
      if (!(await rounds.publish(who.workspaceId, id, on, { leastGroups: 1 }))) fail('programmes.already-sent');
      await floor.db.asPerson(who, (scope) =>
        parts.log.write(scope, { action: 'programmes.send-now', about: { programmeId: id, on } }),
      );
      return on;
    },
  };
}

function changes(floor: Floor, { log }: Parts, look: Lookup) {
  const isMoved = (row: ProgrammeRow, change: Change): boolean =>
    (change.status === 'running' && row.status !== 'running') ||
    [change.cadence, change.weekday, change.drawTime, change.timezone].some((value) => value !== undefined);

  return {
    /** Changes what the caller hosts; dates that a change moves into the past are not caught up. */
    change: (who: Who, id: string, change: Change): Promise<Programme> =>
      floor.db.asPerson(who, async (scope) => {
        const { row } = await look.hosted(scope, who, id);
        if (change.timezone !== undefined && !isTimeZone(change.timezone)) fail('workspace.unknown-time-zone');
        if (row.status === 'ended') fail('programmes.ended');
        const { drawTime, ...same } = change;
        const given = Object.fromEntries(Object.entries(same).filter(([, value]) => value !== undefined));
        await updateProgramme(scope, id, {
          ...given,
          ...(drawTime !== undefined && { draw_time: drawTime }),
          ...(isMoved(row, change) && { open_since: floor.clock.now() }),
        });
        if (!row.is_host) await log.write(scope, { action: 'programmes.change', about: { programmeId: id } });
        const { row: now, caller } = await look.found(scope, who, id);
        return look.shaped(now, caller);
      }),

    /** The address that people join by. */
    link: (who: Who, id: string): Promise<string> =>
      floor.db.asPerson(who, async (scope) => linkOf(floor, look, scope, (await look.hosted(scope, who, id)).row)),

    /** A new address; the old one ends. */
    renewLink: (who: Who, id: string): Promise<string> =>
      floor.db.asPerson(who, async (scope) => {
        const { row } = await look.hosted(scope, who, id);
        const link_version = row.link_version + 1;
        await updateProgramme(scope, id, { link_version });
        return linkOf(floor, look, scope, { ...row, link_version });
      }),

    /** Remembers who met in an earlier tool; unknown people are counted and left out. */
    importPairs: (who: Who, id: string, text: string) =>
      floor.db.asPerson(who, async (scope) => {
        await look.hosted(scope, who, id);
        const { pairs, faults } = readPairs(text);
        if (pairs.length === 0) return fail('programmes.unreadable-pairs');
        const known = await selectKeys(scope, [...new Set(pairs.flatMap(({ a, b }) => [a, b]))]);
        const both = pairs.flatMap(({ a, b, on }) => {
          const [one, other] = [known.get(a), known.get(b)];
          if (!one || !other || one === other) return [];
          return [one < other ? { a: one, b: other, on } : { a: other, b: one, on }];
        });
        await insertPastPairs(scope, id, both);
        return { read: both.length, unknown: pairs.length - both.length, faults: faults.slice(0, 100) };
      }),
  };
}

const linkOf = (floor: Floor, look: Lookup, scope: Scope, row: ProgrammeRow): string =>
  `${floor.baseUrl}/p/${look.tokenOf(scope.workspaceId, row)}`;

function looks(floor: Floor, { introductions }: Parts, look: Lookup) {
  const inJobs = floor.db.asJobs;

  return {
    /** What the next round would be, as planned now: progress first. Nothing is written. */
    async preview(who: Who, id: string, whatIf: WhatIf, signal?: AbortSignal): Promise<AsyncGenerator<PreviewEvent>> {
      const { row, isSmall } = await floor.db.asPerson(who, async (scope) => ({
        ...(await look.hosted(scope, who, id)),
        isSmall: (await countPeople(scope)) < rules.SMALL,
      }));
      const { size, rule, cadence } = row;
      const setting = { size: whatIf.size ?? size, rule: whatIf.rule ?? rule, cadence: whatIf.cadence ?? cadence };
      const now = floor.clock.now();
      const on =
        nextDay({ ...scheduleOf(row), cadence: setting.cadence }, now, row.last_on) ?? dayIn(now, row.timezone);
      const occasion: Occasion = { programmeId: id, on, kind: row.kind, ...setting };
      const events = queue<PreviewEvent>();
      const onProgress = (done: number) => events.push({ kind: 'progress', done });
      const plan = inJobs(
        ({ db }) => planOccasion({ db, workspaceId: who.workspaceId }, occasion, introductions, { onProgress, signal }),
        who.workspaceId,
      );
      plan.then(({ plan: { groups }, certificate, bridges }) => {
        const preview = { ...setting, groups: groups.length, bridges: isSmall ? [] : bridges, certificate };
        events.end(groups.length === 0 ? { kind: 'nobody-due' } : { kind: 'preview', preview });
      }, events.fail);
      return events.all();
    },

    /** The host's page: what to do next, rounded counts, certificates. Never who. */
    host: (who: Who, id: string) =>
      floor.db.asPerson(who, async (scope) => {
        const { row, caller } = await look.hosted(scope, who, id);
        const isSmall = (await countPeople(scope)) < rules.SMALL;
        const counts = await inJobs(
          ({ db }) => countsOf({ db, workspaceId: who.workspaceId }, id, introductions),
          who.workspaceId,
        );
        const [last] = counts.rounds;
        const today = dayIn(floor.clock.now(), row.timezone);
        const daysSinceRound = last ? (Date.parse(today) - Date.parse(last.on)) / 86_400_000 : null;
        const { status, audience } = row;
        return {
          programme: look.shaped(row, caller),
          joined: isSmall ? null : roundedCount(counts.joined),
          isSmall,
          nextStep: rules.nextStep({
            status,
            audience,
            joined: counts.joined,
            wasInvited: counts.wasInvited,
            daysSinceRound,
          }),
          doubtful: counts.doubtful,
          rounds: counts.rounds.map((round) => ({
            on: round.on,
            certificate: round.certificate,
            met: isSmall ? null : roundedCount(round.met),
            placed: isSmall ? null : roundedCount(round.certificate.placed),
            bridges: isSmall ? [] : round.bridges,
          })),
        };
      }),
  };
}

async function countsOf(scope: Parameters<typeof selectRounds>[0], id: string, introductions: Parts['introductions']) {
  const kept = await selectRounds(scope, id, ROUNDS_SHOWN);
  const answers = await introductions.answersOf(scope, id);
  const last = kept[0]?.round_on;
  return {
    joined: await countMembers(scope, scope.workspaceId, id),
    wasInvited: await wasAnybodyInvited(scope, scope.workspaceId, id),
    doubtful: last ? await countDoubtful(scope, id, last) : 0,
    // Written by publication alone, from these very types.
    rounds: kept.map((round) => ({
      on: round.round_on,
      certificate: round.certificate as RoundCertificate,
      bridges: round.bridges as Bridge[],
      met: answers.get(round.round_on)?.met ?? 0,
    })),
  };
}

/** Events that one side pushes and the other awaits. */
function queue<T>() {
  const waiting: T[] = [];
  let wake = () => {};
  let state: 'open' | 'ended' | { error: unknown } = 'open';
  const change = (next: () => void) => {
    next();
    wake();
  };
  return {
    push: (event: T) => change(() => waiting.push(event)),
    end: (event: T) =>
      change(() => {
        waiting.push(event);
        state = 'ended';
      }),
    fail: (error: unknown) => change(() => (state = { error })),
    async *all(): AsyncGenerator<T> {
      for (;;) {
        for (let event = waiting.shift(); event !== undefined; event = waiting.shift()) yield event;
        if (typeof state === 'object') throw state.error;
        if (state === 'ended') return;
        await new Promise<void>((done) => {
          wake = done;
        });
      }
    },
  };
}
