import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import type { Who } from '#server/platform/access-guard.ts';
import { addWorkspace, createWorld, type World } from '#test/helpers/world.ts';
import type { NewProgramme } from './programmes.ts';

let world: World;
let workspaceId: string;
const offer: NewProgramme = {
  kind: 'coffee',
  name: 'Coffee across teams',
  audience: 'link',
  size: 2,
  rule: 'across',
  cadence: 'weekly',
  weekday: 2,
  drawTime: '09:00',
};

beforeAll(async () => {
  world = await createWorld(inject('adminUrl'));
});
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.set('2026-11-23T09:00:00Z');
  // A tick serves every workspace; earlier tests' programmes have had their rounds.
  await world.owner.query("update programme set status = 'ended'");
  workspaceId = await addWorkspace(world.owner, world.clock.now());
});

let added = 0;
async function somebody(unit = 'Labs', roles: Who['roles'] = []): Promise<Who> {
  added += 1;
  const name = `Person ${String.fromCharCode(97 + (added % 26))}${added.toString(26).replaceAll(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)] ?? '')}`;
  return { ...world.who(await world.addPerson({ name, unit, workspaceId, roles: [...roles] }), roles), workspaceId };
}
const crowd = (count: number, units = ['Labs', 'Field']) =>
  Promise.all(Array.from({ length: count }, (_, place) => place)).then(async (places) => {
    const people: Who[] = [];
    for (const place of places) people.push(await somebody(units[place % units.length]));
    return people;
  });

/** A programme by link that all of `people` joined; the first hosts it. */
async function running(people: readonly Who[], change: Partial<NewProgramme> = {}) {
  const { programmes } = world.services.doors;
  const [host] = people;
  if (!host) throw new Error('Somebody must host.');
  const { id } = await programmes.create(host, { ...offer, ...change });
  const token = (await programmes.link(host, id)).split('/').at(-1) ?? '';
  for (const who of people) await programmes.join(who, id, { token });
  return { id, host, token };
}

const door = () => world.services.doors.programmes;
const introductionsOf = async (who: Who) =>
  (await world.services.doors.introductions.list(who)).filter((each) => !each.isEnded);
const roundsOf = async (id: string) =>
  (
    await world.owner.query('select round_on::text as on, certificate from round where programme_id = $1 order by 1', [
      id,
    ])
  ).rows;
const mailOf = async (kind: string) =>
  (
    await world.owner.query<{ person_id: string; key: string; not_before: Date }>(
      'select person_id, key, not_before from outbox where workspace_id = $1 and kind = $2 order by key',
      [workspaceId, kind],
    )
  ).rows;

describe('opening a programme', () => {
  it('is free for the own unit and by link; everyone needs a steward', async () => {
    const [labs, field, steward] = [
      await somebody('Labs'),
      await somebody('Field'),
      await somebody('Labs', ['steward']),
    ];
    const unitOf = async (who: Who) =>
      (await world.owner.query('select unit_id from person where person_id = $1', [who.personId])).rows[0]
        .unit_id as string;
    await expect(door().create(labs, { ...offer, audience: 'everyone' })).rejects.toThrow('not-allowed');
    await expect(door().create(labs, { ...offer, audience: 'unit', unitId: await unitOf(field) })).rejects.toThrow(
      'not-allowed',
    );
    await expect(door().create(labs, { ...offer, audience: 'unit' })).rejects.toThrow('bad-request');
    const own = await door().create(labs, { ...offer, audience: 'unit', unitId: await unitOf(labs) });
    expect(own).toMatchObject({ isHost: true, nextOn: '2026-11-24', unit: { name: 'Labs' }, membership: null });
    expect((await door().list(steward)).map(({ id }) => id)).toEqual([own.id]);
    expect(await door().list(field)).toEqual([]);
    await expect(door().get(field, own.id)).rejects.toThrow('not-found');
    await door().create(steward, { ...offer, audience: 'everyone' });
    expect(await door().list(field)).toHaveLength(1);
    await expect(door().create(labs, { ...offer, timezone: 'Mars/Base' })).rejects.toThrow(
      'workspace.unknown-time-zone',
    );
  });

  it('by link is open to whoever has the link, until it is renewed', async () => {
    const [host, guest] = [await somebody(), await somebody()];
    const { id } = await door().create(host, offer);
    const token = (await door().link(host, id)).split('/').at(-1) ?? '';
    await expect(door().join(guest, id, {})).rejects.toThrow('not-found');
    expect(await door().byLink(guest, token)).toMatchObject({ id, membership: null });
    await door().renewLink(host, id);
    await expect(door().byLink(guest, token)).rejects.toThrow('not-found');
    await expect(door().join(guest, id, { token })).rejects.toThrow('not-found');
  });
});

