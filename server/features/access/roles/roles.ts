import type { WaitingRole } from '#contract/access.ts';
import type { Role } from '#contract/common.ts';
import type { Delivery } from '#server/features/delivery/delivery.ts';
import type { LogDoor } from '#server/features/log/log.ts';
import type { Who } from '#server/platform/access-guard.ts';
import type { Scope } from '#server/platform/database.ts';
import { fail } from '#server/platform/errors.ts';
import type { Floor } from '#server/platform/floor.ts';
import * as rules from '../access.rules.ts';
import { type RoleDeed, roleMessage } from './roles.messages.ts';
import * as rows from './roles.queries.ts';

/** Grants to decide on; nobody else changes any until the transaction ends. */
async function grantsOf(scope: Scope): Promise<rules.Grant[]> {
  await rows.holdRoles(scope);
  return (await rows.selectGrants(scope)).map(grantOf);
}

type GrantRow = Awaited<ReturnType<typeof rows.selectGrants>>[number];

const grantOf = (row: GrantRow): rules.Grant => ({
  personId: row.person_id,
  role: row.role,
  givenBy: row.given_by,
  givenAt: row.given_at,
  isConfirmed: row.role === 'steward' || row.confirmed_by !== null,
  end: row.end_by && row.end_at ? { by: row.end_by, at: row.end_at } : null,
});

const councilOf = (grants: readonly rules.Grant[], personId: string) =>
  grants.find((grant) => grant.personId === personId && grant.role === 'works-council');

/** Who may stand beside a proposer as a second person: the caller, and anybody at all. */
async function secondPerson(scope: Scope, grants: readonly rules.Grant[], proposal: rules.Proposal, now: Date) {
  const since = new Date(now.getTime() - rules.MADE_FOR);
  const circle = rules.circleOf(proposal.by, await rows.selectMakings(scope, since));
  const givenBy = grants
    .filter(({ personId, givenAt }) => personId === scope.personId && givenAt > since)
    .map((grant) => grant.givenBy);
  const candidate = { personId: scope.personId, firstSignIn: await rows.selectFirstSignIn(scope), givenBy };
  return { since, circle, whyNot: rules.whyNotSecond(proposal, candidate, circle) };
}

interface RoleParts {
  floor: Floor;
  delivery: Delivery;
  log: LogDoor;
}

/** Writes a change of roles into the log, and tells whoever watches over them and whom it is about. */
async function announce({ floor, delivery, log }: RoleParts, scope: Scope, deed: RoleDeed): Promise<void> {
  const { action, whom, role } = deed;
  await log.write(scope, { action: `access.${action}`, about: { personId: whom, role } });
  const names = await rows.selectNames(scope, [whom, scope.personId]);
  const key = floor.newId();
  const notes = (await rows.selectWatchers(scope, whom)).map(({ person_id: personId, language }) => ({
    key: `role:${key}:${personId}`,
    personId,
    kind: 'role' as const,
    message: roleMessage(language, {
      ...deed,
      isMe: personId === whom,
      name: names.get(whom) ?? '',
      by: names.get(scope.personId) ?? '',
      url: `${floor.baseUrl}/organisation?part=roles`,
    }),
  }));
  await delivery.tell(scope, ...notes);
}

