import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { Secrets } from './secrets.ts';

const CONTEXT = Buffer.from('loam-backup-signature-2');
const KEY_BYTES = 32;
const SIGNATURE_BYTES = 64;
// Behind the archive: an empty gzip member whose extra field "LP" holds key and signature, so that gunzip reads the file.
const BEFORE = Buffer.from('1f8b08040000000000ff64004c506000', 'hex');
const AFTER = Buffer.from('03000000000000000000', 'hex');
const TRAILER_BYTES = BEFORE.length + KEY_BYTES + SIGNATURE_BYTES + AFTER.length;
// RFC 8410: what stands before the bare bytes of an Ed25519 key.
const PRIVATE_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');
const ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** What signs the backups of one instance. */
export interface BackupKey {
  /** Says which instance made a backup; worth noting down in another place. */
  fingerprint: string;
  /** The bytes that stand behind an archive with this digest. */
  trailerOf(digest: Buffer): Buffer;
}

/** What a backup says of who made it. */
export type Proof =
  | { kind: 'none' }
  | { kind: 'broken' }
  /** Untouched since whoever holds this key signed it. */
  | { kind: 'signed'; fingerprint: string; bodyBytes: number; digest: Buffer };

function fingerprintOf(bareKey: Buffer): string {
  const hash = createHash('sha256').update('loam-backup-key').update(bareKey).digest();
  const letters = Array.from(hash.subarray(0, 24), (byte) => ALPHABET[byte % ALPHABET.length]).join('');
  return letters.match(/.{4}/g)?.join('-') ?? letters;
}

const bareOf = (key: KeyObject): Buffer =>
  createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(PUBLIC_PREFIX.length);

const signedText = (bare: Buffer, digest: Buffer): Buffer => Buffer.concat([CONTEXT, bare, digest]);

function keyFrom(privateKey: KeyObject): BackupKey {
  const bare = bareOf(privateKey);
  return {
    fingerprint: fingerprintOf(bare),
    trailerOf: (digest) => Buffer.concat([BEFORE, bare, sign(null, signedText(bare, digest), privateKey), AFTER]),
  };
}

/** The key of this instance, derived from its secret. */
export function backupKeyFrom(secrets: Secrets): BackupKey {
  const seed = Buffer.from(secrets.derive('backup-key'), 'hex');
  return keyFrom(createPrivateKey({ key: Buffer.concat([PRIVATE_PREFIX, seed]), format: 'der', type: 'pkcs8' }));
}

/** A key that nobody keeps, where the instance secret is not at hand: the file then shows damage, but not who made it. */
export const passingBackupKey = (): BackupKey => keyFrom(generateKeyPairSync('ed25519').privateKey);

/** A fingerprint compares without case, blanks and dashes. */
export const plainFingerprint = (typed: string): string => typed.toUpperCase().replace(/[^A-Z0-9]/g, '');

async function digestOf(file: FileHandle, bytes: number): Promise<Buffer> {
  const hash = createHash('sha256');
  if (bytes === 0) return hash.digest();
  const stream = createReadStream('', { fd: file, autoClose: false, start: 0, end: bytes - 1 });
  for await (const chunk of stream) hash.update(chunk);
  return hash.digest();
}

/** Reads what a file says of itself, over every byte of it. */
export async function proofOf(file: FileHandle): Promise<Proof> {
  const { size } = await file.stat();
  const bodyBytes = size - TRAILER_BYTES;
  if (bodyBytes < 0) return { kind: 'none' };
  const trailer = Buffer.alloc(TRAILER_BYTES);
  await file.read(trailer, 0, TRAILER_BYTES, bodyBytes);
  const bare = trailer.subarray(BEFORE.length, BEFORE.length + KEY_BYTES);
  const signature = trailer.subarray(BEFORE.length + KEY_BYTES, -AFTER.length);
  if (!trailer.equals(Buffer.concat([BEFORE, bare, signature, AFTER]))) return { kind: 'none' };
  const digest = await digestOf(file, bodyBytes);
  const key = createPublicKey({ key: Buffer.concat([PUBLIC_PREFIX, bare]), format: 'der', type: 'spki' });
  if (!verify(null, signedText(bare, digest), key, signature)) return { kind: 'broken' };
  return { kind: 'signed', fingerprint: fingerprintOf(bare), bodyBytes, digest };
}

/** Signs a finished archive by writing its trailer. */
export async function signBackup(path: string, key: BackupKey): Promise<void> {
  const file = await open(path, 'r+');
  try {
    const { size } = await file.stat();
    await file.write(key.trailerOf(await digestOf(file, size)), 0, TRAILER_BYTES, size);
    await file.sync();
  } finally {
    await file.close();
  }
}
