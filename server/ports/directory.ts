/**
 * What a source of people (a CSV file, SCIM) says of one person.
 * An absent key says nothing; null, '' or [] says that there is none.
 */
export interface DirectoryEntry {
  /** Where it stands in the source, for messages. */
  line: number;
  email: string;
  name: string;
  externalId?: string;
  title?: string;
  /** From the largest unit to the smallest. */
  unitPath?: string[];
  site?: string | null;
  /** The manager's external id, address or unmistakable name. */
  manager?: string | null;
  level?: string | null;
  /** 'YYYY-MM-DD'. */
  joinedOn?: string | null;
  /** An IANA zone. */
  timezone?: string;
  groups?: string[];
  /** 'YYYY-MM-DD'. */
  awayUntil?: string | null;
  languages?: string[];
  interests?: string[];
}

export type EntryReason =
  | 'quotes'
  | 'cells'
  | 'email-missing'
  | 'email-invalid'
  | 'email-letters'
  | 'email-several'
  | 'name-missing'
  | 'too-long'
  | 'duplicate'
  | 'address-taken'
  | 'address-kept'
  | 'address-refused'
  | 'date'
  | 'time-zone'
  | 'manager-unknown'
  | 'manager-self'
  | 'manager-several'
  | 'id-rounded';

/** Something that could not be understood, and what was done about it. */
export interface EntryProblem {
  line: number;
  reason: EntryReason;
  /** What the source said, as far as it helps to find the place. */
  value: string;
  /** True where the whole line was left out; false where only this value was. */
  isLeftOut: boolean;
}

/** Everything a source said. Whoever stands on a line left out is still there, so they cannot count as gone. */
export interface DirectoryReading {
  entries: DirectoryEntry[];
  problems: EntryProblem[];
  leftOut: { externalId: string; email: string }[];
  /** Whom the source lists as no longer here. */
  absent: { externalId: string; email: string }[];
}

/** Somewhere people are listed: a file, a feed. It says what it holds and decides nothing. */
export interface DirectorySource {
  read(): DirectoryReading;
}
