import type { SiteRow, UnitRow } from '../places/places.rules.ts';

/** What an import reads and writes of a person. */
export interface Facts {
  externalId: string | null;
  email: string;
  name: string;
  title: string;
  unitId: string | null;
  siteId: string | null;
  managerId: string | null;
  level: string | null;
  joinedOn: string | null;
  timezone: string | null;
  groups: string[];
  status: 'active' | 'away' | 'leaving';
  awayUntil: string | null;
  leftOn: string | null;
}

export interface Member extends Facts {
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
export interface Directory {
  people: Member[];
  units: UnitRow[];
  sites: SiteRow[];
}

export const isHere = (person: Facts): boolean => person.status === 'active' || person.status === 'away';
