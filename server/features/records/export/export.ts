import type { Who } from '#server/platform/access-guard.ts';
import { csvOf } from '#server/platform/csv.ts';
import { fail } from '#server/platform/errors.ts';
import type { Floor } from '#server/platform/floor.ts';
import { type Letter, signInSection } from '../letter/letter.rules.ts';
import { writeLetter } from '../letter/letter.ts';
import { pageOf } from '../letter/page.rules.ts';
import * as rows from '../records.queries.ts';
import { icsOf, shownToSender } from '../records.rules.ts';

/** Everything of somebody's, gathered in one transaction. */
async function gather(floor: Floor, who: Who) {
  const mine = await floor.db.asPerson(who, async (scope) => {
    const line = (await rows.selectMyLine(scope)) ?? fail('not-found');
    const introductions = await rows.selectMyIntroductions(scope);
    const others = introductions.flatMap(({ member_ids }) => member_ids).filter((id) => id !== who.personId);
    return {
      line,
      introductions,
      names: await rows.selectNames(scope, [...new Set(others)]),
      settings: await rows.selectMySettings(scope),
      blocks: await rows.selectMyBlocks(scope),
      hellos: await rows.selectMyHellos(scope),
      moments: await rows.selectMyMoments(scope),
      requests: await rows.selectMyRequests(scope),
      rhythms: await rows.selectMyRhythms(scope),
      messages: await rows.selectMyMessages(scope),
      log: await rows.selectMyLog(scope),
      sections: await writeLetter(scope, line.language === 'de' ? 'de' : 'en'),
    };
  });
  const signIn = await floor.db.asSignIn(
    (scope) => rows.selectSignIn(scope, who.workspaceId, who.personId),
    who.workspaceId,
  );
  return { ...mine, signIn };
}

type Gathered = Awaited<ReturnType<typeof gather>>;

export type ExportFormat = 'html' | 'json' | 'csv' | 'ics';

/** One file with everything of the caller's; what others keep to themselves, and veils, are not in it. */
export async function collect(floor: Floor, who: Who, format: ExportFormat): Promise<File> {
  const all = await gather(floor, who);
  const now = floor.clock.now();
  if (format === 'html')
    return fileOf(pageOf(letterOf(all, now), photoOf(all)), 'my-loam.html', 'text/html;charset=utf-8');
  if (format === 'json')
    return fileOf(JSON.stringify(jsonOf(all, who, now), null, 2), 'my-loam.json', 'application/json');
  if (format === 'csv')
    return fileOf(csvOf(['what', 'when', 'who', 'detail'], lines(all, who)), 'my-loam.csv', 'text/csv;charset=utf-8');
  const days = all.moments.map((moment) => ({
    uid: `${moment.moment_id}@loam`,
    day: moment.happened_on,
    title: `Met ${moment.with}`,
  }));
  return fileOf(icsOf(days, now), 'my-loam.ics', 'text/calendar;charset=utf-8');
}

/** The same as people read it: every table of the register that holds something about me. */
function letterOf(all: Gathered, now: Date): Letter {
  const language = all.line.language === 'de' ? 'de' : 'en';
  const extra = signInSection({ ...all.signIn, log: all.log }, language);
  return {
    language,
    name: all.line.name,
    organisation: all.line.organisation,
    madeAt: now,
    sections: [...all.sections, ...extra],
  };
}

const photoOf = ({ settings: { photo } }: Gathered): string | null =>
  photo ? `data:${photo.media_type};base64,${photo.bytes.toString('base64')}` : null;

const fileOf = (text: string, name: string, type: string) => new File([text], name, { type });

const omitted = ['workspace_id', 'person_id', 'search_text', 'shown_words', 'unit_id', 'site_id', 'manager_id'];

/** A row without the numbers that say nothing outside the database. */
function plain(row: object | undefined): Record<string, unknown> | null {
  return row ? Object.fromEntries(Object.entries(row).filter(([column]) => !omitted.includes(column))) : null;
}

function helloOf(hello: Gathered['hellos'][number], who: Who) {
  const { from_id, answered_at, status, ...rest } = hello;
  if (from_id !== who.personId) return { direction: 'received', ...rest, status, answered_at };
  const shown = shownToSender(status);
  return { direction: 'sent', ...rest, status: shown, answered_at: shown === status ? answered_at : null };
}

function introductionOf({ member_ids, introduction_id: _, ...rest }: Gathered['introductions'][number], all: Gathered) {
  return { ...rest, with: member_ids.flatMap((id) => all.names.get(id) ?? []) };
}

function jsonOf(all: Gathered, who: Who, now: Date) {
  const { photo, profile, address, roles, boundary, mail, identities, tokens, addressChanges } = all.settings;
  return {
    format: 'loam-export',
    version: 2,
    madeAt: now,
    letter: letterOf(all, now),
    directory: plain(all.line),
    profile: plain(profile),
    photo: photo ? { mediaType: photo.media_type, base64: photo.bytes.toString('base64') } : null,
    privateAddress: address?.email ?? null,
    roles: roles.map(({ role, given_at, confirmed_by }) => ({
      role,
      given_at,
      confirmed: role === 'steward' || confirmed_by !== null,
    })),
    boundaries: boundary ?? null,
    blocked: all.blocks.map(({ name }) => name),
    mailOffSince: mail?.off_since ?? null,
    hellos: all.hellos.map((hello) => helloOf(hello, who)),
    introductions: all.introductions.map((introduction) => introductionOf(introduction, all)),
    moments: all.moments.map(({ moment_id: _, ...moment }) => moment),
    requests: all.requests,
    reminders: all.rhythms.map(({ member_ids, ...rhythm }) => ({
      ...rhythm,
      with: member_ids.flatMap((id) => all.names.get(id) ?? []),
    })),
    messages: all.messages,
    log: all.log.map(({ at, action, actor_id }) => ({
      at,
      action,
      by: actor_id === who.personId ? 'me' : 'somebody else',
    })),
    signIn: {
      ...all.signIn,
      addresses: identities.filter(({ issuer }) => issuer !== 'user').map(({ subject }) => subject),
      addressChanges,
      tokens,
    },
    notebook: 'What only you can read lies on your own device and is exported there.',
  };
}

function lines(all: Gathered, who: Who): string[][] {
  const hellos = all.hellos.map((hello) => {
    const { direction, from, to, phrase, status } = helloOf(hello, who);
    return [
      `hello ${direction}`,
      hello.asked_at.toISOString(),
      direction === 'sent' ? to : from,
      `${phrase}: ${status}`,
    ];
  });
  const introductions = all.introductions.map((introduction) => {
    const names = introductionOf(introduction, all).with.join(', ');
    return ['introduction', introduction.started_at.toISOString(), names, introduction.answer ?? ''];
  });
  const moments = all.moments.map((moment) => ['moment', moment.happened_on, moment.with, moment.kind]);
  const profile = Object.entries(plain(all.settings.profile) ?? {}).map(([field, value]) => [
    'profile',
    '',
    field,
    [value ?? ''].flat().join(', '),
  ]);
  const directory = Object.entries(plain(all.line) ?? {}).map(([field, value]) => [
    'directory',
    '',
    field,
    textOf(value),
  ]);
  return [...directory, ...profile, ...hellos, ...introductions, ...moments];
}

function textOf(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  return [value ?? ''].flat().join(', ');
}
