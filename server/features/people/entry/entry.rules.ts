import type { WhoIAm } from '#contract/people.ts';
import { foldedText } from '../people.rules.ts';

export type Said = WhoIAm['maySay'][number];

interface Facts {
  nameFrom: WhoIAm['nameFrom'];
  unitId: string | null;
  unitSaid: boolean;
  siteId: string | null;
  siteSaid: boolean;
}

/** What is a person's own to say: a name that no directory gave, a place that nobody gave or they said themselves. */
export function maySay({ nameFrom, unitId, unitSaid, siteId, siteSaid }: Facts): Said[] {
  const all: [Said, boolean][] = [
    ['name', nameFrom !== 'directory'],
    ['unit', unitId === null || unitSaid],
    ['site', siteId === null || siteSaid],
  ];
  return all.flatMap(([field, isMine]) => (isMine ? [field] : []));
}

/** The place of a name, however it is typed. */
export function placeNamed<P extends { name: string }>(places: readonly P[], name: string): P | undefined {
  const wanted = foldedText(name);
  return places.find((place) => foldedText(place.name) === wanted);
}
