import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, inject } from 'vitest';
import { attack } from '#test/helpers/attack.ts';
import { allEndpoints, type Endpoint, signedIn } from '#test/helpers/http.ts';
import { createWorld, type World } from '#test/helpers/world.ts';
import { createHttp, mountApi } from '../../server/platform/http.ts';
import { silentLog } from '../../server/platform/log.ts';
import { PASSKEY_PATHS } from '../../server/platform/sign-in.ts';

const OWN = 'http://localhost:4020';
const HOST = 'localhost:4020';
const NOTHING = '00000000-0000-4000-8000-000000000000';
const ELSEWHERE = [
  'null',
  'https://evil.example',
  'http://localhost:4020.evil.example',
  'http://localhost:3000',
  'https://localhost:4020',
  'http://evil.localhost:4020',
  'http://localhost:4020/',
  'http://user@localhost:4020',
  'http://localhost:4020, https://evil.example',
  '',
];
const SITES = ['cross-site', 'same-site', 'Same-Origin', 'same-origin, none', ''];
const FORMS = [
  ['application/x-www-form-urlencoded', 'a=b'],
  ['text/plain', '{"a":"b"}'],
  ['text/plain; application/json', '{}'],
  ['multipart/form-data; boundary=x', '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\nb\r\n--x--\r\n'],
  ['application/xml', '<a/>'],
  ['application/jsonp', '{}'],
  ['text/json', '{}'],
  ['application/octet-stream', '{}'],
] as const;

let world: World;
let app: FastifyInstance;
let cookie = '';
beforeAll(async () => {
  world = await createWorld(inject('adminUrl'));
  await world.addPerson({ name: 'Amara Okafor', unit: 'Labs', roles: ['steward'] });
  await world.addPerson({ name: 'Jonas Brandt', unit: 'Sales' });
  cookie = await signedIn(world, 'amara.okafor@example.test');
  app = await createHttp({ log: silentLog, proxies: 0, webDir: '', health: async () => true });
  await mountApi(app, world.services.mount, silentLog);
});
afterAll(async () => {
  await app.close();
  await world.close();
});

const pathOf = ({ path }: Endpoint) =>
  `/api${path.replaceAll(/\{role\}/g, 'steward').replaceAll(/\{[^}]+\}/g, NOTHING)}`;

