import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { appOf } from '#test/helpers/http.ts';
import { type Letter, readLetter } from '#test/helpers/letter.ts';
import { compose } from '#test/helpers/moment-of-sending.ts';
import { createWorld, type World } from '#test/helpers/world.ts';

let world: World;
let app: FastifyInstance;
let folder = '';
/** Reads German; the organisation writes English. */
let heidi = '';
/** Never chose a language. */
let jonas = '';
/** A steward who reads German. */
let amara = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loam-languages-'));
  world = await createWorld(inject('adminUrl'), { mail: { folder, smtp: null, from: 'loam@example.test' } });
  app = await appOf(world);
  heidi = await world.addPerson({ name: 'Heidi Roth', unit: 'Sales' });
  jonas = await world.addPerson({ name: 'Jonas Brandt', unit: 'Field' });
  amara = await world.addPerson({ name: 'Amara Okafor', roles: ['steward'] });
  await world.owner.query("update person set language = 'de' where person_id = any ($1)", [[heidi, amara]]);
  for (const personId of [heidi, jonas])
    await world.services.doors.boundaries.change(world.who(personId), { hellos: true });
});
afterAll(async () => {
  await app.close();
  await world.close();
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  world.clock.set('2026-11-23T09:00:00Z');
  await world.services.doors.delivery.sendDue();
  for (const name of await readdir(folder)) await rm(join(folder, name));
});

const steward = () => world.who(amara, ['steward']);

async function lettersTo(address: string): Promise<Letter[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.eml'));
  const letters = await Promise.all(names.map(async (name) => readLetter(await readFile(join(folder, name)))));
  return letters.filter(({ to }) => to.includes(address));
}

/** The language of the one letter to an address, which its footer and its markup share. */
async function languageOf(address: string): Promise<string> {
  await world.services.doors.delivery.sendDue();
  const letters = await lettersTo(address);
  const [letter] = letters;
  if (letters.length !== 1 || !letter) return `${letters.length} letters`;
  const footer = letter.text.includes('Loam schickt dir das für Meridian') ? 'de' : 'en';
  const body =
    /\b(und|nicht|dich|dir|Code:) /.test(letter.text) && !/\b(and|you|the)\b/.test(letter.text) ? 'de' : 'en';
  return new Set([letter.language, footer, body]).size === 1 ? letter.language : JSON.stringify(letter);
}

describe('an invitation', () => {
  it('speaks the language of whoever invites', async () => {
    await world.services.doors.access.entry.invite(steward(), ['nora@example.test']);
    expect(await languageOf('nora@example.test')).toBe('de');
    const other = await world.addPerson({ name: 'Li Chen', roles: ['steward'] });
    await world.services.doors.access.entry.invite(world.who(other, ['steward']), ['paul@example.test']);
    expect(await languageOf('paul@example.test')).toBe('en');
  });

  it('is followed by news in that language, until its receiver comes', async () => {
    await world.services.doors.access.entry.invite(steward(), ['otto@example.test']);
    await world.services.doors.delivery.sendDue();
    for (const name of await readdir(folder)) await rm(join(folder, name));
    const { rows } = await world.owner.query("select person_id from person where email = 'otto@example.test'");
    await world.services.doors.access.give(steward(), rows[0].person_id, 'steward');
    expect(await languageOf('otto@example.test')).toBe('de');
  });
});

describe('a sign-in code', () => {
  const ask = async (email: string, payload: object, browser?: string) => {
    const headers = browser ? { 'accept-language': browser } : {};
    await app.inject({ method: 'POST', url: '/api/session/code', headers, payload: { email, ...payload } });
    await expect.poll(async () => (await lettersTo(email)).length, { timeout: 15_000 }).toBe(1);
    return languageOf(email);
  };

  it('speaks the browser’s language where nobody chose one', async () => {
    expect(await ask('jonas.brandt@example.test', {}, 'de-DE,de;q=0.9,en;q=0.8')).toBe('de');
  });

  it('speaks the page’s before the browser’s', async () => {
    expect(await ask('jonas.brandt@example.test', { language: 'en' }, 'de-DE')).toBe('en');
  });

  it('speaks its receiver’s own before all others', async () => {
    expect(await ask('heidi.roth@example.test', { language: 'en' }, 'en-GB')).toBe('de');
  });

  it('made at the server speaks the receiver’s, else the organisation’s', async () => {
    await world.services.doors.access.consoleCode('heidi.roth@example.test');
    expect(await languageOf('heidi.roth@example.test')).toBe('de');
    await world.owner.query("update workspace set language = 'de'");
    await world.services.doors.access.consoleCode('jonas.brandt@example.test');
    expect(await languageOf('jonas.brandt@example.test')).toBe('de');
    await world.owner.query("update workspace set language = 'en'");
  });
});

