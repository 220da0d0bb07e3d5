import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, inject } from 'vitest';
import { attack } from '#test/helpers/attack.ts';
import { allEndpoints, type Endpoint } from '#test/helpers/http.ts';
import { createWorld, type World } from '#test/helpers/world.ts';
import { createServices } from '../../server/main.ts';
import { createHttp, mountApi } from '../../server/platform/http.ts';
import { silentLog } from '../../server/platform/log.ts';
import { PASSKEY_PATHS } from '../../server/platform/sign-in.ts';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;
const OVERRIDES = ['x-http-method-override', 'x-http-method', 'x-method-override'];
const NOTHING = '00000000-0000-4000-8000-000000000000';

let world: World;
let app: FastifyInstance;
let steward = '';
let other = '';
beforeAll(async () => {
  world = await createWorld(inject('adminUrl'));
  steward = await world.addPerson({ name: 'Amara Okafor', roles: ['steward'] });
  other = await world.addPerson({ name: 'Jonas Brandt', roles: ['steward'] });
  app = await createHttp({ log: silentLog, proxies: 0, webDir: '', health: async () => true });
  await mountApi(app, world.services.mount, silentLog);
  // Two mounts as in the product; the token is known to the database of both here, which is worse than life.
  const { db, clock, secrets } = { db: world.db, clock: world.clock, secrets: world.services.context.secrets };
  const sample = createServices({
    db,
    clock,
    secrets,
    log: silentLog,
    origin: world.services.mount.origin,
    sample: true,
  });
  await mountApi(app, sample.mount, silentLog);
});
afterAll(async () => {
  await app.close();
  await world.close();
});

const pathOf = ({ path }: Endpoint) => path.replaceAll(/\{role\}/g, 'steward').replaceAll(/\{[^}]+\}/g, NOTHING);

function call(token: string, method: (typeof METHODS)[number], url: string, more: Record<string, string> = {}) {
  const hasBody = method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS';
  return app.inject({
    method,
    url,
    headers: { authorization: `Bearer ${token}`, ...(hasBody ? { 'content-type': 'application/json' } : {}), ...more },
    ...(hasBody ? { payload: '{}' } : {}),
  });
}

attack('token-elsewhere', async ({ tried, succeeded, figure }) => {
  const { access } = world.services.doors;
  const who = world.who(steward, ['steward']);
  const { token } = await access.makeToken(who, 'Nightly');
  const { token: short } = await access.makeToken(world.who(other, ['steward']), 'Short');
  const counts = async () =>
    (await world.owner.query('select (select count(*) from auth.token) t, (select count(*) from role_grant) r'))
      .rows[0];
  const before = JSON.stringify(await counts());
  let isOpen = 0;
  for (const base of ['/api', '/sample/api']) {
    for (const endpoint of allEndpoints()) {
      const isImport = endpoint.name.startsWith('imports.');
      for (const method of METHODS) {
        const answer = await call(token, method, `${base}${pathOf(endpoint)}`);
        tried();
        if (isImport && method === endpoint.method && base === '/api') {
          if (answer.statusCode === 403) succeeded(`${endpoint.name} is shut to the token it is for`);
          else isOpen++;
        } else if (!isImport && method === endpoint.method && answer.statusCode !== 403)
          succeeded(`${base} ${endpoint.name} answered ${answer.statusCode}`);
        else if (!isImport && answer.statusCode < 300 && method !== 'OPTIONS')
          succeeded(`${method} ${base}${endpoint.path} answered ${answer.statusCode}`);
      }
      for (const header of OVERRIDES) {
        const answer = await call(token, 'POST', `${base}/imports`, {
          [header]: endpoint.method,
          'x-original-url': pathOf(endpoint),
        });
        tried();
        if (answer.statusCode < 300) succeeded(`${header} leads to ${endpoint.name}`);
      }
    }
    for (const path of PASSKEY_PATHS) {
      for (const method of METHODS) {
        const answer = await call(token, method, `${base}/auth${path}`);
        tried();
        if (answer.statusCode < 400) succeeded(`${method} ${path} answered ${answer.statusCode}`);
      }
    }
  }
  if (JSON.stringify(await counts()) !== before) succeeded('tokens or roles were made or ended');

  // Other spellings are no token, and no token beside a cookie is more than a token.
  for (const spelt of [
    `bearer ${token}`,
    `Bearer  ${token}`,
    `Bearer ${token} `,
    `Basic ${token}`,
    token,
    `Bearer ${token},`,
  ]) {
    const answer = await app.inject({ url: '/api/roles', headers: { authorization: spelt } });
    tried();
    if (answer.statusCode < 400) succeeded(`"${spelt.slice(0, 7)}…" reads roles`);
  }
  const cookie = (await access.enterAs('amara.okafor@example.test')).map((each) => each.split(';')[0]).join('; ');
  const both = await app.inject({ url: '/api/log', headers: { authorization: `Bearer ${token}`, cookie } });
  tried();
  if (both.statusCode < 400) succeeded('a token beside a cookie reads the log');

  // It stops with the role, and does not come back with it.
  const imports = async (of: string) => (await call(of, 'GET', '/api/imports')).statusCode;
  if ((await imports(short)) !== 200) succeeded('a token of a steward does not import');
  await access.take(who, other, 'steward');
  tried();
  if ((await imports(short)) < 400) succeeded('a token outlives the role');
  world.clock.advance(60_000);
  await access.give(who, other, 'steward');
  tried();
  if ((await imports(short)) < 400) succeeded('a token came back with the role');
  // Even where its row was kept, as by a backup.
  await world.owner.query(
    `insert into auth.token (token_hash, workspace_id, person_id, created_at, expires_at)
     select encode(sha256(convert_to($1, 'utf8')), 'hex'), $2, $3, $4::timestamptz - interval '1 hour', $4::timestamptz + interval '9 days'`,
    [short, world.workspaceId, other, world.clock.now()],
  );
  tried();
  if ((await imports(short)) < 400) succeeded('a token from before the role holds');
  const { token: late } = await access.makeToken(world.who(other, ['steward']), 'Late');
  if ((await imports(late)) !== 200) succeeded('a new token of a steward does not import');
  for (const status of ['leaving', 'alumni']) {
    await world.owner.query('update person set status = $1 where person_id = $2', [status, other]);
    tried();
    if ((await imports(late)) < 400) succeeded(`a token of somebody ${status} imports`);
  }
  figure('endpoints open to a token besides imports', isOpen - 8, 0);
});
