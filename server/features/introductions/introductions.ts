import ical from 'ical-generator';
import type { Intention, Language } from '#contract/common.ts';
import type { Answer, IntroductionDetails, IntroductionSummary, Phrase } from '#contract/introductions.ts';
import type { BoundariesDoor } from '#server/features/boundaries/boundaries.ts';
import type { Delivery } from '#server/features/delivery/delivery.ts';
import { type createPeople, timezoneOf } from '#server/features/people/people.ts';
import type { Who } from '#server/platform/access-guard.ts';
import { dayIn } from '#server/platform/clock.ts';
import type { Scope } from '#server/platform/database.ts';
import { fail } from '#server/platform/errors.ts';
import type { Floor } from '#server/platform/floor.ts';
import { chooseGuide, guide as guideShape, guideWords } from './guide/guide.rules.ts';
import * as messages from './introductions.messages.ts';
import * as rows from './introductions.queries.ts';
import * as rules from './introductions.rules.ts';

export interface Parts {
  people: Pick<ReturnType<typeof createPeople>, 'cards'>;
  boundaries: BoundariesDoor;
  delivery: Delivery;
}

type PairRow = Awaited<ReturnType<typeof rows.selectPair>>[number];
type IntroductionRow = Awaited<ReturnType<typeof rows.selectIntroductions>>[number];

const WEEK = 7 * 86_400_000;
const SHOWN_FOR = 30 * 86_400_000;

const zoneOf = (row: PairRow): string => timezoneOf({ own: row.timezone, site: row.site_timezone, workspace: row.workspace_timezone });
const languageOf = (row: PairRow): Language => row.language ?? row.workspace_language;
const shows = (row: PairRow, field: string): boolean => row.shows?.includes(field) ?? false;
const listIf = (row: PairRow, field: string, list: string[] | null): string[] => (shows(row, field) ? (list ?? []) : []);

function sideOf(row: PairRow): rules.Side {
  return {
    unit: row.unit,
    site: row.site,
    level: row.level,
    interests: listIf(row, 'interests', row.interests),
    talents: listIf(row, 'talents', row.talents),
    passions: listIf(row, 'passions', row.passions),
    languages: listIf(row, 'languages', row.languages),
  };
}

function hoursOf(row: PairRow): rules.Hours {
  const hasHours = shows(row, 'hours');
  return {
    zone: zoneOf(row),
    from: hasHours ? row.hours_from : null,
    to: hasHours ? row.hours_to : null,
    officeDays: shows(row, 'officeDays') ? (row.office_days ?? []) : [],
    site: row.site,
  };
}

async function pairOf(scope: Scope, otherId: string): Promise<{ me: PairRow; other: PairRow }> {
  const found = await rows.selectPair(scope, [scope.personId, otherId]);
  const me = found.find((row) => row.person_id === scope.personId) ?? fail('not-found');
  const other = found.find((row) => row.person_id === otherId) ?? fail('not-found');
  return { me, other };
}

/** Hellos and the introductions that come of them. */
export function createIntroductions(floor: Floor, parts: Parts) {
  const begin = beginner(floor, parts);
  const reading = reader(floor, parts);
  return {
    ...hellos(floor, parts, begin),
    ...reading,
    ...answers(floor, parts, reading.one),
    ...mail(floor),

    /** With whom the caller met, latest first. */
    momentsOf: async (scope: Scope) =>
      (await rows.selectMoments(scope)).map((row) => ({ otherId: row.other_id, happenedOn: row.happened_on, introductionId: row.introduction_id })),
  };
}

export type IntroductionsDoor = ReturnType<typeof createIntroductions>;
type Begin = (scope: Scope, hello: { id: string; otherId: string }) => Promise<string>;

