import { describe, expect, it } from 'vitest';
import {
  columnsWithoutNames,
  familyPart,
  headerAt,
  isHeaderAgain,
  lacksHeader,
  rankFor,
  recognise,
  saysFamilyFirst,
} from './columns.ts';
import { foldedHeader } from './headers.ts';

describe('recognise', () => {
  it.each([
    [
      [
        'Employee ID',
        'Display Name',
        'Work Email',
        'Business Unit',
        'Department',
        'Team',
        'Work Location',
        'Manager Email',
        'Job Grade',
        'Hire Date',
        'Job Title',
      ],
      ['externalId', 'name', 'email', 'division', 'department', 'team', 'site', 'manager', 'level', 'joined', 'title'],
    ],
    [
      [
        'Personalnummer',
        'Vorname',
        'Nachname',
        'E-Mail',
        'Bereich',
        'Abteilung',
        'Standort',
        'Führungskraft',
        'Eintrittsdatum',
        'Sprachen',
      ],
      [
        'externalId',
        'firstName',
        'lastName',
        'email',
        'division',
        'department',
        'site',
        'manager',
        'joined',
        'languages',
      ],
    ],
    [
      ['userPrincipalName', 'givenName', 'surname', 'officeLocation', 'employeeHireDate', 'jobTitle', 'salary'],
      ['email', 'firstName', 'lastName', 'site', 'joined', 'title', 'leave-out'],
    ],
    [
      ['Name', 'Vorname', 'E-Mail-Adresse', 'Büro', 'Zeitzone', 'Abwesend bis'],
      ['lastName', 'firstName', 'email', 'site', 'timezone', 'awayUntil'],
    ],
  ])('reads %j', (headers, uses) => {
    expect(recognise(headers, [])).toEqual(uses);
  });

  it('takes the manager’s name beside the number, and other fields once', () => {
    expect(recognise(['Manager', 'Manager ID', 'ID', 'Employee ID'], [])).toEqual([
      'manager',
      'manager',
      'leave-out',
      'externalId',
    ]);
  });

  it('finds addresses by what stands in the column', () => {
    expect(
      recognise(
        ['who', 'reach'],
        [
          ['Li', 'li@example.test'],
          ['Ana', ''],
        ],
      ),
    ).toEqual(['leave-out', 'email']);
    expect(
      recognise(
        ['who', 'reach'],
        [
          ['Li', 'li@example.test'],
          ['Ana', 'room 4'],
          ['Bo', 'x'],
        ],
      ),
    ).toEqual(['leave-out', 'leave-out']);
  });
});

it('folds headers of two languages', () => {
  expect(foldedHeader(' E-Mail (geschäftlich) ')).toBe('emailgeschaeftlich');
  expect(foldedHeader('Prénom')).toBe('prenom');
});

it('knows a file without a header', () => {
  expect(lacksHeader(['Li', 'li@example.test'])).toBe(true);
  expect(lacksHeader(['Name', 'E-mail'])).toBe(false);
  expect(columnsWithoutNames(['17', 'Li Wei', 'li@example.test'])).toEqual({
    headers: ['1', '2', '3'],
    uses: ['leave-out', 'name', 'email'],
  });
});

const column = (...cells: string[]) => cells.map((cell) => [cell]);

