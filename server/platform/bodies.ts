import type { IncomingMessage } from 'node:http';
import { errorOf } from './errors.ts';

const MIB = 1024 * 1024;
const SMALL_TIME = 15_000;
// A modem's pace; slower than that nobody uploads a directory.
const PACE = 16 * 1024;
const PACE_FROM = 10_000;
const LOOK_EVERY = 1000;
const UNWANTED = { bytes: 40 * MIB, time: 10_000 };

/** Bytes of requests that are arriving or waiting for their answer. */
interface Pool {
  readonly isSmall: boolean;
  readonly most: number;
  held: number;
  /** Ends each body that is still arriving, the oldest first. */
  readonly arriving: Set<() => void>;
}

export interface Taken {
  bytes: Buffer;
  /** Called once the answer has left: what was parsed of them is no smaller. */
  release(): void;
}

export interface Intake {
  /** Takes a body in as it streams; whoever passes the limit, dawdles or crowds is refused. */
  receive(request: IncomingMessage, limit: number): Promise<Taken>;
  /** One large request at a time is worked on; the others wait with their bytes. */
  enter(): Promise<() => void>;
}

export interface IntakeOptions {
  /** A body of at most so many bytes is a small one. */
  small: number;
  /** Most bytes held of small bodies, and of large ones. */
  most?: { small: number; large: number };
}

/** Holds back what all requests together may keep in memory. */
export function createIntake({ small, most }: IntakeOptions): Intake {
  const poolOf = (isSmall: boolean, bytes: number): Pool => ({ isSmall, most: bytes, held: 0, arriving: new Set() });
  const [smalls, larges] = [poolOf(true, most?.small ?? 64 * MIB), poolOf(false, most?.large ?? 144 * MIB)];
  let last: Promise<void> = Promise.resolve();
  return {
    receive: (request, limit) => receive(request, limit, limit > small ? larges : smalls),
    enter: async () => {
      const before = last;
      const turn = Promise.withResolvers<void>();
      last = turn.promise;
      await before;
      return turn.resolve;
    },
  };
}

/** Whether a body has come too slowly so far. */
export function isTooSlow(bytes: number, milliseconds: number, isSmall: boolean): boolean {
  if (isSmall) return milliseconds > SMALL_TIME;
  return milliseconds > PACE_FROM && bytes < ((milliseconds - PACE_FROM) / 1000) * PACE;
}

function receive(request: IncomingMessage, limit: number, pool: Pool): Promise<Taken> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return Promise.reject(errorOf('too-large'));
  if (pool.held >= pool.most && pool.arriving.size === 0) return Promise.reject(errorOf('too-many-requests'));
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const started = performance.now();
    let size = 0;
    const release = () => {
      pool.held -= size;
      size = 0;
    };
    const settle = () => {
      clearInterval(timer);
      pool.arriving.delete(drop);
      request.off('data', take).off('end', end).off('close', cut).off('error', cut);
    };
    const refuse = (code: 'too-large' | 'too-many-requests' | 'bad-request') => {
      settle();
      request.pause();
      chunks.length = 0;
      release();
      reject(errorOf(code));
    };
    const drop = () => refuse('too-many-requests');
    const cut = () => refuse('bad-request');
    const take = (chunk: Buffer) => {
      size += chunk.length;
      pool.held += chunk.length;
      if (size > limit) return refuse('too-large');
      chunks.push(chunk);
      makeRoom(pool);
    };
    const end = () => {
      settle();
      resolve({ bytes: Buffer.concat(chunks), release });
      chunks.length = 0;
    };
    const timer = setInterval(() => {
      if (isTooSlow(size, performance.now() - started, pool.isSmall)) cut();
    }, LOOK_EVERY);
    pool.arriving.add(drop);
    request.on('data', take).on('end', end).on('close', cut).on('error', cut);
  });
}

/**
 * Lets the rest of a refused body run off for a while before its connection ends: a socket that is closed on unread
 * bytes is reset, and the answer is lost with it.
 */
export function discard(request: IncomingMessage): void {
  const { socket } = request;
  const [started, before] = [performance.now(), socket.bytesRead];
  const timer = setInterval(() => {
    const isTooMuch = socket.bytesRead - before > UNWANTED.bytes || performance.now() - started > UNWANTED.time;
    if (isTooMuch) request.destroy();
  }, LOOK_EVERY);
  request.once('close', () => clearInterval(timer));
  socket.once('close', () => clearInterval(timer));
  request.resume();
}

/** Whoever has been sending for longest gives way: an honest request arrives at once. */
function makeRoom(pool: Pool): void {
  for (const drop of pool.arriving) {
    if (pool.held <= pool.most) return;
    drop();
  }
}
