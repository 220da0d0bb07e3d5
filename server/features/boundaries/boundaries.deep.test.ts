import fc from 'fast-check';
import { afterAll, beforeAll, inject, it } from 'vitest';
import { boundariesHold } from '#test/helpers/boundaries-hold.ts';
import { story } from '#test/helpers/generated-world.ts';
import { createWorld, type World } from '#test/helpers/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld(inject('adminUrl'));
});
afterAll(() => world.close());

it('lets nobody blocked, paused, absent or departed into anybody’s sight, in many worlds', async () => {
  await fc.assert(
    fc.asyncProperty(story, (given) => boundariesHold(world, given)),
    { numRuns: 400 },
  );
});
