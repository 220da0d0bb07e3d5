import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { readErasures } from '#server/platform/erasures.ts';
import { createWorld, type World } from '#test/helpers/world.ts';
import { recordsDeps } from '../../stored.ts';
import { leftOut, valueWords } from './letter/letter.rules.ts';
import { registerOf } from './records.rules.ts';
import { createRecords, type Records } from './records.ts';
import { compare, type Register } from './register.rules.ts';

let world: World;
let folder: string;
let erasures: string;
let records: Records;
let register: Register;
let amara: string;
let jonas: string;
let steward: string;

beforeAll(async () => {
  world = await createWorld(inject('adminUrl'));
  register = registerOf(recordsDeps(world.services.context).stored);
  folder = await mkdtemp(join(tmpdir(), 'loam-records-'));
});
afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true });
});

beforeEach(async () => {
  const { owner } = world;
  await owner.query(
    'delete from import_run; delete from introduction; delete from log_entry; delete from auth."user"; delete from auth.identity',
  );
  await owner.query('update person set manager_id = null; delete from person');
  world.clock.set('2026-11-23T09:00:00Z');
  erasures = join(folder, `${randomUUID()}.jsonl`);
  records = createRecords({ ...recordsDeps(world.services.context), erasures });
  amara = await world.addPerson({ name: 'Amara Okafor', unit: 'Sales' });
  jonas = await world.addPerson({ name: 'Jonas Weber' });
  steward = await world.addPerson({ name: 'Sofia Steward', roles: ['steward'] });
});

/** Amara and Jonas met after a hello; she blocked a third; somebody blocked her; a steward changed something. */
async function live(): Promise<void> {
  const [intro, key] = [randomUUID(), randomUUID()];
  const ws = world.workspaceId;
  const run = (text: string, values: unknown[] = []) => world.owner.query(text, values);
  await run('update person set manager_id = $1 where person_id = $2', [amara, jonas]);
  await run(
    "insert into profile (workspace_id, person_id, about, talents, shows) values ($1, $2, '=about me', '{Sketching}', '{about}')",
    [ws, amara],
  );
  await run("insert into hello values ($1, gen_random_uuid(), $2, $3, 'coffee', null, 'not-now', now(), now(), null)", [
    ws,
    amara,
    jonas,
  ]);
  await run(
    "insert into hello values ($1, gen_random_uuid(), $3, $2, 'lunch', 'learn', 'not-now', now(), now(), null)",
    [ws, amara, jonas],
  );
  await run("insert into introduction values ($1, $2, 'hello', $3, '{}', now(), null)", [ws, intro, [amara, jonas]]);
  for (const id of [amara, jonas])
    await run("insert into introduction_member values ($1, $2, $3, 'met', '2026-11-20', now())", [ws, intro, id]);
  await run("insert into moment values ($1, $2, $3, $4, 'met', $5, '2026-11-20')", [
    ws,
    randomUUID(),
    amara,
    jonas,
    intro,
  ]);
  await run("insert into moment values ($1, $2, $4, $3, 'met', $5, '2026-11-20')", [
    ws,
    randomUUID(),
    amara,
    jonas,
    intro,
  ]);
  await run('insert into block values ($1, $2, $3, $4)', [ws, amara, steward, key]);
  await run('insert into veil values ($1, $2, $3, $4), ($1, $3, $2, $4), ($1, $5, $2, gen_random_uuid())', [
    ws,
    amara,
    steward,
    key,
    jonas,
  ]);
  await run("insert into log_entry values ($1, gen_random_uuid(), now(), $2, 'people.changed', $3)", [
    ws,
    steward,
    JSON.stringify({ personId: amara }),
  ]);
  await run("insert into log_entry values ($1, gen_random_uuid(), now(), $2, 'people.changed', $3)", [
    ws,
    steward,
    JSON.stringify({ personId: jonas }),
  ]);
  await run("insert into import_run values ($1, gen_random_uuid(), $2, $3, 'applied', true, $4)", [
    ws,
    steward,
    world.clock.now(),
    JSON.stringify({ rows: ['amara.okafor@example.test'] }),
  ]);
  await run(
    `insert into auth."user" (id, name, email, "emailVerified") values ('u1', '', 'amara.okafor@example.test', true)`,
  );
  await run(
    `insert into auth.session (id, "expiresAt", token, "updatedAt", "userId") values ('s1', now() + interval '1 day', 'secret', now(), 'u1')`,
  );
  await run("insert into auth.identity values ('user', 'u1', $1, $2)", [ws, amara]);
}

