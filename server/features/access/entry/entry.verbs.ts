import type { Newcomer } from '#server/features/people/people.ts';
import type { Who } from '#server/platform/access-guard.ts';
import type { RoleScope, Scope } from '#server/platform/database.ts';
import { fail } from '#server/platform/errors.ts';
import type { AccessDeps } from '../access.deps.ts';
import { nameFrom, plainAddress } from '../access.rules.ts';
import type { JoinWish } from '../codes/codes.verbs.ts';
import { insertIdentity } from '../identities.queries.ts';
import { inviteByName } from './invitations.verbs.ts';
import { followJoinLink, namedUnit } from './join-links.verbs.ts';

/** Somebody whom a steward adds. */
export interface Addition {
  name: string;
  email: string;
  unitId: string | null;
}

/** Adds a person who may sign in with an address; false where the address is already somebody's. */
async function letIn({ people }: AccessDeps, scope: RoleScope, person: Newcomer): Promise<boolean> {
  if (!(await insertIdentity({ db: scope.db, workspaceId: person.workspaceId }, person))) return false;
  await people.addNewcomer(scope, person);
  return true;
}

export async function addByWord(deps: AccessDeps, scope: Scope, person: Addition): Promise<string> {
  const [personId, email] = [deps.newId(), plainAddress(person.email)];
  const { workspaceId, personId: madeBy } = scope;
  const how = { source: 'steward', nameFrom: 'steward', madeBy, now: deps.clock.now() } as const;
  const isNew = await letIn(deps, scope, { ...person, email, personId, workspaceId, ...how });
  return isNew ? personId : fail('addresses.taken');
}

export interface InvitedAddresses {
  invited: number;
  /** Addresses that are somebody's, left alone. */
  known: string[];
}

export async function inviteAddresses(
  deps: AccessDeps,
  who: Who,
  emails: readonly string[],
  unitId?: string,
): Promise<InvitedAddresses> {
  const known: string[] = [];
  const addresses = [...new Set(emails.map(plainAddress))];
  await deps.db.asPerson(who, async (scope) => {
    const unit = await namedUnit(scope, unitId);
    const invited: string[] = [];
    for (const email of addresses) {
      const personId = deps.newId();
      const person = { workspaceId: who.workspaceId, personId, email, name: nameFrom(email), unitId: unit };
      const how = { source: 'invite', nameFrom: 'address', madeBy: who.personId, now: deps.clock.now() } as const;
      if (await letIn(deps, scope, { ...person, ...how })) invited.push(personId);
      else known.push(email);
    }
    await inviteByName(deps, scope, invited);
    await deps.log.write(scope, { action: 'access.invite', about: { people: addresses.length - known.length } });
  });
  return { invited: addresses.length - known.length, known };
}

export async function joinByLink(deps: AccessDeps, { token, name }: JoinWish, email: string): Promise<void> {
  const { workspaceId, unitId, madeBy } = await followJoinLink(deps, token);
  const person = { workspaceId, personId: deps.newId(), email, name, unitId };
  const how = { source: 'join', nameFrom: 'self', madeBy, now: deps.clock.now() } as const;
  // Somebody who became known meanwhile stays who they are.
  await deps.db.asSignIn((scope) => letIn(deps, scope, { ...person, ...how }), workspaceId);
}
