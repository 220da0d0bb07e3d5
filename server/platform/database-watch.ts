import { setTimeout as rest } from 'node:timers/promises';
import type pg from 'pg';
import { connectOnce, isFull } from './connections.ts';

export interface WatchOptions {
  url: string;
  /** Milliseconds between two looks, and how long an answer may take. */
  every?: number;
  within?: number;
  onAway(reason: string): void;
  onBack(): void;
}

export interface DatabaseWatch {
  /** What the last look found. */
  isReachable(): boolean;
  /** Looks at once, where an error may have come from the database. */
  check(): Promise<boolean>;
  close(): Promise<void>;
}

const SLOW = Symbol('slow');

/** Rejects after a time, unless only this very process was held up and the answer is there already. */
async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  const stopping = new AbortController();
  const limit = async (): Promise<typeof SLOW> => {
    await rest(milliseconds, undefined, { signal: stopping.signal, ref: false });
    // Answers that arrived meanwhile are read after timers.
    await new Promise((done) => setImmediate(() => setImmediate(done)));
    return SLOW;
  };
  try {
    const first = await Promise.race([work, limit()]);
    if (first === SLOW) throw new Error(`no answer within ${milliseconds} ms`);
    return first;
  } finally {
    stopping.abort();
    work.catch(() => undefined);
  }
}

interface OwnConnection {
  /** Asks whether the database answers; connects first where nothing is connected. */
  ask(): Promise<void>;
  drop(): void;
}

/** A connection for the watch alone. */
function ownConnection(url: string, limit: number): OwnConnection {
  let client: pg.Client | undefined;
  return {
    async ask() {
      if (!client) {
        const settings = { connectionTimeoutMillis: limit, application_name: 'loam-watch' };
        const connecting = connectOnce(url, settings);
        client = await within(limit, connecting).catch((error: unknown) => {
          // One that comes late is not kept.
          connecting.then(destroySocket).catch(() => undefined);
          if (isFull(error)) return undefined;
          throw error;
        });
      }
      if (client) await within(limit, client.query('select 1'));
    },

    drop() {
      // A frozen server never answers a polite goodbye.
      const ending = client;
      client = undefined;
      ending?.end().catch(() => undefined);
      if (ending && 'connection' in ending) destroySocket(ending);
    },
  };
}

/** Asks the database every second whether it answers, on a connection of its own, so that a slow question is told from a dead server. */
export function watchDatabase(options: WatchOptions): DatabaseWatch {
  const { every = 1000, within: limit = 4000 } = options;
  const stopping = new AbortController();
  const connection = ownConnection(options.url, limit);
  let isReachable = true;

  const found = (reason: string | undefined): void => {
    const wasReachable = isReachable;
    isReachable = reason === undefined;
    if (reason !== undefined && wasReachable) options.onAway(reason);
    if (reason === undefined && !wasReachable) options.onBack();
  };

  const lookOnce = async (): Promise<void> => {
    try {
      await connection.ask();
      found(undefined);
    } catch (error) {
      connection.drop();
      if (!isReachable) return;
      // One connection may have ended alone: only a second failure speaks of the server.
      const again = isSlow(error) ? error : await connection.ask().catch((second: unknown) => second ?? error);
      if (again === undefined) return found(undefined);
      connection.drop();
      found(again instanceof Error ? again.message : 'unknown');
    }
  };

  let looking: Promise<void> | undefined;
  const check = async (): Promise<boolean> => {
    looking ??= lookOnce().finally(() => {
      looking = undefined;
    });
    await looking;
    return isReachable;
  };

  const watch = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const pause = (await check()) ? every : every / 2;
      await rest(pause, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
    }
  };
  const watching = watch();
  return {
    isReachable: () => isReachable,
    check,
    close: async () => {
      stopping.abort();
      connection.drop();
      await Promise.race([watching, rest(200)]);
    },
  };
}

const isSlow = (error: unknown): boolean => error instanceof Error && error.message.startsWith('no answer');

/** Closes a client's socket at once; its questions fail. */
export function destroySocket(client: unknown): void {
  const connection: unknown = typeof client === 'object' && client ? Reflect.get(client, 'connection') : undefined;
  const stream: unknown = typeof connection === 'object' && connection ? Reflect.get(connection, 'stream') : undefined;
  const destroy: unknown = typeof stream === 'object' && stream ? Reflect.get(stream, 'destroy') : undefined;
  if (typeof destroy === 'function') Reflect.apply(destroy, stream, []);
}
