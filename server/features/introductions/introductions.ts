import type { Language } from '#contract/common.ts';
import type { IntroductionDetails, IntroductionSummary, MemberWords } from '#contract/introductions.ts';
import type { Reason } from '#engine/matching/matching.ts';
import { calledName } from '#engine/names/called-name.ts';
import type { Boundaries } from '#server/features/boundaries/boundaries.ts';
import type { Delivery } from '#server/features/delivery/delivery.ts';
import type { createPeople } from '#server/features/people/people.ts';
import type { Who } from '#server/platform/access-guard.ts';
import type { Scope } from '#server/platform/database.ts';
import { fail } from '#server/platform/errors.ts';
import type { Floor } from '#server/platform/floor.ts';
import { selectOwnAgain, selectRhythm } from './again/again.queries.ts';
import { createAgain } from './again/again.ts';
import { createAnswers } from './answers/answers.ts';
import { createDepartures } from './departures/departures.ts';
import { chooseGuide, guide as guideShape, guideWords } from './guide/guide.rules.ts';
import { selectHelloOf, selectUnanswered } from './hellos/hellos.queries.ts';
import { type Begin, createHellos } from './hellos/hellos.ts';
import * as rows from './introductions.queries.ts';
import * as rules from './introductions.rules.ts';
import { createLeaving, type LeftBehind } from './leaving/leaving.ts';
import { createMail } from './mail/mail.ts';
import * as members from './members/members.ts';
import { createPress } from './press/press.ts';
import { createRequests } from './requests/requests.ts';
import { createRounds } from './rounds/rounds.ts';
import { calendarFile } from './times/times.messages.ts';
import * as slots from './times/times.queries.ts';
import { offered, type Slot, standFor, timeState } from './times/times.rules.ts';
import { createChoosing, createTimes, hoursInOrder, type Times } from './times/times.ts';
import { whyChips, whySentence } from './why/why.messages.ts';
import { whyFacts } from './why/why.rules.ts';

export type { LeftBehind } from './leaving/leaving.ts';
export type { PlannedRound } from './rounds/rounds.ts';

export interface Parts {
  people: Pick<ReturnType<typeof createPeople>, 'cards'>;
  boundaries: Boundaries;
  delivery: Delivery;
  /** Somebody is left alone in a round, or asked for somebody else, in the transaction of whoever left. */
  whenLeft(scope: Scope, of: LeftBehind): Promise<void>;
  /** Whether somebody sits out the next round of a programme, after changing it where told; null where there is none. */
  skip(
    of: { workspaceId: string; personId: string; aboutId: string; at: Date },
    isSkipping: boolean | null,
  ): Promise<boolean | null>;
}

type IntroductionRow = Awaited<ReturnType<typeof rows.selectIntroductions>>[number];

/** Hellos, and introductions of two to eight people, from hellos, rounds and requests. */
export function createIntroductions(floor: Floor, parts: Parts) {
  const look = looker(floor, parts);
  const times = createTimes(floor, parts.delivery);
  const answering = createAnswers(floor, look, createLeaving(floor, parts, times));
  const requests = createRequests(floor, parts, times);
  return {
    ...createHellos(floor, parts, beginner(floor, parts, times)),
    ...reader(floor, look),
    ...answering,
    ...createDepartures(floor, answering.endAll),
    ...createRounds(floor, parts.delivery, times),
    ...createChoosing(floor, look, parts.delivery, times),
    ...createMail(floor, look),
    ...createPress(floor, look, { ...parts, ...answering }),
    ...createAgain(floor, look, { ...parts, times, bring: requests.bring }),
    ...requests,

    /** With whom the caller met, latest first. */
    momentsOf: async (scope: Scope) =>
      (await rows.selectMoments(scope)).map((row) => ({
        otherId: row.other_id,
        happenedOn: row.happened_on,
        introductionId: row.introduction_id,
      })),

    /** Whom the caller greeted or was introduced to since an instant: one step is under way already. */
    approachedBy: (scope: Scope, since: Date): Promise<string[]> => rows.selectApproached(scope, since),

    /** What the caller alone knows to have said of others: by their latest "again?", and by hellos since an instant. */
    saidOf: (scope: Scope, since: Date) => saidOf(floor, scope, since),
  };
}

export type IntroductionsDoor = ReturnType<typeof createIntroductions>;

