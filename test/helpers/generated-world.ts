import fc from 'fast-check';
import type { Answer } from '../../contract/introductions.ts';
import type { Who } from '../../server/platform/access-guard.ts';
import { addDays, dayIn } from '../../server/platform/clock.ts';
import { publishRound } from './rounds.ts';
import { addWorkspace, type World } from './world.ts';

const STATUSES = ['active', 'away', 'leaving', 'alumni'] as const;
const PEOPLE = 5;
const ZONE = 'Europe/Lisbon';

/** Something that somebody does, or that happens to them; numbers choose among the people and things there are. */
export type Act =
  | { do: 'open'; who: number; hellos: boolean }
  | { do: 'pause'; who: number; days: number | null }
  | { do: 'block' | 'unblock' | 'hello'; who: number; whom: number }
  | { do: 'status'; who: number; status: (typeof STATUSES)[number] }
  | { do: 'say'; who: number; which: number; answer: 'yes' | 'not-now' }
  | { do: 'withdraw'; who: number; which: number }
  | { do: 'answer'; who: number; which: number; answer: Answer }
  | { do: 'round'; who: number; size: number }
  | { do: 'swap' | 'again' | 'second' | 'third' | 'rhythm'; who: number; which: number }
  | { do: 'request'; who: number }
  | { do: 'open-to-requests'; who: number; introductions: boolean }
  | { do: 'days'; pass: number };

const person = fc.nat(PEOPLE - 1);
const two = { who: person, whom: person };
const which = fc.nat(3);

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constant('open' as const), who: person, hellos: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('pause' as const), who: person, days: fc.option(fc.nat(9)) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('block' as const, 'unblock' as const), ...two }) },
  { weight: 9, arbitrary: fc.record({ do: fc.constant('hello' as const), ...two }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('status' as const), who: person, status: fc.constantFrom(...STATUSES) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('say' as const),
      who: person,
      which,
      answer: fc.constantFrom('yes' as const, 'yes' as const, 'not-now' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('withdraw' as const), who: person, which }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('answer' as const),
      who: person,
      which,
      answer: fc.constantFrom('met' as const, 'not-yet' as const, 'cannot' as const),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('round' as const), who: person, size: fc.integer({ min: 2, max: 4 }) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom('swap' as const, 'again' as const, 'second' as const, 'third' as const, 'rhythm' as const),
      who: person,
      which,
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('request' as const), who: person }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('open-to-requests' as const), who: person, introductions: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('days' as const), pass: fc.integer({ min: 1, max: 16 }) }) },
);

/** Everybody's status, and what happens; everybody is open to hellos at first. */
export const story = fc.record({
  statuses: fc.array(fc.constantFrom('active' as const, 'active' as const, 'active' as const, ...STATUSES), {
    minLength: PEOPLE,
    maxLength: PEOPLE,
  }),
  acts: fc.array(act, { minLength: 5, maxLength: 30 }),
});
export type Story = typeof story extends fc.Arbitrary<infer T> ? T : never;

/** What a test knows of a person, beside the product. */
interface Known {
  who: Who;
  email: string;
  status: (typeof STATUSES)[number];
  isOpen: boolean;
  pausedUntil: string | null;
  blocks: Set<string>;
}

let runs = 0;

/** A new workspace in `world`, told act by act; `check` looks at it after each. */
export async function tell(world: World, given: Story, check: (state: State) => Promise<void>): Promise<void> {
  const state = await begin(world, given);
  for (const each of given.acts) {
    await perform(world, state, each);
    await check(state);
  }
}

export interface State {
  workspaceId: string;
  people: Known[];
  today(): string;
  /** Whether two may be brought together today: both here, not paused, no block either way. */
  mayMeet(one: Known, two: Known): boolean;
}

async function begin(world: World, given: Story): Promise<State> {
  runs += 1;
  const workspaceId = await addWorkspace(world.owner, world.clock.now());
  const people: Known[] = [];
  for (const [index, status] of given.statuses.entries()) {
    const email = `person-${runs}-${index}@example.test`;
    const personId = await world.addPerson({ name: `Person ${index}`, email, unit: `Unit ${index % 2}`, workspaceId });
    const who: Who = { workspaceId, personId, status: 'active', roles: [], sessionId: null };
    await world.services.doors.boundaries.change(who, { hellos: true });
    await world.services.doors.people.saveProfile(who, { about: `I am ${index}.`, shows: ['about'] });
    await world.owner.query('update person set status = $1 where person_id = $2', [status, personId]);
    people.push({ who, email, status, isOpen: true, pausedUntil: null, blocks: new Set() });
  }
  const today = () => dayIn(world.clock.now(), ZONE);
  const isHere = (each: Known) => each.status === 'active' && (each.pausedUntil === null || each.pausedUntil < today());
  const isBlocked = (one: Known, other: Known) =>
    one.blocks.has(other.who.personId) || other.blocks.has(one.who.personId);
  return {
    workspaceId,
    people,
    today,
    mayMeet: (one, other) => isHere(one) && isHere(other) && !isBlocked(one, other),
  };
}

