import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, inject } from 'vitest';
import { hashed } from '#server/features/access/access.rules.ts';
import type { Who } from '#server/platform/access-guard.ts';
import { type Attempts, attack } from '#test/helpers/attack.ts';
import { codeOf } from '#test/helpers/codes.ts';
import { appOf, signedIn } from '#test/helpers/http.ts';
import { createWorld, type World } from '#test/helpers/world.ts';

const DAY = 86_400_000;

let world: World;
let app: FastifyInstance;
let steward: Who;

beforeEach(async () => {
  world = await createWorld(inject('adminUrl'));
  app = await appOf(world);
  const id = await world.addPerson({ name: 'Stella Steward', email: 'stella@x.test', roles: ['steward'] });
  steward = world.who(id, ['steward']);
});
afterEach(async () => {
  await app.close();
  await world.close();
});

/** Sends a file through preview and apply; the import's id, or null where it was refused. */
async function imported(text: string, complete = false): Promise<string | null> {
  const { imports } = world.services.doors;
  try {
    const run = await imports.preview(steward, { bytes: Buffer.from(text), fileName: 'people.csv', complete });
    await imports.apply(steward, run.id, run.counts.gone);
    return run.id;
  } catch {
    return null;
  }
}

async function whoIs(cookie: string): Promise<string | null> {
  const answer = await app.inject({ method: 'GET', url: '/api/me', headers: { cookie } });
  return answer.json<{ person: { id: string } | null }>().person?.id ?? null;
}

/** Whom a code to an address leads to; null for nobody. */
async function enters(email: string): Promise<string | null> {
  return signedIn(world, email).then(whoIs, () => null);
}

async function call(cookie: string, method: 'GET' | 'POST' | 'DELETE', path: string, body: object = {}) {
  return app.inject({
    method,
    url: `/api${path}`,
    headers: { cookie, ...(method === 'GET' ? {} : { 'content-type': 'application/json' }) },
    ...(method === 'GET' ? {} : { payload: JSON.stringify(body) }),
  });
}

/** A token and a passkey of somebody, as if made there; the token's words. */
async function tokenAndPasskey(personId: string): Promise<string> {
  const token = `loam_${randomUUID().replaceAll('-', '')}${'ab'.repeat(8)}`;
  const now = world.clock.now();
  await world.owner.query(
    'insert into auth.token (token_hash, workspace_id, person_id, created_at, expires_at) values ($1, $2, $3, $4, $5)',
    [hashed(token), world.workspaceId, personId, now, new Date(now.getTime() + 30 * DAY)],
  );
  await world.owner.query(
    `insert into auth.passkey (id, "publicKey", "userId", "credentialID", counter, "deviceType", "backedUp")
     select $1, 'x', subject, $1, 0, 'singleDevice', false from auth.identity where issuer = 'user' and person_id = $2 limit 1`,
    [randomUUID(), personId],
  );
  return token;
}

async function speaksAs(token: string): Promise<string | null> {
  const { rows } = await world.owner.query('select person_id from auth.token where token_hash = $1', [hashed(token)]);
  return rows[0]?.person_id ?? null;
}

async function emailOf(personId: string): Promise<string> {
  const { rows } = await world.owner.query('select email from person where person_id = $1', [personId]);
  return rows[0]?.email ?? '';
}

async function person(name: string, email: string, externalId?: string): Promise<string> {
  const id = await world.addPerson({ name, email });
  if (externalId) await world.owner.query('update person set external_id = $2 where person_id = $1', [id, externalId]);
  return id;
}

async function changeOf(personId: string): Promise<string> {
  const { rows } = await world.owner.query(
    "select change_id from address_change where person_id = $1 and state = 'pending'",
    [personId],
  );
  return rows[0]?.change_id ?? randomUUID();
}

/** Three days and some, in which mail leaves and the background works. */
async function daysPass(days: number): Promise<void> {
  for (let hour = 0; hour < days * 4; hour += 1) {
    world.clock.advance(DAY / 4);
    await world.services.background.send();
    await world.services.background.tick();
  }
}

interface Asked {
  cookie: string;
  code: string;
}

/** A code that was asked for and not typed yet, with the browser that asked. */
async function askedCode(email: string): Promise<Asked> {
  const headers = new Headers();
  const { answer, code } = await codeOf(world, () => world.services.doors.access.sendCode({ headers }, email, 'en'));
  return { cookie: answer.split(';')[0] ?? '', code };
}

const letsIn = (email: string, { cookie, code }: Asked): Promise<boolean> =>
  world.services.doors.access.enter({ headers: new Headers({ cookie }) }, email, code).then(
    () => true,
    () => false,
  );

