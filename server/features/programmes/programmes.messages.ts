import type { Language } from '#contract/common.ts';
import type { Message } from '#server/ports/channel.ts';

interface About {
  /** Who hosts it and chose its name: a host, else the organisation. */
  from: string;
  name: string;
  url: string;
}

const day = (language: Language, on: string): string =>
  new Intl.DateTimeFormat(language === 'de' ? 'de' : 'en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${on}T00:00:00Z`));

/** Two days ahead: what comes, and one press to sit it out. */
export function reminder(language: Language, of: About & { on: string; skipUrl: string }): Message {
  return language === 'de'
    ? {
        subject: `${of.from}: „${of.name}“ am ${day('de', of.on)}`,
        lines: [
          `Am ${day('de', of.on)}, lernst du bei „${of.name}“ von ${of.from} jemanden kennen.`,
          `Wenn du magst, wünsch dir etwas dafür: ${of.url}`,
          'Passt es diesmal nicht? Ein Klick genügt, und niemand erfährt davon.',
        ],
        button: { label: 'Diesmal aussetzen', url: of.skipUrl },
      }
    : {
        subject: `${of.from}: “${of.name}” on ${day('en', of.on)}`,
        lines: [
          `On ${day('en', of.on)} you’ll meet someone through “${of.name}”, hosted by ${of.from}.`,
          `If you like, make a wish for it: ${of.url}`,
          'Not this time? One click is enough, and nobody will know.',
        ],
        button: { label: 'Sit this one out', url: of.skipUrl },
      };
}

/** No place in this round: said at once, with another way. */
export function unplaced(language: Language, of: About): Message {
  return language === 'de'
    ? {
        subject: `${of.from}: „${of.name}“, diesmal ohne Platz`,
        lines: [
          `${of.from}: „${of.name}“. Es ging diesmal nicht auf, und für dich ist kein Platz geblieben. Das liegt nicht an dir.`,
          'Beim nächsten Mal bist du zuerst an der Reihe. Wenn du nicht warten magst: Lass dich jemandem vorstellen.',
        ],
        button: { label: 'Stell mir jemanden vor', url: of.url },
      }
    : {
        subject: `${of.from}: “${of.name}”, no place this time`,
        lines: [
          `${of.from}: “${of.name}”. The numbers did not work out this time, and there was no place left for you. It’s not about you.`,
          'Next time you go first. If you would rather not wait, ask to be introduced to someone.',
        ],
        button: { label: 'Introduce me to someone', url: of.url },
      };
}

/** The one template that invites to a programme: who hosts it, and the day of its next round where one is set. */
export function invitation(language: Language, of: About & { on: string | null; neverUrl: string }): Message {
  return language === 'de'
    ? {
        subject: `${of.from}: „${of.name}“. Magst du mitmachen?`,
        lines: [
          `${of.from} lädt dich ein: „${of.name}“${of.on ? `, das nächste Mal am ${day('de', of.on)}` : ''}. Du kannst dabei sein; niemand sieht, wer nicht mitmacht.`,
          `Keine solchen Einladungen mehr: ${of.neverUrl}`,
        ],
        button: { label: 'Ansehen', url: of.url },
      }
    : {
        subject: `${of.from}: “${of.name}”. Would you like to take part?`,
        lines: [
          `${of.from} invites you: “${of.name}”${of.on ? `, next on ${day('en', of.on)}` : ''}. You are welcome to join; nobody sees who does not.`,
          `No more invitations like this: ${of.neverUrl}`,
        ],
        button: { label: 'Have a look', url: of.url },
      };
}

/** A colleague thinks that this person would be a good host. */
export function hostInvitation(language: Language, of: About & { neverUrl: string }): Message {
  return language === 'de'
    ? {
        subject: 'Magst du das nächste Programm ausrichten?',
        lines: [
          `${of.from}: „${of.name}“. Jemand dort kann sich gut vorstellen, dass du das nächste Programm ausrichtest. Die Formate sind fertig; es dauert zwei Minuten.`,
          `Keine solchen Einladungen mehr: ${of.neverUrl}`,
        ],
        button: { label: 'Formate ansehen', url: of.url },
      }
    : {
        subject: 'Would you like to host the next one?',
        lines: [
          `${of.from}: “${of.name}”. A colleague there thinks you would make a good host. The formats are ready to run; it takes two minutes.`,
          `No more invitations like this: ${of.neverUrl}`,
        ],
        button: { label: 'See the formats', url: of.url },
      };
}