describe('taking part', () => {
  it('goes at the own rhythm, skips once, and makes a wish that only the person reads', async () => {
    const { id, host } = await running(await crowd(4));
    const wish = { kind: 'subject' as const, text: 'Bees' };
    expect((await door().choose(host, id, { wish, skip: true })).membership).toMatchObject({
      isDue: false,
      isSkipping: true,
      wish,
    });
    expect((await door().choose(host, id, { skip: false, rhythm: 'asked' })).membership).toMatchObject({
      isDue: false,
    });
    expect((await door().choose(host, id, { takePart: true })).membership).toMatchObject({ isDue: true });
    const seen = await world.db.asPerson(host, ({ db }) => db.selectFrom('membership').select('person_id').execute());
    expect(seen.map((row) => row.person_id)).toEqual([host.personId]);
  });

  it('ends at once, and what is under way ends with it', async () => {
    const [first, second] = await crowd(2);
    if (!first || !second) throw new Error('Two people are needed.');
    const { id } = await running([first, second]);
    world.clock.set('2026-11-24T09:00:00Z');
    await door().runDue();
    expect(await introductionsOf(second)).toHaveLength(1);
    await door().leave(first, id);
    expect(await introductionsOf(second)).toHaveLength(0);
    await expect(door().choose(first, id, { skip: true })).rejects.toThrow('not-found');
  });
});