/** All that is stored, but for what reading may note: when a session or a token was last used. */
async function everything(): Promise<string> {
  const { rows: tables } = await world.owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname = 'public' or (schemaname = 'auth' and tablename not in ('session', 'token', 'limit_count')) order by 1`,
  );
  const sums: string[] = [];
  for (const { name } of tables) {
    const { rows } = await world.owner.query(
      `select count(*) n, coalesce(sum(hashtextextended(t::text, 0)), 0) h from ${name} t`,
    );
    sums.push(`${name} ${rows[0].n} ${rows[0].h}`);
  }
  return sums.join('\n');
}

/** Whether a request was turned away before it reached its endpoint. */
const isTurnedAway = (status: number, body: string) =>
  (status === 403 && body.includes('not-same-site')) || (status === 415 && body.includes('unsupported-media-type'));

type Changing = 'POST' | 'PUT' | 'PATCH' | 'DELETE';
const isChanging = (method: string): method is Changing => method !== 'GET';

function changing(): { method: Changing; url: string; form: boolean; name: string }[] {
  const endpoints = allEndpoints().flatMap((endpoint) => {
    const { method, name } = endpoint;
    const form = ['imports.preview', 'people.savePhoto', 'delivery.stop'].includes(name);
    return isChanging(method) ? [{ method, url: pathOf(endpoint), form, name }] : [];
  });
  const ceremonies = PASSKEY_PATHS.map((path) => ({
    method: 'POST' as const,
    url: `/api/auth${path}`,
    form: false,
    name: path,
  }));
  return [...endpoints, ...ceremonies];
}

attack('other-site', async ({ tried, succeeded, figure }) => {
  const before = await everything();
  let missed = 0;
  for (const { method, url, form, name } of changing()) {
    const send = async (headers: Record<string, string>, payload?: string) => {
      const answer = await app.inject({
        method,
        url,
        headers: { host: HOST, ...headers },
        ...(payload ? { payload } : {}),
      });
      tried();
      return isTurnedAway(answer.statusCode, answer.body);
    };
    const json = { 'content-type': 'application/json' };
    for (const carried of [{ cookie }, {}]) {
      for (const origin of ELSEWHERE) {
        if (!(await send({ ...json, ...carried, origin }, '{}'))) succeeded(`${name} from Origin "${origin}"`);
        if (!(await send({ ...json, ...carried, origin, 'sec-fetch-site': 'same-origin' }, '{}')))
          succeeded(`${name} from Origin "${origin}" that says same-origin`);
      }
      for (const site of SITES) {
        if (!(await send({ ...json, ...carried, 'sec-fetch-site': site }, '{}'))) succeeded(`${name} from "${site}"`);
        if (!(await send({ ...json, ...carried, origin: OWN, 'sec-fetch-site': site }, '{}')))
          succeeded(`${name} from "${site}" with the own Origin`);
      }
      for (const [type, payload] of FORMS) {
        if (form && /form/.test(type)) continue;
        if (!(await send({ ...carried, origin: OWN, 'content-type': type }, payload)))
          succeeded(`${name} takes ${type}`);
      }
      if (!(await send({ ...carried, origin: OWN, 'content-type': '' }, '{}')))
        succeeded(`${name} takes a body of no type`);
    }
    if (!(await send({ ...json, cookie }, '{}'))) succeeded(`${name} with a cookie, from nowhere`);
    // Rebinding: a name of somebody else's that leads to this machine.
    if (!(await send({ ...json, host: 'evil.example', origin: 'http://evil.example' }, '{}')))
      succeeded(`${name} from a name that leads here`);
    // A file form is let in from the own pages alone.
    const [type, payload] = FORMS[3];
    if (form && !(await send({ cookie, origin: 'https://evil.example', 'content-type': type }, payload)))
      succeeded(`${name} takes files from elsewhere`);
    const own = await app.inject({ method, url, headers: { host: HOST, origin: 'https://evil.example', cookie } });
    tried();
    for (const header of Object.keys(own.headers))
      if (header.startsWith('access-control-')) succeeded(`${name} says ${header}`);
    // The product's own pages, and callers that are no browser, come through.
    const mine = [
      { ...json, origin: OWN, 'sec-fetch-site': 'same-origin' },
      { ...json, origin: 'http://127.0.0.1:4020', host: '127.0.0.1:4020' },
      json,
    ];
    if (url.startsWith('/api/auth')) continue;
    for (const headers of mine) if (await send(headers, 'not json')) missed++;
  }
  if ((await everything()) !== before) succeeded('something was changed');
  figure('own requests turned away', missed, 0);
});

attack('reading-changes', async ({ tried, succeeded }) => {
  const before = await everything();
  for (const endpoint of allEndpoints().filter(({ method }) => method === 'GET')) {
    for (const method of ['GET', 'HEAD'] as const) {
      for (const carried of [{ cookie }, {}]) {
        await app.inject({
          method,
          url: pathOf(endpoint),
          headers: { host: HOST, 'sec-fetch-site': 'cross-site', ...carried },
        });
        tried();
      }
    }
    if ((await everything()) !== before) {
      succeeded(`reading ${endpoint.name} changed something`);
      return;
    }
  }
  for (const path of PASSKEY_PATHS) {
    const answer = await app.inject({
      url: `/api/auth${path}`,
      headers: { host: HOST, cookie, 'sec-fetch-site': 'cross-site' },
    });
    tried();
    if (answer.statusCode !== 403) succeeded(`${path} answers another site`);
  }
  // A changing endpoint is not reached by reading, whatever a header says.
  for (const { url, method, name } of changing()) {
    await app.inject({ method: 'GET', url, headers: { host: HOST, cookie, 'x-http-method-override': method } });
    tried();
    if ((await everything()) !== before) {
      succeeded(`${name} by reading`);
      return;
    }
  }
});
