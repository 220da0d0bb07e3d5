import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { type FileHandle, mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { StringDecoder } from 'node:string_decoder';
import { createGunzip, createGzip } from 'node:zlib';
import pg from 'pg';
import { type BackupKey, type Proof, plainFingerprint, proofOf, signBackup } from './backup-proof.ts';
import { appendErasure, type Erasure, readErasures } from './erasures.ts';
import { takeDatabase } from './in-use.ts';
import { migrationNames } from './migrate.ts';
import { ensureMaintenance } from './roles.ts';

const FORMAT = 'loam-backup';
// Version 1 had no signature.
const VERSION = 2;
const BATCH = 500;

/** The owner's connection in a transaction of maintenance. */
export type MaintenanceClient = pg.Client;

/** What a backup has to know of the tables, which are the product's; they are named 'schema.table'. */
export interface BackupContents {
  /** Has a row where there is something to keep. */
  root: string;
  /** Tables that are not kept. */
  passing: readonly string[];
  /** Where it is noted that a backup was made; absent in databases of before. */
  notes: string;
  note(client: MaintenanceClient, at: Date): Promise<void>;
  /** Once every row is back: lets nothing go on as if no time had passed. */
  settle(client: MaintenanceClient): Promise<void>;
  /** Who was deleted for good, as the database knows it. */
  erasures(client: MaintenanceClient): Promise<Erasure[]>;
  /** Deletes somebody again; false where they are not there. */
  erase(client: MaintenanceClient, erasure: Erasure): Promise<boolean>;
}

interface Head {
  format: string;
  version: number;
  madeAt: string;
  migrations: string[];
}

/** One line of a backup: its head, then each table followed by its rows, then how many rows there were. */
type Line = { head: Head } | { table: string } | { row: unknown } | { rows: number };

/** Runs `work` on one connection as the maintenance role, in one transaction. */
export async function asMaintenance<T>(
  url: string,
  mode: string,
  work: (client: MaintenanceClient) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`begin ${mode}`);
    const known = await client.query("select 1 from pg_roles where rolname = 'app_maintenance'");
    if (!known.rowCount) {
      throw new Error(
        'The role app_maintenance is missing. Let an administrator of the database run: ' +
          'create role app_maintenance nologin bypassrls; grant app_maintenance to <owner>; then start Loam once.',
      );
    }
    const result = await work(client);
    await client.query('commit');
    return result;
  } finally {
    await client.end();
  }
}

/** Every table but the list of migrations, each after those that it refers to. */
async function tablesInOrder(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; after: string[] }>(`
    select format('%s.%I', n.nspname, c.relname) as name, coalesce(array_agg(format('%s.%I', m.nspname, d.relname))
      filter (where d.oid is not null and d.oid <> c.oid), '{}') as after
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
      left join pg_constraint k on k.conrelid = c.oid and k.contype = 'f'
      left join pg_class d on d.oid = k.confrelid left join pg_namespace m on m.oid = d.relnamespace
    where c.relkind = 'r' and n.nspname in ('public', 'auth') and not (n.nspname = 'public' and c.relname = 'migration')
    group by 1 order by 1`);
  const order: string[] = [];
  const place = (name: string): void => {
    if (order.includes(name)) return;
    for (const before of rows.find((row) => row.name === name)?.after ?? []) place(before);
    order.push(name);
  };
  for (const { name } of rows) place(name);
  return order;
}

const appliedIn = async (client: pg.Client): Promise<string[]> =>
  (await client.query<{ name: string }>('select name from public.migration order by name')).rows.map((row) => row.name);

async function* linesOf(client: pg.Client, passing: readonly string[]): AsyncGenerator<Line> {
  yield {
    head: { format: FORMAT, version: VERSION, madeAt: new Date().toISOString(), migrations: await appliedIn(client) },
  };
  const tables = await tablesInOrder(client);
  await client.query('set local role app_maintenance');
  let rows = 0;
  for (const table of tables.filter((name) => !passing.includes(name))) {
    yield { table };
    await client.query(`declare backup_rows cursor for select to_json(t) as row from ${table} t`);
    for (;;) {
      const batch = await client.query<{ row: unknown }>(`fetch ${BATCH} from backup_rows`);
      if (batch.rows.length === 0) break;
      rows += batch.rows.length;
      for (const { row } of batch.rows) yield { row };
    }
    await client.query('close backup_rows');
  }
  yield { rows };
}

async function* asText(lines: AsyncIterable<Line>): AsyncGenerator<string> {
  for await (const line of lines) yield `${JSON.stringify(line)}\n`;
}

