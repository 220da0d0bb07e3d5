import type { AccessDoor } from '#server/features/access/access.ts';
import type { IntroductionsDoor } from '#server/features/introductions/introductions.ts';
import type { People } from '#server/features/people/people.ts';
import type { ProgrammesDoor } from '#server/features/programmes/programmes.ts';
import type { AppContext } from '#server/platform/app-context.ts';

/** What the sample organisation needs from others. */
export interface SampleDeps extends Pick<AppContext, 'db' | 'clock' | 'sample'> {
  access: Pick<AccessDoor, 'enterAs' | 'limit' | 'roles' | 'give' | 'confirm' | 'entry'>;
  people: Pick<People, 'cards'>;
  introductions: Pick<IntroductionsDoor, 'answerHello'>;
  programmes: Pick<ProgrammesDoor, 'sendNow' | 'refreshFigures'>;
  /** The owner's address of the sample's own database; absent in a real organisation. */
  ownerUrl: string | undefined;
}
