import type { Language } from '#contract/common.ts';
import type { IntroductionDetails, MemberWords } from '#contract/introductions.ts';
import type { Reason } from '#engine/matching/matching.ts';
import { calledName } from '#engine/names/called-name.ts';
import type { Scope } from '#server/platform/database.ts';
import { findIntroduction } from './find-introduction.ts';
import { guide as guideShape, guideWords } from './guide/guide.rules.ts';
import type { IntroductionsDeps } from './introductions.deps.ts';
import * as rows from './introductions.queries.ts';
import * as rules from './introductions.rules.ts';
import * as members from './members/members.ts';
import { calendarFile } from './times/times.messages.ts';
import { offerTimes } from './times/times.verbs.ts';
import { whyChips, whySentence } from './why/why.messages.ts';
import { whyFacts } from './why/why.rules.ts';

type Deps = Pick<IntroductionsDeps, 'db' | 'clock' | 'baseUrl' | 'people' | 'boundaries'>;

export interface DescribedIntroduction {
  details: IntroductionDetails;
  calendar: string | null;
  /** Whether everybody said yes to the time that stands, and how often its calendar entry changed. */
  isAgreed: boolean;
  sequence: number;
}

/** One introduction with its guide, in a language, and the calendar file of its time; fails with `not-found`. */
export async function describeIntroduction(
  deps: Deps,
  scope: Scope,
  id: string,
  given?: Language,
): Promise<DescribedIntroduction> {
  const { row, summary } = await findIntroduction(deps, scope, id);
  const otherIds = summary.others.map((other) => other.id);
  const { me, others } = await members.membersOf(scope, otherIds);
  const language = given ?? members.languageOf(me);
  const guide = guideWords(guideShape.parse(row.guide), language);
  const stand = { isAgreed: row.is_agreed, sequence: row.time_sequence };
  if (summary.isEnded) {
    const nothing = { words: [], why: { sentence: '', chips: [] }, times: [], rhythm: null };
    return { details: { ...summary, ...nothing, guide }, calendar: null, ...stand };
  }
  const hello = row.kind === 'hello' ? await rows.selectHelloOf(scope, id, row.member_ids) : undefined;
  const facts = whyFacts({
    me: members.sideOf(me),
    others: others.map((other) => ({ name: calledName(other.name), side: members.sideOf(other) })),
    // Written by startIntroductions() alone, from this very type.
    reasons: row.reasons as Reason[],
    hasMet: row.kind === 'again' || summary.metOn !== null,
  });
  return {
    details: {
      ...summary,
      words: others.map((other) => wordsOf(me, other, hello)),
      why: { sentence: whySentence(language, facts), chips: whyChips(language, facts) },
      guide,
      times: summary.metOn ? [] : await offerTimes(deps, scope, row),
      rhythm: summary.isMutual ? await rhythmOf(scope, id) : null,
    },
    calendar: summary.metOn ? null : calendarOf(deps, language, { row, others, isCancelled: false }),
    ...stand,
  };
}

interface CalendarInput {
  row: Pick<rows.IntroductionRow, 'introduction_id' | 'starts_at' | 'is_agreed' | 'time_sequence'>;
  others: readonly { name: string }[];
  isCancelled: boolean;
}

/** The calendar file of an introduction's time; null where it has none. */
export function calendarOf(
  deps: Pick<Deps, 'clock' | 'baseUrl'>,
  language: Language,
  { row, others, isCancelled }: CalendarInput,
): string | null {
  const { introduction_id: id, starts_at: at, is_agreed: isAgreed, time_sequence: sequence } = row;
  const names = others.map(({ name }) => name);
  return at && calendarFile(deps, language, { id, names, at, isAgreed, sequence, isCancelled });
}

async function rhythmOf(scope: Scope, id: string): Promise<IntroductionDetails['rhythm']> {
  const row = await rows.selectRhythm(scope, id);
  return row ? { every: row.every, nextOn: row.next_on } : null;
}

type Member = members.IntroductionMember;

function wordsOf(me: Member, other: Member, hello: Awaited<ReturnType<typeof rows.selectHelloOf>>): MemberWords {
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
