import { randomUUID } from 'node:crypto';
import type { Who } from '../../server/platform/access-guard.ts';
import { type Clock, dayIn } from '../../server/platform/clock.ts';
import type { World } from './world.ts';

export interface PublishedRound {
  programmeId: string;
  roundOn: string;
  /** Of the introductions, in the order of the groups. */
  ids: string[];
}

/** A programme of a workspace, straight in the tables. */
export async function addProgramme(
  world: Pick<World, 'owner'> & { clock: Clock },
  workspaceId: string,
): Promise<string> {
  const id = randomUUID();
  await world.owner.query(
    `insert into programme (workspace_id, programme_id, kind, name, audience, size, rule, cadence, weekday, draw_time, timezone, starts_on, created_at, open_since)
     values ($1, $2, 'coffee', 'Coffee across teams', 'everyone', 2, 'across', 'weekly', 1, '09:00', 'Europe/Lisbon', '2026-01-01', $3, $3)`,
    [workspaceId, id, world.clock.now()],
  );
  return id;
}

/** Publishes a round of today as the schedule would, with groups that the test chose. */
export async function publishRound(
  world: Pick<World, 'db' | 'owner' | 'services'> & { clock: Clock },
  groups: readonly (readonly Who[])[],
  of: { programmeId?: string; roundOn?: string } = {},
): Promise<PublishedRound> {
  const workspaceId = groups[0]?.[0]?.workspaceId ?? '';
  const programmeId = of.programmeId ?? (await addProgramme(world, workspaceId));
  const roundOn = of.roundOn ?? dayIn(world.clock.now(), 'Europe/Lisbon');
  await world.owner.query(
    `insert into round (workspace_id, programme_id, round_on, planned_at, size, certificate, bridges)
     values ($1, $2, $3, $4, 2, '{}', '[]') on conflict do nothing`,
    [workspaceId, programmeId, roundOn, world.clock.now()],
  );
  const planned = groups.map((group) => ({
    memberIds: group.map(({ personId }) => personId),
    reasons: [{ code: 'first-meeting' as const }],
  }));
  const ids = await world.db.asJobs('rounds', workspaceId, (scope) =>
    world.services.doors.introductions.publish(scope, { programmeId, roundOn, groups: planned }),
  );
  return { programmeId, roundOn, ids };
}
