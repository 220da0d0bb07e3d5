import type { en } from './delivery.words.ts';

export const de: Record<keyof typeof en, string> = {
  'delivery.title': 'Post',
  'delivery.lead':
    'Grüße und Vorstellungen warten immer hier auf dich. Per Mail kommen sie zwischen sieben Uhr morgens und acht Uhr abends, wo du bist, nie zweimal, und nichts darin meldet etwas zurück.',
  'delivery.switch': 'Schreibt mir auch per Mail',
  'delivery.uncertain':
    'Diese sind auf dem Weg per Mail vielleicht verloren gegangen. Was darin steht, findest du unter Treffen.',
  'delivery.have-arrived': 'vielleicht angekommen',
  'delivery.not-have-arrived': 'nicht angekommen',
  'delivery.page-on': 'Post von Loam',
  'delivery.page-on-lead':
    'Ein Druck, und es kommt keine Mail von Loam mehr zu dir. Was dir geschrieben worden wäre, wartet auf dich, wenn du dich anmeldest.',
  'delivery.stop': 'Post abstellen',
  'delivery.page-off': 'Die Post ist abgestellt',
  'delivery.page-off-lead': 'Es kommt keine Mail von Loam mehr zu dir. Niemand erfährt davon.',
  'delivery.undo': 'Post wieder anstellen',
  'delivery.undo-lead': 'Sieben Tage lang geht das hier mit einem Druck; später in deinen Einstellungen.',
  'delivery.later': 'Wieder anstellen kannst du sie in deinen Einstellungen, nach dem Anmelden.',
  'delivery.unknown': 'Dieser Link ist nicht von uns',
  'delivery.unknown-lead':
    'Vielleicht wurde er unterwegs abgeschnitten. Öffne ihn noch einmal aus der Mail oder stelle die Post in deinen Einstellungen ab.',
  'delivery.home': 'Zu Loam',
  'delivery.state-title': 'Ausgehende Post',
  'delivery.state':
    '{waiting, plural, =0 {Keine Nachricht wartet} one {Eine Nachricht wartet} other {# Nachrichten warten}} auf den Versand; {sent, plural, =0 {keine ist} one {eine ist} other {# sind}} bisher hinausgegangen.',
  'delivery.state-doubtful':
    '{count, plural, one {Von einer Nachricht ist nicht bekannt, ob sie ankam. Sie wird nicht noch einmal gesendet; wer sie bekommen sollte, sieht sie in Loam.} other {Von # Nachrichten ist nicht bekannt, ob sie ankamen. Sie werden nicht noch einmal gesendet; wer sie bekommen sollte, sieht sie in Loam.}}',
  'delivery.state-failed':
    '{count, plural, one {Eine Nachricht konnte nicht zugestellt werden.} other {# Nachrichten konnten nicht zugestellt werden.}} Sieh dir die Einstellungen der Post an.',
  'delivery.state-held':
    '{count, plural, one {Eine Nachricht wartet} other {# Nachrichten warten}}, seit eine Sicherung zurückkam, denn manche könnten schon hinausgegangen sein. Sieh nach, was sich geändert hat, und lass sie dann gehen.',
  'delivery.release': 'Gehen lassen',
};
