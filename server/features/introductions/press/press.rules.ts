import { idsIn, signIds } from '#server/platform/link-token.ts';

/** What a link in a mail lets its receiver press without signing in. */
export interface Press {
  kind: 'met' | 'skip';
  workspaceId: string;
  personId: string;
  /** The introduction of 'met', the programme of 'skip'. */
  aboutId: string;
  /** The day that 'skip' speaks of, 'YYYY-MM-DD'. */
  on?: string;
}

/** The word in a link that says who may press what, signed. */
export function pressToken(secret: string, { kind, workspaceId, personId, aboutId, on }: Press): string {
  const note = kind === 'met' ? 'm' : `s${on ?? ''}`;
  return signIds(secret, [workspaceId, personId, aboutId], note);
}

/** What a link's word lets press; null where we did not write it. */
export function readPressToken(secret: string, token: string): Press | null {
  const read = idsIn(secret, token);
  const [workspaceId, personId, aboutId] = read?.ids ?? [];
  if (!read || !workspaceId || !personId || !aboutId) return null;
  const ids = { workspaceId, personId, aboutId };
  if (read.note === 'm') return { kind: 'met', ...ids };
  const on = read.note.slice(1);
  return read.note.startsWith('s') ? { kind: 'skip', ...ids, ...(on ? { on } : {}) } : null;
}
