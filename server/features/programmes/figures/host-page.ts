import type { Cadence, Programme, RoundCertificate, RoundPreview, Rule } from '#contract/programmes.ts';
import type { Who } from '#server/platform/access-guard.ts';
import { dayIn, isTimeZone } from '#server/platform/clock.ts';
import type { Scope } from '#server/platform/database.ts';
import { fail } from '#server/platform/errors.ts';
import type { Floor } from '#server/platform/floor.ts';
import { insertPastPairs, selectKeys } from '../invitations/invitations.queries.ts';
import { readPairs } from '../past-pairs/past-pairs.rules.ts';
import type { Lookup, ProgrammesDeps } from '../programmes.deps.ts';
import { countPeople, type ProgrammeRow, updateProgramme } from '../programmes.queries.ts';
import * as rules from '../programmes.rules.ts';
import { type createRounds, scheduleOf } from '../rounds/draw-round.ts';
import { countDoubtful, type JobScope, selectRounds, selectRunning } from '../rounds/rounds.queries.ts';
import { nextDay } from '../rounds/schedule.rules.ts';
import { countLook } from './figures.queries.ts';
import { BLUR, told } from './figures.rules.ts';
import { figuresAsTold, planStandIns, standingFigures } from './figures.ts';

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
  | { kind: 'too-few' };

const ROUNDS_SHOWN = 26;
const LOOKS_A_DAY = 30;

/** What a host does: change, look ahead, send, and see how it went in counts. */
export function createHosting(
  floor: Floor,
  parts: ProgrammesDeps,
  look: Lookup,
  rounds: ReturnType<typeof createRounds>,
) {
  return {
    ...changes(floor, parts, look),
    ...looks(floor, parts, look),

    /** Draws today's round now, whoever is due; the next date stays. Returns its local date. */
    async sendNow(who: Who, id: string): Promise<string> {
      const row = await floor.db.asPerson(who, async (scope) => (await look.hosted(scope, who, id)).row);
      if (row.status !== 'running') fail('programmes.ended');
      const on = dayIn(floor.clock.now(), row.timezone);
      if (!(await rounds.publish(who.workspaceId, id, on))) fail('programmes.already-sent');
      await floor.db.asPerson(who, (scope) =>
        parts.log.write(scope, { action: 'programmes.send-now', about: { programmeId: id, on } }),
      );
      return on;
    },
  };
}

function changes(floor: Floor, { log }: ProgrammesDeps, look: Lookup) {
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
        const { drawTime, name, ...same } = change;
        const given = Object.fromEntries(Object.entries(same).filter(([, value]) => value !== undefined));
        await updateProgramme(scope, id, {
          ...given,
          ...(name !== undefined && { name: rules.plainName(name) ?? fail('programmes.name-leads-away') }),
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

    /** Remembers who met in an earlier tool; whom the directory does not know is left out, and not told. */
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
        await log.write(scope, { action: 'programmes.import-pairs', about: { programmeId: id, lines: pairs.length } });
        return { read: pairs.length, faults: faults.slice(0, 100) };
      }),
  };
}

const linkOf = (floor: Floor, look: Lookup, scope: Scope, row: ProgrammeRow): string =>
  `${floor.baseUrl}/p/${look.tokenOf(scope.workspaceId, row)}`;

/** The date that the next round would have. */
const nextOn = (floor: Floor, row: Parameters<typeof scheduleOf>[0] & { last_on: string | null }): string =>
  nextDay(scheduleOf(row), floor.clock.now(), row.last_on) ?? dayIn(floor.clock.now(), row.timezone);

function looks(floor: Floor, { log }: ProgrammesDeps, look: Lookup) {
  return {
    /** About what the next round would be: progress first. Nothing is drawn, and nobody's choice can be read from it. */
    async preview(who: Who, id: string, whatIf: WhatIf, signal?: AbortSignal): Promise<AsyncGenerator<PreviewEvent>> {
      const { row, isSmall } = await floor.db.asPerson(who, async (scope) => {
        const { row } = await look.hosted(scope, who, id);
        const looks = await floor.db.asJobs('preview', who.workspaceId, (jobs) =>
          countLook(jobs, { programmeId: id, personId: who.personId, on: dayIn(floor.clock.now(), 'UTC') }),
        );
        if (looks > LOOKS_A_DAY) fail('programmes.too-many-looks');
        await log.write(scope, { action: 'programmes.preview', about: { programmeId: id } });
        return { row, isSmall: (await countPeople(scope)) < rules.SMALL };
      });
      const { size, rule, cadence } = row;
      const setting = { size: whatIf.size ?? size, rule: whatIf.rule ?? rule, cadence: whatIf.cadence ?? cadence };
      const { asOf, figures } = await floor.db.asJobs('preview', who.workspaceId, (jobs) =>
        standingFigures(floor, jobs, row, nextOn(floor, row)),
      );
      const events = queue<PreviewEvent>();
      if (isSmall || figures === null) events.end({ kind: 'too-few' });
      else {
        const onProgress = (done: number) => events.push({ kind: 'progress', done });
        planStandIns({ asOf, figures }, { kind: row.kind, ...setting }, { onProgress, signal }).then(
          (told) => events.end({ kind: 'preview', preview: { ...setting, figures: told } }),
          events.fail,
        );
      }
      return events.all();
    },

    /** Once a day: looks whether so many have moved that figures are told anew. */
    async refreshFigures(): Promise<void> {
      for (const { workspaceId } of await floor.db.workspaces())
        await floor.db.asJobs('preview', workspaceId, async (scope) => {
          for (const row of await selectRunning(scope)) await standingFigures(floor, scope, row, nextOn(floor, row));
        });
    },

    /** The host's page: what to do next, blurred counts that stand still, certificates. Never who. */
    host: (who: Who, id: string) =>
      floor.db.asPerson(who, async (scope) => {
        const { row, caller } = await look.hosted(scope, who, id);
        const isSmall = (await countPeople(scope)) < rules.SMALL;
        const counts = await floor.db.asJobs('results', who.workspaceId, (jobs) => countsOf(jobs, row));
        const [last] = counts.rounds;
        const today = dayIn(floor.clock.now(), row.timezone);
        const { status, audience } = row;
        const joined = isSmall ? null : counts.joined;
        return {
          programme: look.shaped(row, caller),
          joined,
          isSmall,
          nextStep: rules.nextStep({
            status,
            audience,
            joined,
            wasInvited: row.invited_at !== null,
            daysSinceRound: last ? (Date.parse(today) - Date.parse(last.on)) / 86_400_000 : null,
          }),
          doubtful: counts.doubtful,
          rounds: counts.rounds.map((round) => ({
            on: round.on,
            certificate: isSmall ? null : round.certificate,
            met: isSmall ? null : round.met,
          })),
        };
      }),
  };
}

async function countsOf(scope: JobScope, row: ProgrammeRow) {
  const kept = await selectRounds(scope, row.programme_id, ROUNDS_SHOWN);
  const figures = await figuresAsTold(scope, row.programme_id);
  const [last] = kept;
  return {
    joined: figures && told(figures.joined),
    // A fault of the mail, not of a person; few of them are not told.
    doubtful: last ? told((await countDoubtful(scope, row.programme_id, last.round_on)) + BLUR) : null,
    rounds: kept.map((round) => ({
      on: round.round_on,
      // Written by publication alone, from this very type.
      certificate: (round.told ?? null) as RoundCertificate | null,
      met: round.settled_at === null ? null : { about: told(round.met ?? 0) },
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
