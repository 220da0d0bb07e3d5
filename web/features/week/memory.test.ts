import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  ideaOf,
  type Memory,
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
