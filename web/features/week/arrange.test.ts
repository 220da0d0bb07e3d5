import { describe, expect, it } from 'vitest';
import { agreedAgain, arranged, askedBefore, comingNext, mondayOf } from './arrange.ts';
import { type Mark, type Memory, withMark, withStanding } from './memory.ts';

const TODAY = '2026-11-25';
const EMPTY: Memory = { week: '2026-W48', marks: {}, nextTime: {}, skipped: [], stands: {} };
const single = (id: string) => ({ person: { id, name: id } });
const pair = (a: string, b: string): { people: [{ id: string }, { id: string }] } => ({
  people: [{ id: a }, { id: b }],
});
const WEEK = {
  nurture: [single('met'), single('met too')],
  hardlyKnow: [single('near'), single('far')],
  shouldKnow: [single('near'), single('new')],
  connect: [pair('met', 'near'), pair('far', 'other')],
};
const mark = (does: Mark['does'], on: string): Mark => ({ does, on, name: 'Somebody' });
const keysOf = (memory: Memory, today = TODAY) =>
  Object.fromEntries(arranged(WEEK, memory, today).map(({ kind, key }) => [kind, key]));

describe('rows', () => {
  it('hold nobody twice', () => {
    expect(keysOf(EMPTY)).toEqual({ nurture: 'met', hardlyKnow: 'near', shouldKnow: 'new', connect: 'far other' });
  });

  it('keep who stands there, and offer who comes next', () => {
    const memory = withStanding(EMPTY, 'hardlyKnow', 'far');
    expect(keysOf(memory)).toMatchObject({ hardlyKnow: 'far', shouldKnow: 'near' });
    expect(arranged(WEEK, memory, TODAY).find(({ kind }) => kind === 'hardlyKnow')?.next).toBe('near');
    expect(arranged({ ...WEEK, nurture: [single('met')] }, EMPTY, TODAY)[0]?.next).toBeNull();
  });

  it.each([
    ['rests', '2026-09-10', 'far'],
    ['rests', '2026-08-01', 'near'],
    ['known', '2020-01-01', 'far'],
    ['spoke', '2026-10-01', 'far'],
    ['asked', TODAY, 'near'],
    ['asked', '2026-11-20', 'far'],
    ['asked', '2026-09-01', 'near'],
  ] as const)('leave out whom I marked: %s on %s', (does, on, standing) => {
    expect(keysOf(withMark(EMPTY, 'near', mark(does, on))).hardlyKnow).toBe(standing);
  });

  it('let whom I chose rest from keeping in touch, and bring whom I know well after a month', () => {
    const asked = withMark(EMPTY, 'met', mark('asked', '2026-11-18'));
    expect(keysOf(asked).nurture).toBe('met too');
    const known = withMark(withMark(asked, 'met too', mark('rests', TODAY)), 'near', mark('known', '2026-10-20'));
    expect(keysOf(known).nurture).toBe('near');
    expect(keysOf(withMark(known, 'near', mark('known', '2026-11-20'))).nurture).toBeUndefined();
  });
});

it('asks how it went from the next week on, for a month', () => {
  const memory = withMark(EMPTY, 'ana', mark('asked', '2026-11-22'));
  expect(askedBefore(memory, '2026-11-22')).toEqual([]);
  expect(askedBefore(memory, '2026-11-23').map(({ personId }) => personId)).toEqual(['ana']);
  expect(askedBefore(memory, '2026-12-25')).toEqual([]);
  expect([mondayOf('2026-11-22'), mondayOf('2026-11-23')]).toEqual(['2026-11-16', '2026-11-23']);
});

it('shows a mutual "again" until it led to a further conversation, or six weeks passed', () => {
  const met = { others: [{ id: 'ana' }], isMutual: true, isEnded: false, metOn: '2026-11-20' };
  const further = { ...met, isMutual: false, metOn: null };
  expect(agreedAgain([met], TODAY)).toEqual([met]);
  expect(agreedAgain([further, met], TODAY)).toEqual([]);
  expect(agreedAgain([{ ...further, others: [{ id: 'ben' }] }, met], TODAY)).toEqual([met]);
  expect(agreedAgain([{ ...met, isEnded: true }], TODAY)).toEqual([]);
  expect(agreedAgain([met], '2027-01-10')).toEqual([]);
});

it('comes next what is the earliest to come, then what has no time, then what is past', () => {
  const now = new Date('2026-11-25T12:00:00Z');
  const at = (time: string | null, more = {}) => ({ isEnded: false, metOn: null, time: { at: time }, ...more });
  const [past, soon, later, open] = [
    at('2026-11-24T10:00:00Z'),
    at('2026-11-26T10:00:00Z'),
    at('2026-11-30T10:00:00Z'),
    at(null),
  ];
  expect(comingNext([past, later, open, soon], now)).toBe(soon);
  expect(comingNext([past, open], now)).toBe(open);
  expect(comingNext([past], now)).toBe(past);
  expect(comingNext([at('2026-11-26T10:00:00Z', { isEnded: true }), { ...soon, metOn: '2026-11-25' }], now)).toBe(
    undefined,
  );
});

