import { describe, expect, it } from 'vitest';
import type { ColumnUse } from '#contract/imports.ts';
import { addressesOf } from './cells.rules.ts';
import { type Columns, readEntries } from './entries.rules.ts';

const read = (uses: ColumnUse[], lines: string[][], more: Partial<Columns> = {}) =>
  readEntries(
    lines.map((cells, index) => ({ line: index + 2, cells, isBroken: false })),
    { uses, ...more },
  );
const withCell = (use: ColumnUse, cell: string) => read(['name', 'email', use], [['Li', 'li@x.test', cell]]);
const one = (use: ColumnUse, cell: string) => withCell(use, cell).entries[0];
const reasons = ({ problems }: ReturnType<typeof read>) => problems.map(({ reason }) => reason);

describe('at the limit', () => {
  it.each(['title', 'site', 'level', 'manager', 'unit', 'externalId'] as const)(
    '%s takes two hundred letters',
    (use) => {
      expect(reasons(withCell(use, 'x'.repeat(200))).filter((reason) => reason === 'too-long')).toEqual([]);
      expect(reasons(withCell(use, 'x'.repeat(201)))).toContain('too-long');
      expect(withCell(use, 'x'.repeat(201)).entries).toHaveLength(use === 'externalId' ? 0 : 1);
    },
  );

  it('a name takes as many', () => {
    const named = (length: number) => read(['name', 'email'], [['x'.repeat(length), 'li@x.test']]);
    expect([reasons(named(200)), reasons(named(201))]).toEqual([[], ['too-long']]);
  });

  it('a unit is eight levels deep', () => {
    const path = (depth: number) => Array.from({ length: depth }, (_, at) => `u${at}`).join(' / ');
    expect(one('unit', path(8))?.unitPath).toHaveLength(8);
    expect(one('unit', path(9))?.unitPath).toBeUndefined();
    expect(reasons(withCell('unit', path(9)))).toEqual(['too-long']);
  });

  it('twenty words of sixty letters are kept, each once', () => {
    const words = Array.from({ length: 21 }, (_, at) => `word ${at}`);
    expect(one('interests', words.join(';'))?.interests).toEqual(words.slice(0, 20));
    expect(one('groups', `${'x'.repeat(60)};${'y'.repeat(61)};a;A; ;a`)?.groups).toEqual(['x'.repeat(60), 'a']);
  });

  it('a value is told in eighty letters', () => {
    const told = (length: number) => withCell('joined', 'x'.repeat(length)).problems[0]?.value;
    expect([told(80), told(81)]).toEqual(['x'.repeat(80), `${'x'.repeat(79)}…`]);
  });
});

describe('lists', () => {
  it('are split at semicolons, commas, bars and lines', () => {
    expect(one('interests', 'a; b,c|d\ne')?.interests).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(one('interests', '')?.interests).toEqual([]);
    expect(one('interests', `a ;  ${'x'.repeat(60)}  ; b`)?.interests).toEqual(['a', 'x'.repeat(60), 'b']);
  });

  it('of accounts lose what surrounds their names', () => {
    const text = 'CN=Sales\\, North,OU=Groups,DC=x;CN=All,OU=Groups| cn=Mill';
    expect(one('groups', text)?.groups).toEqual(['Sales, North', 'All', 'Mill']);
  });

  it('of languages lose how well they are spoken', () => {
    expect(one('languages', 'Deutsch (C1); English: fluent')?.languages).toEqual(['de', 'en']);
  });
});

describe('units', () => {
  it('of two columns of one name are one', () => {
    const path = (...cells: string[]) =>
      read(['name', 'email', 'division', 'department', 'team'], [['Li', 'li@x.test', ...cells]]).entries[0]?.unitPath;
    expect([path('Ops', 'OPS', 'Lab'), path('Ops', 'Lab', 'Ops'), path('', '', ''), path('Lab', ' ', 'Lab')]).toEqual([
      ...[['Ops', 'Lab'], ['Ops', 'Lab', 'Ops'], [], ['Lab']],
    ]);
  });

  it('of one column go before those of several', () => {
    const path = (unit: string) =>
      read(['name', 'email', 'unit', 'division'], [['Li', 'li@x.test', unit, 'Ops']]).entries[0]?.unitPath;
    expect([path('Lab'), path('')]).toEqual([['Lab'], ['Ops']]);
  });

  it('keep a slash inside a name where others have blanks around theirs', () => {
    const paths = (...units: string[]) =>
      read(
        ['name', 'email', 'unit'],
        units.map((unit, at) => ['Li', `l${at}@x.test`, unit]),
      ).entries.map(({ unitPath }) => unitPath);
    expect(paths('Ops / IT', 'R/D')).toEqual([['Ops', 'IT'], ['R/D']]);
    expect(paths('R/D')).toEqual([['R', 'D']]);
    expect(paths('Ops::Lab', 'Ops->Yard', 'A\\B')).toEqual([
      ['Ops', 'Lab'],
      ['Ops', 'Yard'],
      ['A', 'B'],
    ]);
  });

  it('lose the name of their head, who is in the file', () => {
    const units = (unit: string) =>
      read(['name', 'email', 'unit'], [['Marta Keller', 'm@x.test', unit]]).entries[0]?.unitPath;
    expect([units('Works (Marta Keller)'), units('Works (North)')]).toEqual([['Works'], ['Works (North)']]);
  });
});

