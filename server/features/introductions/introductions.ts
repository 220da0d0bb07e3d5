import ical from 'ical-generator';
import type { Language } from '#contract/common.ts';
import type { Answer, IntroductionDetails, IntroductionSummary } from '#contract/introductions.ts';
import type { BoundariesDoor } from '#server/features/boundaries/boundaries.ts';
import type { Delivery, Told } from '#server/features/delivery/delivery.ts';
import type { createPeople } from '#server/features/people/people.ts';
import type { Who } from '#server/platform/access-guard.ts';
import { dayIn } from '#server/platform/clock.ts';
import type { Scope } from '#server/platform/database.ts';
import { fail } from '#server/platform/errors.ts';
import type { Floor } from '#server/platform/floor.ts';
import type { Message } from '#server/ports/channel.ts';
import { createDepartures } from './departures/departures.ts';
import { chooseGuide, guide as guideShape, guideWords } from './guide/guide.rules.ts';
import { selectHelloForMail, selectHelloOf, settleBetween } from './hellos/hellos.queries.ts';
import { type Begin, createHellos } from './hellos/hellos.ts';
import * as messages from './introductions.messages.ts';
import * as rows from './introductions.queries.ts';
import * as rules from './introductions.rules.ts';
import * as pair from './pair/pair.ts';

export interface Parts {
  people: Pick<ReturnType<typeof createPeople>, 'cards'>;
  boundaries: BoundariesDoor;
  delivery: Delivery;
}

type IntroductionRow = Awaited<ReturnType<typeof rows.selectIntroductions>>[number];
type PairRow = pair.PairRow;

/** Hellos and the introductions that come of them. */
export function createIntroductions(floor: Floor, parts: Parts) {
  const look = looker(parts);
  const answering = answers(floor, look, ender(floor, parts));
  return {
    ...createHellos(floor, parts, beginner(floor, parts)),
    ...reader(floor, look),
    ...answering,
    ...createDepartures(floor, answering.endAll),
    ...mail(floor),

    /** With whom the caller met, latest first. */
    momentsOf: async (scope: Scope) =>
      (await rows.selectMoments(scope)).map((row) => ({
        otherId: row.other_id,
        happenedOn: row.happened_on,
        introductionId: row.introduction_id,
      })),

    /** Whom the caller greeted or was introduced to since an instant: one step is under way already. */
    approachedBy: (scope: Scope, since: Date): Promise<string[]> => rows.selectApproached(scope, since),
  };
}

export type IntroductionsDoor = ReturnType<typeof createIntroductions>;

/** Starts an introduction and tells both, all in the caller's transaction. */
function beginner(floor: Floor, { delivery }: Parts): Begin {
  const tell = async (scope: Scope, id: string, { to, other }: { to: PairRow; other: PairRow }) => {
    const language = pair.languageOf(to);
    const first = pair.timesOf(to, other, floor.clock.now())[0];
    const title = messages.calendarTitle(language, other.name);
    const message = messages.introductionMail(language, {
      other: { name: messages.plainName(other.name), address: other.email },
      about: pair.wordsOf(other).about,
      common: rules.inCommon(pair.sideOf(to), pair.sideOf(other)).map((each) => messages.commonWords(each, language)),
      different: rules.different(pair.sideOf(to), pair.sideOf(other)).map(({ text }) => text),
      guide: guideWords(chooseGuide(id, pair.hasPowerGap(to, other)), language),
      url: `${floor.baseUrl}/meet/${id}`,
      calendar: first ? calendarOf(floor, { id, at: first.at, title }) : null,
    });
    const key = `introduction:${id}:${to.person_id}`;
    await delivery.tell(scope, { key, personId: to.person_id, kind: 'introduction', aboutId: id, message });
  };
  return async (scope, otherId, settle) => {
    const { me, other } = await pair.pairOf(scope, otherId);
    const [id, now] = [floor.newId(), floor.clock.now()];
    if (!(await settle(id))) fail('not-found');
    const guide = JSON.stringify(chooseGuide(id, pair.hasPowerGap(me, other)));
    await rows.insertIntroduction(scope, { id, memberIds: [me.person_id, other.person_id], guide, now });
    await tell(scope, id, { to: me, other });
    await tell(scope, id, { to: other, other: me });
    return id;
  };
}

/** One event in UTC; its UID holds no text of a person. */
function calendarOf(floor: Floor, event: { id: string; at: Date; title: string }): string {
  const calendar = ical({ prodId: { company: 'Loam', product: 'Loam' } });
  calendar.createEvent({
    id: `${event.id}@loam`,
    start: event.at,
    end: new Date(event.at.getTime() + 30 * 60_000),
    stamp: floor.clock.now(),
    summary: event.title,
    url: `${floor.baseUrl}/meet/${event.id}`,
  });
  return calendar.toString();
}