async function saidOf(floor: Floor, scope: Scope, since: Date) {
  const { workspaceId, personId } = scope;
  const answered = await selectOwnAgain(scope);
  const greeted = await selectUnanswered(scope, since);
  const said = rules.latestSaid(answered, personId);
  const hoped = [...said.values()].flatMap(({ again, introductionId }) => (again ? [introductionId] : []));
  const agreed = hoped.length
    ? await floor.db.asJobs('answers', workspaceId, (jobs) => rows.selectMutual(jobs, workspaceId, hoped))
    : [];
  const whom = (test: (of: rules.Said) => boolean) => [...said].flatMap(([id, of]) => (test(of) ? [id] : []));
  return {
    hoped: whom(({ again }) => again),
    declined: [
      ...whom(({ again }) => !again),
      ...greeted.flatMap(({ from_id, status }) => (status === 'not-now' ? [from_id] : [])),
    ],
    waiting: greeted.flatMap(({ from_id, status }) => (status === 'waiting' ? [from_id] : [])),
    /** Of everybody's "again", with the conversation they said it of. */
    mutual: [...said].flatMap(([id, { introductionId }]) =>
      agreed.includes(introductionId) ? [{ personId: id, introductionId }] : [],
    ),
  };
}

/** Starts an introduction of two and tells both, all in the caller's transaction. */
function beginner(floor: Floor, { delivery }: Parts, times: Pick<Times, 'start'>): Begin {
  return async (scope, otherId, settle) => {
    const { me, other } = await members.pairOf(scope, otherId);
    const [id, now] = [floor.newId(), floor.clock.now()];
    if (!(await settle(id))) fail('not-found');
    const guide = JSON.stringify(chooseGuide(id, members.hasPowerGap([me, other])));
    const memberIds = [me.person_id, other.person_id];
    const row = { id, kind: 'hello' as const, memberIds, guide, reasons: '[]' };
    await times.start(scope, [row], { now, programmeId: null, roundOn: null });
    const notes = memberIds.map((personId) => ({
      key: `introduction:${id}:${personId}`,
      personId,
      kind: 'introduction' as const,
      aboutId: id,
    }));
    await delivery.tell(scope, ...notes);
    return id;
  };
}

interface Detailed {
  details: IntroductionDetails;
  calendar: string | null;
  /** Whether everybody said yes to the time that stands, and how often its calendar entry changed. */
  isAgreed: boolean;
  sequence: number;
}

export type Look = ReturnType<typeof looker>;

/** How introductions look to the caller: whatever ended one looks the same. */
function looker(floor: Floor, parts: Parts) {
  const summaries = summarizer(floor, parts);

  /** The caller's introduction by id. */
  const one = async (scope: Scope, id: string) => {
    const [row] = await rows.selectIntroductions(scope, id);
    const [summary] = row ? await summaries(scope, [row]) : [];
    return row && summary ? { row, summary } : fail('not-found');
  };

  /** Times to choose from, by what everybody shows and the caller's own introductions. */
  const offers = async (scope: Scope, row: IntroductionRow, mine: ReadonlySet<number>) => {
    const everybody = await members.selectHours(
      scope,
      row.member_ids.filter((each) => !row.left_ids.includes(each)),
    );
    const how = { mine, isLunch: row.programme_kind === 'lunch' };
    return offered(hoursInOrder(everybody), floor.clock.now(), how);
  };

  return {
    summaries,
    one,
    offers,

    /** Those of some people whom the caller may be brought together with today. */
    withinReach: async (scope: Scope, ids: string[]): Promise<string[]> => {
      const here = await parts.boundaries.reachable(scope, ids);
      return ids.filter((id) => here.has(id));
    },

    /** One introduction with its guide, in a language, and the calendar file of its time. */
    async details(scope: Scope, id: string, given?: Language): Promise<Detailed> {
      const { row, summary } = await one(scope, id);
      const otherIds = summary.others.map((other) => other.id);
      const { me, others } = await members.membersOf(scope, otherIds);
      const language = given ?? members.languageOf(me);
      const guide = guideWords(guideShape.parse(row.guide), language);
      const stand = { isAgreed: row.is_agreed, sequence: row.time_sequence };
      if (summary.isEnded) {
        const nothing = { words: [], why: { sentence: '', chips: [] }, times: [], rhythm: null };
        return { details: { ...summary, ...nothing, guide }, calendar: null, ...stand };
      }
      const hello = row.kind === 'hello' ? await selectHelloOf(scope, id, row.member_ids) : undefined;
      const facts = whyFacts({
        me: members.sideOf(me),
        others: others.map((other) => ({ name: calledName(other.name), side: members.sideOf(other) })),
        // Written by publish() alone, from this very type.
        reasons: row.reasons as Reason[],
        hasMet: row.kind === 'again' || summary.metOn !== null,
      });
      const times = summary.metOn ? [] : await offers(scope, row, await slots.selectMine(scope, id));
      return {
        details: {
          ...summary,
          words: others.map((other) => wordsOf(me, other, hello)),
          why: { sentence: whySentence(language, facts), chips: whyChips(language, facts) },
          guide,
          times,
          rhythm: summary.isMutual ? await rhythmOf(scope, id) : null,
        },
        calendar: summary.metOn ? null : fileOf(floor, language, row, others),
        ...stand,
      };
    },
  };
}

