import { timingSafeEqual } from 'node:crypto';
import type { Secrets } from './secrets.ts';

// Without letters and digits that look alike.
export const ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

export const CONSOLE_CODE_LENGTH = 12;

/** A code of three groups of four that people read at the server's console and type, from a derived secret in hex: too long to guess. */
export function consoleCode(hex: string): string {
  const letters = Array.from(
    { length: CONSOLE_CODE_LENGTH },
    (_, index) => ALPHABET[Number.parseInt(hex.slice(index * 4, index * 4 + 4), 16) % ALPHABET.length],
  );
  return [0, 4, 8].map((start) => letters.slice(start, start + 4).join('')).join('-');
}

/** A typed code compares without case, blanks and dashes. */
export const plainCode = (typed: string): string => typed.toUpperCase().replace(/[^A-Z0-9]/g, '');

/** Whether a typed code is the wanted one; takes as long for any. */
export function isSameCode(typed: string, wanted: string): boolean {
  const [given, right] = [Buffer.from(plainCode(typed)), Buffer.from(plainCode(wanted))];
  return given.length === right.length && timingSafeEqual(given, right);
}

const SPAN = 15 * 60_000;

/** The code that confirms one proposal of mail settings; another every quarter of an hour. */
export const mailCode = (secrets: Secrets, proposalId: string, now: Date, spansAgo = 0): string =>
  consoleCode(secrets.derive(`mail-code:${proposalId}:${Math.floor(now.getTime() / SPAN) - spansAgo}`));

/** Whether a code confirms a proposal: it works for at least fifteen minutes and less than thirty. */
export const isMailCode = (secrets: Secrets, proposalId: string, typed: string, now: Date): boolean =>
  [0, 1].some((spansAgo) => isSameCode(typed, mailCode(secrets, proposalId, now, spansAgo)));