/** Writes the whole organisation to one signed file (gzip of JSON lines); `url` is the owner's address. */
export async function backup(url: string, file: string, key: BackupKey, contents: BackupContents): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const part = `${file}.part`;
  try {
    await asMaintenance(url, 'isolation level repeatable read read only', (client) =>
      pipeline(
        Readable.from(asText(linesOf(client, contents.passing))),
        createGzip(),
        createWriteStream(part, { mode: 0o600, flush: true }),
      ),
    );
    await signBackup(part, key);
    await rename(part, file);
  } finally {
    await rm(part, { force: true });
  }
}

/** Makes a backup where new migrations wait for a database that holds an organisation; its file, if one was made. */
export async function backupBeforeMigration(
  url: string,
  folder: string,
  key: BackupKey,
  contents: BackupContents,
): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const known = await client.query("select to_regclass('public.migration') as at, to_regclass($1) as root", [
      contents.root,
    ]);
    if (!known.rows[0]?.at || !known.rows[0]?.root) return undefined;
    const applied = await appliedIn(client);
    if ((await migrationNames()).every((name) => applied.includes(name))) return undefined;
    // A start that was killed between two migrations left tables that nobody may read yet.
    await ensureMaintenance(client, true);
    await client.query('begin; set local role app_maintenance');
    const { rowCount } = await client.query(`select 1 from ${contents.root} limit 1`);
    await client.query('rollback');
    if (!rowCount) return undefined;
  } finally {
    await client.end();
  }
  const file = join(folder, `before-migration-${new Date().toISOString().replaceAll(/[:.]/g, '-')}.loam-backup`);
  await backup(url, file, key, contents);
  return file;
}

export interface RestoreOptions {
  /** The owner's address of a migrated database. */
  url: string;
  file: FileHandle;
  /** Replaces an organisation that is there already. */
  force: boolean;
  /** The file of deletions, which is replayed. */
  erasures: string;
  trust: Trust;
  contents: BackupContents;
}

/** What a backup must show before it is let in. */
export interface Trust {
  /** The fingerprint of this instance. */
  own: string;
  /** A fingerprint that was noted down when the backup was made. */
  noted?: string | undefined;
  /** Takes a backup of which nobody can say who made it. A damaged one is refused all the same. */
  withoutProof: boolean;
}

export interface Restored {
  rows: number;
  erased: number;
  /** Whether the signature was of this instance, or of the noted fingerprint. */
  isProved: boolean;
  /** The fingerprint of the instance that made the backup; null where it is unsigned. */
  madeBy: string | null;
}

/** Brings a backup back, deletes again whoever was deleted since, and holds all mail. Nothing changes where it fails. */
export async function restore(options: RestoreOptions): Promise<Restored> {
  const { file, trust, contents } = options;
  const proof = await proofOf(file);
  const isProved = checkProof(proof, trust);
  return asMaintenance(options.url, '', async (client) => {
    if (!(await takeDatabase(client))) throw new Error(IN_USE);
    const tables = await tablesInOrder(client);
    await empty(client, tables, options);
    const rows = await load(client, { file, proof }, tables);
    await contents.settle(client);
    let erased = 0;
    for (const erasure of await readErasures(options.erasures)) if (await contents.erase(client, erasure)) erased += 1;
    return { rows, erased, isProved, madeBy: proof.kind === 'signed' ? proof.fingerprint : null };
  });
}

/** What a restore says while a server runs. */
export const IN_USE = 'A server runs on this database. Stop it first; nothing was changed.';

/** Whether a backup is proved to be untouched; throws where it may not come in. */
export function checkProof(proof: Proof, trust: Trust): boolean {
  if (proof.kind === 'broken') throw new Error('This backup is damaged or was changed after it was made.');
  const madeBy = proof.kind === 'signed' ? plainFingerprint(proof.fingerprint) : undefined;
  if (trust.noted !== undefined) {
    if (madeBy === plainFingerprint(trust.noted)) return true;
    throw new Error('This backup was not made by the instance with that fingerprint, or it was changed since.');
  }
  if (madeBy === plainFingerprint(trust.own)) return true;
  if (trust.withoutProof) return false;
  throw new Error(
    proof.kind === 'none'
      ? 'This backup is damaged, or from a Loam that did not sign backups yet. To take it unproved, add --without-proof.'
      : `This backup was signed by another instance (${proof.fingerprint}), so nobody here can say who made it. If that is the ` +
          'fingerprint you noted, add --proof with it; to take the backup unproved, add --without-proof.',
  );
}

