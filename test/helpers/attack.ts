import { expect, it } from 'vitest';
import type { AttackId } from '#contract/evidence.ts';

/** What an attack tells of itself. */
export interface Attempts {
  /** Counts tries. */
  tried(times?: number): void;
  /** Notes a try that succeeded: what was learned, taken or broken. */
  succeeded(what: string): void;
  /** Notes a measured value and what it must not exceed; more counts as a success. */
  figure(name: string, value: number, most: number): void;
}

export interface Outcome {
  tried: number;
  succeeded: string[];
  figures: { name: string; value: number; most: number }[];
}

declare module 'vitest' {
  interface TaskMeta {
    attack?: Outcome;
  }
}

/** An attack as a test: it passes only if it was tried and never succeeded. Its outcome stands in the table of `npm run test:trust`. */
export function attack(id: AttackId, run: (attempts: Attempts) => Promise<void>, timeout = 600_000): void {
  it(id, { timeout }, async ({ task }) => {
    const outcome: Outcome = { tried: 0, succeeded: [], figures: [] };
    task.meta.attack = outcome;
    await run({
      tried: (times = 1) => {
        outcome.tried += times;
      },
      succeeded: (what) => outcome.succeeded.push(what),
      figure: (name, value, most) => {
        outcome.figures.push({ name, value, most });
        if (!(value <= most)) outcome.succeeded.push(`${name}: ${value}, at most ${most}`);
      },
    });
    expect(outcome.succeeded.slice(0, 20)).toEqual([]);
    expect(outcome.tried, 'an attack that tries nothing proves nothing').toBeGreaterThan(0);
  });
}
