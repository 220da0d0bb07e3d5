import { expect, it } from 'vitest';
import type { ImportReason } from '#contract/imports.ts';
import { readFile } from './reading.rules.ts';

interface Case {
  file: string | Uint8Array;
  people: Record<string, unknown>[];
  /** Line and reason of what was left out. */
  problems?: [number, ImportReason][];
}

const utf16 = (text: string, isLittle: boolean): Uint8Array => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return isLittle ? bytes : bytes.swap16();
};

/** What spreadsheets and people do to files. */
const SHAPES: Record<string, Case> = {
  'the line that names the delimiter': {
    file: 'sep=;\r\nID;Name;Email\r\n1;Ana Sousa;ana@x.test\r\n',
    people: [{ name: 'Ana Sousa', externalId: '1', line: 3 }],
  },
  'pipes, and cells with commas': {
    file: 'ID|Name|Email|Interests\n1|Ana Sousa|ana@x.test|choir, chess\n2|Bo Ek|bo@x.test|tea, go\n',
    people: [{ interests: ['choir', 'chess'] }, { interests: ['tea', 'go'] }],
  },
  'UTF-16 with its mark, tabs': {
    file: utf16('Name\tEmail\r\nŁukasz Wójcik\tl@x.test\r\n', true),
    people: [{ name: 'Łukasz Wójcik' }],
  },
  'UTF-16 the other way round': {
    file: utf16('Name\tEmail\r\nŁukasz Wójcik\tl@x.test\r\n', false),
    people: [{ name: 'Łukasz Wójcik' }],
  },
  'numbers kept as text, however it is done': {
    file: `ID,Name,Email\n="00123",Ana Sousa,ana@x.test\n"=""00124""",Bo Ek,bo@x.test\n'00125,Cy Wu,cy@x.test\n`,
    people: [{ externalId: '00123' }, { externalId: '00124' }, { externalId: '00125' }],
  },
  'numbers that a spreadsheet rounded': {
    file: 'Employee ID;Name;Email;Manager ID\n1,23E+11;Ana Sousa;ana@x.test;\n1,23E+11;Bo Ek;bo@x.test;1,23E+11\n',
    people: [{ name: 'Ana Sousa' }, { name: 'Bo Ek' }],
    problems: [
      [2, 'id-rounded'],
      [3, 'id-rounded'],
    ],
  },
  'long numbers that end in zeros': {
    file: 'Employee ID,Name,Email\n123456789012345000,Ana Sousa,ana@x.test\n123456789012346000,Bo Ek,bo@x.test\n',
    people: [{ name: 'Ana Sousa' }, { name: 'Bo Ek' }],
    problems: [
      [2, 'id-rounded'],
      [3, 'id-rounded'],
    ],
  },
  'ids that only look like powers': {
    file: 'Employee ID,Name,Email\n7E12,Ana Sousa,ana@x.test\n3E10,Bo Ek,bo@x.test\n',
    people: [{ externalId: '7E12' }, { externalId: '3E10' }],
  },
  'line breaks in cells, and empty columns at the end': {
    file: 'Name,Email,Title,,\n"Ana Sousa","ana@x.test","Head,\nLab",,\nBo Ek,bo@x.test,Aide,,\n',
    people: [
      { title: 'Head, Lab', line: 2 },
      { title: 'Aide', line: 4 },
    ],
  },
  'a sum below': {
    file: 'ID;Name;Email;Hours\n1;Ana Sousa;ana@x.test;40\n2;Bo Ek;bo@x.test;38\nTotal;;;78\n',
    people: [{ name: 'Ana Sousa' }, { name: 'Bo Ek' }],
    problems: [[4, 'email-missing']],
  },
  'merged titles above groups of columns': {
    file: 'Person,,,Position,,\nFirst name,Last name,Email,Department,Job title,Manager\nAna,Sousa,ana@x.test,Lab,Head,\nBo,Ek,bo@x.test,Lab,Aide,Ana Sousa\n',
    people: [
      { name: 'Ana Sousa', unitPath: ['Lab'] },
      { name: 'Bo Ek', manager: 'Ana Sousa' },
    ],
  },
  'the names of columns again on each page': {
    file: 'Name,Email,Team\nAna Sousa,ana@x.test,Lab\nName,Email,Team\nBo Ek,bo@x.test,Lab\n',
    people: [{ name: 'Ana Sousa' }, { name: 'Bo Ek' }],
  },
  'days as numbers of a spreadsheet, times of directories': {
    file: 'Name,Email,Start date\nAna Sousa,ana@x.test,43496\nBo Ek,bo@x.test,20190131093000.0Z\nCy Wu,cy@x.test,131934402000000000\nDi Oh,di@x.test,2019-01-31T00:00:00.000+01:00\n',
    people: [
      { joinedOn: '2019-01-31' },
      { joinedOn: '2019-01-31' },
      { joinedOn: '2019-01-31' },
      { joinedOn: '2019-01-31' },
    ],
  },
  'nothing, in the words that there are for it': {
    file: 'Name,Email,Team,Office,Manager,Job title\nAna Sousa,ana@x.test,n/a,-,NULL,#N/A\nNull Oh,oh@x.test,None,(blank),N/A,—\n',
    people: [
      { unitPath: [], site: null, manager: null, title: '' },
      { name: 'Null Oh', unitPath: [], site: null, manager: null, title: '' },
    ],
  },
  'family names first, with units and titles behind': {
    file: 'Name,Email,Department,Manager\n"Kock, Arne (Foundry)",arne@x.test,Foundry,\n"Roth, Dr. Eva (Foundry)",eva@x.test,Foundry,"Kock, Arne (Foundry)"\n"Hale, Tom (Tommy)",tom@x.test,Mill,Dr. Eva Roth\n',
    people: [
      { name: 'Arne Kock' },
      { name: 'Dr. Eva Roth', manager: 'Kock, Arne (Foundry)' },
      { name: 'Tom Hale (Tommy)', manager: 'Dr. Eva Roth' },
    ],
  },
  'titles behind names, which are no given names': {
    file: 'Name,Email\n"Ana Sousa, PhD",ana@x.test\n"Bo Ek, MBA",bo@x.test\n"John Smith, Jr.",js@x.test\n"Henry Ford, III",hf@x.test\n',
    people: [
      { name: 'Ana Sousa, PhD' },
      { name: 'Bo Ek, MBA' },
      { name: 'John Smith, Jr.' },
      { name: 'Henry Ford, III' },
    ],
  },
  'family names first with titles behind': {
    file: 'Name,Email\n"Sousa, Ana, PhD",ana@x.test\n"Smith, John, Jr.",js@x.test\n"Ek, Bo",bo@x.test\n',
    people: [{ name: 'Ana Sousa, PhD' }, { name: 'John Smith, Jr.' }, { name: 'Bo Ek' }],
  },
  'names without a comma under a header that turns them': {
    file: 'Cognome e nome;E-mail;Sede\nRossi Niccolò;n@x.test;Bari\nNeri Eva;e@x.test;Bari\n',
    people: [{ name: 'Niccolò Rossi' }, { name: 'Eva Neri' }],
  },
  'addresses in every dress': {
    file: 'Name,Email\nAna,mailto:ana@x.test\nBo,"Ek, Bo <BO@X.test>"\nCy,[cy@x.test](mailto:cy@x.test)\nDi,di@x.test#mailto:di@x.test#\nEd,<ed@x.test>;\nFy,smtp:f@x.test;SMTP:fy@x.test\n',
    people: [
      { email: 'ana@x.test' },
      { email: 'bo@x.test' },
      { email: 'cy@x.test' },
      { email: 'di@x.test' },
      { email: 'ed@x.test' },
      { email: 'fy@x.test' },
    ],
  },
  'one person on two lines, the main job told by the file': {
    file: 'ID,Name,Email,Job title,Main job\n1,Ana Sousa,ana@x.test,Trainer,no\n1,Ana Sousa,ana@x.test,Head,yes\n',
    people: [{ title: 'Head', line: 3 }],
    problems: [[2, 'duplicate']],
  },
  'a quote that is never closed costs its line alone': {
    file: 'Name,Email,Team\n"Ana Sousa,ana@x.test,Lab\nBo Ek,bo@x.test,Lab\n',
    people: [{ name: 'Bo Ek' }],
    problems: [[2, 'quotes']],
  },
  'headings between the lines': {
    file: 'Name;Email;Team\nOffice Kiel;;\nAna Sousa;ana@x.test;Lab\nOffice Ulm;;\nBo Ek;bo@x.test;Lab\n',
    people: [{ name: 'Ana Sousa' }, { name: 'Bo Ek' }],
    problems: [
      [2, 'email-missing'],
      [4, 'email-missing'],
    ],
  },
  'old line ends': {
    file: 'Name,Email\rAna Sousa,ana@x.test\rBo Ek,bo@x.test\r',
    people: [{ line: 2 }, { line: 3 }],
  },
  'addresses of managers alone are nobody’s own': {
    file: 'Name,Head of unit mail,Manager Email\nAna Sousa,,bo@x.test\nCy Wu,,bo@x.test\n',
    people: [],
  },
  'lines that a spreadsheet saved as one cell each': {
    file: '"ID,Name,Email,Team"\n"1,""Sousa, Ana"",ana@x.test,Lab"\n"2,""Ek, Bo"",bo@x.test,Lab"\n',
    people: [
      { name: 'Ana Sousa', externalId: '1', line: 2 },
      { name: 'Bo Ek', line: 3 },
    ],
  },
  'numbers that a program wrote with a point, or that lost their zeros': {
    file: 'id,name,email,manager_id\n007,Ana Sousa,ana@x.test,\n008,Bo Ek,bo@x.test,7.0\n009,Cy Wu,cy@x.test,NaN\n',
    people: [{ externalId: '007' }, { manager: '7' }, { manager: null }],
  },
  'groups by distinguished name, languages with how well': {
    file: 'Name,Email,memberOf,Languages\nAna Sousa,ana@x.test,"CN=Choir,OU=Groups,DC=x;CN=First aid,OU=Groups,DC=x","German (fluent), English: C1"\nBo Ek,bo@x.test,,\n',
    people: [{ groups: ['Choir', 'First aid'], languages: ['de', 'en'] }, { groups: [] }],
  },
  'lists over several lines of a cell': {
    file: 'Name,Email,Interests\nAna Sousa,ana@x.test,"chess\ntea"\nBo Ek,bo@x.test,go\n',
    people: [{ interests: ['chess', 'tea'] }, { interests: ['go'] }],
  },
  'private addresses whose brackets say so, names of others': {
    file: 'Name,Name (emergency contact),Email (personal),Email (work)\nAna Sousa,Rui Sousa,ana@home.test,ana@x.test\nBo Ek,Eva Ek,bo@home.test,\n',
    people: [{ name: 'Ana Sousa', email: 'ana@x.test' }],
    problems: [[3, 'email-missing']],
  },
  'a column that says whether somebody is a manager': {
    file: 'Name,Email,Manager,Titel,Position\nAna Sousa,ana@x.test,Yes,Prof. Dr.,Head\nBo Ek,bo@x.test,No,Dr.,Aide\n',
    people: [
      { name: 'Ana Sousa', title: 'Head' },
      { name: 'Bo Ek', title: 'Aide' },
    ],
  },
  'days that are past, and one that is not, in the order of the rest': {
    file: 'Name,Email,Start date,End date\nAna,ana@x.test,01/31/2019,02/28/2024\nBo,bo@x.test,01/31/2019,02/03/2031\n',
    people: [{ name: 'Bo', joinedOn: '2019-01-31' }],
  },
};

it.each(Object.entries(SHAPES))('%s', (_, { file, people, problems = [] }) => {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
  const read = readFile(bytes, { today: '2026-11-29' }) ?? expect.fail('no table');
  expect(read.entries).toMatchObject(people);
  expect(read.problems.map(({ line, reason }) => [line, reason])).toEqual(problems);
});

it.each([
  ['Terminated 2025-03-31', false],
  ['terminated (voluntary)', false],
  ['Left on 31.03.2025', false],
  ['Not active', false],
  ['No longer active', false],
  ['nicht mehr aktiv', false],
  ['Leave of absence', true],
  ['Active (probation)', true],
  ['Pre-hire', true],
  ['Retired', false],
  ['T', false],
  ['A', true],
  ['external guest', false],
  ['LOCKED_OUT', true],
])('a status "%s" is here: %s', (status, isHere) => {
  const bytes = new TextEncoder().encode(`Name,Email,Status\nAna,ana@x.test,${status}\nBo,bo@x.test,Active\n`);
  expect(readFile(bytes)?.absent).toHaveLength(isHere ? 0 : 1);
});
