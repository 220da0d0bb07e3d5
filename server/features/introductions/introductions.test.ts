import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { alike } from '#test/helpers/alike.ts';
import { compose, isStillWanted } from '#test/helpers/moment-of-sending.ts';
import { createWorld, type World } from '#test/helpers/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld(inject('adminUrl'));
});
afterAll(() => world.close());

let count = 0;
/** Two people of different units, both open to hellos. */
async function twoPeople() {
  count++;
  const ana = world.who(await world.addPerson({ name: `Ana ${'x'.repeat(count)}`, unit: 'Field' }));
  const li = world.who(await world.addPerson({ name: `Li ${'x'.repeat(count)}`, unit: 'Labs' }));
  const { boundaries, people } = world.services.doors;
  await boundaries.change(ana, { hellos: true });
  await boundaries.change(li, { hellos: true });
  await people.saveProfile(ana, {
    about: 'I listen in clinics.',
    interests: ['Sailing'],
    shows: ['about', 'interests'],
  });
  await people.saveProfile(li, { interests: ['sailing'], shows: ['interests'] });
  return { ana, li };
}
/** Two people who both said yes. */
async function introduced() {
  const { ana, li } = await twoPeople();
  const { introductions: door } = world.services.doors;
  await door.sayHello(ana, { toId: li.personId, phrase: 'curious' });
  const id = await door.sayHello(li, { toId: ana.personId, phrase: 'coffee' });
  return { ana, li, id: id ?? '' };
}
const hello = (toId: string) => ({ toId, phrase: 'curious' as const });
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'fine',
    (error: { code: string }) => error.code,
  );
const outboxOf = async (personId: string) =>
  (
    await world.owner.query<{
      key: string;
      message: { subject: string; lines: string[] };
    }>('select key, message from outbox where person_id = $1 order by key', [personId])
  ).rows;

describe('from hello to met', () => {
  it('introduces both in one go, tells both, and remembers that they met', async () => {
    const { ana, li } = await twoPeople();
    const { introductions: door } = world.services.doors;
    expect(await door.sayHello(ana, { ...hello(li.personId), intention: 'learn' })).toBeNull();
    const [waiting] = (await door.hellos(li)).received;
    expect(waiting).toMatchObject({ phrase: 'curious', intention: 'learn', from: { id: ana.personId } });
    expect(JSON.stringify((await outboxOf(li.personId))[0]?.message)).not.toContain('Ana');
    const id = (await door.answerHello(li, waiting?.id ?? '', 'yes')) ?? '';
    const details = await door.get(li, id, 'de');
    expect(details).toMatchObject({
      words: [
        {
          about: 'I listen in clinics.',
          intention: 'learn',
          common: [{ kind: 'interest' }],
          different: [{ kind: 'unit', text: 'Field' }],
        },
      ],
      why: {
        sentence: 'Euch verbindet Sailing; Ana arbeitet im Bereich Field.',
        chips: ['Sailing', 'ein erstes Treffen'],
      },
    });
    expect(details.times).toHaveLength(3);
    const mail = await compose(world, {
      workspaceId: world.workspaceId,
      personId: ana.personId,
      kind: 'introduction',
      aboutId: id,
      key: '',
    });
    expect(mail?.replyTo?.map(({ address }) => address)).toEqual([expect.stringContaining('li.')]);
    expect(mail?.calendar).toContain('BEGIN:VEVENT');

    await door.answer(ana, id, { answer: 'met' });
    await door.answer(li, id, { answer: 'met' });
    for (const who of [ana, li]) {
      const moments = await world.db.asPerson(who, (scope) => door.momentsOf(scope));
      expect(moments).toHaveLength(1);
    }
    expect((await door.list(ana))[0]).toMatchObject({ id, myAnswer: 'met', isEnded: false });
  });

  it('takes a hello the other way as the yes', async () => {
    const { ana, li } = await twoPeople();
    const { introductions: door } = world.services.doors;
    await door.sayHello(ana, hello(li.personId));
    expect(await door.sayHello(li, hello(ana.personId))).not.toBeNull();
  });

  it('makes one introduction when both say hello at the same moment', async () => {
    const { ana, li } = await twoPeople();
    const { introductions: door } = world.services.doors;
    const answers = await Promise.all([door.sayHello(ana, hello(li.personId)), door.sayHello(li, hello(ana.personId))]);
    expect(answers.filter((id) => id !== null)).toHaveLength(1);
    expect(await door.list(ana)).toHaveLength(1);
  });
});

