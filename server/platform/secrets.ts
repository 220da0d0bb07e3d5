import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { sweepBeside } from './held-file.ts';

export interface Secrets {
  /** A secret for one purpose, derived from the instance secret; hex, 64 characters. */
  derive(purpose: string): string;
  /** Seals a small text for storage in the database (AES-256-GCM). */
  seal(text: string): string;
  open(sealed: string): string;
}

/** Secrets of this instance, all derived from one. */
export function secretsFrom(root: string): Secrets {
  const derive = (purpose: string) => createHmac('sha256', root).update(purpose).digest('hex');
  const key = Buffer.from(derive('seal'), 'hex');
  return {
    derive,
    seal(text) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64');
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
      decipher.setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
    },
  };
}

/** Reads the instance secret from its file, or makes it on the first start; the file appears whole or not at all. */
export async function instanceSecret(file: string): Promise<string> {
  await mkdir(dirname(file), { recursive: true });
  // A folder that cannot be tidied can still be read.
  await sweepBeside(file).catch(() => undefined);
  const known = await readSecret(file);
  if (known) return known;
  const part = `${file}.${process.pid}`;
  await writeFile(part, randomBytes(32).toString('hex'), { mode: 0o600, flush: true });
  // An earlier version could be killed between making the file and writing it.
  if (existsSync(file)) await rename(part, file);
  else await link(part, file).catch(() => undefined);
  await rm(part, { force: true });
  return (await readSecret(file)) ?? '';
}

async function readSecret(file: string): Promise<string | undefined> {
  const text = await readFile(file, 'utf8').catch((error: { code?: string }) => {
    if (error.code !== 'ENOENT') throw error;
    return '';
  });
  return text.trim() || undefined;
}