const exported = async (personId = amara) =>
  JSON.parse(await (await records.exportMine(world.who(personId), 'json')).text());

it('the register names every column there is, and none that is not', async () => {
  const { rows } = await world.owner.query<{ table: string; column: string }>(
    `select case table_schema when 'public' then table_name else table_schema || '.' || table_name end as "table", column_name as "column"
     from information_schema.columns where table_schema in ('public', 'auth')`,
  );
  expect(rows.length).toBeGreaterThan(100);
  expect(compare(register, rows)).toEqual({ unregistered: [], vanished: [] });
});

describe('what is stored about me', () => {
  it('counts my rows and nobody else’s, and says nothing where it would tell of others', async () => {
    await live();
    const { tables } = await records.aboutMe(world.who(amara));
    const counts = Object.fromEntries(tables.map(({ table, rows }) => [table, rows]));
    expect(counts).toMatchObject({
      person: 1,
      profile: 1,
      hello: 2,
      introduction: 1,
      introduction_member: 1,
      moment: 1,
      block: 1,
      log_entry: 1,
    });
    expect(counts).toMatchObject({
      import_run: 1,
      'auth.user': 1,
      'auth.session': 1,
      'auth.identity': 2,
      photo: 0,
      unit: null,
      veil: null,
      erasure: null,
    });
  });

  it('lists each table with its columns in both languages', async () => {
    const { tables } = await records.aboutMe(world.who(jonas));
    const person = tables.find(({ table }) => table === 'person');
    expect(person?.columns.find(({ column }) => column === 'manager_id')?.what).toEqual({
      en: 'Who leads you, by the directory',
      de: 'Wer dich führt, laut Verzeichnis',
    });
  });
});

describe('the export', () => {
  it('holds what is mine and not what others keep to themselves', async () => {
    await live();
    const mine = await exported();
    expect(mine).toMatchObject({
      directory: { name: 'Amara Okafor', unit: 'Sales', organisation: 'Meridian' },
      profile: { about: '=about me', talents: ['Sketching'] },
      blocked: ['Sofia Steward'],
      introductions: [{ with: ['Jonas Weber'], answer: 'met' }],
      moments: [{ with: 'Jonas Weber', happened_on: '2026-11-20' }],
      log: [{ action: 'people.changed', by: 'somebody else' }],
      signIn: { addresses: ['amara.okafor@example.test'], sessions: [{}] },
    });
    expect(
      mine.hellos.map((hello: Record<string, unknown>) => [hello.direction, hello.status, hello.answered_at === null]),
    ).toEqual(
      expect.arrayContaining([
        ['sent', 'waiting', true],
        ['received', 'not-now', false],
      ]),
    );
    const text = JSON.stringify(mine);
    expect(text).not.toContain(steward);
    expect(text).not.toContain('secret');
    expect((await exported(jonas)).blocked).toEqual([]);
  });

  it('comes as a table that no spreadsheet runs, and as a calendar', async () => {
    await live();
    const csv = await records.exportMine(world.who(amara), 'csv');
    const text = await csv.text();
    expect(text).toContain('moment,2026-11-20,Jonas Weber,met');
    expect(text).toContain("'=about me");
    const ics = await records.exportMine(world.who(amara), 'ics');
    expect(await ics.text()).toMatch(
      /SUMMARY:Met Jonas Weber[\s\S]*DTSTART;VALUE=DATE:20261120|DTSTART;VALUE=DATE:20261120[\s\S]*SUMMARY:Met Jonas Weber/,
    );
  });
});

