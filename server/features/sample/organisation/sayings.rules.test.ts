import { describe, expect, it } from 'vitest';
import { addDays } from '#server/platform/clock.ts';
import { type Chance, createChance } from './chance.rules.ts';
import { CRAFTS } from './crafts.words.ts';
import { organisation } from './organisation.ts';
import { INTERESTS, PASSIONS, PERSONAL } from './persons.words.ts';
import { sayings } from './sayings.rules.ts';

const today = '2026-11-23';
const { members } = organisation(new Date('2026-11-23T09:00:00Z'));
const isPlain = (_: unknown, index: number) => !members[index]?.cast;
const drawn = sayings(members, today, createChance(11)).filter(isPlain);
const share = (is: (saying: (typeof drawn)[number]) => boolean) => drawn.filter(is).length / drawn.length;

const always = (end: 'least' | 'most', isTrue: boolean, turn = 1): Chance => ({
  isTrue: () => isTrue,
  between: (from, to) => (to === 100 ? turn : end === 'least' ? from : to),
  one: (list) => createChance(1).one(list),
  some: (list, most) => list.slice(0, most),
});
const said = (chance: Chance) => sayings(members, today, chance).filter(isPlain);
const all = <T>(chance: Chance, what: (saying: (typeof drawn)[number]) => T) => new Set(said(chance).map(what));

it('the cast say their own words, show all, and take hellos; who is new was not asked yet', () => {
  for (const [index, { cast }] of members.entries())
    if (cast)
      expect(sayings(members, today, createChance(11))[index]).toEqual({
        ...{ about: cast.about, talents: cast.talents, passions: cast.passions, askMeAbout: cast.askMeAbout },
        ...{ interests: cast.interests, languages: cast.languages, officeDays: cast.officeDays },
        ...{ hours: { from: 9, to: 17 }, pausedUntil: null, hellos: cast.part === 'newcomer' ? null : true },
        shows: ['about', 'talents', 'passions', 'askMeAbout', 'interests', 'languages', 'hours', 'officeDays'],
      });
});

