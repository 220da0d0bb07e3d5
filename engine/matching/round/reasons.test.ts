import { expect, it } from 'vitest';
import { readRoster } from '../input/roster.ts';
import type { MatchPerson, Meeting } from '../input/round-input.ts';
import { reasonsFor } from './reasons.ts';

type Traits = Omit<MatchPerson, 'id'>;

/** Reasons of the people given, in this order, among others. */
function reasonsOf(traits: Traits[], history: Meeting[] = [], others: Traits[] = []) {
  const people = [...traits, ...others].map((each, at) => ({ id: String(at), ...each }));
  const roster = readRoster({ people, history });
  const group = traits.map((_, at) => roster.people.findIndex(({ id }) => id === String(at)));
  return reasonsFor(roster, group);
}
const met = (a: number, b: number, date = '2026-03-10'): Meeting => ({ a: String(a), b: String(b), date });
const FIRST = { code: 'first-meeting' };

it.each<[string, Traits[], object[]]>([
  ['nothing but that they never met', [{}, {}], [FIRST]],
  ['a wish', [{ wish: { subject: 'Bees' } }, { interests: ['bees'] }], [{ code: 'wish', subject: 'Bees' }, FIRST]],
  [
    'the other’s wish',
    [{ offers: ['bees'] }, { wish: { subject: 'Bees' } }],
    [{ code: 'wish', subject: 'Bees' }, FIRST],
  ],
  ['an ask', [{ asks: ['X'] }, { offers: ['x'] }], [{ code: 'ask-offer', subject: 'X' }, FIRST]],
  ['an offer', [{ offers: ['x'] }, { asks: ['X'] }], [{ code: 'ask-offer', subject: 'X' }, FIRST]],
  [
    'an intention',
    [{ intentions: ['I'] }, { intentions: ['i'] }],
    [{ code: 'shared-intention', intention: 'I' }, FIRST],
  ],
  ['a site', [{ site: 'Oslo' }, { site: 'oslo' }], [{ code: 'same-site', site: 'Oslo' }, FIRST]],
  ['no site of two of three', [{ site: 'Oslo' }, { site: 'oslo' }, { site: 'Bern' }], [FIRST]],
  ['no unknown site', [{}, { site: 'oslo' }], [FIRST]],
  ['a boundary', [{ unit: ['B'] }, { unit: ['A'] }], [{ code: 'new-boundary', units: ['A', 'B'] }, FIRST]],
  ['no boundary within a unit', [{ unit: ['A'] }, { unit: ['A'] }], [FIRST]],
  [
    'one of two boundaries',
    [{ unit: ['B'] }, { unit: ['A'] }, { unit: ['C'] }],
    [{ code: 'new-boundary', units: ['A', 'B'] }, FIRST],
  ],
  [
    'an interest as somebody writes it',
    [{ interests: [' Bees '] }, { interests: ['bees'] }],
    [{ code: 'shared-interest', interest: 'Bees' }, FIRST],
  ],
  ['an interest that is not shared', [{ interests: ['Bees'] }, { interests: ['choir'] }], [FIRST]],
  [
    'an interest of the last two of three',
    [{}, { interests: ['Bees'] }, { interests: ['bees'] }],
    [{ code: 'shared-interest', interest: 'Bees' }, FIRST],
  ],
  [
    'one ask once',
    [{ asks: ['x'] }, { offers: ['x'] }, { offers: ['x'] }],
    [{ code: 'ask-offer', subject: 'x' }, FIRST],
  ],
  [
    'four reasons at most, the strongest first',
    [
      { wish: { subject: 'w' }, asks: ['x'], intentions: ['i'], interests: ['n'], site: 's' },
      { offers: ['w', 'x'], intentions: ['i'], interests: ['n'], site: 's' },
    ],
    [
      { code: 'wish', subject: 'w' },
      { code: 'ask-offer', subject: 'x' },
      { code: 'shared-intention', intention: 'i' },
      { code: 'shared-interest', interest: 'n' },
    ],
  ],
])('%s', (_, group, reasons) => {
  expect(reasonsOf(group)).toEqual(reasons);
});

it('tells the two rarest interests, the rarest first', () => {
  const interests = ['common', 'rare', 'less'];
  const others = [...Array(10).fill({ interests: ['common'] }), ...Array(3).fill({ interests: ['less'] }), {}, {}];
  expect(reasonsOf([{ interests }, { interests }], [], others)).toEqual([
    { code: 'shared-interest', interest: 'rare' },
    { code: 'shared-interest', interest: 'less' },
    FIRST,
  ]);
});

it('says when those met who meet again, and which boundary is not new', () => {
  const units = [{ unit: ['A'] }, { unit: ['B'] }];
  expect(reasonsOf(units, [met(0, 1), met(0, 1, '2026-02-03')])).toEqual([
    { code: 'across-units', units: ['A', 'B'] },
    { code: 'met-longest-ago', date: '2026-03-10' },
  ]);
  expect(reasonsOf([...units, { unit: ['C'] }], [met(0, 1)])).toEqual([
    { code: 'new-boundary', units: ['A', 'C'] },
    { code: 'met-longest-ago', date: '2026-03-10' },
  ]);
});
