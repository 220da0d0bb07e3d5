import { allFakers } from '@faker-js/faker';
import { describe, expect, it } from 'vitest';
import { bytesOf, encoded, signsOf } from '#test/helpers/code-pages.ts';
import { decodeFile, type Encoding } from './encodings.ts';

const PAGES: [Encoding, (keyof typeof allFakers)[]][] = [
  ['windows-1252', ['de', 'fr', 'es', 'pt_PT', 'it', 'sv', 'da', 'nb_NO', 'fi']],
  ['macintosh', ['de', 'fr', 'es', 'sv']],
  ['windows-1250', ['pl', 'cs_CZ', 'sk', 'hu', 'ro', 'hr']],
  ['iso-8859-2', ['pl', 'cs_CZ', 'sk', 'hu', 'hr']],
  ['windows-1254', ['tr']],
  ['windows-1251', ['ru', 'uk']],
  ['koi8-r', ['ru']],
  ['windows-1253', ['el']],
  ['windows-1255', ['he']],
  ['windows-1256', ['ar']],
  ['windows-1257', ['lv']],
  ['shift_jis', ['ja']],
  ['gb18030', ['zh_CN']],
  ['euc-kr', ['ko']],
  ['big5', ['zh_TW']],
];

/** Files of people with one locale's names, all of them beyond ASCII. */
function files(encoding: Encoding, locale: keyof typeof allFakers, people: number): Uint8Array[] {
  const signs = signsOf(encoding);
  const faker = allFakers[locale];
  faker.seed(7);
  const row = (): number[] => {
    for (;;) {
      const name = encoded(`${faker.person.firstName()} ${faker.person.lastName()}`, signs);
      if (name?.some((byte) => byte > 127)) return [...name, ...new TextEncoder().encode(';a@x.test\r\n')];
    }
  };
  const header = new TextEncoder().encode('Name;Email\r\n');
  return Array.from({ length: 10 }, () => Uint8Array.from([...header, ...Array.from({ length: people }, row).flat()]));
}

describe('code pages', () => {
  // Measured over 40 files of each kind: 98.6 % with three names, all with ten; the right one was always offered.
  it.each([
    [3, 0.97],
    [10, 0.995],
  ])('are guessed from %d names, and the right one is always offered', (people, least) => {
    const missed: string[] = [];
    let all = 0;
    for (const [encoding, locales] of PAGES) {
      for (const bytes of locales.flatMap((locale) => files(encoding, locale, people))) {
        const right = new TextDecoder(encoding).decode(bytes);
        const found = decodeFile(bytes) ?? expect.fail('no text');
        const ways = found.choices.map((choice) => new TextDecoder(choice.encoding).decode(bytes));
        expect(ways).toContain(right);
        if (found.text !== right.replaceAll('\r\n', '\n')) missed.push(`${encoding} as ${found.encoding}`);
        all += 1;
      }
    }
    expect(1 - missed.length / all, missed.join(', ')).toBeGreaterThanOrEqual(least);
  });

  it('mixes languages of one page', () => {
    const bytes = bytesOf(
      'Name;Unit\nŁucja Żak;Księgowość\nJiří Šťastný;Výroba\nGyőző Szűcs;Főkönyv\n',
      'windows-1250',
    );
    expect(decodeFile(bytes)?.encoding).toBe('windows-1250');
    expect(decodeFile(bytes)?.choices[0]).toEqual({
      encoding: 'windows-1250',
      samples: ['Jiří Šťastný', 'Łucja Żak', 'Győző Szűcs'],
    });
  });

  it('are read as told', () => {
    const bytes = bytesOf('Name\nŞule Yıldız\n', 'windows-1254');
    expect(decodeFile(bytes)?.text).toBe('Name\nŞule Yıldız\n');
    const told = decodeFile(bytes, 'windows-1252');
    expect(told?.text).toBe('Name\nÞule Yýldýz\n');
    expect(told?.choices.map(({ encoding }) => encoding).slice(0, 2)).toEqual(['windows-1252', 'windows-1254']);
    expect(new Set(told?.choices.map(({ samples }) => samples.join())).size).toBe(told?.choices.length);
  });
});

describe('what leaves no doubt', () => {
  const utf16 = (text: string, isLittle = true) =>
    Uint8Array.from(
      [...text].flatMap((sign) => {
        const unit = sign.charCodeAt(0);
        return isLittle ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255];
      }),
    );

  it.each([
    [
      'UTF-8 with a mark, and line ends of any kind',
      new TextEncoder().encode('\ufeffName\r\nZoë\rLi'),
      'utf-8',
      'Name\nZoë\nLi',
    ],
    ['ASCII', new TextEncoder().encode('a\nb'), 'utf-8', 'a\nb'],
    ['UTF-16 with a mark', utf16('\ufeffA\n'), 'utf-16le', 'A\n'],
    ['UTF-16 with a mark, turned', utf16('\ufeffA\n', false), 'utf-16be', 'A\n'],
    [
      'UTF-16 without a mark',
      utf16('Имя\tПочта\nОльга Ветрова\to@x.test\n'),
      'utf-16le',
      'Имя\tПочта\nОльга Ветрова\to@x.test\n',
    ],
    ['UTF-16 without a mark, turned', utf16('Name\tE\nZoë\tz\n', false), 'utf-16be', 'Name\tE\nZoë\tz\n'],
  ])('%s', (_, bytes, encoding, text) => {
    expect(decodeFile(bytes)).toEqual({ text, encoding, choices: [] });
  });

  it('refuses what is no text', () => {
    expect(decodeFile(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]))).toBeUndefined();
    expect(decodeFile(new TextEncoder().encode(' \n '))).toBeUndefined();
  });

  it('keeps UTF-8 where one cell is broken', () => {
    const bytes = Uint8Array.from([...new TextEncoder().encode('Müller\nJosé\nBjörk\n'), 0xfc, 10]);
    expect(decodeFile(bytes)?.encoding).toBe('utf-8');
  });
});
