import type { en } from './reference.words.ts';

export const de: Record<keyof typeof en, string> = {
  'reference.title': 'Die API',
  'reference.lead': 'Alles, was die Seiten tun, können auch Programme tun, mit denselben Rechten.',
  'reference.document': 'OpenAPI-Dokument',
  'reference.find': 'Endpunkt finden',
  'reference.none': 'Kein Endpunkt passt.',
  'reference.takes': 'Eingabe',
  'reference.gives': 'Ausgabe',
  'reference.nothing': 'nichts',
  'reference.token':
    'Melde dich mit den Cookies des Browsers an oder sende den Token einer verantwortlichen Person als „Authorization: Bearer …“; ein Token gilt nur für Importe.',
};
