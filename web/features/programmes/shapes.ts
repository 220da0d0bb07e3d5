import type { client } from '#web/platform/api.ts';

/** A programme as its host sees it. */
export type Hosted = Awaited<ReturnType<typeof client.programmes.host>>;
