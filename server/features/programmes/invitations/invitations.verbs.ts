import type { Note } from '#server/features/delivery/delivery.ts';
import type { Who } from '#server/platform/access-guard.ts';
import { addDays, dayIn } from '#server/platform/clock.ts';
import type { JobScope } from '#server/platform/database.ts';
import { fail } from '#server/platform/errors.ts';
import { findHosted } from '../find-programme.ts';
import { NEW_FOR } from '../membership/membership.rules.ts';
import type { ProgrammesDeps } from '../programmes.deps.ts';
import { selectRunningProgrammes, updateProgramme } from '../programmes.queries.ts';
import * as rows from './invitations.queries.ts';

async function inviteAudience(
  { clock, delivery }: ProgrammesDeps,
  scope: JobScope,
  audience: rows.InvitedAudience,
): Promise<void> {
  const { programmeId } = audience;
  const invited = await rows.insertInvitations(scope, { ...audience, now: clock.now() });
  const notes = invited.map(
    (personId): Note => ({
      key: `programme-invitation:${programmeId}:${personId}`,
      personId,
      kind: 'programme-invitation',
      aboutId: programmeId,
    }),
  );
  await delivery.tell(scope, ...notes);
}

export async function inviteToProgramme(deps: ProgrammesDeps, who: Who, id: string): Promise<void> {
  await deps.db.asPerson(who, async (scope) => {
    const { row } = await findHosted(scope, who, id);
    if (row.status !== 'running') fail('programmes.ended');
    if (row.audience === 'link') return fail('bad-request');
    await deps.log.write(scope, { action: 'programmes.invite', about: { programmeId: id } });
    await updateProgramme(scope, id, { invited_at: deps.clock.now() });
    await deps.db.asJobs('invitations', who.workspaceId, (jobs) =>
      inviteAudience(deps, jobs, { programmeId: id, unitId: row.unit_id, joinedSince: null }),
    );
  });
}

export async function inviteHost(
  { db, clock, boundaries, delivery }: ProgrammesDeps,
  who: Who,
  id: string,
  personId: string,
): Promise<void> {
  await db.asPerson(who, async (scope) => {
    await findHosted(scope, who, id);
    const here = await boundaries.reachable(scope, [personId]);
    if (personId === who.personId || !here.has(personId)) return;
    const isInvited = await db.asJobs('invitations', who.workspaceId, (jobs) =>
      rows.insertHostInvitation(jobs, { programmeId: id, personId, now: clock.now() }),
    );
    if (!isInvited) return;
    const key = `host-invitation:${id}:${personId}`;
    await delivery.tell(scope, { key, personId, kind: 'host-invitation', aboutId: id });
  });
}

/** Offers whoever joined the organisation lately the newcomer programmes that are meant for them. */
export async function inviteNewcomers(deps: ProgrammesDeps): Promise<void> {
  const joinedSince = addDays(dayIn(deps.clock.now(), 'UTC'), -NEW_FOR);
  for (const { workspaceId } of await deps.db.workspaces()) {
    await deps.db.asJobs('invitations', workspaceId, async (scope) => {
      for (const row of await selectRunningProgrammes(scope)) {
        if (row.kind !== 'newcomer' || row.audience === 'link') continue;
        await inviteAudience(deps, scope, { programmeId: row.programme_id, unitId: row.unit_id, joinedSince });
      }
    });
  }
}
