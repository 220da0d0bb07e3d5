import type { Language } from '#contract/common.ts';
import { spokenName } from '#server/features/people/people.ts';
import { isolated, onOneLine } from '#server/platform/plain-text.ts';
import { createWords } from '#server/platform/words.ts';
import type { Message } from '#server/ports/channel.ts';
import { de } from './addresses.words.de.ts';
import { en } from './addresses.words.ts';

const words = createWords(en, de);

export interface AskedChange {
  /** Who asked; null where they are gone. */
  askedBy: string | null;
  workspace: string;
  newEmail: string;
  url: string;
  isSecond: boolean;
}

/** To the old address: another one was proposed, and waits. */
export function changeAsked(language: Language, { newEmail: address, url, isSecond, ...asked }: AskedChange): Message {
  const t = words(language);
  const organisation = isolated(onOneLine(asked.workspace));
  return {
    language,
    subject: t(isSecond ? 'addresses.asked-again-subject' : 'addresses.asked-subject'),
    lines: [
      asked.askedBy === null
        ? t('addresses.asked-by-someone', { organisation, address })
        : t('addresses.asked', { name: spokenName(asked.askedBy), organisation, address }),
      t('addresses.asked-check'),
      t('addresses.asked-release'),
    ],
    button: { label: t('addresses.asked-open'), url },
  };
}

export interface DoneChange {
  oldEmail: string;
  newEmail: string;
  how: 'confirmed' | 'released';
  passkeys: readonly string[];
  url: string;
}

/** To both addresses: it has changed, and these passkeys still sign in. */
export function changeDone(language: Language, { oldEmail, newEmail, how, passkeys, url }: DoneChange): Message {
  const t = words(language);
  const list = passkeys.map((name) => `– ${isolated(onOneLine(name))}`).join('\n');
  return {
    language,
    subject: t('addresses.done-subject'),
    lines: [
      t(`addresses.done-${how}`, { new: newEmail, old: oldEmail }),
      t('addresses.done-sessions'),
      passkeys.length > 0 ? t('addresses.done-passkeys', { list }) : t('addresses.done-no-passkeys'),
    ],
    button: { label: t('addresses.done-open'), url },
  };
}
