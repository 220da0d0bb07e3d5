import { i18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { useLingui } from '@lingui/react';
import { use, useCallback } from 'react';

export type Language = 'en' | 'de';
export type Catalogue = Readonly<Record<string, string>>;
export type Values = Readonly<Record<string, string | number>>;

const STORED = 'loam.language';

i18n.setMessagesCompiler(compileMessage);

/** The language people chose on this device, else the browser's. */
export function preferredLanguage(): Language {
  const stored = localStorage.getItem(STORED);
  if (stored === 'en' || stored === 'de') return stored;
  return navigator.language.startsWith('de') ? 'de' : 'en';
}

/** The German words: those of the first page, and every other catalogue by its name. */
interface German {
  first: Catalogue;
  named(name: string): Promise<Catalogue>;
}

let german: German | undefined;
const awaited = new Map<string, Promise<void>>();

/** Switches all words; German is loaded only where it is needed. */
export async function activateLanguage(language: Language, loadGerman: () => Promise<German>): Promise<void> {
  german = language === 'de' ? await loadGerman() : undefined;
  i18n.loadAndActivate({ locale: language, messages: { ...german?.first } });
  document.documentElement.lang = language;
}

/** Settles once a catalogue's German words are there; nothing where they are already. */
function wordsOf(english: Catalogue): Promise<void> | undefined {
  const [key = ''] = Object.keys(english);
  if (!german || key in i18n.messages) return undefined;
  // The first key of a catalogue begins with its name; a test sees to that.
  const name = key.split('.')[0] ?? '';
  const known = awaited.get(name);
  if (known) return known;
  const words = german.named(name).then((more) => i18n.load('de', { ...more }));
  awaited.set(name, words);
  // Offline for a moment: the next try asks again.
  words.catch(() => awaited.delete(name));
  return words;
}

/** Remembers the choice; the page then starts again in the new language. */
export function chooseLanguage(language: Language): void {
  localStorage.setItem(STORED, language);
  location.reload();
}

export const currentLanguage = (): Language => (i18n.locale === 'de' ? 'de' : 'en');

const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** A value as a sentence takes it: one written from right to left keeps to itself, so that nothing around it turns. */
export const isolated = (value: string | number): string | number =>
  typeof value === 'string' && RIGHT_TO_LEFT.test(value) ? `\u2068${value}\u2069` : value;

const isolatedValues = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, isolated(value)]));

/** Words of one feature: `t('week.title', { name })`, checked against its English catalogue. */
export function useTranslation<C extends Catalogue>(english: C): (key: keyof C & string, values?: Values) => string {
  const { i18n: active } = useLingui();
  const missing = wordsOf(english);
  if (missing) use(missing);
  return useCallback(
    (key, values) => active._(key, values ? isolatedValues(values) : {}, { message: english[key] ?? key }),
    [active, english],
  );
}