/** Starts an introduction and tells both, all in the caller's transaction. */
function beginner(floor: Floor, { delivery }: Parts): Begin {
  const tell = async (scope: Scope, id: string, to: PairRow, other: PairRow) => {
    const language = languageOf(to);
    const guide = guideWords(chooseGuide(id, hasPowerGap(to, other)), language);
    const [common, different] = [rules.inCommon(sideOf(to), sideOf(other)), rules.different(sideOf(to), sideOf(other))];
    const first = rules.suggestedTimes(hoursOf(to), hoursOf(other), floor.clock.now())[0];
    const message = messages.introductionMail(language, {
      other: { name: other.name, address: other.email },
      about: shows(other, 'about') ? (other.about ?? '') : '',
      common: common.map(({ text }) => text),
      different: different.map(({ text }) => text),
      guide,
      url: `${floor.baseUrl}/meet/${id}`,
      calendar: first ? calendarOf(floor, { id, at: first.at, title: messages.calendarTitle(language, other.name) }) : null,
    });
    await delivery.tell(scope, { key: `introduction:${id}:${to.person_id}`, personId: to.person_id, kind: 'introduction', aboutId: id, message });
  };
  return async (scope, hello) => {
    const { me, other } = await pairOf(scope, hello.otherId);
    const [id, now] = [floor.newId(), floor.clock.now()];
    if (!(await rows.settleHello(scope, hello.id, { status: 'yes', answered_at: now, introduction_id: id }))) fail('not-found');
    const guide = JSON.stringify(chooseGuide(id, hasPowerGap(me, other)));
    await rows.insertIntroduction(scope, { id, memberIds: [me.person_id, other.person_id], guide, now });
    await tell(scope, id, me, other);
    await tell(scope, id, other, me);
    return id;
  };
}

const hasPowerGap = (first: PairRow, second: PairRow): boolean =>
  first.manager_id === second.person_id || second.manager_id === first.person_id;

/** One event in UTC; its UID holds no text of a person. */
function calendarOf(floor: Floor, event: { id: string; at: Date; title: string }): string {
  const calendar = ical({ prodId: { company: 'Loam', product: 'Loam' } });
  const end = new Date(event.at.getTime() + 30 * 60_000);
  calendar.createEvent({ id: `${event.id}@loam`, start: event.at, end, stamp: floor.clock.now(), summary: event.title.replace(/\p{Cc}/gu, ' '), url: `${floor.baseUrl}/meet/${event.id}` });
  return calendar.toString();
}

function hellos(floor: Floor, { people, boundaries, delivery }: Parts, begin: Begin) {
  const since = (length: number) => new Date(floor.clock.now().getTime() - length);
  return {
    /** Hellos that wait for the caller, and the caller's own. */
    hellos: (who: Who) =>
      floor.db.asPerson(who, async (scope) => {
        const found = await rows.selectHellos(scope, since(rules.FINAL_FOR));
        const otherOf = (row: (typeof found)[number]) => (row.from_id === who.personId ? row.to_id : row.from_id);
        const [cards, veiled] = [await people.cards(scope, found.map(otherOf)), await boundaries.veiled(scope, found.map(otherOf))];
        const active = await activeAmong(scope, found.map(otherOf));
        const received = found.flatMap((row) => {
          const from = cards.get(row.from_id);
          const waits = row.to_id === who.personId && row.status === 'waiting' && row.asked_at >= since(SHOWN_FOR);
          if (!from || !waits || veiled.has(row.from_id) || !active.has(row.from_id)) return [];
          return [{ id: row.hello_id, from, phrase: row.phrase as Phrase, intention: row.intention, askedAt: row.asked_at }];
        });
        const sent = found.flatMap((row) => {
          const to = cards.get(row.to_id);
          if (!to || row.from_id !== who.personId || row.status === 'withdrawn') return [];
          const status = rules.statusForSender({ status: row.status, askedAt: row.asked_at }, floor.clock.now());
          return [{ id: row.hello_id, to, phrase: row.phrase as Phrase, status, askedAt: row.asked_at }];
        });
        return { received, sent };
      }),

    /** Says hello; where the other said it first, this is the yes. Returns the introduction, if there is one now. */
    async sayHello(who: Who, hello: { toId: string; phrase: Phrase; intention?: Intention | undefined }): Promise<string | null> {
      if (hello.toId === who.personId) fail('bad-request');
      const waiting = await floor.db.asJobs((scope) => rows.countWaiting(scope, who.workspaceId, hello.toId, since(WEEK)), who.workspaceId);
      return floor.db.asPerson(who, async (scope) => {
        await rows.holdPair(scope, [who.personId, hello.toId]);
        const { me, other } = await pairOf(scope, hello.toId);
        const past = await rows.selectHellos(scope, since(rules.FINAL_FOR));
        const veiled = await boundaries.veiled(scope, [hello.toId]);
        const fromThem = past.find((row) => row.from_id === hello.toId && row.status === 'waiting' && row.asked_at >= since(SHOWN_FOR));
        if (fromThem && !veiled.has(hello.toId) && other.status === 'active') return begin(scope, { id: fromThem.hello_id, otherId: hello.toId });
        const mine = past.filter((row) => row.from_id === who.personId);
        if (mine.some((row) => row.to_id === hello.toId && row.status !== 'withdrawn')) fail('introductions.already-asked');
        if (mine.filter((row) => row.asked_at >= since(WEEK)).length >= rules.HELLOS_A_WEEK) fail('introductions.limit-reached');
        const today = dayIn(floor.clock.now(), me.workspace_timezone);
        const open = await boundaries.openTo(scope, [hello.toId], today);
        if (!open.has(hello.toId) || waiting >= rules.WAITING_A_WEEK) fail('introductions.not-open');
        const id = floor.newId();
        await rows.insertHello(scope, {
          hello_id: id,
          from_id: who.personId,
          to_id: hello.toId,
          phrase: hello.phrase,
          intention: hello.intention ?? null,
          status: 'waiting',
          asked_at: floor.clock.now(),
        });
        const message = messages.helloNotice(languageOf(other), `${floor.baseUrl}/meet`);
        await delivery.tell(scope, { key: `hello:${id}`, personId: hello.toId, kind: 'hello', aboutId: id, message });
        return null;
      });
    },

    /** Yes starts the introduction; not now stays silent. */
    answerHello: (who: Who, id: string, answer: 'yes' | 'not-now'): Promise<string | null> =>
      floor.db.asPerson(who, async (scope) => {
        const hello = await rows.selectHello(scope, id);
        if (hello?.to_id !== who.personId || hello.status !== 'waiting') fail('not-found');
        await rows.holdPair(scope, [hello.from_id, hello.to_id]);
        const isReachable = (await activeAmong(scope, [hello.from_id])).has(hello.from_id) && !(await boundaries.veiled(scope, [hello.from_id])).has(hello.from_id);
        if (!isReachable) fail('not-found');
        if (answer === 'yes') return begin(scope, { id, otherId: hello.from_id });
        if (!(await rows.settleHello(scope, id, { status: 'not-now', answered_at: floor.clock.now(), introduction_id: null }))) fail('not-found');
        return null;
      }),

    /** Takes a hello back; to its sender a refused one looks as if it still waited, so this never tells. */
    withdraw: (who: Who, id: string): Promise<void> =>
      floor.db.asPerson(who, async (scope) => {
        const hello = await rows.selectHello(scope, id);
        if (hello?.from_id !== who.personId || hello.status === 'yes' || hello.status === 'withdrawn') fail('not-found');
        await rows.settleHello(scope, id, { status: 'withdrawn', answered_at: floor.clock.now(), introduction_id: null });
      }),
  };
}