attack('address-by-file', async ({ tried, succeeded }) => {
  const victim = await person('Vera Victim', 'vera@x.test', 'E1');
  const other = await person('Otto Other', 'otto@x.test', 'E2');
  await signedIn(world, 'vera@x.test');
  await signedIn(world, 'otto@x.test');
  const evil = [
    'evil@evil.test',
    'EVIL@EVIL.TEST',
    'vera@xn--x-test.test',
    'vera@х.test',
    ' evil2@evil.test ',
    'VERA@x.tést',
  ];
  const files: [string, boolean][] = evil.flatMap((email): [string, boolean][] => [
    [`id,name,email\nE1,Vera Victim,${email}`, false],
    [`id,name,email\nE1,Another Name,${email}`, false],
    [`name,email\nVera Victim,${email}`, false],
    // Gone, and back under another address.
    ['id,name,email\nE2,Otto Other,otto@x.test', true],
    [`id,name,email\nE1,Vera Victim,${email}\nE2,Otto Other,otto@x.test`, true],
    // The address goes to an invented person, and the number comes back under another.
    ['id,name,email\nE9,Invented,vera@x.test\nE2,Otto Other,otto@x.test', false],
    [`id,name,email\nE1,Vera Victim,${email}`, false],
    // Swapped in one file.
    ['id,name,email\nE1,Vera Victim,otto@x.test\nE2,Otto Other,vera@x.test', false],
    [`id,name,email\nE1,Vera Victim,${email}\nE2,Otto Other,vera@x.test`, false],
  ]);
  for (const [text, complete] of files) {
    await imported(text, complete);
    for (const email of [...evil, 'otto@x.test', 'vera@x.test']) {
      tried();
      const plain = email.trim().toLowerCase();
      const found = await enters(plain);
      if (found === victim && plain !== 'vera@x.test') succeeded(`${plain} is Vera after ${text}`);
      if (found === other && plain !== 'otto@x.test') succeeded(`${plain} is Otto after ${text}`);
    }
  }
  const { access } = world.services.doors;
  const { url } = await access.entry.makeLink(steward, 'evil.test');
  const token = url.split('/').at(-1) ?? '';
  for (const email of ['vera@x.test', 'Vera@X.test']) {
    tried();
    const { known } = await access.entry.invite(steward, [email]);
    if (known.length === 0 && (await enters('vera@x.test')) === victim) succeeded('an invitation took an address');
    const joined = await call('', 'POST', `/join/${token}`, { name: 'Evil', email });
    if (joined.statusCode === 200) succeeded('a join link sent a code to an address of another domain');
  }
});

attack('address-then-undo', async ({ tried, succeeded }) => {
  const { imports } = world.services.doors;
  for (let round = 0; round < 5; round += 1) {
    const [old, evil, number] = [`new${round}@x.test`, `evil${round}@evil.test`, `N${round}`];
    const victim = await person(`New Comer${round}`, old, number);
    const id = await imported(`id,name,email\n${number},New Comer${round},${evil}`);
    const cookie = await signedIn(world, evil);
    const token = await tokenAndPasskey(victim);
    const pending = await askedCode(evil);
    if (round === 4) await world.services.doors.access.entry.invite(steward, [old]);
    await imports.undo(steward, id ?? '', 1);
    tried(6);
    if ((await whoIs(cookie)) !== null) succeeded('a session outlived the undo');
    if ((await enters(evil)) !== null) succeeded('the address still signs in');
    if (await letsIn(evil, pending)) succeeded('a code outlived the undo');
    if ((await speaksAs(token)) !== null) succeeded('a token outlived the undo');
    const { rows } = await world.owner.query('select 1 from auth.passkey');
    if (rows.length > 0) succeeded('a passkey outlived the undo');
    const about = await world.owner.query(
      "select 1 from log_entry where action = 'addresses.change' and about ->> 'personId' = $1",
      [victim],
    );
    if (about.rows.length === 0) succeeded('their own log says nothing');
  }
});

attack('address-at-first-sign-in', async ({ tried, succeeded }) => {
  const { imports } = world.services.doors;
  for (let round = 0; round < 3; round += 1) {
    const victim = await person(`Vera Victim${round}`, `vera${round}@x.test`, `E${round}`);
    const text = `id,name,email\nE${round},Vera Victim${round},evil${round}@evil.test`;
    const run = await imports.preview(steward, { bytes: Buffer.from(text), fileName: 'people.csv', complete: false });
    // Vera signs in after the preview was made, or while it is carried out.
    const apply = () => imports.apply(steward, run.id).catch(() => undefined);
    if (round === 0) await signedIn(world, `vera${round}@x.test`).then(apply);
    else await Promise.all([apply(), signedIn(world, `vera${round}@x.test`).catch(() => undefined)]);
    tried();
    const cookie = await signedIn(world, `vera${round}@x.test`).catch(() => null);
    const isVera = cookie !== null && (await whoIs(cookie)) === victim;
    if (isVera && (await enters(`evil${round}@evil.test`)) === victim) succeeded('both addresses sign in');
    const lost = await world.owner.query(
      `select 1 from auth.session s join auth.identity i on i.subject = s."userId"
       where i.issuer = 'user' and i.person_id = $1`,
      [victim],
    );
    if (!isVera && lost.rows.length > 0 && (await enters(`evil${round}@evil.test`)) === victim && lost.rows.length > 1)
      succeeded('the address moved behind a session');
  }
});

