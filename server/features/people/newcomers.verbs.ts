import type { NameFrom, Tables } from '#server/migrations/tables.ts';
import type { RoleScope, Scope } from '#server/platform/database.ts';
import * as rows from './newcomers.queries.ts';
import type { PeopleDeps } from './people.deps.ts';
import { searchTextOf } from './people.rules.ts';

/** Somebody who is here from now on, one by one; whole directories come in another way. */
export interface Newcomer {
  workspaceId: string;
  personId: string;
  email: string;
  name: string;
  source: Tables['person']['source'];
  nameFrom: NameFrom;
  now: Date;
  unitId?: string | null;
  /** Who brought them here: by their word, an invitation, or a link. */
  madeBy?: string;
  /** True for whoever needs no welcome any more. */
  isWelcomed?: true;
}

export async function addNewcomer(_: PeopleDeps, scope: RoleScope, newcomer: Newcomer): Promise<void> {
  const { name, now, unitId, madeBy, isWelcomed } = newcomer;
  await rows.insertNewcomer(scope, {
    workspace_id: newcomer.workspaceId,
    person_id: newcomer.personId,
    email: newcomer.email,
    name,
    title: '',
    search_text: searchTextOf(name, ''),
    source: newcomer.source,
    name_from: newcomer.nameFrom,
    created_at: now,
    ...(unitId !== undefined && { unit_id: unitId }),
    ...(madeBy !== undefined && { made_by: madeBy }),
    ...(isWelcomed && { welcomed_at: now }),
  });
}

export const noteEntered = (_: PeopleDeps, scope: RoleScope, personId: string, now: Date): Promise<void> =>
  rows.updateEntered(scope, personId, now);

export async function nameNewcomer(_: PeopleDeps, scope: RoleScope, personId: string, name: string): Promise<void> {
  const person = await rows.selectNaming(scope, personId);
  if (!person || person.name_from === 'directory') return;
  await rows.updateOwnName(scope, personId, { name, search_text: searchTextOf(name, person.title) });
}

export const removeNewcomer = (_: PeopleDeps, scope: Scope, personId: string): Promise<void> =>
  rows.deleteNewcomer(scope, personId);
