import { expect } from 'vitest';
import { type State, type Story, tell } from './generated-world.ts';
import { compose, isStillWanted } from './moment-of-sending.ts';
import type { World } from './world.ts';

type Known = State['people'][number];

/** Tells a story and checks after each act that nobody out of reach stands in anybody's sight. */
export async function boundariesHold(world: World, story: Story): Promise<void> {
  await tell(world, story, async (state) => {
    for (const viewer of state.people) {
      await greetable(world, state, viewer);
      await seen(world, state, viewer);
    }
    await told(world, state);
  });
}

const byId = (state: State, id: string): Known => {
  const found = state.people.find(({ who }) => who.personId === id);
  if (!found) throw new Error('Somebody of another world.');
  return found;
};

/** Open to me are exactly those who are open, here, and not blocked either way. */
async function greetable(world: World, state: State, viewer: Known): Promise<void> {
  const ids = state.people.map(({ who }) => who.personId);
  const open = await world.db.asPerson(viewer.who, (scope) =>
    world.services.doors.boundaries.openTo(scope, ids, state.today()),
  );
  const present: Known = { ...viewer, status: 'active', pausedUntil: null };
  const expected = state.people.filter(
    (each) => each !== viewer && each.isOpen && state.mayMeet(present, each) && state.mayMeet(each, present),
  );
  expect([...open].sort()).toEqual(expected.map(({ who }) => who.personId).sort());
}

/** Hellos that wait and introductions that run name only people within reach. */
async function seen(world: World, state: State, viewer: Known): Promise<void> {
  const door = world.services.doors.introductions;
  const present: Known = { ...viewer, status: 'active', pausedUntil: null };
  for (const { from } of (await door.hellos(viewer.who)).received) {
    expect(state.mayMeet(byId(state, from.id), present)).toBe(true);
  }
  for (const each of await door.list(viewer.who)) {
    if (each.metOn !== null) continue;
    const others = each.others.map(({ id }) => byId(state, id));
    if (!each.isEnded)
      for (const [place, other] of others.entries())
        for (const beside of [present, ...others.slice(place + 1)]) expect(state.mayMeet(other, beside)).toBe(true);
    else {
      const details = await door.get(viewer.who, each.id, 'en');
      expect(details).toMatchObject({
        words: [],
        why: { sentence: '', chips: [] },
        times: [],
      });
    }
  }
}

const WRITTEN = ['introduction', 'round-introduction', 'did-you-meet', 'again', 'meeting-rhythm'];

/** Mail that would still leave brings together only people within each other's reach. */
async function told(world: World, state: State): Promise<void> {
  const { rows } = await world.owner.query<{
    kind: string;
    about_id: string;
    person_id: string;
    pair: string[] | null;
  }>(
    `select o.kind, o.about_id, o.person_id, array[h.from_id, h.to_id] as pair
     from outbox o left join hello h on h.hello_id = o.about_id
     where o.workspace_id = $1 and o.kind = any ($2)`,
    [state.workspaceId, ['hello', ...WRITTEN]],
  );
  for (const row of rows) {
    const receiver = byId(state, row.person_id);
    const about = { ...receiver.who, kind: row.kind, aboutId: row.about_id, key: '' };
    // Delivery itself asks whether the receiver is still here.
    if (receiver.status !== 'active' || !(await isStillWanted(world, about))) continue;
    if (row.kind === 'hello') {
      const [first, second] = (row.pair ?? []).map((id) => byId(state, id));
      if (!first || !second) throw new Error('A pair has two people.');
      expect(state.mayMeet(first, second)).toBe(true);
      continue;
    }
    const mail = await compose(world, about);
    for (const { address } of mail?.replyTo ?? []) {
      const other = state.people.find(({ email }) => email === address);
      if (!other) throw new Error('A mail goes to somebody of another world.');
      expect(state.mayMeet(receiver, other)).toBe(true);
    }
  }
}
