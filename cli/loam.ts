import { Problem } from './problem.ts';

/** A command reads its arguments and returns the exit code. */
type Command = (args: string[]) => number | Promise<number>;

/** Commands by name, loaded only when asked for. */
const COMMANDS: Record<string, { about: string; load: () => Promise<Command> }> = {
  match: {
    about: 'plan a round of introductions from a CSV file',
    load: async () => (await import('./match.ts')).match,
  },
  import: {
    about: 'bring a directory file into a running server',
    load: async () => (await import('./remote/import.ts')).importPeople,
  },
  backup: {
    about: 'write the whole organisation to one file',
    load: async () => (await import('./backup.ts')).backup,
  },
  'sign-in-code': {
    about: 'make a code to sign in with, for an address, without any mail',
    load: async () => (await import('./sign-in-code.ts')).signInCode,
  },
  restore: {
    about: 'bring a backup back',
    load: async () => (await import('./restore.ts')).restore,
  },
  'database-roles': {
    about: 'print the SQL that makes the roles of a managed PostgreSQL',
    load: async () => (await import('./database-roles.ts')).databaseRoles,
  },
  'mail-code': {
    about: 'show the code that confirms a change of the mail settings',
    load: async () => (await import('./mail-settings.ts')).mailCode,
  },
  'forget-mail': {
    about: 'forget the mail settings stored in the app',
    load: async () => (await import('./mail-settings.ts')).forgetMail,
  },
};

function usage(): string {
  const lines = Object.entries(COMMANDS).map(([name, { about }]) => `  ${name.padEnd(15)} ${about}`);
  return [
    'Usage: npm run --silent loam -- <command> [options]',
    '',
    'Commands:',
    ...lines,
    '',
    'Add --help to a command for its options.',
  ].join('\n');
}

async function main(args: string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === '--help' || name === '-h' || name === 'help') {
    console.log(usage());
    return 0;
  }
  const command = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) {
    console.error(name === undefined ? usage() : `loam: there is no command "${name}".\n\n${usage()}`);
    return 2;
  }
  try {
    return await (await command.load())(rest);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    console.error(`loam ${name}: ${error.message}`);
    return 2;
  }
}

process.exitCode = await main(process.argv.slice(2));
