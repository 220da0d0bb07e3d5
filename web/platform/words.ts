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

/** Words loaded from the server: those of the first page, and all others. */
interface Loaded {
  first(): Promise<Catalogue>;
  rest(): Promise<Catalogue>;
}

let loadRest: (() => Promise<Catalogue>) | undefined;
let rest: Promise<void> | undefined;

/** Switches all words; German is loaded only where it is needed. */
export async function speak(language: Language, german: Loaded): Promise<void> {
  const catalogue = language === 'de' ? await german.first() : {};
  loadRest = language === 'de' ? german.rest : undefined;
  i18n.loadAndActivate({ locale: language, messages: { ...catalogue } });
  document.documentElement.lang = language;
}

/** Settles once the words beyond the first page are there. */
function restOfWords(): Promise<void> | undefined {
  if (!rest && loadRest) {
    rest = loadRest().then((words) => i18n.load(i18n.locale, { ...words }));
    // Offline for a moment: the next try asks again.
    rest.catch(() => {
      rest = undefined;
    });
  }
  return rest;
}

/** Whether a catalogue's words wait for the rest. */
function isMissing(english: Catalogue): boolean {
  const [first] = Object.keys(english);
  return loadRest !== undefined && first !== undefined && !(first in i18n.messages);
}

/** Remembers the choice; the page then starts again in the new language. */
export function chooseLanguage(language: Language): void {
  localStorage.setItem(STORED, language);
  location.reload();
}

export const currentLanguage = (): Language => (i18n.locale === 'de' ? 'de' : 'en');

/** Words of one feature: `t('week.title', { name })`, checked against its English catalogue. */
export function useWords<C extends Catalogue>(english: C): (key: keyof C & string, values?: Values) => string {
  const { i18n: active } = useLingui();
  if (isMissing(english)) use(restOfWords() ?? Promise.resolve());
  return useCallback(
    (key, values) => active._(key, values ? { ...values } : {}, { message: english[key] ?? key }),
    [active, english],
  );
}
