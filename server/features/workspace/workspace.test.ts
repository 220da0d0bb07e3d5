import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createWorld, type World } from '#test/helpers/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld(inject('adminUrl'));
  await world.owner.query('delete from workspace');
});
afterAll(() => world.close());

const facts = { name: 'Meridian', purpose: 'Clean water', timezone: 'Europe/Lisbon', language: 'en' } as const;
const steward = { name: 'Amara Okafor', email: 'Amara@example.test' };

describe('setting up', () => {
  it('refuses a wrong code and an unknown time zone', async () => {
    const { workspace } = world.house.doors;
    await expect(workspace.setUp({ ...facts, steward, code: 'WRONG-CODE' })).rejects.toMatchObject({
      code: 'workspace.wrong-code',
    });
    const elsewhere = { ...facts, timezone: 'Mars/Olympus', steward, code: workspace.setUpCode() };
    await expect(workspace.setUp(elsewhere)).rejects.toMatchObject({ code: 'workspace.unknown-time-zone' });
    expect(await workspace.isSetUp()).toBe(false);
  });

  it('makes one organisation with a steward, however often it is asked', async () => {
    const { workspace } = world.house.doors;
    const ask = () =>
      workspace.setUp({ ...facts, steward, code: workspace.setUpCode().toLowerCase().replace('-', ' ') });
    const answers = await Promise.allSettled([ask(), ask(), ask()]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refused = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason.code] : []));
    expect(refused).toEqual(['workspace.already-set-up', 'workspace.already-set-up']);
    expect((await world.owner.query("select email, source from person where source = 'setup'")).rows).toEqual([
      { email: 'amara@example.test', source: 'setup' },
    ]);
  });
});

describe('mail settings', () => {
  it('keeps the password sealed and never shows it', async () => {
    const { rows } = await world.owner.query<{ workspace_id: string; person_id: string }>(
      'select workspace_id, person_id from person',
    );
    const who = { ...world.who(rows[0]?.person_id ?? '', ['steward']), workspaceId: rows[0]?.workspace_id ?? '' };
    const { workspace } = world.house.doors;
    await workspace.setMail(who, {
      host: 'smtp.example.test',
      port: 587,
      secure: false,
      user: 'loam',
      password: 'sesame',
      from: 'loam@example.test',
    });
    await workspace.setMail(who, {
      host: 'mail.example.test',
      port: 587,
      secure: false,
      user: 'loam',
      from: 'loam@example.test',
    });
    expect(await workspace.mail(who)).toEqual({
      host: 'mail.example.test',
      port: 587,
      secure: false,
      user: 'loam',
      from: 'loam@example.test',
    });
    expect(await workspace.settingsOf(who.workspaceId)).toMatchObject({
      host: 'mail.example.test',
      password: 'sesame',
    });
    const stored = await world.owner.query<{ mail: unknown }>('select mail from workspace');
    expect(JSON.stringify(stored.rows)).not.toContain('sesame');
  });
});
