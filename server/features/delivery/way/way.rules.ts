import type { MailSettings, StoredMail } from '#server/ports/mail-settings.ts';

/** For so long after a failure the server's own settings go first. */
export const REST = 5 * 60_000;

export type Uses = 'stored' | 'server' | 'folder';

export interface Trouble {
  kind: 'unreadable' | 'failing';
  what: string;
  at: Date | null;
}

export interface Way {
  /** Ways to try, the first first; a later one only where the one before took nothing at all. */
  ways: readonly { uses: Uses; settings: MailSettings | null }[];
  trouble: Trouble | null;
}

/** Which way mail takes: the stored settings, else the server's own, else a folder. */
export function wayOf(stored: StoredMail | null, server: MailSettings | null, now: Date): Way {
  const own = { uses: server ? 'server' : 'folder', settings: server } as const;
  if (!stored) return { ways: [own], trouble: null };
  if (stored.settings === 'unreadable') return { ways: [own], trouble: { kind: 'unreadable', what: '', at: null } };
  const theirs = { uses: 'stored', settings: stored.settings } as const;
  const trouble = stored.trouble && { kind: 'failing' as const, ...stored.trouble };
  if (!server) return { ways: [theirs], trouble };
  const rests = stored.trouble !== null && now.getTime() - stored.trouble.at.getTime() < REST;
  return { ways: rests ? [own, theirs] : [theirs, own], trouble };
}

/** Everything that makes settings these and no others, in one order. */
export const marked = ({ host, port, secure, user, password, from, ca }: MailSettings): string =>
  JSON.stringify([host.toLowerCase(), port, secure, user ?? null, password ?? null, from, ca?.trim() ?? null]);
