import type { Language } from '#contract/common.ts';
import type { IntroductionKind } from '#contract/introductions.ts';
import { spokenName } from '#server/features/people/people.ts';
import type { Address, Message } from '#server/ports/channel.ts';
import type { GuideWords } from './guide/guide.rules.ts';
import { listWords } from './why/why.messages.ts';

/** Somebody would like to say hello; who it is stands in the app alone. */
export function helloNotice(language: Language, url: string): Message {
  return language === 'de'
    ? {
        language,
        subject: 'Jemand möchte dir Hallo sagen',
        lines: [
          'Eine Kollegin oder ein Kollege möchte dich kennenlernen.',
          'Du entscheidest: ja oder „jetzt nicht“. Ein „jetzt nicht“ hat keine Folgen.',
        ],
        button: { label: 'Ansehen', url },
      }
    : {
        language,
        subject: 'Someone would like to say hello',
        lines: [
          'A colleague would like to get to know you.',
          'You decide: yes, or not now. A “not now” has no consequences.',
        ],
        button: { label: 'Have a look', url },
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

/** The programme's name is its host's words, and stands here unsigned nowhere. */
const OPENING: Record<Language, Record<IntroductionKind, string>> = {
  en: {
    hello: 'You both said yes.',
    round: 'This round brings you together.',
    request: 'You are both open to meeting someone.',
    again: 'Another conversation, with a guide of its own.',
  },
  de: {
    hello: 'Ihr habt beide ja gesagt.',
    round: 'Diese Runde bringt euch zusammen.',
    request: 'Ihr seid beide offen dafür, jemanden kennenzulernen.',
    again: 'Noch ein Gespräch, mit einem eigenen Leitfaden.',
  },
};

/** The others, as a sentence takes them; with whoever reads it where `me` is given. */
const namesOf = (language: Language, others: readonly Address[], me?: 'du' | 'you'): string =>
  listWords(language, [...others.map(({ name }) => spokenName(name)), ...(me ? [me] : [])]);

/** What one of the others says and shares; named only where there are several. */
function memberLines(language: Language, { address, about, common, different }: MailMember, isOnly: boolean): string[] {
  const isGerman = language === 'de';
  if (isOnly) {
    return [
      ...(about ? [`${isGerman ? 'In eigenen Worten' : 'In their own words'}: ${about}`] : []),
      ...(common.length ? [`${isGerman ? 'Das habt ihr gemeinsam' : 'What you share'}: ${common.join(', ')}.`] : []),
      ...(different.length
        ? [`${isGerman ? 'Das ist anders als bei dir' : 'Where you differ'}: ${different.join(', ')}.`]
        : []),
    ];
  }
  const facts = [
    ...(different.length ? [different.join(', ')] : []),
    ...(common.length ? [`${isGerman ? 'gemeinsam' : 'you share'}: ${common.join(', ')}`] : []),
  ].join('; ');
  return [[`${spokenName(address.name)}${facts ? ` (${facts})` : ''}`, ...(about ? [about] : [])].join('\n')];
}

/** Who the others are, how to begin, and a reply that starts it. */
export function introductionMail(language: Language, mail: IntroductionMail): Message {
  const { others, guide } = mail;
  const isGerman = language === 'de';
  const addresses = others.map(({ address }) => address);
  const names = namesOf(language, addresses);
  const opening = OPENING[language][mail.kind];
  const reply = isGerman
    ? `Antworte auf diese E-Mail, und deine Antwort geht an ${names}.`
    : `Reply to this email and it goes to ${names}.`;
  const questions = guide.questions.map((question, index) => `${index + 1}. ${question}`).join('\n');
  return {
    subject: namesOf(language, addresses, isGerman ? 'du' : 'you'),
    lines: [
      `${opening} ${reply}`,
      mail.time,
      ...(mail.kind === 'hello' ? [] : [mail.why]),
      ...others.flatMap((other) => memberLines(language, other, others.length === 1)),
      `${isGerman ? 'Zum Einstieg' : 'To begin'}: ${guide.opening}`,
      questions,
      `${isGerman ? 'Zum Schluss' : 'To close'}: ${guide.closing}`,
    ],
    button: { label: isGerman ? 'Zeiten und Leitfaden' : 'Times and guide', url: mail.url },
    replyTo: addresses,
    ...(mail.calendar ? { calendar: mail.calendar } : {}),
  };
}

/** The one text for whatever ended an introduction; in a round somebody else is looked for. */
export function endedNotice(
  language: Language,
  of: { names: readonly string[]; url: string; isRound: boolean },
): Message {
  const names = listWords(language, of.names.map(spokenName));
  if (language === 'de') {
    return {
      language,
      subject: `Dein Kennenlernen mit ${names} findet diesmal nicht statt`,
      lines: [
        `Mit ${names} klappt es diesmal nicht. Das kommt vor und liegt nicht an dir.`,
        of.isRound
          ? 'Wir suchen noch jemanden für dich; gelingt es nicht, bist du beim nächsten Mal zuerst dran.'
          : 'Wenn du magst, sag jemand anderem Hallo.',
      ],
      button: { label: of.isRound ? 'Deine Treffen' : 'Leute dieser Woche', url: of.url },
    };
  }
  return {
    language,
    subject: `Your introduction to ${names} won’t happen this time`,
    lines: [
      `Meeting ${names} won’t work out this time. It happens; it’s not about you.`,
      of.isRound
        ? 'We’ll look for someone else for you; if there is nobody, you go first next time.'
        : 'If you like, say hello to someone else.',
    ],
    button: { label: of.isRound ? 'Your meetings' : 'Your people this week', url: of.url },
  };
}

/** The one text for a group that goes on with fewer people: who is still in it. */
export function fewerMail(language: Language, others: readonly Address[], url: string): Message {
  const list = namesOf(language, others);
  return language === 'de'
    ? {
        subject: `Diesmal in kleinerer Runde: ${namesOf(language, others, 'du')}`,
        lines: [
          'Nicht alle können diesmal dabei sein. Das kommt vor und liegt nicht an dir.',
          `Mit ${list} triffst du dich wie geplant.`,
        ],
        button: { label: 'Zu eurer Seite', url },
      }
    : {
        subject: `A smaller group this time: ${namesOf(language, others, 'you')}`,
        lines: ['Not everyone can be there this time. It happens; it’s not about you.', `You meet ${list} as planned.`],
        button: { label: 'Open your page', url },
      };
}

/** Asked once, a week after. */
export function didYouMeetMail(language: Language, others: readonly Address[], url: string): Message {
  const list = namesOf(language, others);
  return language === 'de'
    ? {
        subject: `Hast du ${list} getroffen?`,
        lines: [
          `Vor einer Woche haben wir dich mit ${list} bekannt gemacht.`,
          'Ein Klick genügt. Wenn es noch nicht geklappt hat, ist das auch in Ordnung: Wir fragen nur dieses eine Mal.',
        ],
        button: { label: 'Mit einem Klick antworten', url },
      }
    : {
        subject: `Did you meet ${list}?`,
        lines: [
          `A week ago we introduced you to ${list}.`,
          'One click is enough. If it has not happened yet, that is fine too: we ask only this once.',
        ],
        button: { label: 'Answer with one click', url },
      };
}

/** Everybody said "again". */
export function againMail(language: Language, others: readonly Address[], url: string): Message {
  const list = namesOf(language, others);
  return language === 'de'
    ? {
        subject: `${namesOf(language, others, 'du')}, noch einmal?`,
        lines: [
          `Ihr habt unabhängig voneinander dasselbe gesagt: ${list} und du, ihr würdet euch gern wieder treffen.`,
          'Wenn ihr mögt: ein zweites Gespräch mit tieferen Fragen, eine dritte Person dazu oder ein fester Rhythmus.',
        ],
        button: { label: 'Etwas ausmachen', url },
        replyTo: [...others],
      }
    : {
        subject: `${namesOf(language, others, 'you')}, once more?`,
        lines: [
          `You said the same, each on your own: ${list} and you would like to meet again.`,
          'If you like: a second conversation with deeper questions, a third person with you, or a steady rhythm.',
        ],
        button: { label: 'Arrange something', url },
        replyTo: [...others],
      };
}

/** The reminder of people who chose a rhythm. */
export function rhythmMail(language: Language, others: readonly Address[], url: string): Message {
  const list = namesOf(language, others);
  return language === 'de'
    ? {
        subject: `Wieder einmal Zeit für ${list}?`,
        lines: [
          `Ihr wolltet euch ab und zu sehen. Antworte auf diese E-Mail, und deine Antwort geht an ${list}.`,
          'Passt es gerade nicht, dann beim nächsten Mal. Den Rhythmus könnt ihr jederzeit beenden.',
        ],
        button: { label: 'Zu eurer Seite', url },
        replyTo: [...others],
      }
    : {
        subject: `Time for ${list} again?`,
        lines: [
          `You wanted to see each other now and then. Reply to this email and it goes to ${list}.`,
          'If this is not the moment, then next time. Any of you can end the rhythm whenever you like.',
        ],
        button: { label: 'Open your page', url },
        replyTo: [...others],
      };
}

/** Nobody was found for a request in two weeks. */
export function lapsedMail(language: Language, url: string): Message {
  return language === 'de'
    ? {
        subject: 'Deine Bitte ruht jetzt',
        lines: [
          'Du wolltest jemanden kennenlernen. In zwei Wochen hat sich nichts ergeben; das sagt nichts über dich.',
          'Bitte einfach noch einmal darum, wann immer du magst.',
        ],
        button: { label: 'Deine Treffen', url },
      }
    : {
        subject: 'Your request is resting now',
        lines: [
          'You wanted to be introduced to someone. In two weeks we found nobody who was free; that says nothing about you.',
          'Ask once more whenever you like.',
        ],
        button: { label: 'Your meetings', url },
      };
}
