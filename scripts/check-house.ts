import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');

interface Room {
  /** Files of the room: a path prefix; the first room that fits wins. */
  at: string;
  /** What the offender reads. */
  law: string;
  /** Prefixes of ours that it may import beside itself. */
  may: string[];
  /** True where each sub-folder is a room of its own, seen by others through its door only. */
  doors?: boolean;
}

// docs: house.md's table, as data. Test files may also use test/.
const ROOMS: Room[] = [
  { at: 'engine/', law: 'same input, same answer: engine imports nothing outside engine', may: [] },
  { at: 'contract/', law: 'shapes and endpoints, no behaviour', may: [] },
  { at: 'cli/remote/', law: 'speaks to a server through the contract', may: ['contract/', 'cli/'] },
  {
    at: 'cli/',
    law: 'works on files around engine and backups, or on the own organisation through its doors',
    may: ['engine/', 'contract/', 'server/platform/', 'server/config.ts', 'server/main.ts', 'cli/remote/'],
  },
  { at: 'server/migrations/', law: 'tables and their row types', may: [] },
  { at: 'server/platform/', law: 'would serve any product', may: ['contract/', 'server/migrations/'] },
  { at: 'server/ports/', law: 'shapes of sockets', may: ['contract/', 'server/platform/'] },
  {
    at: 'server/integrations/',
    law: "speaks one vendor's language, decides nothing",
    may: ['contract/', 'server/platform/', 'server/ports/'],
    doors: true,
  },
  {
    at: 'server/features/',
    law: 'another feature only through its door',
    may: ['engine/', 'contract/', 'server/platform/', 'server/ports/', 'server/migrations/', 'server/features/*'],
    doors: true,
  },
  { at: 'server/', law: 'wiring only', may: ['contract/', 'engine/', 'server/'] },
  { at: 'web/ui/', law: 'looks, no product words, no data', may: [] },
  { at: 'web/platform/', law: 'talks to the server through the contract', may: ['contract/', 'web/ui/'] },
  {
    at: 'web/features/',
    law: 'pages and parts of one noun; other features through their door',
    may: ['engine/', 'contract/', 'web/ui/', 'web/platform/', 'web/features/*'],
    doors: true,
  },
  { at: 'web/', law: 'wiring only', may: ['contract/', 'web/'] },
];

const SERVER_FEATURE_FILE =
  /^[a-z-]+(\.(rules|queries|routes|jobs|messages|register))?(\.deep)?(\.rules)?(\.test)?\.ts$/;
const MAX_LINES = 400;

const troubles: string[] = [];
const edges = new Map<string, Set<string>>();

const roomOf = (file: string): Room | undefined => ROOMS.find((room) => file.startsWith(room.at));

/** 'server/features/people' for a file below it; a room without doors is its own prefix. */
function cellOf(file: string): string {
  const room = roomOf(file);
  if (!room) return file;
  return room.doors ? file.split('/').slice(0, 3).join('/') : room.at;
}

function isDoor(file: string): boolean {
  const parts = file.split('/');
  return parts.length === 4 && new RegExp(`^${parts[2]}\\.tsx?$`).test(parts[3] ?? '');
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  const pattern = /(?:from\s+|import\s*\(\s*|import\s+)'([^'\n]+)'/g;
  return [...text.matchAll(pattern)].map((match) => match[1] ?? '');
}

function resolveImport(file: string, specifier: string): string | undefined {
  if (specifier.startsWith('#')) return specifier.slice(1);
  if (specifier.startsWith('.')) return relative(root, resolve(root, dirname(file), specifier));
  return undefined;
}

function checkImport(file: string, target: string, specifier: string): void {
  const [from, to] = [roomOf(file), roomOf(target)];
  if (!from || !to) {
    const mayTest = /\.test\.tsx?$|\.suite\.ts$/.test(file);
    if (target.startsWith('test/') && from && !mayTest)
      troubles.push(`${file}: imports ${target}, but nothing imports tests`);
    return;
  }
  const same = cellOf(file) === cellOf(target);
  if (same) {
    if (specifier.startsWith('#') && from.doors) troubles.push(`${file}: inside a room import by ./, not ${specifier}`);
    return;
  }
  const isTest = /\.test\.tsx?$/.test(file);
  const allowed = from.may.some((prefix) =>
    prefix.endsWith('*') ? target.startsWith(prefix.slice(0, -1)) : target.startsWith(prefix),
  );
  if (!allowed && !isTest) troubles.push(`${file}: may not import ${target} (${from.at}: ${from.law})`);
  if (to.doors && !isDoor(target) && from.doors && !isTest) troubles.push(`${file}: ${target} is not a door`);
  if (allowed && from.doors && to.doors && !isTest) {
    const cells = edges.get(cellOf(file)) ?? new Set<string>();
    edges.set(cellOf(file), cells.add(cellOf(target)));
  }
}

function checkFile(file: string): void {
  const lines = readFileSync(join(root, file), 'utf8').split('\n').length - 1;
  if (lines > MAX_LINES) troubles.push(`${file}: ${lines} lines, at most ${MAX_LINES}`);
  if (/(^|\/)index\.tsx?$/.test(file)) troubles.push(`${file}: no index files; a room's door bears its name`);
  const parts = file.split('/');
  if (file.startsWith('server/features/') && !SERVER_FEATURE_FILE.test(parts.at(-1) ?? '')) {
    troubles.push(`${file}: not in the closed list of a feature's files`);
  }
  for (const specifier of importsOf(file)) {
    const target = resolveImport(file, specifier);
    if (target) checkImport(file, target, specifier);
  }
}

function findCircle(): string[] | undefined {
  const done = new Set<string>();
  const walk = (cell: string, path: string[]): string[] | undefined => {
    if (path.includes(cell)) return [...path.slice(path.indexOf(cell)), cell];
    if (done.has(cell)) return undefined;
    for (const next of edges.get(cell) ?? []) {
      const circle = walk(next, [...path, cell]);
      if (circle) return circle;
    }
    done.add(cell);
    return undefined;
  };
  for (const cell of edges.keys()) {
    const circle = walk(cell, []);
    if (circle) return circle;
  }
  return undefined;
}

const files = globSync('{engine,contract,server,web,cli}/**/*.{ts,tsx}', { cwd: root }).map((file) =>
  file.replaceAll('\\', '/'),
);
if (files.length === 0) troubles.push('The check found no files: it looks in the wrong place.');
for (const file of files) checkFile(file);
const circle = findCircle();
if (circle) troubles.push(`Rooms in a circle: ${circle.join(' → ')}`);

if (troubles.length > 0) {
  console.error(troubles.join('\n'));
  console.error(`\nThe house: ${troubles.length} to mend.`);
  process.exit(1);
}
console.log(`The house stands: ${files.length} files.`);
