import type { Notices, Told } from '#server/features/delivery/delivery.ts';
import { spokenName } from '#server/features/people/people.ts';
import type { JobScope } from '#server/platform/database.ts';
import { isolated, onOneLine } from '#server/platform/plain-text.ts';
import type { Message } from '#server/ports/channel.ts';
import type { ProgrammesDeps } from './programmes.deps.ts';
import * as messages from './programmes.messages.ts';
import { selectSigners, selectToldProgramme, type ToldProgramme } from './programmes.queries.ts';
import { dueMembers } from './rounds/planning.ts';
import { drawAt, nextDay, scheduleOf } from './rounds/schedule.rules.ts';

type NoticeDeps = Pick<ProgrammesDeps, 'db' | 'clock' | 'baseUrl' | 'pressUrl'>;

/** What programmes say by mail, written when it leaves and only while it still holds. */
export const programmesNotices = (deps: NoticeDeps): Notices => ({
  'round-reminder': { compose: (told) => composeAbout(deps, told, composeReminder) },
  'round-unplaced': { compose: (told) => composeAbout(deps, told, composeUnplaced) },
  'programme-invitation': { compose: (told) => composeAbout(deps, told, composeInvitation) },
  'host-invitation': { compose: (told) => composeAbout(deps, told, composeHostInvitation) },
});

/** What a message is made from. */
interface Occasion {
  scope: JobScope;
  told: Told;
  programmeId: string;
  row: ToldProgramme;
  /** Whose words it is. */
  from: string;
}

type Compose = (deps: NoticeDeps, occasion: Occasion) => Message | null | Promise<Message | null>;

/** Null where the programme does not run, or no host whom the receiver may see signs. */
async function composeAbout(deps: NoticeDeps, told: Told, compose: Compose): Promise<Message | null> {
  return deps.db.asJobs('letters', told.workspaceId, async (scope) => {
    const programmeId = told.aboutId;
    const row = programmeId ? await selectToldProgramme(scope, programmeId, told.personId) : undefined;
    if (!row || !programmeId || row.programme_status !== 'running') return null;
    const from = await signerOf(scope, row, programmeId, told.personId);
    return from === null ? null : compose(deps, { scope, told, programmeId, row, from });
  });
}

/** The first host without a block between; null where each is blocked. */
async function signerOf(
  scope: JobScope,
  row: ToldProgramme,
  programmeId: string,
  personId: string,
): Promise<string | null> {
  const hosts = await selectSigners(scope, programmeId, personId);
  if (hosts.length === 0) return inSentence(row.organisation);
  const first = hosts.find((host) => !host.is_veiled);
  return first ? spokenName(first.name) : null;
}

const inSentence = (text: string): string => isolated(onOneLine(text));

const urlOf = ({ baseUrl }: NoticeDeps, programmeId: string): string => `${baseUrl}/meet/programmes/${programmeId}`;

/** The date in a key such as 'round-reminder:programme:date:person'. */
const dateIn = (key: string): string => key.split(':')[2] ?? '';

async function composeReminder(deps: NoticeDeps, occasion: Occasion): Promise<Message | null> {
  const { scope, told, programmeId, row, from } = occasion;
  const on = dateIn(told.key);
  if (drawAt(scheduleOf(row), on) <= deps.clock.now()) return null;
  const due = await dueMembers(scope, programmeId, on, [told.personId]);
  if (due.length === 0) return null;
  const skipUrl = deps.pressUrl({ ...told, kind: 'skip', aboutId: programmeId });
  const about = { name: inSentence(row.name), from, url: urlOf(deps, programmeId) };
  return messages.reminder(row.language, { ...about, on, skipUrl });
}

function composeUnplaced({ baseUrl }: NoticeDeps, { row, from }: Occasion): Message | null {
  if (!row.joined_at) return null;
  return messages.unplaced(row.language, { name: inSentence(row.name), from, url: `${baseUrl}/meet` });
}

const isOpenToInvitations = (row: ToldProgramme): boolean => !row.never_invite && row.status === 'active';

const neverUrlOf = ({ pressUrl }: NoticeDeps, { told, programmeId }: Occasion): string =>
  pressUrl({ ...told, kind: 'never-invite', aboutId: programmeId });

function composeInvitation(deps: NoticeDeps, occasion: Occasion): Message | null {
  const { row, from, programmeId } = occasion;
  if (!isOpenToInvitations(row) || row.joined_at) return null;
  const on = nextDay(scheduleOf(row), deps.clock.now(), row.last_on);
  const about = { name: inSentence(row.name), from, url: urlOf(deps, programmeId) };
  return messages.programmeInvitation(row.language, { ...about, on, neverUrl: neverUrlOf(deps, occasion) });
}

function composeHostInvitation(deps: NoticeDeps, occasion: Occasion): Message | null {
  const { row, from } = occasion;
  if (!isOpenToInvitations(row)) return null;
  const about = { name: inSentence(row.name), from, url: `${deps.baseUrl}/meet/programmes/new` };
  return messages.hostInvitation(row.language, { ...about, neverUrl: neverUrlOf(deps, occasion) });
}