type Look = ReturnType<typeof looker>;

/** How introductions look to the caller: whatever ended one looks the same. */
function looker({ people, boundaries }: Parts) {
  const otherIdOf = (row: IntroductionRow, scope: Scope): string =>
    row.member_ids.find((id) => id !== scope.personId) ?? fail('not-found');

  const summaries = async (scope: Scope, found: IntroductionRow[]): Promise<IntroductionSummary[]> => {
    const ids = found.map((row) => otherIdOf(row, scope));
    const cards = await people.cards(scope, ids);
    const here = await boundaries.reachable(scope, ids);
    const moments = found.length ? await rows.selectMoments(scope) : [];
    const metOn = new Map(moments.map((row) => [row.introduction_id, row.happened_on]));
    return found.flatMap((row) => {
      const other = cards.get(otherIdOf(row, scope));
      if (!other) return [];
      const met = metOn.get(row.introduction_id) ?? null;
      const isEnded = met === null && (row.ended_at !== null || !here.has(other.id));
      return [
        {
          id: row.introduction_id,
          other: isEnded ? { ...other, photoUrl: null } : other,
          startedAt: row.started_at,
          isEnded,
          myAnswer: row.answer,
          metOn: met,
        },
      ];
    });
  };

  return {
    summaries,

    /** The caller's introduction by id, with the other's id. */
    async one(scope: Scope, id: string) {
      const [row] = await rows.selectIntroductions(scope, id);
      if (!row) return fail('not-found');
      const [summary] = await summaries(scope, [row]);
      return { row, summary: summary ?? fail('not-found'), otherId: otherIdOf(row, scope) };
    },
  };
}

function reader(floor: Floor, look: Look) {
  return {
    /** The caller's introductions, newest first. */
    list: (who: Who): Promise<IntroductionSummary[]> =>
      floor.db.asPerson(who, async (scope) => look.summaries(scope, await rows.selectIntroductions(scope))),

    /** One introduction with its guide, in a language. */
    get: (who: Who, id: string, language?: Language): Promise<IntroductionDetails> =>
      floor.db.asPerson(who, async (scope) => {
        const { row, summary, otherId } = await look.one(scope, id);
        const { me, other } = await pair.pairOf(scope, otherId);
        const guide = guideWords(guideShape.parse(row.guide), language ?? pair.languageOf(me));
        const nothing = { about: '', askMeAbout: [], intention: null, common: [], different: [], times: [] };
        if (summary.isEnded) return { ...summary, ...nothing, guide, otherTimezone: pair.zoneOf(me) };
        const hello = await selectHelloOf(scope, id, row.member_ids);
        return {
          ...summary,
          ...pair.wordsOf(other),
          intention: hello?.from_id === otherId ? hello.intention : null,
          common: rules.inCommon(pair.sideOf(me), pair.sideOf(other)),
          different: rules.different(pair.sideOf(me), pair.sideOf(other)),
          guide,
          times: summary.metOn ? [] : pair.timesOf(me, other, floor.clock.now()),
          otherTimezone: pair.zoneOf(other),
        };
      }),

    /** A calendar file for a conversation at an instant. */
    calendar: (who: Who, id: string, choice: { at: Date; language?: Language | undefined }): Promise<File> =>
      floor.db.asPerson(who, async (scope) => {
        const { summary, otherId } = await look.one(scope, id);
        if (summary.isEnded) fail('introductions.ended');
        const { me, other } = await pair.pairOf(scope, otherId);
        const title = messages.calendarTitle(choice.language ?? pair.languageOf(me), other.name);
        return new File([calendarOf(floor, { id, at: choice.at, title })], 'loam.ics', { type: 'text/calendar' });
      }),
  };
}

type End = (scope: Scope, id: string, otherId: string) => Promise<void>;

/** Ends an introduction and tells the other with the next morning's mail, in the one text there is. */
function ender(floor: Floor, { delivery }: Parts): End {
  return async (scope, id, otherId) => {
    await rows.endIntroduction(scope, id, floor.clock.now());
    const { other } = await pair.pairOf(scope, otherId);
    await delivery.tell(scope, {
      key: `introduction-ended:${id}:${otherId}`,
      personId: otherId,
      kind: 'introduction-ended',
      message: messages.endedNotice(pair.languageOf(other), `${floor.baseUrl}/`),
      notBefore: rules.nextMorning(floor.clock.now(), pair.zoneOf(other)),
    });
  };
}

