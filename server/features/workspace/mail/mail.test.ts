import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { mailCode } from '#server/platform/console-code.ts';
import { createWorld, testSecrets, type World } from '#test/helpers/world.ts';

let world: World;
let amara: string;
let li: string;
beforeEach(async () => {
  world = await createWorld(inject('adminUrl'));
  amara = await world.addPerson({ name: 'Amara Okafor', roles: ['steward'] });
  await world.owner.query("update person set source = 'setup' where person_id = $1", [amara]);
  li = await world.addPerson({ name: 'Li Wei', roles: ['steward'] });
});
afterEach(() => world.close());

const settings = {
  host: 'smtp.example.test',
  port: 587,
  secure: false,
  user: 'loam',
  password: 'sesame',
  from: 'loam@example.test',
};
const { password: _, ...shown } = settings;
const door = () => world.services.doors.workspace;
const steward = (personId: string) => world.who(personId, ['steward']);
const signIn = async (name: string) => world.services.doors.access.enterAs(`${name}@example.test`);
const holds = async () => (await door().settingsOf(world.workspaceId))?.settings ?? null;
const proposalId = async () => (await door().mail(steward(amara))).proposal?.id ?? '';
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code: string }) => error.code,
  );
const actions = async () =>
  (await world.owner.query<{ action: string }>('select action from log_entry order by action desc')).rows.map(
    ({ action }) => action,
  );

describe('mail settings before anybody else has signed in', () => {
  it('hold at once, with the password sealed and never shown', async () => {
    await signIn('amara.okafor');
    expect(await door().setMail(steward(amara), settings)).toBe('holds');
    expect(await door().mail(steward(amara))).toEqual({
      mail: shown,
      hasPassword: true,
      isAlone: true,
      proposal: null,
    });
    expect(await holds()).toMatchObject({ password: 'sesame' });
    const stored = await world.owner.query('select mail from workspace');
    expect(JSON.stringify(stored.rows)).not.toContain('sesame');
    expect(await door().clearMail(steward(amara))).toBe('holds');
    expect(await holds()).toBeNull();
  });

  it('wait for another steward who is not the one who set the organisation up', async () => {
    expect(await door().setMail(steward(li), settings)).toBe('waits');
    expect(await holds()).toBeNull();
  });

  it('wait as soon as anybody else has signed in, even somebody who is gone since', async () => {
    const ben = await world.addPerson({ name: 'Ben' });
    await signIn('ben');
    expect(await door().setMail(steward(amara), settings)).toBe('waits');
    await world.owner.query("select set_config('loam.workspace', $1, false)", [world.workspaceId]);
    await world.owner.query('select erase_person($1, $2, now())', [world.workspaceId, ben]);
    expect(await door().setMail(steward(amara), { ...settings, host: 'other.example.test' })).toBe('waits');
  });
});

