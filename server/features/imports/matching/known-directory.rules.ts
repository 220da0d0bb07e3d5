import type { DirectoryFacts, SiteRow, UnitRow } from '#server/features/people/people.ts';

export interface DirectoryPerson extends DirectoryFacts {
  personId: string;
  /** False for whoever joined or was invited: no import removes them. */
  isImported: boolean;
  /** The name is their own word: no file writes over it. */
  saysOwnName?: boolean;
  /** Stewards and the works council keep their address and their place. */
  holdsRole: boolean;
  /** Their address changes only once they confirm it, or two people release it. */
  hasSignedIn: boolean;
  /** The address that waits for them already. */
  waitsFor: string | null;
  /** Addresses they refused lately. */
  refused: string[];
}

/** The directory as an import sees it, with those who are leaving. */
export interface KnownDirectory {
  people: DirectoryPerson[];
  units: UnitRow[];
  sites: SiteRow[];
}

export const isHere = (person: DirectoryFacts): boolean => person.status === 'active' || person.status === 'away';
