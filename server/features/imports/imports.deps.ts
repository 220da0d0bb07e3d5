import type { AddressDoor, IdentityDoor } from '#server/features/access/access.ts';
import type { LogDoor } from '#server/features/log/log.ts';
import type { People } from '#server/features/people/people.ts';
import type { AppContext } from '#server/platform/app-context.ts';

/** What imports need from others. */
export interface ImportsDeps extends Pick<AppContext, 'db' | 'clock' | 'newId'> {
  log: Pick<LogDoor, 'write'>;
  people: Pick<
    People,
    | 'addPeople'
    | 'changePeople'
    | 'freeKeys'
    | 'removePeople'
    | 'unitTree'
    | 'sites'
    | 'addPlaces'
    | 'removeEmptyPlaces'
  >;
  identities: Omit<IdentityDoor, 'change'>;
  /** Addresses of people who have signed in wait for them. */
  addresses: Pick<AddressDoor, 'ask' | 'recall' | 'withdrawImport' | 'noteChanged'>;
  /** An import or its undo is committed: people may be away or gone by it. */
  whenApplied(workspaceId: string): Promise<unknown>;
}
