import type { en } from './delivery.words.ts';

export const de: Record<keyof typeof en, string> = {
  'delivery.code-subject': 'Dein Code: {code}',
  'delivery.code': 'Gib diesen Code dort ein, wo du ihn angefordert hast: {code}',
  'delivery.code-validity':
    'Er gilt zehn Minuten lang und nur in jenem Browser. Wenn du keinen Code angefordert hast, ignoriere diese Nachricht: Mit ihr allein kommt niemand hinein.',
  'delivery.long-code-subject': 'Dein Code für diese Stunde: {code}',
  'delivery.long-code':
    'Für deine Adresse wurden sehr viele Codes angefordert. Damit sich dein Postfach nicht füllt, bekommst du jetzt einen längeren, der eine Stunde lang gilt: {code}',
  'delivery.long-code-validity':
    'Er gilt einmal, in jedem Browser, in dem du auf der Anmeldeseite deine Adresse angibst. Bis er abläuft, kommen höchstens noch Codes für Browser, in denen du schon angemeldet warst. Gib ihn an niemanden weiter.',
  'delivery.test-subject': 'E-Mails von Loam kommen an',
  'delivery.test': 'Das ist der Test, um den du gebeten hast. Loam kann von hier aus E-Mails verschicken.',
  'delivery.test-folder-subject': 'Test: in den Ordner geschrieben',
  'delivery.test-folder':
    'Das ist der Test, um den du gebeten hast. Er wurde in einen Ordner geschrieben, nicht verschickt.',
  'delivery.why-directory': 'Loam schickt dir das für {organisation}, weil du dort im Verzeichnis stehst.',
  'delivery.why-invited': 'Loam schickt dir das für {organisation}, weil dich dort jemand eingeladen hat.',
  'delivery.why-sign-in': 'Loam schickt dir das für {organisation}, weil es darum geht, wie du dich dort anmeldest.',
  'delivery.why-roles': 'Loam schickt dir das für {organisation}, weil es darum geht, wer dort Loam betreut.',
  'delivery.why-code':
    'Loam schickt dir das für {organisation}, weil diese Adresse dort eingegeben wurde, um einen Code zu bekommen.',
  'delivery.why-test': 'Loam schickt dir das für {organisation}, weil du dort um einen Test gebeten hast.',
  'delivery.stop': 'E-Mails von Loam mit einem Klick abstellen:',
};