/** Amara takes part in a programme, was invited to it, asked for someone, and met Jonas in an earlier tool. */
async function takePart(): Promise<void> {
  const [ws, programme] = [world.workspaceId, randomUUID()];
  const run = (text: string, values: unknown[]) => world.owner.query(text, values);
  await run(
    `insert into programme (workspace_id, programme_id, kind, name, audience, size, rule, cadence, weekday, draw_time, timezone, created_at, starts_on, open_since)
     values ($1, $2, 'coffee', 'Tuesday <b>coffee</b>', 'everyone', 2, 'across', 'weekly', 2, '09:00', 'UTC', now(), '2026-11-01', now())`,
    [ws, programme],
  );
  await run(
    `insert into membership (workspace_id, person_id, programme_id, joined_at, rhythm, part, wish, wish_text)
     values ($1, $2, $3, now(), 'fortnightly', 'member', 'subject', 'hydrology')`,
    [ws, amara, programme],
  );
  await run(
    "insert into invitation (workspace_id, person_id, programme_id, kind, sent_at) values ($1, $2, $3, 'join', now())",
    [ws, amara, programme],
  );
  await run(
    'insert into past_pairing (workspace_id, programme_id, a_id, b_id, met_on) values ($1, $2, least($3::uuid, $4::uuid), greatest($3::uuid, $4::uuid), $5)',
    [ws, programme, amara, jonas, '2026-03-02'],
  );
  await run('insert into boundary (workspace_id, person_id, hellos, rhythm) values ($1, $2, true, $3)', [
    ws,
    amara,
    'quarterly',
  ]);
}

