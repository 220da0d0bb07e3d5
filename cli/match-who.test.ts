import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { match } from './match.ts';
import { Problem } from './problem.ts';

const folder = mkdtempSync(join(tmpdir(), 'loam-match-who-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Plans a round from the text of a file; everybody in it, and what was said. */
function round(text: string, ...args: string[]): { members: string[]; repeats: number; warned: string[] } {
  const path = join(folder, 'people.csv');
  writeFileSync(path, text);
  const said: { printed: string[]; warned: string[] } = { printed: [], warned: [] };
  match([path, '--json', ...args], {
    print: (line) => said.printed.push(line),
    warn: (line) => said.warned.push(line.replace(`${path}: `, '')),
    timer: () => 0,
    today: () => '2026-11-29',
  });
  const plan: { groups: { members: string[] }[]; leftOut: { id: string }[]; certificate: { repeats: number } } =
    JSON.parse(said.printed.join(''));
  const members = [...plan.groups.flatMap((group) => group.members), ...plan.leftOut.map(({ id }) => id)].sort();
  return { members, repeats: plan.certificate.repeats, warned: said.warned };
}

function complaint(text: string, ...args: string[]): string {
  try {
    round(text, ...args);
  } catch (error) {
    if (error instanceof Problem) return error.message;
    throw error;
  }
  return 'no complaint';
}

describe('who takes part in a round', () => {
  const PEOPLE =
    'id,department,Status,Last day\na,X,Active,\nb,Y,Terminated 2025-03-31,\nc,Y,Active,31/12/2030\nd,X,Active,31/12/2024\n';

  it('leaves out whoever is not here, and says so', () => {
    expect(round(PEOPLE)).toEqual({
      members: ['a', 'c'],
      repeats: 0,
      warned: [
        '2 rows are left out, of people who are not here: Status: Terminated … (1), Last day: < 2026-11-29 (1). Add --everyone to take them in.',
      ],
    });
    expect(round(PEOPLE, '--everyone')).toMatchObject({ members: ['a', 'b', 'c', 'd'], warned: [] });
  });

  it('leaves out the suspended, the switched off and guests of a directory', () => {
    const { members, warned } = round(
      'userPrincipalName,displayName,accountEnabled,userType\na@x.test,Ana Sousa,True,Member\nb@x.test,Bo Ek,False,Member\nc@x.test,Cy Wu,True,Guest\nd_y#EXT#@x.test,Di Oh,True,Member\n',
    );
    expect(members).toEqual(['a@x.test']);
    expect(warned).toHaveLength(1);
  });

  it('refuses a file in which nobody is here', () => {
    expect(complaint('id,Status\na,Inactive\nb,Inactive\n')).toMatch(
      /nobody in it is here, by its own words \(Status: Inactive \(2\)\)/,
    );
  });

  it('does not trust numbers that a spreadsheet rounded', () => {
    expect(complaint('Employee ID,Department\n1.23E+11,A\n1.23E+11,B\n')).toMatch(
      /rounded the numbers in "Employee ID" \(1.23E\+11\)/,
    );
    const other = round('Employee ID,Email,Department\n1.23E+11,a@x.test,A\n1.24E+11,b@x.test,B\n');
    expect(other.members).toEqual(['a@x.test', 'b@x.test']);
    expect(other.warned).toEqual([
      'a spreadsheet has rounded the numbers in "Employee ID" (1.23E+11), so that column names nobody.',
    ]);
  });

  it('takes a sum below for nobody, headers again for none, the main job of two', () => {
    const sum = round('id;unit;hours\na;X;40\nb;Y;38\nTotal;;78\n');
    expect(sum).toMatchObject({ members: ['a', 'b'], warned: ['nobody is meant by line 4 below the table.'] });
    const jobs = round('id,unit,Main job\na,X,yes\na,Y,no\nb,Y,yes\n');
    expect(jobs).toMatchObject({ members: ['a', 'b'] });
    expect(jobs.warned).toEqual(['further jobs of people who have a main one are left out: line 3.']);
    expect(round('USERID,DEPARTMENT,TITLE\nUser ID,Department,Title\n1,X,Head\n2,Y,Aide\n').members).toEqual([
      '1',
      '2',
    ]);
  });

  it('names people by the first key that everybody has', () => {
    expect(round('Email,Employee ID,Department\na@x.test,7,X\n,8,Y\n').members).toEqual(['7', '8']);
    expect(round('Name,Email,Email\nAna,ana@x.test,\nBo,bo@x.test,\n').members).toEqual(['ana@x.test', 'bo@x.test']);
    expect(complaint('Email,unit\na@x.test,X\nOffice Kiel,\nb@x.test,Y\n')).toMatch(
      /line 3: "Office Kiel" is no address/,
    );
  });

  it('keeps managers and reports apart who are named "Last, First"', () => {
    const text =
      'id,Name,Manager,unit\n1,"Hallam, Ros",,A\n2,"Oduya, Femi","Hallam, Ros",A\n3,"Petrie, Una",,B\n4,"Blythe, Kit","Petrie, Una",B\n';
    const path = join(folder, 'met.csv');
    writeFileSync(path, 'a,b,date\n1,3,2026-11-01\n2,4,2026-11-01\n');
    expect(round(text, '--met', path)).toMatchObject({ members: ['1', '2', '3', '4'], repeats: 0 });
  });
});
