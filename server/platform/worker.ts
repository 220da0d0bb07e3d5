import { parentPort, Worker, workerData } from 'node:worker_threads';

interface Job {
  /** The module, as code names it ('#room/…'), and the name of the function in it. */
  module: string;
  call: string;
  input: object;
}

export interface Watching {
  onProgress?: ((done: number) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * Runs a pure function of a module off the main thread. It gets its input with `onProgress` added; what it returns
 * comes back as a copy. An abort ends the thread at once.
 */
export function runInWorker<Out>(job: Job, watching: Watching = {}): Promise<Out> {
  return new Promise((done, failed) => {
    watching.signal?.throwIfAborted();
    const worker = new Worker(new URL(import.meta.url), { workerData: { job } });
    const stop = () => {
      failed(watching.signal?.reason);
      void worker.terminate();
    };
    watching.signal?.addEventListener('abort', stop, { once: true });
    worker.on('message', (message: { done?: number; result?: Out }) => {
      if (message.done !== undefined) watching.onProgress?.(message.done);
      else done(message.result as Out);
    });
    worker.once('error', failed);
    worker.once('exit', () => {
      watching.signal?.removeEventListener('abort', stop);
      failed(new Error('The worker ended without an answer.'));
    });
  });
}

// The thread's side; other threads that load this module have no job.
const given: unknown = workerData;
if (parentPort && typeof given === 'object' && given !== null && 'job' in given) {
  const port = parentPort;
  const { module, call, input } = given.job as Job;
  const functions: Record<string, (input: object) => unknown> = await import(module);
  const onProgress = (done: number) => port.postMessage({ done });
  port.postMessage({ result: await functions[call]?.({ ...input, onProgress }) });
}
