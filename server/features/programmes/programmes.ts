import type { Audience, Cadence, Programme, ProgrammeKind, Rule, Wish } from '#contract/programmes.ts';
import type { Overview } from '#contract/workspace.ts';
import type { Who } from '#server/platform/access-guard.ts';
import { dayIn, isTimeZone } from '#server/platform/clock.ts';
import type { Scope } from '#server/platform/database.ts';
import { fail } from '#server/platform/errors.ts';
import type { Floor } from '#server/platform/floor.ts';
import { createHosting } from './figures/host-page.ts';
import { createInvitations } from './invitations/invitations.verbs.ts';
import { isDue } from './membership/membership.rules.ts';
import { createMembership } from './membership/membership.verbs.ts';
import type { Caller, Lookup, ProgrammesDeps } from './programmes.deps.ts';
import { createTelling } from './programmes.notices.ts';
import * as rows from './programmes.queries.ts';
import * as rules from './programmes.rules.ts';
import { createRounds, scheduleOf } from './rounds/draw-round.ts';
import { nextDay } from './rounds/schedule.rules.ts';

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

/** Standing offers that bring people together in rounds: who takes part, when, and how it went. */
export function createProgrammes(floor: Floor, parts: ProgrammesDeps) {
  const look = lookup(floor);
  const rounds = createRounds(floor, parts);
  const invitations = createInvitations(floor, parts, look);
  const hosting = createHosting(floor, parts, look, rounds);
  return {
    ...openers(floor, parts, look),
    ...createMembership(floor, parts, look),
    ...hosting,
    ...invitations,
    ...createTelling(floor, parts),
    whenLeft: rounds.whenLeft,

    /** What a minute's tick does: draw, remind, place again. */
    runDue: rounds.runDue,
    /** What a day's tick does: offer newcomers a buddy, look at figures again. */
    async daily(): Promise<void> {
      await invitations.offerToNewcomers();
      await hosting.refreshFigures();
    },
  };
}

export type ProgrammesDoor = ReturnType<typeof createProgrammes>;

function wishOf(row: rows.ProgrammeRow): Wish | null {
  if (row.wish === 'subject' || row.wish === 'unit') return { kind: row.wish, text: row.wish_text ?? '' };
  return row.wish === null ? null : { kind: row.wish };
}

function lookup(floor: Floor): Lookup {
  const secret = floor.secrets.derive('programme-link');
  const linked = (workspaceId: string, row: Pick<rows.ProgrammeRow, 'programme_id' | 'link_version'>) => ({
    workspaceId,
    programmeId: row.programme_id,
    version: row.link_version,
  });

  const membershipOf = (row: rows.ProgrammeRow, caller: Caller, next: string | null): Programme['membership'] => {
    if (!row.joined_at || !row.rhythm || !row.part) return null;
    const standing = {
      status: caller.status,
      pausedUntil: caller.paused_until,
      rhythm: row.rhythm,
      isSkipping: row.skip_on !== null,
      wantsIn: row.in_on !== null,
      lastOn: row.member_last_on,
      ownRhythm: caller.rhythm,
      lastAnywhere: caller.last_anywhere,
    };
    return {
      joinedOn: dayIn(row.joined_at, row.timezone),
      rhythm: row.rhythm,
      part: row.part,
      isDue: next !== null && isDue(standing, next),
      isSkipping: row.skip_on !== null,
      wish: wishOf(row),
      unplacedOn: row.unplaced_on !== null && row.unplaced_on > (row.member_last_on ?? '') ? row.unplaced_on : null,
    };
  };

  const shaped: Lookup['shaped'] = (row, caller) => {
    const nextOn = row.status === 'running' ? nextDay(scheduleOf(row), floor.clock.now(), row.last_on) : null;
    return {
      id: row.programme_id,
      kind: row.kind,
      name: row.name,
      audience: row.audience,
      unit: row.unit_id && row.unit_name !== null ? { id: row.unit_id, name: row.unit_name } : null,
      size: row.size,
      rule: row.rule,
      cadence: row.cadence,
      weekday: row.weekday,
      drawTime: row.draw_time,
      timezone: row.timezone,
      status: row.status,
      nextOn,
      isHost: row.is_host,
      membership: membershipOf(row, caller, nextOn),
    };
  };

  const found: Lookup['found'] = async (scope, who, id, token) => {
    const row = await rows.selectProgramme(scope, id);
    const caller = await rows.selectCaller(scope);
    if (!row || !caller) return fail('not-found');
    const isLinked = token !== undefined && rules.opens(secret, token, linked(scope.workspaceId, row));
    return isLinked || rules.maySee(accessOf(row, caller, who)) ? { row, caller } : fail('not-found');
  };

  return {
    shaped,
    found,
    hosted: async (scope, who, id) => {
      const { row, caller } = await found(scope, who, id);
      if (!row.is_host && !who.roles.includes('steward')) fail('not-allowed');
      return { row, caller };
    },
    tokenOf: (workspaceId, row) => rules.linkToken(secret, linked(workspaceId, row)),
  };
}

