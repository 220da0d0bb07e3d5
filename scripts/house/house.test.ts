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
      "export * from '#server/features/people/people.ts';",
      'may not import',
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
    ['a package in engine', 'engine/pairs.ts', "import { readFileSync } from 'node:fs';", 'does without'],
    ['a required package', 'engine/pairs.ts', "const fs = require('node:fs');", 'does without'],
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
    ['SQL outside queries', PEOPLE, 'export const a = sql`select 1`;', 'SQL stands in queries only'],
    ['a query outside queries', PEOPLE, "export const a = db.selectFrom('person');", 'SQL stands in queries only'],
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
    [
      'a table of nobody',
      'server/features/week/week.queries.ts',
      "export const a = db.deleteFrom('ghost');",
      "writes ghost, which is nobody's",
    ],
    ['a file outside the list', 'server/features/people/people.helpers.ts', '', 'not in the closed list'],
    ['an index file', 'web/ui/index.ts', '', 'no index files'],
    ['a file too long', PEOPLE, lines(401), 'more than 400 lines'],
    ['a function too long', PEOPLE, longFunction('drawRound', 60), 'drawRound has more than 60 lines'],
    [
      'a method too long',
      PEOPLE,
      `export const a = { drawRound() {\n${lines(60)}} };`,
      'drawRound has more than 60 lines',
    ],
    ['a function too long for engine', 'engine/pairs.ts', longFunction('walk', 50), 'walk has more than 50 lines'],
    ['a component too long', 'web/features/people/x.tsx', longFunction('Page', 120), 'Page has more than 120 lines'],
    ['five parameters', PEOPLE, 'export const a = (b, c, d, e, f) => b;', 'a takes more than 4 parameters'],
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
