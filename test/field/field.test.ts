import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { match } from '#cli/match.ts';
import { Problem } from '#cli/problem.ts';
import { calledName } from '#engine/names/called-name.ts';
import { readTable } from '#engine/tables/table.ts';
import { readFile } from '#server/features/imports/reading/reading.rules.ts';
import type { Who } from '#server/platform/access-guard.ts';
import { createWorld, type World } from '#test/helpers/world.ts';

/** Inputs rebuilt from public reports; they stand beside the project, and are never copied into it. */
const cases = process.env.LOAM_FIELD_CASES ?? join(import.meta.dirname, '..', '..', '..', 'shared', 'field');
const isThere = existsSync(cases);
/** Every file of people, of cases without a right answer here too. */
const files = isThere
  ? readdirSync(cases, { recursive: true, encoding: 'utf8' }).filter((file) => /people[^/]*\.csv$/.test(file))
  : [];

const folderOf = (number: string): string =>
  join(cases, readdirSync(cases).find((name) => name.startsWith(`${number}-`)) ?? number);
const pathOf = (number: string, file = 'people.csv'): string => join(folderOf(number), file);

describe.skipIf(!isThere)(`cases from the field, in ${cases}`, () => {
  let world: World;
  let steward: Who;

  beforeEach(async () => {
    world = await createWorld(inject('adminUrl'));
    steward = world.who(await world.addPerson({ name: 'Sofia Steward', roles: ['steward'] }), ['steward']);
  });
  afterEach(() => world.close());

  const preview = (number: string, file?: string, more: { same?: string[] } = {}) =>
    world.services.doors.imports.preview(steward, {
      bytes: new Uint8Array(readFileSync(pathOf(number, file))),
      fileName: file ?? 'people.csv',
      complete: false,
      ...more,
    });

  /** Imports a file and tells who is in the directory then, by name. */
  async function imported(number: string, file?: string) {
    const { id, counts } = await preview(number, file);
    world.clock.advance(1000);
    await world.services.doors.imports.apply(steward, id);
    const { rows } = await world.owner.query(`
      select p.name, p.email, p.external_id, p.timezone, u.name as unit, m.name as manager
      from person p left join unit u on u.unit_id = p.unit_id left join person m on m.person_id = p.manager_id
      where p.name <> 'Sofia Steward' order by p.name`);
    return { counts, people: rows };
  }

  /** Plans a round of a file: its groups, its certificate, what was said aside. */
  function round(number: string, file = 'people.csv', ...args: string[]) {
    const [printed, warned]: [string[], string[]] = [[], []];
    match([pathOf(number, file), '--json', ...args], {
      print: (text) => printed.push(text),
      warn: (text) => warned.push(text),
      timer: () => 0,
      today: () => '2026-11-29',
    });
    const plan: {
      groups: { members: string[] }[];
      certificate: { people: number; placed: number; repeats: number; repeatsUnavoidable: number };
    } = JSON.parse(printed.join(''));
    return { ...plan, warned, members: plan.groups.flatMap(({ members }) => members).sort() };
  }

  it.each(files)('%s: no line is lost in silence, in an import and in a round', async (file) => {
    const bytes = new Uint8Array(readFileSync(join(cases, file)));
    const rows = readTable(bytes)?.rows.length ?? 0;
    const run = await world.services.doors.imports.preview(steward, { bytes, fileName: file, complete: false });
    // Without an address and a name nobody comes in, and the page asks for the columns.
    const uses = run.columns.map(({ use }) => use);
    const isRead = uses.includes('email') && uses.some((use) => use === 'name' || use === 'lastName');
    const read = readFile(bytes, { today: '2026-11-29' });
    expect(run.counts.people + run.counts.faulty + (read?.absent.length ?? 0)).toBe(isRead ? rows : 0);
    const said: string[] = [];
    const speak = (text: string) => said.push(text);
    try {
      match([join(cases, file)], { print: speak, warn: speak, timer: () => 0, today: () => '2026-11-29' });
    } catch (error) {
      expect(error).toBeInstanceOf(Problem);
    }
  });

  it('01: an administration console', async () => {
    const { counts, people } = await imported('01');
    expect(counts).toMatchObject({ people: 2, added: 2, faulty: 0, doubtful: 0 });
    expect(people).toMatchObject([
      { name: 'Ilse Brandt', external_id: 'Q-01', unit: 'Werkstatt', manager: null },
      { name: 'Teo Varga', external_id: 'Q-02', unit: 'Werkstatt', manager: 'Ilse Brandt' },
    ]);
    const { members, warned } = round('01');
    expect(members).toEqual(['ilse.brandt@quellhof.example', 'teo.varga@quellhof.example']);
    expect(warned.join()).toMatch(/1 row is left out.*Suspended/);
  });

  it('02: accounts, one without mail, one switched off, one guest', async () => {
    const { people } = await imported('02');
    expect(people).toMatchObject([
      { name: 'Oda Lind', email: 'oda.lind@nordkai.example', unit: 'Logistics' },
      { name: 'Ravi Kohli', email: 'ravi.kohli@nordkai.example' },
    ]);
    expect(round('02').certificate).toMatchObject({ people: 2, placed: 2 });
  });

  it('03: turned names, numbers called names', async () => {
    const { counts, people } = await imported('03');
    expect(counts).toMatchObject({ added: 2, faulty: 0, doubtful: 0 });
    expect(people).toMatchObject([
      { name: 'Femi Oduya', external_id: '8', manager: 'Ros Hallam' },
      { name: 'Ros Hallam', external_id: '7' },
    ]);
    expect(round('03').certificate).toMatchObject({ people: 2 });
  });

  it('04: managers written family name first', async () => {
    const { people } = await imported('04');
    expect(people.map(({ name, manager }) => [name, manager])).toEqual([
      ['Femi Oduya', 'Ros Hallam'],
      ['Kit Blythe', 'Una Petrie'],
      ['Ros Hallam', null],
      ['Una Petrie', 'Ros Hallam'],
    ]);
  });

  it.each([
    ['people.csv', ['Beatriz Lemos', 'Lily Tang', 'Robin Ashdown']],
    ['people-b.csv', ['Beatriz Lemos', 'Robin Ashdown']],
  ])('05: the names people go by, %s', async (file, names) => {
    expect((await imported('05', file)).people.map(({ name }) => name)).toEqual(names);
  });

  it('08: other letters', async () => {
    const { encoding } = await preview('08', 'windows-1250.csv');
    expect(encoding.used).toBe('windows-1250');
    expect(encoding.choices.length).toBeGreaterThan(1);
    expect((await imported('08', 'windows-1250.csv')).people).toMatchObject([
      { name: 'István Gergő', unit: 'Főkönyv' },
      { name: 'Zdeněk Dvořák', unit: 'Výroba' },
      { name: 'Łukasz Wójcik', unit: 'Księgowość' },
    ]);
    expect((await imported('08', 'utf16-no-bom.csv')).people).toContainEqual(
      expect.objectContaining({ name: 'Olga Vetrova', unit: 'Büro' }),
    );
  });

  it('09: Windows’ time zones', async () => {
    expect((await imported('09')).people.map(({ name, timezone }) => [name, timezone])).toEqual([
      ['Arjun Pillai', 'Asia/Kolkata'],
      ['Dana Fisk', 'America/Chicago'],
      ['Lene Moos', 'Europe/Berlin'],
    ]);
  });

  it('10: whoever is taken in can sign in', async () => {
    const { people } = await imported('10');
    expect(people).toHaveLength(1);
    expect(await world.services.doors.access.mayEnter(people[0].email)).toBe(true);
  });

  it('11: another name and address, with an id and without', async () => {
    await imported('11', 'before.csv');
    expect((await preview('11', 'after-with-id.csv')).counts).toMatchObject({ added: 0, changed: 1, gone: 0 });
    await world.close();
    world = await createWorld(inject('adminUrl'));
    steward = world.who(await world.addPerson({ name: 'Sofia Steward', roles: ['steward'] }), ['steward']);
    await imported('11', 'before-no-id.csv');
    const asked = await world.services.doors.imports.preview(steward, {
      bytes: new Uint8Array(readFileSync(pathOf('11', 'after-no-id.csv'))),
      fileName: 'after.csv',
      complete: true,
    });
    expect(asked.counts).toMatchObject({ perhaps: 1, added: 0, gone: 0 });
    const { lines } = await world.services.doors.imports.lines(steward, asked.id, { kind: 'perhaps', from: 0 });
    expect(lines).toMatchObject([{ name: 'Alice Ernandes', before: { name: 'Alice Martins' } }]);
  });

  it('12: what a spreadsheet writes', () => {
    expect(round('12', 'semicolon-comma-header.csv').members).toEqual(['1', '2', '3', '4']);
  });

  it('13: one person, whatever the case', () => {
    expect(() => round('13')).toThrow(Problem);
    const met = round('13', 'people-ok.csv', '--met', pathOf('13', 'met-lower.csv'));
    expect(met.warned).toEqual([]);
    const before = ['nora.quist@vik.example,liv.moe@vik.example', 'per.aas@vik.example,ola.ness@vik.example'];
    for (const { members } of met.groups)
      expect(before).not.toContain(members.map((member) => member.toLowerCase()).join());
    expect(met.certificate).toMatchObject({ placed: 4, repeats: 0 });
  });

  it('15: nobody meets somebody again while it can be avoided', () => {
    const { certificate } = round('15', 'people.csv', '--met', pathOf('15', 'met-played.csv'));
    expect(certificate).toMatchObject({ people: 14, placed: 14 });
    expect(certificate.repeats).toBe(certificate.repeatsUnavoidable);
  });

  it.each(['people.csv', 'people-9.csv', 'people-10.csv', 'people-11.csv', 'people-13.csv'])(
    '16: nobody is left over, %s',
    (file) => {
      const { certificate } = round('16', file, '--met', pathOf('16', 'met-played.csv'));
      expect(certificate.placed).toBe(certificate.people);
      expect(certificate.repeats).toBe(certificate.repeatsUnavoidable);
    },
  );

  it('23: names with commas, signs, and of other scripts', async () => {
    expect((await imported('23')).people.map(({ name }) => name).sort()).toEqual(
      ['Kock, Arne (Foundry)', 'Zoë "Zed" O\'Neil 🌱', 'משה כהן', '髙橋 美咲'].sort(),
    );
  });

  it('34: nobody is called by a title or a family name', async () => {
    const { people } = await imported('34');
    expect(people.map(({ name }) => calledName(name)).sort()).toEqual(['Anna', 'Lan', 'Madonna', 'Ulf']);
    expect(calledName('Kock, Arne (Foundry)')).toBe('Arne');
  });
});
