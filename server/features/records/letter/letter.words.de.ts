import type { en } from './letter.words.ts';

export const de: Record<keyof typeof en, string> = {
  'letter.title': 'Alles über mich in Loam',
  'letter.made': '{name}, {organisation}. Erstellt am {time} (UTC).',
  'letter.section': '{why}. Aufbewahrt: {keptFor}.',
  'letter.left-out':
    'Was nur du lesen kannst, liegt auf deinem eigenen Gerät und wird dort exportiert. Nummern und Schlüssel, die nur das Programm braucht, und was von anderen erzählen würde, stehen hier nicht.',
  'letter.yes': 'ja',
  'letter.no': 'nein',
};
