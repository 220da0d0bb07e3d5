import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createWorld, type World } from '#test/helpers/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld(inject('adminUrl'));
  await world.owner.query('delete from workspace');
});
afterAll(() => world.close());

const facts = { name: 'Meridian', purpose: 'Clean water', timezone: 'Europe/Lisbon', language: 'en' } as const;
const steward = { name: 'Amara Okafor', email: 'amara@example.test' };

describe('setting up', () => {
  it('refuses a wrong code and an unknown time zone', async () => {
    const { workspace } = world.services.doors;
    await expect(workspace.setUp({ ...facts, steward, code: 'WRONG-CODE' })).rejects.toMatchObject({
      code: 'workspace.wrong-code',
    });
    const elsewhere = { ...facts, timezone: 'Mars/Olympus', steward, code: workspace.setUpCode() };
    await expect(workspace.setUp(elsewhere)).rejects.toMatchObject({ code: 'workspace.unknown-time-zone' });
    expect(await workspace.isSetUp()).toBe(false);
  });

  it('makes one organisation with a steward, however often it is asked', async () => {
    const { workspace } = world.services.doors;
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
