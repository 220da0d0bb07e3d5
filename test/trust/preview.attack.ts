import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, inject } from 'vitest';
import { createRandom } from '#engine/random.ts';
import * as figures from '#server/features/programmes/figures/figures.rules.ts';
import type { NewProgramme } from '#server/features/programmes/programmes.ts';
import type { Who } from '#server/platform/access-guard.ts';
import { attack } from '#test/helpers/attack.ts';
import { createWorld, type World } from '#test/helpers/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld(inject('adminUrl'));
});
afterAll(() => world.close());

const DAY = 86_400_000;
const UNITS = ['Labs', 'Field', 'Sales'];
const OFFER: NewProgramme = {
  kind: 'coffee',
  name: 'Coffee',
  audience: 'link',
  size: 2,
  rule: 'across',
  cadence: 'monthly-last',
  weekday: 2,
  drawTime: '09:00',
};
const door = () => world.services.doors.programmes;
const emailOf = (who: Who) => `${who.personId}@example.test`;

/** People of an organisation, straight in the tables; the first is a steward. */
async function crowd(count: number): Promise<Who[]> {
  const workspaceId = randomUUID();
  await world.owner.query(
    "insert into workspace (workspace_id, name, purpose, timezone, language, created_at) values ($1, 'Meridian', '', 'Europe/Lisbon', 'en', $2)",
    [workspaceId, world.clock.now()],
  );
  const units = UNITS.map((name) => ({ id: randomUUID(), name }));
  for (const { id, name } of units)
    await world.owner.query('insert into unit (workspace_id, unit_id, name) values ($1, $2, $3)', [
      workspaceId,
      id,
      name,
    ]);
  const ids = Array.from({ length: count }, () => randomUUID());
  await world.owner.query(
    `insert into person (workspace_id, person_id, email, name, search_text, unit_id, status, source, created_at)
     select $1, id, id || '@example.test', 'Person ' || place, 'person', ($3::uuid[])[1 + place % 3], 'active', 'import', $4
     from unnest($2::uuid[]) with ordinality as t (id, place)`,
    [workspaceId, ids, units.map(({ id }) => id), world.clock.now()],
  );
  return ids.map((id, place) => ({ ...world.who(id, place === 0 ? ['steward'] : []), workspaceId }));
}

async function join(programmeId: string, people: readonly Who[]): Promise<void> {
  await world.owner.query(
    `insert into membership (workspace_id, programme_id, person_id, joined_at, rhythm)
     select $1, $2, id, $4, 'every' from unnest($3::uuid[]) as id`,
    [people[0]?.workspaceId, programmeId, people.map(({ personId }) => personId), world.clock.now()],
  );
}

/** All bytes that a host gets: previews of several settings, the page, the answers to what a host may press. */
async function everythingSeen(host: Who, ids: readonly string[]): Promise<string> {
  const seen: unknown[] = [];
  for (const id of ids) {
    for (const whatIf of [{}, { size: 4, rule: 'within', cadence: 'weekly' }] as const)
      for await (const event of await door().preview(host, id, whatIf)) seen.push(event);
    seen.push(await door().host(host, id), await door().get(host, id));
  }
  // Time needed is measured elsewhere; where it is told it is no secret of a person.
  return JSON.stringify(seen, (key, value) => (key === 'milliseconds' ? 0 : value));
}

interface Stage {
  host: Who;
  puppets: Who[];
  victim: Who;
  others: Who[];
  ids: string[];
}

/** An organisation with programmes by link, of a unit and for everyone, of which a round was sent. */
async function stage(isMember: boolean): Promise<Stage> {
  const people = await crowd(36);
  const [host, a, b, c, d, victim, ...others] = people;
  if (!host || !a || !b || !c || !d || !victim) throw new Error('People are needed.');
  const unit = await world.owner.query('select unit_id from unit where workspace_id = $1 order by name', [
    host.workspaceId,
  ]);
  const ids: string[] = [];
  for (const audience of ['link', 'unit', 'everyone'] as const) {
    const unitId = audience === 'unit' ? (unit.rows[0]?.unit_id as string) : undefined;
    const { id } = await door().create(host, { ...OFFER, audience, unitId });
    await join(id, [host, a, b, ...(isMember ? [victim] : []), ...others]);
    ids.push(id);
  }
  await everythingSeen(host, ids);
  for (const id of ids) await door().sendNow(host, id);
  return { host, puppets: [a, b, c, d], victim, others, ids };
}

/** What an attacker arranges around one person: invented pairs with everybody, puppets that come and go. */
async function arrange({ host, puppets, victim, others, ids }: Stage): Promise<void> {
  const [a, b, c, d] = puppets;
  for (const id of ids) {
    const lines = [host, ...puppets, ...others].map((other) => `${emailOf(victim)},${emailOf(other)},2026-01-05`);
    await door().importPairs(host, id, lines.join('\n'));
    if (a && b) await Promise.all([door().leave(a, id), door().leave(b, id)]);
    if (c && d) await join(id, [c, d]);
  }
}

const introductionOf = async (who: Who, programmeId: string) =>
  (
    await world.owner.query(
      'select introduction_id as id, member_ids as members from introduction where programme_id = $1 and $2 = any (member_ids)',
      [programmeId, who.personId],
    )
  ).rows[0] as { id: string; members: string[] };

