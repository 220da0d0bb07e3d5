import type { Boundaries } from '#server/features/boundaries/boundaries.ts';
import type { IntroductionsDoor } from '#server/features/introductions/introductions.ts';
import type { People } from '#server/features/people/people.ts';
import type { AppContext } from '#server/platform/app-context.ts';

/** What the week needs from others. */
export interface WeekDeps extends Pick<AppContext, 'db' | 'clock' | 'secrets'> {
  people: Pick<People, 'cards' | 'tiesOf'>;
  boundaries: Pick<Boundaries, 'reachable'>;
  introductions: Pick<IntroductionsDoor, 'momentsOf' | 'saidOf' | 'approachedBy'>;
}
