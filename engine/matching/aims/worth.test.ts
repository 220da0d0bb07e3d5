import { expect, it } from 'vitest';
import { readRoster } from '../input/roster.ts';
import type { MatchPerson, Meeting } from '../input/round-input.ts';
import { rarity, sameWord, sharedWords, wishMet, worth } from './worth.ts';

type Traits = Omit<MatchPerson, 'id'>;
const NOBODY: Traits = {};
const met = (a: string, b: string): Meeting => ({ a, b, date: '2026-03-10' });

/** Points of two people, wherever they stand in the roster. */
function worthOf(people: MatchPerson[], a: string, b: string, history: Meeting[] = []): number {
  const roster = readRoster({ people, history });
  const [one, other] = [a, b].map((id) => roster.people.findIndex((person) => person.id === id));
  expect(worth(roster, other ?? -1, one ?? -1)).toBe(worth(roster, one ?? -1, other ?? -1));
  return worth(roster, one ?? -1, other ?? -1);
}

function pointsOf(one: Traits, other: Traits, { others = 0, history = [] as Meeting[] } = {}) {
  const rest = Array.from({ length: others }, (_, place) => ({ id: `x${place}` }));
  return worthOf([{ id: 'a', ...one }, { id: 'b', ...other }, ...rest], 'a', 'b', history);
}

it.each<[string, Traits, Traits, number]>([
  ['nothing', NOBODY, NOBODY, 0],
  ['a wish met by an interest', { wish: { subject: 'Bees' } }, { interests: ['bees'] }, 40],
  ['a wish met by an offer', { wish: { subject: 'Bees' } }, { offers: ['bees '] }, 40],
  ['a wish not met', { wish: { subject: 'Bees' } }, { interests: ['choir'] }, 0],
  ['wishes of both', { wish: { subject: 'a' }, interests: ['b'] }, { wish: { subject: 'b' }, interests: ['a'] }, 80],
  ['a unit wished for', { wish: { unit: 'Labs' } }, { unit: ['Labs'] }, 40],
  ['another level', { wish: { levels: true }, level: '1' }, { level: '2' }, 40],
  ['the same level', { wish: { levels: true }, level: '1' }, { level: '1' }, 0],
  ['an unknown level', { wish: { levels: true }, level: '1' }, NOBODY, 0],
  ['one’s own level unknown', { wish: { levels: true } }, { level: '1' }, 0],
  ['no wish for a level', { level: '1' }, { level: '2' }, 0],
  ['an ask', { asks: ['x'] }, { offers: ['X'] }, 15],
  ['an ask each way', { asks: ['x'], offers: ['y'] }, { offers: ['x'], asks: ['y'] }, 30],
  ['three asks', { asks: ['x', 'y', 'z'] }, { offers: ['x', 'y', 'z'] }, 30],
  ['two asks alike', { asks: ['x'] }, { asks: ['x'] }, 0],
  ['an intention', { intentions: ['i', 'j'] }, { intentions: ['i', 'j'] }, 8],
  ['one site', { site: 'Oslo' }, { site: ' oslo' }, 2],
  ['two sites', { site: 'Oslo' }, { site: 'Bern' }, 0],
  ['two units that never met', { unit: ['A'] }, { unit: ['B'] }, 12],
  ['one unit', { unit: ['A'] }, { unit: ['A'] }, 0],
  ['an interest of both', { interests: ['a'] }, { interests: ['a'] }, 1],
  ['four interests of both', { interests: ['a', 'b', 'c', 'd'] }, { interests: ['d', 'c', 'b', 'a'] }, 3],
])('%s is worth its points', (_, one, other, points) => {
  expect(pointsOf(one, other)).toBe(points);
});

it.each([
  [0, 1],
  [1, 1],
  [2, 2],
  [5, 2],
  [6, 3],
  [1_000, 9],
  [1_022, 10],
  [3_000, 10],
])('an interest of two among %d others is worth %d', (others, points) => {
  const interests = ['bees'];
  expect(pointsOf({ interests }, { interests }, { others })).toBe(points);
  expect(
    rarity(
      readRoster({
        people: [
          { id: 'a', interests },
          { id: 'b', interests },
        ],
      }),
      0,
    ),
  ).toBe(1);
});

it('the three rarest interests count', () => {
  const names = ['one', 'two', 'three', 'four'];
  const people = [
    { id: 'a', interests: names },
    { id: 'b', interests: names },
    ...Array.from({ length: 14 }, (_, at) => ({
      id: `x${at}`,
      interests: names.filter((_, rank) => at < (2 << rank) - 2),
    })),
  ];
  // Named by 2, 4, 8 and 16 of 16: 4, 3, 2 and 1 points.
  expect(worthOf(people, 'a', 'b')).toBe(9);
});

it.each([
  [0, 0],
  [1, 4],
  [3, 4],
  [4, 1],
  [6, 1],
])('%d shared contacts are worth %d', (contacts, points) => {
  const history = Array.from({ length: contacts }, (_, at) => [met('a', `x${at}`), met('b', `x${at}`)]).flat();
  expect(pointsOf({}, {}, { others: 6, history })).toBe(points);
});

it('one of two is new', () => {
  expect(pointsOf({}, {}, { others: 2, history: [met('a', 'x0')] })).toBe(3);
  expect(pointsOf({}, {}, { others: 2, history: [met('x1', 'x0')] })).toBe(0);
});

it('the fewer ties between two units, the more points', () => {
  const people = ['A', 'A', 'A', 'B', 'B', 'B'].map((unit, at) => ({ id: String(at), unit: [unit] }));
  const inside = [met('0', '1'), met('1', '2'), met('3', '4'), met('4', '5')];
  const points = (...history: Meeting[]) => worthOf(people, '2', '5', history);
  // Of n met pairs 0.6 n are expected across: one of five leaves ⌊12 × (1 − 1 ÷ 3)⌋.
  expect(points(...inside)).toBe(12);
  expect(points(...inside, met('0', '3'))).toBe(8);
  expect(points(...inside, met('0', '3'), met('1', '4'))).toBe(5);
  expect(points(met('0', '3'), met('1', '4'), met('1', '3'))).toBe(0);
});

it('words are the same without case and blanks, and an empty one never is', () => {
  expect([sameWord(' A', 'a '), sameWord('a', 'b'), sameWord('', ''), sameWord(undefined, undefined)]).toEqual([
    true,
    false,
    false,
    false,
  ]);
  expect([sameWord('a', undefined), sameWord(undefined, 'a')]).toEqual([false, false]);
  expect(sharedWords(['b', 'A', 'c'], ['a', 'x', 'B '])).toEqual(['b', 'A']);
  expect([sharedWords(undefined, ['a']), sharedWords(['a'], undefined)]).toEqual([[], []]);
});

it('tells the wish that is met, the subject before the unit, and never a level', () => {
  const wish = (one: Traits, other: Traits) => wishMet({ id: 'a', ...one }, { id: 'b', ...other });
  expect(wish({ wish: { subject: 'Bees', unit: 'Labs' } }, { offers: ['bees'], unit: ['Labs'] })).toBe('Bees');
  expect(wish({ wish: { subject: 'Bees', unit: 'Labs' } }, { interests: ['choir'], unit: ['Oak', 'labs'] })).toBe(
    'Labs',
  );
  expect(wish({ wish: { subject: 'Bees' } }, { interests: ['bees'] })).toBe('Bees');
  expect(wish({ wish: { levels: true }, level: '1' }, { level: '2' })).toBe('');
  expect(wish({}, { interests: ['bees'] })).toBe('');
});
