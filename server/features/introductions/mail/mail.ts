import type { Language } from '#contract/common.ts';
import type { IntroductionDetails } from '#contract/introductions.ts';
import type { Told } from '#server/features/delivery/delivery.ts';
import { dayIn } from '#server/platform/clock.ts';
import type { Floor } from '#server/platform/floor.ts';
import type { Address, Message } from '#server/ports/channel.ts';
import { selectHelloForMail } from '../hellos/hellos.queries.ts';
import * as messages from '../introductions.messages.ts';
import type { Look } from '../introductions.ts';
import { languageOf, type MemberRow, membersOf } from '../members/members.ts';
import { pressToken } from '../press/press.rules.ts';
import { commonWords } from '../why/why.messages.ts';
import * as rows from './mail.queries.ts';

interface Ready {
  me: MemberRow;
  others: MemberRow[];
  details: IntroductionDetails;
  calendar: string | null;
}

/** What is asked and written at the moment of sending. */
export function createMail(floor: Floor, look: Look) {
  const secret = floor.secrets.derive('press');
  return {
    /** The words of a message that was told without any, as its receiver may see things now; null where it no longer holds. */
    async compose(told: Told): Promise<Message | null> {
      const { aboutId, workspaceId, personId } = told;
      const kinds = ['introduction', 'round-introduction', 'did-you-meet', 'again', 'meeting-rhythm'];
      if (told.kind === 'request-lapsed') {
        const { me } = await floor.db.asPerson({ workspaceId, personId }, (scope) => membersOf(scope, []));
        return messages.lapsedMail(languageOf(me), `${floor.baseUrl}/meet`);
      }
      if (!aboutId || !kinds.includes(told.kind)) return null;
      const ready = await floor.db.asPerson({ workspaceId, personId }, async (scope): Promise<Ready | null> => {
        const { me } = await membersOf(scope, []);
        const { details, calendar } = await look.details(scope, aboutId, languageOf(me));
        const ids = details.others.map(({ id }) => id);
        const { others } = await membersOf(scope, await look.withinReach(scope, ids));
        return details.isEnded || others.length === 0 ? null : { me, others, details, calendar };
      });
      return ready && written(floor, secret, told, ready);
    },
    isStillWanted: stillWanted(floor),
  };
}

function written(floor: Floor, secret: string, told: Told, ready: Ready): Message {
  const { details, others } = ready;
  const language = languageOf(ready.me);
  const url = `${floor.baseUrl}/meet/${details.id}`;
  const addresses = others.map(addressOf);
  if (told.kind === 'again') return messages.againMail(language, addresses, url);
  if (told.kind === 'meeting-rhythm') return messages.rhythmMail(language, addresses, url);
  if (told.kind === 'did-you-meet') {
    const { workspaceId, personId } = told;
    const token = pressToken(secret, { kind: 'met', workspaceId, personId, aboutId: details.id });
    const names = addresses.map(({ name }) => name);
    return messages.didYouMeetMail(language, names, `${floor.baseUrl}/press/${token}`);
  }
  return messages.introductionMail(language, {
    kind: details.kind,
    programme: details.programme?.name ?? null,
    others: others.map((row) => memberOf(row, details, language)),
    why: details.why.sentence,
    guide: details.guide,
    url,
    calendar: ready.calendar,
  });
}

const addressOf = (row: MemberRow): Address => ({ name: messages.plainName(row.name), address: row.email });

function memberOf(row: MemberRow, details: IntroductionDetails, language: Language): messages.MailMember {
  const words = details.words.find(({ personId }) => personId === row.person_id);
  return {
    address: addressOf(row),
    about: words?.about ?? '',
    common: (words?.common ?? []).map((each) => commonWords(each, language)),
    different: (words?.different ?? []).map(({ text }) => text),
  };
}

const MET_KINDS = ['again', 'meeting-rhythm'];

/** Consent, pause, block, activity and what was said, asked again at send time. */
function stillWanted(floor: Floor) {
  const isPaused = (until: string | null, today: string) => until !== null && until >= today;

  const helloHolds = async (workspaceId: string, id: string): Promise<boolean> => {
    const row = await floor.db.asJobs((scope) => selectHelloForMail(scope, workspaceId, id), workspaceId);
    if (row?.status !== 'waiting' || row.hidden_id !== null || row.hellos !== true) return false;
    const today = dayIn(floor.clock.now(), row.timezone);
    return row.sender === 'active' && !isPaused(row.paused_until, today) && !isPaused(row.sender_paused_until, today);
  };

  const introductionHolds = ({ workspaceId, personId, kind }: Told, id: string): Promise<boolean> =>
    floor.db.asJobs(async (scope) => {
      const row = await rows.selectForMail(scope, { workspaceId, id, personId });
      if (!row || row.endedAt !== null) return false;
      if (kind === 'did-you-meet' && (row.answer !== null || row.hasMet)) return false;
      if (MET_KINDS.includes(kind) && !row.hasMet) return false;
      if (kind === 'meeting-rhythm' && !(await rows.selectRhythm(scope, workspaceId, id))) return false;
      const ids = row.memberIds.filter((each) => !row.leftIds.includes(each));
      const today = dayIn(floor.clock.now(), row.timezone);
      const present = await rows.selectPresent(scope, { workspaceId, ids, viewerId: personId, today });
      return present.includes(personId) && present.length > 1;
    }, workspaceId);

  return async (told: Told): Promise<boolean> => {
    if (!told.aboutId) return true;
    if (told.kind === 'hello') return helloHolds(told.workspaceId, told.aboutId);
    const kinds = ['introduction', 'introduction-ended', 'round-introduction', 'did-you-meet', ...MET_KINDS];
    return kinds.includes(told.kind) ? introductionHolds(told, told.aboutId) : true;
  };
}
