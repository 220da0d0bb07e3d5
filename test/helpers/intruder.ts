import type pg from 'pg';
import { jobs, roleOfJob } from '../../server/migrations/jobs.ts';
import { installJobs } from '../../server/platform/jobs.ts';
import { migrate } from '../../server/platform/migrate.ts';
import { type Filled, fillTwo } from './two-workspaces.ts';
import { connected, testPasswords, type World } from './world.ts';

type Login = keyof typeof testPasswords;

/** Whoever has a role's password may be that role, and what it may become. */
export const BECOMES: readonly { login: Login; role: string }[] = [
  { login: 'app_user', role: 'app_user' },
  { login: 'app_auth', role: 'app_auth' },
  { login: 'app_jobs', role: 'app_jobs' },
  ...jobs.map((job) => ({ login: 'app_jobs' as const, role: roleOfJob(job) })),
];

/** Somebody with the passwords of the roles, who knows one workspace and wants another. */
export interface Intruder {
  mine: Filled;
  other: Filled;
  /** A connection as a role, with a workspace as its scope; '' for none. */
  entered(as: (typeof BECOMES)[number], workspaceId: string): Promise<pg.Client>;
  /** Works as every role, without a scope and with the scope of the own workspace. */
  asEverybody(work: (client: pg.Client, as: { role: string; workspaceId: string }) => Promise<void>): Promise<void>;
}

/** Fills two workspaces of a world, and lets an intruder into one. */
export async function letIn(world: World): Promise<Intruder> {
  // Rights on the database itself are not copied from the template.
  await migrate(world.url, testPasswords);
  await installJobs(world.url);
  const [mine, other] = await fillTwo(world);
  const entered: Intruder['entered'] = async ({ login, role }, workspaceId) => {
    const url = new URL(world.url);
    [url.username, url.password] = [login, testPasswords[login]];
    const client = await connected(url.toString());
    await client.query(`set statement_timeout = '10s'; set role ${role}`);
    const personId = workspaceId === '' ? '' : mine.personId;
    await client.query("select set_config('loam.workspace', $1, false), set_config('loam.person', $2, false)", [
      workspaceId,
      personId,
    ]);
    return client;
  };
  return {
    mine,
    other,
    entered,
    async asEverybody(work) {
      for (const one of BECOMES) {
        for (const workspaceId of ['', mine.workspaceId]) {
          const client = await entered(one, workspaceId);
          await work(client, { role: one.role, workspaceId }).finally(() => client.end());
        }
      }
    },
  };
}

export interface Answer {
  rows: Record<string, unknown>[];
  text: string;
  isRefused: boolean;
}

/** What comes back, rows or error, as an attacker reads it. */
export async function ask(client: pg.Client, text: string, values: unknown[] = []): Promise<Answer> {
  try {
    const result = await client.query<Record<string, unknown>>(text, values);
    const rows = (Array.isArray(result) ? result : [result]).flatMap((each: pg.QueryResult) => each.rows);
    const words = JSON.stringify(rows, (_, value) =>
      value?.type === 'Buffer' ? Buffer.from(value.data).toString('latin1') : value,
    );
    return { rows, text: words, isRefused: false };
  } catch (error) {
    const { message, detail, hint } = error as pg.DatabaseError;
    return { rows: [], text: [message, detail, hint].join(' '), isRefused: true };
  }
}

/** Whether a text gives away another workspace, apart from what the attacker said. */
export const tells = (text: string, of: Filled, said: readonly string[] = []): boolean =>
  [of.mark, of.personId, of.workspaceId].some((secret) => !said.includes(secret) && text.includes(secret));
