import type { Language } from '#contract/common.ts';
import { spokenName } from '#server/features/people/people.ts';
import { isolated, onOneLine } from '#server/platform/plain-text.ts';
import type { Message } from '#server/ports/channel.ts';

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
  const [inviter, workspace] = [spokenName(names.inviter), isolated(onOneLine(names.workspace))];
  if (language === 'de') {
    return {
      language,
      subject: `Einladung zu Loam bei ${workspace}`,
      lines: [
        `${inviter} lädt dich ein. Loam hilft Kolleginnen und Kollegen bei ${workspace}, einander kennenzulernen: jede Woche ein paar Menschen, zu jedem ein kleiner erster Schritt, ohne Punkte und Noten.`,
        'Nichts beginnt ohne dich: Solange du dich nicht anmeldest, nimmst du an nichts teil, und niemand kann dir Hallo sagen, bevor du es erlaubst.',
        isByName
          ? 'Die Verantwortlichen sehen, ob du diese Einladung angenommen hast. Wenn du nicht möchtest, musst du nichts tun.'
          : 'Niemandem wird gezeigt, wer sich angemeldet hat und wer nicht. Wenn du nicht möchtest, musst du nichts tun.',
      ],
      button: { label: 'Ansehen', url },
    };
  }
  return {
    language,
    subject: `An invitation to Loam at ${workspace}`,
    lines: [
      `${inviter} invites you. Loam helps colleagues at ${workspace} get to know each other: a few people a week, one small first step towards each, and no scores.`,
      'Nothing starts without you: until you sign in you take part in nothing, and nobody can say hello to you before you allow it.',
      isByName
        ? 'Stewards can see whether you accepted this invitation. If you would rather not, there is nothing you need to do.'
        : 'Nobody is shown who has signed in and who has not. If you would rather not, there is nothing you need to do.',
    ],
    button: { label: 'Have a look', url },
  };
}
