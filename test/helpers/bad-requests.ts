import type { Random } from '#engine/random.ts';

export interface BadRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  payload?: Buffer | string;
}

const pick = <Item>(random: Random, items: readonly [Item, ...Item[]]): Item =>
  items[random.below(items.length)] ?? items[0];

const deep = (levels: number, open: string, close: string) => `${open.repeat(levels)}1${close.repeat(levels)}`;
const long = (text: string, times: number) => text.repeat(times);

/** Texts and numbers that break what was not thought of. */
const ODD: readonly [unknown, ...unknown[]] = [
  null,
  '',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'x\udfff',
  '\u202e\u2066',
  '\ufeff',
  long('a', 20_000),
  long('💧', 5000),
  '0000-01-01',
  '0001-01-01',
  '-271821-04-20T00:00:00.000Z',
  '+275760-09-13T00:00:00.000Z',
  '9999-12-31',
  '2026-02-29',
  '2026-02-31',
  '1900-01-01',
  '2026-11-24T10:00:00Z',
  '24:00',
  'NaN',
  'Infinity',
  '-0',
  '1e308',
  0,
  -0,
  -1,
  1.5,
  1e308,
  2_147_483_648,
  4_294_967_296,
  9_007_199_254_740_992,
  true,
  false,
  [],
  {},
  [[]],
  [null],
  { length: 1e9 },
  { toString: 'no', valueOf: 1 },
  Object.fromEntries([['then', 'x']]),
  { toJSON: 1 },
  '__proto__',
  'constructor',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '00000000-0000-4000-8000-000000000000',
  "'; drop table person; --",
  '%00',
  '%',
  '{{7*7}}',
  '../../etc/passwd',
  '=1+1',
  'Etc/GMT+99',
  'a@b',
  'Ä@ö.test',
  Array(2000).fill('a'),
  Array(500).fill('00000000-0000-4000-8000-000000000000'),
  Array(300).fill({}),
];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !(value instanceof Blob);

/** The same value, bent in one place: something missing, something more, or something odd. */
export function bent(value: unknown, random: Random): unknown {
  const odd = () => pick(random, ODD);
  if (!isObject(value) || random.below(12) === 0) return odd();
  if (Array.isArray(value)) {
    if (random.below(3) === 0) return [...value, ...Array(random.below(300)).fill(value[0])];
    return value.map((item, index) => (index === 0 ? bent(item, random) : item));
  }
  const names = Object.keys(value);
  const name = names[random.below(names.length)];
  const chance = random.below(10);
  if (name === undefined || chance === 0)
    return { ...value, [pick(random, ['id', 'x', '__proto__', 'workspaceId', 'then'])]: odd() };
  if (chance === 1) return Object.fromEntries(Object.entries(value).filter(([key]) => key !== name));
  if (chance === 2) return {};
  if (chance === 3) return JSON.parse(`{"__proto__":{"roles":["steward"]},"constructor":{"prototype":1}}`);
  return { ...value, [name]: chance < 5 ? bent(value[name], random) : odd() };
}

function formPairs(value: unknown, path = ''): [string, string | Blob][] {
  if (value instanceof Blob) return [[path, value]];
  if (!isObject(value)) return value === undefined ? [] : [[path || 'value', String(value)]];
  return Object.entries(value)
    .slice(0, 50)
    .flatMap(([name, part]) => formPairs(part, path ? `${path}[${name}]` : name));
}

const boundaries: readonly [string, ...string[]] = [
  '----WebKitFormBoundaryAAAAAAAAAAAAAAAA',
  '----WebKitFormBoundaryBBBBBBBBBBBBBBBB',
  'x',
  '',
  '"x"',
  'a b',
  long('b', 300),
  'x\u00e9',
];

function multipart(value: unknown, random: Random): { type: string; payload: string } {
  const boundary = pick(random, boundaries);
  const parts = formPairs(value).map(([name, part]) => {
    const file =
      part instanceof Blob || random.below(9) === 0
        ? `; filename="${pick(random, ['a.csv', '../a', '\u0000', ''])}"`
        : '';
    const text = part instanceof Blob ? 'name,email\nAna,ana@example.test' : part;
    return `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${file}\r\n\r\n${text}\r\n`;
  });
  const end = random.below(4) === 0 ? '' : `--${boundary}--\r\n`;
  return {
    type: `multipart/form-data; boundary=${boundary.replace(/[^\x20-\x7e]/g, '')}`,
    payload: parts.join('') + end,
  };
}

const json = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => (part instanceof Blob ? 'file' : part)) ?? '';

