import type { Notice, Notices } from '#server/features/delivery/delivery.ts';
import type { IntroductionsDeps } from './introductions.deps.ts';
import * as words from './notices/compose-notice.ts';
import * as holds from './notices/still-wanted.ts';

/** What introductions tell people, by kind. */
export function introductionNotices(deps: IntroductionsDeps): Notices {
  const aboutIntroduction = (compose: words.Compose, alsoHolds?: holds.AlsoHolds): Notice => ({
    isStillWanted: (told) => holds.isIntroductionStillWanted(deps, told, alsoHolds),
    compose: (told) => words.composeAboutIntroduction(deps, told, compose),
  });
  return {
    hello: { isStillWanted: (told) => holds.isHelloStillWanted(deps, told) },
    introduction: aboutIntroduction(words.composeIntroduction),
    'round-introduction': aboutIntroduction(words.composeIntroduction),
    'introduction-time': aboutIntroduction(words.composeTime),
    'introduction-question': aboutIntroduction(words.composeQuestion),
    // Of one that goes on with fewer; where nobody is left it was told with its words.
    'introduction-ended': aboutIntroduction(words.composeFewer),
    'did-you-meet': aboutIntroduction(words.composeDidYouMeet, holds.isUnanswered),
    again: aboutIntroduction(words.composeAgain, holds.haveMet),
    'meeting-rhythm': aboutIntroduction(words.composeRhythm, holds.doesRhythmRun),
    'request-lapsed': { compose: (told) => words.composeLapsed(deps, told) },
  };
}