/** Who holds which role, and who may change that. */
export function createRoles(floor: Floor, delivery: Delivery, log: LogDoor) {
  const parts = { floor, delivery, log };
  return {
    /** Who holds which role, and what waits for a second person; everybody may know. */
    roles: (who: Who) => floor.db.asPerson(who, (scope) => rolesFor(scope, floor.clock.now())),

    async give(who: Who, personId: string, role: Role): Promise<void> {
      await floor.db.asPerson(who, async (scope) => {
        if (!(await rows.isActive(scope, personId))) fail('not-found');
        const grants = await grantsOf(scope);
        if (!rules.isSteward(grants, who.personId)) fail('not-allowed');
        const why = rules.whyNotGive(grants, personId);
        if (why) fail(why);
        await rows.insertGrant(scope, { personId, role, now: floor.clock.now() });
        await announce(parts, scope, { action: 'give-role', whom: personId, role });
      });
    },

    /** Confirms a works-council role as a second person. */
    confirm: (who: Who, personId: string): Promise<void> => confirmAs(parts, who, personId, 'role'),

    /** Confirms that a works-council role ends, as a second person. */
    confirmEnd: (who: Who, personId: string): Promise<void> => confirmAs(parts, who, personId, 'end'),

    /** Takes a role back; false where that is only proposed, and holds until a second person confirms. */
    async take(who: Who, personId: string, role: Role): Promise<boolean> {
      return floor.db.asPerson(who, async (scope) => {
        const grants = await grantsOf(scope);
        // Another may have taken the caller's own role a moment ago.
        if (!rules.isSteward(grants, who.personId)) fail('not-allowed');
        const why = rules.whyNotTake(grants, personId, role);
        if (why) fail(why);
        if (role === 'works-council' && councilOf(grants, personId)?.isConfirmed) {
          if (councilOf(grants, personId)?.end) fail('access.already-proposed');
          await rows.proposeEnd(scope, personId, floor.clock.now());
          await announce(parts, scope, { action: 'propose-end', whom: personId, role });
          return false;
        }
        await rows.deleteGrant(scope, personId, role);
        await announce(parts, scope, { action: 'take-role', whom: personId, role });
        return true;
      });
    },

    /** Takes back the proposal that a works-council role ends. */
    async keep(who: Who, personId: string): Promise<void> {
      await floor.db.asPerson(who, async (scope) => {
        const grants = await grantsOf(scope);
        if (!rules.isSteward(grants, who.personId)) fail('not-allowed');
        if (!councilOf(grants, personId)?.end) fail('not-found');
        await rows.proposeEnd(scope, personId, null);
        await announce(parts, scope, { action: 'keep-role', whom: personId, role: 'works-council' });
      });
    },

    /** Lays the caller's own works-council role down, alone and at once. */
    async layDown(who: Who): Promise<void> {
      await floor.db.asPerson(who, async (scope) => {
        if (!councilOf(await grantsOf(scope), who.personId)) fail('not-found');
        await announce(parts, scope, { action: 'lay-down-role', whom: who.personId, role: 'works-council' });
        await rows.deleteGrant(scope, who.personId, 'works-council');
      });
    },
  };
}

async function confirmAs(parts: RoleParts, who: Who, personId: string, what: 'role' | 'end'): Promise<void> {
  const now = parts.floor.clock.now();
  await parts.floor.db.asPerson(who, async (scope) => {
    const grants = await grantsOf(scope);
    const proposal = rules.waiting(councilOf(grants, personId));
    if (proposal?.what !== what) fail('not-found');
    const { whyNot } = await secondPerson(scope, grants, proposal, now);
    if (whyNot) fail(whyNot);
    if (what === 'role') await rows.confirmGrant(scope, personId, now);
    else await rows.confirmEnd(scope, personId, now);
    const action = what === 'role' ? 'confirm-role' : 'confirm-end';
    await announce(parts, scope, { action, whom: personId, role: 'works-council' });
    if (what === 'end') await rows.deleteGrant(scope, personId, 'works-council');
  });
}

async function rolesFor(scope: Scope, now: Date) {
  const found = await rows.selectGrants(scope);
  const grants = found.map(grantOf);
  const names = await rows.selectNames(
    scope,
    grants.flatMap((grant) => rules.waiting(grant)?.by ?? []),
  );
  const waitingOf = async (grant: rules.Grant): Promise<WaitingRole | null> => {
    const proposal = rules.waiting(grant);
    if (!proposal) return null;
    const { since, circle, whyNot } = await secondPerson(scope, grants, proposal, now);
    const search = { at: proposal.at, whom: proposal.whom, circle: [...circle], since };
    const isPossible = !whyNot || (await rows.hasSecondPerson(scope, search));
    const by = names.get(proposal.by) ?? '';
    return {
      what: proposal.what,
      by,
      isMine: proposal.by === scope.personId,
      at: proposal.at,
      whyNot: whyNot ?? null,
      isPossible,
    };
  };
  const all = [];
  for (const row of found) {
    const grant = grantOf(row);
    const { personId, role, isConfirmed } = grant;
    all.push({ personId, name: row.name, role, isConfirmed, waiting: await waitingOf(grant) });
  }
  return all;
}
