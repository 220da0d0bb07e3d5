import { workerData } from 'node:worker_threads';
import { createHouse } from './main.ts';
import { systemClock } from './platform/clock.ts';
import { openDatabase, urlAs } from './platform/database.ts';
import { watchDatabase } from './platform/database-watch.ts';
import { jsonLog } from './platform/log.ts';
import { rolePasswords } from './platform/roles.ts';
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
  // A directory of a hundred thousand takes its time.
  unhurried: true,
  onError: (error) => jsonLog.error('database.connection', { reason: error.message }),
});
const watch = watchDatabase({
  url: urlAs(ground.url, 'app_user', rolePasswords(secrets).app_user),
  onAway: db.dropConnections,
  onBack: () => undefined,
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
answerCalls({ preview, apply, undo }, async () => {
  await watch.close();
  await db.close();
});
