import type { PersonCard } from '#contract/common.ts';
import type { Audience, Cadence, Programme, ProgrammeKind, Rule } from '#contract/programmes.ts';
import type { Overview } from '#contract/workspace.ts';
import type { Who } from '#server/platform/access-guard.ts';
import { dayIn, isTimeZone } from '#server/platform/clock.ts';
import type { Scope } from '#server/platform/database.ts';
import { fail } from '#server/platform/errors.ts';
import { refreshFigures } from './figures/figures.ts';
import { accessOf, findHosted, findLinked, findProgramme } from './find-programme.ts';
import { inviteNewcomers } from './invitations/invitations.verbs.ts';
import type { ProgrammesDeps } from './programmes.deps.ts';
import * as rows from './programmes.queries.ts';
import * as rules from './programmes.rules.ts';

export interface NewProgramme {
  kind: ProgrammeKind;
  name: string;
  audience: Audience;
  unitId?: string | undefined;
  size: number;
  rule: Rule;
  cadence: Cadence;
  weekday: number;
  drawTime: string;
  startsOn?: string | undefined;
  timezone?: string | undefined;
}

export interface ProgrammePage extends Programme {
  hosts: PersonCard[];
}

const findCaller = async (scope: Scope): Promise<rows.ProgrammeCaller> =>
  (await rows.selectCaller(scope)) ?? fail('not-found');

export async function listProgrammes({ db, clock }: ProgrammesDeps, who: Who): Promise<Programme[]> {
  return db.asPerson(who, async (scope) => {
    const caller = await findCaller(scope);
    const seen = (await rows.selectProgrammes(scope)).filter((row) => {
      const access = accessOf({ row, caller }, who);
      return access.isHost || access.isMember || rules.isMeantFor(access);
    });
    return seen.map((row) => rules.programmeOf(row, caller, clock.now()));
  });
}

export async function summarizeProgrammes({ db, clock }: ProgrammesDeps, who: Who): Promise<Overview['programmes']> {
  return db.asPerson(who, async (scope) => {
    const caller = await findCaller(scope);
    const seen = (await rows.selectProgrammes(scope)).filter((row) => rules.maySee(accessOf({ row, caller }, who)));
    const running = seen
      .map((row) => rules.programmeOf(row, caller, clock.now()))
      .filter(({ status }) => status === 'running');
    const [next] = running
      .flatMap(({ id, name, nextOn }) => (nextOn ? [{ id, name, on: nextOn }] : []))
      .sort((one, other) => one.on.localeCompare(other.on));
    return { running: running.length, next: next ?? null };
  });
}

/** Hosting by link or within the own smallest unit is free; for everyone it needs a steward. */
async function checkAudience(
  scope: Scope,
  who: Who,
  wanted: NewProgramme,
  caller: rows.ProgrammeCaller,
): Promise<void> {
  const isSteward = who.roles.includes('steward');
  if (wanted.audience === 'everyone' && !isSteward) fail('not-allowed');
  if (wanted.audience !== 'unit') return;
  if (!wanted.unitId) return fail('bad-request');
  const own = caller.units[0];
  const isOwn = own !== undefined && (await rows.isWithinUnit(scope, wanted.unitId, own));
  if (!isOwn && !(isSteward && (await rows.isWithinUnit(scope, wanted.unitId, wanted.unitId)))) fail('not-allowed');
}

export async function openProgramme(deps: ProgrammesDeps, who: Who, wanted: NewProgramme): Promise<Programme> {
  return deps.db.asPerson(who, async (scope) => {
    const caller = await findCaller(scope);
    await checkAudience(scope, who, wanted, caller);
    const name = rules.plainName(wanted.name) ?? fail('programmes.name-leads-away');
    const timezone = wanted.timezone ?? caller.timezone;
    if (!isTimeZone(timezone)) fail('workspace.unknown-time-zone');
    const [id, now] = [deps.newId(), deps.clock.now()];
    await rows.insertProgramme(scope, {
      programme_id: id,
      kind: wanted.kind,
      name,
      audience: wanted.audience,
      unit_id: wanted.audience === 'unit' ? (wanted.unitId ?? null) : null,
      size: wanted.size,
      rule: wanted.rule,
      cadence: wanted.cadence,
      weekday: wanted.weekday,
      draw_time: wanted.drawTime,
      timezone,
      starts_on: wanted.startsOn ?? dayIn(now, timezone),
      created_at: now,
      open_since: now,
    });
    if (wanted.audience === 'everyone')
      await deps.log.write(scope, { action: 'programmes.open-to-everyone', about: { programmeId: id } });
    const { row } = await findProgramme(scope, who, id);
    return rules.programmeOf(row, caller, deps.clock.now());
  });
}

export async function getProgramme(
  { db, clock, people }: ProgrammesDeps,
  who: Who,
  id: string,
): Promise<ProgrammePage> {
  return db.asPerson(who, async (scope) => {
    const { row, caller } = await findProgramme(scope, who, id);
    const hosts = await rows.selectHosts(scope, id);
    const cards = await people.cards(scope, hosts);
    return {
      ...rules.programmeOf(row, caller, clock.now()),
      hosts: hosts.flatMap((host) => cards.get(host) ?? []),
    };
  });
}

export async function getProgrammeByLink(deps: ProgrammesDeps, who: Who, token: string): Promise<Programme> {
  return deps.db.asPerson(who, async (scope) => {
    const id = rules.claimedBy(token) ?? fail('not-found');
    const { row, caller } = await findLinked(deps, scope, who, { id, token });
    return row.status === 'ended' ? fail('not-found') : rules.programmeOf(row, caller, deps.clock.now());
  });
}

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
const movesDates = (row: rows.ProgrammeRow, change: ProgrammeChange): boolean =>
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
    await rows.updateProgramme(scope, id, {
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

type Linked = Pick<rows.ProgrammeRow, 'programme_id' | 'link_version'>;

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
    await rows.updateProgramme(scope, id, { link_version });
    return linkOf(deps, who, { ...row, link_version });
  });
}

export async function runDaily(deps: ProgrammesDeps): Promise<void> {
  await inviteNewcomers(deps);
  await refreshFigures(deps);
}