/** The code of a refusal; null where it went through. Anything but a refusal is a failure of the test. */
async function refusalOf(work: Promise<unknown>): Promise<string | null> {
  try {
    await work;
    return null;
  } catch (error) {
    if (typeof error === 'object' && error && 'code' in error && /^[a-z.-]+$/.test(String(error.code)))
      return String(error.code);
    throw error;
  }
}

async function perform(world: World, state: State, given: Act): Promise<void> {
  if (given.do === 'days') {
    world.clock.advance(given.pass * 86_400_000);
    await world.services.doors.introductions.remindRhythms();
    await world.services.doors.introductions.tendRequests();
    return;
  }
  const me = state.people[given.who];
  if (!me) throw new Error('Nobody acts.');
  if ('whom' in given) return between(world, state, { me, given });
  if (given.do === 'round') return draw(world, state, me, given.size);
  const { boundaries, introductions } = world.services.doors;
  if (given.do === 'open') {
    me.isOpen = given.hellos;
    await boundaries.change(me.who, { hellos: given.hellos });
  } else if (given.do === 'pause') {
    me.pausedUntil = given.days === null ? null : addDays(state.today(), given.days);
    await boundaries.change(me.who, { pausedUntil: me.pausedUntil });
  } else if (given.do === 'open-to-requests') {
    await boundaries.change(me.who, { introductions: given.introductions });
  } else if (given.do === 'status') {
    me.status = given.status;
    await world.owner.query('update person set status = $1 where person_id = $2', [given.status, me.who.personId]);
  } else if (me.status !== 'leaving') {
    // Somebody who leaves may only take their data; the guard refuses all else.
    await refusalOf(ownAct(me.who, given, introductions));
  }
}

async function ownAct(
  who: Who,
  given: Extract<
    Act,
    { do: 'say' | 'withdraw' | 'answer' | 'swap' | 'again' | 'second' | 'third' | 'rhythm' | 'request' }
  >,
  door: World['services']['doors']['introductions'],
): Promise<void> {
  if (given.do === 'say') {
    const hello = (await door.hellos(who)).received[given.which];
    if (hello) await door.answerHello(who, hello.id, given.answer);
  } else if (given.do === 'withdraw') {
    const hello = (await door.hellos(who)).sent[given.which];
    if (hello) await door.withdraw(who, hello.id);
  } else if (given.do === 'request') {
    await door.ask(who);
  } else {
    const id = (await door.list(who))[given.which]?.id;
    if (id && given.do === 'answer') await door.answer(who, id, { answer: given.answer });
    if (id && given.do === 'swap') await door.swap(who, id);
    if (id && given.do === 'again') await door.again(who, id, true);
    if (id && given.do === 'second') await door.next(who, id, 'us');
    if (id && given.do === 'third') await door.next(who, id, 'third');
    if (id && given.do === 'rhythm') await door.setRhythm(who, id, 'fortnightly');
  }
}

/** A round of one group, as a plan within all boundaries would have it; half of them have met already. */
async function draw(world: World, state: State, first: Known, size: number): Promise<void> {
  const group: Known[] = [];
  const start = state.people.indexOf(first);
  for (const each of [...state.people.slice(start), ...state.people.slice(0, start)])
    if (group.length < size && state.mayMeet(each, each) && group.every((other) => state.mayMeet(each, other)))
      group.push(each);
  if (group.length < 2) return;
  const { ids } = await publishRound(world, [group.map(({ who }) => who)]);
  const [leader] = group;
  if (!leader || size % 2) return;
  for (const { who } of group) {
    await world.services.doors.introductions.answer(who, ids[0] ?? '', { answer: 'met' });
    await world.services.doors.introductions.again(who, ids[0] ?? '', true);
  }
}

async function between(
  world: World,
  state: State,
  { me, given }: { me: Known; given: { do: 'block' | 'unblock' | 'hello'; whom: number } },
): Promise<void> {
  const other = state.people[given.whom];
  if (!other || other === me || me.status === 'leaving') return;
  const { boundaries, introductions } = world.services.doors;
  const otherId = other.who.personId;
  if (given.do === 'block') {
    me.blocks.add(otherId);
    await boundaries.block(me.who, otherId);
  } else if (given.do === 'unblock') {
    me.blocks.delete(otherId);
    await boundaries.unblock(me.who, otherId);
  } else {
    const refusal = await refusalOf(introductions.sayHello(me.who, { toId: otherId, phrase: 'curious' }));
    const quiet = ['introductions.not-open', 'introductions.already-asked', 'introductions.limit-reached'];
    if (refusal !== null && !quiet.includes(refusal)) throw new Error(`Saying hello was refused with ${refusal}.`);
    if (refusal !== null || state.mayMeet(me, other)) return;
    const reached = (await introductions.hellos(other.who)).received.some(({ from }) => from.id === me.who.personId);
    if (reached) throw new Error('A hello reached somebody out of reach.');
  }
}
