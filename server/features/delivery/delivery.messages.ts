import type { Language } from '#contract/common.ts';
import { groupedCode } from '#contract/sign-in-code.ts';
import { isolated, onOneLine } from '#server/platform/plain-text.ts';
import { createWords } from '#server/platform/words.ts';
import type { Message } from '#server/ports/channel.ts';
import { de } from './delivery.words.de.ts';
import { en } from './delivery.words.ts';

const words = createWords(en, de);

/** The code somebody types to sign in. */
export function codeMessage(code: string, language: Language): Message {
  const t = words(language);
  const grouped = groupedCode(code);
  return {
    subject: t('delivery.code-subject', { code: grouped }),
    lines: [t('delivery.code', { code: grouped }), t('delivery.code-validity')],
  };
}

/** The longer code that ends a flood of asking. */
export function longCodeMessage(code: string, language: Language): Message {
  const t = words(language);
  const grouped = groupedCode(code);
  return {
    subject: t('delivery.long-code-subject', { code: grouped }),
    lines: [t('delivery.long-code', { code: grouped }), t('delivery.long-code-validity')],
  };
}

/** A first mail, to see that mail arrives. */
export function testMessage(language: Language, isFolder: boolean): Message {
  const t = words(language);
  return isFolder
    ? { subject: t('delivery.test-folder-subject'), lines: [t('delivery.test-folder')] }
    : { subject: t('delivery.test-subject'), lines: [t('delivery.test')] };
}

/** Why somebody gets a message. */
export type Because = 'directory' | 'invited' | 'sign-in' | 'roles' | 'code' | 'test';

/** Who sends a message and why it came, in small print below it. */
export const whyLine = (organisation: string, because: Because, language: Language): string =>
  words(language)(`delivery.why-${because}`, { organisation: isolated(onOneLine(organisation)) });

/** What leads out: the last line, before its link. */
export const stopLine = (language: Language): string => words(language)('delivery.stop');
