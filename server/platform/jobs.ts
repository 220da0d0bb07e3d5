import pg from 'pg';
import { fromKysely, PgBoss } from 'pg-boss';
import { roleOfJob, tellingJobs } from '../migrations/jobs.ts';
import type { Scope } from './database.ts';

// Jobs only wake; what is due is decided elsewhere, from the clock.
const OUTBOX = 'outbox';
const DAILY = 'daily';
const TICK = 60_000;

export interface JobsOptions {
  /** Any address of the database that bypasses a pooler; user and password are replaced. */
  url: string;
  passwords: { app_jobs: string };
  onError(error: Error): void;
}

export interface JobHandlers {
  /** Sends what is due; called after each wake, at the start and every minute. */
  send(): Promise<unknown>;
  /** Looks what has come due; called at the start and every minute, in every process. */
  tick(): Promise<unknown>;
  /** Runs once a day in one of the processes. */
  daily(): Promise<unknown>;
}

const quiet = { supervise: false, schedule: false, reindex: false, monitorVacuum: false } as const;

/** Makes the queues and lets the roles use them; run by the first process, as the owner, after migrations. */
export async function installJobs(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({ ...quiet, connectionString: ownerUrl, max: 2 });
  boss.on('error', () => undefined);
  await boss.start();
  const retention = { deleteAfterSeconds: 3600, retentionSeconds: 86_400 };
  await boss.createQueue(OUTBOX, { ...retention, notify: true, retryLimit: 0 });
  await boss.createQueue(DAILY, { ...retention, retryLimit: 3, retryDelay: 600 });
  await boss.stop({ graceful: false });
  // Whoever tells something wakes the background; nobody of them reads what waits.
  const tellers = tellingJobs.map(roleOfJob).join(', ');
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`
      grant usage on schema pgboss to app_user, app_jobs, ${tellers};
      grant execute on all functions in schema pgboss to app_user, app_jobs, ${tellers};
      grant select, insert, update, delete on all tables in schema pgboss to app_jobs;
      grant usage on all sequences in schema pgboss to app_jobs;
      revoke all on pgboss.job, pgboss.job_common from app_user;
      grant select on pgboss.queue to app_user, ${tellers};
      grant insert, select (id, start_after) on pgboss.job, pgboss.job_common to app_user, ${tellers}`);
  } finally {
    await client.end();
  }
}

/** The background of one process. */
export interface Jobs {
  /** Wakes the outbox once the transaction commits; before the start nothing needs waking. */
  wake(scope: Pick<Scope, 'db'>): Promise<void>;
  start(handlers: JobHandlers): Promise<void>;
  /** Lets what runs finish, for some seconds, and ends. */
  stop(): Promise<void>;
}

/** The queue as the role of the background, which makes nothing in it. */
function openQueue({ url, passwords, onError }: JobsOptions): PgBoss {
  const address = new URL(url);
  address.username = 'app_jobs';
  address.password = passwords.app_jobs;
  const boss = new PgBoss({
    connectionString: address.toString(),
    max: 3,
    createSchema: false,
    migrate: false,
    useListenNotify: true,
    reindex: false,
    monitorVacuum: false,
  });
  boss.on('error', onError);
  return boss;
}

/** One run at a time of a kind in a process; a wake during a run starts one more. */
function oneAtATime(onError: JobsOptions['onError']) {
  let running = Promise.resolve();
  return {
    add(work: () => Promise<unknown>): Promise<void> {
      running = running.then(work).then(
        () => undefined,
        (error: unknown) => onError(error instanceof Error ? error : new Error('A job failed.')),
      );
      return running;
    },
    ended: () => running,
  };
}

/** Woken by a commit, and by a minute's tick where no waking arrives. */
export function createJobs(options: JobsOptions): Jobs {
  const boss = openQueue(options);
  let started = false;
  let ticking: NodeJS.Timeout | undefined;
  // A large round must not keep the mail waiting.
  const [sending, looking] = [oneAtATime(options.onError), oneAtATime(options.onError)];

  return {
    async wake(scope) {
      if (started) await boss.send(OUTBOX, {}, { db: fromKysely(scope.db) });
    },

    async start(handlers) {
      await boss.start();
      started = true;
      const batch = { batchSize: 100, pollingIntervalSeconds: 30, burstWhenBatchFull: true };
      await boss.work(OUTBOX, batch, () => sending.add(handlers.send));
      await boss.work(DAILY, { pollingIntervalSeconds: 60 }, async () => {
        await handlers.daily();
      });
      await boss.schedule(DAILY, '17 3 * * *');
      const look = () => {
        void looking.add(handlers.tick);
        void sending.add(handlers.send);
      };
      ticking = setInterval(look, TICK);
      ticking.unref();
      look();
    },

    async stop() {
      clearInterval(ticking);
      await boss.stop({ graceful: true, timeout: 5000 });
      await Promise.all([sending.ended(), looking.ended()]);
    },
  };
}
