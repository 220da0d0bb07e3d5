import type { Catalogue } from './platform/words.ts';

// What every page and Today say; each other catalogue comes when a page first needs it.
const firstOnes = import.meta.glob<{ de: Catalogue }>(
  ['./platform/*.words.de.ts', './features/{shell,week,introductions,boundaries,notebook}/*.words.de.ts'],
  { eager: true },
);
const others = import.meta.glob<{ de: Catalogue }>([
  './features/**/*.words.de.ts',
  '!./features/{shell,week,introductions,boundaries,notebook}/*.words.de.ts',
]);

export const first: Catalogue = Object.assign({}, ...Object.values(firstOnes).map(({ de }) => de));

/** The catalogue of a name: `people` is the one in `people.words.de.ts`. */
export async function named(name: string): Promise<Catalogue> {
  const [, load] = Object.entries(others).find(([file]) => file.endsWith(`/${name}.words.de.ts`)) ?? [];
  return load ? (await load()).de : {};
}