/** The calendar file of an introduction's time; null where it has none. */
function fileOf(
  floor: Floor,
  language: Language,
  row: Pick<IntroductionRow, 'introduction_id' | 'starts_at' | 'is_agreed' | 'time_sequence'>,
  of: readonly { name: string }[],
  isCancelled = false,
): string | null {
  const { introduction_id: id, starts_at: at, is_agreed: isAgreed, time_sequence: sequence } = row;
  const names = of.map(({ name }) => name);
  return at && calendarFile(floor, language, { id, names, at, isAgreed, sequence, isCancelled });
}

async function rhythmOf(scope: Scope, id: string): Promise<IntroductionDetails['rhythm']> {
  const row = await selectRhythm(scope, id);
  return row ? { every: row.every, nextOn: row.next_on } : null;
}

type Row = members.MemberRow;

function wordsOf(me: Row, other: Row, hello: Awaited<ReturnType<typeof selectHelloOf>>): MemberWords {
  const [mine, theirs] = [members.sideOf(me), members.sideOf(other)];
  return {
    personId: other.person_id,
    ...members.wordsOf(other),
    intention: hello?.from_id === other.person_id ? hello.intention : null,
    common: rules.inCommon(mine, theirs),
    different: rules.different(mine, theirs),
    timezone: members.zoneOf(other),
  };
}

function summarizer(floor: Floor, { people, boundaries }: Parts) {
  return async (scope: Scope, found: IntroductionRow[]): Promise<IntroductionSummary[]> => {
    const ids = [...new Set(found.flatMap((row) => row.member_ids))].filter((id) => id !== scope.personId);
    const cards = await people.cards(scope, ids);
    const here = await boundaries.reachable(scope, ids);
    const allIds = found.map((row) => row.introduction_id);
    const metOn = allIds.length ? await rows.selectMetDays(scope, allIds) : new Map<string, string>();
    const hoped = found.filter(({ again }) => again).map((row) => row.introduction_id);
    const mutual = hoped.length
      ? await floor.db.asJobs('answers', scope.workspaceId, (jobs) => rows.selectMutual(jobs, scope.workspaceId, hoped))
      : [];
    const held = await slots.selectSlots(scope, allIds);
    return found.flatMap((row) => {
      const met = metOn.get(row.introduction_id) ?? null;
      const { isEnded, otherIds } = rules.standing(row, { me: scope.personId, here, hasMet: met !== null });
      const others = otherIds.flatMap((id) => cards.get(id) ?? []);
      if (others.length === 0) return [];
      const isRunning = !isEnded && met === null;
      return [
        {
          id: row.introduction_id,
          kind: row.kind,
          others: isEnded ? others.map((other) => ({ ...other, photoUrl: null })) : others,
          programme: row.programme_id && row.programme ? { id: row.programme_id, name: row.programme } : null,
          roundOn: row.round_on,
          startedAt: row.started_at,
          isEnded,
          myAnswer: row.answer,
          metOn: met,
          maySwap: row.kind === 'round' && isRunning && row.answer === null && !row.has_swapped,
          time: isRunning ? timeOf(scope.personId, row, held.get(row.introduction_id) ?? []) : null,
          again: met === null ? null : row.again,
          isMutual: met !== null && mutual.includes(row.introduction_id) && otherIds.some((id) => here.has(id)),
        },
      ];
    });
  };
}

/** The time that stands, and what is asked of whom. */
function timeOf(me: string, row: IntroductionRow, held: readonly Slot[]): IntroductionSummary['time'] {
  const remainingIds = row.member_ids.filter((each) => !row.left_ids.includes(each));
  const state = timeState({ startsAt: row.starts_at, isAgreed: row.is_agreed }, held, remainingIds);
  return { at: state.at, stand: standFor(state, me), asked: state.asked };
}

function reader(floor: Floor, look: Look) {
  return {
    /** The caller's introductions, newest first. */
    list: (who: Who): Promise<IntroductionSummary[]> =>
      floor.db.asPerson(who, async (scope) => look.summaries(scope, await rows.selectIntroductions(scope))),

    /** One introduction with its guide, in a language. */
    get: (who: Who, id: string, language?: Language): Promise<IntroductionDetails> =>
      floor.db.asPerson(who, async (scope) => (await look.details(scope, id, language)).details),

    /** The calendar file of the time that stands; of one that ended, the file that takes the entry away. */
    calendar: (who: Who, id: string, given?: Language): Promise<File> =>
      floor.db.asPerson(who, async (scope) => {
        const { row, summary } = await look.one(scope, id);
        const { me } = await members.membersOf(scope, []);
        const text = fileOf(floor, given ?? members.languageOf(me), row, summary.others, summary.isEnded);
        return new File([text ?? fail('introductions.time-gone')], 'loam.ics', { type: 'text/calendar' });
      }),
  };
}
