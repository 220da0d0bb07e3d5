import { betweenTables } from './between.register.ts';
import { peopleTables } from './people.register.ts';
import { programmeTables } from './programmes.register.ts';
import type { TableEntry } from './register.rules.ts';
import { signInTables } from './sign-in.register.ts';
import { technicalTables } from './technical.register.ts';

/** Every table and column of the database, with its purpose, basis, retention and readers. */
export const register: Record<string, TableEntry> = {
  ...peopleTables,
  ...betweenTables,
  ...programmeTables,
  ...technicalTables,
  ...signInTables,
};
