import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, inject } from 'vitest';
import type { Who } from '#server/platform/access-guard.ts';
import { type Attempts, attack } from '#test/helpers/attack.ts';
import { appOf, signedIn } from '#test/helpers/http.ts';
import { addWorkspace, createWorld, type World } from '#test/helpers/world.ts';

const TIMED = 60;
const AN_HOUR = 3_600_000;

let world: World;
let app: FastifyInstance;
let cookie = '';
let url = '';
let me: Who;
beforeAll(async () => {
  world = await createWorld(inject('adminUrl'));
  // Real sockets: what is measured is what a colleague measures.
  app = await appOf(world);
  url = await app.listen({ port: 0, host: '127.0.0.1' });
  me = world.who(await world.addPerson({ name: 'Eve Dropper', email: 'eve@example.test' }));
  cookie = await signedIn(world, 'eve@example.test');
});
afterAll(async () => {
  await app.close();
  await world.close();
});

let count = 0;
/** Somebody whose name is as long as everybody's. */
async function somebody(): Promise<Who> {
  count += 1;
  return world.who(await world.addPerson({ name: `Ada N${1000 + count}`, email: `ada${1000 + count}@example.test` }));
}

async function call(method: 'GET' | 'POST', path: string, body?: object): Promise<string> {
  const answer = await fetch(`${url}/api${path}`, {
    method,
    headers: { cookie, origin: 'http://localhost:4020', ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return `${answer.status} ${await answer.text()}`;
}

/** All that a curious colleague gets to see of somebody, without their name and ids. */
async function learned({ personId }: Who): Promise<string> {
  const steps = [
    await call('GET', `/people/${personId}`),
    await call('POST', '/hellos', { toId: personId, phrase: 'curious' }),
    await call('GET', '/hellos'),
    await call('POST', '/hellos', { toId: personId, phrase: 'curious' }),
  ];
  // A day before and a day after the sender reads that it rests.
  for (const days of [13, 15]) {
    world.clock.advance(days * 24 * AN_HOUR);
    steps.push(await call('GET', '/hellos'));
    world.clock.advance(-days * 24 * AN_HOUR);
  }
  await world.owner.query('delete from hello');
  return steps
    .join('\n')
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id')
    .replaceAll(/Ada N\d+|n\.\d*/g, 'Ada');
}

const KINDS: [string, (who: Who) => Promise<unknown>][] = [
  ['never came', async () => undefined],
  ['said no', (who) => world.services.doors.boundaries.change(who, { hellos: false })],
  [
    'pauses',
    async (who) => {
      await world.services.doors.boundaries.change(who, { hellos: true });
      await world.services.doors.boundaries.change(who, { pausedUntil: '2035-01-01' });
    },
  ],
  [
    'blocked me',
    async (who) => {
      await world.services.doors.boundaries.change(who, { hellos: true });
      await world.services.doors.boundaries.block(who, me.personId);
    },
  ],
  ['is away', (who) => world.owner.query("update person set status = 'away' where person_id = $1", [who.personId])],
];

/** How well two samples are told apart by time: 0.5 is chance, 1 is certainty. */
function toldApart(one: readonly number[], two: readonly number[]): number {
  let wins = 0;
  for (const a of one) for (const b of two) wins += a > b ? 1 : a === b ? 0.5 : 0;
  return Math.max(wins, one.length * two.length - wins) / (one.length * two.length);
}

/** Says hello to people who take hellos and people who never came, by turns; the best of three rounds counts. */
async function timed({ tried, figure }: Attempts) {
  let best = 1;
  for (let round = 0; round < 3 && best > 0.7; round++) {
    const samples: [number[], number[]] = [[], []];
    for (let index = 0; index < TIMED; index++) {
      const which = (index % 4 === 0 || index % 4 === 3 ? 0 : 1) satisfies 0 | 1;
      const who = await somebody();
      if (which === 0) await world.services.doors.boundaries.change(who, { hellos: true });
      const start = performance.now();
      await call('POST', '/hellos', { toId: who.personId, phrase: 'curious' });
      samples[which].push(performance.now() - start);
      await world.owner.query('delete from hello');
      tried();
    }
    best = Math.min(best, toldApart(samples[0], samples[1]));
  }
  figure('told apart by time', Math.round(best * 100) / 100, 0.75);
}

/** In a team of eight, a colleague compares the week before and after somebody takes no hellos any more. */
async function rowsTold({ tried, succeeded }: Attempts) {
  const { boundaries, week } = world.services.doors;
  const workspaceId = await addWorkspace(world.owner, world.clock.now());
  const team: Who[] = [];
  for (let count = 0; count < 8; count++) {
    const personId = await world.addPerson({ name: `Bo ${count}`, email: `bo${count}@example.test`, workspaceId });
    team.push({ ...world.who(personId), workspaceId });
  }
  const seen = async () => JSON.stringify(await Promise.all(team.map((eve) => week.get(eve))));
  // Who answers no for the first time changes nothing for anybody.
  const [undecided, refused] = [await seen(), team.at(-1)];
  if (refused) await boundaries.change(refused, { hellos: false });
  tried();
  if ((await seen()) !== undecided) succeeded('a row tells who answered');
  for (const who of team) await boundaries.change(who, { hellos: true });
  for (const eve of team)
    for (const who of team.filter((each) => each !== eve)) {
      const open = await week.get(eve);
      await boundaries.change(who, { hellos: false });
      const closed = JSON.stringify(await week.get(eve));
      await boundaries.change(who, { hellos: true, pausedUntil: '2035-01-01' });
      const paused = JSON.stringify(await week.get(eve));
      await boundaries.change(who, { pausedUntil: null });
      const works = open.hardlyKnow.some(({ person }) => person.id === who.personId);
      tried();
      if (closed !== (works ? JSON.stringify(open) : paused)) succeeded('a row tells who takes no hellos');
    }
}

attack('who-never-came', async (attempts) => {
  await rowsTold(attempts);
  const open = await somebody();
  await world.services.doors.boundaries.change(open, { hellos: true });
  const expected = await learned(open);
  for (const [name, change] of KINDS) {
    const who = await somebody();
    await change(who);
    attempts.tried();
    if ((await learned(who)) !== expected) attempts.succeeded(`${name} looks different`);
  }
  await timed(attempts);
});

attack('times-of-others', async ({ tried, succeeded }) => {
  const { introductions: door, boundaries } = world.services.doors;
  await boundaries.change(me, { hellos: true });
  const introduced = async (): Promise<{ who: Who; id: string }> => {
    const who = await somebody();
    await boundaries.change(who, { hellos: true });
    await world.owner.query('delete from hello');
    await door.sayHello(who, { toId: me.personId, phrase: 'curious' });
    return { who, id: (await door.sayHello(me, { toId: who.personId, phrase: 'coffee' })) ?? '' };
  };
  const [free, busy] = [await introduced(), await introduced()];
  // One of the two meets somebody else at every time on offer.
  const other = await somebody();
  await world.owner.query('delete from hello');
  await boundaries.change(other, { hellos: true });
  await door.sayHello(other, { toId: busy.who.personId, phrase: 'curious' });
  const elsewhere = await door.sayHello(busy.who, { toId: other.personId, phrase: 'coffee' });
  const hide = async (id: string, work: () => Promise<unknown>) => {
    // My own introductions may change what is on offer to me: each is looked at as if the other were not.
    const { rows } = await world.owner.query('delete from introduction_slot where introduction_id = $1 returning *', [
      id,
    ]);
    await work();
    for (const row of rows)
      await world.owner.query('insert into introduction_slot values ($1, $2, $3, $4, $5)', [
        row.workspace_id,
        row.person_id,
        row.starts_at,
        row.introduction_id,
        row.said_yes_at,
      ]);
  };
  let before = '';
  let offers: Date[] = [];
  await hide(busy.id, async () => {
    const { times } = await door.get(me, free.id);
    [before, offers] = [JSON.stringify(times), times.map(({ at }) => at)];
  });
  for (const at of offers)
    await world.owner.query(
      'insert into introduction_slot (workspace_id, person_id, starts_at, introduction_id) values ($1, $2, $3, $4) on conflict do nothing',
      [world.workspaceId, busy.who.personId, at, elsewhere],
    );
  await hide(free.id, async () => {
    tried();
    if (JSON.stringify((await door.get(me, busy.id)).times) !== before) succeeded('other times are on offer');
    for (const at of offers) {
      tried();
      const answer = await door.chooseTime(me, busy.id, at).then(
        () => 'fine',
        (error: { code: string }) => error.code,
      );
      if (answer !== 'fine') succeeded(`a proposal is answered with ${answer}`);
      const time = (await door.get(me, busy.id)).time;
      if (time?.stand !== 'waiting') succeeded(`it then reads ${time?.stand}`);
    }
  });
  tried();
  const seen = await world.db.asPerson(me, (scope) =>
    scope.db.selectFrom('introduction_slot').selectAll().where('introduction_id', '=', elsewhere).execute(),
  );
  if (seen.length > 0) succeeded('the database shows the times of an introduction that is not mine');
});
