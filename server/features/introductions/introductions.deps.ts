import type { Boundaries } from '#server/features/boundaries/boundaries.ts';
import type { Delivery } from '#server/features/delivery/delivery.ts';
import type { People } from '#server/features/people/people.ts';
import type { AppContext } from '#server/platform/app-context.ts';
import type { Scope } from '#server/platform/database.ts';

/** Who is left alone in a round, or asked for somebody else, and from when on they may be placed again. */
export interface LeftBehind {
  programmeId: string;
  roundOn: string;
  waiting: { personId: string; dueAt: Date }[];
  /** Who sat together and shall not again in this round. */
  avoid: string[];
}

/** What introductions need from others. */
export interface IntroductionsDeps extends Pick<AppContext, 'db' | 'clock' | 'secrets' | 'newId' | 'baseUrl'> {
  people: Pick<People, 'cards'>;
  boundaries: Pick<Boundaries, 'reachable' | 'openTo' | 'holdStill' | 'neverInviteByLink'>;
  delivery: Pick<Delivery, 'tell'>;
  /** Somebody is left alone in a round, or asked for somebody else, in the transaction of whoever left. */
  whenLeft(scope: Scope, left: LeftBehind): Promise<void>;
  /** Whether somebody sits out the next round of a programme, after changing it where told; null where there is none. */
  skip(
    link: { workspaceId: string; personId: string; aboutId: string; at: Date },
    isSkipping: boolean | null,
  ): Promise<boolean | null>;
}