async function activeAmong(scope: Scope, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const found = await rows.selectPair(scope, ids);
  return new Set(found.filter((row) => row.status === 'active').map((row) => row.person_id));
}

function reader(floor: Floor, { people, boundaries }: Parts) {
  const otherIdOf = (row: IntroductionRow, scope: Scope): string => row.member_ids.find((id) => id !== scope.personId) ?? fail('not-found');

  const summaries = async (scope: Scope, found: IntroductionRow[]): Promise<IntroductionSummary[]> => {
    const ids = found.map((row) => otherIdOf(row, scope));
    const [cards, veiled] = [await people.cards(scope, ids), await boundaries.veiled(scope, ids)];
    const here = ids.length ? new Set((await rows.selectPair(scope, ids)).filter((row) => row.status === 'active' || row.status === 'away').map((row) => row.person_id)) : new Set<string>();
    return found.flatMap((row) => {
      const otherId = otherIdOf(row, scope);
      const other = cards.get(otherId);
      if (!other) return [];
      const isEnded = row.ended_at !== null || veiled.has(otherId) || !here.has(otherId);
      return [{ id: row.introduction_id, other, startedAt: row.started_at, isEnded, myAnswer: row.answer, metOn: row.met_on }];
    });
  };

  /** The caller's introduction by id, with the other's id. */
  const one = async (scope: Scope, id: string) => {
    const [row] = await rows.selectIntroductions(scope, id);
    if (!row) return fail('not-found');
    const [summary] = await summaries(scope, [row]);
    return { row, summary: summary ?? fail('not-found'), otherId: otherIdOf(row, scope) };
  };

  return {
    one,

    /** The caller's introductions, newest first. */
    list: (who: Who): Promise<IntroductionSummary[]> =>
      floor.db.asPerson(who, async (scope) => summaries(scope, await rows.selectIntroductions(scope))),

    /** One introduction with its guide, in a language. */
    get: (who: Who, id: string, language?: Language): Promise<IntroductionDetails> =>
      floor.db.asPerson(who, async (scope) => {
        const { row, summary, otherId } = await one(scope, id);
        const { me, other } = await pairOf(scope, otherId);
        const hello = (await rows.selectHellos(scope, new Date(0))).find((each) => each.introduction_id === id);
        const isOpen = !summary.isEnded;
        return {
          ...summary,
          about: isOpen && shows(other, 'about') ? (other.about ?? '') : '',
          askMeAbout: isOpen ? listIf(other, 'askMeAbout', other.ask_me_about) : [],
          intention: isOpen && hello?.from_id === otherId ? hello.intention : null,
          common: isOpen ? rules.inCommon(sideOf(me), sideOf(other)) : [],
          different: isOpen ? rules.different(sideOf(me), sideOf(other)) : [],
          guide: guideWords(guideShape.parse(row.guide), language ?? languageOf(me)),
          times: isOpen ? rules.suggestedTimes(hoursOf(me), hoursOf(other), floor.clock.now()) : [],
          otherTimezone: zoneOf(other),
        };
      }),

    /** A calendar file for a conversation at an instant. */
    calendar: (who: Who, id: string, choice: { at: Date; language?: Language | undefined }): Promise<File> =>
      floor.db.asPerson(who, async (scope) => {
        const { summary, otherId } = await one(scope, id);
        if (summary.isEnded) fail('introductions.ended');
        const { me, other } = await pairOf(scope, otherId);
        const title = messages.calendarTitle(choice.language ?? languageOf(me), other.name);
        return new File([calendarOf(floor, { id, at: choice.at, title })], 'loam.ics', { type: 'text/calendar' });
      }),
  };
}

