import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { compose, isStillWanted } from '#test/helpers/moment-of-sending.ts';
import { createWorld, type World } from '#test/helpers/world.ts';

let world: World;
let who: { workspaceId: string; personId: string };
beforeAll(async () => {
  world = await createWorld(inject('adminUrl'));
  who = world.who(await world.addPerson({ name: 'Amara Diallo' }));
});
afterAll(() => world.close());

const NOTHING = '00000000-0000-4000-8000-000000000000';
const RUNNING = [
  'introduction',
  'round-introduction',
  'introduction-time',
  'introduction-question',
  'introduction-ended',
  'did-you-meet',
  'again',
  'meeting-rhythm',
];
const told = (kind: string, aboutId: string | null) => ({ ...who, kind, aboutId, key: `${kind}:x` });

it('knows what introductions tell, and nothing else', () => {
  const kinds = Object.keys(world.services.doors.introductions.notices);
  expect(kinds.sort()).toEqual(['hello', ...RUNNING, 'request-lapsed'].sort());
});

it.each(['hello', ...RUNNING])(
  '"%s" no longer holds once its subject is gone, and always without one',
  async (kind) => {
    expect(await isStillWanted(world, told(kind, NOTHING))).toBe(false);
    expect(await isStillWanted(world, told(kind, null))).toBe(true);
    expect(await compose(world, told(kind, null))).toBeNull();
  },
);

it.each(['round-reminder', 'role', 'request-lapsed'])('"%s" always holds', async (kind) => {
  expect(await isStillWanted(world, told(kind, NOTHING))).toBe(true);
});

it('has no words for what others tell', async () => {
  expect(await compose(world, told('round-reminder', NOTHING))).toBeNull();
  expect(await compose(world, told('hello', NOTHING))).toBeNull();
  expect(await compose(world, told('request-lapsed', null))).toMatchObject({ lines: expect.any(Array) });
});
