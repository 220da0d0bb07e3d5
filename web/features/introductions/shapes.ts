import type { client } from '#web/platform/api.ts';

/** An introduction as lists have it. */
export type IntroductionSummary = Awaited<ReturnType<typeof client.introductions.list>>['introductions'][number];
/** One introduction with its guide and times. */
export type IntroductionDetails = Awaited<ReturnType<typeof client.introductions.get>>;

/** Whom a hello is for. */
export interface Greeted {
  id: string;
  name: string;
}
