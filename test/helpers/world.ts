import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { createServices, type Services, type ServicesOptions } from '../../server/main.ts';
import type { Who } from '../../server/platform/access-guard.ts';
import { type Database, openDatabase } from '../../server/platform/database.ts';
import { silentLog } from '../../server/platform/log.ts';
import { rolePasswords } from '../../server/platform/roles.ts';
import { secretsFrom } from '../../server/platform/secrets.ts';

export const TEST_SECRET = 'a secret of the tests, long enough to be one';
export const testSecrets = secretsFrom(TEST_SECRET);
export const testPasswords = rolePasswords(testSecrets);

/** A clock that tests move. */
export function testClock(start = '2026-11-23T09:00:00Z') {
  let at = new Date(start);
  return {
    now: () => at,
    set: (instant: string) => {
      at = new Date(instant);
    },
    advance: (milliseconds: number) => {
      at = new Date(at.getTime() + milliseconds);
    },
  };
}

export interface World {
  /** The owner's address of the database. */
  url: string;
  db: Database;
  /** The owner's connection: for arranging and for looking at what row-level security hides. */
  owner: pg.Client;
  clock: ReturnType<typeof testClock>;
  services: Services;
  workspaceId: string;
  /** Adds a person straight to the tables and returns the id. */
  addPerson(values: PersonValues): Promise<string>;
  who(personId: string, roles?: Who['roles']): Who;
  close(): Promise<void>;
}

export interface PersonValues {
  name: string;
  email?: string;
  unit?: string;
  status?: string;
  roles?: ('steward' | 'works-council')[];
  /** Whether they have been here; so unless it is said otherwise. */
  hasEntered?: boolean;
  workspaceId?: string;
}

/** A connection of one's own; a server that ends under it is no error of the test. */
export async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** A fresh database from the template, with one workspace; closed by the test. */
export async function createWorld(adminUrl: string, more: Partial<ServicesOptions> = {}): Promise<World> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const admin = await connected(adminUrl);
  await admin.query(`create database ${name} template template_loam strategy file_copy`);
  const url = adminUrl.replace(/\/[^/]*$/, `/${name}`);
  const owner = await connected(url);
  // The owner is a superuser in tests, so forced row-level security does not bind it.
  const db = openDatabase({ url, passwords: testPasswords, size: 4, onError: () => undefined });
  const clock = testClock();
  const services = createServices({
    db,
    clock,
    log: silentLog,
    secrets: testSecrets,
    origin: 'http://localhost:4020',
    sample: false,
    ...more,
  });
  const workspaceId = await addWorkspace(owner, clock.now());
  return {
    url,
    db,
    owner,
    clock,
    services,
    workspaceId,
    addPerson: (values) => addPerson(owner, workspaceId, values, clock.now()),
    who: (personId, roles = []) => ({ workspaceId, personId, status: 'active', roles, sessionId: null }),
    close: async () => {
      await db.close();
      await owner.end();
      await admin.query(`drop database ${name} with (force)`);
      await admin.end();
    },
  };
}

/** Adds a workspace and returns its id. */
export async function addWorkspace(owner: pg.Client, now: Date): Promise<string> {
  const id = randomUUID();
  await owner.query(
    "insert into workspace (workspace_id, name, purpose, timezone, language, created_at) values ($1, 'Meridian', 'Clean water for everyone', 'Europe/Lisbon', 'en', $2)",
    [id, now],
  );
  return id;
}

async function addPerson(owner: pg.Client, workspace: string, values: PersonValues, now: Date): Promise<string> {
  const [id, ws] = [randomUUID(), values.workspaceId ?? workspace];
  const email = values.email ?? `${values.name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}@example.test`;
  const unitId = values.unit ? await unitOf(owner, ws, values.unit) : null;
  await owner.query(
    `insert into person (workspace_id, person_id, email, name, search_text, unit_id, status, source, created_at, entered_at)
     values ($1, $2, $3, $4, $5, $6, $7, 'import', $8, $9)`,
    [
      ws,
      id,
      email,
      values.name,
      values.name.toLowerCase(),
      unitId,
      values.status ?? 'active',
      now,
      values.hasEntered === false ? null : now,
    ],
  );
  await owner.query(
    "insert into auth.identity (issuer, subject, workspace_id, person_id) values ('email', $1, $2, $3)",
    [email, ws, id],
  );
  for (const role of values.roles ?? []) {
    await owner.query(
      'insert into role_grant (workspace_id, person_id, role, given_by, given_at, confirmed_by) values ($1, $2, $3, $2, $4, $2)',
      [ws, id, role, now],
    );
  }
  return id;
}

async function unitOf(owner: pg.Client, workspace: string, name: string): Promise<string> {
  const known = await owner.query<{ unit_id: string }>(
    'select unit_id from unit where workspace_id = $1 and name = $2',
    [workspace, name],
  );
  if (known.rows[0]) return known.rows[0].unit_id;
  const id = randomUUID();
  await owner.query('insert into unit (workspace_id, unit_id, name) values ($1, $2, $3)', [workspace, id, name]);
  return id;
}
