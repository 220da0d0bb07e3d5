import { expect, it } from 'vitest';
import { FREQUENT_SIGNS, LANGUAGES } from './letters.ts';

const shareIn = (page: string, letter: string) =>
  LANGUAGES.filter(({ pages }) => pages.includes(page)).flatMap(({ share }) => share.get(letter) ?? []);

it('every language has shares of about one', () => {
  for (const { share } of LANGUAGES) {
    const sum = [...share.values()].reduce((all, each) => all + each, 0);
    expect(sum).toBeGreaterThan(0.75);
    expect(sum).toBeLessThan(1.25);
  }
});

it('gives the letters of a language by frequency', () => {
  for (const { share } of LANGUAGES.filter((each) => each.isOwnScript)) {
    const [first = 0, second = 0, third = 0] = share.values();
    expect(first / second).toBeCloseTo(5 / 4);
    expect(second / third).toBeCloseTo(6 / 5);
    expect([...share.values()].reduce((all, each) => all + each, 0)).toBeCloseTo(1);
  }
  expect(LANGUAGES.filter(({ isOwnScript }) => isOwnScript)).toHaveLength(4);
});

it('knows pages by the languages written in them', () => {
  expect(shareIn('windows-1254', 'ı')).toEqual([0.25]);
  expect(shareIn('windows-1252', 'ÿ')).toEqual([0.002]);
  expect(shareIn('windows-1257', 'ģ')).toEqual([0.03]);
  expect(shareIn('iso-8859-2', 'ł')).toEqual(shareIn('windows-1250', 'ł'));
  expect(shareIn('macintosh', 'ß')).toEqual([0.11]);
  expect(shareIn('koi8-r', 'о')).toEqual(shareIn('windows-1251', 'о'));
  expect(shareIn('x-mac-cyrillic', 'о')).toHaveLength(1);
  expect(shareIn('windows-1255', 'י')).toHaveLength(1);
  expect(shareIn('windows-1256', 'ا')).toHaveLength(1);
});

it('holds frequent signs of East Asia, and no blank', () => {
  expect(['王', '佐', '김', '黃'].every((sign) => FREQUENT_SIGNS.has(sign))).toBe(true);
  expect([...FREQUENT_SIGNS].every((sign) => sign.trim() === sign && sign.length === 1)).toBe(true);
});
