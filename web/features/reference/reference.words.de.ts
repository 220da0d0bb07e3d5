import type { en } from './reference.words.ts';

export const de: Record<keyof typeof en, string> = {
  'reference.title': 'Die API',
  'reference.lead': 'Alles, was die Seiten tun, können auch Programme tun, mit denselben Rechten.',
  'reference.document': 'OpenAPI-Dokument',
  'reference.find': 'Endpunkt finden',
  'reference.none': 'Kein Endpunkt passt.',
  'reference.takes': 'Nimmt',
  'reference.gives': 'Gibt',
  'reference.nothing': 'nichts',
  'reference.token': 'Melde dich mit den Cookies des Browsers an, oder sende ein Token als „Authorization: Bearer …“.',
  'reference.loading': 'Das Dokument wird gelesen …',
};
