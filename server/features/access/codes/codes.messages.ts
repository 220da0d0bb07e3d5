import type { Language } from '#contract/common.ts';
import type { Message } from '#server/ports/channel.ts';

/** Somebody at the server itself made a code for this person. */
export function consoleCodeMessage(language: Language): Message {
  return language === 'de'
    ? {
        language,
        subject: 'Am Server wurde ein Anmeldecode für dich erstellt',
        lines: [
          'Wer den Server betreibt, hat dort einen Code erstellt, mit dem man sich in deinem Namen anmelden kann. Er gilt zehn Minuten lang.',
          'Hast du darum gebeten, ist alles gut. Wenn nicht, frag nach: Es steht in deinem Protokoll und in dem des Betriebsrats. In den Einstellungen siehst du, wo du angemeldet bist, und kannst jede Sitzung beenden, die du nicht kennst.',
        ],
      }
    : {
        language,
        subject: 'A sign-in code for you was made at the server',
        lines: [
          'Whoever runs the server made a code there that can be used to sign in as you. It is valid for ten minutes.',
          'If you asked for it, all is well. If not, ask them: it is in your log and in the works council’s. In your settings you can see where you are signed in, and end any session you do not recognise.',
        ],
      };
}