describe('between two people', () => {
  const both = async () => [await languageOf('heidi.roth@example.test'), await languageOf('jonas.brandt@example.test')];
  const clear = async () => {
    for (const name of await readdir(folder)) await rm(join(folder, name));
  };

  it('each reads their own language, from the hello to the end', async () => {
    const { introductions } = world.services.doors;
    await introductions.sayHello(world.who(jonas), { toId: heidi, phrase: 'curious' });
    expect(await both()).toEqual(['de', '0 letters']);
    await clear();
    const [hello] = (await introductions.hellos(world.who(heidi))).received;
    const id = (await introductions.answerHello(world.who(heidi), hello?.id ?? '', 'yes')) ?? '';
    expect(await both()).toEqual(['de', 'en']);
    await clear();
    const { time } = await introductions.get(world.who(heidi), id, 'de');
    for (const personId of [heidi, jonas])
      if (time?.at) await introductions.chooseTime(world.who(personId), id, new Date(time.at));
    expect(await both()).toEqual(['de', 'en']);
    await clear();
    await introductions.answer(world.who(jonas), id, { answer: 'cannot' });
    world.clock.set('2026-11-24T09:00:00Z');
    const ended = await languageOf('heidi.roth@example.test');
    const [letter] = await lettersTo('heidi.roth@example.test');
    expect([ended, letter?.subject]).toEqual(['de', 'Dein Kennenlernen mit Jonas Brandt findet diesmal nicht statt']);
  });
});

describe('what is asked and offered later', () => {
  it('is written in each one’s own language', async () => {
    const { introductions } = world.services.doors;
    const lena = await world.addPerson({ name: 'Lena Vogt', unit: 'Labs' });
    await world.owner.query("update person set language = 'de' where person_id = $1", [lena]);
    await world.services.doors.boundaries.change(world.who(lena), { hellos: true });
    await introductions.sayHello(world.who(jonas), { toId: lena, phrase: 'coffee' });
    const id = (await introductions.sayHello(world.who(lena), { toId: jonas, phrase: 'coffee' })) ?? '';
    const subjects = async (kind: string, aboutId = id) => {
      const written = (personId: string) =>
        compose(world, { workspaceId: world.workspaceId, personId, kind, aboutId, key: `${kind}:${personId}` });
      return [(await written(lena))?.subject, (await written(jonas))?.subject];
    };
    expect(await subjects('did-you-meet')).toEqual(['Hast du Jonas Brandt getroffen?', 'Did you meet Lena Vogt?']);
    expect(await subjects('request-lapsed')).toEqual(['Deine Bitte ruht jetzt', 'Your request is resting now']);
    expect(await subjects('again')).toEqual(['Jonas Brandt und du, noch einmal?', 'Lena Vogt and you, once more?']);
    expect(await subjects('meeting-rhythm')).toEqual([
      'Wieder einmal Zeit für Jonas Brandt?',
      'Time for Lena Vogt again?',
    ]);
  });

  it('is told of an address and of mail settings alike', async () => {
    const { access, delivery } = world.services.doors;
    for (const [personId, email] of [
      [heidi, 'heidi@new.test'],
      [jonas, 'jonas@new.test'],
    ] as const)
      await world.db.asPerson(steward(), (scope) => access.addresses.askAsSteward(scope, { personId, email }));
    expect(await languageOf('heidi.roth@example.test')).toBe('de');
    expect(await languageOf('jonas.brandt@example.test')).toBe('en');
    const said: string[] = [];
    const message = (language: 'en' | 'de') => {
      said.push(language);
      return { subject: language, lines: [] };
    };
    const news = { kind: 'mail-settings', key: 'news', personIds: [heidi, jonas], message, through: null };
    await delivery.tellAtOnce(steward(), news);
    expect(said).toEqual(['de', 'en']);
  });
});

describe('a programme', () => {
  it('invites each in their own language, names its host and the day', async () => {
    const { programmes } = world.services.doors;
    const { id } = await programmes.create(world.who(jonas), {
      kind: 'coffee',
      name: 'Kaffee',
      audience: 'link',
      size: 2,
      rule: 'across',
      cadence: 'weekly',
      weekday: 2,
      drawTime: '09:00',
    });
    const about = { workspaceId: world.workspaceId, kind: 'programme-invitation', aboutId: id };
    const written = async (personId: string) => {
      const told = { ...about, personId, key: `programme-invitation:${id}:${personId}` };
      return (await programmes.notices[about.kind]?.compose?.(told))?.lines[0];
    };
    expect(await written(heidi)).toBe(
      'Jonas Brandt lädt dich ein: „Kaffee“, das nächste Mal am Dienstag, 24. November. Du kannst dabei sein; niemand sieht, wer nicht mitmacht.',
    );
    expect(await written(amara)).toContain('am Dienstag, 24. November');
    await world.owner.query("update person set language = 'en' where person_id = $1", [amara]);
    expect(await written(amara)).toBe(
      'Jonas Brandt invites you: “Kaffee”, next on Tuesday 24 November. You are welcome to join; nobody sees who does not.',
    );
  });
});
