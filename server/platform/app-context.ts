import type { Clock } from './clock.ts';
import type { Database } from './database.ts';
import type { Log } from './log.ts';
import type { Secrets } from './secrets.ts';

/** What every feature stands on; handed out by main, replaced piece by piece in tests. */
export interface AppContext {
  readonly db: Database;
  readonly clock: Clock;
  /** Of the process; never of people. */
  readonly logger: Log;
  readonly secrets: Secrets;
  /** A new id (UUID, lower case). */
  newId(): string;
  /** The address people type, without a slash at the end; the sample organisation's ends in /sample. */
  readonly baseUrl: string;
  /** '' or '/sample': the path below which this organisation's API and pages lie. */
  readonly basePath: string;
  /** True in the sample organisation: nothing leaves it. */
  readonly sample: boolean;
}