/** A body of some type that says a value, or says nothing that could be understood. */
export function bodyOf(value: unknown, random: Random): { type: string; payload: Buffer | string } {
  const chance = random.below(24);
  const type = 'application/json';
  if (chance === 0) return { type: '', payload: json(value) };
  if (chance === 1) return { type, payload: json(value).slice(0, random.below(40)) };
  if (chance === 2)
    return {
      type,
      payload: pick(random, [
        deep(5000, '[', ']'),
        deep(500, '{"a":', '}'),
        '{"a":1,"a":2}',
        '1e999',
        'nul',
        '\ufeff{}',
      ]),
    };
  if (chance === 3)
    return {
      type: pick(random, [
        'application/json; charset=utf-16',
        'application/jsonx',
        'APPLICATION/JSON',
        'json',
        '*/*',
        'application/problem+json',
      ]),
      payload: json(value),
    };
  if (chance === 4) return { type: 'text/event-stream', payload: 'data: 1\n\n' };
  if (chance === 5) return { type: 'application/octet-stream', payload: Buffer.from([0, 255, 254, 0x5b]) };
  if (chance === 6) return { type: 'text/plain', payload: json(value) };
  if (chance === 7) return { type, payload: '' };
  if (chance === 8)
    return {
      type: 'application/x-www-form-urlencoded',
      payload: pick(random, [
        'a[__proto__][x]=1',
        `a${'[a]'.repeat(2000)}=1`,
        'a[9999]=1&a[]=2',
        '%',
        '%ff=%00',
        '=&=&=',
      ]),
    };
  if (chance < 11)
    return {
      type: 'application/x-www-form-urlencoded',
      payload: formPairs(value)
        .map(
          ([name, part]) =>
            `${encodeURIComponent(name.toWellFormed())}=${encodeURIComponent(String(part).toWellFormed())}`,
        )
        .join('&'),
    };
  if (chance < 14) return multipart(value, random);
  return { type, payload: json(value) };
}

const HEADERS: readonly [[string, string], ...[string, string][]] = [
  ['host', ''],
  ['host', 'a b'],
  ['host', '[::1'],
  ['host', 'evil.example:99999'],
  ['host', 'xn--'],
  ['x-forwarded-host', 'a b,c'],
  ['x-forwarded-proto', 'java script'],
  ['x-forwarded-for', 'unknown, "_x", 1.2.3.4.5, ::'],
  ['forwarded', 'for=;;=,'],
  ['accept', '*/*;q=x'],
  ['accept-encoding', 'br;q=0, *;q=2'],
  ['accept-language', long('de,', 400)],
  ['cookie', '=; loam.session_token=%E0%A4%A; a'],
  ['cookie', 'loam.session_token=a.b; loam.session_token=%00'],
  ['cookie', `__Secure-loam.session_token=${long('a', 4000)}`],
  ['authorization', 'Bearer '],
  ['authorization', 'Bearer \u00ff'],
  ['authorization', 'Basic !!!'],
  ['authorization', `Bearer loam_${long('x', 3000)}`],
  ['content-encoding', 'gzip'],
  ['content-encoding', 'br, gzip'],
  ['content-disposition', 'attachment; filename="x'],
  ['content-length', '99999999999'],
  ['transfer-encoding', 'gzip'],
  ['expect', '200-maybe'],
  ['range', 'bytes=9-1'],
  ['range', 'bytes=-0,0-,5-2'],
  ['if-none-match', '*'],
  ['if-modified-since', 'yesterday'],
  ['if-range', '"x'],
  ['origin', 'null'],
  ['origin', 'http://a b'],
  ['referer', 'http://[x'],
  ['sec-fetch-site', 'cross-site'],
  ['last-event-id', '\u00e9'],
  ['user-agent', long('u', 9000)],
  ['upgrade', 'websocket'],
  ['x-http-method-override', 'DELETE'],
];

const PLACES: readonly [string, ...string[]] = [
  '/',
  '/index.html',
  '/assets/',
  '/assets/%2e%2e/%2e%2e/package.json',
  '/..%2f..%2fetc/passwd',
  '/sample',
  '/sample/nothing?x=%',
  '/%',
  '/%E0%A4%A',
  '/api',
  '/api/',
  '/api//me',
  '/api/spec.json',
  '/api/%6de',
  '/api/me/',
  '//api/me',
  '/api/auth/passkey/../sign-out',
  '/api/auth/get-session',
  '/\\api\\me',
  '/api/;a=b',
  '/api/people/me;x',
  `/api/${long('a/', 2000)}`,
  `/${long('%41', 4000)}`,
  '*',
  'http://evil.example/api/me',
];

/** Somewhere that is no endpoint, or an endpoint in a way it is not called. */
export const somewhere = (random: Random, passkeys: readonly string[], files: readonly string[]): string => {
  const chance = random.below(3);
  const list = chance === 0 ? PLACES : chance === 1 ? passkeys : files;
  return list[random.below(list.length)] ?? '/';
};

/** Adds what clients, proxies and attackers put beside a request. */
export function withOddHeaders(request: BadRequest, random: Random): BadRequest {
  if (random.below(4) > 0) return request;
  const [name, value] = pick(random, HEADERS);
  return { ...request, headers: { ...request.headers, [name]: value } };
}

/** A part of a path: mostly the right one. */
export function segmentOf(value: unknown, random: Random): string {
  if (random.below(12) === 0)
    return pick(random, ['%00', '%', '%E0%A4%A', '..', '.', '%2F', '', long('a', 500), '__proto__', ';', '💧']);
  const text = isObject(value) ? JSON.stringify(value).slice(0, 200) : String(value);
  return encodeURIComponent(text.slice(0, 2000).toWellFormed());
}
