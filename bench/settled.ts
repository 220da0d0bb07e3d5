import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { createServices, type Services } from '#server/main.ts';
import type { Who } from '#server/platform/access-guard.ts';
import type { Clock } from '#server/platform/clock.ts';
import { type Database, openDatabase } from '#server/platform/database.ts';
import { startEmbedded } from '#server/platform/embedded.ts';
import { silentLog } from '#server/platform/log.ts';
import { migrate } from '#server/platform/migrate.ts';
import { rolePasswords } from '#server/platform/roles.ts';
import { secretsFrom } from '#server/platform/secrets.ts';
import { startMailbox } from '#test/helpers/mailbox.ts';

export const SECRET = 'the secret of a bench, long enough to be one';

/** Services on a database of their own with a real SMTP server beside it. */
export interface Scene {
  services: Services;
  owner: pg.Client;
  mailbox: Awaited<ReturnType<typeof startMailbox>>;
  folder: string;
  /** The owner's address of the database. */
  url: string;
  close(): Promise<void>;
}

/** Starts PostgreSQL, migrates, and plugs the services together; nothing runs in the background. */
export async function openScene(clock: Clock, durable: boolean): Promise<Scene> {
  const folder = await mkdtemp(join(process.getuid?.() === 0 ? '/var/tmp' : tmpdir(), 'loam-bench-'));
  await chmod(folder, 0o755);
  const mailbox = await startMailbox();
  const embedded = await startEmbedded({ dataDir: join(folder, 'postgres'), durable });
  const url = await embedded.urlOf('loam');
  const secrets = secretsFrom(SECRET);
  await migrate(url, rolePasswords(secrets));
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  const db: Database = openDatabase({ url, passwords: rolePasswords(secrets), size: 16, onError: () => undefined });
  const smtp = { host: '127.0.0.1', port: mailbox.port, secure: false, from: 'loam@example.test' };
  const mail = { folder: join(folder, 'outbox'), smtp, from: smtp.from };
  const services = createServices({
    db,
    clock,
    log: silentLog,
    secrets,
    origin: 'http://localhost:4020',
    sample: false,
    mail,
  });
  const close = async () => {
    await db.close();
    await owner.end();
    await embedded.stop();
    await mailbox.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { services, owner, mailbox, folder, url, close };
}

async function everybody(owner: pg.Client): Promise<Who[]> {
  const { rows } = await owner.query<{ workspace_id: string; person_id: string; source: string }>(
    'select workspace_id, person_id, source from person order by person_id',
  );
  return rows.map((row) => ({
    workspaceId: row.workspace_id,
    personId: row.person_id,
    status: 'active',
    roles: row.source === 'setup' ? ['steward'] : [],
    sessionId: null,
  }));
}

export interface Offer {
  size: number;
  timezone: string;
  /** 1 is Monday. */
  weekday: number;
  drawTime: string;
}

/** Sets the organisation up, imports a directory and lets everybody join a weekly programme, through the features' doors. */
export async function joinAll(
  { services, owner }: Scene,
  csv: string,
  offer: Offer,
): Promise<{ people: Who[]; id: string }> {
  const { workspace, imports, programmes } = services.doors;
  const facts = { name: 'Loop', purpose: '', timezone: offer.timezone, language: 'en' as const };
  const steward = { name: 'Steward', email: 'steward@example.test' };
  await workspace.setUp({ ...facts, code: workspace.setUpCode(), steward });
  const [first] = await everybody(owner);
  if (!first) throw new Error('There is no steward.');
  const bytes = new TextEncoder().encode(csv);
  const run = await imports.preview(first, { bytes, fileName: 'people.csv', complete: false });
  await imports.apply(first, run.id);
  const people = (await everybody(owner)).filter(({ roles }) => roles.length === 0);
  const setting = { kind: 'coffee', audience: 'everyone', rule: 'across', cadence: 'weekly', name: 'Coffee' } as const;
  const { id } = await programmes.create(first, { ...setting, ...offer });
  for (const who of people) await programmes.join(who, id, {});
  return { people, id };
}
