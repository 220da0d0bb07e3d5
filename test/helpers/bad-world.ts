import type { Random } from '#engine/random.ts';
import { signedIn } from './http.ts';
import { publishRound } from './rounds.ts';
import type { Known } from './schema-values.ts';
import { addWorkspace, type World } from './world.ts';

/** A small organisation in which every endpoint has something to do, and who may call there. */
export interface BadWorld {
  known: Known;
  /** Cookies by caller; '' is nobody. */
  cookieOf(random: Random): string;
  /** Signs everybody in again. */
  signIn(): Promise<void>;
  /** Puts back what the requests so far have ended: sessions, roles, programmes. */
  renew(): Promise<void>;
}

const CALLERS = ['host', 'steward', 'me', 'council', 'leaving', 'stranger', 'me', 'host'] as const;
const address = (name: string) => `${name}@example.test`;

export async function createBadWorld(world: World): Promise<BadWorld> {
  const elsewhere = await addWorkspace(world.owner, world.clock.now());
  const people: Record<string, string> = {};
  for (const name of ['host', 'steward', 'me', 'council', 'leaving'])
    people[name] = await world.addPerson({ name, email: address(name), unit: 'Sales' });
  people.stranger = await world.addPerson({ name: 'stranger', email: address('stranger'), workspaceId: elsewhere });
  for (let more = 0; more < 12; more += 1)
    people[`p${more}`] = await world.addPerson({
      name: `p${more}`,
      email: address(`p${more}`),
      unit: `Unit ${more % 3}`,
    });
  const ids: Record<string, string[]> = {};
  const words: Record<string, unknown[]> = {
    timezone: ['Europe/Lisbon', 'UTC', 'Asia/Kolkata'],
    code: ['123456', '000000'],
    drawTime: ['09:00', '23:59'],
    domain: ['example.test'],
    confirm: [1, 0],
    text: ['name,email\nAna,ana@example.test', 'me@example.test,host@example.test,2026-03-24', 'a'],
    host: ['127.0.0.1'],
    uses: [['name', 'email']],
  };
  const cookies = new Map<string, string>();

  const signIn = async (): Promise<void> => {
    for (const name of CALLERS) cookies.set(name, await signedIn(world, address(name)));
  };
  const renew = async (): Promise<void> => {
    await restore(world, people);
    await signIn();
    const runs = await world.owner.query<{ id: string }>('select import_id as id from import_run limit 20');
    const made = await occupy(world, people, elsewhere);
    words.token = [...made.tokens, 'unknown', 'a.b.c'];
    ids.programme = made.programmes;
    ids.introduction = made.introductions;
    ids.other = [...Object.values(people), ...made.units, ...runs.rows.map(({ id }) => id), ...made.programmes];
    ids.any = [...ids.other, ...made.introductions, ...made.hellos];
    ids.person = Object.values(people);
  };
  await renew();
  return {
    known: {
      ids: (field) => (/^(personId|toId)$/.test(field) ? ids.person : ids.any) ?? [],
      words: (field) => words[field],
    },
    cookieOf: (random) => cookies.get(CALLERS[random.below(CALLERS.length + 1)] ?? '') ?? '',
    signIn,
    renew,
  };
}

/** Everybody as at the beginning, whoever was deleted, renamed or promoted meanwhile. */
async function restore(world: World, people: Record<string, string>): Promise<void> {
  for (const [name, id] of Object.entries(people)) {
    const status = name === 'leaving' ? 'leaving' : 'active';
    const { rowCount } = await world.owner.query(
      'update person set email = $2, name = $3, status = $4 where person_id = $1',
      [id, address(name), name, status],
    );
    if (rowCount === 0) people[name] = await world.addPerson({ name, email: address(name), unit: 'Sales' });
    await world.owner.query(
      `insert into auth.identity (issuer, subject, workspace_id, person_id) select 'email', email, workspace_id, person_id
       from person where person_id = $1 on conflict do nothing`,
      [people[name]],
    );
  }
  for (const [name, role] of [
    ['steward', 'steward'],
    ['council', 'works-council'],
  ])
    await world.owner.query(
      `insert into role_grant (workspace_id, person_id, role, given_by, given_at, confirmed_by)
       values ($1, $2, $3, $2, $4, $2) on conflict do nothing`,
      [world.workspaceId, people[name ?? ''], role, world.clock.now()],
    );
}

/** A programme with members and a round, hellos, introductions, links and tokens. */
async function occupy(world: World, people: Record<string, string>, elsewhere: string) {
  const { boundaries, introductions, programmes, access } = world.services.doors;
  const who = (name: string, roles: ('steward' | 'works-council')[] = []) => world.who(people[name] ?? '', roles);
  const offer = { kind: 'coffee', name: 'Coffee', size: 2, rule: 'across', cadence: 'weekly', weekday: 2 } as const;
  const [host, me, steward] = [who('host'), who('me'), who('steward', ['steward'])];
  const mine = await programmes.create(host, { ...offer, audience: 'link', drawTime: '09:00' });
  const everyones = await programmes.create(steward, { ...offer, audience: 'everyone', drawTime: '09:00' });
  const foreign = await programmes.create(
    { ...who('stranger'), workspaceId: elsewhere },
    { ...offer, audience: 'link', drawTime: '09:00' },
  );
  const link = (await programmes.link(host, mine.id)).split('/').at(-1) ?? '';
  for (let place = 0; place < 12; place += 1) {
    const member = who(`p${place}`);
    await boundaries.change(member, { hellos: true, introductions: true });
    await programmes.join(member, mine.id, { token: link });
    await programmes.join(member, everyones.id, {});
  }
  await programmes.join(me, mine.id, { token: link });
  const groups = [
    [me, who('p1')],
    [host, who('p2'), steward],
  ];
  const { ids } = await publishRound(world, groups, { programmeId: mine.id });
  await introductions.sayHello(me, { toId: people.p3 ?? '', phrase: 'coffee' }).catch(() => null);
  await introductions.sayHello(who('p4'), { toId: people.me ?? '', phrase: 'coffee' }).catch(() => null);
  const hellos = await introductions.hellos(me);
  const join = await access.entry.makeLink(steward, 'example.test').catch(() => null);
  const press = (kind: 'skip' | 'never-invite') =>
    introductions
      .pressUrl({ ...me, kind, aboutId: mine.id })
      .split('/')
      .at(-1) ?? '';
  const { rows } = await world.owner.query<{ unit_id: string }>('select unit_id from unit limit 20');
  return {
    programmes: [mine.id, everyones.id, foreign.id],
    introductions: ids,
    hellos: [...hellos.received, ...hellos.sent].map(({ id }) => id),
    units: rows.map(({ unit_id }) => unit_id),
    tokens: [link, press('skip'), press('never-invite'), ...(join ? [join.url.split('/').at(-1) ?? ''] : [])],
  };
}
