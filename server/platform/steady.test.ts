import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { steadily } from './steady.ts';

const timeOf = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await steadily(work).catch(() => undefined);
  return performance.now() - start;
};

describe('steadily', () => {
  it('takes as long for an answer as for a failure, and hands both on', async () => {
    expect(await steadily(async () => 'yes')).toBe('yes');
    await expect(
      steadily(async () => {
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    for (const work of [async () => 1, () => setTimeout(20), () => Promise.reject(new Error('no'))])
      expect(await timeOf(work)).toBeGreaterThanOrEqual(50);
  });

  it('waits for a later beat where the work took longer', async () => {
    expect(await timeOf(() => setTimeout(60))).toBeGreaterThanOrEqual(100);
  });
});
