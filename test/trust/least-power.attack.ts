import { EventEmitter } from 'node:events';
import type pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { attack } from '#test/helpers/attack.ts';
import { ask, BECOMES, type Intruder, letIn, tells } from '#test/helpers/intruder.ts';
import { contentOf, type Filled, tablesOf } from '#test/helpers/two-workspaces.ts';
import { createWorld, type World } from '#test/helpers/world.ts';
import { jobs, roleOfJob } from '../../server/migrations/jobs.ts';

// The sign-in library looks in its own tables by token, before anybody knows whose it is.
const OF_THE_LIBRARY = /^auth\.("?user"?|session|account|verification|passkey|limit_count)$/;
// Doors of an exact key, and the list of workspaces: ids and one word each, never a row's content.
const DOORS = /^(auth\.(who_is|who_has_token|who_has_address|free_address|is_set_up)|every_workspace)\(/;

let world: World;
let intruder: Intruder;
beforeAll(async () => {
  world = await createWorld(inject('adminUrl'));
  intruder = await letIn(world);
});
afterAll(() => world.close());

const relations = async (): Promise<string[]> => {
  const { rows } = await world.owner.query<{ at: string }>(`
    select oid::regclass::text as at from pg_class where relkind in ('r', 'p', 'v', 'm', 'S', 'f')
    and relnamespace::regnamespace::text in ('public', 'auth', 'pgboss')`);
  return rows.map(({ at }) => at);
};

attack('empty-scope', async ({ tried, succeeded }) => {
  const names = (await relations()).filter((name) => !name.startsWith('pgboss.') && name !== 'migration');
  for (const { login, role } of BECOMES) {
    const client = await intruder.entered({ login, role }, '');
    for (const name of names) {
      if (role === 'app_auth' && OF_THE_LIBRARY.test(name)) continue;
      const found = await ask(client, `select 1 from ${name} limit 1`);
      tried();
      if (found.rows.length > 0) succeeded(`${role} reads ${name}`);
    }
    await client.end();
  }
});

/** One table by every way of reading that the database knows. */
const readings = (table: string, mark: string): string[] => [
  `select * from ${table}`,
  `prepare p as select * from ${table}; execute p; deallocate p`,
  `begin; declare c cursor for select * from ${table}; fetch all from c; commit`,
  `select query_to_xml('select * from ${table}', true, false, '')`,
  `select * from ts_stat('select to_tsvector(t::text) from ${table} t')`,
  `select t::text::int from ${table} t`,
  `select 1 / (case when t::text like '%${mark}%' then 0 else 1 end) from ${table} t`,
  `set row_security = off; select * from ${table}`,
  `do $$ begin raise exception '%', (select string_agg(t::text, ' ') from ${table} t); end $$`,
];

attack('other-workspace-read', async ({ tried, succeeded }) => {
  const { other } = intruder;
  const tables = await relations();
  await intruder.asEverybody(async (client, { role, workspaceId }) => {
    for (const table of tables) {
      if (role === 'app_auth' && OF_THE_LIBRARY.test(table)) continue;
      const probe = await ask(client, `select 1 from ${table} limit 1`);
      // Where the table itself is refused, one more way shows that it stays so.
      const ways = probe.isRefused ? readings(table, other.mark).slice(0, 1) : readings(table, other.mark);
      for (const way of ways) {
        const answer = await ask(client, way);
        await ask(client, 'rollback; reset row_security');
        tried();
        const isTold = tells(answer.text, other) || answer.text.includes('division by zero');
        if (isTold) succeeded(`${role} in '${workspaceId}': ${way}: ${answer.text.slice(0, 120)}`);
      }
      tried();
      if (tells(await copied(client, table), other)) succeeded(`${role}: copy ${table}`);
    }
  });
});

/** What COPY sends, which goes past rows. */
async function copied(client: pg.Client, table: string): Promise<string> {
  const chunks: string[] = [];
  const connection: unknown = Reflect.get(client, 'connection');
  if (!(connection instanceof EventEmitter)) throw new Error('The client has no connection.');
  const listen = (message: { chunk: Buffer }) => chunks.push(message.chunk.toString('latin1'));
  connection.on('copyData', listen);
  const answer = await ask(client, `copy ${table} to stdout`);
  connection.off('copyData', listen);
  return chunks.join('') + answer.text;
}

/** Arguments an attacker would give: the other workspace's own ids and words. */
const argumentFor = (type: string, other: Filled, isId: boolean): string => {
  if (type === 'uuid') return `'${isId ? other.workspaceId : other.personId}'::uuid`;
  if (type === 'text') return `'${other.mark}'`;
  if (type === 'text[]') return `array['${other.mark}']`;
  if (type === 'jsonb') return `'{"unit": "${other.personId}", "language": "${other.mark}"}'::jsonb`;
  if (type === 'integer') return '20';
  return type.startsWith('timestamp') ? "'2026-11-23'::timestamptz" : 'null';
};

attack('other-workspace-functions', async ({ tried, succeeded }) => {
  const { other } = intruder;
  const before = await contentOf(world, other);
  const { rows: functions } = await world.owner.query<{ at: string; name: string; types: string[] }>(`
    select p.oid::regprocedure::text as at, p.oid::regproc::text as name,
      array(select format_type(t, null) from unnest(p.proargtypes) t) as types from pg_proc p
    where p.pronamespace in ('public'::regnamespace, 'auth'::regnamespace)
      and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')`);
  const said = [other.mark, other.personId, other.workspaceId];
  await intruder.asEverybody(async (client, { role, workspaceId }) => {
    for (const { at, name, types } of functions) {
      const call = types.map((type, place) => argumentFor(type, other, place === 0)).join(', ');
      const person = types.map((type) => argumentFor(type, other, false)).join(', ');
      for (const given of [call, person]) {
        const answer = await ask(client, `select * from ${name}(${given})`);
        tried();
        if (answer.isRefused) continue;
        const isDoor = DOORS.test(at);
        const allowed = [
          'workspace_id',
          'person_id',
          'status',
          'roles',
          'issuer',
          'language',
          'timezone',
          'is_set_up',
          'free_address',
        ];
        const isMore = isDoor && answer.rows.some((row) => Object.keys(row).some((key) => !allowed.includes(key)));
        // What was given may come back inside a condition; nothing else.
        const learned =
          !isDoor && at.startsWith('directory_condition') ? false : !isDoor && tells(answer.text, other, said);
        const rowsOf = !isDoor && /^(browse|search|works)_/.test(at) && tells(answer.text, other);
        if (isMore || learned || rowsOf) succeeded(`${role} in '${workspaceId}': ${at}: ${answer.text.slice(0, 120)}`);
      }
    }
  });
  if ((await contentOf(world, other)) !== before) succeeded('a function changed the other workspace');
});

attack('other-workspace-write', async ({ tried, succeeded }) => {
  const { other } = intruder;
  const before = await contentOf(world, other);
  const tables = await tablesOf(world);
  await intruder.asEverybody(async (client, { role }) => {
    for (const [table, columns] of tables) {
      if (OF_THE_LIBRARY.test(table)) continue;
      const names = columns.map(({ column }) => `"${column}"`);
      const [first = ''] = names;
      const moved = names.map((name) => (name === '"workspace_id"' ? `'${other.workspaceId}'::uuid` : name)).join(', ');
      const writes = [
        `insert into ${table} (${names.join(', ')}) select ${moved} from ${table}`,
        `insert into ${table} ("workspace_id") values ('${other.workspaceId}')`,
        `update ${table} set ${first} = ${first} where workspace_id = '${other.workspaceId}'`,
        `update ${table} set workspace_id = '${other.workspaceId}'`,
        `delete from ${table} where workspace_id = '${other.workspaceId}'`,
        `truncate ${table} cascade`,
        `merge into ${table} t using (select 1) s on t.workspace_id = '${other.workspaceId}' when matched then delete`,
        `lock table ${table} in access exclusive mode`,
      ];
      for (const write of writes) {
        const answer = await ask(client, write);
        tried();
        if (!answer.isRefused && write.startsWith('truncate')) succeeded(`${role}: ${write}`);
        if (tells(answer.text, other, [other.workspaceId]))
          succeeded(`${role}: ${write}: ${answer.text.slice(0, 120)}`);
      }
    }
  });
  if ((await contentOf(world, other)) !== before) succeeded('the other workspace was changed');
});

const ESCALATIONS = (self: string): string[] => [
  ...['postgres', 'app_owner', 'app_maintenance', 'app_search', 'app_lookup', 'app_job']
    // The jobs' common role holds nothing but the condition of their policies.
    .filter((role) => role !== 'app_job' || !self.startsWith('app_job'))
    .map((role) => `set role ${role}`),
  ...['app_user', 'app_auth', 'app_jobs', 'app_maintenance']
    // A job's role was reached from app_jobs, and may go back there.
    .filter((role) => !self.startsWith(role.replace(/s$/, '')))
    .map((role) => `set session authorization ${role}`),
  `alter role ${self} superuser`,
  `alter role ${self} bypassrls`,
  `alter role ${self} createrole`,
  "alter role app_lookup login password 'x'",
  `grant app_maintenance to ${self}`,
  `grant app_lookup to ${self}`,
  `create role intruder`,
  `alter table person disable row level security`,
  `alter table person no force row level security`,
  `create policy open on person using (true)`,
  `drop policy shared on person`,
  `alter function scope_workspace() volatile`,
  "create or replace function scope_workspace() returns uuid language sql as 'select null::uuid'",
  "create function public.leak(text) returns boolean language plpgsql cost 0.0001 as 'begin raise notice ''%'', $1; return true; end'",
  "create function pg_temp.leak(text) returns boolean language plpgsql cost 0.0001 as 'begin raise notice ''%'', $1; return true; end'",
  'create temporary table person (workspace_id uuid)',
  'create temporary view role_grant as select 1',
  'create table public.stolen (a text)',
  'create table auth.stolen (a text)',
  'create view public.stolen as select * from person',
  'create schema stolen',
  'create operator public.<<< (leftarg = text, rightarg = text, function = texteq)',
  'create extension dblink',
  'create extension file_fdw',
  'create publication stolen for all tables',
  "create subscription stolen connection 'dbname=x' publication stolen",
  'create event trigger stolen on ddl_command_end execute function pg_catalog.suppress_redundant_updates_trigger()',
  "alter system set row_security = 'off'",
  'alter database template1 set row_security = off',
  "set session_replication_role = 'replica'",
  "load 'auto_explain'",
  "copy person to '/stolen'",
  "copy person to program 'cat'",
  "select pg_read_file('postgresql.conf')",
  "select pg_ls_dir('.')",
  "select lo_import('/etc/passwd')",
  'select rolpassword from pg_authid',
  'select passwd from pg_shadow',
  'select * from pg_statistic',
  'select * from pg_largeobject',
  'select * from pg_stat_get_wal_senders(), pg_hba_file_rules',
];

attack('more-power', async ({ tried, succeeded }) => {
  await intruder.asEverybody(async (client, { role }) => {
    const others = BECOMES.filter((one) => one.role !== role && one.login === one.role).map(
      (one) => `set role ${one.role}`,
    );
    const own = role.startsWith('app_job');
    const jobRoles = own ? [] : jobs.map((job) => `set role ${roleOfJob(job)}`);
    for (const text of [
      ...ESCALATIONS(role),
      ...others.filter((each) => !own || !/app_jobs$/.test(each)),
      ...jobRoles,
    ]) {
      await client.query('begin');
      const answer = await ask(client, text);
      await client.query('rollback');
      tried();
      if (!answer.isRefused) succeeded(`${role}: ${text}`);
    }
    // A grant of what one may not give is a warning, no error.
    await ask(client, 'grant select on person to public');
    const given = await world.owner.query(
      "select 1 from pg_class, aclexplode(relacl) a where relname = 'person' and a.grantee = 0",
    );
    tried();
    if (given.rowCount) succeeded(`${role} gave person away`);
  });
});
