import { intention, type Language } from '#contract/common.ts';
import type { Common } from '#contract/introductions.ts';
import { createWords, listWords } from '#server/platform/words.ts';
import type { WhyFacts } from './why.rules.ts';
import { de } from './why.words.de.ts';
import { en } from './why.words.ts';

const words = createWords(en, de);

/** What people share, as they read it: languages are stored as codes. */
export function commonWords({ kind, text }: Pick<Common, 'kind' | 'text'>, language: Language): string {
  if (kind !== 'language' || !/^[a-z]{2,3}$/.test(text)) return text;
  return new Intl.DisplayNames([language], { type: 'language', fallback: 'code' }).of(text) ?? text;
}

function intentionWords(text: string, language: Language): string {
  const known = intention.options.find((each) => each === text);
  return known ? words(language)(`why.intention-${known}`) : text;
}

function leadSentence(language: Language, { code, text }: NonNullable<WhyFacts['lead']>, isPair: boolean): string {
  const t = words(language);
  if (code !== 'shared-intention') return t(`why.lead-${code}`, { text });
  return t(isPair ? 'why.hope-both' : 'why.hope-some', { intention: intentionWords(text, language) });
}

/** What they share and where the other works, as far as either is known. */
function settingSentence(language: Language, { common, place, isPair }: WhyFacts): string | null {
  const t = words(language);
  const shared = listWords(
    language,
    common.slice(0, 2).map((each) => commonWords(each, language)),
  );
  const where = place && (place.site ? t('why.unit-at-site', { unit: place.unit, site: place.site }) : place.unit);
  if (shared && place && where) return t('why.share-and-place', { common: shared, name: place.name, place: where });
  if (shared) return t(isPair ? 'why.share-both' : 'why.share-some', { common: shared });
  return place && where ? t('why.place', { name: place.name, place: where }) : null;
}

/** One warm sentence, two where there is a stronger reason than what they share. */
export function whySentence(language: Language, facts: WhyFacts): string {
  const t = words(language);
  const { lead, units, isPair } = facts;
  const setting = settingSentence(language, facts);
  const parts = [...(lead ? [leadSentence(language, lead, isPair)] : []), ...(setting ? [setting] : [])];
  if (!isPair && units && parts.length < 2) parts.push(t('why.units', { one: units[0], other: units[1] }));
  if (parts.length === 0) parts.push(t(facts.hasMet ? 'why.met' : isPair ? 'why.never-both' : 'why.never-some'));
  return parts.join(' ');
}

/** Up to three words that say the same at a glance. */
export function whyChips(language: Language, facts: WhyFacts): string[] {
  const { lead, common, units } = facts;
  const chips = [
    ...(lead && lead.code !== 'shared-intention' ? [lead.text] : []),
    ...common.map((each) => commonWords(each, language)),
    ...(!facts.isPair && units ? [units.join(' + ')] : []),
    ...(facts.hasMet ? [] : [words(language)('why.first-meeting')]),
  ];
  return [...new Set(chips)].slice(0, 3);
}
