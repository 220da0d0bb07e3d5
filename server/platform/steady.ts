import { setImmediate, setTimeout } from 'node:timers/promises';

// Public answers leave on this beat, in milliseconds; what they do takes far less.
const STEP = 50;
// Timers are exact to about two milliseconds; the rest is waited for turn by turn.
const COARSE = 3;

/** Waits for work and then, whatever came of it, for the next beat after its start: its time tells nothing of what was found. */
export async function steadily<T>(work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  try {
    return await work();
  } finally {
    const until = start + Math.ceil((performance.now() - start) / STEP) * STEP;
    const wait = until - performance.now() - COARSE;
    if (wait > 0) await setTimeout(wait);
    while (performance.now() < until) await setImmediate();
  }
}
