import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Who } from '#server/platform/access-guard.ts';
import { compose } from '#test/helpers/moment-of-sending.ts';
import { addProgramme, publishRound } from '#test/helpers/rounds.ts';
import { createWorld, type World } from '#test/helpers/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld(inject('adminUrl'));
});
afterAll(() => world.close());

const DAY = 86_400_000;
let count = 0;
/** Somebody of a unit of their own who takes hellos, in a zone. */
async function somebody(zone = 'Europe/Lisbon'): Promise<Who> {
  count += 1;
  const who = world.who(await world.addPerson({ name: `${['Ana', 'Ben', 'Cleo'][count % 3]} ${'x'.repeat(count)}` }));
  await world.services.doors.boundaries.change(who, { hellos: true });
  await world.services.doors.people.saveSettings(who, { timezone: zone });
  return who;
}
const door = () => world.services.doors.introductions;
/** Two who both said yes. */
async function introduced(ana: Who, li: Who): Promise<string> {
  await door().sayHello(ana, { toId: li.personId, phrase: 'curious' });
  return (await door().sayHello(li, { toId: ana.personId, phrase: 'coffee' })) ?? '';
}
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'fine',
    (error: { code: string }) => error.code,
  );
const timeOf = async (who: Who, id: string) => (await door().get(who, id, 'en')).time;
const told = (who: Who, kind: string, aboutId: string, key = '') => ({
  workspaceId: world.workspaceId,
  personId: who.personId,
  kind,
  aboutId,
  key,
});
const mailOf = (who: Who, id: string) => compose(world, told(who, 'introduction', id));
/** The messages of a kind about an introduction that somebody would get now. */
async function mailsOf(who: Who, id: string, kind: string) {
  const { rows } = await world.owner.query<{ key: string }>(
    'select key from outbox where person_id = $1 and about_id = $2 and kind = $3 order by created_at, key',
    [who.personId, id, kind],
  );
  const mails = [];
  for (const { key } of rows) mails.push(await compose(world, told(who, kind, id, key)));
  return mails.filter((mail) => mail !== null);
}

