import type { Who } from '#server/platform/access-guard.ts';
import type { AppContext } from '#server/platform/app-context.ts';
import type { Scope } from '#server/platform/database.ts';
import type { CalendarDay } from './records.rules.ts';
import type { Register, StoredRow } from './register.rules.ts';

/** What a feature knows of somebody, as each kind of file gives it out. */
export interface ExportPart {
  /** Keys of the JSON file. */
  json?: Readonly<Record<string, unknown>>;
  /** Lines of the table: what, when, who, detail. */
  lines?: readonly string[][];
  /** Days of the calendar. */
  days?: readonly CalendarDay[];
  /** Rows of tables that a person cannot read themselves, for the page. */
  rows?: Readonly<Record<string, readonly StoredRow[]>>;
  /** A picture of them, as a data URL. */
  picture?: string | null;
}

/** What one feature stores, and how it gives that out and forgets it. */
export interface StoredPart {
  tables?: Register;
  /** How many rows there are about somebody, where the register cannot tell. */
  count?(who: Who, email: string | null): Promise<Readonly<Record<string, number>>>;
  /** Reads as the person in whose scope it is called. */
  exportMine?(scope: Scope): Promise<ExportPart>;
  /** What ids of the feature's own things are called. */
  titles?(scope: Scope): Promise<ReadonlyMap<string, string>>;
  /** Once a day: forgets what was kept for a time. */
  forget?(): Promise<void>;
}

/** Who asks for what is stored about them. */
export interface Myself {
  name: string;
  email: string;
  language: 'en' | 'de' | null;
  organisation: string;
}

/** What records need from others. */
export interface RecordsDeps extends Pick<AppContext, 'db' | 'clock' | 'logger'> {
  /** In the order in which people read them. */
  stored: readonly StoredPart[];
  myself(scope: Scope): Promise<Myself | undefined>;
  /** Names of people, as everyone here may see them. */
  names(scope: Scope, personIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Whether a steward other than the caller is left. */
  hasOtherSteward(scope: Scope): Promise<boolean>;
  /** Who left on or before a day ('YYYY-MM-DD') and was not deleted yet. */
  leftBefore(workspaceId: string, day: string): Promise<readonly string[]>;
  /** Whether somebody is still there to be deleted. */
  isHere(workspaceId: string, personId: string): Promise<boolean>;
  /** The file of deletions; without it they live in the database alone. */
  erasures?: string | undefined;
  /** What somebody leaves behind decently, in their own transaction, before they are deleted. */
  beforeErased?(scope: Scope): Promise<void>;
}