attack('address-recycled', async ({ tried, succeeded }) => {
  const first = await person('First Holder', 'shared@x.test', 'F1');
  const cookie = await signedIn(world, 'shared@x.test');
  const code = await askedCode('shared@x.test');
  await imported('id,name,email\nS1,Second Holder,shared@x.test');
  tried(3);
  if (await letsIn('shared@x.test', code)) succeeded('a code came along with the address');
  const second = await enters('shared@x.test');
  if (second === first) succeeded('the address still leads to its first holder');
  if ((await whoIs(cookie)) === second) succeeded('a session came along with the address');
  const { rows } = await world.owner.query(
    `select count(*) as many from auth.session s join auth.identity i on i.subject = s."userId"
     where i.issuer = 'user' and i.person_id = $1`,
    [first],
  );
  tried();
  if (Number(rows[0].many) > 0) succeeded('the first holder still has a session');
});

async function colleagues() {
  const [helper, second, fresh, never] = [
    await person('Hanna Helper', 'hanna@x.test'),
    await world.addPerson({ name: 'Second Steward', email: 'second@x.test', roles: ['steward'] }),
    await person('Fresh Face', 'fresh@x.test'),
    await person('Never Here', 'never@x.test'),
  ];
  for (const email of ['stella@x.test', 'hanna@x.test', 'second@x.test']) await signedIn(world, email);
  return { helper, second, fresh, never };
}

async function release(change: string, by: Who, colleague: string): Promise<boolean> {
  const cookie = await signedIn(world, await emailOf(by.personId));
  const asked = await call(cookie, 'POST', `/addresses/${change}/release`, { colleagueId: colleague });
  if (asked.statusCode !== 200) return false;
  const other = await signedIn(world, await emailOf(colleague));
  const agreed = await call(other, 'POST', `/addresses/${change}/agree`);
  return agreed.statusCode === 200;
}

async function releaseTooSoon({ tried, succeeded }: Attempts, victim: string, helper: string) {
  for (let day = 0; day < 3; day += 1) {
    tried();
    if (await release(await changeOf(victim), steward, helper)) succeeded(`released after ${day} days`);
    await daysPass(1);
  }
}

attack('address-release', async (attempts) => {
  const { tried, succeeded } = attempts;
  const victim = await person('Vera Victim', 'vera@x.test', 'E1');
  await signedIn(world, 'vera@x.test');
  const { helper, second, fresh, never } = await colleagues();
  world.clock.advance(60_000);
  await imported('id,name,email\nE1,Vera Victim,evil@evil.test');
  await signedIn(world, 'fresh@x.test');
  await releaseTooSoon(attempts, victim, helper);
  // Only one mail has left.
  const change = await changeOf(victim);
  await world.owner.query('update address_change set told_again = null where change_id = $1', [change]);
  await world.owner.query("update outbox set status = 'failed' where key = $1", [`address-change:${change}:2`]);
  await daysPass(2);
  tried();
  if (await release(change, steward, helper)) succeeded('released with one mail told');
  await world.owner.query("update outbox set status = 'sent', sent_at = $2 where key = $1", [
    `address-change:${change}:2`,
    world.clock.now(),
  ]);
  await daysPass(1);
  // The wrong two.
  for (const [by, colleague] of [
    [steward, steward.personId],
    [steward, second],
    [steward, fresh],
    [steward, never],
    [steward, victim],
    [world.who(helper), second],
    [world.who(helper), steward.personId],
  ] as const) {
    tried();
    if (await release(change, by, colleague)) succeeded(`released by ${by.personId} and ${colleague}`);
  }
  // Asked of one, agreed by others.
  const cookie = await signedIn(world, 'stella@x.test');
  await call(cookie, 'POST', `/addresses/${change}/release`, { colleagueId: helper });
  for (const email of ['stella@x.test', 'second@x.test', 'fresh@x.test', 'never@x.test', 'vera@x.test']) {
    tried();
    const answer = await call(await signedIn(world, email), 'POST', `/addresses/${change}/agree`);
    if (answer.statusCode === 200) succeeded(`${email} agreed in Hanna's place`);
  }
  if ((await emailOf(victim)) !== 'vera@x.test') succeeded('the address moved');
  // The right two can; otherwise the tries above prove nothing.
  if (!(await release(change, steward, helper))) throw new Error('A release by the right two should work.');
});

