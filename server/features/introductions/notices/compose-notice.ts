import type { Language } from '#contract/common.ts';
import type { IntroductionDetails } from '#contract/introductions.ts';
import { calledName } from '#engine/names/called-name.ts';
import type { Told } from '#server/features/delivery/delivery.ts';
import { isolated, onOneLine } from '#server/platform/plain-text.ts';
import type { Address, Message } from '#server/ports/channel.ts';
import { type DescribedIntroduction, describeIntroduction } from '../describe-introduction.ts';
import { whoIsWithinReach } from '../find-introduction.ts';
import type { IntroductionsDeps } from '../introductions.deps.ts';
import * as messages from '../introductions.messages.ts';
import { type IntroductionMember, languageOf, membersOf, zoneOf } from '../members/members.ts';
import { pressUrl } from '../press/press.verbs.ts';
import { questionMail, timeLine, timeMail, timeWords } from '../times/times.messages.ts';
import { commonWords } from '../why/why.messages.ts';
import { questionNote, timeNote } from './notes.rules.ts';

type Deps = Pick<IntroductionsDeps, 'db' | 'clock' | 'secrets' | 'baseUrl' | 'people' | 'boundaries'>;

/** An introduction as the receiver of a message may see it now. */
export interface SeenIntroduction extends DescribedIntroduction {
  me: IntroductionMember;
  /** Who is within the receiver's reach. */
  others: IntroductionMember[];
  addresses: Address[];
  language: Language;
  url: string;
}

/** Words about an introduction; null where the message no longer holds. */
export type Compose = (deps: Deps, seen: SeenIntroduction, told: Told) => Message | null;

/** The words of a message about an introduction that runs; null where it does not, or nobody in it is within reach. */
export async function composeAboutIntroduction(deps: Deps, told: Told, compose: Compose): Promise<Message | null> {
  const { aboutId, workspaceId, personId } = told;
  if (!aboutId) return null;
  const seen = await deps.db.asPerson({ workspaceId, personId }, async (scope): Promise<SeenIntroduction | null> => {
    const { me } = await membersOf(scope, []);
    const language = languageOf(me);
    const described = await describeIntroduction(deps, scope, aboutId, language);
    const { details } = described;
    const ids = details.others.map(({ id }) => id);
    const { others } = await membersOf(scope, await whoIsWithinReach(deps, scope, ids));
    if (details.isEnded || others.length === 0) return null;
    const url = `${deps.baseUrl}/meet/${details.id}`;
    return { ...described, me, others, addresses: others.map(addressOf), language, url };
  });
  return seen && compose(deps, seen, told);
}

/** Nobody was found for the receiver's request. */
export async function composeLapsed(deps: Deps, { workspaceId, personId }: Told): Promise<Message> {
  const { me } = await deps.db.asPerson({ workspaceId, personId }, (scope) => membersOf(scope, []));
  return messages.lapsedMail(languageOf(me), `${deps.baseUrl}/meet`);
}

export const composeIntroduction: Compose = (_, seen) => {
  const { details, language, others, isAgreed } = seen;
  const at = details.time?.at;
  return messages.introductionMail(language, {
    kind: details.kind,
    others: others.map((row) => mailMemberOf(row, details, language)),
    why: details.why.sentence,
    guide: details.guide,
    url: seen.url,
    time: timeLine(language, at ? { words: wordsOfTime(seen, at), isAgreed } : null),
    calendar: seen.calendar,
  });
};

export const composeFewer: Compose = (_, { language, addresses, url }) => messages.fewerMail(language, addresses, url);

export const composeAgain: Compose = (_, { language, addresses, url }) => messages.againMail(language, addresses, url);

export const composeRhythm: Compose = (_, { language, addresses, url }) =>
  messages.rhythmMail(language, addresses, url);

export const composeDidYouMeet: Compose = (deps, { language, addresses, details }, { workspaceId, personId }) =>
  messages.didYouMeetMail(
    language,
    addresses,
    pressUrl(deps, { kind: 'met', workspaceId, personId, aboutId: details.id }),
  );

/** A time that was set, as long as it is still the last word. */
export const composeTime: Compose = (_, seen, told) => {
  const { details, language, calendar, isAgreed, url } = seen;
  const at = details.time?.at;
  if (!at || !calendar || told.key !== timeNote(details.id, seen.sequence, told.personId).key) return null;
  return timeMail(language, { others: seen.addresses, words: wordsOfTime(seen, at), isAgreed, url, calendar });
};

/** A time that is asked for, as long as that is still the last word. */
export const composeQuestion: Compose = (_, seen, told) => {
  const { details, language, addresses, url } = seen;
  const { asked, stand } = details.time ?? {};
  const asker = details.others.find(({ id }) => id === asked?.byId);
  if (!asked || !asker || stand !== 'asked') return null;
  if (told.key !== questionNote(details.id, asked, told.personId).key) return null;
  const words = wordsOfTime(seen, asked.at);
  return questionMail(language, { name: calledInSentence(asker), words, others: addresses, url });
};

function wordsOfTime({ language, me, others }: SeenIntroduction, at: Date): string {
  const elsewhere = others.map((row) => ({ name: calledInSentence(row), zone: zoneOf(row) }));
  return timeWords(language, at, { zone: zoneOf(me), others: elsewhere });
}

const calledInSentence = ({ name }: { name: string }): string => isolated(calledName(onOneLine(name)));

const addressOf = (row: IntroductionMember): Address => ({ name: onOneLine(row.name), address: row.email });

function mailMemberOf(row: IntroductionMember, details: IntroductionDetails, language: Language): messages.MailMember {
  const words = details.words.find(({ personId }) => personId === row.person_id);
  return {
    address: addressOf(row),
    about: words?.about ?? '',
    common: (words?.common ?? []).map((each) => commonWords(each, language)),
    different: (words?.different ?? []).map(({ text }) => text),
  };
}
