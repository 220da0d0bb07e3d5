import { asMaintenance } from '#server/platform/backup.ts';
import { systemClock } from '#server/platform/clock.ts';
import { mailCode as codeOf } from '#server/platform/console-code.ts';
import type { Secrets } from '#server/platform/secrets.ts';
import { becomeOwnerOf, installationOf, openOwnDatabase, secretsIfThere } from './database.ts';
import { forgetSettings, type Place, selectSealed, selectWaiting } from './mail-settings.queries.ts';
import { readOptions } from './options.ts';
import { Problem } from './problem.ts';

const CODE_HELP = `Usage: npm run --silent loam -- mail-code

Shows which change of the mail settings waits for a second person, and a code that confirms it in its place.
The code works once, for fifteen minutes at least, and for this change alone.`;

const FORGET_HELP = `Usage: npm run --silent loam -- forget-mail

Forgets the mail settings that were stored in the app, and any proposed change of them.
Mail then leaves by SMTP_* of the environment, or into outbox/ below the data folder. Stewards are told.`;

const placeWords = (place: Place | null): string =>
  place
    ? `${place.host}:${place.port}, as ${place.user ?? 'nobody'}, from ${place.from}`
    : 'the settings of the server itself';

/** Reads the only words that these two commands take; true where help was asked for. */
function isHelp(args: string[], help: string): boolean {
  const typed = readOptions(args, [], ['help', 'h']);
  if (typed.words.length > 0) throw new Problem(`do not know what to do with "${typed.words[0]}".`);
  if (typed.flags.size > 0) console.log(help);
  return typed.flags.size > 0;
}

/** `loam mail-code`: whoever holds the machine stands in for the second steward. */
export async function mailCode(args: string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
  if (isHelp(args, CODE_HELP)) return 0;
  const installation = installationOf(env);
  becomeOwnerOf(installation.dataDir);
  const secrets = await secretsIfThere(installation);
  if (!secrets) throw new Problem('the secret of this instance is not here. Run this on the machine that has it.');
  const now = systemClock(installation.config.LOAM_CLOCK_SHIFT).now();
  const database = await openOwnDatabase(installation, false);
  try {
    const waiting = await asMaintenance(database.url, 'read only', (client) => selectWaiting(client, now));
    if (waiting.length === 0) console.log('No change of the mail settings waits.');
    for (const each of waiting) {
      console.log(`${each.name} (${each.organisation}) wants mail to leave another way.`);
      console.log(`  now:      ${placeWords(each.before)}`);
      console.log(`  proposed: ${placeWords(each.settings)}`);
      console.log(`If that is right, give them this code: ${codeOf(secrets, each.proposal_id, now)}`);
    }
    return 0;
  } finally {
    await database.close();
  }
}

/** `loam forget-mail`: mail leaves by the environment again, whatever was stored. */
export async function forgetMail(args: string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
  if (isHelp(args, FORGET_HELP)) return 0;
  const installation = installationOf(env);
  becomeOwnerOf(installation.dataDir);
  const database = await openOwnDatabase(installation, false);
  try {
    const now = systemClock(installation.config.LOAM_CLOCK_SHIFT).now();
    const forgotten = await asMaintenance(database.url, '', (client) => forgetSettings(client, now));
    const way = installation.config.SMTP_HOST ?? 'outbox/ below the data folder';
    console.log(
      forgotten === 0 ? 'No mail settings were stored.' : `Forgotten. Mail goes to ${way} now; stewards are told.`,
    );
    return 0;
  } finally {
    await database.close();
  }
}

/** Whether mail settings are stored, and whether this instance's secret opens their password. */
export async function storedMailState(url: string, secrets: Secrets): Promise<'none' | 'opens' | 'unreadable'> {
  const sealed = await asMaintenance(url, 'read only', selectSealed);
  if (sealed.length === 0) return 'none';
  try {
    for (const password of sealed) if (password) secrets.open(password);
    return 'opens';
  } catch {
    return 'unreadable';
  }
}
