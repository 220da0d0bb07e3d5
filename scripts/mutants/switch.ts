import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';

/** What a run tells its workers: which mutant is on (−1: none, note which are reached), and how long loops may take. */
export interface Order {
  active: number;
  count: number;
  within: number;
}

declare global {
  var __mutants: { is(id: number): boolean; tick(): void };
}

// Tests may put a clock of their own in place.
const now = performance.now.bind(performance);
const folder = process.env.LOAM_MUTANTS ?? '';
const order: Order = JSON.parse(readFileSync(join(folder, 'order.json'), 'utf8'));
const seen = new Uint8Array(order.count);
const until = now() + order.within;
let ticks = 0;

function note(id: number): boolean {
  if (seen[id] === 0) appendFileSync(join(folder, 'seen.txt'), `${id}\t${expect.getState().testPath}\n`);
  seen[id] = 1;
  return false;
}

globalThis.__mutants = {
  is: order.active === -1 ? note : (id) => id === order.active,
  tick: () => {
    ticks += 1;
    if (ticks % 4096 === 0 && now() > until) throw new Error('A loop without end.');
  },
};
