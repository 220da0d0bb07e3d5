import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import type { ImportCounts } from '#contract/imports.ts';
import type { Who } from '#server/platform/access-guard.ts';
import { createWorld, type World } from '#test/helpers/world.ts';
import { sparing } from './imports.ts';

let world: World;
let steward: Who;

beforeEach(async () => {
  world = await createWorld(inject('adminUrl'));
  steward = world.who(await world.addPerson({ name: 'Sofia Steward', roles: ['steward'] }), ['steward']);
});
afterEach(() => world.close());

const bytes = (text: string) => new TextEncoder().encode(text);
const preview = (text: string, more: { complete?: boolean } = {}) =>
  world.services.doors.imports.preview(steward, {
    bytes: bytes(text),
    fileName: 'people.csv',
    complete: false,
    ...more,
  });
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'fine',
    (error: { code: string }) => error.code,
  );

async function applied(text: string, more: { complete?: boolean; confirm?: number } = {}) {
  const { id } = await preview(text, more);
  world.clock.advance(1000);
  return world.services.doors.imports.apply(steward, id, more.confirm);
}

const rows = async (text: string, values: unknown[] = []) => (await world.owner.query(text, values)).rows;

/** All that an import may touch, for comparing before and after. */
async function everything() {
  return {
    // Who gave somebody an address last is kept, whatever is undone.
    people: await rows("select to_jsonb(p) - 'made_by' - 'made_at' as person from person p order by email, person_id"),
    units: await rows('select parent_id, name from unit order by name'),
    sites: await rows('select name from site order by name'),
    profiles: await rows('select person_id, languages, interests from profile order by person_id'),
    identities: await rows("select subject, person_id from auth.identity where issuer = 'email' order by subject"),
  };
}

const FILE = `Personalnummer;Vorname;Nachname;E-Mail;Bereich;Abteilung;Standort;Führungskraft;Eintrittsdatum;Sprachen;Gruppen
1;Amara;Okafor;amara@example.test;Betrieb;Wasser;Lissabon;2;01.03.2021;en, pt;Ersthelfer
2;Jonas;Weber;jonas@example.test;Betrieb;;Leipzig;;15.9.2016;de;
3;Li;Wei;li.wei at example;Betrieb;Luft;Leipzig;2;;;
4;Ana;Sousa;ana@example.test;Labor;;Lissabon;99;irgendwann;;
`;

