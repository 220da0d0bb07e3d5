import type { AppContext } from '#server/platform/app-context.ts';

/** What the log stands on. */
export type LogDeps = Pick<AppContext, 'db' | 'clock' | 'newId'>;
