import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Overview, OverviewStep } from '#contract/workspace.ts';
import type { Who } from '#server/platform/access-guard.ts';
import { appOf, signedIn } from '#test/helpers/http.ts';
import { startSmtpSpy } from '#test/helpers/smtp-spy.ts';
import { createWorld, type World } from '#test/helpers/world.ts';

let world: World;
let app: FastifyInstance;
let cookie: string;
let amara: string;
beforeAll(async () => {
  world = await createWorld(inject('adminUrl'));
  app = await appOf(world);
  amara = await world.addPerson({ name: 'Amara Okafor', roles: ['steward'] });
  await world.owner.query("update person set source = 'setup'");
  cookie = await signedIn(world, 'amara.okafor@example.test');
});
afterAll(async () => {
  await app.close();
  await world.close();
});

const overview = async (): Promise<Overview> =>
  (await app.inject({ url: '/api/workspace/overview', headers: { cookie } })).json();
const step = async (name: OverviewStep) => (await overview()).steps.find((each) => each.step === name);
const post = async (url: string, payload: object, method: 'POST' | 'PUT' = 'POST') =>
  (await app.inject({ method, url: `/api${url}`, headers: { cookie }, payload })).statusCode;

describe('the overview', () => {
  it('begins with one steward and nothing done', async () => {
    expect(await overview()).toMatchObject({
      people: { here: 1, byFile: 0, invited: 0, units: 0, sites: 0 },
      programmes: { running: 0, next: null },
      mail: { state: 'folder', testedAt: null },
      backup: { madeAt: null },
      worksCouncil: 'nobody',
    });
    expect((await overview()).steps.map(({ isDone }) => isDone)).toEqual([false, false, false, false, false]);
  });

  it('counts whom an invitation was written to until they come, and ticks then', async () => {
    await post('/invitations', { emails: ['li@example.test', 'ana@example.test'] });
    expect((await overview()).people).toMatchObject({ here: 3, invited: 2, byFile: 0 });
    expect((await step('people'))?.isDone).toBe(false);
    await signedIn(world, 'li@example.test');
    expect((await overview()).people).toMatchObject({ here: 3, invited: 1 });
    expect((await step('people'))?.isDone).toBe(true);
  });

  it('does not tell whether anybody of a file has come', async () => {
    await world.addPerson({ name: 'Jonas Brandt', hasEntered: false });
    const before = await overview();
    expect(before.people).toMatchObject({ here: 4, byFile: 1, invited: 1 });
    await signedIn(world, 'jonas.brandt@example.test');
    expect(await overview()).toEqual(before);
  });

  it('names the programme that draws next', async () => {
    const offer = { kind: 'coffee', name: 'Coffee', size: 2, rule: 'across', cadence: 'weekly' } as const;
    const { programmes } = world.services.doors;
    const steward = world.who(amara, ['steward']);
    await programmes.create(steward, { ...offer, weekday: 5, audience: 'everyone', drawTime: '09:00' });
    await programmes.create(steward, { ...offer, name: 'Tea', weekday: 3, audience: 'link', drawTime: '09:00' });
    const told = (await overview()).programmes;
    expect(told).toMatchObject({ running: 2, next: { name: 'Tea' } });
  });

  it('ticks the second steward and the works council by their roles', async () => {
    await world.addPerson({ name: 'Second Steward', roles: ['steward'] });
    await world.owner.query(
      `insert into role_grant (workspace_id, person_id, role, given_by, given_at)
       select workspace_id, person_id, 'works-council', $1, now() from person where email = 'ana@example.test'`,
      [amara],
    );
    expect((await step('second-steward'))?.isDone).toBe(true);
    expect((await overview()).worksCouncil).toBe('nominated');
    expect((await step('works-council'))?.isDone).toBe(false);
    await world.owner.query("update role_grant set confirmed_by = $1 where role = 'works-council'", [amara]);
    expect((await step('works-council'))?.isDone).toBe(true);
  });

  it('takes a word that a backup is made elsewhere, and takes it back', async () => {
    expect(await post('/workspace/overview/elsewhere', { step: 'mail', isElsewhere: true }, 'PUT')).toBe(400);
    await post('/workspace/overview/elsewhere', { step: 'backup', isElsewhere: true }, 'PUT');
    expect(await step('backup')).toMatchObject({ isDone: true, elsewhereSince: world.clock.now().toISOString() });
    await post('/workspace/overview/elsewhere', { step: 'backup', isElsewhere: false }, 'PUT');
    expect(await step('backup')).toMatchObject({ isDone: false, elsewhereSince: null });
    const { rows } = await world.owner.query("select action from log_entry where about->>'step' = 'backup' order by 1");
    expect(rows.map(({ action }) => action)).toEqual(['workspace.say-elsewhere', 'workspace.take-elsewhere-back']);
  });
});

