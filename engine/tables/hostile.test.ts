import { describe, expect, it } from 'vitest';
import { plainName } from '../names/called-name.ts';
import { turnedName } from '../names/written-name.ts';
import { recognise } from './columns.ts';
import { parseCsv } from './csv.ts';
import { readingsOf } from './headers.ts';

// Each of these took minutes, or all memory, where a pattern may try every way to part a cell.
describe('cells made to take long', () => {
  it('are no address and no name, and are passed over', () => {
    const sample = [`a@b.cc${';'.repeat(40)} x y`, `A${'-'.repeat(50)}1`, `${'('.repeat(4000)}`].map((cell) => [cell]);
    expect(recognise(['Email'], sample)).toEqual(['leave-out']);
    expect(recognise(['Employee first name of'], sample)).toEqual(['leave-out']);
    expect(recognise(['Email'], [[`a@b.cc${'; c@d.ee'.repeat(40)};`]])).toEqual(['email']);
  });

  it('have few readings as a header', () => {
    expect(readingsOf('user '.repeat(2000)).length).toBeLessThan(1000);
  });

  it('are no brackets of a name', () => {
    expect(plainName('('.repeat(8000)).length).toBe(8000);
    expect(turnedName(`Weber, ${' '.repeat(4000)}Jonas`)).toBe('Jonas Weber');
  });
});

describe('files made to take long', () => {
  it('lose a line with a cell that is too long, and no other', () => {
    const records = parseCsv(`name,email\n${'x'.repeat(20_000)},a@b.cc\nAna,ana@b.cc\n`);
    expect(records.map(({ isBroken }) => isBroken)).toEqual([false, true, false]);
    expect(records.every(({ cells }) => cells.every((cell) => cell.length <= 8_000))).toBe(true);
  });

  it('are read once where quotes open on every line', () => {
    const records = parseCsv(`name,email,unit\n${'y",x,"\n'.repeat(20_000)}Ana,ana@b.cc,Labs\n`);
    expect(records.at(-1)).toMatchObject({ cells: ['Ana', 'ana@b.cc', 'Labs'], isBroken: false });
    expect(parseCsv(`a,b\n"",${','.repeat(150_000)}\n`)).toHaveLength(1);
  });
});
