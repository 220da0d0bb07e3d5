import { setTimeout } from 'node:timers/promises';

/** Waiting that ends with the process. */
export interface Patience {
  wait(milliseconds: number): Promise<unknown>;
  isStopping(): boolean;
  stop(): void;
}

/** Lets time pass, or what stands in for it in tests; `stop` ends every wait. */
export function createPatience(pass?: (milliseconds: number) => Promise<unknown>): Patience {
  const stopping = new AbortController();
  const { signal } = stopping;
  return {
    wait:
      pass ?? ((milliseconds) => setTimeout(milliseconds, undefined, { signal, ref: false }).catch(() => undefined)),
    isStopping: () => signal.aborted,
    stop: () => stopping.abort(),
  };
}
