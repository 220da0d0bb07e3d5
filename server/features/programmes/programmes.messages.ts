import type { Language } from '#contract/common.ts';
import { createWords, localeOf } from '#server/platform/words.ts';
import type { Message } from '#server/ports/channel.ts';
import { de } from './programmes.words.de.ts';
import { en } from './programmes.words.ts';

const words = createWords(en, de);

interface About {
  /** Who hosts it and chose its name: a host, else the organisation. */
  from: string;
  name: string;
  url: string;
}

const dayWords = (language: Language, on: string): string =>
  new Intl.DateTimeFormat(localeOf(language), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${on}T00:00:00Z`));

/** Two days ahead: what comes, and one press to sit it out. */
export function reminder(
  language: Language,
  { from, name, url, on, skipUrl }: About & { on: string; skipUrl: string },
): Message {
  const t = words(language);
  const day = dayWords(language, on);
  return {
    subject: t('programmes.reminder-subject', { from, name, day }),
    lines: [
      t('programmes.reminder', { day, name, from }),
      t('programmes.reminder-wish', { url }),
      t('programmes.reminder-free'),
    ],
    button: { label: t('programmes.reminder-skip'), url: skipUrl },
  };
}

/** No place in this round: said at once, with another way. */
export function unplaced(language: Language, { from, name, url }: About): Message {
  const t = words(language);
  return {
    subject: t('programmes.unplaced-subject', { from, name }),
    lines: [t('programmes.unplaced', { from, name }), t('programmes.unplaced-next')],
    button: { label: t('programmes.unplaced-request'), url },
  };
}

/** The one template that invites to a programme: who hosts it, and the day of its next round where one is set. */
export function programmeInvitation(
  language: Language,
  { from, name, url, on, neverUrl }: About & { on: string | null; neverUrl: string },
): Message {
  const t = words(language);
  return {
    subject: t('programmes.invitation-subject', { from, name }),
    lines: [
      on
        ? t('programmes.invitation-on', { from, name, day: dayWords(language, on) })
        : t('programmes.invitation', { from, name }),
      t('programmes.never-invite', { url: neverUrl }),
    ],
    button: { label: t('programmes.invitation-open'), url },
  };
}

/** A colleague thinks that this person would be a good host. */
export function hostInvitation(
  language: Language,
  { from, name, url, neverUrl }: About & { neverUrl: string },
): Message {
  const t = words(language);
  return {
    subject: t('programmes.host-subject'),
    lines: [t('programmes.host', { from, name }), t('programmes.never-invite', { url: neverUrl })],
    button: { label: t('programmes.host-open'), url },
  };
}
