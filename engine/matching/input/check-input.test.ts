import { describe, expect, it } from 'vitest';
import { planRound, type RoundInput, repairRound } from '../matching.ts';
import { checkInput } from './check-input.ts';

const PEOPLE = [{ id: 'a' }, { id: 'b' }];
const met = (change: object): RoundInput =>
  ({ people: PEOPLE, history: [{ a: 'a', b: 'b', date: '2026-03-10', ...change }] }) as RoundInput;

const FAULTS: [string, RoundInput, string][] = [
  ['one id twice', { people: [...PEOPLE, { id: 'a' }] }, '"a"'],
  ['no id', { people: [{ id: '' }] }, 'no id'],
  ['a seed that is no number', { people: PEOPLE, seed: Number.NaN }, 'seed'],
  ['half a person in a group', { people: PEOPLE, size: 2.5 }, 'group size'],
  ['groups of nine', { people: PEOPLE, size: 9 }, 'group size'],
  ['hours that are no number', { people: [{ id: 'a', hours: { from: Number.NaN, to: 60 } }] }, 'hours of "a"'],
  ['hours without an end', { people: [{ id: 'a', hours: { from: 0, to: Number.POSITIVE_INFINITY } }] }, 'hours of "a"'],
  ['fewer rounds than none', { people: [{ id: 'a', turns: { attended: -1, odd: 0 } }] }, 'turns of "a"'],
  ['half a round', { people: [{ id: 'a', turns: { attended: 1, odd: 0.5 } }] }, 'turns of "a"'],
  ['a date in words', met({ date: 'last week' }), 'last week'],
  ['an unknown outcome', met({ outcome: 'liked' }), 'liked'],
  ['half a seed', { people: PEOPLE, seed: 0.5 }, 'seed'],
  ['a seed beyond exact numbers', { people: PEOPLE, seed: 2 ** 53 }, 'seed'],
  ['groups of one', { people: PEOPLE, size: 1 }, 'group size'],
  ['half a minute', { people: [{ id: 'a', hours: { from: 0, to: 0.5 } }] }, 'hours of "a"'],
  ['a minute too late', { people: [{ id: 'a', hours: { from: 2 ** 30 + 1, to: 0 } }] }, 'hours of "a"'],
  ['a minute too early', { people: [{ id: 'a', hours: { from: 0, to: -(2 ** 30) - 1 } }] }, 'hours of "a"'],
  ['odd below none', { people: [{ id: 'a', turns: { attended: 1, odd: -1 } }] }, 'turns of "a"'],
  ['a fault in the second person', { people: [{ id: 'a' }, { id: '' }] }, 'no id'],
  ['a date without its zeros', met({ date: '2026-3-10' }), '2026-3-10'],
  ['a date with more before', met({ date: '12026-03-10' }), '12026-03-10'],
  ['a date with more behind', met({ date: '2026-03-10T' }), '2026-03-10T'],
  ['an unknown rule', { people: PEOPLE, prefer: 'random' } as unknown as RoundInput, 'random'],
];

describe('what cannot be meant', () => {
  it.each(FAULTS)('is named: %s', (_, input, named) => {
    for (const plan of [() => planRound(input), () => repairRound(input, [], [])]) {
      expect(plan).toThrow(RangeError);
      expect(plan).toThrow(named);
    }
  });

  it.each<[string, RoundInput]>([
    ['groups of two', { people: PEOPLE, size: 2 }],
    ['groups of eight', { people: PEOPLE, size: 8 }],
    ['the seed 0', { people: PEOPLE, seed: 0 }],
    ['a seed below 0', { people: PEOPLE, seed: -(2 ** 53) + 1 }],
    ['the earliest and the latest minute', { people: [{ id: 'a', hours: { from: -(2 ** 30), to: 2 ** 30 } }] }],
    ['no rounds yet', { people: [{ id: 'a', turns: { attended: 0, odd: 0 } }] }],
    ['within', { people: PEOPLE, prefer: 'within' }],
    ['levels', { people: PEOPLE, prefer: 'levels' }],
    ['across', { people: PEOPLE, prefer: 'across' }],
    ['met', met({ outcome: 'met' })],
    ['again', met({ outcome: 'again' })],
    ['not yet', met({ outcome: 'not-yet' })],
    ['cannot', met({ outcome: 'cannot' })],
  ])('is not %s', (_, input) => {
    expect(() => checkInput(input)).not.toThrow();
  });

  it('is not somebody unknown in the history or among the blocks', () => {
    const past = { history: [{ a: 'a', b: 'x', date: '2026-03-10' }], forbidden: [['a', 'y'] as const] };
    expect(planRound({ people: PEOPLE, ...past }).groups.map(({ members }) => [...members].sort())).toEqual([
      ['a', 'b'],
    ]);
  });
});
