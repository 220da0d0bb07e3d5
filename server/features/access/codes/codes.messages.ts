import type { Language } from '#contract/common.ts';
import { createWords } from '#server/platform/words.ts';
import type { Message } from '#server/ports/channel.ts';
import { de } from './codes.words.de.ts';
import { en } from './codes.words.ts';

const words = createWords(en, de);

/** Somebody at the server itself made a code for this person. */
export function consoleCodeMessage(language: Language): Message {
  const t = words(language);
  return { language, subject: t('codes.console-subject'), lines: [t('codes.console'), t('codes.console-ask')] };
}
