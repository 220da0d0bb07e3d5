import type { Language } from '#contract/common.ts';
import type { Message } from '#server/ports/channel.ts';

/** The code somebody types to sign in. */
export function codeMessage(code: string, language: Language): Message {
  const spaced = `${code.slice(0, 3)} ${code.slice(3)}`;
  return language === 'de'
    ? {
        subject: `Dein Code: ${spaced}`,
        lines: [
          `Gib diesen Code dort ein, wo du ihn angefordert hast: ${spaced}`,
          'Er gilt zehn Minuten lang und nur in jenem Browser. Hast du keinen Code angefordert? Dann kannst du diese Nachricht vergessen; niemand kommt damit allein hinein.',
        ],
      }
    : {
        subject: `Your code: ${spaced}`,
        lines: [
          `Type this code where you asked for it: ${spaced}`,
          'It works for ten minutes and only in that browser. You did not ask for a code? Then forget this message; nobody gets in with it alone.',
        ],
      };
}

/** A first mail, to see that mail arrives. */
export function testMessage(language: Language): Message {
  return language === 'de'
    ? {
        subject: 'Die Post kommt an',
        lines: ['Dies ist die Probe, um die du gebeten hast. Loam kann von hier aus Nachrichten senden.'],
      }
    : { subject: 'Your mail works', lines: ['This is the test you asked for. Loam can send messages from here.'] };
}

/** Why a message came, in small print below it. */
export function footerOf(organisation: string, language: Language): string[] {
  return language === 'de'
    ? [
        `Du bekommst diese Nachricht, weil du im Verzeichnis von ${organisation} stehst.`,
        'Post von Loam mit einem Klick abstellen:',
      ]
    : [
        `You get this message because you are in the directory of ${organisation}.`,
        'Turn off mail from Loam with one click:',
      ];
}