const each = (ids: readonly string[], act: (id: string) => Promise<unknown>) => Promise.all(ids.map(act));
const block = (who: Who, whom: Who | undefined) =>
  whom ? world.services.doors.boundaries.block(who, whom.personId) : Promise.resolve();

/** Choices of one person, each of which the attacker would like to know. */
const choices = ({ victim, puppets, others, ids }: Stage): Record<string, () => Promise<unknown>> => ({
  'skips the next': () => each(ids, (id) => door().choose(victim, id, { skip: true })),
  'does not skip': () => each(ids, (id) => door().choose(victim, id, { skip: false })),
  paused: () => world.services.doors.boundaries.change(victim, { pausedUntil: '2027-01-30' }),
  'pauses no more': () => world.services.doors.boundaries.change(victim, { pausedUntil: null }),
  'wants no invitations': () => world.services.doors.boundaries.change(victim, { neverInvite: true }),
  'blocked a puppet': () => block(victim, puppets[2]),
  'was blocked': async () => {
    for (const other of others.slice(0, 1)) await block(other, victim);
  },
  left: () => each(ids, (id) => door().leave(victim, id)),
});

attack('preview-oracle', async ({ tried, succeeded }) => {
  for (const isMember of [true, false]) {
    world.clock.set('2026-12-01T09:00:00Z');
    const scene = await stage(isMember);
    const { victim, ids, host } = scene;
    await arrange(scene);
    world.clock.advance(DAY);
    let before = await everythingSeen(host, ids);
    const acts = isMember
      ? { 'met, and again': () => each(ids, (id) => sayAgain(victim, id)), ...choices(scene) }
      : { joined: () => each(ids, (id) => join(id, [victim])) };
    for (const [name, happens] of Object.entries(acts)) {
      await happens();
      // Figures are looked at once a day; the date of the round stays far.
      world.clock.advance(DAY / 2);
      await world.owner.query('update programme_look set looks = 0');
      await world.owner.query("update programme_release set checked_on = '2026-01-01'");
      const after = await everythingSeen(host, ids);
      tried();
      if (before !== after) succeeded(name);
      before = after;
    }
  }
});

async function sayAgain(victim: Who, programmeId: string): Promise<void> {
  const { id, members } = await introductionOf(victim, programmeId);
  const { introductions } = world.services.doors;
  for (const personId of members) {
    await introductions.answer({ ...victim, personId }, id, { answer: 'met' });
    await introductions.again({ ...victim, personId }, id, true).catch(() => undefined);
  }
}

attack('preview-of-few', async ({ tried, succeeded }) => {
  world.clock.set('2026-12-01T09:00:00Z');
  const [host, ...people] = await crowd(40);
  if (!host) throw new Error('People are needed.');
  const answers = new Set<string>();
  const emailsOfAll = people.map(emailOf);
  for (let size = 0; size <= 5; size += 1) {
    const { id } = await door().create(host, OFFER);
    await join(id, [host, ...people.slice(0, size)]);
    const seen = await everythingSeen(host, [id]);
    answers.add(seen.replaceAll(id, ''));
    await door().sendNow(host, id);
    // Known addresses and unknown ones read the same.
    const [known, unknown] = [`${emailsOfAll[0]},${emailsOfAll[1]},2026-01-05`, 'x@a.test,y@a.test,2026-01-05'];
    const replies = [await door().importPairs(host, id, known), await door().importPairs(host, id, unknown)];
    if (JSON.stringify(replies[0]) !== JSON.stringify(replies[1])) succeeded('an address');
    tried(2);
  }
  if (answers.size > 1) succeeded(`how many of five joined: ${answers.size} answers`);
});

const crowdOf = (people: number) => ({
  people: Array.from({ length: people }, (_, place) => ({
    person: { id: String(place), unit: [UNITS[place % 2 ? 0 : 1] ?? ''] },
    part: 'member' as const,
  })),
  joined: people,
});

/** The best guess from all that a person's joining could change, learned from half of the looks and tried on the rest. */
attack('first-figures', async ({ tried, figure }) => {
  const LOOKS = 15_000;
  const chance = createRandom(7);
  const keyOf = (people: number) => {
    const told = figures.blur(crowdOf(people), chance);
    return told
      ? `${told.people} ${told.joined} ${told.units.find(({ name }) => name === UNITS[1])?.people}`
      : 'too few';
  };
  for (const people of [12, 24, 40, 200]) {
    const leaning = new Map<string, number>();
    for (let look = 0; look < LOOKS; look += 1)
      for (const side of [0, 1]) {
        const key = keyOf(people + side);
        leaning.set(key, (leaning.get(key) ?? 0) + (side ? 1 : -1));
      }
    let right = 0;
    for (let look = 0; look < LOOKS; look += 1)
      for (const side of [0, 1]) if ((leaning.get(keyOf(people + side)) ?? 0) > 0 === (side === 1)) right += 1;
    tried(2 * LOOKS);
    figure(`advantage among ${people}`, right / LOOKS - 1, 0.15);
  }
});
