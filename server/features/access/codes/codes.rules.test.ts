import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CODE_LENGTH,
  CODE_LETTERS,
  codeLength,
  groupedCode,
  LONG_CODE_LENGTH,
  LONG_CODE_SIGN,
  plainCode,
} from '#contract/sign-in-code.ts';
import { BUDGET, codeFor, fingerprint, fits, idleSlot, randomCode } from './codes.rules.ts';

const ACCOUNTS = 100_000;
const DAY = 86_400;
// Far beyond what one machine answers.
const TRIES_PER_SECOND = 100_000;

describe('codes', () => {
  it('are guessed, over all accounts and by all means together, less than once in a million days', () => {
    const own = CODE_LETTERS.length ** CODE_LENGTH;
    // Whoever asks as anybody, to the last try of the last code of every account.
    const ofAnybody = (ACCOUNTS * BUDGET.anybody.perDay * BUDGET.tries) / own;
    // A long code has no count of tries that others could use up: it is long instead.
    const long = (TRIES_PER_SECOND * DAY) / CODE_LETTERS.length ** (LONG_CODE_LENGTH - 1);
    expect(ofAnybody + long).toBeLessThan(1e-6);
  });

  it('are read however they are typed', () => {
    const blank = fc.constantFrom('', ' ', '-', ' – ', '\u00a0', '.');
    const reach = fc.constantFrom('browser' as const, 'any' as const);
    fc.assert(
      fc.property(reach, fc.boolean(), fc.array(blank, { minLength: 12, maxLength: 12 }), (kind, isLower, blanks) => {
        const code = randomCode(randomBytes, kind);
        expect(code).toHaveLength(codeLength(code));
        const typed = [...groupedCode(code)].map((letter, index) => letter + (blanks[index] ?? '')).join('');
        const looksAlike = typed.replaceAll('0', 'o').replaceAll('1', isLower ? 'l' : 'I');
        expect(plainCode(isLower ? looksAlike.toLowerCase() : looksAlike)).toBe(code);
      }),
    );
  });

  it('hold every letter as often as any other', () => {
    const counts = new Map<string, number>();
    for (let byte = 0; byte < 256; byte++) {
      const letter = randomCode((length) => new Uint8Array(length).fill(byte), 'browser')[0] ?? '';
      counts.set(letter, (counts.get(letter) ?? 0) + 1);
    }
    expect([...counts.values()]).toEqual(new Array(32).fill(8));
  });

  it('fit themselves alone', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, two) => {
        const [first, second] = [fingerprint('secret', one), fingerprint('secret', two)];
        expect(fits(first, second)).toBe(one === two);
      }),
    );
    expect(fits(undefined, fingerprint('secret', ''))).toBe(false);
    expect(fits('', fingerprint('secret', ''))).toBe(false);
  });
});

describe('what an address gets', () => {
  const start = Date.parse('2026-11-23T09:00:00Z');
  const MINUTE = 60_000;

  /** A day of asking at these minutes; the mails that left. */
  function mails(minutes: readonly number[]) {
    const sent: { at: number; reach: 'browser' | 'any' }[] = [];
    for (const minute of minutes) {
      const now = start + minute * MINUTE;
      const own = (within: number) =>
        sent.filter(({ at, reach }) => reach === 'browser' && at > now - within * MINUTE).length;
      const long = sent.filter(({ reach }) => reach === 'any').map(({ at }) => at + BUDGET.longHolds);
      const longUntil = long.length ? new Date(Math.max(...long)) : null;
      const reach = codeFor({ lastHour: own(60), lastDay: own(1440), longUntil }, false, new Date(now));
      if (reach !== 'none') sent.push({ at: now, reach });
    }
    return sent;
  }

  it('never more than some forty mails a day, and always a code that works, however often somebody asks', () => {
    const minutes = fc.array(fc.integer({ min: 0, max: 1439 }), { maxLength: 400 });
    fc.assert(
      fc.property(minutes, (asked) => {
        const sorted = [...asked].sort((one, two) => one - two);
        const sent = mails(sorted);
        expect(sent.length).toBeLessThanOrEqual(45);
        for (const minute of sorted) {
          const now = start + minute * MINUTE;
          // Either this very ask brought a code, or one for every browser works for ten minutes still.
          const isServed = sent.some(({ at, reach }) =>
            reach === 'any' ? at <= now && at + BUDGET.longHolds - now >= BUDGET.holds : at === now,
          );
          expect(isServed).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
    expect(mails(Array.from({ length: 1440 }, (_, minute) => minute)).length).toBeLessThanOrEqual(45);
  });

  it('is counted apart for a browser that signed in before', () => {
    const sent = { lastHour: BUDGET.anybody.perHour, lastDay: BUDGET.anybody.perDay - 1, longUntil: null };
    expect(codeFor(sent, false, new Date(start))).toBe('any');
    expect(codeFor(sent, true, new Date(start))).toBe('browser');
  });

  it('leaves few rows behind where nothing is sent', () => {
    const slots = Array.from({ length: 2_000 }, (_, index) => idleSlot(fingerprint('secret', String(index))));
    expect(new Set(slots).size).toBe(64);
  });
});

describe('which code a browser gets', () => {
  const now = new Date('2026-11-23T09:00:00Z');
  const inMinutes = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
  const code = (lastHour: number, lastDay: number, isKnown = false, longUntil: Date | null = null) =>
    codeFor({ lastHour, lastDay, longUntil }, isKnown, now);

  it('is its own five times an hour and fifteen a day, ten and thirty where it is known', () => {
    expect([code(4, 14), code(5, 5), code(4, 15)]).toEqual(['browser', 'any', 'any']);
    expect([code(9, 29, true), code(10, 10, true), code(9, 30, true)]).toEqual(['browser', 'any', 'any']);
    expect([BUDGET.tries, BUDGET.holds, BUDGET.longHolds]).toEqual([5, 600_000, 3_600_000]);
  });

  it('is none while a longer one works for ten minutes more', () => {
    const left = (until: Date) => code(5, 5, false, until);
    expect([left(inMinutes(10)), left(new Date(inMinutes(10).getTime() - 1)), left(inMinutes(-1))]).toEqual([
      ...['none', 'any', 'any'],
    ]);
    expect(code(0, 0, false, inMinutes(50))).toBe('browser');
  });

  it('has its length, and a longer one its sign', () => {
    const zeros = (length: number) => new Uint8Array(length);
    const [own, long] = [randomCode(zeros, 'browser'), randomCode(zeros, 'any')];
    expect([own.length, long.length]).toEqual([CODE_LENGTH, LONG_CODE_LENGTH]);
    expect(own).toBe((CODE_LETTERS[0] ?? '').repeat(CODE_LENGTH));
    expect(long.startsWith(LONG_CODE_SIGN)).toBe(true);
    expect(randomCode((length) => new Uint8Array(length).fill(33), 'browser')[0]).toBe(CODE_LETTERS[1]);
  });

  it('is written to a row of 64 where none is sent', () => {
    expect([idleSlot('00000000ff'), idleSlot('0000003f'), idleSlot('00000040'), idleSlot('0000004a')]).toEqual([
      ...['000000000000', '00000000003f', '000000000000', '00000000000a'].map(
        (slot) => `00000000-0000-4000-8000-${slot}`,
      ),
    ]);
  });

  it('fits one of the same length alone', () => {
    expect([fits('aabb', 'aabb'), fits('aabb', 'aabc'), fits('aa', 'aabb'), fits('aabb', 'aa')]).toEqual([
      ...[true, false, false, false],
    ]);
  });
});
