import type { en } from './press.words.ts';

export const de: Record<keyof typeof en, string> = {
  'press.met': 'Habt ihr euch getroffen?',
  'press.met-lead': 'Ein Klick genügt. Du brauchst dich nicht anzumelden und kannst es sieben Tage lang ändern.',
  'press.met-yes': 'Wir haben uns getroffen',
  'press.met-no': 'Noch nicht',
  'press.is-met': 'Schön, dass ihr euch getroffen habt',
  'press.is-met-lead': 'Es ist vermerkt. Mehr passiert nicht.',
  'press.is-not-yet': 'Also noch nicht',
  'press.is-not-yet-lead': 'Keine Eile. Wir fragen nicht noch einmal.',
  'press.skip': 'Die nächste Runde auslassen?',
  'press.skip-lead': 'Ein Klick genügt. Niemand erfährt davon, und du bleibst im Programm.',
  'press.skip-on': 'Diesmal nicht',
  'press.is-skip': 'Du lässt die nächste Runde aus',
  'press.is-skip-lead': 'Niemand erfährt davon. Ab der Runde danach bist du wieder dabei wie bisher.',
  'press.never': 'Keine Einladungen mehr?',
  'press.never-lead':
    'Ein Klick, und niemand lädt dich mehr zu Programmen ein. Beitreten kannst du ihnen weiterhin selbst.',
  'press.never-on': 'Ladet mich nicht mehr ein',
  'press.is-never': 'Niemand lädt dich mehr ein',
  'press.is-never-lead': 'Du kannst das jederzeit ändern, hier oder in den Einstellungen.',
  'press.closed': 'Hier gibt es nichts mehr zu tun',
  'press.closed-lead': 'Das ist vorbei oder beendet. Das kommt vor und liegt nicht an dir.',
  'press.undo': 'Zurücknehmen',
  'press.unknown': 'Dieser Link funktioniert nicht',
  'press.unknown-lead': 'Vielleicht ist er abgeschnitten. Öffne ihn noch einmal aus der E-Mail, oder melde dich an.',
  'press.home': 'Loam öffnen',
};
