import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { troublesOf } from './house/house.rules.ts';

const root = resolve(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

const files = globSync('{engine,contract,server,web,cli}/**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}', { cwd: root }).map(
  (path) => ({
    path: path.replaceAll('\\', '/'),
    text: read(path),
  }),
);
const wrong = [
  ...(files.length === 0 ? ['The check found no files: it looks in the wrong place.'] : []),
  ...new Set(troublesOf(files)),
];
if (wrong.length > 0) {
  console.error(wrong.join('\n'));
  console.error(`\nThe house: ${wrong.length} to mend.`);
  process.exit(1);
}
console.log(`The house stands: ${files.length} files.`);
