import type { Language } from '#contract/common.ts';
import { groupedCode } from '#contract/sign-in-code.ts';
import type { Message } from '#server/ports/channel.ts';

/** The code somebody types to sign in. */
export function codeMessage(code: string, language: Language): Message {
  const grouped = groupedCode(code);
  return language === 'de'
    ? {
        subject: `Dein Code: ${grouped}`,
        lines: [
          `Gib diesen Code dort ein, wo du ihn angefordert hast: ${grouped}`,
          'Er gilt zehn Minuten lang und nur in jenem Browser. Hast du keinen Code angefordert? Dann kannst du diese Nachricht vergessen; niemand kommt damit allein hinein.',
        ],
      }
    : {
        subject: `Your code: ${grouped}`,
        lines: [
          `Type this code where you asked for it: ${grouped}`,
          'It works for ten minutes and only in that browser. You did not ask for a code? Then forget this message; nobody gets in with it alone.',
        ],
      };
}

/** The longer code that ends a flood of asking. */
export function longCodeMessage(code: string, language: Language): Message {
  const grouped = groupedCode(code);
  return language === 'de'
    ? {
        subject: `Dein Code für diese Stunde: ${grouped}`,
        lines: [
          `Für deine Adresse wurden sehr viele Codes angefordert. Damit sich dein Postfach nicht füllt, bekommst du jetzt einen längeren, der eine Stunde lang gilt: ${grouped}`,
          'Er gilt ein Mal, in jedem Browser, in dem du auf der Anmeldeseite deine Adresse angibst. Bis er abläuft, kommen höchstens noch Codes für Browser, in denen du schon angemeldet warst. Gib ihn an niemanden weiter.',
        ],
      }
    : {
        subject: `Your code for this hour: ${grouped}`,
        lines: [
          `Very many codes were asked for with your address. So that your mailbox does not fill up, here is a longer one that works for an hour: ${grouped}`,
          'It works once, in any browser where you give your address on the sign-in page. Until it ends, further codes come only for browsers in which you were signed in before. Pass it on to nobody.',
        ],
      };
}

/** A first mail, to see that mail arrives. */
export function testMessage(language: Language, isFolder: boolean): Message {
  if (isFolder)
    return language === 'de'
      ? {
          subject: 'Test: in den Ordner geschrieben',
          lines: ['Das ist der Test, um den du gebeten hast. Er wurde in einen Ordner geschrieben, nicht verschickt.'],
        }
      : {
          subject: 'Test: written to the folder',
          lines: ['This is the test you asked for. It was written to a folder, not sent.'],
        };
  return language === 'de'
    ? {
        subject: 'E-Mails von Loam kommen an',
        lines: ['Das ist der Test, um den du gebeten hast. Loam kann von hier aus E-Mails verschicken.'],
      }
    : { subject: 'Email from Loam works', lines: ['This is the test you asked for. Loam can send email from here.'] };
}

/** Why a message came, in small print below it. */
export function footerOf(organisation: string, language: Language): string[] {
  return language === 'de'
    ? [
        `Du bekommst diese Nachricht, weil du im Verzeichnis von ${organisation} stehst.`,
        'E-Mails von Loam mit einem Klick abstellen:',
      ]
    : [
        `You get this message because you are in the directory of ${organisation}.`,
        'Turn off email from Loam with one click:',
      ];
}