describe('a no', () => {
  it('looks like silence, byte for byte, and is final for 90 days', async () => {
    const [first, second] = [await twoPeople(), await twoPeople()];
    const { introductions: door } = world.services.doors;
    await door.sayHello(first.ana, hello(first.li.personId));
    await door.sayHello(second.ana, hello(second.li.personId));
    const [asked] = (await door.hellos(first.li)).received;
    await door.answerHello(first.li, asked?.id ?? '', 'not-now');
    const shown = async (who: typeof first.ana) =>
      (await door.hellos(who)).sent.map(({ id: _i, to: _t, ...rest }) => rest);
    expect(JSON.stringify(await shown(first.ana))).toBe(JSON.stringify(await shown(second.ana)));
    expect(await codeOf(door.sayHello(first.ana, hello(first.li.personId)))).toBe('introductions.already-asked');
    expect(await codeOf(door.sayHello(second.ana, hello(second.li.personId)))).toBe('introductions.already-asked');
  });
});

describe('undoing a no', () => {
  it('lets the hello wait again within a minute, and tells its sender nothing before or after', async () => {
    const [put, left] = [await twoPeople(), await twoPeople()];
    const { introductions: door } = world.services.doors;
    for (const { ana, li } of [put, left]) await door.sayHello(ana, hello(li.personId));
    const id = (await door.hellos(put.li)).received[0]?.id ?? '';
    const shown = async (who: typeof put.ana) => {
      const sent = (await door.hellos(who)).sent.map(({ id: _i, to: _t, ...rest }) => rest);
      return JSON.stringify(sent);
    };
    await door.answerHello(put.li, id, 'not-now');
    expect((await door.hellos(put.li)).received).toEqual([]);
    expect(await shown(put.ana)).toBe(await shown(left.ana));
    expect(await codeOf(door.answerHello(put.ana, id, 'undo'))).toBe('not-found');
    expect(await codeOf(door.answerHello(left.li, id, 'undo'))).toBe('not-found');
    await door.answerHello(put.li, id, 'undo');
    expect((await door.hellos(put.li)).received.map((each) => each.id)).toEqual([id]);
    expect(await shown(put.ana)).toBe(await shown(left.ana));
    expect(await door.answerHello(put.li, id, 'yes')).not.toBeNull();
  });

  it('is over after a minute, and gives back nothing that its sender withdrew or that a block ended', async () => {
    const { introductions: door, boundaries } = world.services.doors;
    const start = world.clock.now();
    const putOff = async () => {
      const { ana, li } = await twoPeople();
      await door.sayHello(ana, hello(li.personId));
      const id = (await door.hellos(li)).received[0]?.id ?? '';
      await door.answerHello(li, id, 'not-now');
      return { ana, li, id };
    };
    const late = await putOff();
    world.clock.set(new Date(start.getTime() + 70_000).toISOString());
    expect(await codeOf(door.answerHello(late.li, late.id, 'undo'))).toBe('not-found');
    const withdrawn = await putOff();
    await door.withdraw(withdrawn.ana, withdrawn.id);
    expect(await codeOf(door.answerHello(withdrawn.li, withdrawn.id, 'undo'))).toBe('not-found');
    const blocked = await putOff();
    await boundaries.block(blocked.li, blocked.ana.personId);
    expect(await codeOf(door.answerHello(blocked.li, blocked.id, 'undo'))).toBe('not-found');
    world.clock.set(start.toISOString());
  });
});

