import { groupedCode } from '#contract/sign-in-code.ts';
import { createServices } from '#server/main.ts';
import { systemClock } from '#server/platform/clock.ts';
import { openDatabase } from '#server/platform/database.ts';
import { silentLog } from '#server/platform/log.ts';
import { rolePasswords } from '#server/platform/roles.ts';
import { becomeOwnerOf, installationOf, openOwnDatabase, secretsIfThere } from './database.ts';
import { readOptions } from './options.ts';
import { Problem } from './problem.ts';

const HELP = `Usage: npm run --silent loam -- sign-in-code <address>

Prints a code with which the person who has this address can sign in, without any mail: it works
for ten minutes, once, in every browser that asks for this address on the sign-in page.
The works council and the person see in their logs that it was made, and the person is told by mail.`;

/** `loam sign-in-code ADDRESS`: whoever holds the machine lets somebody in, also while mail is broken. */
export async function signInCode(args: string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
  const typed = readOptions(args, [], ['help', 'h']);
  if (typed.flags.size > 0) {
    console.log(HELP);
    return 0;
  }
  const [address, ...more] = typed.words;
  if (address === undefined || more.length > 0) throw new Problem('name one address: loam sign-in-code ADDRESS');
  const installation = installationOf(env);
  becomeOwnerOf(installation.dataDir);
  const secrets = await secretsIfThere(installation);
  if (!secrets) throw new Problem('the secret of this instance is not here. Run this on the machine that has it.');
  const { config } = installation;
  const own = await openOwnDatabase(installation, false);
  try {
    const db = openDatabase({ url: own.url, passwords: rolePasswords(secrets), size: 2, onError: () => undefined });
    const origin = config.LOAM_BASE_URL ?? `http://localhost:${config.PORT}`;
    const clock = systemClock(config.LOAM_CLOCK_SHIFT);
    const { doors } = createServices({ db, clock, log: silentLog, secrets, origin, sample: false });
    const made = await doors.access.consoleCode(address).finally(() => db.close());
    if (!made)
      throw new Problem(
        `nobody here signs in with ${address}. Look for a slip, or ask a steward to invite this address.`,
      );
    console.log(`${groupedCode(made.code)}\n`);
    console.log(`Works until ${made.until.toISOString().slice(11, 16)} UTC, once. At ${origin}/sign-in ask for a code`);
    console.log(`with the address ${address} and type this one, whether or not a mail comes.`);
    return 0;
  } finally {
    await own.close();
  }
}
