import { parentPort, Worker } from 'node:worker_threads';
import { ORPCError } from '@orpc/server';
import { type ErrorCode, errorStatus } from '#contract/errors.ts';
import { isDatabaseAway } from './connections.ts';
import { errorOf } from './errors.ts';

// Long enough for somebody who looks at a preview and then applies it.
const RESTS_AFTER = 120_000;
// The largest directory takes minutes; what takes longer never ends.
const LONGEST_CALL = 900_000;
const ENDS_WITHIN = 5_000;

interface Call {
  id: number;
  verb: string;
  given: unknown[];
}

interface Trouble {
  code: ErrorCode | null;
  data: Record<string, string | number> | undefined;
  message: string;
}

type Answer = { id: number; result: unknown } | { id: number; trouble: Trouble };

interface Waiting {
  done(result: unknown): void;
  failed(error: Error): void;
}

const CLOSED: Trouble = { code: null, data: undefined, message: 'The thread was closed.' };

export interface Thread<Verbs> {
  verbs: Verbs;
  close(): Promise<void>;
}

/** Verbs that run in a thread of their own, so that long thinking holds up nobody else's request. It starts with the first call and ends after a rest. */
export function openThread<Verbs extends object>(
  entry: URL,
  names: readonly (keyof Verbs & string)[],
  data: unknown,
): Thread<Verbs> {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let resting: NodeJS.Timeout | undefined;
  let last = 0;

  const start = (): Worker => {
    const started = new Worker(entry, { workerData: data });
    started.on('message', (answer: Answer) => {
      settle(waiting.get(answer.id), answer);
      waiting.delete(answer.id);
      if (waiting.size === 0) rest();
    });
    const lost = (error: Error) => {
      if (worker !== started) return;
      worker = undefined;
      for (const { failed } of waiting.values()) failed(error);
      waiting.clear();
    };
    started.on('error', lost);
    started.on('exit', () => lost(new Error('The thread ended early.')));
    started.unref();
    return started;
  };

  const close = async (): Promise<void> => {
    clearTimeout(resting);
    const ending = worker;
    if (!ending) return;
    worker = undefined;
    const asked = [...waiting];
    await end(ending);
    for (const [id, who] of asked) if (waiting.delete(id)) settle(who, { id, trouble: CLOSED });
  };

  const rest = (): void => {
    resting = setTimeout(() => void close(), RESTS_AFTER);
    resting.unref();
  };

  const call = (verb: string, given: unknown[]): Promise<unknown> => {
    clearTimeout(resting);
    worker ??= start();
    const asked = worker;
    const late = setTimeout(() => void asked.terminate(), LONGEST_CALL).unref();
    last += 1;
    const id = last;
    const answered = new Promise((done, failed) => waiting.set(id, { done, failed }));
    asked.postMessage({ id, verb, given } satisfies Call);
    return answered.finally(() => clearTimeout(late));
  };

  const verbs = Object.fromEntries(names.map((name) => [name, (...given: unknown[]) => call(name, given)]));
  // The thread answers with these very verbs; their arguments and results are values.
  return { verbs: verbs as Verbs, close };
}

async function end(worker: Worker): Promise<void> {
  const ended = new Promise<void>((done) => worker.once('exit', () => done()));
  worker.postMessage('close');
  // One that thinks without end reads no message.
  const late = setTimeout(() => void worker.terminate(), ENDS_WITHIN);
  await ended;
  clearTimeout(late);
}

function settle(who: Waiting | undefined, answer: Answer): void {
  if ('result' in answer) {
    who?.done(answer.result);
  } else {
    const { code, data, message } = answer.trouble;
    who?.failed(code ? errorOf(code, data) : new Error(message));
  }
}

const isCode = (code: string): code is ErrorCode => code in errorStatus;

function troubleOf(error: unknown): Trouble {
  const message = error instanceof Error ? error.message : 'Something went wrong in a thread.';
  if (isDatabaseAway(error)) return { code: 'database-unreachable', data: undefined, message };
  if (!(error instanceof ORPCError) || !isCode(error.code)) return { code: null, data: undefined, message };
  return { code: error.code, data: error.data ? Object.fromEntries(Object.entries(error.data)) : undefined, message };
}

/** Answers the calls to this thread until it is asked to close. */
export function answerCalls(
  verbs: Record<string, (...given: never[]) => Promise<unknown>>,
  close: () => Promise<void>,
): void {
  const port = parentPort;
  if (!port) throw new Error('This file runs in a thread only.');
  port.on('message', async (call: Call | 'close') => {
    if (call === 'close') {
      await close();
      return port.close();
    }
    const { id, verb, given } = call;
    try {
      const work = verbs[verb];
      const result: unknown = work && (await Reflect.apply(work, undefined, given));
      port.postMessage({ id, result } satisfies Answer);
    } catch (error) {
      port.postMessage({ id, trouble: troubleOf(error) } satisfies Answer);
    }
  });
}
