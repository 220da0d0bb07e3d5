import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { backupContents } from '#server/backups.ts';
import { checkProof, IN_USE, type Restored, restore as readBackup, type Trust } from '#server/platform/backup.ts';
import { backupKeyFrom, plainFingerprint, proofOf } from '#server/platform/backup-proof.ts';
import { isInUse } from '#server/platform/in-use.ts';
import type { Secrets } from '#server/platform/secrets.ts';
import {
  backupKeyIfThere,
  becomeOwnerOf,
  type Installation,
  installationOf,
  makeReady,
  openOwnDatabase,
} from './database.ts';
import { storedMailState } from './mail-settings.ts';
import { readOptions, type Typed } from './options.ts';
import { Problem } from './problem.ts';

const HELP = `Usage: npm run --silent loam -- restore <file> [--force] [--erasures file] [--proof fingerprint | --without-proof]

Brings a backup back. Stop the server first. Whoever was deleted since is deleted again, and mail waits until a steward lets it go.
A file that was changed or damaged since it was made is refused.

  --force              replace the organisation that is there already
  --erasures file      the list of deletions; erasures.jsonl in the data folder unless named
  --proof fingerprint  on another machine: the fingerprint that 'loam backup' told
  --without-proof      take a file of which nobody here can say who made it`;

/** `loam restore`: a backup comes back, deletions are replayed, mail is held. */
export async function restore(args: string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
  const typed = readOptions(args, ['erasures', 'proof'], ['force', 'without-proof', 'help', 'h']);
  if (typed.flags.has('help') || typed.flags.has('h')) {
    console.log(HELP);
    return 0;
  }
  const [path, ...more] = typed.words;
  if (path === undefined || more.length > 0) throw new Problem('name one file: loam restore <file>');
  if (!existsSync(path)) throw new Problem(`there is no file ${path}.`);
  const installation = installationOf(env);
  // Opened before root is given up: the file may be root's alone.
  const file = await open(path, 'r');
  try {
    becomeOwnerOf(installation.dataDir);
    const own = await backupKeyIfThere(installation);
    const trust = trustOf(typed, own?.fingerprint ?? '');
    // Before anything is made in the data folder.
    await proofOf(file)
      .then((proof) => checkProof(proof, trust))
      .catch(problemOf);
    const erasures = resolve(typed.values.get('erasures') ?? join(installation.dataDir, 'erasures.jsonl'));
    const database = await openOwnDatabase(installation, true);
    try {
      if (await isInUse(database.url)) throw new Problem(IN_USE);
      const secrets = await makeReady(installation, database.url);
      const contents = backupContents;
      const options = { url: database.url, file, force: typed.flags.has('force'), erasures, trust, contents };
      const restored = await readBackup(options).catch(problemOf);
      console.log(`${restored.rows} rows are back; ${restored.erased} deleted again.`);
      const stored = await storedMailState(database.url, secrets);
      for (const line of lostOn(installation, secrets, { ...restored, stored })) console.log(line);
      return 0;
    } finally {
      await database.close();
    }
  } finally {
    await file.close();
  }
}

function trustOf(typed: Typed, own: string): Trust {
  const [noted, withoutProof] = [typed.values.get('proof'), typed.flags.has('without-proof')];
  if (noted !== undefined && withoutProof) throw new Problem('give --proof or --without-proof, not both.');
  return { own, noted, withoutProof };
}

/** What does not come back with a backup, in sentences. */
function lostOn(
  { config, dataDir }: Installation,
  secrets: Secrets,
  { isProved, madeBy, stored }: Restored & { stored: 'none' | 'opens' | 'unreadable' },
): string[] {
  const isSameInstance =
    madeBy !== null && plainFingerprint(madeBy) === plainFingerprint(backupKeyFrom(secrets).fingerprint);
  const lines = ['Mail waits until a steward lets it go. Everybody signs in again.'];
  if (!isProved) lines.push('Nobody can prove that this file was not changed: --without-proof was given.');
  if (isSameInstance) return lines;
  lines.push(
    'It came from an instance with another secret, or from before backups were signed. So some things may be lost:',
  );
  if (stored === 'unreadable') {
    const way = config.SMTP_HOST ? `the SMTP server of the environment (${config.SMTP_HOST})` : join(dataDir, 'outbox');
    lines.push(
      `- The stored password of the mail server cannot be opened here. Mail goes to ${way} until a steward enters it again, or you run: loam forget-mail`,
    );
  }
  lines.push(
    '- Links in mails sent before no longer work.',
    '- Passkeys work only if people open Loam at the same address as before; else a code by mail lets them in.',
  );
  if (!config.LOAM_SECRET)
    lines.push(`This machine's secret is ${join(dataDir, 'secret')}: keep a copy in another place.`);
  return lines;
}

function problemOf(error: unknown): never {
  throw error instanceof Error ? new Problem(error.message) : error;
}
