import { describe, expect, it } from 'vitest';
import type { ColumnUse } from '#contract/imports.ts';
import { parseCsv } from '#engine/tables/csv.ts';
import { readEntries } from './entries.rules.ts';

const read = (uses: ColumnUse[], ...lines: string[]) =>
  readEntries(parseCsv(['h'.repeat(1), ...lines].join('\n')).slice(1), { uses });
const first = (uses: ColumnUse[], line: string) => readEntries(parseCsv(line), { uses }).entries[0];

describe('a line', () => {
  it('becomes a person', () => {
    const uses: ColumnUse[] = [
      'externalId',
      'firstName',
      'lastName',
      'email',
      'unit',
      'site',
      'manager',
      'level',
      'joined',
      'title',
      'languages',
      'interests',
      'groups',
      'timezone',
      'awayUntil',
    ];
    const line =
      '7;Zoë;Brandt;Zoe.Brandt@Example.Test;Ops / Water;Lisbon;8;senior;03.02.2021;Engineer;"Deutsch, en";climbing|choir;first aid;Europe/Lisbon;2026-12-24';
    expect(first(uses, line)).toEqual({
      line: 1,
      externalId: '7',
      name: 'Zoë Brandt',
      email: 'zoe.brandt@example.test',
      unitPath: ['Ops', 'Water'],
      site: 'Lisbon',
      manager: '8',
      level: 'senior',
      joinedOn: '2021-02-03',
      title: 'Engineer',
      languages: ['de', 'en'],
      interests: ['climbing', 'choir'],
      groups: ['first aid'],
      timezone: 'Europe/Lisbon',
      awayUntil: '2026-12-24',
    });
  });

  it('says nothing of columns that are not there, and "none" with an empty cell', () => {
    expect(first(['name', 'email'], 'Li,li@x.test')).toEqual({ line: 1, name: 'Li', email: 'li@x.test' });
    expect(first(['name', 'email', 'site', 'title', 'groups', 'timezone'], 'Li,li@x.test,,,,')).toEqual({
      line: 1,
      name: 'Li',
      email: 'li@x.test',
      site: null,
      title: '',
      groups: [],
    });
  });

  it('loses marks that are not seen, and keeps names whole', () => {
    expect(first(['name', 'email'], '\u202eAna  \u200bde\tSousa\u0007;<ana@x.test>')?.name).toBe('Ana de Sousa');
    expect(first(['name', 'email'], '"Weber, Jonas";"Jonas Weber <jonas@x.test>"')).toMatchObject({
      name: 'Jonas Weber',
      email: 'jonas@x.test',
    });
  });

  it('reads levels of units from columns, and a path with slashes inside its names', () => {
    const levels: ColumnUse[] = ['name', 'email', 'division', 'department', 'team'];
    expect(first(levels, 'Li;li@x.test;Ops;;Ops')?.unitPath).toEqual(['Ops']);
    expect(first(levels, 'Li;li@x.test;Ops;Water;North')?.unitPath).toEqual(['Ops', 'Water', 'North']);
    expect(first(['name', 'email', 'unit'], 'Li;li@x.test;Ops/IT > R&D/Lab')?.unitPath).toEqual(['Ops/IT', 'R&D/Lab']);
    expect(first(['name', 'email', 'unit'], 'Li;li@x.test;Ops/Water')?.unitPath).toEqual(['Ops', 'Water']);
  });
});

