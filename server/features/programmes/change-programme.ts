import type { Cadence, Programme, Rule } from '#contract/programmes.ts';
import type { Who } from '#server/platform/access-guard.ts';
import { isTimeZone } from '#server/platform/clock.ts';
import { fail } from '#server/platform/errors.ts';
import { findHosted, findProgramme } from './find-programme.ts';
import type { ProgrammesDeps } from './programmes.deps.ts';
import { type ProgrammeRow, updateProgramme } from './programmes.queries.ts';
import * as rules from './programmes.rules.ts';

/** What a host changes; what is missing stays. */
export interface ProgrammeChange {
  name?: string | undefined;
  size?: number | undefined;
  rule?: Rule | undefined;
  cadence?: Cadence | undefined;
  weekday?: number | undefined;
  drawTime?: string | undefined;
  timezone?: string | undefined;
  status?: 'running' | 'paused' | 'ended' | undefined;
}

/** Whether dates move, so that those now in the past were never promised. */
const movesDates = (row: ProgrammeRow, change: ProgrammeChange): boolean =>
  (change.status === 'running' && row.status !== 'running') ||
  [change.cadence, change.weekday, change.drawTime, change.timezone].some((value) => value !== undefined);

export async function changeProgramme(
  { db, clock, log }: ProgrammesDeps,
  who: Who,
  id: string,
  change: ProgrammeChange,
): Promise<Programme> {
  return db.asPerson(who, async (scope) => {
    const { row } = await findHosted(scope, who, id);
    if (change.timezone !== undefined && !isTimeZone(change.timezone)) fail('workspace.unknown-time-zone');
    if (row.status === 'ended') fail('programmes.ended');
    const { drawTime, name, ...same } = change;
    const given = Object.fromEntries(Object.entries(same).filter(([, value]) => value !== undefined));
    await updateProgramme(scope, id, {
      ...given,
      ...(name !== undefined && { name: rules.plainName(name) ?? fail('programmes.name-leads-away') }),
      ...(drawTime !== undefined && { draw_time: drawTime }),
      ...(movesDates(row, change) && { open_since: clock.now() }),
    });
    if (!row.is_host) await log.write(scope, { action: 'programmes.change', about: { programmeId: id } });
    const { row: now, caller } = await findProgramme(scope, who, id);
    return rules.programmeOf(now, caller, clock.now());
  });
}

type Linked = Pick<ProgrammeRow, 'programme_id' | 'link_version'>;

const linkOf = ({ baseUrl, secrets }: ProgrammesDeps, { workspaceId }: Who, row: Linked): string =>
  `${baseUrl}/p/${rules.linkToken(secrets.derive('programme-link'), rules.linkedOf(workspaceId, row))}`;

export async function getProgrammeLink(deps: ProgrammesDeps, who: Who, id: string): Promise<string> {
  const { row } = await deps.db.asPerson(who, (scope) => findHosted(scope, who, id));
  return linkOf(deps, who, row);
}

export async function renewProgrammeLink(deps: ProgrammesDeps, who: Who, id: string): Promise<string> {
  return deps.db.asPerson(who, async (scope) => {
    const { row } = await findHosted(scope, who, id);
    const link_version = row.link_version + 1;
    await updateProgramme(scope, id, { link_version });
    return linkOf(deps, who, { ...row, link_version });
  });
}