describe('rests', () => {
  it.each([
    ['rests', 84],
    ['known', 28],
    ['spoke', 28],
    ['asked', 56],
  ] as const)('end to the day: who %s is back after %d days', (does, days) => {
    const ago = (number: number) =>
      new Date(Date.parse(`${TODAY}T00:00:00Z`) - number * 86_400_000).toISOString().slice(0, 10);
    const stands = (on: string) => keysOf(withMark(EMPTY, 'new', mark(does, on))).shouldKnow ?? 'nobody';
    expect([stands(ago(days - 1)), stands(ago(days))]).toEqual(['nobody', 'new']);
  });

  it('keep whom I asked on this very Monday in sight', () => {
    expect(keysOf(withMark(EMPTY, 'new', mark('asked', '2026-11-23'))).shouldKnow).toBe('new');
    expect(keysOf(withMark(EMPTY, 'new', mark('asked', '2026-11-22'))).shouldKnow).toBeUndefined();
  });

  it('ask how it went for four weeks to the day, whom I asked alone', () => {
    const names = (on: string, today: string, does: Mark['does'] = 'asked') =>
      askedBefore(withMark(EMPTY, 'ana', mark(does, on)), today).map(({ personId }) => personId);
    expect(names('2026-11-20', '2026-12-18')).toEqual(['ana']);
    expect(names('2026-11-20', '2026-12-19')).toEqual([]);
    expect(names('2026-11-20', '2026-12-01', 'spoke')).toEqual([]);
    expect(mondayOf('2026-11-29')).toBe('2026-11-23');
    expect(mondayOf('2026-03-01')).toBe('2026-02-23');
  });

  it('forget a wish to meet again after six weeks to the day', () => {
    const met = { others: [{ id: 'ben' }, { id: 'ana' }], isMutual: true, isEnded: false, metOn: '2026-10-15' };
    expect(agreedAgain([met], TODAY)).toHaveLength(1);
    expect(agreedAgain([{ ...met, metOn: '2026-10-14' }], TODAY)).toHaveLength(0);
    expect(agreedAgain([{ ...met, metOn: null }], TODAY)).toHaveLength(0);
    expect(agreedAgain([{ ...met, isMutual: false }], TODAY)).toHaveLength(0);
    // Newest first, and the same people in whatever order.
    const turned = { ...met, others: [{ id: 'ana' }, { id: 'ben' }] };
    expect(agreedAgain([met, turned], TODAY)).toEqual([met]);
  });
});

describe('two to introduce', () => {
  const week = {
    nurture: [],
    hardlyKnow: [],
    shouldKnow: [],
    connect: [pair('a', 'b'), pair('c', 'd'), pair('e', 'f')],
  };
  const row = (stands?: string, lists = week) => {
    const found = arranged(lists, { ...EMPTY, stands: stands ? { connect: stands } : {} }, TODAY).at(-1);
    return found && [found.key, found.next];
  };

  it('begin with the first, stay whom I chose, and go round', () => {
    expect(row()).toEqual(['a b', 'c d']);
    expect(row('c d')).toEqual(['c d', 'e f']);
    expect(row('e f')).toEqual(['e f', 'a b']);
    expect(row('x y')).toEqual(['a b', 'c d']);
  });

  it('are missing where there are none, and stay where there is one', () => {
    expect(row(undefined, { ...week, connect: [] })).toBeUndefined();
    expect(row(undefined, { ...week, connect: [pair('a', 'b')] })).toEqual(['a b', null]);
  });

  it('stand in another row only where all do', () => {
    const taken = { ...week, nurture: [], hardlyKnow: [] };
    const withRow = (connect: ReturnType<typeof pair>[]) =>
      arranged({ ...taken, shouldKnow: [single('a')], connect }, EMPTY, TODAY).at(-1)?.key;
    expect(withRow([pair('a', 'b'), pair('c', 'd')])).toBe('c d');
    expect(withRow([pair('b', 'a')])).toBe('b a');
  });
});

it('rows go round and know what I said of who stands there', () => {
  const week = { nurture: [], hardlyKnow: [], shouldKnow: ['a', 'b', 'c'].map(single), connect: [] };
  const next = (key: string) => arranged(week, withStanding(EMPTY, 'shouldKnow', key), TODAY)[0]?.next;
  expect(['a', 'b', 'c', 'x'].map(next)).toEqual(['b', 'c', 'a', 'b']);
  const said = mark('asked', TODAY);
  expect(arranged(week, withMark(EMPTY, 'a', said), TODAY)[0]).toMatchObject({ key: 'a', mark: said });
});
