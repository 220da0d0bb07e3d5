import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  needsOf,
  REFUSED_FOR,
  type Release,
  type Releaser,
  releasableFrom,
  TELL_AGAIN_AFTER,
  whyNotRelease,
} from './addresses.rules.ts';

const DAY = 86_400_000;
const day = (number: number) => new Date(Date.UTC(2026, 10, 1) + number * DAY);

const change = (facts: Partial<Release> = {}): Release => ({
  personId: 'vera',
  askedAt: day(0),
  toldFirst: day(0),
  toldAgain: day(2),
  releaseBy: null,
  releaseWith: null,
  ...facts,
});
const steward: Releaser = { personId: 'stella', isSteward: true, knownSince: day(-9) };
const colleague: Releaser = { personId: 'hanna', isSteward: false, knownSince: day(-9) };

describe('a release', () => {
  it('waits for the mails, the days, the request and the colleague, in this order', () => {
    expect(needsOf(change({ toldFirst: null, toldAgain: null }), day(9))).toBe('mail');
    expect(needsOf(change({ toldAgain: null }), day(9))).toBe('mail');
    expect(needsOf(change(), day(2.9))).toBe('days');
    expect(needsOf(change(), day(3))).toBe('request');
    expect(needsOf(change({ releaseBy: 'stella' }), day(3))).toBe('colleague');
  });

  it('counts its three days from the first mail that left', () => {
    expect(needsOf(change({ toldFirst: day(5), toldAgain: day(7) }), day(7.5))).toBe('days');
  });

  it('is open to two people, one of them no steward', () => {
    expect(whyNotRelease(change(), steward, colleague, day(3))).toBeUndefined();
    expect(whyNotRelease(change(), steward, colleague, day(2))).toBe('addresses.too-early');
  });

  it('needs a steward, another who is none, both signed in before it was asked, neither the person', () => {
    const releaser = fc.record({
      personId: fc.constantFrom('vera', 'stella', 'hanna'),
      isSteward: fc.boolean(),
      knownSince: fc.option(fc.integer({ min: -3, max: 3 }).map(day)),
    });
    fc.assert(
      fc.property(releaser, releaser, (one, other) => {
        const isFree = whyNotRelease(change(), one, other, day(4)) === undefined;
        const knew = [one, other].every(({ knownSince }) => knownSince !== null && knownSince < day(0));
        const areOthers = one.personId !== other.personId && ![one.personId, other.personId].includes('vera');
        expect(isFree).toBe(knew && areOthers && one.isSteward && !other.isSteward);
      }),
    );
  });
});

it('opens three days after the first mail, to the second, and is told so', () => {
  expect([releasableFrom({ toldFirst: null }), releasableFrom({ toldFirst: day(1) })]).toEqual([null, day(4)]);
  const before = new Date(day(3).getTime() - 1);
  expect([needsOf(change(), before), needsOf(change(), day(3))]).toEqual(['days', 'request']);
  expect(whyNotRelease(change({ toldAgain: null }), steward, colleague, day(9))).toBe('addresses.too-early');
  expect(whyNotRelease(change({ releaseBy: 'stella' }), steward, colleague, day(3))).toBeUndefined();
  expect([TELL_AGAIN_AFTER / DAY, REFUSED_FOR / DAY]).toEqual([2, 90]);
});
