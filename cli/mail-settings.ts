import { randomUUID } from 'node:crypto';
import { asMaintenance, type MaintenanceClient } from '#server/platform/backup.ts';
import { systemClock } from '#server/platform/clock.ts';
import { mailCode as codeOf } from '#server/platform/console-code.ts';
import type { Secrets } from '#server/platform/secrets.ts';
import { becomeOwnerOf, installationOf, openOwnDatabase, secretsIfThere } from './database.ts';
import { readOptions } from './options.ts';
import { Problem } from './problem.ts';

const CODE_HELP = `Usage: npm run --silent loam -- mail-code

Shows which change of the mail settings waits for a second person, and a code that confirms it in its place.
The code works once, for fifteen minutes at least, and for this change alone.`;

const FORGET_HELP = `Usage: npm run --silent loam -- forget-mail

Forgets the mail settings that were stored in the app, and any proposed change of them.
Mail then leaves by SMTP_* of the environment, or into outbox/ below the data folder. Stewards are told.`;

interface Place {
  host?: string;
  port?: number;
  user?: string;
  from?: string;
}

interface Waiting {
  proposal_id: string;
  organisation: string;
  name: string;
  proposed_at: Date;
  before: Place | null;
  settings: Place | null;
}

const placeWords = (place: Place | null): string =>
  place
    ? `${place.host}:${place.port}, as ${place.user ?? 'nobody'}, from ${place.from}`
    : 'the settings of the server itself';

/** Reads the only words that these two commands take; true where help was asked for. */
function isHelp(args: string[], help: string): boolean {
  const typed = readOptions(args, [], ['help', 'h']);
  if (typed.words.length > 0) throw new Problem(`do not know what to do with "${typed.words[0]}".`);
  if (typed.flags.size > 0) console.log(help);
  return typed.flags.size > 0;
}

/** `loam mail-code`: whoever holds the machine stands in for the second steward. */
export async function mailCode(args: string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
  if (isHelp(args, CODE_HELP)) return 0;
  const installation = installationOf(env);
  becomeOwnerOf(installation.dataDir);
  const secrets = await secretsIfThere(installation);
  if (!secrets) throw new Problem('the secret of this instance is not here. Run this on the machine that has it.');
  const now = systemClock(installation.config.LOAM_CLOCK_SHIFT).now();
  const database = await openOwnDatabase(installation, false);
  try {
    const waiting = await asMaintenance(database.url, 'read only', (client) => selectWaiting(client, now));
    if (waiting.length === 0) console.log('No change of the mail settings waits.');
    for (const each of waiting) {
      console.log(`${each.name} (${each.organisation}) wants mail to leave another way.`);
      console.log(`  now:      ${placeWords(each.before)}`);
      console.log(`  proposed: ${placeWords(each.settings)}`);
      console.log(`If that is right, give them this code: ${codeOf(secrets, each.proposal_id, now)}`);
    }
    return 0;
  } finally {
    await database.close();
  }
}

async function selectWaiting(client: MaintenanceClient, now: Date): Promise<Waiting[]> {
  await client.query('set local role app_maintenance');
  const { rows } = await client.query<Waiting>(
    `select m.proposal_id, w.name as organisation, p.name, m.proposed_at, w.mail as before, m.settings
     from mail_proposal m join workspace w on w.workspace_id = m.workspace_id
       join person p on p.workspace_id = m.workspace_id and p.person_id = m.proposed_by
     where m.proposed_at > $1::timestamptz - interval '3 days'`,
    [now],
  );
  return rows;
}

