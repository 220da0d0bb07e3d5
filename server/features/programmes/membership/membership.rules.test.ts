import { expect, it } from 'vitest';
import { isDue, isNewcomer, type Standing } from './membership.rules.ts';

const eager: Standing = {
  status: 'active',
  pausedUntil: null,
  rhythm: 'every',
  isSkipping: false,
  wantsIn: false,
  lastOn: '2026-11-17',
  ownRhythm: null,
  lastAnywhere: '2026-11-17',
};

it.each<[string, Partial<Standing>, boolean]>([
  ['who takes part every time', {}, true],
  ['who skips this one', { isSkipping: true }, false],
  ['who is away', { status: 'away' }, false],
  ['who pauses until that very day', { pausedUntil: '2026-11-24' }, false],
  ['whose pause ended the day before', { pausedUntil: '2026-11-23' }, true],
  ['who takes part every second week, a week later', { rhythm: 'fortnightly' }, false],
  ['who takes part every second week, two weeks later', { rhythm: 'fortnightly', lastOn: '2026-11-10' }, true],
  ['who takes part each month, four weeks later', { rhythm: 'monthly', lastOn: '2026-10-27' }, true],
  ['who takes part each quarter, two months later', { rhythm: 'quarterly', lastOn: '2026-09-22' }, false],
  ['who takes part only when asking, and did not ask', { rhythm: 'asked' }, false],
  ['who takes part only when asking, and asked', { rhythm: 'asked', wantsIn: true }, true],
  ['who wants one a month over all, and met last week elsewhere', { lastOn: null, ownRhythm: 'monthly' }, false],
  ['who never took part', { lastOn: null, lastAnywhere: null, ownRhythm: 'quarterly', rhythm: 'monthly' }, true],
])('%s', (_, change, due) => {
  expect(isDue({ ...eager, ...change }, '2026-11-24')).toBe(due);
});

it('newcomers are new for ninety days, from joining the organisation if that is known', () => {
  expect(isNewcomer('2026-08-26', '2026-11-20', '2026-11-24')).toBe(true);
  expect(isNewcomer('2026-08-25', '2026-11-20', '2026-11-24')).toBe(false);
  expect(isNewcomer(null, '2026-11-20', '2026-11-24')).toBe(true);
});

it.each([
  ['fortnightly', 13],
  ['monthly', 27],
  ['quarterly', 83],
] as const)('%s is due after %i days, here and over all', (rhythm, days) => {
  const ago = (count: number) => new Date(Date.UTC(2026, 10, 24 - count)).toISOString().slice(0, 10);
  const due = (change: Partial<Standing>) => isDue({ ...eager, ...change }, '2026-11-24');
  expect([due({ rhythm, lastOn: ago(days) }), due({ rhythm, lastOn: ago(days - 1) })]).toEqual([true, false]);
  expect([
    due({ ownRhythm: rhythm, lastAnywhere: ago(days) }),
    due({ ownRhythm: rhythm, lastAnywhere: ago(days - 1) }),
  ]).toEqual([...[true, false]]);
});

it('somebody whose rhythm is a week over all is due after six days; who takes part every time at once', () => {
  const due = (change: Partial<Standing>) => isDue({ ...eager, ...change }, '2026-11-24');
  expect([
    due({ ownRhythm: 'weekly', lastAnywhere: '2026-11-18' }),
    due({ ownRhythm: 'weekly', lastAnywhere: '2026-11-19' }),
  ]).toEqual([...[true, false]]);
  expect([due({ lastOn: '2026-11-24' }), due({ rhythm: 'asked', wantsIn: true, lastOn: '2026-11-24' })]).toEqual([
    true,
    true,
  ]);
});
