import type { Language } from '#contract/common.ts';
import type { Message } from '#server/ports/channel.ts';

export interface MailNews {
  what: 'proposed' | 'changed';
  /** Hosts; null where the settings of the server itself hold. */
  before: string | null;
  after: string | null;
  url: string;
}

const HOST = { en: 'the server’s own settings', de: 'die Einstellungen des Servers selbst' };

/** What stewards and the works council read when the mail settings are about to change, or did. */
export function mailNews(language: Language, { what, before, after, url }: MailNews): Message {
  const from = before ?? HOST[language];
  const to = after ?? HOST[language];
  if (language === 'de') {
    return {
      language,
      subject:
        what === 'proposed' ? 'E-Mails sollen anders verschickt werden' : 'E-Mails werden jetzt anders verschickt',
      lines: [
        what === 'proposed'
          ? 'Jemand aus dem Kreis der Verantwortlichen möchte ändern, wie Loam E-Mails verschickt. Die Änderung wartet auf eine zweite verantwortliche Person oder auf einen Code von der Konsole des Servers.'
          : 'Loam verschickt E-Mails jetzt anders. Diese Nachricht kommt noch auf dem bisherigen Weg.',
        `Bisher: ${from}. ${what === 'proposed' ? 'Vorgeschlagen' : 'Jetzt'}: ${to}.`,
        'Auf diesem Weg gehen auch die Codes zum Anmelden hinaus. Wenn dich das überrascht, sieh im Protokoll nach und sprich mit den Verantwortlichen.',
      ],
      button: { label: 'Ansehen', url },
    };
  }
  return {
    language,
    subject: what === 'proposed' ? 'Email is about to be sent another way' : 'Email is now sent another way',
    lines: [
      what === 'proposed'
        ? 'A steward wants to change how Loam sends email. The change waits for a second steward, or for a code from the server’s console.'
        : 'How Loam sends email has changed. This message still came the old way.',
      `Before: ${from}. ${what === 'proposed' ? 'Proposed' : 'Now'}: ${to}.`,
      'Sign-in codes go out this way too. If this surprises you, look at the log and talk to the stewards.',
    ],
    button: { label: 'Have a look', url },
  };
}
