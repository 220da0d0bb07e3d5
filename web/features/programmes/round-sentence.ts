import type { RoundFigures, Rule } from '#contract/programmes.ts';
import { formatLongDay } from '#web/platform/dates.ts';
import { useTranslation } from '#web/platform/words.ts';
import { en } from './hosting.words.ts';

/** A blurred count in words: "about 40", else what a missing one means there. */
export function useAbout(none: 'hosting.fewer' | 'hosting.few'): (count: number | null) => string {
  const t = useTranslation(en);
  return (count) => (count === null ? t(none) : t('hosting.about', { count }));
}

/** A round in two sentences: about how many, how many stay inside a unit, and since when that stands. */
export function useRoundSentence(): (figures: RoundFigures, rule: Rule) => string {
  const t = useTranslation(en);
  return ({ people, withoutPlace, sameUnitPairs, asOf }, rule) => {
    const sentences = [
      people === null ? t('hosting.people-few') : t('hosting.people', { count: people }),
      ...(withoutPlace === null ? [] : [t('hosting.left-out', { count: withoutPlace })]),
      // Where the own team is preferred, staying inside is no shortcoming.
      ...(rule === 'within'
        ? []
        : [sameUnitPairs === null ? t('hosting.inside-few') : t('hosting.inside', { count: sameUnitPairs })]),
      t('hosting.as-of', { day: formatLongDay(asOf) }),
    ];
    return sentences.join(' ');
  };
}
