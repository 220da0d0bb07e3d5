import { workerData } from 'node:worker_threads';
import { createHouse } from './main.ts';
import { systemClock } from './platform/clock.ts';
import { openDatabase } from './platform/database.ts';
import { jsonLog } from './platform/log.ts';
import { rolePasswords } from './platform/migrate.ts';
import { secretsFrom } from './platform/secrets.ts';
import { answerCalls } from './platform/thread.ts';

/** What a house in a thread stands on. */
export interface ThreadGround {
  url: string;
  secret: string;
  clockShift: number;
  origin: string;
  sample: boolean;
}

// Written by processes.ts alone, from this very type.
const ground: ThreadGround = workerData;
const secrets = secretsFrom(ground.secret);
const db = openDatabase({
  url: ground.url,
  passwords: rolePasswords(secrets),
  size: 2,
  onError: (error) => jsonLog.error('database.connection', { reason: error.message }),
});
const house = createHouse({
  db,
  clock: systemClock(ground.clockShift),
  log: jsonLog,
  secrets,
  origin: ground.origin,
  sample: ground.sample,
});
const { preview, apply, undo } = house.doors.imports;
answerCalls({ preview, apply, undo }, db.close);
