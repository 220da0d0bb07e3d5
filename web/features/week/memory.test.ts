import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  ideaOf,
  type Memory,
  memoryKey,
  parseMemory,
  WEEK_KINDS,
  withMark,
  withNextTime,
  withSkipped,
  withStanding,
} from './memory.ts';

const EMPTY: Memory = { week: '2026-W48', marks: {}, nextTime: {}, skipped: [], stands: {} };
const mark = { does: 'asked', on: '2026-11-23', name: 'Ana Sousa' } as const;

it('comes back from storage as it was, and survives anything else', () => {
  const memory = withStanding(
    withSkipped(withNextTime(withMark(EMPTY, 'ana', mark), 'ana', ' The move '), 'connect', true),
    'nurture',
    'ana',
  );
  expect(parseMemory(JSON.stringify(memory), '2026-W48')).toEqual(memory);
  expect(memory.nextTime).toEqual({ ana: 'The move' });
  fc.assert(
    fc.property(
      fc.anything(),
      fc.string(),
      fc.constantFrom('marks', 'stands', 'skipped', 'week'),
      (value, text, key) => {
        for (const stored of [JSON.stringify(value) ?? null, `{${text}`, JSON.stringify({ [key]: value })])
          expect(Object.keys(parseMemory(stored, '2026-W48'))).toEqual(Object.keys(parseMemory(null, '2026-W48')));
      },
    ),
  );
});

it('begins a week anew, but for marks, next time, and who stands under "you work together"', () => {
  let memory = withMark(EMPTY, 'ana', mark);
  for (const kind of WEEK_KINDS) memory = withStanding(withSkipped(memory, kind, true), kind, 'ana');
  expect(parseMemory(JSON.stringify(memory), '2026-W49')).toEqual({
    ...EMPTY,
    week: '2026-W49',
    marks: { ana: mark },
    stands: { hardlyKnow: 'ana' },
  });
});

it('takes back what it remembered', () => {
  expect(withMark(withMark(EMPTY, 'ana', mark), 'ana', undefined)).toEqual(EMPTY);
  expect(withSkipped(withSkipped(EMPTY, 'connect', true), 'connect', false)).toEqual(EMPTY);
  expect(withNextTime(withNextTime(EMPTY, 'ana', 'The move'), 'ana', ' ')).toEqual(EMPTY);
});

it('gives neighbouring weeks different ideas', () => {
  expect(ideaOf('2026-W48', 14)).not.toBe(ideaOf('2026-W49', 14));
});

it('reads every kind of mark, and drops what is none', () => {
  const mark = (does: unknown, on: unknown = '2026-11-23', name: unknown = 'Ana') => ({ does, on, name });
  const marks = {
    ...{ rests: mark('rests'), known: mark('known'), spoke: mark('spoke'), asked: mark('asked') },
    ...{
      other: mark('left'),
      early: mark('asked', '2026-11-2'),
      late: mark('asked', '2026-11-233'),
      day: mark('asked', 7),
    },
    ...{ name: mark('asked', '2026-11-23', 7), none: null, text: 'asked' },
  };
  const found = parseMemory(JSON.stringify({ marks, nextTime: { a: 'x', b: 7 } }), '2026-W48');
  expect(Object.keys(found.marks)).toEqual(['rests', 'known', 'spoke', 'asked']);
  expect(found.nextTime).toEqual({ a: 'x' });
});

it('keeps rows and skips of its own week that there are', () => {
  const stored = {
    week: '2026-W48',
    stands: { nurture: 'a', other: 'b', connect: 7 },
    skipped: ['connect', 'other', 'nurture'],
  };
  const found = parseMemory(JSON.stringify(stored), '2026-W48');
  expect(found.stands).toEqual({ nurture: 'a' });
  expect(found.skipped).toEqual(['nurture', 'connect']);
  expect(parseMemory(JSON.stringify({ ...stored, skipped: 'connect' }), '2026-W48').skipped).toEqual([]);
});

it('forgets one and keeps the others', () => {
  const two = withMark(withMark(EMPTY, 'ana', mark), 'ben', mark);
  expect(Object.keys(withMark(two, 'ana', undefined).marks)).toEqual(['ben']);
  const lines = withNextTime(withNextTime(EMPTY, 'ana', 'x'), 'ben', 'y');
  expect(withNextTime(lines, 'ana', '').nextTime).toEqual({ ben: 'y' });
  const skipped = withSkipped(withSkipped(EMPTY, 'connect', true), 'nurture', true);
  expect(skipped.skipped).toEqual(['connect', 'nurture']);
  expect(withSkipped(skipped, 'connect', false).skipped).toEqual(['nurture']);
  expect(withStanding(withStanding(EMPTY, 'nurture', 'a'), 'connect', 'b').stands).toEqual({
    nurture: 'a',
    connect: 'b',
  });
  expect(memoryKey('w', 'p')).toBe('loam.week.w.p');
});

it('goes through all ideas, one a week, over the turn of years', () => {
  const weeks = Array.from({ length: 14 }, (_, week) => ideaOf(`2026-W${String(week + 1).padStart(2, '0')}`, 14));
  expect(new Set(weeks).size).toBe(14);
  expect(weeks.every((idea) => idea >= 0 && idea < 14)).toBe(true);
  expect(ideaOf('2026-W53', 14)).toBe((2026 * 53 + 53) % 14);
  expect(ideaOf('2027-W01', 14)).toBe((ideaOf('2026-W53', 14) + 1) % 14);
});
