import type { WhoIAm } from '#contract/people.ts';

/** A field that may be a person's own to say. */
export type OwnField = WhoIAm['maySay'][number];

interface WhoSaidWhat {
  nameFrom: WhoIAm['nameFrom'];
  unitId: string | null;
  unitSaid: boolean;
  siteId: string | null;
  siteSaid: boolean;
}

/** What is a person's own to say: a name that no directory gave, a place that nobody gave or they said themselves. */
export function maySay({ nameFrom, unitId, unitSaid, siteId, siteSaid }: WhoSaidWhat): OwnField[] {
  const fields: [OwnField, boolean][] = [
    ['name', nameFrom !== 'directory'],
    ['unit', unitId === null || unitSaid],
    ['site', siteId === null || siteSaid],
  ];
  return fields.flatMap(([field, isMine]) => (isMine ? [field] : []));
}
