import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import type pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { attack } from '#test/helpers/attack.ts';
import { bringBack } from '#test/helpers/backups.ts';
import type { Verb } from '#test/helpers/verb.ts';
import { connected, createWorld, testPasswords, type World } from '#test/helpers/world.ts';
import { migrate, migrationNames } from '../../server/platform/migrate.ts';

const root = resolve(import.meta.dirname, '..', '..');
const PEOPLE = 400;
const TRIES = 3;

let world: World;
let folder: string;
beforeAll(async () => {
  world = await createWorld(inject('adminUrl'));
  folder = await mkdtemp(join(tmpdir(), 'loam-killed-'));
});
afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true });
});

/** Lets a process carry something out and ends it after a time with SIGKILL; how long it took if it was quicker. */
async function carryOut(verb: Verb, killAfter = Number.POSITIVE_INFINITY): Promise<number | undefined> {
  const child = spawn(process.execPath, ['test/helpers/verb.ts', JSON.stringify(verb)], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  let printed = '';
  const begun = new Promise<void>((done) =>
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      if (printed.includes('begins')) done();
    }),
  );
  await Promise.race([begun, ended]);
  const at = performance.now();
  await Promise.race([ended, killAfter === Number.POSITIVE_INFINITY ? ended : rest(killAfter)]);
  child.kill('SIGKILL');
  await ended;
  return printed.includes('done') ? performance.now() - at : undefined;
}

/** Waits until no session of a killed process still works. */
async function untilAlone(url: string): Promise<void> {
  const client = await connected(url);
  const others = `select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'`;
  while ((await client.query(others)).rowCount) await rest(20);
  await client.end();
}

const countOf = async (owner: pg.Client): Promise<number> =>
  (await owner.query("select count(*)::int as count from person where status = 'active'")).rows[0].count;

const DIRECTORY = [
  'id,name,email,unit',
  ...Array.from({ length: PEOPLE }, (_, place) => `${place},Person ${place},p${place}@example.test,U${place % 12}`),
].join('\n');

interface Case {
  name: Verb['verb'];
  /** Brings about the state before, and says what to carry out. */
  arrange(): Promise<Verb>;
  /** Which of the two states it is, or what is neither. */
  look(): Promise<'before' | 'after' | string>;
}

/** Kills each of `TRIES` runs a little later than the one before; then it must work, from what was left. */
async function killOften({ name, arrange, look }: Case, tried: () => void): Promise<string[]> {
  const wrong: string[] = [];
  const whole = (await carryOut(await arrange())) ?? 0;
  if ((await look()) !== 'after') wrong.push(`${name} does not work at all`);
  for (let place = 0; place < TRIES; place += 1) {
    const verb = await arrange();
    await carryOut(verb, (whole * (place + 0.5)) / TRIES);
    await untilAlone(verb.url);
    const left = await look();
    if (left !== 'before' && left !== 'after') wrong.push(`${name} left ${left}`);
    if (left === 'before') await carryOut(verb);
    const end = await look();
    if (end !== 'after') wrong.push(`${name} afterwards: ${end}`);
    tried();
  }
  return wrong;
}

const migrated = async (url: string): Promise<string> => {
  const client = await connected(url);
  const { rowCount } = await client.query('select 1 from migration');
  await client.end();
  return rowCount === (await migrationNames()).length ? 'after' : 'before';
};

attack(
  'killed-later',
  async ({ tried, succeeded, figure }) => {
    const personId = await world.addPerson({ name: 'Sofia Steward', roles: ['steward'] });
    const steward = world.who(personId, ['steward']);
    const { imports } = world.services.doors;
    const ids = { url: world.url, workspaceId: world.workspaceId, personId };
    const input = { bytes: new TextEncoder().encode(DIRECTORY), fileName: 'people.csv', complete: false };
    let last = '';
    const stateOf = async (before: number, after: number) => {
      const count = await countOf(world.owner);
      return count === before ? 'before' : count === after ? 'after' : `${count} people`;
    };
    const previewed = async () => {
      if ((await countOf(world.owner)) > 1) await imports.undo(steward, last);
      last = (await imports.preview(steward, input)).id;
      return last;
    };
    const file = join(folder, 'kept.loam-backup');
    const erasures = join(folder, 'erasures.jsonl');
    let made = '';
    let fresh = '';
    const admin = await connected(inject('adminUrl'));
    const cases: Case[] = [
      {
        name: 'apply',
        arrange: async () => ({ verb: 'apply', ...ids, importId: await previewed() }),
        look: () => stateOf(1, PEOPLE + 1),
      },
      {
        name: 'undo',
        arrange: async () => {
          if ((await countOf(world.owner)) === 1) await imports.apply(steward, await previewed());
          return { verb: 'undo', ...ids, importId: last };
        },
        look: () => stateOf(PEOPLE + 1, 1),
      },
      {
        name: 'backup',
        arrange: async () => {
          if ((await countOf(world.owner)) === 1) await imports.apply(steward, await previewed());
          made = join(folder, `${randomUUID()}.loam-backup`);
          return { verb: 'backup', url: world.url, file: made };
        },
        // What bears the name of a backup is whole.
        look: async () => {
          if (!existsSync(made)) return 'before';
          await bringBack({ url: world.url, file: made, erasures });
          await copyFile(made, file);
          return stateOf(1, PEOPLE + 1);
        },
      },
      {
        name: 'restore',
        arrange: async () => {
          await world.owner.query("update person set status = 'alumni' where person_id <> $1", [personId]);
          return { verb: 'restore', url: world.url, file, erasures };
        },
        look: () => stateOf(1, PEOPLE + 1),
      },
      {
        name: 'migrate',
        arrange: async () => {
          const name = `older_${randomUUID().slice(0, 8)}`;
          await admin.query(`create database ${name}`);
          fresh = world.url.replace(/[^/]*$/, name);
          await migrate(fresh, testPasswords, '0002');
          return { verb: 'migrate', url: fresh };
        },
        look: () => migrated(fresh),
      },
    ];
    const wrong: string[] = [];
    for (const one of cases) wrong.push(...(await killOften(one, tried)));
    await admin.end();
    for (const trouble of wrong) succeeded(trouble);
    figure('states lost or halves kept', wrong.length, 0);
  },
  1_200_000,
);
