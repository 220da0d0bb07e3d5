import type { Catalogue } from './platform/words.ts';

// What every page and Today say; the rest comes when a page first needs it.
const catalogues = import.meta.glob<{ de: Catalogue }>(
  ['./platform/*.words.de.ts', './features/{shell,week,introductions,boundaries,notebook}/*.words.de.ts'],
  { eager: true },
);

export const german: Catalogue = Object.assign({}, ...Object.values(catalogues).map(({ de }) => de));