describe('what people say', () => {
  it('is little or more, within limits', () => {
    const sizes = (chance: Chance) =>
      all(chance, ({ talents, passions, askMeAbout, interests, officeDays }) =>
        [talents, passions, askMeAbout, interests, officeDays].map((list) => list.length).join(' '),
      );
    expect(sizes(always('least', false))).toEqual(new Set(['1 0 1 1 2']));
    expect(sizes(always('most', false))).toEqual(new Set(['3 2 2 4 4']));
    expect(sizes(always('most', true))).toEqual(new Set(['3 2 0 4 4']));
  });

  it('are hours of a usual day, or none', () => {
    expect(all(always('least', false), ({ hours }) => hours)).toEqual(new Set([null]));
    expect([...all(always('least', true), ({ hours }) => JSON.stringify(hours))]).toEqual(['{"from":7,"to":15}']);
    expect([...all(always('most', true), ({ hours }) => JSON.stringify(hours))]).toEqual(['{"from":10,"to":18}']);
    expect(share(({ hours }) => hours !== null)).toBeGreaterThan(0.5);
    expect(share(({ hours }) => hours !== null)).toBeLessThan(0.7);
  });

  it('is nothing of themselves for the quiet ones, who show their languages alone', () => {
    const isQuiet = share(({ about }) => about === '');
    expect(isQuiet).toBeGreaterThan(0.14);
    expect(isQuiet).toBeLessThan(0.3);
    for (const { about, shows, askMeAbout } of drawn) {
      expect(askMeAbout.length === 0).toBe(about === '');
      if (about === '') expect(shows).toEqual(['languages']);
    }
  });

  it('is shown for the most part, not always, by the others', () => {
    const others = drawn.filter(({ about }) => about !== '');
    const shown = (field: string) => others.filter(({ shows }) => shows.includes(field)).length / others.length;
    for (const field of ['talents', 'passions', 'askMeAbout', 'interests', 'languages', 'hours', 'officeDays']) {
      expect(shown(field)).toBeGreaterThan(0.75);
      expect(shown(field)).toBeLessThan(0.93);
    }
    expect(shown('about')).toBeGreaterThan(0.9);
    expect(shown('about')).toBeLessThan(1);
  });

  it('is of their craft, and often of the person behind it', () => {
    const isPersonal = ({ about }: { about: string }) => PERSONAL.some((each) => about.endsWith(` ${each}`));
    const others = drawn.filter(({ about }) => about !== '');
    const personal = others.filter(isPersonal).length / others.length;
    expect(personal).toBeGreaterThan(0.6);
    expect(personal).toBeLessThan(0.8);
    for (const [index, { about, talents, passions, interests }] of sayings(
      members,
      today,
      createChance(11),
    ).entries()) {
      const member = members[index];
      if (!member || member.cast) continue;
      const craft = CRAFTS[member.craft];
      expect(about === '' || craft.about.some((each) => about.startsWith(each))).toBe(true);
      expect(talents.every((each) => craft.talents.includes(each))).toBe(true);
      expect(passions.every((each) => PASSIONS.includes(each))).toBe(true);
      expect(interests.every((each) => INTERESTS.includes(each))).toBe(true);
    }
  });

  it('is in the language of their site and English, sometimes in a third', () => {
    const SPOKEN = { Lisbon: 'pt', Hamburg: 'de', Leipzig: 'de', Nairobi: 'sw' };
    for (const [index, { languages }] of sayings(members, today, createChance(11)).entries()) {
      const member = members[index];
      if (member && !member.cast) expect(languages.slice(0, 2)).toEqual([SPOKEN[member.site], 'en']);
    }
    const third = share(({ languages }) => languages.length === 3);
    expect(third).toBeGreaterThan(0.2);
    expect(third).toBeLessThan(0.4);
    const more = new Set(drawn.flatMap(({ languages }) => languages.slice(2)));
    expect([...more].sort()).toEqual(['es', 'fr', 'hi', 'it', 'pl', 'tr']);
  });

  it('names office days from Monday to Friday in their order', () => {
    expect(new Set(drawn.flatMap(({ officeDays }) => officeDays))).toEqual(new Set([1, 2, 3, 4, 5]));
    for (const { officeDays } of drawn) expect(officeDays).toEqual([...new Set(officeDays)].sort());
  });
});

it.each([
  [1, true],
  [74, true],
  [75, false],
  [84, false],
  [85, null],
  [100, null],
])('of a hundred, number %i takes hellos: %s', (turn, hellos) => {
  expect(all(always('least', false, turn), (saying) => saying.hellos)).toEqual(new Set([hellos]));
});

it('six who take hellos pause for days or weeks, nobody of the cast', () => {
  for (const [end, days] of [
    ['least', 5],
    ['most', 45],
  ] as const) {
    const list = sayings(members, today, always(end, false));
    const paused = list.filter(({ pausedUntil }) => pausedUntil);
    expect(paused.map(({ pausedUntil }) => pausedUntil)).toEqual(Array.from({ length: 6 }, () => addDays(today, days)));
    expect(paused.every(({ hellos }) => hellos === true)).toBe(true);
    const everyone = sayings(members, today, { ...always(end, false), some: (each) => [...each] });
    expect(everyone.filter(({ pausedUntil }, index) => pausedUntil && members[index]?.cast)).toEqual([]);
    expect(everyone.filter(({ pausedUntil }) => pausedUntil)).toHaveLength(drawn.length);
  }
  expect(said(always('least', false, 80)).filter(({ pausedUntil }) => pausedUntil)).toEqual([]);
});

it('a sentence is said again only once all others were', () => {
  const works = members.map(({ craft }) => craft);
  const list = said({ ...always('least', false), some: (each, most) => each.slice(0, most).reverse() });
  const plain = works.filter(isPlain);
  for (const craft of new Set(plain)) {
    const abouts = list.filter((_, index) => plain[index] === craft).map(({ about }) => about);
    const { about } = CRAFTS[craft];
    expect(abouts).toEqual(abouts.map((_, place) => about[place % about.length]));
  }
});
