import { idsIn, signIds } from '#server/platform/link-token.ts';

const NOTES = { met: 'm', skip: 's', 'never-invite': 'n' } as const;
const KINDS = { m: 'met', s: 'skip', n: 'never-invite' } as const;
const isNote = (note: string): note is keyof typeof KINDS => note in KINDS;

/** What a link in a mail lets its receiver press without signing in. */
export interface Press {
  kind: keyof typeof NOTES;
  workspaceId: string;
  personId: string;
  /** The introduction of 'met', else the programme. */
  aboutId: string;
  /** When the link was written; what was chosen later is stronger. */
  at: Date;
}

/** The word in a link that says who may press what, signed. */
export const pressToken = (secret: string, { kind, workspaceId, personId, aboutId, at }: Press): string =>
  signIds(secret, [workspaceId, personId, aboutId], `${NOTES[kind]}${at.getTime().toString(36)}`);

/** What a link's word lets press; null where we did not write it. */
export function readPressToken(secret: string, token: string): Press | null {
  const read = idsIn(secret, token);
  const [workspaceId, personId, aboutId] = read?.ids ?? [];
  const note = read?.note.slice(0, 1) ?? '';
  if (!read || !isNote(note) || !workspaceId || !personId || !aboutId) return null;
  // Links of before have no instant: anything chosen is stronger.
  const at = new Date(Number.parseInt(read.note.slice(1) || '0', 36));
  return Number.isNaN(at.getTime()) ? null : { kind: KINDS[note], workspaceId, personId, aboutId, at };
}