describe('lines', () => {
  const uses: ColumnUse[] = ['externalId', 'name', 'email', 'leave-out'];

  it('end with the last column that is used', () => {
    expect(reasons(read(uses, [['1', 'Li', 'li@x.test']]))).toEqual([]);
    expect(reasons(read(uses, [['1', 'Li']]))).toEqual(['cells']);
    expect(reasons(read(uses, [['1', 'Li', 'li@x.test', 'x', ' ']]))).toEqual([]);
    expect(reasons(read(uses, [['1', 'Li', 'li@x.test', 'x', 'y']]))).toEqual(['cells']);
  });

  it('of one id or address are the first one’s, whatever the case', () => {
    const again = read(uses, [
      ['a1', 'Li', 'li@x.test'],
      ['A1', 'Bo', 'bo@x.test'],
      ['', 'Ana', 'LI@x.test'],
      ['', 'Zoe', 'zoe@x.test'],
    ]);
    expect(again.problems.map(({ line, reason, value }) => [line, reason, value])).toEqual([
      [3, 'duplicate', '2'],
      [4, 'duplicate', '2'],
    ]);
    expect(again.entries.map(({ line }) => line)).toEqual([2, 5]);
    expect(again.leftOut).toEqual([
      { externalId: 'A1', email: 'bo@x.test' },
      { externalId: '', email: 'li@x.test' },
    ]);
  });

  it('of a main job count before others, and stay in their order', () => {
    const jobs = read(
      ['name', 'email', 'title', 'primary'],
      [
        ['Li', 'li@x.test', 'Second', 'no'],
        ['Li', 'li@x.test', 'First', 'yes'],
        ['Bo', 'bo@x.test', 'Only', ''],
      ],
    );
    expect(jobs.entries.map(({ line, title }) => [line, title])).toEqual([
      [3, 'First'],
      [4, 'Only'],
    ]);
    expect(jobs.problems.map(({ line, reason }) => [line, reason])).toEqual([[2, 'duplicate']]);
  });

  it('of which several doubts are told come in their order', () => {
    const doubts = read(
      ['name', 'email', 'joined', 'manager'],
      [
        ['Li', 'li@x.test; l@x.test', 'soon', 'a@x.test; b@x.test'],
        ['', 'bo@x.test', '', ''],
      ],
    );
    expect(doubts.problems.map(({ line, reason, isLeftOut }) => [line, reason, isLeftOut])).toEqual([
      [2, 'email-several', false],
      [2, 'manager-several', false],
      [2, 'date', false],
      [3, 'name-missing', true],
    ]);
  });

  it('with a number that a spreadsheet rounded have none', () => {
    const rounded = read(uses, [['1,23457E+11', 'Li', 'li@x.test']]);
    expect(rounded.entries[0]?.externalId).toBeUndefined();
    expect(reasons(rounded)).toEqual(['id-rounded']);
    expect(read(uses, [['1,23457E+11', '', 'li@x.test']]).leftOut).toEqual([{ externalId: '', email: 'li@x.test' }]);
    expect(read(uses, [['7.0', 'Li', 'li@x.test']]).entries[0]?.externalId).toBe('7');
    expect(read(uses, [['7.05', 'Li', 'li@x.test']]).entries[0]?.externalId).toBe('7.05');
  });
});

