/** The laws of the check as data: who may import whom, what a file may hold, who owns a table. */

export interface Room {
  /** Files of the room: a path prefix; the first room that fits wins. */
  at: string;
  /** What the offender reads. */
  law: string;
  /** Prefixes of ours that it may import beside itself. */
  may: readonly string[];
  /** Packages that it may import; `node:*` stands for all of Node's own. */
  packages: readonly string[];
  /** True where each sub-folder is a room of its own, seen by others through its door only. */
  doors?: boolean;
  /** True where nothing may ask a clock, chance, the process or the network. */
  isPure?: boolean;
}

const SERVER_LIBRARIES = ['node:*', 'temporal-polyfill', 'zod', '@orpc/server'] as const;
const WEB_LIBRARIES = ['react', '@mantine/*', '@tabler/icons-react', '@tanstack/*', 'temporal-polyfill'] as const;

/** Rooms inside the engine in reading order: each may use those before it. */
const ENGINE_ROOMS = [
  'engine/graph/',
  ...['input', 'aims', 'bounds', 'pairs', 'groups', 'round'].map((name) => `engine/matching/${name}/`),
];

// Test files may also use test/ and the packages of tests.
export const ROOMS: readonly Room[] = [
  ...ENGINE_ROOMS.map((at, place) => ({
    ...{ at, law: 'inside the engine, too, imports run downhill' },
    ...{ may: ['engine/random.ts', ...ENGINE_ROOMS.slice(0, place)], packages: [], isPure: true },
  })),
  {
    ...{ at: 'engine/', law: 'same input, same answer: engine imports nothing outside engine' },
    ...{ may: ['engine/'], packages: [], isPure: true },
  },
  { at: 'contract/', law: 'shapes and endpoints, no behaviour', may: [], packages: ['zod', '@orpc/contract'] },
  {
    ...{ at: 'cli/remote/', law: 'speaks to a server through the contract' },
    ...{ may: ['contract/', 'cli/'], packages: ['node:*', '@orpc/*'] },
  },
  {
    ...{ at: 'cli/', law: 'works on files around engine and backups, or on the own organisation through its doors' },
    may: [
      ...['engine/', 'contract/', 'server/platform/', 'cli/remote/'],
      ...['server/config.ts', 'server/backups.ts', 'server/main.ts'],
    ],
    packages: ['node:*'],
  },
  { at: 'server/migrations/', law: 'tables and their row types', may: [], packages: ['kysely'] },
  {
    ...{ at: 'server/platform/', law: 'would serve any product', may: ['contract/', 'server/migrations/'] },
    packages: [
      ...[...SERVER_LIBRARIES, 'kysely', 'pg', 'pg-boss', 'fastify', '@fastify/static'],
      ...[
        '@orpc/contract',
        '@orpc/openapi',
        '@orpc/zod',
        '@lingui/*',
        'better-auth',
        '@better-auth/core',
        '@better-auth/passkey',
      ],
    ],
  },
  {
    ...{ at: 'server/ports/', law: 'shapes of sockets', may: ['contract/', 'server/platform/'] },
    packages: SERVER_LIBRARIES,
  },
  {
    ...{ at: 'server/integrations/', law: "speaks one vendor's language, decides nothing", doors: true },
    ...{ may: ['contract/', 'server/platform/', 'server/ports/'], packages: [...SERVER_LIBRARIES, 'nodemailer'] },
  },
  {
    ...{ at: 'server/features/', law: 'another feature only through its door', doors: true },
    may: ['engine/', 'contract/', 'server/platform/', 'server/ports/', 'server/migrations/', 'server/features/*'],
    packages: [...SERVER_LIBRARIES, 'kysely', 'ical-generator', '@faker-js/faker'],
  },
  {
    at: 'server/',
    law: 'wiring only',
    may: ['contract/', 'engine/', 'server/'],
    packages: [...SERVER_LIBRARIES, 'fastify'],
  },
  {
    ...{ at: 'web/ui/', law: 'looks, no product words, no data', may: [] },
    packages: ['react', '@mantine/*', '@tabler/icons-react'],
  },
  {
    ...{ at: 'web/platform/', law: 'talks to the server through the contract', may: ['contract/', 'web/ui/'] },
    packages: [...WEB_LIBRARIES, '@orpc/*', '@lingui/*', 'virtual:contract'],
  },
  {
    ...{ at: 'web/features/', law: 'pages and parts of one noun; other features through their door', doors: true },
    ...{ may: ['engine/', 'contract/', 'web/ui/', 'web/platform/', 'web/features/*'], packages: WEB_LIBRARIES },
  },
  {
    at: 'web/',
    law: 'wiring only',
    may: ['contract/', 'web/'],
    packages: [...WEB_LIBRARIES, 'react-dom', '@lingui/*', '@fontsource-variable/*', 'virtual:mantine.css'],
  },
];

/** The closed list of what a server feature holds. */
export const SERVER_FEATURE_FILE =
  /^[a-z][a-z0-9-]*(\.(rules|queries|routes|deps|verbs|notices|words|words\.de|messages|register))?((\.deep)?\.test)?\.ts$/;

/** Files that import what they reckon, and why nothing else would do; each is known by its tests. */
export const RECKONED_IMPORTS: ReadonlyMap<string, string> = new Map([
  ['server/platform/cluster.ts', 'of six packages of PostgreSQL only the one for this machine is installed'],
  ['server/platform/worker.ts', 'a thread gets the name of its module as data; each caller stands in the code with it'],
  ['web/german.ts', 'the bundler gathers all catalogues, so that a new one needs no line'],
]);

/** What a decision may not lean on: the world outside, and what fetches or tells. */
export const NO_RULE =
  /^(?:pg|pg-boss|kysely|fastify|nodemailer|node:(?!crypto$|util$|buffer$|url$|zlib$).*)$|\.(?:queries|verbs|routes)\.ts$/;

/** Where SQL may stand. */
export const SQL_AT = /^(server\/platform\/|server\/migrations\/)|\.queries\.ts$/;

const OWNED: Readonly<Record<string, readonly string[]>> = {
  access: [
    'address_change',
    'auth.identity',
    'auth.limit_count',
    'auth.passkey',
    'auth.session',
    'auth.sign_in_code',
    'auth.token',
    'auth.verification',
    'entry_invitation',
    'join_link',
    'private_address',
    'role_grant',
  ],
  boundaries: ['block', 'boundary', 'veil'],
  delivery: ['mail_choice', 'mail_queue', 'outbox'],
  imports: ['import_run'],
  introductions: [
    'hello',
    'introduction',
    'introduction_member',
    'introduction_request',
    'introduction_slot',
    'meeting_rhythm',
    'moment',
  ],
  log: ['log_entry'],
  people: ['person', 'photo', 'profile', 'site', 'unit'],
  programmes: [
    'invitation',
    'membership',
    'past_pairing',
    'programme',
    'programme_host',
    'programme_look',
    'programme_release',
    'programme_release_person',
    'round',
    'round_wait',
  ],
  records: ['erasure'],
  workspace: ['mail_proposal', 'overview_note', 'workspace'],
};

/** The feature whose queries alone write a table. */
export const OWNER_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(OWNED).flatMap(([feature, tables]) => tables.map((table): [string, string] => [table, feature])),
);

/** Whose queries write every table: the sample organisation fills and empties a database that is its own. */
export const WRITES_ALL = /^server\/features\/sample\/sample\.queries\.ts$/;

export const MOST = {
  file: 400,
  function: 60,
  engineFunction: 50,
  component: 120,
  parameters: 4,
  castsOfThousandLines: 2,
} as const;