/** `loam forget-mail`: mail leaves by the environment again, whatever was stored. */
export async function forgetMail(args: string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
  if (isHelp(args, FORGET_HELP)) return 0;
  const installation = installationOf(env);
  becomeOwnerOf(installation.dataDir);
  const database = await openOwnDatabase(installation, false);
  try {
    const now = systemClock(installation.config.LOAM_CLOCK_SHIFT).now();
    const forgotten = await asMaintenance(database.url, '', (client) => forget(client, now));
    const way = installation.config.SMTP_HOST ?? 'outbox/ below the data folder';
    console.log(
      forgotten === 0 ? 'No mail settings were stored.' : `Forgotten. Mail goes to ${way} now; stewards are told.`,
    );
    return 0;
  } finally {
    await database.close();
  }
}

async function forget(client: MaintenanceClient, now: Date): Promise<number> {
  await client.query('set local role app_maintenance');
  const proposals = await client.query<{ workspace_id: string }>('delete from mail_proposal returning workspace_id');
  const stored = await client.query<{ workspace_id: string; host: string | null }>(
    `with before as (select workspace_id, mail ->> 'host' as host from workspace where mail is not null for update)
     update workspace w set mail = null, mail_trouble = null from before b where b.workspace_id = w.workspace_id
     returning w.workspace_id, b.host`,
  );
  const hosts = new Map(stored.rows.map((row) => [row.workspace_id, row.host ?? '–']));
  const all = new Set([...proposals.rows.map((row) => row.workspace_id), ...hosts.keys()]);
  for (const id of all) {
    const before = hosts.get(id) ?? '–';
    await client.query(
      `insert into log_entry (workspace_id, log_entry_id, at, actor_id, action, about)
       values ($1, $2, $3, null, 'workspace.forget-mail', $4)`,
      [id, randomUUID(), now, JSON.stringify({ before, after: '–' })],
    );
    await tellTrusted(client, id, now);
  }
  return all.size;
}

const NEWS = {
  en: {
    subject: 'Mail leaves another way now',
    lines: [
      'Somebody at the console of the server had Loam forget its stored mail settings. Mail leaves by the settings of the server itself now.',
      'If this surprises you, talk to whoever runs the server.',
    ],
  },
  de: {
    subject: 'Die Mail geht jetzt anders hinaus',
    lines: [
      'An der Konsole des Servers hat jemand Loam die gespeicherten Maileinstellungen vergessen lassen. Mail geht jetzt mit den Einstellungen des Servers selbst hinaus.',
      'Wenn dich das überrascht, sprich mit den Menschen, die den Server betreiben.',
    ],
  },
};

async function tellTrusted(client: MaintenanceClient, workspaceId: string, now: Date): Promise<void> {
  const { rows } = await client.query<{ person_id: string; language: 'en' | 'de' }>(
    `select distinct p.person_id, coalesce(p.language, w.language) as language from role_grant g
       join person p on p.workspace_id = g.workspace_id and p.person_id = g.person_id and p.status in ('active', 'away')
       join workspace w on w.workspace_id = g.workspace_id
     where g.workspace_id = $1 and (g.role = 'steward' or g.confirmed_by is not null)`,
    [workspaceId],
  );
  for (const { person_id, language } of rows) {
    await client.query(
      `insert into outbox (workspace_id, outbox_id, key, person_id, kind, message, not_before, created_at)
       values ($1, $2, $3, $4, 'mail-settings', $5, $6, $6)`,
      [workspaceId, randomUUID(), `mail-forgotten:${randomUUID()}`, person_id, JSON.stringify(NEWS[language]), now],
    );
  }
}

/** Whether mail settings are stored, and whether this instance's secret opens their password. */
export async function storedMailState(url: string, secrets: Secrets): Promise<'none' | 'opens' | 'unreadable'> {
  const rows = await asMaintenance(url, 'read only', async (client) => {
    await client.query('set local role app_maintenance');
    return (
      await client.query<{ sealed: string | null }>(
        "select mail ->> 'sealedPassword' as sealed from workspace where mail is not null",
      )
    ).rows;
  });
  if (rows.length === 0) return 'none';
  try {
    for (const { sealed } of rows) if (sealed) secrets.open(sealed);
    return 'opens';
  } catch {
    return 'unreadable';
  }
}
