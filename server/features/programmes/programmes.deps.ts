import type { Programme } from '#contract/programmes.ts';
import type { Boundaries } from '#server/features/boundaries/boundaries.ts';
import type { Delivery } from '#server/features/delivery/delivery.ts';
import type { IntroductionsDoor } from '#server/features/introductions/introductions.ts';
import type { LogDoor } from '#server/features/log/log.ts';
import type { People } from '#server/features/people/people.ts';
import type { Who } from '#server/platform/access-guard.ts';
import type { Scope } from '#server/platform/database.ts';
import type * as rows from './programmes.queries.ts';
import type { Parts as RoundParts } from './rounds/draw-round.ts';

/** What programmes need from others. */
export interface ProgrammesDeps extends RoundParts {
  people: Pick<People, 'cards'>;
  log: LogDoor;
  delivery: Delivery;
  introductions: RoundParts['introductions'] & Pick<IntroductionsDoor, 'answersOf' | 'leaveProgramme'>;
  boundaries: Boundaries;
  /** The address of a page on which one press, without a session, does one reversible thing. */
  pressUrl(of: { workspaceId: string; personId: string; kind: 'skip' | 'never-invite'; aboutId: string }): string;
}

export type Caller = NonNullable<Awaited<ReturnType<typeof rows.selectCaller>>>;

/** What each part of this feature needs to look one programme up as the caller sees it. */
export interface Lookup {
  /** The programme as the caller may see it, else 'not-found'. A link's word opens what is behind it. */
  found(scope: Scope, who: Who, id: string, token?: string): Promise<{ row: rows.ProgrammeRow; caller: Caller }>;
  /** The same for whoever hosts it or is a steward. */
  hosted(scope: Scope, who: Who, id: string): Promise<{ row: rows.ProgrammeRow; caller: Caller }>;
  shaped(row: rows.ProgrammeRow, caller: Caller): Programme;
  /** The word of a programme's link. */
  tokenOf(workspaceId: string, row: Pick<rows.ProgrammeRow, 'programme_id' | 'link_version'>): string;
}