/** What another parser reads in a calendar file. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const [component] = calendar.getAllSubcomponents('vevent');
  const event = new ICAL.Event(component);
  return {
    method: calendar.getFirstPropertyValue('method'),
    uid: event.uid,
    sequence: event.sequence,
    status: component?.getFirstPropertyValue('status'),
    organizer: String(component?.getFirstPropertyValue('organizer')),
    at: event.startDate.toJSDate().toISOString(),
    minutes: event.duration.toSeconds() / 60,
  };
}

describe('an introduction', () => {
  it('has one time in every mail, page and file, whatever the day on which it is told', async () => {
    for (const zone of ['Asia/Dubai', 'Europe/Lisbon', 'Asia/Kathmandu']) {
      const [ana, omar] = [await somebody(), await somebody(zone)];
      const id = await introduced(ana, omar);
      const time = await timeOf(ana, id);
      expect(time).toMatchObject({ stand: 'pencilled', asked: null });
      const first = read((await mailOf(ana, id))?.calendar ?? '');
      world.clock.advance(DAY);
      const second = read((await mailOf(omar, id))?.calendar ?? '');
      const file = read(await (await door().calendar(omar, id)).text());
      world.clock.advance(-DAY);
      expect(second).toEqual(first);
      expect(file).toEqual(first);
      expect(first).toMatchObject({ at: time?.at?.toISOString(), method: 'PUBLISH', sequence: 0, status: 'TENTATIVE' });
      expect(first.minutes).toBe(30);
      expect(first.organizer).toContain('mailto:no-reply@');
      expect(first.uid).toBe(`${id}@loam`);
      expect(await timeOf(omar, id)).toEqual(time);
    }
  });

  it('names the time in both mails, with both clocks where they differ', async () => {
    const [ana, omar] = [await somebody(), await somebody('Asia/Dubai')];
    const id = await introduced(ana, omar);
    const at = (await timeOf(ana, id))?.at ?? new Date(0);
    const hour = (timeZone: string) =>
      new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone }).format(at);
    for (const who of [ana, omar]) {
      const text = (await mailOf(who, id))?.lines.join('\n') ?? '';
      expect(text).toContain(hour('Europe/Lisbon'));
      expect(text).toContain(hour('Asia/Dubai'));
      expect(text).toMatch(/Pencilled in: \w+ \d+ \w+, .*\(Lisbon|Pencilled in: \w+ \d+ \w+, .*\(Dubai/);
    }
  });

  it('says so where no time suits, and then goes by what people choose', async () => {
    const [ana, sam] = [await somebody(), await somebody('America/Los_Angeles')];
    const id = await introduced(ana, sam);
    const mail = await mailOf(ana, id);
    expect(mail?.lines.join()).toContain('There is no time yet');
    expect(mail?.calendar).toBeUndefined();
    expect(await codeOf(door().calendar(ana, id))).toBe('introductions.time-gone');
    const [offer] = (await door().get(ana, id)).times;
    expect(offer?.isOutside).toBe(true);
    await door().chooseTime(ana, id, offer?.at ?? new Date(0));
    await door().chooseTime(sam, id, offer?.at ?? new Date(0));
    expect(await timeOf(sam, id)).toMatchObject({ at: offer?.at, stand: 'agreed' });
    expect(read((await mailOf(ana, id))?.calendar ?? '')).toMatchObject({ sequence: 1, status: 'CONFIRMED' });
  });
});

describe('several introductions of one person', () => {
  it('never share a half hour, whoever makes them at the same moment', async () => {
    const ana = await somebody();
    const others = await Promise.all(Array.from({ length: 6 }, () => somebody()));
    for (const li of others.slice(0, 5))
      await door()
        .sayHello(li, { toId: ana.personId, phrase: 'curious' })
        .catch(() => 0);
    const waiting = (await door().hellos(ana)).received;
    const programmes = [await addProgramme(world, world.workspaceId), await addProgramme(world, world.workspaceId)];
    await Promise.all([
      ...waiting.map(({ id }) => door().answerHello(ana, id, 'yes')),
      ...programmes.map((programmeId, index) =>
        publishRound(
          world,
          [
            [ana, others[index] ?? ana],
            [others[2] ?? ana, others[3] ?? ana],
          ],
          { programmeId },
        ),
      ),
    ]);
    for (const who of [ana, ...others]) {
      const times = (await door().list(who)).flatMap(({ time }) => time?.at?.getTime() ?? []);
      expect(new Set(times).size).toBe(times.length);
    }
    expect((await door().list(ana)).length).toBeGreaterThanOrEqual(5);
  });

  it('cannot share one in the database either', async () => {
    const [ana, li] = [await somebody(), await somebody()];
    const id = await introduced(ana, li);
    const other = await introduced(ana, await somebody());
    await expect(
      world.owner.query(
        'update introduction_slot set starts_at = (select starts_at from introduction where introduction_id = $1) where introduction_id = $2 and person_id = $3',
        [id, other, ana.personId],
      ),
    ).rejects.toMatchObject({ constraint: 'introduction_slot_pkey' });
  });

  it('are refused to whoever would say yes to two at once, and to nobody else', async () => {
    const [ana, li, sam] = [await somebody(), await somebody(), await somebody()];
    const [first, second] = [await introduced(ana, li), await introduced(ana, sam)];
    const taken = (await timeOf(ana, first))?.at ?? new Date(0);
    // Somebody may ask for the time: that it does not suit is the other's to know.
    await world.owner.query(
      'update introduction_slot set starts_at = $1 where introduction_id = $2 and person_id = $3',
      [taken, second, sam.personId],
    );
    await world.owner.query(
      'update introduction_slot set said_yes_at = $1 where introduction_id = $2 and person_id = $3',
      [world.clock.now(), second, sam.personId],
    );
    expect(await timeOf(ana, second)).toMatchObject({ stand: 'asked' });
    expect(await codeOf(door().chooseTime(ana, second, taken))).toBe('introductions.time-taken');
  });
});

describe('choosing a time', () => {
  it('asks the other by mail, and is agreed with a raised sequence once they say yes', async () => {
    const [ana, li] = [await somebody(), await somebody()];
    const id = await introduced(ana, li);
    const before = (await timeOf(ana, id))?.at;
    const offer =
      (await door().get(ana, id)).times.find(({ at }) => at.getTime() !== before?.getTime())?.at ?? new Date(0);
    await door().chooseTime(ana, id, offer);
    expect(await timeOf(ana, id)).toMatchObject({
      at: before,
      stand: 'waiting',
      asked: { at: offer, byId: ana.personId },
    });
    expect(await timeOf(li, id)).toMatchObject({ stand: 'asked' });
    const [question, ...more] = await mailsOf(li, id, 'introduction-question');
    expect(more).toEqual([]);
    expect(question?.subject).toMatch(/^\w+ suggests /);
    expect(question?.calendar).toBeUndefined();
    expect(await mailsOf(ana, id, 'introduction-question')).toEqual([]);
    await door().chooseTime(li, id, offer);
    for (const who of [ana, li]) {
      expect(await timeOf(who, id)).toEqual({ at: offer, stand: 'agreed', asked: null });
      const [agreed] = await mailsOf(who, id, 'introduction-time');
      expect(read(agreed?.calendar ?? '')).toMatchObject({
        at: offer.toISOString(),
        uid: `${id}@loam`,
        sequence: 1,
        status: 'CONFIRMED',
        method: 'PUBLISH',
      });
    }
    expect(await mailsOf(li, id, 'introduction-question')).toEqual([]);
  });

  it('can be taken back before the mail about it leaves, and chosen again', async () => {
    const [ana, li] = [await somebody(), await somebody()];
    const id = await introduced(ana, li);
    const before = await timeOf(ana, id);
    await door().chooseTime(ana, id, before?.at ?? new Date(0));
    expect(await timeOf(li, id)).toMatchObject({ stand: 'asked', at: before?.at });
    await door().takeTimeBack(ana, id);
    expect(await timeOf(ana, id)).toEqual(before);
    expect(await mailsOf(li, id, 'introduction-question')).toEqual([]);
    world.clock.advance(1000);
    await door().chooseTime(ana, id, before?.at ?? new Date(0));
    expect(await mailsOf(li, id, 'introduction-question')).toHaveLength(1);
    await door().chooseTime(li, id, before?.at ?? new Date(0));
    expect(await timeOf(ana, id)).toMatchObject({ at: before?.at, stand: 'agreed' });
  });

  it('keeps what was agreed where a proposal is not taken up, and says so', async () => {
    const [ana, li] = [await somebody(), await somebody()];
    const id = await introduced(ana, li);
    const at = (await timeOf(ana, id))?.at ?? new Date(0);
    await door().chooseTime(ana, id, at);
    await door().chooseTime(li, id, at);
    const other =
      (await door().get(ana, id)).times.find((each) => each.at.getTime() !== at.getTime())?.at ?? new Date(0);
    await door().chooseTime(ana, id, other);
    expect(read(await (await door().calendar(li, id)).text())).toMatchObject({
      at: at.toISOString(),
      status: 'CONFIRMED',
    });
    await door().chooseTime(li, id, at);
    expect(await timeOf(ana, id)).toEqual({ at, stand: 'agreed', asked: null });
    expect(read((await mailsOf(ana, id, 'introduction-time')).at(-1)?.calendar ?? '')).toMatchObject({
      at: at.toISOString(),
      sequence: 2,
    });
  });

  it('takes no time that is not on offer, is past, or of somebody else', async () => {
    const [ana, li, stranger] = [await somebody(), await somebody(), await somebody()];
    const id = await introduced(ana, li);
    const at = (await timeOf(ana, id))?.at ?? new Date(0);
    for (const text of ['2026-11-28T03:30:00Z', '2027-11-23T10:30:00Z', '2020-01-01T10:30:00Z'])
      expect(await codeOf(door().chooseTime(ana, id, new Date(text)))).toBe('introductions.time-gone');
    expect(await codeOf(door().chooseTime(stranger, id, at))).toBe('not-found');
    expect(await codeOf(door().takeTimeBack(stranger, id))).toBe('not-found');
    await door().answer(ana, id, { answer: 'met' });
    expect(await codeOf(door().chooseTime(ana, id, at))).toBe('introductions.ended');
  });

  it('waits for everybody in a group, and no longer for who left', async () => {
    const [ana, ben, cleo] = [await somebody(), await somebody(), await somebody()];
    const { ids } = await publishRound(world, [[ana, ben, cleo]]);
    const id = ids[0] ?? '';
    const at = (await timeOf(ana, id))?.at ?? new Date(0);
    await door().chooseTime(ana, id, at);
    await door().chooseTime(ben, id, at);
    expect((await timeOf(cleo, id))?.stand).toBe('asked');
    expect((await timeOf(ana, id))?.stand).toBe('waiting');
    await door().answer(cleo, id, { answer: 'cannot' });
    expect((await timeOf(ana, id))?.stand).toBe('agreed');
  });
});

describe('somebody who comes into a group', () => {
  const join = (id: string, who: Who) =>
    world.db.asJobs('rounds', world.workspaceId, (scope) => door().joinGroup(scope, id, who.personId));

  it('takes its time where they are free, and is asked for their yes', async () => {
    const [ana, ben, cleo] = [await somebody(), await somebody(), await somebody()];
    const { ids } = await publishRound(world, [[ana, ben]]);
    const id = ids[0] ?? '';
    const at = (await timeOf(ana, id))?.at ?? new Date(0);
    for (const who of [ana, ben]) await door().chooseTime(who, id, at);
    await join(id, cleo);
    expect(await timeOf(cleo, id)).toMatchObject({ at, stand: 'asked' });
    await door().chooseTime(cleo, id, at);
    expect(await timeOf(ana, id)).toMatchObject({ at, stand: 'agreed' });
  });

  it('moves it for all where they are not, and all are told', async () => {
    const [ana, ben, cleo] = [await somebody(), await somebody(), await somebody()];
    const { ids } = await publishRound(world, [[ana, ben]]);
    const id = ids[0] ?? '';
    const at = (await timeOf(ana, id))?.at ?? new Date(0);
    const other = await introduced(cleo, await somebody());
    await world.owner.query('update introduction_slot set starts_at = $1 where introduction_id = $2', [at, other]);
    await join(id, cleo);
    const moved = (await timeOf(cleo, id))?.at;
    expect(moved).not.toEqual(at);
    const [mail] = await mailsOf(ana, id, 'introduction-time');
    expect(mail?.subject).toContain('A new time');
    expect(read(mail?.calendar ?? '')).toMatchObject({ at: moved?.toISOString(), sequence: 1 });
  });
});

describe('an introduction that ends', () => {
  it('names itself, takes its entry out of the calendar, and frees the time of everybody', async () => {
    const [ana, li] = [await somebody(), await somebody()];
    const id = await introduced(ana, li);
    const sent = read((await mailOf(ana, id))?.calendar ?? '');
    const name = (await door().get(ana, id)).others[0]?.name ?? '';
    await door().answer(li, id, { answer: 'cannot' });
    const { rows } = await world.owner.query<{ message: { subject: string; calendar: string } }>(
      'select message from outbox where key = $1',
      [`introduction-ended:${id}:${ana.personId}`],
    );
    expect(rows[0]?.message.subject).toContain(name);
    const cancel = read(rows[0]?.message.calendar ?? '');
    expect(cancel).toMatchObject({ uid: sent.uid, at: sent.at, method: 'CANCEL', status: 'CANCELLED', sequence: 1 });
    expect(read(await (await door().calendar(li, id)).text())).toMatchObject({ method: 'CANCEL', sequence: 1 });
    const left = await world.owner.query('select 1 from introduction_slot where introduction_id = $1', [id]);
    expect(left.rows).toEqual([]);
  });
});
