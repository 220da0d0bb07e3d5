import type { client } from '#web/platform/api.ts';

/** The overview as the browser gets it. */
export type Overview = Awaited<ReturnType<typeof client.workspace.overview>>;

/** Whether a backup was made today or yesterday, by this device's days. */
export function dayOf(instant: string, now: Date): 'today' | 'yesterday' | 'other' {
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate());
  const at = new Date(instant).getTime();
  if (at >= midnight.getTime()) return 'today';
  return at >= midnight.setDate(midnight.getDate() - 1) ? 'yesterday' : 'other';
}
