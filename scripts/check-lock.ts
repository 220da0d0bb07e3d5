import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Denied, faultsOf, type Lock, type Manifest } from './lock.rules.ts';

const root = resolve(import.meta.dirname, '..');
const read = <T>(file: string): T => JSON.parse(readFileSync(join(root, file), 'utf8'));

const lock = read<Lock>('package-lock.json');
const faults = faultsOf(lock, read<Manifest>('package.json'), read<Denied>('scripts/denied-packages.json'));
if (faults.length > 0) {
  console.error(faults.join('\n'));
  console.error(`\nThe lock file: ${faults.length} to mend.`);
  process.exit(1);
}
process.stdout.write(`The lock file holds: ${Object.keys(lock.packages).length - 1} packages.\n`);
