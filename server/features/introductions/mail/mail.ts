import type { Language } from '#contract/common.ts';
import type { IntroductionDetails } from '#contract/introductions.ts';
import { calledName } from '#engine/names/called-name.ts';
import type { Told } from '#server/features/delivery/delivery.ts';
import { dayIn } from '#server/platform/clock.ts';
import type { Floor } from '#server/platform/floor.ts';
import { isolated, onOneLine } from '#server/platform/plain-text.ts';
import type { Address, Message } from '#server/ports/channel.ts';
import { selectHelloForMail } from '../hellos/hellos.queries.ts';
import * as messages from '../introductions.messages.ts';
import type { Look } from '../look.ts';
import { type IntroductionMember, languageOf, membersOf, zoneOf } from '../members/members.ts';
import { pressToken } from '../press/press.rules.ts';
import { questionMail, timeLine, timeMail, timeWords } from '../times/times.messages.ts';
import { questionKey, timeKey } from '../times/times.ts';
import { commonWords } from '../why/why.messages.ts';
import * as rows from './mail.queries.ts';

const MET_KINDS = ['again', 'meeting-rhythm'];
const TIME_KINDS = ['introduction-time', 'introduction-question'];
const RUNNING_KINDS = ['introduction', 'round-introduction', ...TIME_KINDS];

interface Ready {
  me: IntroductionMember;
  others: IntroductionMember[];
  details: IntroductionDetails;
  calendar: string | null;
  isAgreed: boolean;
  /** How often the calendar entry changed. */
  sequence: number;
}

/** What is asked and written at the moment of sending. */
export function createMail(floor: Floor, look: Look) {
  const secret = floor.secrets.derive('press');
  return {
    /** The words of a message that was told without any, as its receiver may see things now; null where it no longer holds. */
    async compose(told: Told): Promise<Message | null> {
      const { aboutId, workspaceId, personId } = told;
      const kinds = ['introduction-ended', ...RUNNING_KINDS, 'did-you-meet', ...MET_KINDS];
      if (told.kind === 'request-lapsed') {
        const { me } = await floor.db.asPerson({ workspaceId, personId }, (scope) => membersOf(scope, []));
        return messages.lapsedMail(languageOf(me), `${floor.baseUrl}/meet`);
      }
      if (!aboutId || !kinds.includes(told.kind)) return null;
      const ready = await floor.db.asPerson({ workspaceId, personId }, async (scope): Promise<Ready | null> => {
        const { me } = await membersOf(scope, []);
        const { details, calendar, isAgreed, sequence } = await look.details(scope, aboutId, languageOf(me));
        const ids = details.others.map(({ id }) => id);
        const { others } = await membersOf(scope, await look.withinReach(scope, ids));
        return details.isEnded || others.length === 0 ? null : { me, others, details, calendar, isAgreed, sequence };
      });
      return ready && written(floor, secret, told, ready);
    },
    isStillWanted: stillWanted(floor),
  };
}

function written(floor: Floor, secret: string, told: Told, ready: Ready): Message | null {
  const { details, others } = ready;
  const language = languageOf(ready.me);
  const url = `${floor.baseUrl}/meet/${details.id}`;
  const addresses = others.map(addressOf);
  if (told.kind === 'again') return messages.againMail(language, addresses, url);
  if (told.kind === 'meeting-rhythm') return messages.rhythmMail(language, addresses, url);
  if (told.kind === 'did-you-meet') {
    const { workspaceId, personId } = told;
    const token = pressToken(secret, {
      kind: 'met',
      workspaceId,
      personId,
      aboutId: details.id,
      at: floor.clock.now(),
    });
    return messages.didYouMeetMail(language, addresses, `${floor.baseUrl}/press/${token}`);
  }
  if (told.kind === 'introduction-ended') return messages.fewerMail(language, addresses, url);
  if (TIME_KINDS.includes(told.kind)) return aboutTime(told, ready, { addresses, url });
  const at = details.time?.at;
  const time = at ? { words: wordsOfTime(ready, at), isAgreed: ready.isAgreed } : null;
  return messages.introductionMail(language, {
    kind: details.kind,
    others: others.map((row) => memberOf(row, details, language)),
    why: details.why.sentence,
    guide: details.guide,
    url,
    time: timeLine(language, time),
    calendar: ready.calendar,
  });
}

