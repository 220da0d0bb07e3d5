import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Who } from '#server/platform/access-guard.ts';
import { alike } from '#test/helpers/alike.ts';
import { compose, isStillWanted } from '#test/helpers/moment-of-sending.ts';
import { addProgramme, publishRound } from '#test/helpers/rounds.ts';
import { createWorld, type World } from '#test/helpers/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld(inject('adminUrl'));
});
afterAll(() => world.close());

let count = 0;
/** So many people, each of a unit of their own, who show something. */
async function people(many: number): Promise<Who[]> {
  count += 1;
  const found: Who[] = [];
  for (let index = 0; index < many; index++) {
    const name = `${['Ana', 'Ben', 'Cleo', 'Dan', 'Eli'][index]} ${'x'.repeat(count)}`;
    const who = world.who(await world.addPerson({ name, unit: `Unit ${index}` }));
    await world.services.doors.people.saveProfile(who, {
      about: `I am ${index}.`,
      interests: ['Rowing'],
      shows: ['about', 'interests'],
    });
    found.push(who);
  }
  return found;
}
const one = (list: readonly Who[], place: number): Who => list[place] ?? fail();
function fail(): never {
  throw new Error('There are not enough people.');
}
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'fine',
    (error: { code: string }) => error.code,
  );
const jobs = <T>(work: (scope: Parameters<World['services']['doors']['introductions']['publish']>[0]) => Promise<T>) =>
  world.db.asJobs('rounds', world.workspaceId, work);
const toldTo = async (personId: string) =>
  (
    await world.owner.query(
      'select key, kind, about_id, message, not_before from outbox where person_id = $1 order by not_before, kind',
      [personId],
    )
  ).rows;
const waitingOf = async (roundOn: string, programmeId: string) =>
  (
    await world.owner.query(
      "select person_id, state, due_at, avoid from round_wait where programme_id = $1 and round_on = $2 and state = 'waiting' order by person_id",
      [programmeId, roundOn],
    )
  ).rows;

describe('a published round', () => {
  it('tells each member once, without words, on the day itself and a week later', async () => {
    const group = await people(3);
    const { ids } = await publishRound(world, [group]);
    for (const { personId } of group) {
      const told = await toldTo(personId);
      expect(told).toMatchObject([
        { key: `introduction:${ids[0]}:${personId}`, kind: 'round-introduction', message: null },
        { key: `did-you-meet:${ids[0]}:${personId}`, kind: 'did-you-meet', message: null },
      ]);
      expect(told[1].not_before.getTime() - told[0].not_before.getTime()).toBeGreaterThan(6 * 86_400_000);
    }
  });

  it('shows each the others with their words, a reason, times for all, and a mail that goes to all', async () => {
    const [ana, ben, cleo] = [...(await people(3))];
    const { ids, programmeId, roundOn } = await publishRound(world, [[ana ?? fail(), ben ?? fail(), cleo ?? fail()]]);
    const door = world.services.doors.introductions;
    const details = await door.get(ana ?? fail(), ids[0] ?? '', 'en');
    expect(details).toMatchObject({
      kind: 'round',
      programme: { id: programmeId, name: 'Coffee across teams' },
      roundOn,
      others: [{ id: ben?.personId }, { id: cleo?.personId }],
      words: [{ about: 'I am 1.', common: [{ text: 'Rowing' }] }, { about: 'I am 2.' }],
      why: { sentence: 'Some of you share Rowing.' },
      maySwap: true,
    });
    expect(details.times).toHaveLength(3);
    const { workspaceId } = world;
    const told = {
      workspaceId,
      personId: ana?.personId ?? '',
      aboutId: ids[0] ?? '',
      key: '',
      kind: 'round-introduction',
    };
    expect(await isStillWanted(world, told)).toBe(true);
    const mail = await compose(world, told);
    expect(mail?.replyTo?.map(({ address }) => address.split('.')[0])).toEqual(['ben', 'cleo']);
    expect(mail?.lines.join('\n')).toContain('This round brings you together.');
    expect(mail?.calendar).toContain('BEGIN:VEVENT');
  });

  it('gives nobody two places in one round', async () => {
    const [ana, ben, cleo] = await people(3);
    const programmeId = await addProgramme(world, world.workspaceId);
    await publishRound(world, [[ana ?? fail(), ben ?? fail()]], { programmeId });
    await expect(publishRound(world, [[ana ?? fail(), cleo ?? fail()]], { programmeId })).rejects.toMatchObject({
      constraint: 'introduction_member_once',
    });
  });

  it('remembers "met" by one with everybody in it, and takes it back again', async () => {
    const group = await people(3);
    const { ids, programmeId, roundOn } = await publishRound(world, [group]);
    const door = world.services.doors.introductions;
    const metOf = async (who: Who) =>
      (await world.db.asPerson(who, (scope) => door.momentsOf(scope))).map(({ otherId }) => otherId).sort();
    await door.answer(one(group, 0), ids[0] ?? '', { answer: 'met' });
    expect(await metOf(one(group, 0))).toEqual([one(group, 1).personId, one(group, 2).personId].sort());
    expect(await metOf(one(group, 1))).toEqual([one(group, 0).personId]);
    expect(await jobs((scope) => door.answersOf(scope, programmeId))).toEqual(
      new Map([[roundOn, { introductions: 1, met: 1 }]]),
    );
    await door.answer(one(group, 1), ids[0] ?? '', { answer: 'met' });
    await door.answer(one(group, 0), ids[0] ?? '', { answer: 'not-yet' });
    expect(await metOf(one(group, 0))).toEqual([one(group, 1).personId]);
    expect(await metOf(one(group, 2))).toEqual([one(group, 1).personId]);
  });
});

