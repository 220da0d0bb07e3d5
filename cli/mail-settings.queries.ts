import { randomUUID } from 'node:crypto';
import type { MaintenanceClient } from '#server/platform/backup.ts';

export interface Place {
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

/** Changes of the mail settings that still wait, of all organisations. */
export async function selectWaiting(client: MaintenanceClient, now: Date): Promise<Waiting[]> {
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

/** Forgets stored and proposed mail settings and tells whom they concern; how many organisations had any. */
export async function forgetSettings(client: MaintenanceClient, now: Date): Promise<number> {
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

/** The sealed passwords of stored mail settings, null for those without. */
export async function selectSealed(client: MaintenanceClient): Promise<(string | null)[]> {
  await client.query('set local role app_maintenance');
  const { rows } = await client.query<{ sealed: string | null }>(
    "select mail ->> 'sealedPassword' as sealed from workspace where mail is not null",
  );
  return rows.map(({ sealed }) => sealed);
}
