import type { Catalogue } from './platform/words.ts';

const catalogues = import.meta.glob<{ de: Catalogue }>('./**/*.words.de.ts', { eager: true });

export const german: Catalogue = Object.assign({}, ...Object.values(catalogues).map(({ de }) => de));