type Way = [string, (of: { leaver: Who; other: Who; id: string; programmeId: string }) => Promise<unknown>];
const WAYS: Way[] = [
  ['a swap', ({ leaver, id }) => world.services.doors.introductions.swap(leaver, id)],
  ['a pause', ({ leaver }) => world.services.doors.boundaries.change(leaver, { pausedUntil: '2035-01-01' })],
  ['a block', ({ leaver, other }) => world.services.doors.boundaries.block(leaver, other.personId)],
  [
    'leaving the programme',
    ({ leaver, programmeId }) =>
      world.db.asPerson(leaver, (scope) => world.services.doors.introductions.leaveProgramme(scope, programmeId)),
  ],
  [
    'going on leave',
    async ({ leaver }) => {
      await world.owner.query("update person set status = 'away' where person_id = $1", [leaver.personId]);
      await world.services.doors.introductions.endDeparted();
    },
  ],
];

/** All that the others can learn: what they are told, and what they see. */
async function learned(group: Who[], id: string, programmeId: string): Promise<string> {
  const { introductions } = world.services.doors;
  const seen = [];
  for (const who of group.slice(1)) {
    const { rows } = await world.owner.query(
      "select key, kind, about_id, message, not_before, status from outbox where person_id = $1 and kind = 'introduction-ended'",
      [who.personId],
    );
    const [summary] = await introductions.list(who);
    const details = await introductions.get(who, id, 'en');
    seen.push({ rows, summary, times: details.times, why: details.why, words: details.words });
  }
  const names = new Map([
    [id, 'id'],
    [programmeId, 'programme'],
    ...group.map(({ personId }, place) => [personId, `person ${place}`] as const),
  ]);
  return alike(JSON.stringify(seen), names);
}

