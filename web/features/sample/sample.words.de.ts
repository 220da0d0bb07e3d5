import type { en } from './sample.words.ts';

export const de: Record<keyof typeof en, string> = {
  'sample.title': 'Schau dich um als …',
  'sample.lead':
    'Meridian macht sauberes Wasser bezahlbar: 240 Menschen, vier Standorte, drei Zeitzonen, alle frei erfunden. Mit wessen Augen möchtest du dich umsehen?',
  'sample.filling': 'Die Organisation wächst. Einen Augenblick.',
  'sample.newcomer': 'Seit drei Wochen da. Kennt inzwischen das eigene Team und sonst kaum jemanden.',
  'sample.team-lead': 'Leitet sechs Leute in Hamburg, die gern mehr als nur einander kennen dürfen.',
  'sample.steward': 'Betreut Loam für alle: sieht Gruppen und Einstellungen, und nie, wer wen kennt.',
  'sample.acquired':
    'Kam mit einer Firma, die Meridian vor zwei Jahren gekauft hat und die noch unter sich bleibt. Sitzt im Betriebsrat.',
  'sample.executive': 'Verantwortet alles, was gekauft, gebaut und bewegt wird. Kaum jemand sagt ihm zuerst Hallo.',
  'sample.remote': 'Arbeitet von Amman aus, für alle nur am Bildschirm.',
  'sample.is-me': 'Du bist als {name} hier',
  'sample.anew': 'Von vorn beginnen',
  'sample.anew-title': 'Mit dem Beispiel von vorn beginnen?',
  'sample.anew-text': 'Alles, was darin getan wurde, wird gelöscht, und wer gerade darin ist, muss es neu betreten.',
  'sample.anew-no': 'So lassen',
  'sample.anew-done': 'Das Beispiel ist wieder wie am ersten Tag.',
};
