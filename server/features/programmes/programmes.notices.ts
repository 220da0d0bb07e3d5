import type { Told } from '#server/features/delivery/delivery.ts';
import { spokenName } from '#server/features/people/people.ts';
import type { Floor } from '#server/platform/floor.ts';
import { isolated, onOneLine } from '#server/platform/plain-text.ts';
import type { Message } from '#server/ports/channel.ts';
import type { ProgrammesDeps } from './programmes.deps.ts';
import * as messages from './programmes.messages.ts';
import { scheduleOf } from './rounds/draw-round.ts';
import { dueMembers } from './rounds/planning.ts';
import type { JobScope } from './rounds/rounds.queries.ts';
import { drawAt, nextDay } from './rounds/schedule.rules.ts';
import { selectSigners, selectTold } from './telling/telling.queries.ts';

type Row = NonNullable<Awaited<ReturnType<typeof selectTold>>>;
type Signed = Row & { from: string };

const inSentence = (text: string): string => isolated(onOneLine(text));

/** Whose words the name is: the first host without a block between; nobody's where each is blocked. */
async function signerOf(scope: JobScope, row: Row, programmeId: string, personId: string): Promise<string | null> {
  const hosts = await selectSigners(scope, programmeId, personId);
  if (hosts.length === 0) return inSentence(row.organisation);
  const first = hosts.find((host) => !host.is_veiled);
  return first ? spokenName(first.name) : null;
}

/** The date in a key such as 'round-reminder:programme:date:person'. */
const dateIn = (key: string): string => key.split(':')[2] ?? '';

/** What programmes say by mail, written when it leaves and only while it still holds. */
export function createTelling(floor: Floor, { pressUrl }: Pick<ProgrammesDeps, 'pressUrl'>) {
  const reminder = async (scope: JobScope, told: Told, row: Signed, programmeId: string): Promise<Message | null> => {
    const on = dateIn(told.key);
    if (drawAt(scheduleOf(row), on) <= floor.clock.now()) return null;
    const due = await dueMembers(scope, programmeId, on, [told.personId]);
    if (due.length === 0) return null;
    const skipUrl = pressUrl({ ...told, kind: 'skip', aboutId: programmeId });
    return messages.reminder(row.language, {
      name: inSentence(row.name),
      from: row.from,
      url: urlOf(programmeId),
      on,
      skipUrl,
    });
  };

  const invitation = (told: Told, row: Signed, programmeId: string): Message | null => {
    if (row.never_invite || row.status !== 'active') return null;
    const about = {
      name: inSentence(row.name),
      from: row.from,
      neverUrl: pressUrl({ ...told, kind: 'never-invite', aboutId: programmeId }),
    };
    if (told.kind === 'host-invitation')
      return messages.hostInvitation(row.language, { ...about, url: `${floor.baseUrl}/meet/programmes/new` });
    if (row.joined_at) return null;
    const on = nextDay(scheduleOf(row), floor.clock.now(), row.last_on);
    return messages.invitation(row.language, { ...about, on, url: urlOf(programmeId) });
  };

  const urlOf = (programmeId: string) => `${floor.baseUrl}/meet/programmes/${programmeId}`;

  return {
    /** The words of a message about a programme; null where it no longer holds. */
    compose: (told: Told): Promise<Message | null> =>
      floor.db.asJobs('letters', told.workspaceId, async (scope) => {
        const programmeId = told.aboutId;
        const row = programmeId ? await selectTold(scope, programmeId, told.personId) : undefined;
        if (!row || !programmeId || row.programme_status !== 'running') return null;
        const from = await signerOf(scope, row, programmeId, told.personId);
        if (from === null) return null;
        if (told.kind === 'round-reminder') return reminder(scope, told, { ...row, from }, programmeId);
        if (told.kind === 'round-unplaced')
          return row.joined_at
            ? messages.unplaced(row.language, { name: inSentence(row.name), from, url: `${floor.baseUrl}/meet` })
            : null;
        return invitation(told, { ...row, from }, programmeId);
      }),
  };
}