const accessOf = (row: rows.ProgrammeRow, caller: Caller, who: Who): rules.Access => ({
  isHost: row.is_host,
  isMember: row.joined_at !== null,
  isInvited: row.is_invited,
  isSteward: who.roles.includes('steward'),
  audience: row.audience,
  unitId: row.unit_id,
  ownUnits: caller.units,
});

function openers(floor: Floor, { people, log }: ProgrammesDeps, look: Lookup) {
  /** Anyone may host for the own smallest unit, or below it, or by link; everyone needs a steward. */
  const checkAudience = async (scope: Scope, who: Who, wanted: NewProgramme, caller: Caller) => {
    const isSteward = who.roles.includes('steward');
    if (wanted.audience === 'everyone' && !isSteward) fail('not-allowed');
    if (wanted.audience !== 'unit') return;
    if (!wanted.unitId) return fail('bad-request');
    const own = caller.units[0];
    const isOwn = own !== undefined && (await rows.isWithinUnit(scope, wanted.unitId, own));
    if (!isOwn && !(isSteward && (await rows.isWithinUnit(scope, wanted.unitId, wanted.unitId)))) fail('not-allowed');
  };

  return {
    /** Programmes the caller takes part in, hosts, or may join. */
    list: (who: Who): Promise<Programme[]> =>
      floor.db.asPerson(who, async (scope) => {
        const caller = (await rows.selectCaller(scope)) ?? fail('not-found');
        const seen = (await rows.selectProgrammes(scope)).filter((row) => {
          const access = accessOf(row, caller, who);
          return access.isHost || access.isMember || rules.isMeantFor(access);
        });
        return seen.map((row) => look.shaped(row, caller));
      }),

    /** How many programmes run, and which one draws next; for stewards, who may see each of them. */
    standing: (who: Who): Promise<Overview['programmes']> =>
      floor.db.asPerson(who, async (scope) => {
        const caller = (await rows.selectCaller(scope)) ?? fail('not-found');
        const seen = (await rows.selectProgrammes(scope)).filter((row) => rules.maySee(accessOf(row, caller, who)));
        const running = seen.map((row) => look.shaped(row, caller)).filter(({ status }) => status === 'running');
        const [next] = running
          .flatMap(({ id, name, nextOn }) => (nextOn ? [{ id, name, on: nextOn }] : []))
          .sort((one, other) => one.on.localeCompare(other.on));
        return { running: running.length, next: next ?? null };
      }),

    /** Opens a programme; whoever opens it hosts it. */
    create: (who: Who, wanted: NewProgramme): Promise<Programme> =>
      floor.db.asPerson(who, async (scope) => {
        const caller = (await rows.selectCaller(scope)) ?? fail('not-found');
        await checkAudience(scope, who, wanted, caller);
        const name = rules.plainName(wanted.name) ?? fail('programmes.name-leads-away');
        const timezone = wanted.timezone ?? caller.timezone;
        if (!isTimeZone(timezone)) fail('workspace.unknown-time-zone');
        const [id, now] = [floor.newId(), floor.clock.now()];
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
          await log.write(scope, { action: 'programmes.open-to-everyone', about: { programmeId: id } });
        const { row } = await look.found(scope, who, id);
        return look.shaped(row, caller);
      }),

    /** One programme with its hosts. */
    get: (who: Who, id: string) =>
      floor.db.asPerson(who, async (scope) => {
        const { row, caller } = await look.found(scope, who, id);
        const hosts = await rows.selectHosts(scope, id);
        const cards = await people.cards(scope, hosts);
        return { ...look.shaped(row, caller), hosts: hosts.flatMap((host) => cards.get(host) ?? []) };
      }),

    /** The programme behind a link. */
    byLink: (who: Who, token: string): Promise<Programme> =>
      floor.db.asPerson(who, async (scope) => {
        const { row, caller } = await look.found(scope, who, rules.claimedBy(token) ?? fail('not-found'), token);
        return row.status === 'ended' ? fail('not-found') : look.shaped(row, caller);
      }),
  };
}