it.each<[string[], string[][], string[]]>([
  [[], [], []],
  [['Org Level 1', 'Org Level 2', 'Name'], [], ['division', 'department', 'name']],
  [['Org Level 2', 'Org Level 1', 'Org Level 4', 'Org Level 3'], [], ['department', 'division', 'leave-out', 'team']],
  [['Level 1', 'Name'], [], ['leave-out', 'name']],
  [['Level 1', 'Level 2', 'Team'], [], ['leave-out', 'leave-out', 'team']],
  [['Level 1', 'Level 2', 'Unit'], [], ['leave-out', 'leave-out', 'unit']],
  [['Level 1', 'Level 2', 'Division'], [], ['leave-out', 'leave-out', 'division']],
  [['Level 1', 'Level 2', 'Department'], [], ['leave-out', 'leave-out', 'department']],
  [['Nombre', 'Apellidos'], [], ['firstName', 'lastName']],
  [['Nombre', 'Apellidos'], [['Ana Maria', 'Sousa']], ['name', 'lastName']],
  [['Name', 'Nickname'], [['Weber', 'Jo']], ['lastName', 'preferredName']],
  [['Name', 'Nickname'], [['Jo Weber', 'Jo']], ['name', 'preferredName']],
  [['Name', 'Full name', 'Vorname'], [], ['name', 'name', 'firstName']],
  [
    ['x', 'y'],
    [
      ['Ana Sousa', 'Active'],
      ['Bo Li', 'Terminated'],
    ],
    ['name', 'status'],
  ],
  [['Email', 'Manager Email'], [], ['email', 'manager']],
  [['ID', 'Number'], [], ['externalId', 'leave-out']],
  [['Date Terminated On', 'Re-Hire Info'], [['2024-01-02', '2023-01-02']], ['left', 'joined']],
  [['Date Terminated On', 'Re-Hire Info'], [['soon', 'now']], ['leave-out', 'leave-out']],
  [['Re-Hire Info'], column('01/13/2024', '13/01/2024'), ['joined']],
  [['Manager'], column('Yes', 'No'), ['leave-out']],
  [['Manager'], column('Ana', 'No'), ['manager']],
  [['Manager'], column('Yes', 'No', 'Yes', 'No', 'Ana'), ['leave-out']],
  [['Manager'], column('', ''), ['manager']],
  [['Title'], column('Mr', 'Dr.'), ['leave-out']],
  [['Title'], column('Mr', 'Dr.', 'Prof.', 'Baker'), ['title']],
  [['Title'], column('Mr', 'Dr.', 'Prof.', 'Mrs', 'Baker'), ['leave-out']],
  [['Title'], column('Owner', 'Engineer'), ['title']],
  [['Termination date'], column('yes', 'no'), ['leave-out']],
  [['Termination date'], column('1', 'no', 'no'), ['left']],
  [['Termination date'], column('1', 'no', 'no', 'no'), ['leave-out']],
  [['Email'], column('a@b.cc', 'x', 'y'), ['email']],
  [['Email'], column('a@b.cc', 'x', 'y', 'z'), ['leave-out']],
  [['Email'], column(' ', ' a@b.cc ', ''), ['email']],
  [['Employee ID'], column('1 2 3'), ['leave-out']],
  [['Employee ID'], column('1 2'), ['externalId']],
  [['Name'], column('1'), ['leave-out']],
  [['Worker First Name Text'], [], ['leave-out']],
  [['Worker First Name Text'], column('Ana'), ['firstName']],
  [['Worker First Name Text'], column('Ana', '1'), ['firstName']],
  [['Worker First Name Text'], column('Ana', '1', '2'), ['leave-out']],
  [['Worker Full Name Text'], column('Ana'), ['leave-out']],
  [['Worker Full Name Text'], column('Ana Li'), ['name']],
  [['Personal Email'], column('a@b.cc'), ['email']],
  [['Assistant Email'], column('a@b.cc'), ['leave-out']],
  [['Manager Name'], column('Ana Li'), ['manager']],
  [
    ['Zweite', 'Kontakt-Mail'],
    [
      ['a@b.cc', 'c@d.ee'],
      ['e@b.cc', 'd@d.ee'],
    ],
    ['leave-out', 'email'],
  ],
  [['Kontakt'], column('a@b.cc', 'A@b.cc '), ['leave-out']],
  [['Kontakt'], column('a@b.cc', 'c@b.cc'), ['email']],
  [['Kontakt'], column(...'aabcdefghi'.split('').map((name) => `${name}@b.cc`)), ['email']],
  [['Kontakt'], column(...'aaaabcdefg'.split('').map((name) => `${name}@b.cc`)), ['email']],
  [['Kontakt'], column(...'aaaaabcdef'.split('').map((name) => `${name}@b.cc`)), ['leave-out']],
  [['Kontakt'], column('a@b.cc', 'c@b.cc', 'd@b.cc', 'e@b.cc', 'x'), ['email']],
  [['Kontakt'], column('a@b.cc', 'c@b.cc', 'd@b.cc', 'x'), ['leave-out']],
])('%j over %j are %j', (headers, sample, uses) => {
  expect(recognise(headers, sample)).toEqual(uses);
});

