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
