import { createHmac, timingSafeEqual } from 'node:crypto';

const ID_BYTES = 16;
const SIGNATURE_BYTES = 16;
// One byte says how many ids follow.
const MOST_IDS = 8;

const bytesOf = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex');
const idOf = (bytes: Buffer): string =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
const signatureOf = (secret: string, body: Buffer) =>
  createHmac('sha256', secret).update(body).digest().subarray(0, SIGNATURE_BYTES);

/** A word for a link: ids and a short note, signed, so that whoever holds it can neither change nor guess one. */
export function signIds(secret: string, ids: readonly string[], note = ''): string {
  const body = Buffer.concat([Buffer.from([ids.length]), ...ids.map(bytesOf), Buffer.from(note, 'utf8')]);
  return Buffer.concat([signatureOf(secret, body), body]).toString('base64url');
}

/** The ids and the note of a link's word; null where it was not signed with this secret. */
export function idsIn(secret: string, token: string): { ids: string[]; note: string } | null {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length <= SIGNATURE_BYTES || bytes.toString('base64url') !== token) return null;
  const body = bytes.subarray(SIGNATURE_BYTES);
  if (!timingSafeEqual(signatureOf(secret, body), bytes.subarray(0, SIGNATURE_BYTES))) return null;
  const count = body[0] ?? 0;
  if (count > MOST_IDS || body.length < 1 + count * ID_BYTES) return null;
  const at = (place: number) => 1 + place * ID_BYTES;
  const ids = Array.from({ length: count }, (_, place) => idOf(body.subarray(at(place), at(place + 1))));
  return { ids, note: body.subarray(at(count)).toString('utf8') };
}
