import { foldedText } from '../people.rules.ts';

/** The place of a name, however it is typed. */
export function placeNamed<P extends { name: string }>(places: readonly P[], name: string): P | undefined {
  const wanted = foldedText(name);
  return places.find((place) => foldedText(place.name) === wanted);
}
