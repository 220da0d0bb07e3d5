import { execFile, execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import type pg from 'pg';
import { findPrograms } from '../../server/platform/cluster.ts';
import { dataFolder, freePort } from './server.ts';
import { connected } from './world.ts';

const run = promisify(execFile);

/** Programs of the PostgreSQL versions that this machine has: the embedded one, Debian's, and those in LOAM_TEST_POSTGRES. */
export async function installedVersions(): Promise<{ name: string; bin: string | undefined }[]> {
  const { bin } = await findPrograms();
  const more = (process.env.LOAM_TEST_POSTGRES ?? '').split(delimiter).filter(Boolean);
  const debian = '/usr/lib/postgresql/15/bin';
  const versionOf = (folder: string) => /\d+/.exec(execFileSync(join(folder, 'postgres'), ['-V']).toString())?.[0];
  return [
    { name: 'embedded', bin },
    { name: 'Debian’s 15', bin: existsSync(debian) ? debian : undefined },
    ...more.map((folder) => ({ name: `version ${versionOf(folder)}`, bin: folder })),
  ];
}

export interface ManagedCluster {
  /** A superuser's address of the database `postgres`. */
  adminUrl: string;
  admin: pg.Client;
  port: number;
  dataDir: string;
  /** Makes a role with these rights and a database of its own; its address. */
  addOwner(name: string, rights: string): Promise<string>;
  stop(): Promise<void>;
}

const FLAGS =
  'listen_addresses=127.0.0.1 unix_socket_directories= fsync=off synchronous_commit=off shared_buffers=32MB';

/** A cluster as a provider runs one: somebody else is the superuser. */
export async function startManaged(bin: string, settings = ''): Promise<ManagedCluster> {
  const { as } = await findPrograms();
  const folder = await dataFolder();
  const dataDir = join(await mkdtemp(join(folder, 'managed-')), 'data');
  const passwordFile = join(folder, 'password');
  await writeFile(passwordFile, 'admin');
  await chmod(passwordFile, 0o644);
  if (as.uid !== undefined && as.gid !== undefined) await chown(join(dataDir, '..'), as.uid, as.gid);
  const options = { ...as, cwd: '/', env: { ...process.env, LC_ALL: 'C.UTF-8' } };
  const init = [
    '-D',
    dataDir,
    '-U',
    'admin',
    '-A',
    'scram-sha-256',
    `--pwfile=${passwordFile}`,
    '-E',
    'UTF8',
    '--locale=C',
    '-N',
  ];
  await run(join(bin, 'initdb'), init, options);
  const port = await freePort();
  const flags = `${FLAGS} ${settings}`
    .trim()
    .split(' ')
    .map((flag) => `-c ${flag}`);
  const pgCtl = (args: string[]) => run(join(bin, 'pg_ctl'), ['-D', dataDir, '-w', ...args], options);
  await pgCtl(['-l', join(dataDir, 'log'), '-o', `-p ${port} ${flags.join(' ')}`, 'start']);
  const adminUrl = `postgres://admin:admin@127.0.0.1:${port}/postgres`;
  const admin = await connected(adminUrl);
  return {
    adminUrl,
    admin,
    port,
    dataDir,
    async addOwner(name, rights) {
      await admin.query(`create role ${name} login password 'p@ss/w:rd#1%' ${rights}`);
      await admin.query(`create database ${name} owner ${name}`);
      return `postgres://${name}:${encodeURIComponent('p@ss/w:rd#1%')}@127.0.0.1:${port}/${name}`;
    },
    async stop() {
      await admin.end();
      await pgCtl(['-m', 'immediate', 'stop']);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
