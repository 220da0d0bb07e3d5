import type { en } from './programmes.words.ts';

export const de: Record<keyof typeof en, string> = {
  'programmes.reminder-subject': '{from}: „{name}“ am {day}',
  'programmes.reminder': 'Am {day}, lernst du bei „{name}“ von {from} jemanden kennen.',
  'programmes.reminder-wish': 'Wenn du magst, wünsch dir etwas dafür: {url}',
  'programmes.reminder-free': 'Passt es diesmal nicht? Ein Klick genügt, und niemand erfährt davon.',
  'programmes.reminder-skip': 'Diesmal aussetzen',

  'programmes.unplaced-subject': '{from}: „{name}“, diesmal ohne Platz',
  'programmes.unplaced':
    '{from}: „{name}“. Es ging diesmal nicht auf, und für dich ist kein Platz geblieben. Das liegt nicht an dir.',
  'programmes.unplaced-next':
    'Beim nächsten Mal bist du zuerst an der Reihe. Wenn du nicht warten magst: Lass dich jemandem vorstellen.',
  'programmes.unplaced-request': 'Stell mir jemanden vor',

  'programmes.invitation-subject': '{from}: „{name}“. Magst du mitmachen?',
  'programmes.invitation': '{from} lädt dich ein: „{name}“. Du kannst dabei sein; niemand sieht, wer nicht mitmacht.',
  'programmes.invitation-on':
    '{from} lädt dich ein: „{name}“, das nächste Mal am {day}. Du kannst dabei sein; niemand sieht, wer nicht mitmacht.',
  'programmes.invitation-open': 'Ansehen',

  'programmes.host-subject': 'Magst du das nächste Programm ausrichten?',
  'programmes.host':
    '{from}: „{name}“. Jemand dort kann sich gut vorstellen, dass du das nächste Programm ausrichtest. Die Formate sind fertig; es dauert zwei Minuten.',
  'programmes.host-open': 'Formate ansehen',

  'programmes.never-invite': 'Keine solchen Einladungen mehr: {url}',
};
