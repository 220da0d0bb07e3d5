import type { Limits } from '#contract/boundaries.ts';
import type { Scope } from '#server/platform/database.ts';
import { bindVerbs } from '#server/platform/verbs.ts';
import type { BoundariesDeps } from './boundaries.deps.ts';
import * as verbs from './boundaries.verbs.ts';

/** A person's own limits, obeyed everywhere. */
export interface Boundaries {
  /** The caller's own limits. */
  mine(who: verbs.Ids): Promise<Limits>;
  /** Changes the caller's limits; a pause ends the introductions under way. */
  change(who: verbs.Ids, change: verbs.LimitsChange): Promise<void>;
  /** Whether invitations are off, after a link from a mail changed it; it takes back only what it did itself, for a week. */
  neverInviteByLink(who: verbs.Ids, link: string, change: boolean | null): Promise<verbs.NeverInvite>;
  /** Whom the caller blocked. */
  blocks(who: verbs.Ids): ReturnType<typeof verbs.listBlocks>;
  /** Blocks somebody: silent, symmetric, total. Fails with `boundaries.yourself`, `not-found`. */
  block(who: verbs.Ids, personId: string): Promise<void>;
  /** Lifts the caller's own block; the other's, if any, stays. */
  unblock(who: verbs.Ids, personId: string): Promise<void>;
  /** Lets no limit of the workspace change until this transaction ends. */
  holdStill(scope: Pick<Scope, 'db' | 'workspaceId'>): Promise<void>;
  /** Lets no round be published until this transaction ends. */
  holdForChange(scope: Scope): Promise<void>;
  /** Those of `ids` whom the caller may greet on `today` ('YYYY-MM-DD'). */
  openTo(scope: Scope, ids: readonly string[], today: string): Promise<Set<string>>;
  /** Those of `ids` who are here for the caller on a day (today where none is given): active, not paused, no block between the two. */
  reachable(scope: Scope, ids: readonly string[], day?: string): Promise<Set<string>>;
}

export const createBoundaries = (deps: BoundariesDeps): Boundaries =>
  bindVerbs(deps, {
    mine: verbs.getLimits,
    change: verbs.changeLimits,
    neverInviteByLink: verbs.neverInviteByLink,
    blocks: verbs.listBlocks,
    block: verbs.blockPerson,
    unblock: verbs.unblockPerson,
    holdStill: verbs.holdLimitsStill,
    holdForChange: verbs.holdLimitsForChange,
    openTo: verbs.whoIsOpen,
    reachable: verbs.whoIsReachable,
  });