describe('the letter', () => {
  const sectionsOf = async () =>
    (await exported()).letter.sections as { title: string; entries: { what: string; value: string }[][] }[];

  it('has every table that holds something about me, and every column of it that is not left out for a reason', async () => {
    await live();
    await takePart();
    const sections = await sectionsOf();
    const { tables } = await records.aboutMe(world.who(amara));
    const missing: string[] = [];
    for (const { table, rows, title } of tables) {
      const entry = register[table];
      if (entry?.about !== 'mine' || !rows) continue;
      const section = sections.find((each) => each.title === title.en);
      const said = new Set(section?.entries.flat().map(({ what }) => what));
      const isMe = (entry.by ?? []).map((by) => (by === 'member_ids' ? `$1 = any (${by})` : `${by} = $1`)).join(' or ');
      const { rows: mine } = await world.owner.query(`select * from ${table} where ${isMe}`, [amara]);
      for (const [column, what] of Object.entries(entry.columns)) {
        const isSaid = mine.some((row) => valueWords(row[column], column, 'en') !== '');
        if (isSaid && !leftOut(entry, column) && !said.has(what.en)) missing.push(`${table}.${column}`);
      }
    }
    expect(missing).toEqual([]);
    const counted = tables
      .filter(({ table, rows }) => rows && register[table]?.about === 'mine')
      .map(({ table }) => table);
    expect(counted).toEqual(expect.arrayContaining(['membership', 'invitation', 'past_pairing', 'boundary', 'hello']));
  });

  it('says words where the database has codes, and names where it has numbers', async () => {
    await live();
    await takePart();
    const text = JSON.stringify(await sectionsOf());
    for (const words of [
      'Shall we have a coffee?',
      'every other week',
      'Tuesday <b>coffee</b>',
      'Jonas Weber',
      '20 November 2026',
    ])
      expect(text).toContain(words);
    expect(text).not.toMatch(/fortnightly|[0-9a-f]{8}-[0-9a-f]{4}-/);
    // A "not now" to me is not told by the letter either.
    const hellos = (await sectionsOf()).find(({ title }) => title === register.hello?.title.en)?.entries ?? [];
    const sent = hellos.find((lines) => lines.some(({ value }) => value === 'Shall we have a coffee?')) ?? [];
    expect(sent.map(({ value }) => value)).toContain('waiting');
    expect(sent.map(({ value }) => value)).not.toContain('put aside');
  });

  it('opens as a page on which nothing that anybody wrote is markup', async () => {
    await live();
    await takePart();
    const evil = `<script>alert(1)</script><img src=x onerror='a("b")'>`;
    await world.owner.query('update profile set about = $2 where person_id = $1', [amara, evil]);
    await world.owner.query('update person set name = $2 where person_id = $1', [jonas, `Jonas</dd>${evil}`]);
    const file = await records.exportMine(world.who(amara), 'html');
    const text = await file.text();
    expect(file.type).toContain('text/html');
    expect(text).not.toMatch(/<script|<img src=x|<b>/);
    expect(text).toContain('&lt;script&gt;');
    expect(text).toContain("default-src 'none'");
    expect(text).not.toMatch(/https?:\/\//);
  });
});

describe('deleting me', () => {
  const rowsOf = async (text: string) => (await world.owner.query(text)).rows.length;

  it('needs my name', async () => {
    await expect(records.deleteMe(world.who(amara), 'Jonas Weber')).rejects.toMatchObject({ code: 'records.confirm' });
    expect(await rowsOf('select 1 from person')).toBe(3);
  });

  it('leaves nothing that names me, in any column of any table', async () => {
    await live();
    await records.deleteMe(world.who(amara), 'Amara Okafor');
    const tables = await world.owner.query<{ name: string }>(
      "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'auth')",
    );
    const found: string[] = [];
    for (const { name } of tables.rows) {
      const hits = await world.owner.query(`select 1 from ${name} t where to_jsonb(t)::text ilike any ($1)`, [
        [`%${amara}%`, '%amara%'],
      ]);
      if (hits.rowCount) found.push(name);
    }
    expect(found.sort()).toEqual(['public.erasure', 'public.log_entry']);
    expect(await readErasures(erasures)).toEqual([
      { workspaceId: world.workspaceId, personId: amara, at: '2026-11-23T09:00:00.000Z' },
    ]);
    expect(await rowsOf(`select 1 from person where person_id = '${jonas}'`)).toBe(1);
  });

  it('is not for the last steward', async () => {
    await expect(records.deleteMe(world.who(steward, ['steward']), 'Sofia Steward')).rejects.toMatchObject({
      code: 'access.needs-steward',
    });
    await world.addPerson({ name: 'Second Steward', roles: ['steward'] });
    await records.deleteMe(world.who(steward, ['steward']), 'Sofia Steward');
    expect(await rowsOf(`select 1 from person where person_id = '${steward}'`)).toBe(0);
  });

  it('holds when a copy of the database comes back', async () => {
    await records.deleteMe(world.who(amara), 'Amara Okafor');
    await world.owner.query(
      `insert into person (workspace_id, person_id, email, name, search_text, source, created_at) values ($1, $2, 'a@example.test', 'A', 'a', 'import', now())`,
      [world.workspaceId, amara],
    );
    expect(await records.replayErasures()).toBe(1);
    expect(await records.replayErasures()).toBe(0);
    expect(await rowsOf(`select 1 from person where person_id = '${amara}'`)).toBe(0);
  });
});

describe('once a day', () => {
  it('whoever left thirty days ago is deleted, and nobody before', async () => {
    await world.owner.query("update person set status = 'leaving', left_on = '2026-10-24' where person_id = $1", [
      amara,
    ]);
    await world.owner.query("update person set status = 'leaving', left_on = '2026-10-25' where person_id = $1", [
      jonas,
    ]);
    await records.forget();
    const { rows } = await world.owner.query('select person_id from person order by name');
    expect(rows.map(({ person_id }) => person_id)).toEqual([jonas, steward]);
    expect(await readErasures(erasures)).toHaveLength(1);
  });

  it('plans of imports and passed codes go, what is still needed stays', async () => {
    const run = (day: string) =>
      world.owner.query("insert into import_run values ($1, gen_random_uuid(), $2, $3, 'preview', true, '{}')", [
        world.workspaceId,
        steward,
        day,
      ]);
    await run('2026-10-20');
    await run('2026-11-20');
    await world.owner.query(
      `insert into auth.verification (id, identifier, value, "expiresAt") values ('old', 'a', 'v', '2026-11-22'), ('new', 'a', 'v', '2026-11-24')`,
    );
    await world.owner.query("insert into auth.limit_count values ('old', '2026-11-20', 1), ('new', '2026-11-23', 1)");
    await records.forget();
    const left = async (text: string) => (await world.owner.query<{ it: string }>(text)).rows.map((row) => row.it);
    expect(await left('select made_at::date::text as it from import_run')).toEqual(['2026-11-20']);
    expect(await left('select id as it from auth.verification')).toEqual(['new']);
    expect(await left('select key as it from auth.limit_count')).toEqual(['new']);
  });
});
