import type { Cadence, RoundPreview, Rule } from '#contract/programmes.ts';
import type { Who } from '#server/platform/access-guard.ts';
import { dayIn } from '#server/platform/clock.ts';
import { fail } from '#server/platform/errors.ts';
import { type Found, findHosted } from '../find-programme.ts';
import type { ProgrammesDeps } from '../programmes.deps.ts';
import { countPeople } from '../programmes.queries.ts';
import { SMALL } from '../programmes.rules.ts';
import { countLook } from './figures.queries.ts';
import { planStandIns, standingFigures } from './figures.ts';

/** Another setting to look at; what is missing is the programme's own. */
interface WhatIf {
  size?: number | undefined;
  rule?: Rule | undefined;
  cadence?: Cadence | undefined;
}

export interface PreviewOptions extends WhatIf {
  /** Ends the planning. */
  signal?: AbortSignal | undefined;
}

export type PreviewEvent =
  | { kind: 'progress'; done: number }
  | { kind: 'preview'; preview: RoundPreview }
  | { kind: 'too-few' };

const LOOKS_A_DAY = 30;

export async function previewRound(
  deps: ProgrammesDeps,
  who: Who,
  id: string,
  { signal, ...whatIf }: PreviewOptions,
): Promise<AsyncGenerator<PreviewEvent>> {
  const { row, isSmall } = await beginLook(deps, who, id);
  const { size, rule, cadence } = row;
  const setting = { size: whatIf.size ?? size, rule: whatIf.rule ?? rule, cadence: whatIf.cadence ?? cadence };
  const { asOf, figures } = await deps.db.asJobs('preview', who.workspaceId, (jobs) =>
    standingFigures(deps, jobs, row),
  );
  const queue = createEventQueue<PreviewEvent>();
  if (isSmall || figures === null) queue.end({ kind: 'too-few' });
  else {
    const onProgress = (done: number) => queue.push({ kind: 'progress', done });
    planStandIns({ asOf, figures }, { kind: row.kind, ...setting }, { onProgress, signal }).then(
      (told) => queue.end({ kind: 'preview', preview: { ...setting, figures: told } }),
      queue.fail,
    );
  }
  return queue.events();
}

/** Counts a host's look, up to a day's limit, and notes it in the log. */
async function beginLook(
  { db, clock, log }: ProgrammesDeps,
  who: Who,
  id: string,
): Promise<Pick<Found, 'row'> & { isSmall: boolean }> {
  return db.asPerson(who, async (scope) => {
    const { row } = await findHosted(scope, who, id);
    const looks = await db.asJobs('preview', who.workspaceId, (jobs) =>
      countLook(jobs, { programmeId: id, personId: who.personId, on: dayIn(clock.now(), 'UTC') }),
    );
    if (looks > LOOKS_A_DAY) fail('programmes.too-many-looks');
    await log.write(scope, { action: 'programmes.preview', about: { programmeId: id } });
    return { row, isSmall: (await countPeople(scope)) < SMALL };
  });
}

/** Events that one side pushes and the other awaits. */
function createEventQueue<T>() {
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
    async *events(): AsyncGenerator<T> {
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