describe('dates', () => {
  const dates = (cells: string[], dateOrder?: 'day-first' | 'month-first') => {
    const lines = cells.map((cell, at) => ['Li', `l${at}@x.test`, cell]);
    const { entries, dates: asked, notes } = read(['name', 'email', 'joined'], lines, { dateOrder });
    return { days: entries.map(({ joinedOn }) => joinedOn), asked, notes };
  };

  it('that could be two are asked about, with three of them', () => {
    const found = dates(['01/02/2020', '03/04/2020', '05/06/2020', '07/08/2020']);
    expect(found.days[0]).toBe('2020-02-01');
    expect(found.asked).toMatchObject({ used: 'day-first', isChosen: false });
    expect(found.asked?.samples).toHaveLength(3);
    expect(found.asked?.samples[0]).toEqual({ text: '01/02/2020', dayFirst: '2020-02-01', monthFirst: '2020-01-02' });
    expect(found.notes).toEqual([]);
  });

  it('are read as told', () => {
    const found = dates(['01/02/2020'], 'month-first');
    expect([found.days, found.asked?.used, found.asked?.isChosen]).toEqual([['2020-01-02'], 'month-first', true]);
  });

  it('of which one decides are not asked about', () => {
    expect(dates(['01/02/2020', '25/02/2020'])).toMatchObject({ days: ['2020-02-01', '2020-02-25'], asked: null });
    expect(dates(['01/02/2020', '02/25/2020'])).toMatchObject({ days: ['2020-01-02', '2020-02-25'], asked: null });
    expect(dates(['01/02/2020', '02/25/2020']).notes).toEqual(['month-first']);
    expect(dates(['2020-02-01', ''])).toMatchObject({ days: ['2020-02-01', null], asked: null, notes: [] });
  });
});

describe('names', () => {
  const names = (...given: string[]) => {
    const file = read(
      ['name', 'email'],
      given.map((name, at) => [name, `n${at}@x.test`]),
    );
    return [file.entries.map(({ name }) => name), file.notes];
  };

  it('are turned where most are written so', () => {
    expect(names('Weber, Jonas', 'Li Wei', 'Reis, Ana')).toEqual([
      ['Jonas Weber', 'Li Wei', 'Ana Reis'],
      ['names-turned'],
    ]);
    expect(names('Weber, Jonas', 'Li Wei')[1]).toEqual([]);
  });

  it('of two words stand family first where the column says so', () => {
    const first = (header: string, name: string) =>
      read(['name', 'email'], [[name, 'n@x.test']], { headers: [header, 'email'] }).entries[0]?.name;
    expect(first('Nachname Vorname', 'Weber Jonas')).toBe('Jonas Weber');
    expect(first('Name', 'Weber Jonas')).toBe('Weber Jonas');
  });

  it('lose quotes around them', () => {
    expect(names('„Li Wei“')[0]).toEqual(['Li Wei']);
  });
});

it('a time zone is one that is known; an empty cell says nothing', () => {
  expect([one('timezone', 'Europe/Lisbon')?.timezone, one('timezone', '')?.timezone]).toEqual([
    'Europe/Lisbon',
    undefined,
  ]);
  const two = read(
    ['name', 'email', 'timezone'],
    ['Mars', 'Mars', 'UTC'].map((zone, at) => ['Li', `l${at}@x.test`, zone]),
  );
  expect(reasons(two)).toEqual(['time-zone', 'time-zone']);
});

it('managers of several columns are found by whichever names somebody', () => {
  const file = read(
    ['name', 'email', 'manager', 'leave-out'],
    [
      ['Ros Hallam', 'ros@x.test', '', 'rhallam'],
      ['Li', 'li@x.test', 'rhallam', 'wli'],
      ['Bo', 'bo@x.test', 'nobody', 'bo1'],
    ],
  );
  expect(file.entries.map(({ manager }) => manager)).toEqual([null, 'ros@x.test', 'nobody']);
});

it.each([
  ['', []],
  ['li@x.test', ['li@x.test']],
  ['li@x.test, LI@x.test', ['li@x.test']],
  ['li@x.test/wei@x.test', ['li@x.test', 'wei@x.test']],
  ['Li <li@x.test>, Wei [wei@x.test]', ['li@x.test', 'wei@x.test']],
  ['li@x.test#mailto:li@x.test#', ['li@x.test']],
  ['smtp:a@x.test+SMTP:b@x.test', ['b@x.test']],
  ['x500:/o=x; sip:li@x.test; li@x.test', ['li@x.test']],
  ["'li@x.test'.", ['li@x.test']],
  ['li wei@x.test', []],
  ['li@x.test wei', []],
  ['li@x.test?subject=a', ['li@x.test']],
])('the addresses in %j are %j', (text, addresses) => {
  expect(addressesOf(text)).toEqual(addresses);
});

it('several managers on lines of one cell are told on one line', () => {
  const told = withCell('manager', 'Ros Hallam \n\n Femi Oduya').problems;
  expect(told).toEqual([{ line: 2, reason: 'manager-several', value: 'Ros Hallam; Femi Oduya', isLeftOut: false }]);
});

it('the first column of a field that says something counts', () => {
  const titles = (...cells: string[]) =>
    read(['name', 'email', 'title', 'title'], [['Li', 'li@x.test', ...cells]]).entries[0]?.title;
  expect([titles('Baker', 'Cook'), titles('', 'Cook'), titles('-', 'Cook'), titles('', '')]).toEqual([
    ...['Baker', 'Cook', 'Cook', ''],
  ]);
});
