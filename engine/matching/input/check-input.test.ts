import { describe, expect, it } from 'vitest';
import { planRound, type RoundInput, repairRound } from '../matching.ts';

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
  ['an unknown rule', { people: PEOPLE, prefer: 'random' } as unknown as RoundInput, 'random'],
];

describe('what cannot be meant', () => {
  it.each(FAULTS)('is named: %s', (_, input, named) => {
    for (const plan of [() => planRound(input), () => repairRound(input, [], [])]) {
      expect(plan).toThrow(RangeError);
      expect(plan).toThrow(named);
    }
  });

  it('is not somebody unknown in the history or among the blocks', () => {
    const past = { history: [{ a: 'a', b: 'x', date: '2026-03-10' }], forbidden: [['a', 'y'] as const] };
    expect(planRound({ people: PEOPLE, ...past }).groups.map(({ members }) => [...members].sort())).toEqual([
      ['a', 'b'],
    ]);
  });
});
