import type { Language } from '#contract/common.ts';
import type { Message } from '#server/ports/channel.ts';

interface About {
  name: string;
  url: string;
}

const day = (language: Language, on: string): string =>
  new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(`${on}T00:00:00Z`),
  );

/** Two days ahead: what comes, and one press to sit it out. */
export function reminder(language: Language, of: About & { on: string; skipUrl: string }): Message {
  return language === 'de'
    ? {
        subject: `${of.name}: am ${day('de', of.on)} geht es weiter`,
        lines: [
          `Am ${day('de', of.on)} lernst du bei „${of.name}“ wieder jemanden kennen.`,
          `Wenn du magst, wünsch dir etwas dafür: ${of.url}`,
          'Passt es diesmal nicht? Ein Klick genügt, und niemand erfährt davon.',
        ],
        button: { label: 'Diesmal aussetzen', url: of.skipUrl },
      }
    : {
        subject: `${of.name}: the next one is on ${day('en', of.on)}`,
        lines: [
          `On ${day('en', of.on)} you meet someone again in “${of.name}”.`,
          `If you like, make a wish for it: ${of.url}`,
          'Not this time? One press is enough, and nobody will know.',
        ],
        button: { label: 'Sit this one out', url: of.skipUrl },
      };
}

/** No place in this round: said at once, with another way. */
export function unplaced(language: Language, of: About): Message {
  return language === 'de'
    ? {
        subject: `${of.name}: diesmal ohne Platz`,
        lines: [
          `Bei „${of.name}“ ging es diesmal nicht auf, und für dich ist kein Platz geblieben. Das liegt nicht an dir.`,
          'Beim nächsten Mal bist du zuerst an der Reihe. Wenn du nicht warten magst: Lass dich jemandem vorstellen.',
        ],
        button: { label: 'Stell mir jemanden vor', url: of.url },
      }
    : {
        subject: `${of.name}: no place this time`,
        lines: [
          `The numbers in “${of.name}” did not work out this time, and no place was left for you. It is nothing about you.`,
          'Next time you go first. If you would rather not wait, let yourself be introduced to someone.',
        ],
        button: { label: 'Introduce me to someone', url: of.url },
      };
}

/** The one template that invites to a programme. */
export function invitation(language: Language, of: About & { neverUrl: string }): Message {
  return language === 'de'
    ? {
        subject: `Magst du mitmachen? ${of.name}`,
        lines: [
          `Es gibt „${of.name}“, und du kannst dabei sein. Wer nicht mitmacht, wird nirgends genannt.`,
          `Keine solchen Einladungen mehr: ${of.neverUrl}`,
        ],
        button: { label: 'Ansehen', url: of.url },
      }
    : {
        subject: `Would you like to take part? ${of.name}`,
        lines: [
          `There is “${of.name}”, and you can be part of it. Whoever does not join is named nowhere.`,
          `No more invitations like this: ${of.neverUrl}`,
        ],
        button: { label: 'Have a look', url: of.url },
      };
}

/** A colleague thinks that this person would be a good host. */
export function hostInvitation(language: Language, of: About & { neverUrl: string }): Message {
  return language === 'de'
    ? {
        subject: 'Magst du das Nächste ausrichten?',
        lines: [
          `Jemand, der „${of.name}“ ausrichtet, kann sich dich gut als Gastgeberin oder Gastgeber vorstellen. Ein fertiger Ablauf wartet; es dauert zwei Minuten.`,
          `Keine solchen Einladungen mehr: ${of.neverUrl}`,
        ],
        button: { label: 'Abläufe ansehen', url: of.url },
      }
    : {
        subject: 'Would you like to host the next one?',
        lines: [
          `Someone who hosts “${of.name}” can well imagine you as a host. A ready format is waiting; it takes two minutes.`,
          `No more invitations like this: ${of.neverUrl}`,
        ],
        button: { label: 'See the formats', url: of.url },
      };
}
