import type { Language } from '#contract/common.ts';
import type { Common } from '#contract/introductions.ts';
import type { WhyFacts } from './why.rules.ts';

const INTENTIONS: Record<Language, Record<string, string>> = {
  en: { learn: 'to learn', 'be-understood': 'to be understood', explore: 'to explore', help: 'to help' },
  de: { learn: 'etwas lernen', 'be-understood': 'verstanden werden', explore: 'Neues entdecken', help: 'helfen' },
};

/** What people share, as they read it: languages are stored as codes. */
export function commonWords({ kind, text }: Pick<Common, 'kind' | 'text'>, language: Language): string {
  if (kind !== 'language' || !/^[a-z]{2,3}$/.test(text)) return text;
  return new Intl.DisplayNames([language], { type: 'language', fallback: 'code' }).of(text) ?? text;
}

/** 'Ana, Ben and Cleo'. */
export const listWords = (language: Language, words: readonly string[]): string =>
  new Intl.ListFormat(language === 'de' ? 'de' : 'en-GB', { type: 'conjunction' }).format(words);

interface Phrases {
  lead: Record<NonNullable<WhyFacts['lead']>['code'], (text: string, isPair: boolean) => string>;
  shareAndPlace(common: string, name: string, place: string): string;
  share(common: string, isPair: boolean): string;
  place(name: string, place: string): string;
  units(one: string, other: string): string;
  siteOf(unit: string, site: string): string;
  met: string;
  plain(isPair: boolean): string;
  first: string;
}

const PHRASES: Record<Language, Phrases> = {
  en: {
    lead: {
      wish: (text) => `One of you hoped to talk about ${text}.`,
      'ask-offer': (text) => `One of you would like to know more about ${text}, and one of you is glad to be asked.`,
      'shared-intention': (text, isPair) => `${isPair ? 'You both' : 'Some of you'} hope ${text}.`,
    },
    shareAndPlace: (common, name, place) => `You share ${common}; ${name} works in ${place}.`,
    share: (common, isPair) => (isPair ? `You share ${common}.` : `Some of you share ${common}.`),
    place: (name, place) => `${name} works in ${place}, you elsewhere: there is something to tell.`,
    units: (one, other) => `You bring ${one} and ${other} to one table.`,
    siteOf: (unit, site) => `${unit} in ${site}`,
    met: 'You know each other a little already. There is more to tell.',
    plain: (isPair) => `You ${isPair ? 'two ' : ''}have never been introduced. That is reason enough.`,
    first: 'a first meeting',
  },
  de: {
    lead: {
      wish: (text) => `Jemand von euch wollte über ${text} reden.`,
      'ask-offer': (text) => `Jemand von euch möchte mehr über ${text} wissen, und jemand wird gern danach gefragt.`,
      'shared-intention': (text, isPair) => `${isPair ? 'Ihr möchtet beide' : 'Einige von euch möchten'} ${text}.`,
    },
    shareAndPlace: (common, name, place) => `Euch verbindet ${common}; ${name} arbeitet im Bereich ${place}.`,
    share: (common, isPair) => (isPair ? `Euch verbindet ${common}.` : `Einige von euch verbindet ${common}.`),
    place: (name, place) => `${name} arbeitet im Bereich ${place}, du anderswo: Es gibt etwas zu erzählen.`,
    units: (one, other) => `Ihr bringt ${one} und ${other} an einen Tisch.`,
    siteOf: (unit, site) => `${unit} in ${site}`,
    met: 'Ihr kennt euch schon ein wenig. Es gibt noch mehr zu erzählen.',
    plain: () => 'Ihr seid einander nie vorgestellt worden. Das ist Grund genug.',
    first: 'ein erstes Treffen',
  },
};

/** One warm sentence, two where there is a stronger reason than what they share. */
export function whySentence(language: Language, facts: WhyFacts): string {
  const words = PHRASES[language];
  const { lead, common, place, units, isPair } = facts;
  const shared = listWords(
    language,
    common.slice(0, 2).map((each) => commonWords(each, language)),
  );
  const where = place && (place.site ? words.siteOf(place.unit, place.site) : place.unit);
  const parts: string[] = [];
  if (lead)
    parts.push(
      words.lead[lead.code](
        lead.code === 'shared-intention' ? (INTENTIONS[language][lead.text] ?? lead.text) : lead.text,
        isPair,
      ),
    );
  if (shared && place && where) parts.push(words.shareAndPlace(shared, place.name, where));
  else if (shared) parts.push(words.share(shared, isPair));
  else if (place && where) parts.push(words.place(place.name, where));
  if (!isPair && units && parts.length < 2) parts.push(words.units(units[0], units[1]));
  if (parts.length === 0) parts.push(facts.hasMet ? words.met : words.plain(isPair));
  return parts.join(' ');
}

/** Up to three words that say the same at a glance. */
export function whyChips(language: Language, facts: WhyFacts): string[] {
  const { lead, common, units } = facts;
  const chips = [
    ...(lead && lead.code !== 'shared-intention' ? [lead.text] : []),
    ...common.map((each) => commonWords(each, language)),
    ...(!facts.isPair && units ? [units.join(' + ')] : []),
    ...(facts.hasMet ? [] : [PHRASES[language].first]),
  ];
  return [...new Set(chips)].slice(0, 3);
}
