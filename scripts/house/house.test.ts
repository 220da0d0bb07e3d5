import { describe, expect, it } from 'vitest';
import { circlesOf, troublesOf } from './house.rules.ts';

const PEOPLE = 'server/features/people/people.ts';
/** What is said of one file, or of several. */
const planted = (...files: [string, string][]): string[] => troublesOf(files.map(([path, text]) => ({ path, text })));

const lines = (count: number): string => 'let x;\n'.repeat(count);
const longFunction = (name: string, count: number): string => `export function ${name}() {\n${lines(count)}}\n`;

describe('the house stands', () => {
  it.each<[string, string]>([
    [
      PEOPLE,
      "import { z } from 'zod';\nimport type { Db } from '#server/platform/database.ts';\nexport const a = z;\n",
    ],
    ['server/features/people/people.queries.ts', "export const rows = (db: Db) => db.insertInto('person');\n"],
    ['engine/graph/graph.ts', longFunction('walk', 40)],
    ['web/features/people/people-page.tsx', `export const Page = () => {\n${lines(100)}};\n`],
    [
      'server/features/people/people.test.ts',
      "import { it } from 'vitest';\nimport { a } from '#test/helpers/world.ts';\n",
    ],
    ['server/features/people/name.rules.ts', 'export const at = (now: Date) => new Date(now.getTime());\n'],
    ['web/ui/words.ts', "export const en = { hint: 'Select somebody from the list', more: 'Update all' };\n"],
    [
      'server/features/people/people.queries.ts',
      'export const rows = (db: Db) => sql`select 1 from person for update skip locked`;\n',
    ],
    [
      'server/features/people/name.rules.ts',
      "import { createHash } from 'node:crypto';\nimport type { Row } from './people.queries.ts';\n",
    ],
    ['web/features/people/pairs.ts', 'export const a = list.map(([b, c, d, e, f]) => b);\n'],
    ['web/ui/card.tsx', "import { Card } from '@mantine/core';\nexport const value = {} as const;\n"],
  ])('with %s', (path, text) => {
    expect(planted([path, text])).toEqual([]);
  });
});

