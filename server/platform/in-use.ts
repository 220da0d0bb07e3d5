import pg from 'pg';

// One number for all: processes of a server hold it together, a restore alone.
const LOCK = 420_422;
const AGAIN_AFTER = 2_000;

/** A database that is in use by this process until it lets go or ends. */
export interface Hold {
  release(): Promise<void>;
}

async function holdOnce(url: string): Promise<pg.Client> {
  // A machine that vanished is noticed after a minute, not after hours.
  const options = '-c tcp_keepalives_idle=30 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=3';
  const client = new pg.Client({ connectionString: url, options, keepAlive: true });
  client.on('error', () => undefined);
  await client.connect();
  // Waits where a restore is under way.
  await client.query('select pg_advisory_lock_shared($1)', [LOCK]);
  return client;
}

/** Says "a server runs on this database" by a lock that PostgreSQL itself lets go when the process ends, however it ends. */
export async function holdDatabase(url: string): Promise<Hold> {
  let isReleased = false;
  let client = await holdOnce(url);
  const keep = (held: pg.Client): void => {
    held.once('end', () => {
      if (!isReleased) retry();
    });
  };
  // The database was started again: take the lock again.
  const retry = (): void => {
    setTimeout(() => {
      if (isReleased) return;
      holdOnce(url).then(async (next) => {
        client = next;
        if (isReleased) await next.end();
        else keep(next);
      }, retry);
    }, AGAIN_AFTER).unref();
  };
  keep(client);
  return {
    release: async () => {
      isReleased = true;
      await client.end().catch(() => undefined);
    },
  };
}

/** Takes the database for this transaction alone; false while a server or another restore uses it. */
export async function takeDatabase(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_xact_lock($1) as taken', [LOCK]);
  return rows[0]?.taken ?? false;
}

/** Whether a server or a restore uses the database at this moment. */
export async function isInUse(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return !(await takeDatabase(client));
  } finally {
    await client.end();
  }
}
