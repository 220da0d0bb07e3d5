import type { en } from './boundaries.words.ts';

export const de: Record<keyof typeof en, string> = {
  'boundaries.title': 'Meine Grenzen',
  'boundaries.lead': 'Deine Grenzen gelten überall und sofort. Niemand erfährt davon.',
  'boundaries.hellos': 'Offen für ein Hallo',
  'boundaries.hellos-text':
    'Andere dürfen dir mit einem gewählten Satz Hallo sagen. Du antwortest mit ja, jetzt nicht oder gar nicht.',
  'boundaries.introductions': 'Offen fürs Kennenlernen',
  'boundaries.introductions-text':
    'Wenn jemand eine Person kennenlernen möchte, darf die Wahl auf dich fallen: höchstens einmal die Woche, in deinem eigenen Takt. Niemand sieht, wer offen ist.',
  'boundaries.introductions-question': 'Dürfen auch dir andere so vorgestellt werden?',
  'boundaries.never-invite': 'Keine Einladungen zu Programmen',
  'boundaries.never-invite-text':
    'Niemand kann dich mehr einladen. Beitreten kannst du weiterhin jedem Programm selbst.',
  'boundaries.rhythm': 'Mein eigener Takt',
  'boundaries.rhythm-text': 'So oft lernst du höchstens jemanden kennen, über alle Programme zusammen.',
  'boundaries.rhythm.none': 'So oft wie meine Programme',
  'boundaries.rhythm.weekly': 'Höchstens einmal die Woche',
  'boundaries.rhythm.fortnightly': 'Höchstens alle zwei Wochen',
  'boundaries.rhythm.monthly': 'Höchstens einmal im Monat',
  'boundaries.rhythm.quarterly': 'Höchstens alle drei Monate',
  'boundaries.pause': 'Pause bis',
  'boundaries.pause-text':
    'Bis zum Ende dieses Tages wird dir niemand vorgestellt, und niemand sieht, dass du Pause machst. Was gerade läuft, endet mit einem freundlichen Satz.',
  'boundaries.pause-set': 'Pause machen',
  'boundaries.pause-end': 'Pause beenden',
  'boundaries.paused': 'Du machst Pause bis {day}.',
  'boundaries.saved': 'Gespeichert.',
  'boundaries.blocked': 'Blockierte Personen',
  'boundaries.blocked-text':
    'Nur du siehst diese Liste. Ihr seht füreinander aus wie jemand, der nichts von sich zeigt und für nichts offen ist.',
  'boundaries.blocked-none': 'Du hast niemanden blockiert.',
  'boundaries.unblock': 'Blockierung aufheben',
  'boundaries.unblocked': '{name} ist nicht mehr blockiert.',
  'boundaries.undo': 'Rückgängig',
  'boundaries.menu': 'Mehr zu {name}',
  'boundaries.block': '{name} blockieren',
  'boundaries.block-title': '{name} blockieren?',
  'boundaries.block-text':
    'Ab jetzt werdet ihr einander nie mehr vorgeschlagen oder vorgestellt, in keiner Liste und keiner Runde. {name} erfährt es nicht und kann es nicht sehen. Name, Bereich und Standort bleiben für alle sichtbar. In den Einstellungen kannst du die Blockierung aufheben.',
  'boundaries.block-yes': 'Blockieren',
  'boundaries.cancel': 'Abbrechen',
  'boundaries.done': 'Erledigt. Ihr werdet nicht zusammengebracht.',
  'boundaries.question': 'Dürfen andere dir Hallo sagen?',
  'boundaries.question-text':
    'Sie wählen einen Satz, du wählst, ob du antwortest. Du kannst das jederzeit ändern, und es gibt keine Liste, wer was gewählt hat.',
  'boundaries.yes': 'Ja, gern',
  'boundaries.no': 'Vorerst nicht',
  'boundaries.noted': 'Gemerkt. Du kannst das jederzeit in den Einstellungen ändern.',
};
