import { workerData } from 'node:worker_threads';
import { createServices } from './main.ts';
import { systemClock } from './platform/clock.ts';
import { openDatabase, urlAs } from './platform/database.ts';
import { watchDatabase } from './platform/database-watch.ts';
import { jsonLog } from './platform/log.ts';
import { rolePasswords } from './platform/roles.ts';
import { secretsFrom } from './platform/secrets.ts';
import { answerCalls } from './platform/thread.ts';

/** What the services of a thread need. */
export interface ThreadSettings {
  url: string;
  secret: string;
  clockShift: number;
  origin: string;
  sample: boolean;
}

// Written by processes.ts alone, from this very type.
const settings: ThreadSettings = workerData;
const secrets = secretsFrom(settings.secret);
const db = openDatabase({
  url: settings.url,
  passwords: rolePasswords(secrets),
  size: 2,
  // A directory of a hundred thousand takes its time.
  unhurried: true,
  onError: (error) => jsonLog.error('database.connection', { reason: error.message }),
});
const watch = watchDatabase({
  url: urlAs(settings.url, 'app_user', rolePasswords(secrets).app_user),
  onAway: db.dropConnections,
  onBack: () => undefined,
});
const services = createServices({
  db,
  clock: systemClock(settings.clockShift),
  log: jsonLog,
  secrets,
  origin: settings.origin,
  sample: settings.sample,
});
const { preview, apply, undo } = services.doors.imports;
answerCalls({ preview, apply, undo }, async () => {
  await watch.close();
  await db.close();
});