it('a worker beside a family name is a number, each of their own', () => {
  const headers = ['Collaborateur', 'Nom de famille'];
  const rows = (...numbers: string[]) => numbers.map((number) => [number, 'Roux']);
  expect(recognise(headers, rows('101', '102'))[0]).toBe('externalId');
  expect(recognise(headers, rows('101', '101'))[0]).toBe('leave-out');
  expect(
    recognise(
      [...headers, 'Employee ID'],
      ['101', '102'].map((number) => [number, 'Roux', `e${number}`]),
    ),
  ).toEqual(['leave-out', 'lastName', 'externalId']);
  expect(recognise(headers, rows('ab', 'cd'))[0]).not.toBe('externalId');
});

it.each([
  ['Work Email', 'email', 0],
  ['Email Work', 'email', 1],
  ['Email / Mail', 'email', 1_005],
  ['user work email', 'email', 2_000],
  ['x', 'email', Number.POSITIVE_INFINITY],
  ['Email', 'leave-out', Number.POSITIVE_INFINITY],
] as const)('%s tells of %s by rank %d', (header, use, rank) => {
  expect(rankFor(header, use)).toBe(rank);
});

it.each([
  [[], 0],
  [[['Name'], ['Name', 'Email']], 1],
  [[['a'], ['Name']], 0],
  [
    [
      ['Name', 'Email'],
      ['First name', 'Last name', 'Email'],
    ],
    1,
  ],
  [
    [
      ['Name', 'Email'],
      ['First name', 'Email'],
    ],
    0,
  ],
  [[['a title'], ['x@y.zz'], ['Name', 'Email']], 0],
  [[...Array<string[]>(19).fill(['a title']), ['Name', 'Email']], 19],
  [[...Array<string[]>(20).fill(['a title']), ['Name', 'Email']], 0],
])('of %j the header is at %d', (records, at) => {
  expect(headerAt(records)).toBe(at);
});

it.each([
  [['A', 'b'], ['a', 'B'], true],
  [['A', 'b'], ['a', 'c'], false],
  [['x'], ['Name', 'Email', 'Team'], true],
  [['x'], ['Name', '', ' ', 'Email'], false],
  [['x'], ['Name', 'Email', 'Team', 'x', 'y'], true],
  [['x'], ['Name', 'Email', 'x', 'y'], false],
  [['x'], ['Name', 'Email', 'Team', 'a@b.cc'], false],
])('below %j, %j names the columns again: %s', (header, cells, is) => {
  expect(isHeaderAgain(header, cells)).toBe(is);
});

it('knows the parts of a family name, and what stands first', () => {
  expect(['Tussenvoegsel', 'Segundo apellido', 'Last name'].map(familyPart)).toEqual(['particle', 'second', 'family']);
  expect(['Nachname, Vorname', 'Cognome e Nome', 'Last First'].every(saysFamilyFirst)).toBe(true);
  expect(['Name', 'Vorname Nachname'].some(saysFamilyFirst)).toBe(false);
});

it('gives columns without names their numbers', () => {
  expect(columnsWithoutNames([])).toEqual({ headers: [], uses: [] });
  expect(columnsWithoutNames([' a@b.cc ', 'x', ' Li '])).toEqual({
    headers: ['1', '2', '3'],
    uses: ['email', 'leave-out', 'name'],
  });
  expect(lacksHeader(['x', ' a@b.cc '])).toBe(true);
  expect(lacksHeader([])).toBe(false);
});
