import type { AddressDoor, IdentityDoor } from '#server/features/access/access.ts';
import type { LogDoor } from '#server/features/log/log.ts';
import type { People } from '#server/features/people/people.ts';
import type { AppContext } from '#server/platform/app-context.ts';
import type { Scope } from '#server/platform/database.ts';

/** What changes of the directory by hand need from others. */
export interface DirectoryDeps extends Pick<AppContext, 'db' | 'newId'> {
  log: Pick<LogDoor, 'write'>;
  people: Pick<
    People,
    'changePerson' | 'changeAddress' | 'unitTree' | 'addUnit' | 'changeUnit' | 'removeUnit' | 'siteNamed' | 'isSite'
  >;
  identities: Pick<IdentityDoor, 'change'>;
  addresses: Pick<AddressDoor, 'askAsSteward'>;
  /** Adds a person who may sign in; 'addresses.taken' where the address is somebody's. */
  add(scope: Scope, person: { name: string; email: string; unitId: string | null }): Promise<string>;
}
