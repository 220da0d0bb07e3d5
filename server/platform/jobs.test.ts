import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { createWorld, testPasswords, type World } from '#test/helpers/world.ts';
import { createJobs, installJobs, type Jobs } from './jobs.ts';

let world: World;
let url: string;
const started: Jobs[] = [];
const errors: Error[] = [];

beforeAll(async () => {
  world = await createWorld(inject('adminUrl'));
  const { rows } = await world.owner.query<{ name: string }>('select current_database() as name');
  url = inject('adminUrl').replace(/\/[^/]*$/, `/${rows[0]?.name}`);
  await installJobs(url);
});
afterAll(async () => {
  await Promise.all(started.map((jobs) => jobs.stop()));
  await world.close();
});

async function startWith(send: () => Promise<unknown>, daily = async () => undefined): Promise<Jobs> {
  const jobs = createJobs({ url, passwords: testPasswords, onError: (error) => errors.push(error) });
  started.push(jobs);
  await jobs.start({ send, daily, tick: async () => undefined });
  return jobs;
}

describe('jobs', () => {
  it('run once at the start, and after each commit that woke them, but not after a rollback', async () => {
    const amara = await world.addPerson({ name: 'Amara Okafor' });
    const send = vi.fn(async () => undefined);
    const jobs = await startWith(send);
    await vi.waitFor(() => expect(send).toHaveBeenCalledTimes(1));

    const failed = world.db.asPerson(world.who(amara), async (scope) => {
      await jobs.wake(scope);
      throw new Error('rolled back');
    });
    await expect(failed).rejects.toThrow('rolled back');
    await new Promise((done) => setTimeout(done, 300));
    expect(send).toHaveBeenCalledTimes(1);

    const before = performance.now();
    await world.db.asPerson(world.who(amara), (scope) => jobs.wake(scope));
    await vi.waitFor(() => expect(send).toHaveBeenCalledTimes(2), { timeout: 5000, interval: 10 });
    expect(performance.now() - before).toBeLessThan(3000);
    expect(errors).toEqual([]);
  });

  it('go on after a run that failed', async () => {
    const amara = await world.addPerson({ name: 'Jonas Weber' });
    await Promise.all(started.splice(0).map((jobs) => jobs.stop()));
    const send = vi.fn(async () => {
      throw new Error('no database for a moment');
    });
    const jobs = await startWith(send);
    await vi.waitFor(() => expect(send).toHaveBeenCalledTimes(1));
    await world.db.asPerson(world.who(amara), (scope) => jobs.wake(scope));
    await vi.waitFor(() => expect(send).toHaveBeenCalledTimes(2), { timeout: 5000, interval: 10 });
    expect(errors.map((error) => error.message)).toContain('no database for a moment');
  });

  it('may be installed again, and give nobody else the right to take them', async () => {
    await installJobs(url);
    const other = new URL(url);
    other.username = 'app_user';
    other.password = testPasswords.app_user;
    const client = new pg.Client({ connectionString: other.toString() });
    await client.connect();
    await expect(client.query('delete from pgboss.job')).rejects.toThrow('permission denied');
    await client.end();
  });
});
