import { dirname, join } from 'node:path/posix';
import {
  MOST,
  NO_RULE,
  OWNER_OF,
  RECKONED_IMPORTS,
  ROOMS,
  type Room,
  SERVER_FEATURE_FILE,
  SQL_AT,
  WRITES_ALL,
} from './laws.ts';
import { readSource, type SourceFacts, type SourceFile } from './source.rules.ts';

const isTest = (path: string): boolean => /\.(test|suite|attack|test-helper)\.tsx?$/.test(path);
const roomOf = (path: string): Room | undefined => ROOMS.find((room) => path.startsWith(room.at));

/** 'server/features/people' for a file below it; a room without doors is its own prefix. */
function cellOf(path: string): string {
  const room = roomOf(path);
  if (!room) return path;
  return room.doors ? path.split('/').slice(0, 3).join('/') : room.at;
}

function isDoor(path: string): boolean {
  const parts = path.split('/');
  return parts.length === 4 && new RegExp(`^${parts[2]}\\.tsx?$`).test(parts[3] ?? '');
}

/** The file of ours that a specifier names, or undefined for a package. */
function targetOf(path: string, specifier: string): string | undefined {
  if (specifier.startsWith('#')) return specifier.slice(1);
  if (specifier.startsWith('.')) return join(dirname(path), specifier);
  return undefined;
}

/** Edges between files and between rooms, tests left out. */
type Edges = Map<string, Set<string>>;
const addEdge = (edges: Edges, from: string, to: string) => edges.set(from, (edges.get(from) ?? new Set()).add(to));

/** All that is against the laws in these files, one sentence each; empty where the house stands. */
export function troublesOf(files: readonly SourceFile[]): string[] {
  const all = files.map(readSource);
  const [ofFiles, ofRooms]: [Edges, Edges] = [new Map(), new Map()];
  const troubles = all.flatMap((facts) => [
    ...importTroubles(facts, ofFiles, ofRooms),
    ...fileTroubles(facts),
    ...sizeTroubles(facts),
    ...dataTroubles(facts),
  ]);
  return [
    ...troubles,
    ...circlesOf(ofRooms).map((circle) => `Rooms in a circle: ${circle.join(', ')}`),
    ...circlesOf(ofFiles).map((circle) => `Files in a circle: ${circle.join(', ')}`),
    ...lonelyFolders(all),
    ...castTroubles(all),
    ...namesakes(all),
  ];
}

function importTroubles({ path, imports }: SourceFacts, ofFiles: Edges, ofRooms: Edges): string[] {
  const from = roomOf(path);
  if (!from) return [];
  const mayReckon = isTest(path) || RECKONED_IMPORTS.has(path);
  if (RECKONED_IMPORTS.has(path) && !imports.includes(null))
    return [`${path}: reckons no import, so needs no exception`];
  return imports.flatMap((specifier) => {
    if (specifier === null) return mayReckon ? [] : [`${path}: imports what it reckons, which nobody can check`];
    const target = targetOf(path, specifier);
    if (target === undefined) return isTest(path) ? [] : packageTroubles(path, from, specifier);
    if (!isTest(path)) addEdge(ofFiles, path, target);
    return crossingTroubles(path, { from, target, specifier }, ofRooms);
  });
}

function packageTroubles(path: string, { at, packages }: Room, specifier: string): string[] {
  const name = specifier.startsWith('@') ? specifier.split('/').slice(0, 2).join('/') : specifier.split('/')[0];
  const isAllowed = packages.some((each) =>
    each.endsWith('*') ? specifier.startsWith(each.slice(0, -1)) : each === name || each === specifier,
  );
  return isAllowed ? [] : [`${path}: imports ${specifier}, which ${at} does without`];
}

interface Crossing {
  from: Room;
  target: string;
  specifier: string;
}

function crossingTroubles(path: string, { from, target, specifier }: Crossing, ofRooms: Edges): string[] {
  const to = roomOf(target);
  if (!isTest(path) && (target.startsWith('test/') || isTest(target)))
    return [`${path}: imports ${target}, but nothing imports tests`];
  if (!to) return [];
  if (cellOf(path) === cellOf(target))
    return specifier.startsWith('#') && from.doors ? [`${path}: inside a room import by ./, not ${specifier}`] : [];
  if (isTest(path)) return [];
  const isAllowed = from.may.some((prefix) => target.startsWith(prefix.replace(/\*$/, '')));
  if (!isAllowed) return [`${path}: may not import ${target} (${from.at}: ${from.law})`];
  if (!from.doors || !to.doors) return [];
  addEdge(ofRooms, cellOf(path), cellOf(target));
  return isDoor(target) ? [] : [`${path}: ${target} is not a door`];
}

function fileTroubles({ path, handedOn }: SourceFacts): string[] {
  const name = path.split('/').at(-1) ?? '';
  return [
    ...handedOn.map((specifier) => `${path}: hands on all of ${specifier}, not what it names`),
    ...(/\.tsx?$/.test(name) ? [] : [`${path}: is not written in TypeScript`]),
    ...(/^index\.[a-z]+$/.test(name) ? [`${path}: no index files; a room's door bears its name`] : []),
    ...(path.startsWith('server/features/') && !SERVER_FEATURE_FILE.test(name)
      ? [`${path}: not in the closed list of a feature's files`]
      : []),
  ];
}

