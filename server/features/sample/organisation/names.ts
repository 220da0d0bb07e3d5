import { faker as german } from '@faker-js/faker/locale/de';
import { faker as indian } from '@faker-js/faker/locale/en_IN';
import { faker as nigerian } from '@faker-js/faker/locale/en_NG';
import { faker as italian } from '@faker-js/faker/locale/it';
import { faker as dutch } from '@faker-js/faker/locale/nl';
import { faker as polish } from '@faker-js/faker/locale/pl';
import { faker as brazilian } from '@faker-js/faker/locale/pt_BR';
import { faker as portuguese } from '@faker-js/faker/locale/pt_PT';
import { faker as swedish } from '@faker-js/faker/locale/sv';
import type { Chance } from './chance.rules.ts';
import { KENYAN_FIRST, KENYAN_LAST } from './persons.words.ts';
import type { Site } from './teams.ts';

const ELSEWHERE = [polish, italian, swedish, indian, nigerian, dutch, brazilian];
// How many of a site come from nearby.
const LOCAL: Record<Site, number> = { Lisbon: 0.74, Hamburg: 0.7, Leipzig: 0.92, Nairobi: 0.84 };

const plain = (from: typeof german): string => {
  // In some languages both names agree in form.
  const sex = from.person.sexType();
  const [first = ''] = from.person.firstName(sex).split(' ');
  const last = from.person.lastName(sex).split(' ').slice(-2).join(' ');
  return `${first} ${last}`;
};

/** Names as one would hear them at a site, each once; `taken` are given already. */
export function createNames(seed: number, chance: Chance, taken: Iterable<string>): (site: Site) => string {
  for (const each of [german, portuguese, ...ELSEWHERE]) each.seed(seed);
  const used = new Set(taken);
  const draw = (site: Site): string => {
    if (!chance.isTrue(LOCAL[site])) return plain(chance.one(ELSEWHERE));
    if (site === 'Nairobi') return `${chance.one(KENYAN_FIRST)} ${chance.one(KENYAN_LAST)}`;
    return plain(site === 'Lisbon' ? portuguese : german);
  };
  return (site) => {
    for (;;) {
      const name = draw(site);
      if (!used.has(name)) {
        used.add(name);
        return name;
      }
    }
  };
}