describe('leaving a group', () => {
  it.each(WAYS.flatMap(([name, way]) => [2, 3, 4].map((size) => [name, size, way] as const)))(
    'by %s of %i looks to the others like a "can’t this time", to the byte',
    async (_, size, way) => {
      const { introductions } = world.services.doors;
      const [declined, left] = [await people(size), await people(size)];
      const [first, second] = [await publishRound(world, [declined]), await publishRound(world, [left])];
      await introductions.answer(one(declined, 0), first.ids[0] ?? '', { answer: 'cannot' });
      const id = second.ids[0] ?? '';
      await way({ leaver: one(left, 0), other: one(left, 1), id, programmeId: second.programmeId });
      const expected = await learned(declined, first.ids[0] ?? '', first.programmeId);
      expect(expected).toContain(size === 2 ? 'introduction-ended:id:person 1' : 'introduction-fewer:id:person 1');
      expect(await learned(left, id, second.programmeId)).toBe(expected);
    },
  );

  it('tells who goes on whom they still meet, as it stands when the mail leaves', async () => {
    const { introductions } = world.services.doors;
    const group = await people(4);
    const { ids } = await publishRound(world, [group]);
    const id = ids[0] ?? '';
    const ben = one(group, 1);
    const words = async () => {
      const key = `introduction-fewer:${id}:${ben.personId}`;
      const mail = await compose(world, { ...ben, kind: 'introduction-ended', aboutId: id, key });
      return mail && [mail.subject.replaceAll(/ x+/g, ''), ...mail.lines.map((line) => line.replaceAll(/ x+/g, ''))];
    };
    await introductions.answer(one(group, 0), id, { answer: 'cannot' });
    expect((await words())?.[0]).toBe('A smaller group this time: Cleo, Dan and you');
    await introductions.answer(one(group, 2), id, { answer: 'cannot' });
    expect(await words()).toEqual([
      'A smaller group this time: Dan and you',
      'Not everyone can be there this time. It happens; it’s not about you.',
      'You meet Dan as planned.',
    ]);
    await introductions.answer(one(group, 3), id, { answer: 'cannot' });
    // The group is over, which another text says: of all whom they were to meet.
    expect(await words()).toBeNull();
    const ended = (await toldTo(ben.personId)).find(({ key }) => key.startsWith('introduction-ended'));
    expect(ended.message.subject.replaceAll(/ x+/g, '')).toBe(
      'Your introduction to Ana, Cleo and Dan won’t happen this time',
    );
  });

  it('ends the group once one is left alone, who waits to be placed again from their next morning on', async () => {
    const { introductions } = world.services.doors;
    const group = await people(3);
    const { ids, programmeId, roundOn } = await publishRound(world, [group]);
    const id = ids[0] ?? '';
    await introductions.answer(one(group, 0), id, { answer: 'cannot' });
    expect(await waitingOf(roundOn, programmeId)).toEqual([]);
    expect(await jobs((scope) => introductions.runningOf(scope, programmeId, roundOn))).toEqual([
      { id, memberIds: [one(group, 1).personId, one(group, 2).personId] },
    ]);
    await introductions.answer(one(group, 1), id, { answer: 'cannot' });
    expect(await waitingOf(roundOn, programmeId)).toMatchObject([
      { person_id: one(group, 2).personId, due_at: new Date('2026-11-24T07:00:00Z') },
    ]);
    expect((await introductions.list(one(group, 2)))[0]).toMatchObject({ isEnded: true });
    expect(await jobs((scope) => introductions.runningOf(scope, programmeId, roundOn))).toEqual([]);
  });

  it('tells of two who leave on one day with one text', async () => {
    const { introductions } = world.services.doors;
    const group = await people(5);
    const { ids } = await publishRound(world, [group]);
    for (const place of [0, 1]) await introductions.answer(one(group, place), ids[0] ?? '', { answer: 'cannot' });
    const told = (await toldTo(one(group, 4).personId)).filter(({ kind }) => kind === 'introduction-ended');
    expect(told).toHaveLength(1);
  });

  it('never ends twice when both leave at the same moment', async () => {
    const { introductions } = world.services.doors;
    const group = await people(2);
    const { ids, programmeId, roundOn } = await publishRound(world, [group]);
    await Promise.allSettled(group.map((who) => introductions.answer(who, ids[0] ?? '', { answer: 'cannot' })));
    expect(await waitingOf(roundOn, programmeId)).toHaveLength(1);
  });
});

describe('a swap', () => {
  it('is for once a round, while nothing was said, and lets both be placed again', async () => {
    const { introductions } = world.services.doors;
    const [ana, ben, cleo, dan] = await people(4);
    const programmeId = await addProgramme(world, world.workspaceId);
    const first = await publishRound(
      world,
      [
        [ana ?? fail(), ben ?? fail()],
        [cleo ?? fail(), dan ?? fail()],
      ],
      { programmeId },
    );
    await introductions.answer(cleo ?? fail(), first.ids[1] ?? '', { answer: 'not-yet' });
    expect(await codeOf(introductions.swap(cleo ?? fail(), first.ids[1] ?? ''))).toBe('introductions.ended');
    await introductions.swap(ana ?? fail(), first.ids[0] ?? '');
    expect((await waitingOf(first.roundOn, programmeId)).map((row) => row.person_id)).toEqual(
      [ana?.personId, ben?.personId].sort(),
    );
    // Ana joins Cleo and Dan, and may not swap a second time.
    expect(await jobs((scope) => introductions.joinGroup(scope, first.ids[1] ?? '', ana?.personId ?? ''))).toBe(true);
    const joined = (await introductions.list(ana ?? fail())).find(({ id }) => id === first.ids[1]);
    expect(joined).toMatchObject({ id: first.ids[1], isEnded: false, maySwap: false });
    expect(joined?.others.map(({ id }) => id)).toEqual([cleo?.personId, dan?.personId]);
    expect(await codeOf(introductions.swap(ana ?? fail(), first.ids[1] ?? ''))).toBe('introductions.swap-used');
    expect((await toldTo(ana?.personId ?? '')).map(({ key }) => key)).toContain(
      `introduction:${first.ids[1]}:${ana?.personId}`,
    );
    // Ben is placed anew in the same round, with somebody who waited.
    const [eli] = await people(1);
    const again = await publishRound(world, [[ben ?? fail(), eli ?? fail()]], { programmeId });
    expect((await introductions.list(ben ?? fail())).map(({ id, isEnded }) => [id, isEnded])).toEqual(
      expect.arrayContaining([
        [again.ids[0], false],
        [first.ids[0], true],
      ]),
    );
  });

  it('is not for hellos, nor for what does not run any more', async () => {
    const { introductions } = world.services.doors;
    const group = await people(2);
    const { ids } = await publishRound(world, [group]);
    await introductions.answer(one(group, 0), ids[0] ?? '', { answer: 'cannot' });
    expect(await codeOf(introductions.swap(one(group, 1), ids[0] ?? ''))).toBe('introductions.ended');
  });
});

