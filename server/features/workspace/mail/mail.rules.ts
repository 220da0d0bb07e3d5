import { z } from 'zod';
import type { MailSettings } from '#server/ports/mail-settings.ts';

const DAY = 86_400_000;
/** A proposal nobody confirmed is gone after this. */
export const LAPSES_AFTER = 3 * DAY;
/** With so many wrong codes a proposal takes no more. */
export const MOST_FAILURES = 5;

/** Settings as they are stored, the password sealed. */
export const storedSettings = z.object({
  host: z.string(),
  port: z.number(),
  secure: z.boolean(),
  user: z.string().optional(),
  sealedPassword: z.string().optional(),
  from: z.string(),
  ca: z.string().optional(),
});
export type StoredSettings = z.infer<typeof storedSettings>;

export const storedTrouble = z.object({ what: z.string(), at: z.coerce.date() });

/** Where a password goes: it is only ever sent to the place for which it was entered. */
const placeOf = ({ host, port, secure, user, ca }: StoredSettings): string =>
  JSON.stringify([host.toLowerCase(), port, secure, user ?? null, ca?.trim() ?? null]);

/** What would be stored: a new password, or the stored one where host, port, encryption, authority and name stay the same. */
export function settingsAfter(
  before: StoredSettings | null,
  { password, ...settings }: MailSettings,
  seal: (password: string) => string,
): StoredSettings {
  const after: StoredSettings = { ...settings };
  if (after.user === undefined) return after;
  if (password) return { ...after, sealedPassword: seal(password) };
  const keeps = before?.sealedPassword !== undefined && placeOf(before) === placeOf(after);
  return keeps ? { ...after, sealedPassword: before.sealedPassword } : after;
}

export const isSameSettings = (a: StoredSettings | null, b: StoredSettings | null): boolean =>
  a === b ||
  (a !== null && b !== null && placeOf(a) === placeOf(b) && a.from === b.from && a.sealedPassword === b.sealedPassword);

export interface MailProposal {
  id: string;
  by: string;
  at: Date;
}

/** Whether a proposal still stands: not lapsed, and its proposer still a steward. */
export const stands = (proposal: MailProposal, stewards: readonly { personId: string }[], now: Date): boolean =>
  now.getTime() - proposal.at.getTime() < LAPSES_AFTER && stewards.some(({ personId }) => personId === proposal.by);
