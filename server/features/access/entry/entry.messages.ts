import type { Language } from '#contract/common.ts';
import type { Message } from '#server/ports/channel.ts';

/** The one templated invitation: the organisation's name and a way in, nothing else. */
export function invitation(language: Language, workspace: string, url: string): Message {
  if (language === 'de') {
    return {
      subject: `Einladung zu Loam bei ${workspace}`,
      lines: [
        `${workspace} nutzt Loam, damit Kolleginnen und Kollegen einander kennenlernen: freiwillig, in kleinen Schritten, ohne Bewertung.`,
        'Du wirst nirgends angemeldet, solange du nicht selbst eintrittst. Niemand sieht, wer nicht mitmacht.',
      ],
      button: { label: 'Ansehen', url },
    };
  }
  return {
    subject: `An invitation to Loam at ${workspace}`,
    lines: [
      `${workspace} uses Loam so that colleagues get to know each other: by choice, in small steps, without scores.`,
      'You are part of nothing until you enter yourself. Nobody sees who does not join.',
    ],
    button: { label: 'Have a look', url },
  };
}
