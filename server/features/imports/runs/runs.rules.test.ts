import { describe, expect, it } from 'vitest';
import type { RunRow } from './runs.queries.ts';
import { isLargeFile, isLargeRun, linesOf, runOf, summaryOf } from './runs.rules.ts';

const counts = {
  ...{ people: 0, added: 0, changed: 0, gone: 0, waiting: 0, perhaps: 0, same: 0, faulty: 0, doubtful: 0, units: 0 },
  sites: 0,
};

describe('a large import', () => {
  it('is a file of more than two hundred thousand bytes', () => {
    expect([200_000, 200_001].map((size) => isLargeFile(new Uint8Array(size)))).toEqual([false, true]);
  });

  it('is one that tells of more than two thousand lines, whatever becomes of them', () => {
    expect(isLargeRun({ counts: { ...counts, people: 1999, sites: 1 } })).toBe(false);
    expect(isLargeRun({ counts: { ...counts, people: 1999, sites: 2 } })).toBe(true);
  });
});

describe('what is kept of an import', () => {
  const kept = {
    ...{ fileName: 'people.csv', columns: [], notes: [], counts, mustConfirm: true, fingerprint: 'f', undone: null },
  };
  const row = {
    ...{ import_id: 'i', made_at: new Date(0), maker: 'Ana', status: 'ready', complete: true, applied_at: null },
  } as unknown as RunRow;

  it('is read as it was written; anything else as nothing', () => {
    expect(summaryOf(kept)).toBe(kept);
    for (const other of [null, undefined, {}, 'counts', 7])
      expect(summaryOf(other)).toEqual({
        ...{ fileName: '', columns: [], notes: [], counts, mustConfirm: false, fingerprint: '', undone: null },
      });
  });

  it('is shown without its fingerprint, and with what an earlier version left out', () => {
    const run = runOf(row, kept, undefined);
    expect(run).toMatchObject({
      ...{ id: 'i', madeBy: 'Ana', status: 'ready', complete: true, mustConfirm: true, isLast: false, presence: [] },
      ...{ encoding: { used: 'utf-8', choices: [] }, dates: null, appliedAt: null, fileName: 'people.csv' },
    });
    expect(run).not.toHaveProperty('fingerprint');
    expect([runOf(row, kept, 'i').isLast, runOf(row, kept, 'j').isLast]).toEqual([true, false]);
  });

  it('keeps what was said of the file, but for notes that nobody knows any more', () => {
    const presence = [{ word: 'left', people: 2, isHere: false }];
    const encoding = { used: 'windows-1252' as const, choices: [] };
    const run = runOf(row, { ...kept, presence, encoding, notes: ['titles', 'of old' as 'titles'] }, 'i');
    expect(run).toMatchObject({ presence, encoding, notes: ['titles'] });
  });
});

it('lines of a plan are told without what is only for the undo', () => {
  const gone = { personId: 'p', name: 'Ana', email: 'a@x.test', why: 'not-in-file', before: { status: 'active' } };
  const [line] = linesOf('gone', [gone]);
  expect(line).toEqual({ kind: 'gone', name: 'Ana', email: 'a@x.test', why: 'not-in-file' });
  expect([linesOf('gone', []), linesOf('gone', undefined), linesOf('gone', {})]).toEqual([[], [], []]);
});
