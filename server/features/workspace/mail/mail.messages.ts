import type { Language } from '#contract/common.ts';
import { createWords } from '#server/platform/words.ts';
import type { Message } from '#server/ports/channel.ts';
import { de } from './mail.words.de.ts';
import { en } from './mail.words.ts';

const words = createWords(en, de);

export interface MailNews {
  what: 'proposed' | 'changed';
  /** Hosts; null where the settings of the server itself hold. */
  before: string | null;
  after: string | null;
  url: string;
}

/** What stewards and the works council read when the mail settings are about to change, or did. */
export function mailNews(language: Language, { what, url, ...ways }: MailNews): Message {
  const t = words(language);
  const before = ways.before ?? t('mail.own-settings');
  const after = ways.after ?? t('mail.own-settings');
  return {
    language,
    subject: t(`mail.subject-${what}`),
    lines: [t(`mail.news-${what}`), t(`mail.ways-${what}`, { before, after }), t('mail.codes-too')],
    button: { label: t('mail.open'), url },
  };
}