async function empty(
  client: pg.Client,
  tables: string[],
  { force, erasures, contents }: RestoreOptions,
): Promise<void> {
  await client.query('set local role app_maintenance');
  const { rowCount } = await client.query(`select 1 from ${contents.root} limit 1`);
  if (rowCount && !force)
    throw new Error('There is an organisation in this database already. To replace it, add --force.');
  const erased = await contents.erasures(client);
  const known = new Set((await readErasures(erasures)).map(({ personId }) => personId));
  for (const erasure of erased) if (!known.has(erasure.personId)) await appendErasure(erasures, erasure);
  await client.query('reset role');
  await client.query(`truncate ${tables.join(', ')}`);
  await client.query('set local role app_maintenance');
}

function readLine(text: string): Line {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error('This backup is damaged.');
  }
}

async function checkHead(client: pg.Client, line: Line, version: number): Promise<void> {
  if (!('head' in line) || line.head.format !== FORMAT) throw new Error('This is not a backup of Loam.');
  if (line.head.version !== version) throw new Error('This backup is damaged: its signature is missing.');
  const here = await appliedIn(client);
  if (JSON.stringify(here) === JSON.stringify(line.head.migrations)) return;
  const [theirs, ours] = [line.head.migrations.at(-1), here.at(-1)];
  throw new Error(
    `This backup stands at ${theirs}, this Loam at ${ours}. Restore it with the version of Loam that made it.`,
  );
}

async function* textLines(source: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for await (const chunk of source) {
    const parts = (rest + decoder.write(chunk)).split('\n');
    rest = parts.pop() ?? '';
    yield* parts;
  }
  if (rest) yield rest;
}

interface Source {
  file: FileHandle;
  proof: Proof;
}

/** Reads the file into the tables; the number of rows. */
async function load(client: pg.Client, { file, proof }: Source, tables: string[]): Promise<number> {
  const loader = createLoader(client, tables);
  let complete = false;
  const readAll = async (source: AsyncIterable<Buffer>): Promise<void> => {
    let first = true;
    for await (const text of textLines(source)) {
      const line = readLine(text);
      if (complete) throw new Error('This backup is damaged: something stands behind its end.');
      if (first) await checkHead(client, line, proof.kind === 'signed' ? VERSION : 1);
      else if ('table' in line) await loader.open(line.table);
      else if ('row' in line) await loader.add(line.row);
      else complete = 'rows' in line && line.rows === (await loader.finish());
      first = false;
    }
  };
  const hash = createHash('sha256');
  const hashing = new Transform({
    transform: (chunk, _encoding, done) => {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const end = proof.kind === 'signed' ? { end: proof.bodyBytes - 1 } : {};
  const archive = createReadStream('', { fd: file, autoClose: false, start: 0, ...end });
  await pipeline(archive, hashing, createGunzip(), readAll).catch((error: unknown) => {
    const unpacking = error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
    throw unpacking ? new Error('This backup is damaged.') : error;
  });
  if (!complete) throw new Error('This backup is damaged: its end is missing.');
  // The very bytes that were read, not those of a moment ago.
  if (proof.kind === 'signed' && !hash.digest().equals(proof.digest))
    throw new Error('This backup was changed while it was read.');
  return loader.finish();
}

function createLoader(client: pg.Client, tables: string[]) {
  let table: string | undefined;
  let batch: unknown[] = [];
  let count = 0;
  const flush = async (): Promise<void> => {
    if (batch.length === 0) return;
    await client.query(`insert into loading select * from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [
      JSON.stringify(batch),
    ]);
    count += batch.length;
    batch = [];
  };
  // One statement a table: rows of a tree may then refer to each other in any order.
  const close = async (): Promise<void> => {
    if (!table) return;
    await flush();
    const { rows } = await client.query<{ columns: string }>(
      "select string_agg(format('%I', attname), ', ') as columns from pg_attribute where attrelid = $1::regclass and attnum > 0 and attgenerated = '' and not attisdropped",
      [table],
    );
    const columns = rows[0]?.columns ?? '';
    await client.query(`insert into ${table} (${columns}) select ${columns} from loading`);
    await client.query('drop table loading');
    table = undefined;
  };
  return {
    async open(name: string): Promise<void> {
      await close();
      if (!tables.includes(name)) throw new Error('This backup is damaged: it names a table that is not there.');
      table = name;
      await client.query(`create temporary table loading (like ${name})`);
    },
    async add(row: unknown): Promise<void> {
      batch.push(row);
      if (batch.length >= BATCH) await flush();
    },
    async finish(): Promise<number> {
      await close();
      return count;
    },
  };
}