function sizeTroubles({ path, lines, functions, loose }: SourceFacts): string[] {
  const most = path.startsWith('engine/') ? MOST.engineFunction : MOST.function;
  const troubles = lines > MOST.file ? [`${path}: more than ${MOST.file} lines`] : [];
  if (isTest(path)) return troubles;
  for (const { name, isComponent, ...each } of functions) {
    const limit = isComponent ? MOST.component : most;
    const title = name || 'a function without a name';
    if (each.lines > limit) troubles.push(`${path}: ${title} has more than ${limit} lines`);
    if (each.parameters > MOST.parameters)
      troubles.push(`${path}: ${title} takes more than ${MOST.parameters} parameters`);
  }
  const hidden = new Set(loose.filter((what) => what !== 'cast'));
  return [...troubles, ...[...hidden].map((what) => `${path}: ${what} hides what a value is`)];
}

function dataTroubles({ path, hasSql, writes, globals, values }: SourceFacts): string[] {
  if (isTest(path)) return [];
  const isRule = /\.rules\.ts$/.test(path);
  const isPure = roomOf(path)?.isPure || isRule;
  const feature = /^server\/features\/([^/]+)\//.exec(path)?.[1];
  const mayWrite =
    /^server\/(platform|migrations)\//.test(path) || !path.startsWith('server/') || WRITES_ALL.test(path);
  const foreign = [...new Set(writes)].filter((table) => !mayWrite && OWNER_OF.get(table) !== feature);
  const [named, reckoned] = [foreign.filter((table) => table !== '?'), foreign.includes('?')];
  return [
    ...(hasSql && !SQL_AT.test(path) ? [`${path}: SQL stands in queries only`] : []),
    ...named.map((table) => `${path}: writes ${table}, which is ${OWNER_OF.get(table) ?? 'nobody'}'s`),
    ...(reckoned ? [`${path}: writes a table it reckons, which nobody can check`] : []),
    ...(isRule
      ? values.filter((each) => NO_RULE.test(each)).map((each) => `${path}: decides, so does without ${each}`)
      : []),
    ...(isPure ? [...new Set(globals)].map((name) => `${path}: ${name} is passed in, not asked`) : []),
  ];
}

/** The strongly connected parts of more than one, each in the order of names (Tarjan 1972). */
export function circlesOf(edges: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const [index, low] = [new Map<string, number>(), new Map<string, number>()];
  const stack: string[] = [];
  const found: string[][] = [];
  const visit = (node: string) => {
    index.set(node, index.size);
    low.set(node, index.get(node) ?? 0);
    stack.push(node);
    for (const next of edges.get(node) ?? []) {
      if (!index.has(next)) visit(next);
      if (stack.includes(next)) low.set(node, Math.min(low.get(node) ?? 0, low.get(next) ?? 0));
    }
    if (low.get(node) !== index.get(node)) return;
    const part = stack.splice(stack.indexOf(node));
    if (part.length > 1) found.push(part.sort());
  };
  for (const node of edges.keys()) if (!index.has(node)) visit(node);
  return found;
}

/** Sides of the house that cast more than now and then. */
function castTroubles(all: readonly SourceFacts[]): string[] {
  const sides = Map.groupBy(
    all.filter(({ path }) => !isTest(path)),
    ({ path }) => path.split('/')[0] ?? '',
  );
  return [...sides].flatMap(([side, files]) => {
    const casts = files.flatMap(({ loose }) => loose.filter((what) => what === 'cast')).length;
    const lines = files.reduce((sum, each) => sum + each.lines, 0);
    const most = Math.max(2, (lines / 1000) * MOST.castsOfThousandLines);
    return casts > most ? [`${side}: ${casts} casts in ${lines} lines are too many`] : [];
  });
}

/** Sub-folders of a feature that hold one file. */
function lonelyFolders(all: readonly SourceFacts[]): string[] {
  const files = new Map<string, number>();
  for (const { path } of all) {
    const folder = dirname(path);
    if (/^(server|web)\/features\/[^/]+\/./.test(folder) && !isTest(path))
      files.set(folder, (files.get(folder) ?? 0) + 1);
  }
  return [...files].filter(([, count]) => count === 1).map(([folder]) => `${folder}: a folder of one file is none`);
}

/** Names that several files of one side export; each catalogue of words is `en` or `de`. */
function namesakes(all: readonly SourceFacts[]): string[] {
  const places = new Map<string, string[]>();
  for (const { path, exports } of all) {
    if (isTest(path)) continue;
    const side = path.split('/')[0] ?? '';
    for (const name of exports.filter((each) => !['en', 'de', 'default'].includes(each))) {
      const key = `${side} ${name}`;
      places.set(key, [...(places.get(key) ?? []), path]);
    }
  }
  return [...places]
    .filter(([, paths]) => paths.length > 1)
    .map(([key, paths]) => `${key.split(' ')[1]}: exported by ${paths.toSorted().join(', ')}`);
}