describe('what is noted', () => {
  it('is read and written by stewards alone, in the database too', async () => {
    const member = world.who(await world.addPerson({ name: 'A Member' }));
    await post('/workspace/overview/elsewhere', { step: 'backup', isElsewhere: true }, 'PUT');
    const noted = (who: Who) =>
      world.db.asPerson(who, ({ db }) => db.selectFrom('overview_note').select('kind').execute());
    expect(await noted(world.who(amara, ['steward']))).toEqual([{ kind: 'backup-elsewhere' }]);
    expect(await noted(member)).toEqual([]);
    const { workspace } = world.services.doors;
    // Whoever calls it a steward: the database asks itself.
    const pretender = { ...member, roles: ['steward' as const] };
    await expect(workspace.sayElsewhere(pretender, 'works-council', true)).rejects.toThrow(/row-level security/);
    await post('/workspace/overview/elsewhere', { step: 'backup', isElsewhere: false }, 'PUT');
  });
});

describe('that email works', () => {
  it('is said after a test, and no longer once any of the settings is another', async () => {
    const spy = await startSmtpSpy();
    const stored = { host: '127.0.0.1', port: spy.port, secure: false, user: 'loam', from: 'loam@example.test' };
    const store = (password: string, change: object = {}) =>
      world.owner.query('update workspace set mail = $1', [
        JSON.stringify({ ...stored, ...change, sealedPassword: world.services.context.secrets.seal(password) }),
      ]);
    await store('sesame');
    expect((await overview()).mail).toEqual({ state: 'untested', testedAt: null });
    await post('/workspace/mail/test', {});
    expect((await overview()).mail).toEqual({ state: 'works', testedAt: world.clock.now().toISOString() });
    // Sealed anew, it is the same password.
    await store('sesame');
    expect((await overview()).mail.state).toBe('works');
    for (const [password, change] of [
      ['another', {}],
      ['sesame', { from: 'other@example.test' }],
      ['sesame', { port: spy.port + 1 }],
      ['sesame', { user: 'else' }],
    ] as const) {
      await store(password, change);
      expect((await overview()).mail.state).toBe('untested');
    }
    const { rows } = await world.owner.query('select mark from overview_note');
    expect(JSON.stringify(rows)).not.toContain('sesame');
    await world.owner.query('update workspace set mail = null');
    expect((await overview()).mail.state).toBe('folder');
    await spy.close();
  });

  it('is said of settings that were tested in the form before they were saved', async () => {
    const spy = await startSmtpSpy();
    const mail = { host: '127.0.0.1', port: spy.port, secure: false, from: 'loam@example.test' };
    world.clock.advance(3_600_000);
    expect(await post('/workspace/mail/test', { mail })).toBe(200);
    expect((await overview()).mail.state).toBe('folder');
    await world.owner.query('update workspace set mail = $1', [JSON.stringify(mail)]);
    expect((await overview()).mail.state).toBe('works');
    await spy.close();
    world.clock.advance(3_600_000);
    await post('/workspace/mail/test', {});
    expect((await step('mail'))?.isDone).toBe(true);
    await world.owner.query('update workspace set mail = null');
  });
});
