import type { Language } from '#contract/common.ts';
import { calledName } from '#engine/names/called-name.ts';
import { changeAsked, changeDone } from '#server/features/access/addresses/addresses.messages.ts';
import { consoleCodeMessage } from '#server/features/access/codes/codes.messages.ts';
import { invitation as invited } from '#server/features/access/entry/entry.messages.ts';
import { roleMessage } from '#server/features/access/roles/roles.messages.ts';
import { codeMessage, longCodeMessage, testMessage } from '#server/features/delivery/delivery.messages.ts';
import { chooseGuide, guideWords } from '#server/features/introductions/guide/guide.rules.ts';
import * as introductions from '#server/features/introductions/introductions.messages.ts';
import * as times from '#server/features/introductions/times/times.messages.ts';
import { whySentence } from '#server/features/introductions/why/why.messages.ts';
import { spokenName } from '#server/features/people/people.ts';
import * as programmes from '#server/features/programmes/programmes.messages.ts';
import { mailNews } from '#server/features/workspace/mail/mail.messages.ts';
import { isolated } from '#server/platform/plain-text.ts';
import type { Message } from '#server/ports/channel.ts';

/** Who stands in a letter: the one other person it names, and the language of its receiver. */
export interface About {
  language: Language;
  name: string;
}

/** As long as links with a signed word in them are. */
const url = `https://loam.example.org/press/${'w'.repeat(100)}`;
const address = (name: string) => ({ name, address: 'other@example.test' });
const CALENDAR = 'BEGIN:VCALENDAR\r\nEND:VCALENDAR';
const at = new Date('2026-12-03T10:30:00Z');

function time({ language, name }: About): string {
  const others = [{ name: isolated(calledName(name)), zone: 'Asia/Dubai' }];
  return times.timeWords(language, at, { zone: 'Europe/Lisbon', others });
}

function introduced(of: About, kind: 'hello' | 'round' | 'request' | 'again', more: readonly string[] = []): Message {
  const isGerman = of.language === 'de';
  const member = (name: string) => ({
    address: address(name),
    about: isGerman ? 'Ich baue Brunnen.' : 'I build wells.',
    common: [isGerman ? 'Segeln' : 'sailing'],
    different: ['Porto'],
  });
  const place = { name: isolated(calledName(of.name)), unit: isGerman ? 'Vertrieb' : 'Sales', site: 'Porto' };
  return introductions.introductionMail(of.language, {
    kind,
    others: [of.name, ...more].map(member),
    why: whySentence(of.language, { lead: null, common: [], place, units: null, isPair: true, hasMet: false }),
    guide: guideWords(chooseGuide('seed', false), of.language),
    url,
    time: times.timeLine(of.language, { words: time(of), isAgreed: false }),
    calendar: null,
  });
}

const programme = ({ language, name }: About) => ({
  from: spokenName(name),
  name: language === 'de' ? 'Kaffee über Teams' : 'Coffee across teams',
  url,
  neverUrl: `${url}never`,
  on: '2026-12-01',
});

const role = { role: 'works-council', action: 'give-role', whom: 'x', isMe: false, by: 'Ben Roux', url } as const;

/** One letter of each kind, written by the catalogues themselves; a test finds a kind without one. */
export const LETTERS = {
  code: ({ language }) => codeMessage('7KQM2XRDP', language),
  'long-code': ({ language }) => longCodeMessage('7KQM2XRDP7KQ', language),
  test: ({ language }) => testMessage(language, false),
  invitation: ({ language, name }) => invited({ language, inviter: name, workspace: 'Meridian', isByName: true, url }),
  'console-code': ({ language }) => consoleCodeMessage(language),
  hello: ({ language }) => introductions.helloNotice(language, url),
  introduction: (of) => introduced(of, 'hello'),
  'round-introduction': (of) => introduced(of, 'round'),
  group: (of) => introduced(of, 'round', ['Ben Roux']),
  'introduction-ended': ({ language, name }) =>
    introductions.endedNotice(language, { names: [name], url, isRound: true }),
  'smaller-group': ({ language, name }) => introductions.fewerMail(language, [address(name), address('Ben Roux')], url),
  'introduction-time': (of) =>
    times.timeMail(of.language, {
      others: [address(of.name)],
      words: time(of),
      isAgreed: true,
      url,
      calendar: CALENDAR,
    }),
  'new-time': (of) =>
    times.timeMail(of.language, {
      others: [address(of.name)],
      words: time(of),
      isAgreed: false,
      url,
      calendar: CALENDAR,
    }),
  'introduction-question': (of) =>
    times.questionMail(of.language, {
      name: isolated(calledName(of.name)),
      words: time(of),
      others: [address(of.name)],
      url,
    }),
  'did-you-meet': ({ language, name }) => introductions.didYouMeetMail(language, [address(name)], url),
  again: ({ language, name }) => introductions.againMail(language, [address(name)], url),
  'meeting-rhythm': ({ language, name }) => introductions.rhythmMail(language, [address(name)], url),
  'request-lapsed': ({ language }) => introductions.lapsedMail(language, url),
  'round-reminder': (of) => programmes.reminder(of.language, { ...programme(of), skipUrl: `${url}skip` }),
  'round-unplaced': (of) => programmes.unplaced(of.language, programme(of)),
  'programme-invitation': (of) => programmes.programmeInvitation(of.language, programme(of)),
  'host-invitation': (of) => programmes.hostInvitation(of.language, programme(of)),
  'address-change': ({ language, name }) =>
    changeAsked(language, { askedBy: name, workspace: 'Meridian', newEmail: 'new@example.test', url, isSecond: false }),
  'address-changed': ({ language }) =>
    changeDone(language, {
      oldEmail: 'old@example.test',
      newEmail: 'new@example.test',
      how: 'confirmed',
      passkeys: ['Chrome'],
      url,
    }),
  role: ({ language, name }) => roleMessage(language, { ...role, name }),
  'mail-settings': ({ language }) =>
    mailNews(language, { what: 'proposed', before: null, after: 'mail.example.test', url }),
} satisfies Record<string, (of: About) => Message>;

export type Kind = keyof typeof LETTERS;

/** Kinds that speak of nobody by name: what guards somebody, or what must not say who it is. */
export const NAMELESS: readonly Kind[] = [
  'code',
  'long-code',
  'test',
  'console-code',
  'hello',
  'request-lapsed',
  'address-changed',
  'mail-settings',
];

/** Kinds that speak of one day. */
export const DATED: readonly Kind[] = [
  'introduction',
  'round-introduction',
  'group',
  'introduction-time',
  'new-time',
  'introduction-question',
  'round-reminder',
  'programme-invitation',
];

export const KINDS = Object.keys(LETTERS) as Kind[];
