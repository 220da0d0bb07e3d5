import { describe, expect, it } from 'vitest';
import { planRound, type RoundPlan } from '#engine/matching/matching.ts';
import { runInWorker } from './worker.ts';

const PLAN = { module: '#engine/matching/matching.ts', call: 'planRound' };
const peopleOf = (count: number, units: number) =>
  Array.from({ length: count }, (_, place) => ({ id: `p${place}`, unit: [`U${place % units}`] }));

describe('a pure function in a thread', () => {
  it('gives what it gives here, and says how far it is', async () => {
    const input = { people: peopleOf(3300, 40), seed: 7 };
    const shares: number[] = [];
    const plan = await runInWorker<RoundPlan>({ ...PLAN, input }, { onProgress: (done) => shares.push(done) });
    expect(plan).toEqual(planRound(input));
    expect(shares.length).toBeGreaterThan(2);
    expect(shares.at(-1)).toBe(1);
  });

  it('ends at once when nobody waits for it any more', async () => {
    const asked = new AbortController();
    const input = { people: peopleOf(40_000, 500), seed: 7 };
    const onProgress = () => asked.abort(new Error('gone'));
    await expect(runInWorker({ ...PLAN, input }, { signal: asked.signal, onProgress })).rejects.toThrow('gone');
    await expect(runInWorker({ ...PLAN, input }, { signal: asked.signal })).rejects.toThrow('gone');
    await expect.poll(() => process.getActiveResourcesInfo().includes('MessagePort')).toBe(false);
  });

  it('hands on what went wrong there', async () => {
    const input = { people: peopleOf(3, 1), size: 9 };
    await expect(runInWorker({ ...PLAN, input })).rejects.toThrow('from 2 to 8');
  });
});
