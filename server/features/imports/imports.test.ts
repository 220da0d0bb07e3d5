import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Who } from '#server/platform/access-guard.ts';
import { createWorld, type World } from '#test/helpers/world.ts';

let world: World;
let steward: Who;
beforeAll(async () => {
  world = await createWorld(inject('adminUrl'));
  steward = world.who(await world.addPerson({ name: 'Amara Okafor', roles: ['steward'] }), ['steward']);
});
afterAll(() => world.close());

const CSV = `Mitarbeiternummer;Vorname;Nachname;E-Mail;Bereich;Abteilung;Standort;Manager;Eintritt;Interessen
1;Ana;Sousa;ana@example.test;Field;Clinics;Porto;;01.03.2024;Segeln|Chor
2;Jonas;Brandt;jonas@example.test;Product;Pricing;Berlin;1;2020-05-04;
3;Li;Wei;li@example;Product;Pricing;Berlin;1;2020-05-04;
4;Nadia;Rahimi;nadia@example.test;Product;;Berlin;1;31.02.2020;
5;Tomasz;Nowak;ana@example.test;Product;;Berlin;1;;
6;Kim
`;
const codeOf = (work: Promise<unknown>) => work.then(() => 'fine', (error: { code: string }) => error.code);
const directory = async () =>
  (
    await world.owner.query(
      `select p.name, p.email, p.status, p.external_id, u.name as unit, s.name as site, m.name as manager, p.joined_on::text
       from person p left join unit u using (workspace_id, unit_id) left join site s using (workspace_id, site_id)
       left join person m on m.workspace_id = p.workspace_id and m.person_id = p.manager_id order by p.email, p.status`,
    )
  ).rows;

describe('importing a directory', () => {
  it('says what it would do, with every faulty line, and changes nothing', async () => {
    const before = await directory();
    const preview = await world.house.doors.imports.preview(steward, { text: CSV, complete: false });
    expect(preview.counts).toEqual({ created: 2, changed: 0, gone: 0, same: 0, faulty: 4 });
    expect(preview.faulty.map(({ line, reason }) => [line, reason])).toEqual([[4, 'bad-email'], [5, 'bad-date'], [6, 'twice'], [7, 'cells']]);
    expect(await directory()).toEqual(before);
  });

  it('applies once, builds the tree, sends nothing, and is undone', async () => {
    const { imports } = world.house.doors;
    const before = await directory();
    const { id } = await imports.preview(steward, { text: CSV, complete: false });
    await imports.apply(steward, id, undefined);
    expect(await codeOf(imports.apply(steward, id, undefined))).toBe('imports.already-applied');
    expect((await directory()).find(({ email }) => email === 'jonas@example.test')).toMatchObject({ unit: 'Pricing', site: 'Berlin', manager: 'Ana Sousa', joined_on: '2020-05-04' });
    expect((await world.owner.query('select 1 from outbox')).rowCount).toBe(0);
    const again = await imports.preview(steward, { text: CSV, complete: false });
    expect(again.counts).toMatchObject({ created: 0, changed: 0, same: 2 });
    expect(await imports.list(steward)).toMatchObject([{ id, status: 'applied', mayUndo: true }]);
    await imports.undo(steward, id);
    expect(await directory()).toEqual(before);
    expect(await codeOf(imports.undo(steward, id))).toBe('imports.not-last');
  });

  it('treats a recycled address as a new person', async () => {
    const { imports } = world.house.doors;
    const apply = async (text: string, complete = false, confirm?: number) => {
      world.clock.advance(60_000);
      const preview = await imports.preview(steward, { text, complete });
      return imports.apply(steward, preview.id, confirm ?? preview.confirm ?? undefined);
    };
    await apply('id,name,email\n10,Old Person,same@example.test\n11,Other,other@example.test\n');
    await apply('id,name,email\n12,New Person,same@example.test\n');
    const rows = (await directory()).filter(({ email }) => email === 'same@example.test');
    expect(rows.map(({ name, status }) => [name, status])).toEqual([['New Person', 'active'], ['Old Person', 'leaving']]);
    const { rows: identities } = await world.owner.query("select p.name from auth.identity i join person p using (workspace_id, person_id) where i.subject = 'same@example.test'");
    expect(identities).toEqual([{ name: 'New Person' }]);
  });

  it('lets people go only from a complete file, and asks when they are many', async () => {
    const { imports } = world.house.doors;
    const text = 'id,name,email\n12,New Person,same@example.test\n';
    expect((await imports.preview(steward, { text, complete: false })).counts.gone).toBe(0);
    const preview = await imports.preview(steward, { text, complete: true });
    world.clock.advance(60_000);
    expect(preview.counts.gone).toBe(1);
    expect(preview.confirm).toBe(1);
    expect(await codeOf(imports.apply(steward, preview.id, undefined))).toBe('imports.needs-confirmation');
    await imports.apply(steward, preview.id, 1);
    expect((await directory()).find(({ email }) => email === 'amara.okafor@example.test')?.status).toBe('active');
    await imports.undo(steward, preview.id);
    expect((await directory()).find(({ email }) => email === 'other@example.test')?.status).toBe('active');
  });

  it('asks for a fresh look when the directory changed meanwhile', async () => {
    const { imports } = world.house.doors;
    const preview = await imports.preview(steward, { text: 'id,name,email\n20,Late,late@example.test\n12,Renamed,same@example.test\n', complete: false });
    await world.owner.query("update person set title = 'Changed' where email = 'same@example.test'");
    expect(await codeOf(imports.apply(steward, preview.id, undefined))).toBe('imports.outdated');
  });

  it('refuses what is no table', async () => {
    const { imports } = world.house.doors;
    for (const text of ['', 'name\n', 'name,email\n"open,x@y.test\n']) {
      expect(await codeOf(imports.preview(steward, { text, complete: false }))).toBe('imports.unreadable');
    }
  });
});

const shared = process.env.LOAM_SHARED ?? resolve(import.meta.dirname, '../../../../shared');

describe.skipIf(!existsSync(`${shared}/data`))('real networks', () => {
  it.each([['sociopatterns-invs13', 92], ['email-eu-core', 1005]] as const)('brings in %s', async (name, people) => {
    const here = await createWorld(inject('adminUrl'));
    const who = here.who(await here.addPerson({ name: 'Steward', roles: ['steward'] }), ['steward']);
    const [header = '', ...lines] = readFileSync(`${shared}/data/${name}/nodes.csv`, 'utf8').trim().split(/\r?\n/);
    const department = header.split(',').findIndex((column) => /dep/i.test(column));
    const text = ['id,name,email,department', ...lines.map((line) => line.split(',')).map((cells) => `${cells[0]},${cells[0]},${cells[0]}@example.test,${cells[department]}`)].join('\n');
    const preview = await here.house.doors.imports.preview(who, { text, complete: true });
    expect(preview.counts).toMatchObject({ created: people, faulty: 0 });
    await here.house.doors.imports.apply(who, preview.id, undefined);
    expect((await here.house.doors.people.search(who, { limit: 10 })).total).toBe(Math.min(people + 1, 1000));
    await here.close();
  });
});