function answers(floor: Floor, look: Look, end: End) {
  /** Ends what runs for the caller: neither ended before nor led to a meeting. */
  const endRunning = async (scope: Scope, isMeant: (otherId: string) => boolean): Promise<void> => {
    const met = new Set((await rows.selectMoments(scope)).map((row) => row.introduction_id));
    for (const row of await rows.selectIntroductions(scope)) {
      const otherId = row.member_ids.find((id) => id !== scope.personId);
      const isRunning = row.ended_at === null && !met.has(row.introduction_id);
      if (otherId && isRunning && isMeant(otherId)) await end(scope, row.introduction_id, otherId);
    }
  };

  /** Writes, moves or takes back what both remember; what the other said stands. */
  const remember = async (
    scope: Scope,
    of: { id: string; otherId: string; before: string | null; metOn: string | null },
  ) => {
    const { id, otherId, before, metOn } = of;
    if (before === 'met') {
      const isSaid = await floor.db.asJobs(
        (jobs) => rows.saidMet(jobs, scope.workspaceId, id, otherId),
        scope.workspaceId,
      );
      if (!isSaid) await rows.deleteMoments(scope, id);
    }
    if (metOn) await rows.insertMoments(scope, { introductionId: id, pair: [scope.personId, otherId], day: metOn });
  };

  return {
    /** We met, not yet, or can't this time; "met" by either is remembered for both. */
    answer: (who: Who, id: string, given: { answer: Answer; metOn?: string | undefined }): Promise<void> =>
      floor.db.asPerson(who, async (scope) => {
        const { otherId } = await look.one(scope, id);
        await pair.holdPair(scope, otherId);
        const { row, summary } = await look.one(scope, id);
        const { me } = await pair.pairOf(scope, otherId);
        const [now, zone] = [floor.clock.now(), pair.zoneOf(me)];
        const today = dayIn(now, zone);
        const answeredOn = row.answered_at ? dayIn(row.answered_at, zone) : null;
        const mayChange = rules.mayChange({ answer: row.answer, answeredOn }, today);
        const isMetAlone = given.answer === 'cannot' && summary.metOn !== null;
        if (summary.isEnded || isMetAlone || (given.answer !== 'met' && !mayChange)) fail('introductions.ended');
        // Said again later it stays as it was.
        if (!mayChange) return;
        const metOn = given.answer === 'met' ? (given.metOn ?? today) : null;
        if (metOn && (metOn > today || metOn < dayIn(summary.startedAt, zone))) fail('bad-request');
        await rows.updateAnswer(scope, id, { answer: given.answer, met_on: metOn, answered_at: now });
        await remember(scope, { id, otherId, before: row.answer, metOn });
        if (given.answer === 'cannot') await end(scope, id, otherId);
      }),

    /** A block ends what waits or runs between the two, with the same text as anything else that ends it. */
    async endBetween(scope: Scope, otherId: string): Promise<void> {
      await settleBetween(scope, otherId, floor.clock.now());
      await endRunning(scope, (id) => id === otherId);
    },

    /** A pause ends all that runs, with the same text. */
    endAll: (scope: Scope): Promise<void> => endRunning(scope, () => true),
  };
}

function mail(floor: Floor) {
  const isPaused = (until: string | null, today: string) => until !== null && until >= today;

  const helloHolds = async (workspaceId: string, id: string): Promise<boolean> => {
    const row = await floor.db.asJobs((scope) => selectHelloForMail(scope, workspaceId, id), workspaceId);
    if (row?.status !== 'waiting' || row.hidden_id !== null || row.hellos !== true) return false;
    const today = dayIn(floor.clock.now(), row.timezone);
    return row.sender === 'active' && !isPaused(row.paused_until, today) && !isPaused(row.sender_paused_until, today);
  };

  const introductionHolds = async (workspaceId: string, id: string): Promise<boolean> => {
    const row = await floor.db.asJobs((scope) => rows.selectIntroductionForMail(scope, workspaceId, id), workspaceId);
    if (!row || row.endedAt !== null || row.isVeiled) return false;
    const today = dayIn(floor.clock.now(), row.timezone);
    return row.members.every((each) => each.status === 'active' && !isPaused(each.paused_until, today));
  };

  return {
    /** The words of a message that was told without any. */
    compose: async (_told: Told): Promise<Message | null> => null,

    /** Asked again at send time: does this message still hold? */
    async isStillWanted(told: Told): Promise<boolean> {
      if (!told.aboutId) return true;
      if (told.kind === 'hello') return helloHolds(told.workspaceId, told.aboutId);
      return told.kind === 'introduction' ? introductionHolds(told.workspaceId, told.aboutId) : true;
    },
  };
}
