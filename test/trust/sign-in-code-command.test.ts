import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { signInCode } from '#cli/sign-in-code.ts';
import { browserOf } from '#test/helpers/browser.ts';
import { appOf } from '#test/helpers/http.ts';
import { createWorld, TEST_SECRET, type World } from '#test/helpers/world.ts';

let world: World;
let app: FastifyInstance;
let env: NodeJS.ProcessEnv;
let folder: string;
const said: string[] = [];

beforeAll(async () => {
  world = await createWorld(inject('adminUrl'));
  // The command has the machine's clock.
  world.clock.set(new Date().toISOString());
  app = await appOf(world);
  folder = await mkdtemp(join(tmpdir(), 'loam-command-'));
  env = { DATABASE_URL: world.url, LOAM_DATA_DIR: folder, LOAM_SECRET: TEST_SECRET };
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
});
afterEach(() => said.splice(0));
afterAll(async () => {
  vi.restoreAllMocks();
  await app.close();
  await world.close();
  await rm(folder, { recursive: true });
});

describe('loam sign-in-code', () => {
  it('lets a person in without mail, once, in whichever browser asks for the address', async () => {
    const email = 'amara.okafor@example.test';
    const amara = await world.addPerson({ name: 'Amara Okafor', roles: ['steward'] });
    vi.spyOn(world.services.doors.delivery, 'sendCode').mockRejectedValue(new Error('mail is broken'));
    expect(await signInCode(['Amara.Okafor@example.test'], env)).toBe(0);
    const code = /^U[0-9A-Z-]{14}/.exec(said[0] ?? '')?.[0] ?? '';
    expect((await browserOf(app).enter(email, code)).statusCode).toBe(401);
    const other = browserOf(app);
    await other.ask('jonas.brandt@example.test');
    expect((await other.enter('jonas.brandt@example.test', code)).statusCode).toBe(401);
    const browser = browserOf(app);
    await browser.ask(email);
    expect((await browser.enter(email, '000-000-000')).statusCode).toBe(401);
    expect((await browser.enter(email, code.toLowerCase().replaceAll('-', ' '))).statusCode).toBe(200);
    expect(await browser.me()).toBe(amara);
    const again = browserOf(app);
    await again.ask(email);
    expect((await again.enter(email, code)).statusCode).toBe(401);
  });

  it('is seen by the works council and by the person, who is told', async () => {
    const jonas = await world.addPerson({ name: 'Jonas Brandt' });
    const council = await world.addPerson({ name: 'Nadia Rahimi', roles: ['works-council'] });
    await world.owner.query('insert into mail_choice values ($1, $2, now())', [world.workspaceId, jonas]);
    await signInCode(['jonas.brandt@example.test'], env);
    const entries = await world.services.doors.log.read(
      world.who(council, ['works-council']),
      new Date(Date.now() + 60_000),
    );
    expect(entries[0]).toMatchObject({ action: 'access.console-code', who: null, about: { personId: jonas } });
    const mine = await world.db.asPerson(world.who(jonas), ({ db }) =>
      db.selectFrom('log_entry').select('action').execute(),
    );
    expect(mine).toEqual([{ action: 'access.console-code' }]);
    // Also where other mail is off, and at any hour.
    world.clock.set(`${world.clock.now().toISOString().slice(0, 10)}T23:50:00Z`);
    await world.services.doors.delivery.sendDue();
    const { rows } = await world.owner.query(
      "select status, message from outbox where person_id = $1 and kind = 'console-code'",
      [jonas],
    );
    expect(rows[0].status).toBe('sent');
    expect(rows[0].message.subject).toBe('A sign-in code for you was made at the server');
    expect(JSON.stringify(rows)).not.toContain(/U[0-9A-Z-]{14}/.exec(said[0] ?? '')?.[0]);
  });

  it('ends after ten minutes, and with the address', async () => {
    const email = 'li.wei@example.test';
    world.clock.set(new Date().toISOString());
    await world.addPerson({ name: 'Li Wei' });
    await signInCode([email], env);
    const code = /^U[0-9A-Z-]{14}/.exec(said[0] ?? '')?.[0] ?? '';
    world.clock.advance(11 * 60_000);
    const browser = browserOf(app);
    await browser.ask(email);
    expect((await browser.enter(email, code)).statusCode).toBe(401);
  });

  it('says what is wrong with what was typed', async () => {
    await expect(signInCode(['nobody@example.test'], env)).rejects.toThrow(
      'nobody here signs in with nobody@example.test',
    );
    await expect(signInCode([], env)).rejects.toThrow('name one address');
    const { LOAM_SECRET: _, ...without } = env;
    await expect(signInCode(['li.wei@example.test'], without)).rejects.toThrow(
      'the secret of this instance is not here',
    );
  });
});