describe('a faulty line', () => {
  const uses: ColumnUse[] = ['externalId', 'name', 'email'];
  const told = (...lines: string[]) =>
    read(uses, ...lines).problems.map(({ line, reason, isLeftOut }) => [line, reason, isLeftOut]);

  it('is told with its number and its reason, and never stops the good ones', () => {
    const result = read(
      uses,
      '1,Li,li@x.test',
      '2,Ana,',
      '3,,bo@x.test',
      '4,Eve,eve at x',
      '5,Kim',
      '"6,Zoe,zoe@x.test',
      '1,Again,new@x.test',
      '8,Other,li@x.test',
      '9,Max,max@x.test',
    );
    expect(result.problems.map(({ line, reason, value }) => [line, reason, value])).toEqual([
      [3, 'email-missing', 'Ana'],
      [4, 'name-missing', 'bo@x.test'],
      [5, 'email-invalid', 'eve at x'],
      [6, 'cells', '5 Kim'],
      [7, 'quotes', '6 Zoe zoe@x.test'],
      [8, 'duplicate', '2'],
      [9, 'duplicate', '2'],
    ]);
    expect(result.entries.map(({ name }) => name)).toEqual(['Li', 'Max']);
    expect(result.leftOut.map(({ externalId }) => externalId)).toEqual(['2', '3', '4', '5', '6', '1', '8']);
  });

  it.each(['a@b', '@x.test', 'a@x..test', 'a b@x.test', 'a@x.test\u0000', 'a"@x.test', '+49 431 5550100'])(
    'takes %j for no address',
    (address) => {
      const records = [{ line: 2, cells: ['1', 'Li', address], isBroken: false }];
      expect(readEntries(records, { uses }).problems[0]?.reason ?? 'read').toBe(
        address.endsWith('\u0000') ? 'read' : 'email-invalid',
      );
    },
  );

  it.each([
    ['li@x.test; wei@x.test', 'li@x.test', ['email-several']],
    ['mailto:Li@X.test?subject=hi', 'li@x.test', []],
    ['“Li Wei” <li@x.test>', 'li@x.test', []],
    ['Li Wei (li@x.test)', 'li@x.test', []],
    ['li@x.test (work)', 'li@x.test', []],
    ['smtp:old@x.test;SMTP:li@x.test', 'li@x.test', []],
    ['li\u200b@x.test\u00a0', 'li@x.test', []],
    ['ｌｉ＠x.test', 'li@x.test', []],
    ['li@ПРИМЕР.рф', 'li@xn--e1afmkfd.xn--p1ai', []],
  ])('reads the address in %j', (cell, email, doubts) => {
    const result = readEntries([{ line: 2, cells: ['1', 'Li', cell], isBroken: false }], { uses });
    expect(result.entries.map((entry) => entry.email)).toEqual([email]);
    expect(result.problems.map(({ reason }) => reason)).toEqual(doubts);
  });

  it('with letters that no mail goes to says so, and the next column of addresses is read', () => {
    const records = [{ line: 2, cells: ['1', 'Li', 'ли@x.test', ''], isBroken: false }];
    expect(readEntries(records, { uses }).problems[0]?.reason).toBe('email-letters');
    const second = [{ line: 2, cells: ['1', 'Li', '+49 431 555', 'li@x.test'], isBroken: false }];
    expect(readEntries(second, { uses: [...uses, 'email'] }).entries[0]?.email).toBe('li@x.test');
  });

  it('too many cells are a mistake too', () => {
    expect(told('1,Li,Wei,li@x.test')).toEqual([[2, 'cells', true]]);
    expect(told('1,Li,li@x.test,')).toEqual([]);
  });

  it('a value that cannot be read costs the value alone', () => {
    const result = read(
      ['name', 'email', 'joined', 'timezone', 'title'],
      `Li,li@x.test,soon,Mars/North,${'x'.repeat(300)}`,
    );
    expect(result.problems.map(({ reason, isLeftOut }) => [reason, isLeftOut])).toEqual([
      ['too-long', false],
      ['date', false],
      ['time-zone', false],
    ]);
    expect(result.entries).toEqual([{ line: 2, name: 'Li', email: 'li@x.test' }]);
  });
});

it('tells how it read what could be read in two ways', () => {
  expect(read(['name', 'email', 'joined'], '"Wei, Li",li@x.test,03/25/2024').notes).toEqual([
    'names-turned',
    'month-first',
  ]);
  expect(read(['name', 'email'], 'Li,li@x.test').notes).toEqual([]);
});
