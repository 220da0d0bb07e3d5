import type { en } from './sample.words.ts';

export const de: Record<keyof typeof en, string> = {
  'sample.title': 'Schau dich um als …',
  'sample.lead':
    'Meridian macht sauberes Wasser bezahlbar: 240 Menschen, vier Standorte, drei Zeitzonen, alle miteinander erfunden. Mit wessen Augen möchtest du schauen?',
  'sample.filling': 'Die Organisation wächst. Einen Augenblick.',
  'sample.newcomer': 'Seit drei Wochen da. Kennt inzwischen das eigene Team und sonst kaum jemanden.',
  'sample.team-lead': 'Leitet sechs Leute in Hamburg, die gern mehr als nur einander kennen dürfen.',
  'sample.steward': 'Betreut Loam für alle: sieht Gruppen und Einstellungen, und nie, wer wen kennt.',
  'sample.acquired':
    'Kam mit einer Firma, die Meridian vor zwei Jahren gekauft hat und die noch unter sich bleibt. Sitzt im Betriebsrat.',
  'sample.executive': 'Verantwortet alles, was gekauft, gebaut und bewegt wird. Kaum jemand grüßt zuerst.',
  'sample.remote': 'Arbeitet von Amman aus, für alle hinter einem Bildschirm.',
  'sample.is-me': 'Du bist als {name} hier',
  'sample.anew': 'Neu beginnen',
  'sample.anew-title': 'Das Beispiel neu beginnen?',
  'sample.anew-text': 'Alles, was darin getan wurde, ist dann vergessen, und wer darin ist, tritt neu ein.',
  'sample.anew-no': 'So lassen',
  'sample.anew-done': 'Das Beispiel ist wie am ersten Tag.',
};