describe('taking back', () => {
  it('makes a refused hello go as a waiting one does, and counts as asked all the same', async () => {
    const [refused, waiting] = [await twoPeople(), await twoPeople()];
    const { introductions: door } = world.services.doors;
    for (const { ana, li } of [refused, waiting]) await door.sayHello(ana, hello(li.personId));
    await door.answerHello(refused.li, (await door.hellos(refused.li)).received[0]?.id ?? '', 'not-now');
    for (const { ana, li } of [refused, waiting]) {
      await door.withdraw(ana, (await door.hellos(ana)).sent[0]?.id ?? '');
      expect((await door.hellos(ana)).sent).toEqual([]);
      expect((await door.hellos(li)).received).toEqual([]);
      expect(await codeOf(door.sayHello(ana, hello(li.personId)))).toBe('introductions.already-asked');
    }
  });

  it('lets "we met" be taken back for seven days by whoever said it, not later', async () => {
    const { ana, li, id } = await introduced();
    const { introductions: door } = world.services.doors;
    const momentsOf = async (who: typeof ana) =>
      (await world.db.asPerson(who, (scope) => door.momentsOf(scope))).map(({ otherId }) => otherId);
    await door.answer(ana, id, { answer: 'met' });
    expect(await momentsOf(li)).toEqual([ana.personId]);
    await door.answer(ana, id, { answer: 'not-yet' });
    expect([await momentsOf(ana), await momentsOf(li)]).toEqual([[], []]);
    await door.answer(ana, id, { answer: 'met' });
    await door.answer(li, id, { answer: 'met' });
    await door.answer(ana, id, { answer: 'not-yet' });
    expect(await momentsOf(ana)).toEqual([li.personId]);
    world.clock.advance(8 * 86_400_000);
    expect(await codeOf(door.answer(li, id, { answer: 'not-yet' }))).toBe('introductions.ended');
    expect(await codeOf(door.answer(ana, id, { answer: 'cannot' }))).toBe('introductions.ended');
    expect(await momentsOf(li)).toEqual([ana.personId]);
  });

  it('lets the day be put right', async () => {
    const { ana, li, id } = await introduced();
    const { introductions: door } = world.services.doors;
    world.clock.advance(2 * 86_400_000);
    const today = world.clock.now().toISOString().slice(0, 10);
    const yesterday = new Date(world.clock.now().getTime() - 86_400_000).toISOString().slice(0, 10);
    await door.answer(ana, id, { answer: 'met' });
    expect((await door.list(li))[0]?.metOn).toBe(today);
    await door.answer(ana, id, { answer: 'met', metOn: yesterday });
    expect((await door.list(li))[0]?.metOn).toBe(yesterday);
    const moments = await world.db.asPerson(li, (scope) => door.momentsOf(scope));
    expect(moments).toHaveLength(1);
  });

  it('refuses a day that is to come or before the introduction', async () => {
    const { ana, id } = await introduced();
    const { introductions: door } = world.services.doors;
    for (const metOn of ['2020-01-01', '2035-01-01']) {
      expect(await codeOf(door.answer(ana, id, { answer: 'met', metOn }))).toBe('bad-request');
    }
  });
});

