import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseCsv } from '#engine/tables/csv.ts';
import { match } from './match.ts';
import { Problem } from './problem.ts';

const folder = mkdtempSync(join(tmpdir(), 'loam-match-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Runs the command inside this process. */
function run(...args: string[]): { printed: string; warned: string } {
  const said = { printed: '', warned: '' };
  const code = match(args, {
    print: (text) => {
      said.printed += `${text}\n`;
    },
    warn: (text) => {
      said.warned += `${text}\n`;
    },
    timer: () => 0,
    today: () => '2026-11-29',
  });
  expect(code).toBe(0);
  return said;
}

function complaint(...args: string[]): string {
  try {
    run(...args);
  } catch (error) {
    if (error instanceof Problem) return error.message;
    throw error;
  }
  return 'no complaint';
}

const FOUR = 'id,department,interests\na,Sales,chess;tea\nb,Sales,tea\nc,Ops,chess\nd,Ops,\n';

describe('loam match', () => {
  it('prints the object of the specification and nothing else', () => {
    const plan = JSON.parse(run(file('four.csv', FOUR), '--json').printed);
    expect(Object.keys(plan)).toEqual(['groups', 'leftOut', 'certificate']);
    expect(Object.keys(plan.groups[0])).toEqual(['members', 'reasons', 'repeat', 'sameUnit']);
    expect(plan.groups.map((group: { members: string[] }) => group.members)).toEqual([
      ['a', 'c'],
      ['b', 'd'],
    ]);
    expect(Object.keys(plan.certificate)).toEqual([
      'people',
      'placed',
      'repeats',
      'repeatsUnavoidable',
      'sameUnitPairs',
      'sameUnitUnavoidable',
      'boundariesBridged',
      'value',
      'upperBound',
      'gap',
      'method',
      'seed',
      'milliseconds',
    ]);
    expect(plan.certificate).toMatchObject({
      people: 4,
      placed: 4,
      boundariesBridged: 1,
      gap: 0,
      method: 'exact',
      seed: 1,
    });
  });

  it('is the same for the same seed and reads history, options and quoted cells', () => {
    const people = file('p.csv', '\ufeffemail;Team;langs\r\n"x@a";One;"en;de"\r\ny@a;One;en\r\nz@a;Two;fr\r\n');
    const met = file('m.csv', 'a,b,date\nx@a,y@a,2026-01-05\nghost,y@a,2026-01-05\n');
    const args = [people, '--met', met, '--languages', 'langs', '--seed', '9', '--json'];
    const first = run(...args);
    expect(run(...args)).toEqual(first);
    expect(first.warned).toContain('1 row names somebody who is not in');
    expect(JSON.parse(first.printed).certificate).toMatchObject({
      repeats: 1,
      repeatsUnavoidable: 1,
      sameUnitPairs: 1,
    });
  });

  it('writes groups that a spreadsheet takes for text, and tells people in words', () => {
    const out = join(folder, 'groups.csv');
    const { printed } = run(file('evil.csv', 'id,department\n=1+1,A\n-b,B\n'), '--out', out);
    expect(printed).toContain('2 of 2 people placed');
    const [, ...rows] = parseCsv(readFileSync(out, 'utf8').replaceAll('\r\n', '\n'));
    expect(rows.map((row) => row.cells[1])).toEqual(["'-b", "'=1+1"]);
  });

  it('leaves one person out and does not fail', () => {
    const plan = JSON.parse(run(file('one.csv', 'id\nonly\n'), '--json').printed);
    expect(plan.leftOut).toEqual([{ id: 'only', reason: 'nobody else takes part' }]);
    expect(plan.certificate).toMatchObject({ people: 1, placed: 0, value: 0, upperBound: 0, gap: 0 });
  });

  it.each([
    ['a duplicate', 'id,unit\na,x\nb,y\na,z\n', /line 4: "a" stands in line 2/],
    ['too many cells', 'id,unit\na,x,1\n', /line 2: 3 cells, too many/],
    ['too few cells', 'id,unit\na,x\nb\n', /line 3: 1 cells, too few/],
    ['an unclosed quote', 'id,unit\na,x\nb,"y\nc,z\n', /line 3: a quote is not closed/],
    ['a stray quote', 'id,unit\na,"x"y\n', /line 2: a quote is not closed, or stands/],
    ['no rows', 'id,unit\n', /line 2: no person rows/],
    ['an empty file', '', /line 1: the file is empty/],
    ['an empty key', 'id,unit\n,x\n', /line 2: the cell "id" is empty/],
    ['a row after a quoted line break', 'id,unit\na,"x\ny"\nb\n', /line 4: 1 cells/],
  ])('names file and line of %s', (_, content, expected) => {
    const said = complaint(file('bad.csv', content), '--out', join(folder, 'never.csv'));
    expect(said).toMatch(expected);
    expect(said).toContain('bad.csv');
    expect(said).not.toContain('\n');
    expect(readdirSync(folder)).not.toContain('never.csv');
  });

  it('reads what a spreadsheet writes: semicolons, headers with commas, titles above, other code pages', () => {
    const excel = file(
      'excel.csv',
      'Report;;\r\nid;"Name, Vorname";Abteilung\r\n1;"Weiß, Anna";Labor\r\n2;"Roth, Ben";Labor\r\n3;"Kern, Cleo";Werk\r\n4;"Lutz, Dirk";Werk\r\n',
    );
    const plan = JSON.parse(run(excel, '--json').printed);
    expect(plan.groups.flatMap((group: { members: string[] }) => group.members).sort()).toEqual(['1', '2', '3', '4']);
    expect(plan.certificate).toMatchObject({ placed: 4, sameUnitPairs: 0 });
    const latin = file('latin.csv', Buffer.from('id;Abteilung\nMüller;A\nJörg;B\n', 'latin1'));
    const guessed = run(latin, '--json');
    expect(JSON.parse(guessed.printed).groups[0].members.sort()).toEqual(['Jörg', 'Müller']);
    expect(guessed.warned).toMatch(/latin.csv: read as windows-1252, with cells such as .*Müller/);
    expect(run(latin, '--encoding', 'windows-1252').warned).toBe('');
    expect(complaint(latin, '--encoding', 'latin')).toMatch(/--encoding latin: not known/);
    expect(complaint(file('sheet.csv', Uint8Array.from([80, 75, 3, 4, 0, 0])))).toMatch(/this is no text/);
    expect(complaint(file('bare.csv', 'ana@x.test,A\nbo@x.test,B\n'))).toMatch(/line 1: this is a person/);
  });

  it('takes keys that differ by case alone for one person, in people and in history', () => {
    const doubled = file('case.csv', 'email,department\nNora@x.test,A\nPer@x.test,B\nnora@x.test,A\n');
    expect(complaint(doubled)).toMatch(/case.csv, line 4: "nora@x.test" stands in line 2 already/);
    const people = file('cased.csv', 'id,email,unit\nN1,Nora@x.test,A\nP2,Per@x.test,B\n');
    const met = file('lower.csv', 'a,b,date\nnora@x.test,p2,5 Jan 2026\n');
    const told = run(people, '--met', met, '--json');
    expect(told.warned).toBe('');
    expect(JSON.parse(told.printed).certificate).toMatchObject({ repeats: 1, repeatsUnavoidable: 1 });
    const unclear = file('unclear.csv', 'a,b,date\nN1,P2,03/04/2026\n');
    expect(complaint(people, '--met', unclear)).toMatch(/"03\/04\/2026" can be read as two dates/);
  });

  it('refuses wrong options in one line', () => {
    const people = file('four.csv', FOUR);
    for (const [args, expected] of [
      [['--size', '1'], /--size 1: give a whole number from 2 to 8/],
      [['--size', '9'], /--size 9/],
      [['--size', '2.5'], /--size 2.5/],
      [['--seed', 'x'], /--seed x: give a whole number/],
      [['--seed'], /--seed needs a value/],
      [['--colour', 'red'], /unknown option --colour/],
      [['--unit', 'nowhere'], /no column "nowhere" for --unit/],
      [['--met', join(folder, 'absent.csv')], /there is no such file/],
      [['again.csv'], /one file with people is enough/],
      [['--seed', '1', '--seed', '2'], /given twice/],
      [['--out', join(folder, 'no/such/folder.csv')], /cannot be written/],
    ] as const) {
      expect(complaint(people, ...args)).toMatch(expected);
    }
    expect(complaint()).toMatch(/name the file/);
    expect(complaint(people, '--met', file('d.csv', 'a,b,date\na,b,2026-02-30\n'))).toMatch(
      /d.csv, line 2: "2026-02-30"/,
    );
    expect(complaint(people, '--met', file('e.csv', 'a,b\n'))).toMatch(/no column "date"/);
  });

  it('finds manager columns by e-mail and keeps managers and reports apart', () => {
    const people = file('boss.csv', 'id,email,manager\n1,ann@x,\n2,bob@x,Ann@x\n3,cy@x,\n4,di@x,cy@x\n');
    const plan = JSON.parse(run(people, '--json').printed);
    expect(plan.groups[0].members).not.toEqual(['1', '2']);
  });
});

describe('the loam command', () => {
  const loam = (...args: string[]) =>
    spawnSync(process.execPath, [resolve(import.meta.dirname, 'loam.ts'), ...args], { encoding: 'utf8' });

  it('shows its usage, and exits with 2 on what it does not know', () => {
    expect(loam('--help')).toMatchObject({ status: 0, stderr: '' });
    expect(loam('match', '--help').stdout).toContain('--languages');
    expect(loam()).toMatchObject({ status: 2, stdout: '' });
    expect(loam('dance')).toMatchObject({ status: 2, stdout: '' });
    const bad = loam('match', file('dup.csv', 'id\na\na\n'));
    expect(bad).toMatchObject({ status: 2, stdout: '' });
    expect(bad.stderr.trim().split('\n')).toHaveLength(1);
  });
});
