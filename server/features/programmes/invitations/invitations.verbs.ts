import type { Note } from '#server/features/delivery/delivery.ts';
import type { Who } from '#server/platform/access-guard.ts';
import { addDays, dayIn } from '#server/platform/clock.ts';
import { fail } from '#server/platform/errors.ts';
import type { Floor } from '#server/platform/floor.ts';
import { NEW_FOR } from '../membership/membership.rules.ts';
import type { Lookup, ProgrammesDeps } from '../programmes.deps.ts';
import { updateProgramme } from '../programmes.queries.ts';
import { type JobScope, selectRunning } from '../rounds/rounds.queries.ts';
import * as rows from './invitations.queries.ts';

/** Invitations: one template with the programme's name, at most one a programme and one a month over all. */
export function createInvitations(floor: Floor, { delivery, boundaries, log }: ProgrammesDeps, look: Lookup) {
  const invite = async (
    scope: JobScope,
    of: { programmeId: string; unitId: string | null; joinedSince: string | null },
  ): Promise<void> => {
    const invited = await rows.inviteAudience(scope, { ...of, now: floor.clock.now() });
    const notes = invited.map(
      (personId): Note => ({
        key: `programme-invitation:${of.programmeId}:${personId}`,
        personId,
        kind: 'programme-invitation',
        aboutId: of.programmeId,
      }),
    );
    await delivery.tell(scope, ...notes);
  };

  return {
    /** Invites the audience of what the caller hosts; whom a limit kept back is not told. */
    invite: (who: Who, id: string): Promise<void> =>
      floor.db.asPerson(who, async (scope) => {
        const { row } = await look.hosted(scope, who, id);
        if (row.status !== 'running') fail('programmes.ended');
        if (row.audience === 'link') return fail('bad-request');
        await log.write(scope, { action: 'programmes.invite', about: { programmeId: id } });
        await updateProgramme(scope, id, { invited_at: floor.clock.now() });
        await floor.db.asJobs('invitations', who.workspaceId, (jobs) =>
          invite(jobs, { programmeId: id, unitId: row.unit_id, joinedSince: null }),
        );
      }),

    /** Invites a colleague to host the next one; whether a limit kept it back is not told. */
    inviteHost: (who: Who, id: string, personId: string): Promise<void> =>
      floor.db.asPerson(who, async (scope) => {
        await look.hosted(scope, who, id);
        const here = await boundaries.reachable(scope, [personId]);
        if (personId === who.personId || !here.has(personId)) return;
        const isInvited = await floor.db.asJobs('invitations', who.workspaceId, (jobs) =>
          rows.inviteHost(jobs, { programmeId: id, personId, now: floor.clock.now() }),
        );
        if (!isInvited) return;
        const key = `host-invitation:${id}:${personId}`;
        await delivery.tell(scope, { key, personId, kind: 'host-invitation', aboutId: id });
      }),

    /** Offers whoever joined the organisation lately the newcomer programmes that are meant for them. */
    async offerToNewcomers(): Promise<void> {
      const since = addDays(dayIn(floor.clock.now(), 'UTC'), -NEW_FOR);
      for (const { workspaceId } of await floor.db.workspaces()) {
        await floor.db.asJobs('invitations', workspaceId, async (scope) => {
          const offers = (await selectRunning(scope)).filter(
            (row) => row.kind === 'newcomer' && row.audience !== 'link',
          );
          for (const row of offers)
            await invite(scope, { programmeId: row.programme_id, unitId: row.unit_id, joinedSince: since });
        });
      }
    },
  };
}
