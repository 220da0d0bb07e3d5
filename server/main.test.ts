import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { toldKinds } from '#test/helpers/told-kinds.ts';
import { createWorld, type World } from '#test/helpers/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld(inject('adminUrl'));
});
afterAll(() => world.close());

it('has a notice of every kind that some feature tells', () => {
  expect(toldKinds()).toEqual(expect.arrayContaining(['hello', 'introduction-ended', 'mail-settings', 'role']));
  expect(Object.keys(world.house.notices)).toEqual(expect.arrayContaining(toldKinds()));
});
