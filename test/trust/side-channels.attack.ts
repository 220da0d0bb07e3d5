import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, inject } from 'vitest';
import { type Attempts, attack } from '#test/helpers/attack.ts';
import { ask, type Intruder, letIn, tells } from '#test/helpers/intruder.ts';
import type { Filled } from '#test/helpers/two-workspaces.ts';
import { createWorld, testPasswords, type World } from '#test/helpers/world.ts';
import { openDatabase } from '../../server/platform/database.ts';

let world: World;
let intruder: Intruder;
beforeAll(async () => {
  world = await createWorld(inject('adminUrl'));
  intruder = await letIn(world);
});
afterAll(() => world.close());

/** Views of the server that anybody may read. */
const VIEWS = [
  'select query, application_name from pg_stat_activity',
  'select pg_stat_get_backend_activity(b) from pg_stat_get_backend_idset() b',
  `select * from pg_stats where not (schemaname = 'auth' and current_user = 'app_auth'
    and tablename in ('user', 'session', 'account', 'verification', 'passkey', 'limit_count'))`,
  'select * from pg_stats_ext',
  'select * from pg_stats_ext_exprs',
  'select * from pg_prepared_statements',
  'select * from pg_prepared_xacts',
  'select * from pg_cursors',
  'select * from pg_locks',
  "select * from pg_settings where name ~ 'loam|role|search|application'",
  'select * from pg_db_role_setting',
  'select * from pg_largeobject_metadata',
  'select * from pg_seclabels',
  'select * from pg_stat_progress_copy',
  'select * from pg_sequences',
];

async function throughViews({ tried, succeeded }: Attempts, others: Filled): Promise<void> {
  await intruder.asEverybody(async (client, { role }) => {
    for (const view of VIEWS) {
      const answer = await ask(client, view);
      tried();
      if (tells(answer.text, others)) succeeded(`${role}: ${view}`);
    }
  });
}

attack('side-channels', async (attempts) => {
  const { mine, other } = intruder;
  const ids = { workspaceId: other.workspaceId, personId: other.personId };
  const { db } = world;
  // The other workspace is busy, in transactions that stay open, under each role.
  const reads = sql`select set_config('application_name', 'Loam', true), ${other.mark}::text`;
  await db.asPerson(ids, (scope) =>
    reads.execute(scope.db).then(() =>
      db.asSignIn(
        (signIn) =>
          reads.execute(signIn.db).then(() =>
            db.asJobs('requests', ids.workspaceId, async (job) => {
              await job.db.selectFrom('person').selectAll().where('name', '=', other.mark).execute();
              await throughViews(attempts, other);
            }),
          ),
        ids.workspaceId,
      ),
    ),
  );
  await throughKeys(attempts, { mine, other });
});

/** A key that points at the other workspace fails with the same words as one that points nowhere. */
async function throughKeys({ tried, succeeded }: Attempts, { mine, other }: { mine: Filled; other: Filled }) {
  const client = await intruder.entered({ login: 'app_user', role: 'app_user' }, mine.workspaceId);
  const keys = [
    'insert into block (workspace_id, person_id, blocked_id, block_key) values ($1, $2, $3, $3)',
    "insert into person (workspace_id, person_id, email, name, search_text, source, created_at, unit_id) values ($1, gen_random_uuid(), gen_random_uuid()::text, $2::uuid::text, '', 'import', now(), $3)",
    'insert into programme_host (workspace_id, person_id, programme_id, since) values ($1, $2, $3, now())',
  ];
  for (const key of keys) {
    const said: string[] = [];
    for (const target of [other.personId, randomUUID()]) {
      await client.query('begin');
      const answer = await ask(client, key, [mine.workspaceId, mine.personId, target]);
      await client.query('rollback');
      said.push(answer.text.replaceAll(target, '…').replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '?'));
      tried();
    }
    if (said[0] !== said[1]) succeeded(`${key}: ${said.join(' / ')}`);
  }
  await client.end();
}

attack('scope-by-trick', async ({ tried, succeeded }) => {
  const { mine, other } = intruder;
  const id = other.workspaceId;
  const tricks = [
    "' or '1'='1",
    `{${id},${id}}`,
    '*',
    '%',
    'null',
    `${id}'; reset role; --`,
    `${mine.workspaceId} ${id}`,
    '\0',
  ];
  for (const trick of tricks) {
    for (const ids of [
      { workspaceId: trick, personId: mine.personId },
      { workspaceId: mine.workspaceId, personId: trick },
    ]) {
      const found = await world.db
        .asPerson(ids, (scope) => scope.db.selectFrom('person').selectAll().execute())
        .catch((error: Error) => error.message);
      const asJob = await world.db
        .asJobs('requests', ids.workspaceId, (scope) => scope.db.selectFrom('person').selectAll().execute())
        .catch((error: Error) => error.message);
      tried(2);
      if (tells(JSON.stringify([found, asJob]), other, [id])) succeeded(trick);
    }
    const client = await intruder.entered({ login: 'app_user', role: 'app_user' }, '');
    await ask(client, "select set_config('loam.workspace', $1, false)", [trick]);
    tried();
    if (tells((await ask(client, 'select * from person')).text, other, [id])) succeeded(`set to ${trick}`);
    await client.end();
  }
  // A role may write settings of its own into the catalogue; they count for nobody who opens the pools.
  const client = await intruder.entered({ login: 'app_user', role: 'app_user' }, '');
  const database = client.escapeIdentifier(new URL(world.url).pathname.slice(1));
  await ask(client, `alter role app_user in database ${database} set loam.workspace = '${id}'`);
  await ask(client, `alter role app_user in database ${database} set search_path = 'pg_temp'`);
  await client.end();
  const db = openDatabase({ url: world.url, passwords: testPasswords, size: 2, onError: () => undefined });
  const found = await db.asPerson({ workspaceId: '', personId: '' }, (scope) =>
    sql`select name, current_setting('loam.workspace') as scope from person`.execute(scope.db),
  );
  tried();
  if (found.rows.length > 0) succeeded('a setting of the role became the scope');
  await db.close();
});