describe('a planted violation is found', () => {
  it.each<[string, string, string, string]>([
    ['an import uphill', 'engine/pairs.ts', "import { a } from '#server/main.ts';", 'may not import server/main.ts'],
    ['a type import uphill', 'contract/people.ts', "import type { A } from '#server/main.ts';", 'may not import'],
    [
      'a re-export uphill',
      'server/platform/x.ts',
      "export { a } from '#server/features/people/people.ts';",
      'may not import',
    ],
    [
      'a default handed on uphill',
      'server/platform/x.ts',
      "export { default as a } from '#server/features/people/people.ts';",
      'may not import',
    ],
    [
      'a type handed on uphill',
      'contract/x.ts',
      "export type { A } from '#server/features/people/people.ts';",
      'may not import',
    ],
    ['a file handed on as a whole', PEOPLE, "export * from './people.queries.ts';", 'hands on all'],
    [
      'one type among values uphill',
      'engine/x.ts',
      "import { type A } from '#contract/a.ts';",
      'may not import contract',
    ],
    ['an import for what it does', 'contract/x.ts', "import '#server/main.ts';", 'may not import'],
    [
      'a thread uphill',
      'server/platform/x.ts',
      "new Worker(new URL('../features/people/people.ts', import.meta.url));",
      'may not import server/features/people/people.ts',
    ],
    ['an import type uphill', 'web/ui/x.ts', "type A = import('#web/platform/api.ts').A;", 'may not import'],
    ['a late import uphill', 'web/ui/x.ts', "const a = () => import('#web/platform/api.ts');", 'may not import'],
    ['a late import in a template', 'web/ui/x.ts', 'const a = () => import(`#web/platform/api.ts`);', 'may not import'],
    [
      'an engine room uphill',
      'engine/matching/aims/x.ts',
      "import '../pairs/pairs.ts';",
      'may not import engine/matching/pairs',
    ],
    ['a relative way out', 'engine/a/x.ts', "import '../../server/main.ts';", 'may not import server/main.ts'],
    ['a reckoned import', 'web/ui/x.ts', 'const a = (b: string) => import(b);', 'imports what it reckons'],
    ['a way round the door', PEOPLE, "import { a } from '#server/features/week/week.queries.ts';", 'is not a door'],
    ['a wall inside a room', PEOPLE, "import { a } from '#server/features/people/people.rules.ts';", 'import by ./'],
    ['a test that is imported', PEOPLE, "import { a } from '#test/helpers/world.ts';", 'nothing imports tests'],
    ['many imports at once', 'web/ui/x.ts', "const a = import.meta.glob('./*.ts');", 'imports what it reckons'],
    ['a require of its own', PEOPLE, 'const load = createRequire(import.meta.url);', 'imports what it reckons'],
    ['a reckoned require', 'engine/x.ts', 'const a = require(b);', 'imports what it reckons'],
    ['an exception without need', 'server/platform/worker.ts', "import { a } from './a.ts';", 'needs no exception'],
    ['a helper of tests', PEOPLE, "import { a } from './people.test-helper.ts';", 'nothing imports tests'],
    [
      'a relative way round the door',
      PEOPLE,
      "const a = () => import('../week/week.queries.ts');",
      'week.queries.ts is not a door',
    ],
    ['a type round the door', PEOPLE, "type A = import('../week/week.queries.ts').A;", 'is not a door'],
    [
      'another vendor',
      'server/integrations/email/email.ts',
      "import { a } from '#server/integrations/slack/slack.ts';",
      'may not import',
    ],
    ['a package in engine', 'engine/pairs.ts', "import { readFileSync } from 'node:fs';", 'does without'],
    ['a required package', 'engine/pairs.ts', "const fs = require('node:fs');", 'does without'],
    ['an old required package', 'engine/pairs.ts', "import fs = require('node:fs');", 'does without'],
    ['a late package', 'engine/pairs.ts', "const a = import('node:fs');", 'does without'],
    ['a handed-on package', 'contract/x.ts', "export { a } from 'pg';", 'does without'],
    ['types of a package', PEOPLE, "import type pg from 'pg';", 'imports pg'],
    ['a type of a package in place', PEOPLE, "type A = import('pg').Client;", 'imports pg'],
    ['a path below a package', PEOPLE, "import { a } from 'fastify/types';", 'imports fastify/types'],
    ['a new package in platform', 'server/platform/x.ts', "import { a } from 'lodash';", 'imports lodash'],
    ['data in web/ui', 'web/ui/x.tsx', "import { useQuery } from '@tanstack/react-query';", 'does without'],
    ['a driver in a feature', PEOPLE, "import pg from 'pg';", 'imports pg'],
    ['a clock in engine', 'engine/pairs.ts', 'export const a = Date.now();', 'Date.now is passed in'],
    [
      'a new date in rules',
      'server/features/people/x.rules.ts',
      'export const a = () => new Date();',
      'new Date() is passed in',
    ],
    ['chance in engine', 'engine/pairs.ts', 'export const a = Math.random();', 'Math.random is passed in'],
    ['the network in rules', 'server/features/people/x.rules.ts', "export const a = fetch('x');", 'fetch is passed in'],
    ['the process in engine', 'engine/pairs.ts', 'export const a = process.env;', 'process is passed in'],
    ['a clock under a name', 'engine/pairs.ts', 'const { now } = Date;', 'Date.now is passed in'],
    ['a clock in brackets', 'engine/pairs.ts', "export const a = Date['now']();", 'Date.now is passed in'],
    ['a date without new', 'engine/pairs.ts', 'export const a = Date();', 'Date() is passed in'],
    [
      'the world through globalThis',
      'engine/pairs.ts',
      'export const a = globalThis.fetch;',
      'globalThis is passed in',
    ],
    [
      'chance from a package in rules',
      'server/features/people/x.rules.ts',
      "import { createHash, randomUUID } from 'node:crypto';",
      'randomUUID is passed in',
    ],
    [
      'files in rules',
      'server/features/people/x.rules.ts',
      "import { readFileSync } from 'node:fs';",
      'does without node:fs',
    ],
    [
      'queries in rules',
      'server/features/people/x.rules.ts',
      "import { a } from './x.queries.ts';",
      'does without ./x.queries',
    ],
    ['SQL outside queries', PEOPLE, 'export const a = sql`select 1`;', 'SQL stands in queries only'],
    ['a query outside queries', PEOPLE, "export const a = db.selectFrom('person');", 'SQL stands in queries only'],
    ['SQL by a typed tag', PEOPLE, 'export const a = sql<Row>`id = 1`;', 'SQL stands in queries only'],
    ['SQL by another name', PEOPLE, "import { sql as s } from 'kysely';", 'SQL stands in queries only'],
    ['SQL of a namespace', PEOPLE, 'export const a = k.sql`id = 1`;', 'SQL stands in queries only'],
    ['SQL as a string', PEOPLE, "export const a = pool.query('select id from person');", 'SQL stands in queries only'],
    ['SQL in capitals', PEOPLE, "export const a = 'DELETE FROM person';", 'SQL stands in queries only'],
    [
      'SQL in a template',
      'server/main.ts',
      `pool.query(\`\n  with a as (select 1) select * from \${b}\`);`,
      'SQL stands',
    ],
    ['SQL at the command line', 'cli/x.ts', "const a = 'update person set name = $1';", 'SQL stands in queries only'],
    ['a query in brackets', PEOPLE, "export const a = db['selectFrom']('person');", 'SQL stands in queries only'],
    [
      'a table of another',
      'server/features/week/week.queries.ts',
      "export const a = db.updateTable('person');",
      'writes person, which is people',
    ],
    [
      'a table of another in SQL',
      'server/features/week/week.queries.ts',
      'export const a = sql`insert into person (x)`;',
      'writes person',
    ],
    ...[
      ['below with', "db.with('a', (q) => q.insertInto('person').values(b)).selectFrom('a');"],
      ['under a short name', "db.updateTable('person as p').set(a);"],
      ['in brackets', "db['deleteFrom']('person');"],
      ['in SQL below with', 'sql`with a as (delete from person returning *) select * from a`;'],
      ['in SQL of a namespace', 'k.sql<A>`truncate table only person`;'],
      ['in SQL as a string', 'client.query(\'update only "public"."person" set name = $1\');'],
      ['in SQL in capitals', "client.query('INSERT INTO Person VALUES ($1)');"],
    ].map(([how, text = '']): [string, string, string, string] => [
      `a table of another ${how}`,
      'server/features/week/week.queries.ts',
      text,
      'writes person, which is people',
    ]),
    [
      'a table by a reckoned name',
      'server/features/week/week.queries.ts',
      'db.insertInto(name).values(a);',
      'writes a table it reckons',
    ],
    [
      'a table by a reckoned name in SQL',
      'server/features/week/week.queries.ts',
      `client.query(\`insert into \${name} values (1)\`);`,
      'writes a table it reckons',
    ],
    [
      'a table from outside the features',
      'server/integrations/email/email.queries.ts',
      "db.insertInto('person').values(a);",
      'writes person, which is people',
    ],
    [
      'a table of nobody',
      'server/features/week/week.queries.ts',
      "export const a = db.deleteFrom('ghost');",
      "writes ghost, which is nobody's",
    ],
    ['a file outside the list', 'server/features/people/people.helpers.ts', '', 'not in the closed list'],
    ['two roles in one name', 'server/features/people/people.queries.rules.ts', '', 'not in the closed list'],
    ['a suite that is no test', 'server/features/people/people.deep.ts', '', 'not in the closed list'],
    ['a part of the web', 'server/features/people/people.tsx', '', 'not in the closed list'],
    ['JavaScript', 'web/ui/card.jsx', '', 'not written in TypeScript'],
    ['an index file', 'web/ui/index.ts', '', 'no index files'],
    ['a file too long without a last line', PEOPLE, `${lines(400)}let x;`, 'more than 400 lines'],
    ['a test too long', 'server/features/people/people.test.ts', lines(401), 'more than 400 lines'],
    ['a file too long', PEOPLE, lines(401), 'more than 400 lines'],
    ['a function too long', PEOPLE, longFunction('drawRound', 60), 'drawRound has more than 60 lines'],
    [
      'a method too long',
      PEOPLE,
      `export const a = { drawRound() {\n${lines(60)}} };`,
      'drawRound has more than 60 lines',
    ],
    [
      'an arrow too long',
      PEOPLE,
      `export const drawRound = () => {\n${lines(60)}};`,
      'drawRound has more than 60 lines',
    ],
    ['a method of a class too long', PEOPLE, `class A { #draw() {\n${lines(60)}} }`, 'draw has more than 60 lines'],
    ['a field too long', PEOPLE, `class A { draw = () => {\n${lines(60)}} }`, 'draw has more than 60 lines'],
    ['a getter too long', PEOPLE, `const a = { get draw() {\n${lines(60)}return 1 } };`, 'draw has more than 60 lines'],
    ['a handler too long', PEOPLE, `on(async () => {\n${lines(60)}});`, 'a function without a name has more than 60'],
    [
      'a constructor too long',
      PEOPLE,
      `class A { constructor() {\n${lines(60)}} }`,
      'constructor has more than 60 lines',
    ],
    [
      'a function without a name',
      PEOPLE,
      `export default function () {\n${lines(60)}}`,
      'without a name has more than',
    ],
    ['no component', 'web/features/people/x.ts', longFunction('Page', 60), 'Page has more than 60 lines'],
    ['a function too long for engine', 'engine/pairs.ts', longFunction('walk', 50), 'walk has more than 50 lines'],
    ['a component too long', 'web/features/people/x.tsx', longFunction('Page', 120), 'Page has more than 120 lines'],
    ['five parameters', PEOPLE, 'export const a = (b, c, d, e, f) => b;', 'a takes more than 4 parameters'],
    ['five, some with values', PEOPLE, 'function a(b, { c }, d = 1, e?: string, ...f) {}', 'a takes more than 4'],
    ['five in a method', PEOPLE, 'const a = { b(c, d, e, f, g) {} };', 'b takes more than 4 parameters'],
    ['five in a class', PEOPLE, 'class A { b(c, d, e, f, g) {} }', 'b takes more than 4 parameters'],
    [
      'five to make one',
      PEOPLE,
      'class A { constructor(a, b, c, d, e) {} }',
      'constructor takes more than 4 parameters',
    ],
    ['five in a list', PEOPLE, 'const a = ([b, c, d, e, f]) => b;', 'a takes more than 4 parameters'],
    ['five as the rest', PEOPLE, 'const a = (...b: [A, B, C, D, E]) => b;', 'a takes more than 4 parameters'],
    ['the rest in a list', PEOPLE, 'const a = (b, ...[c, d, e, f]) => b;', 'a takes more than 4 parameters'],
    ['any in a type', PEOPLE, 'export type A = Map<string, any>;', 'any hides'],
    ['a value said to come', PEOPLE, 'let a!: number;', '! hides'],
    ['a field said to come', PEOPLE, 'class A { b!: number }', '! hides'],
    ['a check put to silence', PEOPLE, '// @ts-expect-error it is so\nconst a = 1;', '@ts-expect-error hides'],
    ['casts again and again', PEOPLE, 'const a = [b as C, d as E, <F>g];', '3 casts in 1 lines'],
    ['any', PEOPLE, 'export const a: any = 1;', 'any hides'],
    ['a value said to be there', PEOPLE, 'export const a = b!;', '! hides'],
  ])('%s', (_, path, text, words) => {
    const troubles = planted([path, text]);
    expect(troubles).toHaveLength(1);
    expect(troubles[0]).toContain(words);
  });

  it('a circle of files, by types alone', () => {
    const files: [string, string][] = [
      ['server/features/people/people.ts', "import type { A } from './cards.ts';\nexport type B = A;\n"],
      ['server/features/people/cards.ts', "import type { B } from './people.ts';\nexport type A = B;\n"],
    ];
    expect(planted(...files)).toEqual([
      'Files in a circle: server/features/people/cards.ts, server/features/people/people.ts',
    ]);
  });

  it.each([
    ['handed-on names', "export { b } from './people.ts';"],
    ['a late import', "export const a = () => import('./people.ts');"],
    ['a type in place', "export type A = import('./people.ts').B;"],
    ['a thread', "new Worker(new URL('./people.ts', import.meta.url));"],
    ['a way round', "import type { B } from '../people/people.ts';"],
  ])('a circle of files by %s', (_, text) => {
    const troubles = planted([PEOPLE, "import { a } from './cards.ts';"], ['server/features/people/cards.ts', text]);
    expect(troubles).toEqual(['Files in a circle: server/features/people/cards.ts, server/features/people/people.ts']);
  });

  it('a circle of rooms', () => {
    const troubles = planted(
      ['server/features/people/people.ts', "import { week } from '#server/features/week/week.ts';"],
      ['server/features/week/week.ts', "import type { Log } from '#server/features/log/log.ts';"],
      ['server/features/log/log.ts', ''],
      ['server/features/log/entries.ts', "import { people } from '#server/features/people/people.ts';"],
    );
    expect(troubles).toEqual(['Rooms in a circle: server/features/log, server/features/people, server/features/week']);
  });

  it('a folder of one file, and a name exported twice', () => {
    const troubles = planted(
      ['server/features/people/cards/cards.ts', 'export const selectCards = 1;\n'],
      ['server/features/people/cards/cards.test.ts', ''],
      ['server/features/week/week.queries.ts', 'export const selectCards = 2;\n'],
      ['web/features/week/cards.ts', 'export const selectCards = 2;\n'],
    );
    expect(troubles).toEqual([
      'server/features/people/cards: a folder of one file is none',
      'selectCards: exported by server/features/people/cards/cards.ts, server/features/week/week.queries.ts',
    ]);
  });

  it('folders of one file however deep, on either side, and types of one name', () => {
    const troubles = planted(
      ['server/features/people/cards/cards.ts', 'export type Card = 1;\n'],
      ['server/features/people/cards/cards.queries.ts', 'export interface Card {}\n'],
      ['server/features/people/cards/faces/faces.ts', "export { selectFaces } from '../cards.queries.ts';\n"],
      ['web/features/week/days/day.tsx', 'class A {}\nexport { A as Card };\n'],
      ['web/features/week/days/day.test.ts', 'export const en = {};\n'],
    );
    expect(troubles).toEqual([
      'server/features/people/cards/faces: a folder of one file is none',
      'web/features/week/days: a folder of one file is none',
      'Card: exported by server/features/people/cards/cards.queries.ts, server/features/people/cards/cards.ts',
    ]);
  });

  it('what is no TypeScript', () => {
    expect(() => planted([PEOPLE, 'export const = 1;'])).toThrow(PEOPLE);
  });
});

it('finds each circle once, however they hang together', () => {
  const edges = (...list: [string, string[]][]) => new Map(list.map(([from, to]) => [from, new Set(to)]));
  expect(circlesOf(edges(['a', ['b']], ['b', ['c']], ['c', []]))).toEqual([]);
  expect(circlesOf(edges(['a', ['b', 'd']], ['b', ['a', 'c']], ['c', ['d']], ['d', ['e']], ['e', ['c']]))).toEqual([
    ['c', 'd', 'e'],
    ['a', 'b'],
  ]);
});
