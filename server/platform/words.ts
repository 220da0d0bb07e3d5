import { type I18n, setupI18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { Language } from '#contract/common.ts';

/** ICU messages by key; the German ones stand beside, under the same keys. */
export type Catalogue = Readonly<Record<string, string>>;

type Value = string | number;

/** Names of what a message takes; of one that chooses by plural or select they are not read. */
type Placeholder<Text extends string> = Text extends `${string}, ${'plural' | 'select'},${string}`
  ? string
  : Text extends `${string}{${infer Name}}${infer More}`
    ? Name | Placeholder<More>
    : never;

type Given<Text extends string> = [Placeholder<Text>] extends [never]
  ? []
  : [values: Readonly<Record<Placeholder<Text>, Value>>];

/** One message of a catalogue in words: `t('hello.subject')`, `t('hello.from', { name })`. */
type Translate<C extends Catalogue> = <K extends keyof C & string>(key: K, ...values: Given<C[K]>) => string;

// Lingui reads escapes and marks of its own in what it has put together.
const heldBack = (value: Value): Value =>
  typeof value === 'string' ? value.replaceAll(/[\\%]/g, (sign) => `\\x${sign.charCodeAt(0).toString(16)}`) : value;

function translateWith(i18n: I18n, messages: Catalogue) {
  return (key: string, values: Readonly<Record<string, Value>> = {}): string => {
    // Compiled where it is first needed, then kept.
    if (!i18n.messages[key]) i18n.load(i18n.locale, { [key]: compileMessage(messages[key] ?? key) });
    return i18n._(key, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, heldBack(value)])));
  };
}

/** The words of a catalogue by language; values come out as they went in. */
export function createWords<C extends Catalogue>(
  en: C,
  de: Readonly<Record<keyof C, string>>,
): (language: Language) => Translate<C> {
  const inLanguage = (language: Language, messages: Catalogue): Translate<C> =>
    translateWith(setupI18n({ locale: language, messages: { [language]: {} } }), messages);
  const words = { en: inLanguage('en', en), de: inLanguage('de', de) };
  return (language) => words[language];
}

/** Whether a catalogue has a message of that name. */
export const isKeyOf = <C extends Catalogue>(messages: C, key: string): key is keyof C & string =>
  Object.hasOwn(messages, key);

/** How days, hours and lists are written in a language. */
export const localeOf = (language: Language): string => ({ en: 'en-GB', de: 'de' })[language];

/** 'Ana, Ben and Cleo'. */
export const listWords = (language: Language, words: readonly string[]): string =>
  new Intl.ListFormat(localeOf(language), { type: 'conjunction' }).format(words);