describe('a first import', () => {
  it('is read, seen, applied and told to nobody', async () => {
    const before = await everything();
    const seen = await preview(FILE);
    expect(seen.columns.map(({ use }) => use)).toEqual([
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
      'groups',
    ]);
    const counts: ImportCounts = {
      people: 3,
      added: 3,
      changed: 0,
      gone: 0,
      waiting: 0,
      perhaps: 0,
      same: 0,
      faulty: 1,
      doubtful: 2,
      units: 3,
      sites: 2,
    };
    expect(seen).toMatchObject({ status: 'preview', counts, mustConfirm: false, isLast: false });
    expect(await everything()).toEqual(before);

    const { imports } = world.services.doors;
    const faulty = await imports.lines(steward, seen.id, { kind: 'faulty', from: 0 });
    expect(faulty.lines).toMatchObject([
      { line: 4, reason: 'email-invalid', value: 'li.wei at example', isLeftOut: true },
      { line: 5, reason: 'date', isLeftOut: false },
      { line: 5, reason: 'manager-unknown', value: '99' },
    ]);
    const done = await imports.apply(steward, seen.id);
    expect(done).toMatchObject({ status: 'applied', isLast: true, madeBy: 'Sofia Steward' });
    const [amara] =
      await rows(`select p.name, p.source, p.search_text, p.joined_on, p.groups, u.name as unit, o.name as above, s.name as site, m.name as manager, f.languages
      from person p join unit u on u.unit_id = p.unit_id join unit o on o.unit_id = u.parent_id join site s on s.site_id = p.site_id
      join person m on m.person_id = p.manager_id join profile f on f.person_id = p.person_id where p.email = 'amara@example.test'`);
    expect(amara).toEqual({
      name: 'Amara Okafor',
      source: 'import',
      search_text: 'amara okafor',
      joined_on: '2021-03-01',
      groups: ['Ersthelfer'],
      unit: 'Wasser',
      above: 'Betrieb',
      site: 'Lissabon',
      manager: 'Jonas Weber',
      languages: ['en', 'pt'],
    });
    expect(await rows('select 1 from outbox')).toEqual([]);
    expect(await world.services.doors.access.mayEnter('ana@example.test')).toBe(true);
  });

  it('writes over a guessed name, and never over one that somebody said themselves', async () => {
    const { access } = world.services.doors;
    await access.entry.invite(steward, ['amara@example.test', 'jonas@example.test']);
    const [jonas] = await rows("select person_id from person where email = 'jonas@example.test'");
    await world.services.doors.people.sayWhoIAm(world.who(jonas.person_id), { name: 'Jo Weber' });
    await applied(FILE);
    expect(
      await rows('select name, name_from from person where email = any ($1) order by email', [
        ['amara@example.test', 'jonas@example.test'],
      ]),
    ).toEqual([
      { name: 'Amara Okafor', name_from: 'directory' },
      { name: 'Jo Weber', name_from: 'self' },
    ]);
    expect((await preview(FILE)).counts).toMatchObject({ changed: 0 });
  });

  it('again changes nothing, neither the same preview nor a new one', async () => {
    const { id } = await applied(FILE);
    const then = await everything();
    expect(await world.services.doors.imports.apply(steward, id)).toMatchObject({ status: 'applied' });
    const again = await preview(FILE);
    expect(again.counts).toMatchObject({ added: 0, changed: 0, gone: 0, same: 3, units: 0, sites: 0 });
    await world.services.doors.imports.apply(steward, again.id);
    expect(await everything()).toEqual(then);
  });

  it('is undone to the letter, once, and only the last one', async () => {
    const { imports } = world.services.doors;
    const before = await everything();
    const first = await applied(FILE);
    const between = await everything();
    const second = await applied(
      FILE.replace('Weber', 'Weber-Lang').replace('jonas@', 'jonas.lang@').replace('Labor', 'Werkstatt'),
    );
    expect(await codeOf(imports.undo(steward, first.id))).toBe('imports.not-last');
    expect((await imports.undo(steward, second.id)).undone).toEqual({
      removed: 0,
      leaving: 0,
      restored: 2,
      returned: 0,
    });
    expect(await everything()).toEqual(between);
    expect((await imports.undo(steward, first.id)).undone).toMatchObject({ removed: 3 });
    expect(await everything()).toEqual(before);
    expect(await imports.undo(steward, first.id)).toMatchObject({ status: 'undone' });
    expect(await codeOf(imports.apply(steward, first.id))).toBe('imports.already-applied');
    expect((await imports.list(steward)).map(({ status }) => status)).toEqual(['undone', 'undone']);
  });

  it('asks for a new preview when the directory has changed meanwhile', async () => {
    const { id } = await preview(FILE);
    await world.addPerson({ name: 'Late Comer' });
    expect(await codeOf(world.services.doors.imports.apply(steward, id))).toBe('imports.outdated');
  });

  it('leaves lines in the log: counts and ids, no names', async () => {
    const { id } = await applied(FILE);
    await world.services.doors.imports.undo(steward, id);
    const lines = await rows('select action, about from log_entry order by at, action');
    expect(lines).toMatchObject([
      { action: 'imports.apply', about: { importId: id, added: 3, waiting: 0 } },
      { action: 'imports.undo', about: { importId: id, removed: 3 } },
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/Okafor|example\.test/);
  });
});

const TEN = Array.from({ length: 10 }, (_, n) => `${n},Person ${n},p${n}@example.test`);
const file = (lines: readonly string[]) => ['id,name,email', ...lines].join('\n');

describe('people who go', () => {
  it('leave with a complete file only; their sign-in ends, and they come back with undo', async () => {
    await applied(file(TEN));
    world.clock.advance(2 * 3_600_000);
    const cookies = await world.services.doors.access.enterAs('p3@example.test');
    const headers = new Headers({ cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; ') });
    expect(await world.services.doors.access.identify(headers)).toMatchObject({ status: 'active' });
    const rest = TEN.filter((line) => !line.startsWith('3,'));
    expect((await preview(file(rest))).counts.gone).toBe(0);
    const { id, counts, mustConfirm } = await applied(file(rest), { complete: true });
    expect([counts.gone, mustConfirm]).toEqual([1, false]);
    const leftOn = await rows("select status, left_on from person where email = 'p3@example.test'");
    expect(leftOn).toEqual([{ status: 'leaving', left_on: '2026-11-23' }]);
    expect(await world.services.doors.access.identify(headers)).toBeNull();
    expect(await world.services.doors.access.mayEnter('p3@example.test')).toBe(false);
    expect((await world.services.doors.imports.undo(steward, id)).undone).toMatchObject({ returned: 1 });
    expect(await world.services.doors.access.mayEnter('p3@example.test')).toBe(true);
  });

  it('more than a tenth only with the number typed, also in several steps within the hour', async () => {
    const { imports } = world.services.doors;
    await applied(file(TEN));
    const { id, mustConfirm } = await preview(file(TEN.slice(2)), { complete: true });
    expect(mustConfirm).toBe(true);
    expect(await codeOf(imports.apply(steward, id))).toBe('imports.needs-confirmation');
    expect(await codeOf(imports.apply(steward, id, 3))).toBe('imports.needs-confirmation');
    expect((await imports.apply(steward, id, 2)).status).toBe('applied');
    world.clock.advance(1000);
    expect((await preview(file(TEN.slice(3)), { complete: true })).mustConfirm).toBe(true);
  });

  it('never stewards, nor those who joined by themselves', async () => {
    await rows("update person set source = 'join' where person_id = $1", [
      await world.addPerson({ name: 'Joined Themselves' }),
    ]);
    const { counts } = await applied(file(TEN), { complete: true });
    expect(counts.gone).toBe(0);
  });

  it('a recycled address is a new person; the old one leaves', async () => {
    await applied(file(TEN));
    const { counts } = await applied(file(['77,Somebody New,p4@example.test']));
    expect(counts).toMatchObject({ added: 1, gone: 1 });
    const both = await rows("select name, status from person where email = 'p4@example.test' order by status");
    expect(both).toEqual([
      { name: 'Somebody New', status: 'active' },
      { name: 'Person 4', status: 'leaving' },
    ]);
    const [identity] = await rows(
      "select p.name from auth.identity i join person p using (person_id) where i.subject = 'p4@example.test'",
    );
    expect(identity).toEqual({ name: 'Somebody New' });
  });

  it('two people may swap their addresses', async () => {
    await applied(file(TEN));
    await applied(file(['1,Person 1,p2@example.test', '2,Person 2,p1@example.test']));
    const swapped = await rows(
      "select p.name, i.subject from auth.identity i join person p using (person_id) where i.subject in ('p1@example.test', 'p2@example.test') order by p.name",
    );
    expect(swapped).toEqual([
      { name: 'Person 1', subject: 'p2@example.test' },
      { name: 'Person 2', subject: 'p1@example.test' },
    ]);
  });

  it('who signed in since is not removed by undo, but leaves', async () => {
    const { id } = await applied(file(TEN));
    await world.services.doors.access.enterAs('p5@example.test');
    const { undone } = await world.services.doors.imports.undo(steward, id);
    expect(undone).toMatchObject({ removed: 9, leaving: 1 });
    expect(await rows("select name, status from person where name like 'Person%'")).toEqual([
      { name: 'Person 5', status: 'leaving' },
    ]);
  });
});

describe('files', () => {
  it('what is no table is refused, what has other columns can be mapped by hand', async () => {
    const { imports } = world.services.doors;
    expect(
      await codeOf(
        imports.preview(steward, { bytes: Uint8Array.from([0x50, 0x4b, 3, 4, 0]), fileName: 'x.xlsx', complete: true }),
      ),
    ).toBe('imports.unreadable');
    const odd = bytes('who,reach\nMadonna,li@example.test\n');
    const first = await imports.preview(steward, { bytes: odd, fileName: 'odd.csv', complete: true });
    expect(first.columns).toEqual([
      { header: 'who', use: 'leave-out', samples: ['Madonna'] },
      { header: 'reach', use: 'email', samples: ['li@example.test'] },
    ]);
    expect(first.counts).toMatchObject({ people: 0, gone: 0, faulty: 0 });
    const second = await imports.preview(steward, {
      bytes: odd,
      fileName: 'odd.csv',
      uses: ['name', 'email'],
      complete: false,
    });
    expect(second.counts).toMatchObject({ people: 1, added: 1 });
  });

  it('other code pages are read, with the ways that there are; the faults come as a file that opens safely', async () => {
    const text = 'name;email\nJ\u00f6rg;joerg@example.test\n=1+1;no address\n';
    const latin = Uint8Array.from([...text].map((letter) => letter.charCodeAt(0)));
    const { imports } = world.services.doors;
    const seen = await imports.preview(steward, { bytes: latin, fileName: '', complete: false });
    expect(seen.encoding.used).toBe('windows-1252');
    expect(seen.encoding.choices[0]).toEqual({ encoding: 'windows-1252', samples: ['Jörg'] });
    const told = await imports.preview(steward, {
      bytes: latin,
      fileName: '',
      complete: false,
      encoding: 'windows-1251',
    });
    expect(await imports.lines(steward, told.id, { kind: 'added', from: 0 })).toMatchObject({
      lines: [{ name: 'Jцrg' }],
    });
    const { lines } = await imports.lines(steward, seen.id, { kind: 'added', from: 0 });
    expect(lines).toMatchObject([{ name: 'Jörg' }]);
    expect(await (await imports.faults(steward, seen.id)).text()).toBe(
      '\ufeffline,reason,value,left out\r\n3,email-invalid,no address,line\r\n'.slice(1),
    );
  });

  it('the example file is one that Loam reads', async () => {
    const { imports } = world.services.doors;
    const example = new Uint8Array(await imports.template().arrayBuffer());
    const seen = await imports.preview(steward, { bytes: example, fileName: 'people.csv', complete: false });
    expect(seen.columns.filter(({ use }) => use === 'leave-out')).toEqual([]);
    expect(seen.counts).toMatchObject({ added: 2, faulty: 0, doubtful: 0 });
  });

  it('an import of another organisation does not exist', async () => {
    const { id } = await preview(FILE);
    const other = await world.addPerson({ name: 'Plain Person' });
    expect(await codeOf(world.services.doors.imports.get(world.who(other), id))).toBe('not-found');
  });
});

const shared = process.env.LOAM_SHARED ?? join(import.meta.dirname, '..', '..', '..', '..', 'shared');

describe.each([
  ['sociopatterns-invs13', 92],
  ['email-eu-core', 1005],
])('the real directory %s', (name, count) => {
  const nodes = join(shared, 'data', name, 'nodes.csv');
  it.skipIf(!existsSync(nodes))('comes in through the product, and its units stand', async () => {
    const [, ...lines] = readFileSync(nodes, 'utf8').trim().split(/\r?\n/);
    const cells = lines.map((line) => line.split(','));
    const departments = new Set(cells.map(([, department]) => department)).size;
    const text = [
      'id,name,email,department',
      ...cells.map(([id, department]) => `${id},Person ${id},${id}@example.test,${department}`),
    ].join('\n');
    const done = await applied(text, { complete: true });
    expect(done.counts).toMatchObject({ people: count, added: count, faulty: 0, doubtful: 0, units: departments });
    const [stand] = await rows(
      "select count(*)::int as people, count(distinct unit_id)::int as units from person where email like '%@example.test' and unit_id is not null",
    );
    expect(stand).toEqual({ people: count, units: departments });
  });
});

it('only large files wait for a thread', async () => {
  const { imports } = world.services.doors;
  const calls: string[] = [];
  const noted = (verb: string) => async (): Promise<never> => {
    calls.push(verb);
    throw new Error('in the thread');
  };
  const spared = sparing(imports, { preview: noted('preview'), apply: noted('apply'), undo: noted('undo') });
  const file = (lines: number) =>
    new TextEncoder().encode(
      ['name,email', ...Array.from({ length: lines }, (_, n) => `Spared ${n},spared${n}@example.test`)].join('\n'),
    );
  const who = world.who(await world.addPerson({ name: 'Sparing', roles: ['steward'] }), ['steward']);
  const small = await spared.preview(who, { bytes: file(2), fileName: 'small.csv', complete: false });
  expect((await spared.apply(who, small.id)).status).toBe('applied');
  expect((await spared.undo(who, small.id)).status).toBe('undone');
  await expect(spared.preview(who, { bytes: file(9000), fileName: 'large.csv', complete: false })).rejects.toThrow(
    'in the thread',
  );
  const large = await imports.preview(who, { bytes: file(2500), fileName: 'large.csv', complete: false });
  await expect(spared.apply(who, large.id)).rejects.toThrow('in the thread');
  expect(calls).toEqual(['preview', 'apply']);
});
