import type { RoundCertificate, Rule } from '#contract/programmes.ts';
import { useWords } from '#web/platform/words.ts';
import { en } from './hosting.words.ts';

/** A round in one or two sentences: how many, who has a place, who meets again, who stays inside a unit. */
export function useRoundSentence(): (certificate: RoundCertificate, rule: Rule) => string {
  const t = useWords(en);
  const withLeast = (what: string, count: number, least: number): string =>
    count === least ? t('hosting.fewest', { what }) : t('hosting.at-least', { what, least });
  const inside = ({ sameUnitPairs, sameUnitUnavoidable, crowdedUnit, people }: RoundCertificate): string => {
    if (sameUnitPairs === 0) return t('hosting.no-inside');
    if (crowdedUnit && sameUnitPairs === sameUnitUnavoidable) {
      return t('hosting.inside-crowded', {
        count: sameUnitPairs,
        unit: crowdedUnit.name,
        crowd: crowdedUnit.people,
        people,
      });
    }
    return `${withLeast(t('hosting.inside', { count: sameUnitPairs }), sameUnitPairs, sameUnitUnavoidable)}.`;
  };
  return (certificate, rule) => {
    const { people, placed, repeats, repeatsUnavoidable } = certificate;
    const first = t('hosting.summary', {
      people: t('hosting.people', { count: people }),
      placed: placed === people ? t('hosting.all-placed') : t('hosting.left-out', { count: people - placed }),
      repeats: repeats
        ? withLeast(t('hosting.repeats', { count: repeats }), repeats, repeatsUnavoidable)
        : t('hosting.no-repeats'),
    });
    // Where the own team is preferred, staying inside is no shortcoming.
    return rule === 'within' ? first : `${first} ${inside(certificate)}`;
  };
}
