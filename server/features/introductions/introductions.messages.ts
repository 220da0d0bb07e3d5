import type { Language } from '#contract/common.ts';
import type { Address, Message } from '#server/ports/channel.ts';
import type { GuideWords } from './guide/guide.rules.ts';

/** Somebody would like to say hello; who it is stands in the app alone. */
export function helloNotice(language: Language, url: string): Message {
  return language === 'de'
    ? {
        subject: 'Jemand möchte dir Hallo sagen',
        lines: [
          'Eine Kollegin oder ein Kollege möchte dich kennenlernen.',
          'Du entscheidest: ja, oder jetzt nicht. Auf ein „jetzt nicht“ folgt nichts.',
        ],
        button: { label: 'Ansehen', url },
      }
    : {
        subject: 'Someone would like to say hello',
        lines: [
          'A colleague would like to get to know you.',
          'You decide: yes, or not now. Nothing follows from a “not now”.',
        ],
        button: { label: 'Have a look', url },
      };
}

export interface IntroductionMail {
  other: Address;
  about: string;
  common: string[];
  different: string[];
  guide: GuideWords;
  url: string;
  calendar: string | null;
}

/** Both said yes: who the other is, how to begin, and a reply that starts it. */
export function introductionMail(language: Language, mail: IntroductionMail): Message {
  const { other, about, common, different, guide } = mail;
  const questions = guide.questions.map((question, index) => `${index + 1}. ${question}`).join('\n');
  const rest = { replyTo: other, ...(mail.calendar ? { calendar: mail.calendar } : {}) };
  if (language === 'de') {
    return {
      subject: `${other.name} und du`,
      lines: [
        `Ihr habt beide ja gesagt. Antworte auf diese Mail, und sie geht an ${other.name}.`,
        ...(about ? [`In eigenen Worten: ${about}`] : []),
        ...(common.length ? [`Das habt ihr gemeinsam: ${common.join(', ')}.`] : []),
        ...(different.length ? [`Das ist anders als bei dir: ${different.join(', ')}.`] : []),
        `Zum Anfangen: ${guide.opening}`,
        questions,
        `Zum Schluss: ${guide.closing}`,
      ],
      button: { label: 'Zeiten und Leitfaden', url: mail.url },
      ...rest,
    };
  }
  return {
    subject: `${other.name} and you`,
    lines: [
      `You both said yes. Reply to this mail and it goes to ${other.name}.`,
      ...(about ? [`In their own words: ${about}`] : []),
      ...(common.length ? [`What you share: ${common.join(', ')}.`] : []),
      ...(different.length ? [`Where you differ: ${different.join(', ')}.`] : []),
      `To begin: ${guide.opening}`,
      questions,
      `To close: ${guide.closing}`,
    ],
    button: { label: 'Times and guide', url: mail.url },
    ...rest,
  };
}

/** The one text for whatever ended an introduction. */
export function endedNotice(language: Language, url: string): Message {
  return language === 'de'
    ? {
        subject: 'Ein Kennenlernen findet diesmal nicht statt',
        lines: [
          'Es passt diesmal nicht. Das kommt vor und hat nichts zu bedeuten.',
          'Wenn du magst, wartet die nächste Person schon auf ein Hallo.',
        ],
        button: { label: 'Leute dieser Woche', url },
      }
    : {
        subject: 'One introduction will not happen this time',
        lines: [
          'It does not work out this time. That happens and means nothing.',
          'If you like, somebody else is waiting for a hello.',
        ],
        button: { label: 'Your people this week', url },
      };
}

/** A name as mail and calendars may carry it: one line, no control characters. */
export const plainName = (name: string): string => name.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ').trim();

/** The title of the calendar entry. */
export const calendarTitle = (language: Language, name: string): string =>
  language === 'de' ? `Gespräch mit ${plainName(name)}` : `Conversation with ${plainName(name)}`;

/** What two share, as people read it: languages are stored as codes. */
export function commonWords({ kind, text }: { kind: string; text: string }, language: Language): string {
  if (kind !== 'language' || !/^[a-z]{2,3}$/.test(text)) return text;
  return new Intl.DisplayNames([language], { type: 'language', fallback: 'code' }).of(text) ?? text;
}
