import type { JobScope } from '#server/platform/database.ts';
import type { AccessDeps } from './access.deps.ts';
import * as rows from './identities.queries.ts';

export type { PersonAddress } from './identities.queries.ts';

// Each is a step of a change that another feature makes, in its transaction.

export async function addIdentities(
  _: AccessDeps,
  scope: JobScope,
  people: readonly rows.PersonAddress[],
): Promise<void> {
  await rows.insertIdentities(
    scope,
    people.map(({ personId, email }) => ({ personId, email })),
  );
}

export async function renewIdentities(_: AccessDeps, scope: JobScope, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return;
  await rows.deleteOldIdentities(scope, personIds);
  await rows.insertCurrentIdentities(scope, personIds);
}

export async function changeIdentity(_: AccessDeps, scope: JobScope, address: rows.PersonAddress): Promise<boolean> {
  if (!(await rows.insertIdentity(scope, address))) return false;
  await rows.deleteOtherIdentities(scope, address);
  return true;
}

export async function endSignIn(_: AccessDeps, scope: JobScope, personIds: readonly string[]): Promise<void> {
  await rows.callEndSignIn(scope, personIds);
}

export async function closeSignIn(_: AccessDeps, scope: JobScope, personIds: readonly string[]): Promise<void> {
  await rows.callCloseSignIn(scope, personIds);
}

export async function forgetSignIn(_: AccessDeps, scope: JobScope, personIds: readonly string[]): Promise<void> {
  await rows.callForgetSignIn(scope, personIds);
}

export function haveSignedIn(_: AccessDeps, scope: JobScope, personIds: readonly string[]): Promise<boolean> {
  return rows.selectAnySignedIn(scope, personIds);
}
