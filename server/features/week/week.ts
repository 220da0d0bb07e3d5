import type { Week } from '#contract/week.ts';
import type { Who } from '#server/platform/access-guard.ts';
import { bindVerbs } from '#server/platform/verbs.ts';
import type { WeekDeps } from './week.deps.ts';
import { getWeek } from './week.verbs.ts';

/** Your people this week: a handful of colleagues, each with one small step. */
export interface WeekDoor {
  /** The caller's week; the same until the week ends, but for what people changed. */
  get(who: Who): Promise<Week>;
}

export const createWeek = (deps: WeekDeps): WeekDoor => bindVerbs(deps, { get: getWeek });
