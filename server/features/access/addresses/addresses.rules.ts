import type { ReleaseNeeds } from '#contract/addresses.ts';

const DAY = 86_400_000;
/** The second mail goes so long after the first. */
export const TELL_AGAIN_AFTER = 2 * DAY;
/** Two people may release a change so long after the first mail, and not before the second. */
const RELEASE_AFTER = 3 * DAY;
/** An address that was refused is not asked for again by an import for so long. */
export const REFUSED_FOR = 90 * DAY;

/** What is known of a change when it is to be released. */
export interface Release {
  personId: string;
  askedAt: Date;
  toldFirst: Date | null;
  toldAgain: Date | null;
  releaseBy: string | null;
  releaseWith: string | null;
}

/** Somebody who may take part in a release. */
export interface Releaser {
  personId: string;
  isSteward: boolean;
  /** When they first signed in; null for whoever never did, or is not here. */
  knownSince: Date | null;
}

/** From when on two people may release a change; null while the first mail has not left. */
export const releasableFrom = ({ toldFirst }: Pick<Release, 'toldFirst'>): Date | null =>
  toldFirst && new Date(toldFirst.getTime() + RELEASE_AFTER);

/** What a release waits for. */
export function needsOf(change: Release, now: Date): ReleaseNeeds {
  const from = releasableFrom(change);
  if (!from || !change.toldAgain) return 'mail';
  if (now < from) return 'days';
  return change.releaseBy ? 'colleague' : 'request';
}

const knewBefore = ({ personId, knownSince }: Releaser, change: Release): boolean =>
  personId !== change.personId && knownSince !== null && knownSince < change.askedAt;

/** Why a steward and a colleague may not release a change, if they may not. */
export function whyNotRelease(
  change: Release,
  steward: Releaser,
  colleague: Releaser,
  now: Date,
): 'addresses.too-early' | 'addresses.not-these-two' | undefined {
  if (['mail', 'days'].includes(needsOf(change, now))) return 'addresses.too-early';
  const areTwo = steward.personId !== colleague.personId && steward.isSteward && !colleague.isSteward;
  const fit = areTwo && knewBefore(steward, change) && knewBefore(colleague, change);
  return fit ? undefined : 'addresses.not-these-two';
}
