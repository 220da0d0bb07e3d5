import type { en } from './entry.words.ts';

export const de: Record<keyof typeof en, string> = {
  'entry.title': 'Willkommen, {name}',
  'entry.title-plain': 'Willkommen',
  'entry.lead':
    'So finden dich deine Kolleginnen und Kollegen. Nur dein Name ist nötig, und alles lässt sich später ändern.',
  'entry.readers': 'Alle hier können das sehen',
  'entry.name': 'Dein Name',
  'entry.name-hint': 'So, wie man dich hier kennt.',
  'entry.name-guess': 'Vorerst aus deiner Adresse abgeleitet. Schreib ihn so, wie man dich hier kennt.',
  'entry.name-steward': 'Von Verantwortlichen eingetragen. Du kannst ihn ändern.',
  'entry.unit': 'Dein Team oder Bereich',
  'entry.unit-hint': 'Wähl einen aus oder tipp einen neuen ein.',
  'entry.unit-choose': 'Wähl den Bereich, in dem du arbeitest.',
  'entry.site': 'Wo du arbeitest',
  'entry.site-hint': 'Eine Stadt oder ein Gebäude. Wähl etwas aus oder tipp etwas Neues ein.',
  'entry.site-choose': 'Wähl aus, wo du meistens bist.',
  'entry.interests': 'Worüber du gern sprichst',
  'entry.interests-hint': 'Ein paar Wörter genügen. Gemeinsame Interessen sind ein guter Anfang.',
  'entry.words-hint': 'Eingeben und Enter drücken',
  'entry.from-directory':
    '{count, plural, =0 {Aus dem Verzeichnis deiner Organisation.} one {Aus dem Verzeichnis deiner Organisation. {names} kann es ändern.} other {Aus dem Verzeichnis deiner Organisation. {names} können es ändern.}}',
  'entry.change-yourself': 'Auf deiner Seite ändern',
  'entry.from-steward':
    '{count, plural, =0 {Von Verantwortlichen eingetragen.} one {Von Verantwortlichen eingetragen. {names} kann es ändern.} other {Von Verantwortlichen eingetragen. {names} können es ändern.}}',
  'entry.nothing-starts':
    'Sonst beginnt nichts von selbst: Niemand kann dir Hallo sagen, bevor du es erlaubst, und niemand erfährt, dass du da bist.',
  'entry.save': 'Das bin ich',
  'entry.skip': 'Vorerst überspringen',
  'entry.unknown-place': 'Unter diesem Namen gibt es nichts. Wähl etwas aus der Liste.',
  'entry.card': 'Name und Ort',
  'entry.keep': 'Speichern',
  'entry.discard': 'Änderungen verwerfen',
  'entry.saved': 'Gespeichert.',
};
