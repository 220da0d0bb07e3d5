import { createServices } from '../../server/main.ts';
import { systemClock } from '../../server/platform/clock.ts';
import { openDatabase } from '../../server/platform/database.ts';
import { silentLog } from '../../server/platform/log.ts';
import { migrate } from '../../server/platform/migrate.ts';
import { backUp, bringBack } from './backups.ts';
import { testPasswords, testSecrets } from './world.ts';

/** What a process of its own does, so that it can be killed in the middle. */
export interface Verb {
  verb: 'migrate' | 'backup' | 'restore' | 'apply' | 'undo';
  url: string;
  file?: string;
  erasures?: string;
  workspaceId?: string;
  personId?: string;
  importId?: string;
}

async function run(given: Verb): Promise<void> {
  const { url, file = '', erasures = '' } = given;
  if (given.verb === 'migrate') await migrate(url, testPasswords);
  else if (given.verb === 'backup') await backUp(url, file);
  else if (given.verb === 'restore') await bringBack({ url, file, erasures });
  else await carryOut(given);
}

async function carryOut({ verb, url, workspaceId = '', personId = '', importId = '' }: Verb): Promise<void> {
  const db = openDatabase({ url, passwords: testPasswords, size: 2, onError: () => undefined });
  const { imports } = createServices({
    db,
    clock: systemClock(0),
    log: silentLog,
    secrets: testSecrets,
    origin: 'http://localhost:4020',
    sample: false,
  }).doors;
  const who = { workspaceId, personId, status: 'active', roles: ['steward'], sessionId: null } as const;
  const steward = { ...who, roles: [...who.roles] };
  if (verb === 'apply') await imports.apply(steward, importId);
  else await imports.undo(steward, importId);
  await db.close();
}

const given: Verb = JSON.parse(process.argv[2] ?? '{}');
process.stdout.write('begins\n');
await run(given);
process.stdout.write('done\n');
