import type { Catalogue } from './platform/words.ts';

const catalogues = import.meta.glob<{ de: Catalogue }>(
  ['./features/**/*.words.de.ts', '!./features/{shell,week,introductions,boundaries,notebook}/*.words.de.ts'],
  { eager: true },
);

export const german: Catalogue = Object.assign({}, ...Object.values(catalogues).map(({ de }) => de));
