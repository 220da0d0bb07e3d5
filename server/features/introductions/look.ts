import type { Language } from '#contract/common.ts';
import type { IntroductionDetails, IntroductionSummary, MemberWords } from '#contract/introductions.ts';
import type { Reason } from '#engine/matching/matching.ts';
import { calledName } from '#engine/names/called-name.ts';
import type { Scope } from '#server/platform/database.ts';
import { fail } from '#server/platform/errors.ts';
import type { Floor } from '#server/platform/floor.ts';
import { selectRhythm } from './again/again.queries.ts';
import { guide as guideShape, guideWords } from './guide/guide.rules.ts';
import { selectHelloOf } from './hellos/hellos.queries.ts';
import type { IntroductionsDeps } from './introductions.deps.ts';
import * as rows from './introductions.queries.ts';
import * as rules from './introductions.rules.ts';
import * as members from './members/members.ts';
import { calendarFile } from './times/times.messages.ts';
import * as slots from './times/times.queries.ts';
import { offered, type Slot, standFor, timeState } from './times/times.rules.ts';
import { whyChips, whySentence } from './why/why.messages.ts';
import { whyFacts } from './why/why.rules.ts';

type IntroductionRow = Awaited<ReturnType<typeof rows.selectIntroductions>>[number];

interface Detailed {
  details: IntroductionDetails;
  calendar: string | null;
  /** Whether everybody said yes to the time that stands, and how often its calendar entry changed. */
  isAgreed: boolean;
  sequence: number;
}

export type Look = ReturnType<typeof looker>;

/** How introductions look to the caller: whatever ended one looks the same. */
export function looker(floor: Floor, parts: IntroductionsDeps) {
  const summaries = summarizer(floor, parts);

  /** The caller's introduction by id. */
  const one = async (scope: Scope, id: string) => {
    const [row] = await rows.selectIntroductions(scope, id);
    const [summary] = row ? await summaries(scope, [row]) : [];
    return row && summary ? { row, summary } : fail('not-found');
  };

  /** Times to choose from, by what everybody shows and the caller's own introductions. */
  const offers = async (scope: Scope, row: IntroductionRow, mine: ReadonlySet<number>) => {
    const everybody = await members.selectMemberHours(
      scope,
      row.member_ids.filter((each) => !row.left_ids.includes(each)),
    );
    const how = { mine, isLunch: row.programme_kind === 'lunch' };
    return offered(members.hoursInOrder(everybody), floor.clock.now(), how);
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
    details: (scope: Scope, id: string, given?: Language): Promise<Detailed> =>
      detailsOf({ floor, one, offers }, scope, id, given),
  };
}

interface Looking extends Pick<Look, 'one' | 'offers'> {
  floor: Floor;
}

async function detailsOf(
  { floor, one, offers }: Looking,
  scope: Scope,
  id: string,
  given: Language | undefined,
): Promise<Detailed> {
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
  const times = summary.metOn ? [] : await offers(scope, row, await slots.selectOtherSlotsOfMine(scope, id));
  return {
    details: {
      ...summary,
      words: others.map((other) => wordsOf(me, other, hello)),
      why: { sentence: whySentence(language, facts), chips: whyChips(language, facts) },
      guide,
      times,
      rhythm: summary.isMutual ? await rhythmOf(scope, id) : null,
    },
    calendar: summary.metOn ? null : fileOf(floor, language, { row, others, isCancelled: false }),
    ...stand,
  };
}

interface FileInput {
  row: Pick<IntroductionRow, 'introduction_id' | 'starts_at' | 'is_agreed' | 'time_sequence'>;
  others: readonly { name: string }[];
  isCancelled: boolean;
}

/** The calendar file of an introduction's time; null where it has none. */
export function fileOf(floor: Floor, language: Language, { row, others, isCancelled }: FileInput): string | null {
  const { introduction_id: id, starts_at: at, is_agreed: isAgreed, time_sequence: sequence } = row;
  const names = others.map(({ name }) => name);
  return at && calendarFile(floor, language, { id, names, at, isAgreed, sequence, isCancelled });
}

async function rhythmOf(scope: Scope, id: string): Promise<IntroductionDetails['rhythm']> {
  const row = await selectRhythm(scope, id);
  return row ? { every: row.every, nextOn: row.next_on } : null;
}

type Row = members.IntroductionMember;

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

function summarizer(floor: Floor, { people, boundaries }: IntroductionsDeps) {
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