describe('history', () => {
  it('tells every pair of the workspace with what came of it', async () => {
    const { introductions } = world.services.doors;
    const [ana, ben, cleo, dan] = await people(4);
    const ids = [ana, ben, cleo, dan].map((who) => who?.personId ?? '');
    const { ids: made } = await publishRound(world, [
      [ana ?? fail(), ben ?? fail()],
      [cleo ?? fail(), dan ?? fail()],
    ]);
    await introductions.answer(dan ?? fail(), made[1] ?? '', { answer: 'not-yet' });
    const mine = (await jobs((scope) => introductions.historyOf(scope))).filter(
      ({ a, b }) => ids.includes(a) || ids.includes(b),
    );
    expect(mine.map(({ a, b, ...rest }) => ({ pair: [a, b].sort(), ...rest }))).toEqual(
      expect.arrayContaining([
        { pair: [ids[0], ids[1]].sort(), date: '2026-11-23', outcome: 'met' },
        { pair: [ids[2], ids[3]].sort(), date: '2026-11-23', outcome: 'not-yet' },
      ]),
    );
    expect(mine).toHaveLength(2);
  });
});

describe('mail of a round', () => {
  it('asks "did you meet?" only whoever said nothing while it runs', async () => {
    const { introductions, boundaries } = world.services.doors;
    const wanted = (who: Who, id: string) =>
      isStillWanted(world, {
        workspaceId: world.workspaceId,
        personId: who.personId,
        aboutId: id,
        key: '',
        kind: 'did-you-meet',
      });
    const pairs = [await people(2), await people(2), await people(2), await people(2)];
    const { ids } = await publishRound(world, pairs);
    const [said, met, paused, quiet] = pairs.map((pair, place) => ({ pair, id: ids[place] ?? '' }));
    if (!said || !met || !paused || !quiet) return fail();
    await introductions.answer(one(said.pair, 0), said.id, { answer: 'not-yet' });
    await introductions.answer(one(met.pair, 0), met.id, { answer: 'met' });
    await boundaries.change(one(paused.pair, 0), { pausedUntil: '2035-01-01' });
    expect([await wanted(one(said.pair, 0), said.id), await wanted(one(said.pair, 1), said.id)]).toEqual([false, true]);
    expect(await wanted(one(met.pair, 1), met.id)).toBe(false);
    expect(await wanted(one(paused.pair, 1), paused.id)).toBe(false);
    expect(await wanted(one(quiet.pair, 0), quiet.id)).toBe(true);
  });

  it('goes out to whoever is still in a group, without who left', async () => {
    const { introductions } = world.services.doors;
    const group = await people(3);
    const { ids } = await publishRound(world, [group]);
    const told = (who: Who) => ({
      workspaceId: world.workspaceId,
      personId: who.personId,
      aboutId: ids[0] ?? '',
      key: '',
      kind: 'round-introduction',
    });
    await introductions.answer(one(group, 0), ids[0] ?? '', { answer: 'cannot' });
    expect(await isStillWanted(world, told(one(group, 0)))).toBe(false);
    expect(await compose(world, told(one(group, 0)))).toBeNull();
    expect(await isStillWanted(world, told(one(group, 1)))).toBe(true);
    expect((await compose(world, told(one(group, 1))))?.replyTo).toHaveLength(1);
  });
});
