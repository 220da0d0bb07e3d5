import type { Floor } from '#server/platform/floor.ts';

/** What the log stands on. */
export type LogDeps = Pick<Floor, 'db' | 'clock' | 'newId'>;