function answers(floor: Floor, { delivery }: Parts, one: ReturnType<typeof reader>['one']) {
  /** Ends an introduction and tells the other with the next morning's mail, in the one text there is. */
  const end = async (scope: Scope, id: string, otherId: string) => {
    await rows.endIntroduction(scope, id, floor.clock.now());
    const { other } = await pairOf(scope, otherId);
    const message = messages.endedNotice(languageOf(other), `${floor.baseUrl}/`);
    const notBefore = rules.nextMorning(floor.clock.now(), zoneOf(other));
    await delivery.tell(scope, { key: `introduction-ended:${id}:${otherId}`, personId: otherId, kind: 'introduction-ended', message, notBefore });
  };
  return {
    /** We met, not yet, or can't this time; "met" by either is remembered for both. */
    answer: (who: Who, id: string, given: { answer: Answer; metOn?: string | undefined }): Promise<void> =>
      floor.db.asPerson(who, async (scope) => {
        const { summary, otherId } = await one(scope, id);
        if (summary.isEnded) fail('introductions.ended');
        const { me } = await pairOf(scope, otherId);
        const today = dayIn(floor.clock.now(), zoneOf(me));
        const metOn = given.answer === 'met' ? (given.metOn ?? today) : null;
        if (metOn && (metOn > today || metOn < dayIn(summary.startedAt, zoneOf(me)))) fail('bad-request');
        await rows.updateAnswer(scope, id, { answer: given.answer, met_on: metOn, answered_at: floor.clock.now() });
        if (metOn) await rows.insertMoments(scope, { introductionId: id, pair: [who.personId, otherId], day: metOn });
        if (given.answer === 'cannot') await end(scope, id, otherId);
      }),

    /** A block ends what runs between the two, with the same text as anything else that ends it. */
    async endBetween(scope: Scope, otherId: string): Promise<void> {
      for (const row of await rows.selectIntroductions(scope)) {
        if (row.ended_at === null && row.answer !== 'met' && row.member_ids.includes(otherId)) await end(scope, row.introduction_id, otherId);
      }
    },
  };
}

function mail(floor: Floor) {
  return {
    /** Asked again at send time: does this message still hold? */
    async isStillWanted(told: { workspaceId: string; personId: string; kind: string; aboutId: string | null }): Promise<boolean> {
      const { aboutId } = told;
      if (!aboutId) return true;
      if (told.kind === 'hello') {
        const row = await floor.db.asJobs((scope) => rows.selectHelloForMail(scope, told.workspaceId, aboutId), told.workspaceId);
        const today = floor.clock.now().toISOString().slice(0, 10);
        const isPaused = row?.paused_until ? row.paused_until >= today : false;
        return row?.status === 'waiting' && row.hidden_id === null && row.hellos === true && !isPaused && row.sender === 'active';
      }
      if (told.kind !== 'introduction') return true;
      const row = await floor.db.asJobs((scope) => rows.selectIntroductionForMail(scope, told.workspaceId, aboutId), told.workspaceId);
      return row !== undefined && row.endedAt === null && !row.isVeiled;
    },
  };
}
