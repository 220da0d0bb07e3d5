import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refused } from '#server/ports/channel.ts';
import { afterBusy, afterSlow, afterStreak, afterTrouble, type Pace, verdictOf, widthOf } from './queue.rules.ts';

const now = new Date('2026-11-23T09:00:00Z');
const fresh: Pace = { nextAt: now, gapMs: 0, failures: 0 };
const early = ['connect', 'tls', 'greeting', 'sign-in', 'sender'] as const;
const stages = [...early, 'receiver', 'message'] as const;
const refused = (stage: (typeof stages)[number], reply: number) => new Refused({ stage, reason: 'refused', reply });

describe('whose fault a refusal is', () => {
  it('is the server’s before a receiver was named, for good or without a word', () => {
    fc.assert(
      fc.property(fc.constantFrom(...early), fc.constantFrom(0, 500, 530, 535, 550, 554), (stage, reply) => {
        expect(verdictOf(refused(stage, reply), false)).toBe('hold');
      }),
    );
  });

  it('is nobody’s where it is for now: slower before the receiver, later for the receiver', () => {
    for (const reply of [421, 432, 450, 451, 452, 454]) {
      for (const stage of early) expect(verdictOf(refused(stage, reply), false)).toBe('slow');
      const asksForPatience = reply === 421 || reply === 432;
      for (const stage of ['receiver', 'message'] as const)
        expect(verdictOf(refused(stage, reply), true)).toBe(asksForPatience ? 'slow' : 'busy');
    }
  });

  it('is the address’s at the receiver and the message’s after it', () => {
    expect(verdictOf(refused('receiver', 550), false)).toBe('bounced');
    expect(verdictOf(refused('message', 554), true)).toBe('failed');
  });

  it('is doubtful only where the last byte had left and nobody answered', () => {
    expect(verdictOf(new Error('the line broke'), true)).toBe('doubtful');
    expect(verdictOf(new Error('the line broke'), false)).toBe('again');
    expect(verdictOf(refused('message', 0), false)).toBe('again');
  });
});

describe('the pace', () => {
  const deed = fc.constantFrom('trouble', 'slow', 'busy', 'streak');
  const follow = (pace: Pace, what: string): Pace => {
    if (what === 'trouble') return afterTrouble(pace, 'sign-in', now);
    if (what === 'slow') return afterSlow(pace, now);
    return what === 'busy' ? afterBusy(pace, now) : afterStreak({ ...pace, failures: 0 });
  };

  it('never stops for longer than a quarter of an hour, whatever happens', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 40 }), (deeds) => {
        const pace = deeds.reduce(follow, fresh);
        expect(pace.nextAt.getTime() - now.getTime()).toBeLessThanOrEqual(15 * 60_000);
        expect(pace.gapMs).toBeLessThanOrEqual(30_000);
      }),
    );
  });

  it('is one message alone after any trouble, and full again after enough that were taken', () => {
    expect(widthOf(fresh)).toBeGreaterThan(1);
    for (const what of ['trouble', 'slow', 'busy']) expect(widthOf(follow(fresh, what))).toBe(1);
    let pace = afterSlow(afterSlow(afterSlow(fresh, now), now), now);
    for (let streak = 0; streak < 20; streak += 1) pace = afterStreak(pace);
    expect(widthOf(pace)).toBe(widthOf(fresh));
  });

  it('grows slower each time the server asks for it', () => {
    const gaps = [1, 2, 3, 4].map(
      (times) => Array.from({ length: times }).reduce<Pace>((pace) => afterSlow(pace, now), fresh).gapMs,
    );
    expect(gaps).toEqual([1000, 2000, 4000, 8000]);
  });
});

describe('the pace to the second', () => {
  const pace = (more: Partial<Pace> = {}): Pace => ({ nextAt: now, gapMs: 0, failures: 0, ...more });
  const seconds = ({ nextAt }: Pace): number => (nextAt.getTime() - now.getTime()) / 1000;

  it('waits longer the more often the server took nothing, longer still where it refuses to let us in', () => {
    const waits = (stage: string) =>
      [0, 1, 2, 3, 4, 5, 6, 7, 50].map((failures) => seconds(afterTrouble(pace({ failures }), stage, now)));
    expect(waits('connect')).toEqual([50, 50, 50, 50, 110, 110, 290, 290, 290]);
    expect(waits('sign-in')).toEqual([50, 110, 290, 590, 890, 890, 890, 890, 890]);
    expect(afterTrouble(pace({ failures: 2, gapMs: 700 }), 'tls', now)).toMatchObject({ failures: 3, gapMs: 700 });
  });

  it('goes slower after a wish for patience, and a little after one busy receiver', () => {
    const slow = (gapMs: number) => {
      const next = afterSlow(pace({ gapMs, failures: 3 }), now);
      return [next.gapMs, seconds(next), next.failures];
    };
    expect([slow(0), slow(3000), slow(20_000)]).toEqual([
      [1000, 20, 0],
      [6000, 60, 0],
      [30_000, 300, 0],
    ]);
    const busy = (gapMs: number) => {
      const next = afterBusy(pace({ gapMs, failures: 3 }), now);
      return [next.gapMs, seconds(next), next.failures];
    };
    expect([busy(0), busy(2000), busy(3000), busy(9000)]).toEqual([
      [1000, 1, 0],
      [3000, 3, 0],
      [4000, 4, 0],
      [9000, 9, 0],
    ]);
    expect([2000, 716, 714, 700].map((gapMs) => afterStreak(pace({ gapMs })).gapMs)).toEqual([1400, 501, 500, 0]);
    expect([widthOf(pace()), widthOf(pace({ gapMs: 1 })), widthOf(pace({ failures: 1 }))]).toEqual([8, 1, 1]);
  });
});