function wordsOfTime({ me, others }: Ready, at: Date): string {
  const elsewhere = others.map((row) => ({ name: calledInSentence(row), zone: zoneOf(row) }));
  return timeWords(languageOf(me), at, { zone: zoneOf(me), others: elsewhere });
}

/** A time that was agreed or asked for, as long as it is still the last word. */
function aboutTime(told: Told, ready: Ready, of: { addresses: Address[]; url: string }): Message | null {
  const { details, me, calendar } = ready;
  const [language, time] = [languageOf(me), details.time];
  if (told.kind === 'introduction-time') {
    if (!time?.at || !calendar || told.key !== timeKey(details.id, ready.sequence, told.personId)) return null;
    const words = wordsOfTime(ready, time.at);
    return timeMail(language, { others: of.addresses, words, isAgreed: ready.isAgreed, url: of.url, calendar });
  }
  const asker = details.others.find(({ id }) => id === time?.asked?.byId);
  if (!time?.asked || !asker || time.stand !== 'asked') return null;
  if (told.key !== questionKey(details.id, { at: time.asked.at, since: time.asked.since }, told.personId)) return null;
  const words = wordsOfTime(ready, time.asked.at);
  return questionMail(language, { name: calledInSentence(asker), words, others: of.addresses, url: of.url });
}

const calledInSentence = ({ name }: { name: string }): string => isolated(calledName(onOneLine(name)));

const addressOf = (row: IntroductionMember): Address => ({ name: onOneLine(row.name), address: row.email });

function memberOf(row: IntroductionMember, details: IntroductionDetails, language: Language): messages.MailMember {
  const words = details.words.find(({ personId }) => personId === row.person_id);
  return {
    address: addressOf(row),
    about: words?.about ?? '',
    common: (words?.common ?? []).map((each) => commonWords(each, language)),
    different: (words?.different ?? []).map(({ text }) => text),
  };
}

/** Consent, pause, block, activity and what was said, asked again at send time. */
function stillWanted(floor: Floor) {
  const isPaused = (until: string | null, today: string) => until !== null && until >= today;

  const helloHolds = async (workspaceId: string, id: string): Promise<boolean> => {
    const row = await floor.db.asJobs('letters', workspaceId, (scope) => selectHelloForMail(scope, workspaceId, id));
    if (row?.status !== 'waiting' || row.hidden_id !== null || row.hellos !== true) return false;
    const today = dayIn(floor.clock.now(), row.timezone);
    return row.sender === 'active' && !isPaused(row.paused_until, today) && !isPaused(row.sender_paused_until, today);
  };

  const introductionHolds = ({ workspaceId, personId, kind }: Told, id: string): Promise<boolean> =>
    floor.db.asJobs('letters', workspaceId, async (scope) => {
      const row = await rows.selectForMail(scope, { workspaceId, id, personId });
      if (!row || row.endedAt !== null) return false;
      if (kind === 'did-you-meet' && (row.answer !== null || row.hasMet)) return false;
      if (MET_KINDS.includes(kind) && !row.hasMet) return false;
      if (kind === 'meeting-rhythm' && !(await rows.isRhythmRunning(scope, workspaceId, id))) return false;
      const ids = row.memberIds.filter((each) => !row.leftIds.includes(each));
      const today = dayIn(floor.clock.now(), row.timezone);
      const present = await rows.selectPresent(scope, { workspaceId, ids, viewerId: personId, today });
      return present.includes(personId) && present.length > 1;
    });

  return async (told: Told): Promise<boolean> => {
    if (!told.aboutId) return true;
    if (told.kind === 'hello') return helloHolds(told.workspaceId, told.aboutId);
    const kinds = ['introduction-ended', ...RUNNING_KINDS, 'did-you-meet', ...MET_KINDS];
    return kinds.includes(told.kind) ? introductionHolds(told, told.aboutId) : true;
  };
}
