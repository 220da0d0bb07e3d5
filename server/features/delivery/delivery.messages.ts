import type { Language } from '#contract/common.ts';
import { groupedCode } from '#contract/sign-in-code.ts';
import { isolated, onOneLine } from '#server/platform/plain-text.ts';
import type { Message } from '#server/ports/channel.ts';

/** The code somebody types to sign in. */
export function codeMessage(code: string, language: Language): Message {
  const grouped = groupedCode(code);
  return language === 'de'
    ? {
        subject: `Dein Code: ${grouped}`,
        lines: [
          `Gib diesen Code dort ein, wo du ihn angefordert hast: ${grouped}`,
          'Er gilt zehn Minuten lang und nur in jenem Browser. Wenn du keinen Code angefordert hast, ignoriere diese Nachricht: Mit ihr allein kommt niemand hinein.',
        ],
      }
    : {
        subject: `Your code: ${grouped}`,
        lines: [
          `Type this code where you asked for it: ${grouped}`,
          'It is valid for ten minutes, and only in that browser. If you did not ask for a code, ignore this message: nobody gets in with it alone.',
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
          'Er gilt einmal, in jedem Browser, in dem du auf der Anmeldeseite deine Adresse angibst. Bis er abläuft, kommen höchstens noch Codes für Browser, in denen du schon angemeldet warst. Gib ihn an niemanden weiter.',
        ],
      }
    : {
        subject: `Your code for this hour: ${grouped}`,
        lines: [
          `A great many codes were asked for with your address. So that your mailbox does not fill up, here is a longer one that is valid for an hour: ${grouped}`,
          'It works once, in any browser where you enter your address on the sign-in page. Until it ends, further codes come only for browsers in which you were signed in before. Do not pass it on to anyone.',
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

/** Why somebody gets a message. */
export type Because = 'directory' | 'invited' | 'sign-in' | 'roles' | 'code' | 'test';

const BECAUSE: Record<Language, Record<Because, string>> = {
  en: {
    directory: 'you are in its directory',
    invited: 'a colleague there invited you',
    'sign-in': 'it is about how you sign in there',
    roles: 'it is about who looks after Loam there',
    code: 'this address was entered there to get a code',
    test: 'you asked for a test there',
  },
  de: {
    directory: 'du dort im Verzeichnis stehst',
    invited: 'dich dort jemand eingeladen hat',
    'sign-in': 'es darum geht, wie du dich dort anmeldest',
    roles: 'es darum geht, wer dort Loam betreut',
    code: 'diese Adresse dort eingegeben wurde, um einen Code zu bekommen',
    test: 'du dort um einen Test gebeten hast',
  },
};

/** Who sends a message and why it came, in small print below it. */
export const whyLine = (organisation: string, because: Because, language: Language): string =>
  language === 'de'
    ? `Loam schickt dir das für ${isolated(onOneLine(organisation))}, weil ${BECAUSE.de[because]}.`
    : `Loam sends you this for ${isolated(onOneLine(organisation))}, because ${BECAUSE.en[because]}.`;

/** What leads out: the last line, before its link. */
export const stopLine = (language: Language): string =>
  language === 'de' ? 'E-Mails von Loam mit einem Klick abstellen:' : 'Turn off email from Loam with one click:';
