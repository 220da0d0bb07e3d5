import { describe, expect, it } from 'vitest';
import { bridgesOf, drawOf, type Leftover, type Participant, placeAgain, seedOf } from './rounds.rules.ts';

describe('who lost their place', () => {
  const met = (a: string, b: string) => ({ a, b, date: '2026-11-02' });
  const placed = (waiting: string[], more: Partial<Leftover> = {}) =>
    placeAgain({
      ...{ waiting: waiting.map((id) => ({ id, avoid: [] })), groups: [], size: 2, apart: [], history: [] },
      ...more,
    });

  it('sits with another whom they have not met, else with the first', () => {
    expect(placed(['a', 'b', 'c'], { history: [met('a', 'b')] }).pairs).toEqual([['a', 'c']]);
    expect(placed(['a', 'b', 'c'], { history: [met('b', 'a')] }).pairs).toEqual([['a', 'c']]);
    expect(placed(['c', 'b', 'a']).pairs).toEqual([['a', 'b']]);
    expect(placed(['a', 'b'], { history: [met('a', 'b')] }).pairs).toEqual([['a', 'b']]);
    expect(placed(['d', 'a', 'c', 'b']).pairs).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('sits with nobody whom they avoid, or who avoids them', () => {
    const groups = [{ id: 'g', members: ['x', 'y'] }];
    expect(placed(['a', 'b'], { apart: [['b', 'a']], groups })).toEqual({
      ...{ pairs: [], joining: [{ id: 'g', personId: 'a' }] },
    });
    const avoids = (one: string, other: string) => [
      { id: one, avoid: [other] },
      { id: other, avoid: [] },
    ];
    expect(placed([], { waiting: avoids('a', 'b') }).pairs).toEqual([]);
    expect(placed([], { waiting: avoids('b', 'a') }).pairs).toEqual([]);
    expect(placed(['a'], { apart: [['y', 'a']], groups }).joining).toEqual([]);
  });

  it('joins the group with the fewest they met, then the smallest, which takes one alone', () => {
    const groups = [
      { id: 'g', members: ['p', 'q', 'r'] },
      { id: 'h', members: ['s', 't'] },
      { id: 'i', members: ['u', 'v'] },
    ];
    const joins = (more: Partial<Leftover>, ...waiting: string[]) =>
      placed(waiting, { groups, size: 3, ...more }).joining.map(({ id, personId }) => `${personId}${id}`);
    expect(joins({}, 'a')).toEqual(['ah']);
    expect(joins({ history: [met('a', 's')] }, 'a')).toEqual(['ai']);
    expect(joins({ history: [met('s', 'a'), met('a', 'u')] }, 'a')).toEqual(['ag']);
    expect(joins({ apart: [['a', 'b']] }, 'a', 'b')).toEqual(['ah', 'bi']);
  });

  it('joins a group up to its size, never one alone', () => {
    const join = (size: number, ...members: string[]) =>
      placed(['a'], { size, groups: [{ id: 'g', members }] }).joining.length;
    expect([join(2, 'x', 'y'), join(2, 'x', 'y', 'z'), join(3, 'x', 'y', 'z'), join(2, 'x'), join(2)]).toEqual([
      ...[1, 0, 1, 0, 0],
    ]);
  });
});

describe('what is drawn', () => {
  const person = (id: string, site?: string): Participant => ({
    ...{ person: { id, ...(site && { site }) }, part: 'member', isNew: false, attended: 0 },
  });
  const setting = { kind: 'lunch', size: 3, rule: 'levels', seed: 5 } as const;

  it('bears the size, rule, seed, history and pairs apart of its programme, pool by pool', () => {
    const past = { history: [{ a: 'a', b: 'b', date: '2026-01-01' }], forbidden: [['a', 'c'] as const] };
    const people = [person('a', 'Oslo'), person('b'), person('c', 'Lisbon'), person('d', 'Oslo')];
    const { pools, notDrawn } = drawOf(setting, people, past);
    expect(pools.map((pool) => pool.people.map(({ id }) => id))).toEqual([['b'], ['c'], ['a', 'd']]);
    for (const pool of pools)
      expect(pool).toMatchObject({ ...past, size: 3, seed: 5, prefer: 'levels', forbidden: [['a', 'c']] });
    expect(notDrawn).toEqual([]);
    expect(drawOf({ ...setting, kind: 'coffee' }, [], past)).toMatchObject({ pools: [{ people: [] }], notDrawn: [] });
  });

  it('goes by lot among those who waited as long, another for another seed', () => {
    const guests = Array.from({ length: 8 }, (_, place) => person(`g${place}`));
    const lead: Participant = { ...person('lead'), part: 'lead' };
    const first = (seed: number) =>
      drawOf({ kind: 'lottery', size: 2, rule: 'across', seed }, [...guests, lead], { history: [], forbidden: [] })
        .pools[0]?.people.map(({ id }) => id)
        .join();
    expect(first(1)).toBe(first(1));
    expect(new Set(Array.from({ length: 12 }, (_, seed) => first(seed))).size).toBeGreaterThan(3);
  });

  it('has a seed that fits the engine', () => {
    const seeds = Array.from({ length: 40 }, (_, place) => seedOf(`p${place}`, '2026-11-24'));
    expect(seeds.every((seed) => Number.isInteger(seed) && seed >= 0 && seed < 2 ** 31)).toBe(true);
    expect(new Set(seeds).size).toBe(40);
    expect(Math.max(...seeds)).toBeGreaterThan(2 ** 29);
  });
});

describe('bridges', () => {
  const at = (unit: string[] | null, count: number) =>
    Array.from({ length: count }, (_, place) => ({ id: `${unit ?? '-'} ${place}`, ...(unit && { unit }) }));
  const groups = (...all: string[][]) => all.map((members) => ({ members }));

  it('are named by units of five, or by nothing', () => {
    const told = (count: number) => bridgesOf(groups(['A 0', 'B 0']), [...at(['A'], 5), ...at(['B'], count)]);
    expect(told(5)).toEqual([{ a: 'A', b: 'B', pairs: 1 }]);
    expect(told(4)).toEqual([{ a: 'A', b: null, pairs: 1 }]);
  });

  it('are none within a unit, nor among those of no unit', () => {
    expect(bridgesOf(groups(['A 0', 'A 1']), at(['A'], 5))).toEqual([]);
    expect(bridgesOf(groups(['- 0', '- 1']), at(null, 5))).toEqual([]);
    expect(bridgesOf(groups(['A 0', '- 0']), [...at(['A'], 5), ...at(null, 5)])).toEqual([
      { a: 'A', b: null, pairs: 1 },
    ]);
    expect(bridgesOf(groups(['- 0', 'A 0']), [...at(['A'], 5), ...at(null, 5)])).toEqual([
      { a: 'A', b: null, pairs: 1 },
    ]);
    expect(bridgesOf([], [])).toEqual([]);
  });

  it('come with the most pairs first, then by name, those without one last', () => {
    const people = [...at(['A'], 5), ...at(['B'], 5), ...at(['C'], 5), ...at(['D'], 1), ...at(['E'], 1)];
    const told = bridgesOf(
      groups(['B 0', 'C 0'], ['B 1', 'A 1'], ['C 2', 'B 2'], ['D 0', 'E 0'], ['C 4', 'A 4']),
      people,
    );
    expect(told.map(({ a, b, pairs }) => `${a} ${b} ${pairs}`)).toEqual(['B C 2', 'A B 1', 'A C 1', 'null null 1']);
  });
});
