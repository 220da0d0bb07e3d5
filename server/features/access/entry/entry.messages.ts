import type { Language } from '#contract/common.ts';
import { spokenName } from '#server/features/people/people.ts';
import { isolated, onOneLine } from '#server/platform/plain-text.ts';
import { createWords } from '#server/platform/words.ts';
import type { Message } from '#server/ports/channel.ts';
import { de } from './entry.words.de.ts';
import { en } from './entry.words.ts';

const words = createWords(en, de);

interface Inviting {
  inviter: string;
  workspace: string;
  language: Language;
  /** Whether a steward wrote this address down; stewards then see whether it was used. */
  isByName: boolean;
  url: string;
}

/** The one templated invitation: who invites, what Loam is, that nothing starts without them, and a way in. */
export function invitation({ language, isByName, url, ...names }: Inviting): Message {
  const t = words(language);
  const [inviter, organisation] = [spokenName(names.inviter), isolated(onOneLine(names.workspace))];
  return {
    language,
    subject: t('entry.invitation-subject', { organisation }),
    lines: [
      t('entry.invitation', { inviter, organisation }),
      t('entry.invitation-free'),
      t(isByName ? 'entry.invitation-by-name' : 'entry.invitation-by-link'),
    ],
    button: { label: t('entry.invitation-open'), url },
  };
}
