import type { Language } from '#contract/common.ts';
import type { IntroductionKind } from '#contract/introductions.ts';
import { spokenName } from '#server/features/people/people.ts';
import { createWords, listWords } from '#server/platform/words.ts';
import type { Address, Message } from '#server/ports/channel.ts';
import type { GuideWords } from './guide/guide.rules.ts';
import { de } from './introductions.words.de.ts';
import { en } from './introductions.words.ts';

const words = createWords(en, de);

/** Somebody would like to say hello; who it is stands in the app alone. */
export function helloNotice(language: Language, url: string): Message {
  const t = words(language);
  return {
    language,
    subject: t('introductions.hello-subject'),
    lines: [t('introductions.hello'), t('introductions.hello-free')],
    button: { label: t('introductions.hello-open'), url },
  };
}

/** What a mail about an introduction says of one of the others. */
export interface MailMember {
  address: Address;
  about: string;
  common: string[];
  different: string[];
}

export interface IntroductionMail {
  kind: IntroductionKind;
  others: MailMember[];
  /** Why these people, in one sentence. */
  why: string;
  guide: GuideWords;
  url: string;
  /** What is said of the time that stands. */
  time: string;
  calendar: string | null;
}

const spokenNames = (others: readonly Address[]): string[] => others.map(({ name }) => spokenName(name));

/** The others, as a sentence takes them. */
const namesOf = (language: Language, others: readonly Address[]): string => listWords(language, spokenNames(others));

/** The same with whoever reads it. */
const namesAndYou = (language: Language, others: readonly Address[]): string =>
  listWords(language, [...spokenNames(others), words(language)('introductions.you')]);

/** What the only other one says and shares. */
function otherLines(language: Language, { about, common, different }: MailMember): string[] {
  const t = words(language);
  return [
    ...(about ? [t('introductions.about', { about })] : []),
    ...(common.length ? [t('introductions.common', { list: common.join(', ') })] : []),
    ...(different.length ? [t('introductions.different', { list: different.join(', ') })] : []),
  ];
}

/** What one of several others says and shares, after their name. */
function memberLine(language: Language, { address, about, common, different }: MailMember): string {
  const facts = [
    ...(different.length ? [different.join(', ')] : []),
    ...(common.length ? [words(language)('introductions.member-common', { list: common.join(', ') })] : []),
  ].join('; ');
  return [`${spokenName(address.name)}${facts ? ` (${facts})` : ''}`, ...(about ? [about] : [])].join('\n');
}

/** Who the others are, how to begin, and a reply that starts it. */
export function introductionMail(language: Language, mail: IntroductionMail): Message {
  const { others, guide } = mail;
  const t = words(language);
  const addresses = others.map(({ address }) => address);
  const reply = t('introductions.reply', { names: namesOf(language, addresses) });
  const questions = guide.questions.map((question, index) => `${index + 1}. ${question}`).join('\n');
  return {
    subject: namesAndYou(language, addresses),
    lines: [
      `${t(`introductions.opening-${mail.kind}`)} ${reply}`,
      mail.time,
      ...(mail.kind === 'hello' ? [] : [mail.why]),
      ...(others.length === 1
        ? others.flatMap((other) => otherLines(language, other))
        : others.map((other) => memberLine(language, other))),
      t('introductions.guide-opening', { question: guide.opening }),
      questions,
      t('introductions.guide-closing', { question: guide.closing }),
    ],
    button: { label: t('introductions.guide-open'), url: mail.url },
    replyTo: addresses,
    ...(mail.calendar ? { calendar: mail.calendar } : {}),
  };
}

/** The one text for whatever ended an introduction; in a round somebody else is looked for. */
export function endedNotice(
  language: Language,
  of: { names: readonly string[]; url: string; isRound: boolean },
): Message {
  const t = words(language);
  const names = listWords(language, of.names.map(spokenName));
  return {
    language,
    subject: t('introductions.ended-subject', { names }),
    lines: [
      t('introductions.ended', { names }),
      t(of.isRound ? 'introductions.ended-round' : 'introductions.ended-other'),
    ],
    button: { label: t(of.isRound ? 'introductions.open-meetings' : 'introductions.ended-people'), url: of.url },
  };
}

/** The one text for a group that goes on with fewer people: who is still in it. */
export function fewerMail(language: Language, others: readonly Address[], url: string): Message {
  const t = words(language);
  return {
    subject: t('introductions.fewer-subject', { names: namesAndYou(language, others) }),
    lines: [t('introductions.fewer'), t('introductions.fewer-others', { names: namesOf(language, others) })],
    button: { label: t('introductions.open-page'), url },
  };
}

/** Asked once, a week after. */
export function didYouMeetMail(language: Language, others: readonly Address[], url: string): Message {
  const t = words(language);
  const names = namesOf(language, others);
  return {
    subject: t('introductions.did-you-meet-subject', { names }),
    lines: [t('introductions.did-you-meet', { names }), t('introductions.did-you-meet-once')],
    button: { label: t('introductions.did-you-meet-answer'), url },
  };
}

/** Everybody said "again". */
export function againMail(language: Language, others: readonly Address[], url: string): Message {
  const t = words(language);
  return {
    subject: t('introductions.again-subject', { names: namesAndYou(language, others) }),
    lines: [t('introductions.again', { names: namesOf(language, others) }), t('introductions.again-ways')],
    button: { label: t('introductions.again-arrange'), url },
    replyTo: [...others],
  };
}

/** The reminder of people who chose a rhythm. */
export function rhythmMail(language: Language, others: readonly Address[], url: string): Message {
  const t = words(language);
  const names = namesOf(language, others);
  return {
    subject: t('introductions.rhythm-subject', { names }),
    lines: [t('introductions.rhythm', { names }), t('introductions.rhythm-free')],
    button: { label: t('introductions.open-page'), url },
    replyTo: [...others],
  };
}

/** Nobody was found for a request in two weeks. */
export function lapsedMail(language: Language, url: string): Message {
  const t = words(language);
  return {
    subject: t('introductions.lapsed-subject'),
    lines: [t('introductions.lapsed'), t('introductions.lapsed-again')],
    button: { label: t('introductions.open-meetings'), url },
  };
}