describe('a round', () => {
  it('is drawn once at its time, placed and told in one go', async () => {
    const people = await crowd(8);
    const { id } = await running(people);
    world.clock.set('2026-11-24T08:59:00Z');
    await door().runDue();
    expect(await roundsOf(id)).toEqual([]);
    world.clock.set('2026-11-24T09:00:00Z');
    await Promise.all([door().runDue(), door().runDue()]);
    await door().runDue();
    const [round] = await roundsOf(id);
    expect(await roundsOf(id)).toHaveLength(1);
    expect(round).toMatchObject({
      on: '2026-11-24',
      certificate: { people: 8, placed: 8, repeats: 0, repeatsUnavoidable: 0 },
    });
    for (const who of people) expect(await introductionsOf(who)).toHaveLength(1);
    expect(await mailOf('round-introduction')).toHaveLength(8);
    expect((await door().get(people[0] as Who, id)).nextOn).toBe('2026-12-01');
  });

  it('repeats nobody while it can, week after week', async () => {
    const people = await crowd(8);
    const { id } = await running(people);
    const met = new Set<string>();
    for (let week = 0; week < 3; week += 1) {
      world.clock.set(new Date(Date.UTC(2026, 10, 24 + 7 * week, 9)).toISOString());
      await door().runDue();
      for (const who of people) {
        const [latest] = await introductionsOf(who);
        const other = latest?.others[0]?.id ?? '';
        expect(met.has(`${who.personId} ${other}`)).toBe(false);
        met.add(`${who.personId} ${other}`);
      }
    }
    expect(await roundsOf(id)).toHaveLength(3);
  });

  it('leaves out whom limits say, and tells who had no place the same minute', async () => {
    const [alone, paused, away] = await crowd(3);
    if (!alone || !paused || !away) throw new Error('Three people are needed.');
    const { id } = await running([alone, paused, away]);
    await world.services.doors.boundaries.change(paused, { pausedUntil: '2026-11-30' });
    await world.owner.query("update person set status = 'away' where person_id = $1", [away.personId]);
    world.clock.set('2026-11-24T09:00:00Z');
    await door().runDue();
    expect(await roundsOf(id)).toMatchObject([{ certificate: { people: 1, placed: 0 } }]);
    expect((await mailOf('round-unplaced')).map((row) => row.person_id)).toEqual([alone.personId]);
    expect((await door().get(alone, id)).membership).toMatchObject({ unplacedOn: '2026-11-24' });
    expect((await door().get(paused, id)).membership).toMatchObject({ unplacedOn: null });
  });

  it('never joins two between whom a block stands, nor those who met in an earlier tool', async () => {
    const people = await crowd(4, ['Labs']);
    const [a, b, c, d] = people;
    if (!a || !b || !c || !d) throw new Error('Four people are needed.');
    const { id } = await running(people);
    const emailOf = async (who: Who) =>
      (await world.owner.query('select email from person where person_id = $1', [who.personId])).rows[0].email;
    const text = `a,b,date\n${await emailOf(a)},${await emailOf(c)},2026-01-05\nnobody@example.test,${await emailOf(d)},2026-01-05\n1,1,x`;
    expect(await door().importPairs(a, id, text)).toEqual({
      read: 2,
      faults: [{ line: 4, reason: 'date' }],
    });
    await world.services.doors.boundaries.block(a, b.personId);
    world.clock.set('2026-11-24T09:00:00Z');
    await door().runDue();
    expect((await introductionsOf(a)).map(({ others }) => others.map((other) => other.id))).toEqual([[d.personId]]);
    expect((await introductionsOf(b)).map(({ others }) => others.map((other) => other.id))).toEqual([[c.personId]]);
  });

  it('takes past pairs from a steward too, who hosts nothing', async () => {
    const [steward, ...people] = [await somebody('Labs', ['steward']), ...(await crowd(2))];
    const { id } = await running(people);
    const found = await world.owner.query('select email from person where person_id = any($1)', [
      people.map(({ personId }) => personId),
    ]);
    const text = `${found.rows.map(({ email }) => email).join()},2026-01-05`;
    expect(await door().importPairs(steward, id, text)).toEqual({ read: 1, faults: [] });
    const pairs = await world.owner.query('select 1 from past_pairing where programme_id = $1', [id]);
    expect(pairs.rowCount).toBe(1);
  });

  it('after an outage keeps its own date and catches up the latest alone', async () => {
    const { id } = await running(await crowd(4));
    world.clock.set('2026-12-18T22:00:00Z');
    await door().runDue();
    expect((await roundsOf(id)).map((row) => row.on)).toEqual(['2026-12-15']);
  });

  it('sent by hand takes the key of today and leaves the next date', async () => {
    const { id, host } = await running(await crowd(4));
    expect(await door().sendNow(host, id)).toBe('2026-11-23');
    await expect(door().sendNow(host, id)).rejects.toThrow('programmes.already-sent');
    world.clock.set('2026-11-24T09:00:00Z');
    await door().runDue();
    expect((await roundsOf(id)).map((row) => row.on)).toEqual(['2026-11-23', '2026-11-24']);
  });

  it('by hand answers the same, whoever is due', async () => {
    const host = await somebody();
    const { id } = await door().create(host, offer);
    expect(await door().sendNow(host, id)).toBe('2026-11-23');
    await expect(door().sendNow(host, id)).rejects.toThrow('programmes.already-sent');
  });

  it('places again next morning who was left alone, with somebody new', async () => {
    const people = await crowd(6);
    const { id } = await running(people);
    world.clock.set('2026-11-24T09:00:00Z');
    await door().runDue();
    const { introductions } = world.services.doors;
    const [leaver] = people;
    if (!leaver) throw new Error('Somebody must leave.');
    const [mine] = await introductionsOf(leaver);
    const left = mine?.others[0]?.id ?? '';
    await introductions.answer(leaver, mine?.id ?? '', { answer: 'cannot' });
    await door().runDue();
    const leftBehind = people.find(({ personId }) => personId === left) as Who;
    expect(await introductionsOf(leftBehind)).toEqual([]);
    world.clock.set('2026-11-25T08:00:00Z');
    await door().runDue();
    const [again] = await introductionsOf(leftBehind);
    expect(again?.others).toHaveLength(2);
    expect(again?.others.map((other) => other.id)).not.toContain(leaver.personId);
    expect(await roundsOf(id)).toHaveLength(1);
  });
});