describe('a change that waits', () => {
  beforeEach(async () => {
    await signIn('li.wei');
    world.clock.advance(1000);
    expect(await door().setMail(steward(amara), settings)).toBe('waits');
  });

  it('holds once a second steward confirmed it, and is in the log with both hosts', async () => {
    expect((await door().mail(steward(li))).proposal).toMatchObject({
      mail: shown,
      hasPassword: true,
      by: { name: 'Amara Okafor' },
      mayConfirm: true,
      confirmers: ['Li Wei'],
    });
    expect(await codeOf(door().confirmMail(steward(amara), await proposalId()))).toBe('workspace.mail-two-people');
    expect(await holds()).toBeNull();
    await door().confirmMail(steward(li), await proposalId());
    expect(await holds()).toMatchObject({ host: 'smtp.example.test', password: 'sesame' });
    expect((await door().mail(steward(li))).proposal).toBeNull();
    expect(await actions()).toEqual(['workspace.propose-mail', 'workspace.confirm-mail']);
    const { rows } = await world.owner.query("select about from log_entry where action = 'workspace.confirm-mail'");
    expect(rows[0].about).toEqual({ before: '–', after: 'smtp.example.test', personId: amara });
  });

  it('holds with the code of the console, which works for it alone and not for long', async () => {
    const id = await proposalId();
    const code = mailCode(testSecrets, id, world.clock.now());
    await door().setMail(steward(amara), { ...settings, host: 'evil.example.test' });
    expect(await codeOf(door().confirmMail(steward(amara), id, code))).toBe('workspace.mail-changed');
    const next = await proposalId();
    expect(await codeOf(door().confirmMail(steward(amara), next, code))).toBe('workspace.wrong-mail-code');
    const old = mailCode(testSecrets, next, world.clock.now());
    world.clock.advance(30 * 60_000);
    expect(await codeOf(door().confirmMail(steward(amara), next, old))).toBe('workspace.wrong-mail-code');
    await door().confirmMail(steward(amara), next, mailCode(testSecrets, next, world.clock.now()).toLowerCase());
    expect(await holds()).toMatchObject({ host: 'evil.example.test' });
  });

  it('takes five wrong codes and then none, not even the right one', async () => {
    const id = await proposalId();
    for (let time = 0; time < 5; time++)
      expect(await codeOf(door().confirmMail(steward(amara), id, 'AAAA-AAAA'))).toBe('workspace.wrong-mail-code');
    const right = mailCode(testSecrets, id, world.clock.now());
    expect(await codeOf(door().confirmMail(steward(amara), id, right))).toBe('too-many-requests');
  });

  it('lapses after three days, with the sealed password', async () => {
    const id = await proposalId();
    world.clock.advance(72 * 3_600_000);
    expect(await proposalId()).toBe('');
    expect(await codeOf(door().confirmMail(steward(li), id))).toBe('workspace.mail-changed');
    world.clock.advance(1);
    await door().forget();
    expect((await world.owner.query('select 1 from mail_proposal')).rowCount).toBe(0);
  });

  it('can be withdrawn, and falls when its proposer is a steward no more', async () => {
    await door().withdrawMail(steward(li), await proposalId());
    expect(await proposalId()).toBe('');
    await door().setMail(steward(amara), settings);
    const id = await proposalId();
    await world.owner.query('delete from role_grant where person_id = $1', [amara]);
    expect(await codeOf(door().confirmMail(steward(li), id))).toBe('workspace.mail-changed');
  });

  it('to forget the settings waits just the same', async () => {
    await door().confirmMail(steward(li), await proposalId());
    expect(await door().clearMail(steward(li))).toBe('waits');
    expect(await holds()).not.toBeNull();
    await signIn('amara.okafor');
    // Amara had not signed in when it was proposed.
    expect(await codeOf(door().confirmMail(steward(amara), await proposalId()))).toBe('workspace.mail-two-people');
    world.clock.advance(1000);
    await door().clearMail(steward(li));
    await door().confirmMail(steward(amara), await proposalId());
    expect(await holds()).toBeNull();
  });
});

describe('who is a second steward', () => {
  const DAY = 86_400_000;
  /** Somebody who was made steward by another so many days before Amara proposes. */
  const made = async (name: string, by: string, daysAgo: number): Promise<string> => {
    const id = await world.addPerson({ name });
    await signIn(name.toLowerCase());
    await world.owner.query(
      "insert into role_grant (workspace_id, person_id, role, given_by, given_at) values ($1, $2, 'steward', $3, $4)",
      [world.workspaceId, id, by, new Date(world.clock.now().getTime() + DAY - daysAgo * DAY)],
    );
    return id;
  };
  const confirmers = async () => {
    world.clock.advance(DAY);
    expect(await door().setMail(steward(amara), settings)).toBe('waits');
    return (await door().mail(steward(amara))).proposal?.confirmers;
  };

  it('nobody whom the proposer made one in the last 30 days, in one step or several', async () => {
    const puppet = await made('Puppet', amara, 29);
    await made('Third', puppet, 5);
    await made('Older', amara, 31);
    expect(await confirmers()).toEqual(['Older']);
  });

  it('nobody who was made by whom the proposer was made by', async () => {
    await world.owner.query('update role_grant set given_by = $1, given_at = $3 where person_id = $2', [
      li,
      amara,
      world.clock.now(),
    ]);
    await signIn('li.wei');
    await made('Sister', li, 5);
    expect(await confirmers()).toEqual([]);
  });

  it('nobody whose maker is a steward no more, or is gone', async () => {
    const passing = await made('Passing', li, 40);
    await made('Orphan', passing, 5);
    await made('Stray', '00000000-0000-4000-8000-000000000000', 5);
    await world.owner.query('delete from role_grant where person_id = $1', [passing]);
    expect(await confirmers()).toEqual([]);
  });

  it('nobody whom the proposer invited, whoever made them steward', async () => {
    await world.services.doors.access.entry.invite(steward(amara), ['bob@example.test']);
    await signIn('bob');
    const { rows } = await world.owner.query("select person_id from person where email = 'bob@example.test'");
    await world.owner.query(
      "insert into role_grant (workspace_id, person_id, role, given_by, given_at) values ($1, $2, 'steward', $3, $4)",
      [world.workspaceId, rows[0].person_id, li, world.clock.now()],
    );
    expect(await confirmers()).toEqual([]);
  });

  it('nobody who was made one after the proposal', async () => {
    await signIn('li.wei');
    expect(await confirmers()).toEqual(['Li Wei']);
    await made('Late', li, -1);
    expect((await door().mail(steward(amara))).proposal?.confirmers).toEqual(['Li Wei']);
  });
});
