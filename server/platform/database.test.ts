import { sql } from 'kysely';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { createWorld, type World } from '#test/helpers/world.ts';
import type { RoleScope } from './database.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld(inject('adminUrl'));
});
afterAll(() => world.close());

const hold = ({ db }: RoleScope) => sql`select pg_advisory_xact_lock(20)`.execute(db);

it('lets who holds a lock look, though every job of the background waits for that lock', async () => {
  const { db, workspaceId } = world;
  const personId = await world.addPerson({ name: 'Ana Berg' });
  const waiting: Promise<unknown>[] = [];
  const seen = await db.asPerson({ workspaceId, personId }, async (scope) => {
    await hold(scope);
    for (let job = 0; job < 8; job++) waiting.push(db.asJobs('rounds', workspaceId, hold));
    await expect
      .poll(
        async () =>
          (await world.owner.query("select 1 from pg_locks where locktype = 'advisory' and not granted")).rowCount,
      )
      .toBeGreaterThan(1);
    return db.asJobs('answers', workspaceId, async (looks) => (await sql`select 1`.execute(looks.db)).rows.length);
  });
  expect(seen).toBe(1);
  await Promise.all(waiting);
});
