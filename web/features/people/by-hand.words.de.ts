import type { en } from './by-hand.words.ts';

export const de: Record<keyof typeof en, string> = {
  'by-hand.change': 'Name oder Ort ändern',
  'by-hand.title': 'Name oder Ort von {name} ändern',
  'by-hand.lead': 'Die Person bekommt keine Nachricht. Alle sehen, was hier steht.',
  'by-hand.by-file': 'Die nächste Verzeichnisdatei überschreibt das bei allen, die darin stehen.',
  'by-hand.name': 'Name',
  'by-hand.unit': 'Bereich',
  'by-hand.no-unit': 'Keiner',
  'by-hand.site': 'Standort',
  'by-hand.site-hint': 'Wähle einen oder gib einen neuen ein.',
  'by-hand.level': 'Ebene',
  'by-hand.level-hint': 'Zum Beispiel „Teamleitung“. Leer lassen, wenn es keine gibt.',
  'by-hand.save': 'Speichern',
  'by-hand.cancel': 'Abbrechen',
  'by-hand.saved': '{name} ist geändert.',
  'by-hand.undo': 'Rückgängig',
  'by-hand.undone': 'Alles wie zuvor.',
  'by-hand.unit-of-new': 'Bereich der Eingeladenen',
  'by-hand.unit-none': 'Noch keiner',
};
