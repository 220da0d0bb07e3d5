import type { WaitingRole } from '#contract/access.ts';
import type { Role } from '#contract/common.ts';
import type { Who } from '#server/platform/access-guard.ts';
import type { RoleScope, Scope } from '#server/platform/database.ts';
import { fail } from '#server/platform/errors.ts';
import type { AccessDeps } from '../access.deps.ts';
import * as rules from '../access.rules.ts';
import { insertIdentity } from '../identities.queries.ts';
import { type RoleDeed, roleMessage } from './roles.messages.ts';
import * as rows from './roles.queries.ts';

/** A role as everybody may see it. */
export interface RoleHeld {
  personId: string;
  name: string;
  role: Role;
  isConfirmed: boolean;
  /** What waits for a second person. */
  waiting: WaitingRole | null;
}

/** Grants to decide on; nobody else changes any until the transaction ends. */
async function grantsOf(scope: Scope): Promise<rules.Grant[]> {
  await rows.holdRoles(scope);
  return (await rows.selectGrants(scope)).map(grantOf);
}

const grantOf = (row: rows.GrantRow): rules.Grant => ({
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
async function secondPerson(scope: Scope, grants: readonly rules.Grant[], proposal: rules.RoleProposal, now: Date) {
  const since = new Date(now.getTime() - rules.MADE_FOR);
  const circle = rules.circleOf(proposal.by, await rows.selectMakings(scope, since));
  const givenBy = grants
    .filter(({ personId, givenAt }) => personId === scope.personId && givenAt > since)
    .map((grant) => grant.givenBy);
  const candidate = { personId: scope.personId, firstSignIn: await rows.selectFirstSignIn(scope), givenBy };
  return { since, circle, whyNot: rules.whyNotSecond(proposal, candidate, circle) };
}

/** Writes a change of roles into the log, and tells whoever watches over them and whom it is about. */
async function announce(deps: AccessDeps, scope: Scope, deed: RoleDeed): Promise<void> {
  const { action, whom, role } = deed;
  await deps.log.write(scope, { action: `access.${action}`, about: { personId: whom, role } });
  const names = await rows.selectRoleNames(scope, [whom, scope.personId]);
  const key = deps.newId();
  const notes = (await rows.selectWatchers(scope, whom)).map(({ person_id: personId, language }) => ({
    key: `role:${key}:${personId}`,
    personId,
    kind: 'role' as const,
    message: roleMessage(language, {
      ...deed,
      isMe: personId === whom,
      name: names.get(whom) ?? '',
      by: names.get(scope.personId) ?? '',
      url: `${deps.baseUrl}/organisation?part=roles`,
    }),
  }));
  await deps.delivery.tell(scope, ...notes);
}

/** Whether somebody holds a role, or is to hold one. */
export const holdsAnyRole = (scope: Scope, personId: string): Promise<boolean> => rows.selectHoldsRole(scope, personId);

/** The first person of an organisation. */
export interface Founder {
  workspaceId: string;
  personId: string;
  name: string;
  email: string;
  now: Date;
}

export async function addFounder({ people }: AccessDeps, scope: RoleScope, founder: Founder): Promise<void> {
  const { workspaceId, personId, now } = founder;
  await people.addNewcomer(scope, { ...founder, source: 'setup', nameFrom: 'self', isWelcomed: true });
  await rows.insertGrant({ db: scope.db, workspaceId, personId }, { personId, role: 'steward', now });
  const isNew = await insertIdentity({ db: scope.db, workspaceId }, founder);
  if (!isNew) throw new Error('The address of the first steward is taken.');
}

export async function giveRole(deps: AccessDeps, who: Who, personId: string, role: Role): Promise<void> {
  await deps.db.asPerson(who, async (scope) => {
    if (!(await rows.isActive(scope, personId))) fail('not-found');
    const grants = await grantsOf(scope);
    if (!rules.isSteward(grants, who.personId)) fail('not-allowed');
    const why = rules.whyNotGive(grants, personId);
    if (why) fail(why);
    await rows.insertGrant(scope, { personId, role, now: deps.clock.now() });
    await announce(deps, scope, { action: 'give-role', whom: personId, role });
  });
}

export const confirmRole = (deps: AccessDeps, who: Who, personId: string): Promise<void> =>
  confirmAs(deps, who, personId, 'role');

export const confirmRoleEnd = (deps: AccessDeps, who: Who, personId: string): Promise<void> =>
  confirmAs(deps, who, personId, 'end');

async function confirmAs(deps: AccessDeps, who: Who, personId: string, what: 'role' | 'end'): Promise<void> {
  const now = deps.clock.now();
  await deps.db.asPerson(who, async (scope) => {
    const grants = await grantsOf(scope);
    const proposal = rules.waiting(councilOf(grants, personId));
    if (proposal?.what !== what) fail('not-found');
    const { whyNot } = await secondPerson(scope, grants, proposal, now);
    if (whyNot) fail(whyNot);
    if (what === 'role') await rows.confirmGrant(scope, personId, now);
    else await rows.confirmEnd(scope, personId, now);
    const action = what === 'role' ? 'confirm-role' : 'confirm-end';
    await announce(deps, scope, { action, whom: personId, role: 'works-council' });
    if (what === 'end') await rows.deleteGrant(scope, personId, 'works-council');
  });
}

export function takeRole(deps: AccessDeps, who: Who, personId: string, role: Role): Promise<boolean> {
  return deps.db.asPerson(who, async (scope) => {
    const grants = await grantsOf(scope);
    // Another may have taken the caller's own role a moment ago.
    if (!rules.isSteward(grants, who.personId)) fail('not-allowed');
    const why = rules.whyNotTake(grants, personId, role);
    if (why) fail(why);
    if (role === 'works-council' && councilOf(grants, personId)?.isConfirmed) {
      if (councilOf(grants, personId)?.end) fail('access.already-proposed');
      await rows.proposeEnd(scope, personId, deps.clock.now());
      await announce(deps, scope, { action: 'propose-end', whom: personId, role });
      return false;
    }
    await rows.deleteGrant(scope, personId, role);
    await announce(deps, scope, { action: 'take-role', whom: personId, role });
    return true;
  });
}

export async function keepRole(deps: AccessDeps, who: Who, personId: string): Promise<void> {
  await deps.db.asPerson(who, async (scope) => {
    const grants = await grantsOf(scope);
    if (!rules.isSteward(grants, who.personId)) fail('not-allowed');
    if (!councilOf(grants, personId)?.end) fail('not-found');
    await rows.proposeEnd(scope, personId, null);
    await announce(deps, scope, { action: 'keep-role', whom: personId, role: 'works-council' });
  });
}

export async function layDownRole(deps: AccessDeps, who: Who): Promise<void> {
  await deps.db.asPerson(who, async (scope) => {
    if (!councilOf(await grantsOf(scope), who.personId)) fail('not-found');
    await announce(deps, scope, { action: 'lay-down-role', whom: who.personId, role: 'works-council' });
    await rows.deleteGrant(scope, who.personId, 'works-council');
  });
}

export function listRoles(deps: AccessDeps, who: Who): Promise<RoleHeld[]> {
  const now = deps.clock.now();
  return deps.db.asPerson(who, async (scope) => {
    const found = await rows.selectGrants(scope);
    const grants = found.map(grantOf);
    const proposers = grants.flatMap((grant) => rules.waiting(grant)?.by ?? []);
    const names = await rows.selectRoleNames(scope, proposers);
    const held: RoleHeld[] = [];
    for (const row of found) {
      const grant = grantOf(row);
      const { personId, role, isConfirmed } = grant;
      const proposal = rules.waiting(grant);
      const waiting = proposal ? await waitingRole(scope, { grants, names, now }, proposal) : null;
      held.push({ personId, name: row.name, role, isConfirmed, waiting });
    }
    return held;
  });
}

interface RolesNow {
  grants: readonly rules.Grant[];
  /** Of those who proposed something. */
  names: ReadonlyMap<string, string>;
  now: Date;
}

async function waitingRole(
  scope: Scope,
  { grants, names, now }: RolesNow,
  proposal: rules.WaitingProposal,
): Promise<WaitingRole> {
  const { since, circle, whyNot } = await secondPerson(scope, grants, proposal, now);
  const search = { at: proposal.at, whom: proposal.whom, circle: [...circle], since };
  const isPossible = !whyNot || (await rows.hasSecondPerson(scope, search));
  return {
    what: proposal.what,
    by: names.get(proposal.by) ?? '',
    isMine: proposal.by === scope.personId,
    at: proposal.at,
    whyNot: whyNot ?? null,
    isPossible,
  };
}
