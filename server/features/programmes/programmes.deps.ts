import type { Boundaries } from '#server/features/boundaries/boundaries.ts';
import type { Delivery } from '#server/features/delivery/delivery.ts';
import type { IntroductionsDoor } from '#server/features/introductions/introductions.ts';
import type { LogDoor } from '#server/features/log/log.ts';
import type { People } from '#server/features/people/people.ts';
import type { AppContext } from '#server/platform/app-context.ts';
import type { Log } from '#server/platform/log.ts';

type ProgrammesIntroductions = Pick<
  IntroductionsDoor,
  'publish' | 'historyOf' | 'runningOf' | 'joinGroup' | 'answersOf' | 'leaveProgramme'
>;

/** What programmes need from others. */
export interface ProgrammesDeps extends Pick<AppContext, 'db' | 'clock' | 'secrets' | 'newId' | 'baseUrl'> {
  /** Notes a programme that failed; the others go on. */
  logger: Pick<Log, 'error'>;
  log: Pick<LogDoor, 'write'>;
  people: Pick<People, 'cards'>;
  delivery: Pick<Delivery, 'tell'>;
  boundaries: Pick<Boundaries, 'holdStill' | 'holdForChange' | 'reachable'>;
  introductions: ProgrammesIntroductions;
  /** The address of a page on which one press, without a session, does one reversible thing. */
  pressUrl(press: { workspaceId: string; personId: string; kind: 'skip' | 'never-invite'; aboutId: string }): string;
}