describe('a pause', () => {
  it('ends what runs with the text of a "cannot", and hides the hellos of whoever pauses', async () => {
    const [paused, declined, asked] = [await introduced(), await introduced(), await twoPeople()];
    const { introductions: door, boundaries } = world.services.doors;
    await boundaries.change(paused.li, { pausedUntil: '2035-01-01' });
    await door.answer(declined.li, declined.id, { answer: 'cannot' });
    const endings = async (personId: string) =>
      (await outboxOf(personId))
        .filter(({ key }) => key.startsWith('introduction-ended'))
        .map(({ key, message }) => alike(JSON.stringify(message), new Map([[key.split(':')[1] ?? '', 'id']])));
    expect(await endings(paused.ana.personId)).toHaveLength(1);
    expect(await endings(paused.ana.personId)).toEqual(await endings(declined.ana.personId));
    const seen = async ({ ana, li, id }: typeof paused) =>
      JSON.stringify(await door.get(ana, id, 'en'))
        .replaceAll(id, 'id')
        .replaceAll(li.personId, 'li')
        .replaceAll(/Li x+/g, 'Li')
        .replaceAll(/"(guide|startedAt)":(\{.*?\}|".*?")/g, '');
    expect(await seen(paused)).toBe(await seen(declined));
    await door.sayHello(asked.ana, hello(asked.li.personId));
    await boundaries.change(asked.ana, { pausedUntil: '2035-01-01' });
    expect((await door.hellos(asked.li)).received).toEqual([]);
    await boundaries.change(asked.ana, { pausedUntil: null });
    expect((await door.hellos(asked.li)).received).toHaveLength(1);
  });

  it('keeps what came of a meeting', async () => {
    const { ana, li, id } = await introduced();
    const { introductions: door, boundaries } = world.services.doors;
    await door.answer(ana, id, { answer: 'met' });
    await boundaries.change(li, { pausedUntil: '2035-01-01' });
    expect((await outboxOf(ana.personId)).filter(({ key }) => key.startsWith('introduction-ended'))).toEqual([]);
    expect((await door.list(ana))[0]).toMatchObject({ isEnded: false });
  });
});

describe('mail at the moment of sending', () => {
  it('no longer goes out after a pause, a block, a departure or a change of mind', async () => {
    const { introductions: door, boundaries } = world.services.doors;
    const wanted = async (kind: string, aboutId: string, personId: string) =>
      isStillWanted(world, { workspaceId: world.workspaceId, kind, aboutId, personId, key: '' });
    type Pair = Awaited<ReturnType<typeof twoPeople>>;
    const changes: [string, (of: Pair) => Promise<unknown>][] = [
      ['nothing', async () => undefined],
      ['sender pauses', ({ ana }) => boundaries.change(ana, { pausedUntil: '2035-01-01' })],
      ['receiver pauses', ({ li }) => boundaries.change(li, { pausedUntil: '2035-01-01' })],
      ['block', ({ ana, li }) => boundaries.block(li, ana.personId)],
      [
        'departure',
        ({ ana }) => world.owner.query("update person set status = 'alumni' where person_id = $1", [ana.personId]),
      ],
    ];
    for (const [name, change] of changes) {
      const [asked, pair] = [await twoPeople(), await introduced()];
      await door.sayHello(asked.ana, hello(asked.li.personId));
      const helloId = (await door.hellos(asked.li)).received[0]?.id ?? '';
      await change(asked);
      await change(pair);
      const expected = name === 'nothing';
      expect([name, await wanted('hello', helloId, asked.li.personId)]).toEqual([name, expected]);
      expect([name, await wanted('introduction', pair.id, pair.li.personId)]).toEqual([name, expected]);
    }
    const closed = await twoPeople();
    await door.sayHello(closed.ana, hello(closed.li.personId));
    const [closedHello] = (await door.hellos(closed.li)).received;
    await boundaries.change(closed.li, { hellos: false });
    expect(await wanted('hello', closedHello?.id ?? '', closed.li.personId)).toBe(false);
  });
});

