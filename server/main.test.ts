import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { becauseOf, noticeOf } from '#server/features/delivery/delivery.rules.ts';
import { toldKinds } from '#test/helpers/told-kinds.ts';
import { createWorld, type World } from '#test/helpers/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld(inject('adminUrl'));
});
afterAll(() => world.close());

it('says of each kind of message why it comes', () => {
  const becauses = (...kinds: string[]) => kinds.map((kind) => becauseOf(noticeOf(world.services.notices, kind)));
  expect(becauses('invitation', 'role', 'mail-settings')).toEqual(['invited', 'roles', 'roles']);
  expect(becauses('console-code', 'address-change', 'address-changed')).toEqual(Array(3).fill('sign-in'));
  expect(becauses('hello', 'programme-invitation')).toEqual(['directory', 'directory']);
});

it('tells at night, and where other mail is off, only what guards a sign-in', () => {
  const safe = Object.entries(world.services.notices).flatMap(([kind, notice]) => (notice.isAboutSafety ? [kind] : []));
  expect(safe.sort()).toEqual(['address-change', 'address-changed', 'console-code', 'mail-settings', 'role']);
});

it('has a notice of every kind that some feature tells', () => {
  expect(toldKinds()).toEqual(expect.arrayContaining(['hello', 'introduction-ended', 'mail-settings', 'role']));
  expect(Object.keys(world.services.notices)).toEqual(expect.arrayContaining(toldKinds()));
});
