import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../../server/platform/embedded.ts';
import { migrate } from '../../server/platform/migrate.ts';
import { connected, testPasswords } from './world.ts';

declare module 'vitest' {
  interface ProvidedContext {
    adminUrl: string;
  }
}

/** One cluster a run, with a migrated template that each test file copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const base = await mkdtemp(join(process.getuid?.() === 0 ? '/var/tmp' : tmpdir(), 'loam-test-'));
  const { chmod } = await import('node:fs/promises');
  await chmod(base, 0o755);
  const embedded = await startEmbedded({ dataDir: join(base, 'postgres'), durable: false });
  await migrate(await embedded.urlOf('template_loam'), testPasswords);
  const adminUrl = await embedded.urlOf('postgres');
  const admin = await connected(adminUrl);
  await admin.query(
    "update pg_database set datistemplate = true, datallowconn = false where datname = 'template_loam'",
  );
  await admin.end();
  project.provide('adminUrl', adminUrl);
  return async () => {
    await embedded.stop();
    await rm(base, { recursive: true, force: true });
  };
}