describe('before a round', () => {
  it('a reminder goes out once, two days ahead, to those who take part', async () => {
    const people = await crowd(3);
    const { id, host } = await running(people);
    await door().choose(host, id, { skip: true });
    await door().runDue();
    await door().runDue();
    expect((await mailOf('round-reminder')).map((row) => row.person_id).sort()).toEqual(
      people
        .slice(1)
        .map(({ personId }) => personId)
        .sort(),
    );
  });

  it('the host looks ahead: progress, then about how many, and nothing is written', async () => {
    const people = await crowd(40, ['Labs', 'Field']);
    const { id, host } = await running(people);
    const events = [];
    for await (const event of await door().preview(host, id, {})) events.push(event);
    const last = events.at(-1);
    if (last?.kind !== 'preview') throw new Error('A preview was expected.');
    const { people: about, groups, bridges } = last.preview.figures;
    expect(Math.abs((about ?? 0) - 40)).toBeLessThanOrEqual(10);
    expect(Math.abs((groups ?? 0) - (about ?? 0) / 2)).toBeLessThanOrEqual(5);
    for (const { pairs } of bridges) expect(pairs % 5).toBe(0);
    expect(JSON.stringify(events)).not.toContain('Person ');
    expect(await roundsOf(id)).toEqual([]);
    await expect(door().preview(people[1] as Who, id, {})).rejects.toThrow('not-allowed');
    await world.owner.query('update programme_look set looks = 30');
    await expect(door().preview(host, id, {})).rejects.toThrow('programmes.too-many-looks');
  });
});

describe('what a host reads', () => {
  it('is blurred and stands still; in a small organisation only the next step', async () => {
    const people = await crowd(32);
    const { id, host } = await running(people);
    for await (const _ of await door().preview(host, id, {}));
    const before = await door().host(host, id);
    expect(before).toMatchObject({ isSmall: false, nextStep: 'look-at-preview', rounds: [] });
    expect(Math.abs((before.joined ?? 0) - 32)).toBeLessThanOrEqual(20);
    for (const who of people.slice(1, 6)) await door().leave(who, id);
    world.clock.advance(86_400_000);
    await door().refreshFigures();
    expect((await door().host(host, id)).joined).toBe(before.joined);
    await door().sendNow(host, id);
    const after = await door().host(host, id);
    expect(after).toMatchObject({ nextStep: 'wait-for-answers', rounds: [{ met: null }] });
    expect(after.rounds[0]?.certificate?.least).toEqual({ repeats: 0, sameUnitPairs: 1 });
    world.clock.advance(9 * 86_400_000);
    await world.owner.query("update programme set status = 'paused'");
    await door().runDue();
    expect((await door().host(host, id)).rounds.at(-1)).toMatchObject({ met: { about: null } });
    workspaceId = await addWorkspace(world.owner, world.clock.now());
    const small = await running(await crowd(6));
    await door().sendNow(small.host, small.id);
    expect(await door().host(small.host, small.id)).toMatchObject({
      joined: null,
      isSmall: true,
      rounds: [{ met: null, certificate: null }],
    });
  });
});

describe('invitations', () => {
  it('go once a programme and once a month over all, never to whoever said never', async () => {
    const steward = await somebody('Labs', ['steward']);
    const people = await crowd(7);
    await world.owner.query('insert into boundary (workspace_id, person_id, never_invite) values ($1, $2, true)', [
      workspaceId,
      people[0]?.personId,
    ]);
    const first = await door().create(steward, { ...offer, audience: 'everyone' });
    await door().invite(steward, first.id);
    expect(await mailOf('programme-invitation')).toHaveLength(7);
    await door().invite(steward, first.id);
    expect(await mailOf('programme-invitation')).toHaveLength(7);
    const second = await door().create(steward, { ...offer, audience: 'everyone', name: 'Walks' });
    await door().invite(steward, second.id);
    expect(await mailOf('programme-invitation')).toHaveLength(7);
    world.clock.set('2026-12-24T09:00:00Z');
    await door().invite(steward, second.id);
    expect(await mailOf('programme-invitation')).toHaveLength(14);
    expect((await mailOf('programme-invitation')).map((row) => row.person_id)).not.toContain(people[0]?.personId);
  });
});

it('one press from a reminder sits the next round out, and can be taken back', async () => {
  const people = await crowd(3);
  const { id } = await running(people);
  await door().runDue();
  const [who] = people;
  if (!who) throw new Error('Somebody must be reminded.');
  const { introductions } = world.services.doors;
  const url = introductions.pressUrl({ ...who, kind: 'skip', aboutId: id });
  const token = url.split('/').at(-1) ?? '';
  expect(await introductions.press(token, 'on')).toMatchObject({ kind: 'skip', state: 'on', mayUndo: true });
  expect((await door().get(who, id)).membership).toMatchObject({ isSkipping: true });
  expect(await introductions.press(token, 'undo')).toMatchObject({ state: 'open' });
  await door().leave(who, id);
  expect(await introductions.pressState(token)).toMatchObject({ state: 'closed' });
});