attack('address-confirmed', async ({ tried, succeeded }) => {
  const victim = await person('Vera Victim', 'vera@x.test', 'E1');
  await person('Otto Other', 'otto@x.test');
  const [old, kept] = [await signedIn(world, 'vera@x.test'), await signedIn(world, 'vera@x.test')];
  const token = await tokenAndPasskey(victim);
  if ((await speaksAs(token)) !== victim) throw new Error('The token should work at first.');
  await imported('id,name,email\nE1,Vera Victim,first@new.test');
  await imported('id,name,email\nE1,Vera Victim,first@new.test');
  const waiting = await world.owner.query("select 1 from address_change where state = 'pending'");
  tried();
  if (waiting.rows.length !== 1) succeeded(`the same file again made ${waiting.rows.length} changes`);
  const first = await changeOf(victim);
  for (const email of ['otto@x.test', 'stella@x.test']) {
    tried(2);
    const cookie = await signedIn(world, email);
    if ((await call(cookie, 'POST', `/addresses/${first}/confirm`)).statusCode === 200) succeeded(`${email} confirmed`);
    if ((await call(cookie, 'POST', `/addresses/${first}/refuse`)).statusCode === 200) succeeded(`${email} refused`);
  }
  await call(kept, 'POST', `/addresses/${first}/refuse`);
  await imported('id,name,email\nE1,Vera Victim,first@new.test');
  tried();
  if ((await world.owner.query("select 1 from address_change where state = 'pending'")).rows.length > 0)
    succeeded('a refused address was asked for again');
  await imported('id,name,email\nE1,Vera Victim,right@new.test');
  const code = await askedCode('vera@x.test');
  const done = await call(kept, 'POST', `/addresses/${await changeOf(victim)}/confirm`);
  if (done.statusCode !== 200) throw new Error(`Confirming should work: ${done.body}`);
  tried(5);
  if ((await whoIs(old)) !== null) succeeded('an old session outlived the change');
  if ((await whoIs(kept)) !== victim) succeeded('the session that confirmed ended');
  if (await letsIn('vera@x.test', code)) succeeded('an old code outlived the change');
  if ((await enters('vera@x.test')) === victim) succeeded('the old address still signs in');
  if ((await enters('right@new.test')) !== victim) succeeded('the new address does not sign in');
  tried();
  if ((await speaksAs(token)) !== null) succeeded('a token outlived the change');
  // Both addresses are told.
  const { rows } = await world.owner.query("select to_address from outbox where kind = 'address-changed'");
  const told = rows.map(({ to_address }) => to_address).sort();
  tried();
  if (told.join() !== 'right@new.test,vera@x.test') succeeded(`told only ${told.join()}`);
  const lines = await world.owner.query("select 1 from log_entry where about ->> 'personId' = $1", [victim]);
  tried();
  if (lines.rows.length < 4) succeeded('the log says too little');
});

attack('sessions-in-my-name', async ({ tried, succeeded }) => {
  const me = await person('Vera Victim', 'vera@x.test', 'E1');
  await person('Otto Other', 'otto@x.test');
  const [mine, thief] = [await signedIn(world, 'vera@x.test'), await signedIn(world, 'vera@x.test')];
  // Another user of the library, bound to the same person.
  await world.owner.query(`update auth."user" set email = 'moved@moved.invalid' where email = 'vera@x.test'`);
  const second = await signedIn(world, 'vera@x.test');
  const otto = await signedIn(world, 'otto@x.test');
  const list = async (cookie: string) =>
    (await call(cookie, 'GET', '/sessions')).json<{ sessions: { id: string; how: string; isThis: boolean }[] }>()
      .sessions;
  const all = await list(second);
  tried();
  if (all.length !== 3) succeeded(`${all.length} of 3 sessions are shown`);
  for (const { id } of all) {
    tried();
    if ((await call(otto, 'DELETE', `/sessions/${id}`)).statusCode === 200) succeeded('somebody else ended mine');
  }
  const theirs = (await list(thief)).find(({ isThis }) => isThis);
  await call(second, 'DELETE', `/sessions/${theirs?.id}`);
  tried();
  if ((await whoIs(thief)) !== null) succeeded('a session could not be ended from another user of mine');
  await call(second, 'DELETE', '/sessions');
  tried(2);
  if ((await whoIs(mine)) !== null) succeeded('a session outlived "everywhere else"');
  if ((await whoIs(second)) !== me || (await whoIs(otto)) === null) succeeded('it ended too much');
});
