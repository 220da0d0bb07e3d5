import { i18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { useLingui } from '@lingui/react';
import { useCallback } from 'react';

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

/** Switches all words; `german` is loaded only where it is needed. */
export async function speak(language: Language, german: () => Promise<Catalogue>): Promise<void> {
  const catalogue = language === 'de' ? await german() : {};
  i18n.loadAndActivate({ locale: language, messages: { ...catalogue } });
  document.documentElement.lang = language;
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
  return useCallback(
    (key, values) => active._(key, values ? { ...values } : {}, { message: english[key] ?? key }),
    [active, english],
  );
}