describe('boundaries', () => {
  it('answers open, closed, paused, away and blocked alike', async () => {
    const { introductions: door, boundaries } = world.services.doors;
    const ask = async (change: (pair: Awaited<ReturnType<typeof twoPeople>>) => Promise<unknown>) => {
      const pair = await twoPeople();
      await change(pair);
      return codeOf(door.sayHello(pair.ana, hello(pair.li.personId)));
    };
    const answers = [
      await ask(({ li }) => boundaries.change(li, { hellos: false })),
      await ask(({ li }) => boundaries.change(li, { pausedUntil: '2027-01-01' })),
      await ask(({ li, ana }) => boundaries.block(li, ana.personId)),
      await ask(({ li, ana }) => boundaries.block(ana, li.personId)),
      await ask(({ li }) => world.owner.query("update person set status = 'away' where person_id = $1", [li.personId])),
    ];
    expect(new Set(answers)).toEqual(new Set(['fine']));
  });

  it('hides a waiting hello and ends a running introduction, with the text that any ending has', async () => {
    const { introductions: door, boundaries } = world.services.doors;
    const [blocked, declined, waiting] = [await twoPeople(), await twoPeople(), await twoPeople()];
    await door.sayHello(waiting.ana, hello(waiting.li.personId));
    await boundaries.block(waiting.li, waiting.ana.personId);
    expect((await door.hellos(waiting.li)).received).toEqual([]);
    for (const { ana, li } of [blocked, declined]) {
      await door.sayHello(ana, hello(li.personId));
      await door.sayHello(li, hello(ana.personId));
    }
    await boundaries.block(blocked.li, blocked.ana.personId);
    const [running] = await door.list(declined.li);
    await door.answer(declined.li, running?.id ?? '', { answer: 'cannot' });
    const told = async (id: string) =>
      (await outboxOf(id))
        .filter(({ key }) => key.startsWith('introduction-ended'))
        .map(({ key, message }) => alike(JSON.stringify(message), new Map([[key.split(':')[1] ?? '', 'id']])));
    expect(await told(blocked.ana.personId)).toHaveLength(1);
    expect(await told(blocked.ana.personId)).toEqual(await told(declined.ana.personId));
    expect((await door.list(blocked.ana))[0]?.isEnded).toBe(true);
    const [ended] = await door.list(blocked.ana);
    expect(await codeOf(door.answer(blocked.ana, ended?.id ?? '', { answer: 'met' }))).toBe('introductions.ended');
  });

  it('lifts only the own block', async () => {
    const { boundaries } = world.services.doors;
    const { ana, li } = await twoPeople();
    await boundaries.block(ana, li.personId);
    await boundaries.block(li, ana.personId);
    await boundaries.unblock(ana, li.personId);
    expect(await boundaries.blocks(ana)).toEqual([]);
    const { introductions: door } = world.services.doors;
    await door.sayHello(ana, hello(li.personId));
    expect((await door.hellos(li)).received).toEqual([]);
    await boundaries.unblock(li, ana.personId);
    await door.sayHello(li, hello(ana.personId));
    expect((await door.hellos(ana)).received).toHaveLength(1);
  });

  it('limits hellos of a sender and for a receiver', async () => {
    const { introductions: door } = world.services.doors;
    const pairs = [];
    for (let index = 0; index < 6; index++) pairs.push(await twoPeople());
    const [sender, receiver] = [pairs[0]?.ana ?? fail(), pairs[5]?.li ?? fail()];
    const codes = [];
    for (const { li } of pairs) codes.push(await codeOf(door.sayHello(sender, hello(li.personId))));
    expect(codes).toEqual(['fine', 'fine', 'fine', 'fine', 'fine', 'introductions.limit-reached']);
    const toOne = [];
    for (const { ana } of pairs.slice(1, 5)) toOne.push(await codeOf(door.sayHello(ana, hello(receiver.personId))));
    expect(toOne).toEqual(['fine', 'fine', 'fine', 'fine']);
    expect((await door.hellos(receiver)).received).toHaveLength(3);
  });
});

function fail(): never {
  throw new Error('The world is too small.');
}

describe('others', () => {
  it('see nothing of an introduction', async () => {
    const { ana, li } = await twoPeople();
    const { introductions: door } = world.services.doors;
    await door.sayHello(ana, hello(li.personId));
    const id = (await door.sayHello(li, hello(ana.personId))) ?? '';
    const stranger = world.who(await world.addPerson({ name: 'Nobody Known', roles: ['steward'] }), ['steward']);
    expect(await codeOf(door.get(stranger, id))).toBe('not-found');
    expect(await codeOf(door.answer(stranger, id, { answer: 'met' }))).toBe('not-found');
    expect(await door.list(stranger)).toEqual([]);
  });
});
