import { allFakers } from '@faker-js/faker';
import { describe, expect, it } from 'vitest';
import { bytesOf, encoded, signsOf } from '#test/helpers/code-pages.ts';
import { decodeFile, ENCODINGS, type Encoding, rankEncodings } from './encodings.ts';

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

  it.each([
    ['a mark and no delimiter', utf16('\ufeffAb'), 'Ab'],
    ['a mark and no delimiter, turned', utf16('\ufeffAb', false), 'Ab'],
    ['one delimiter in 60 signs', utf16(`${'Ж'.repeat(59)}\n`), `${'Ж'.repeat(59)}\n`],
    ['one delimiter in 61 signs', utf16(`${'Ж'.repeat(60)}\n`), undefined],
    ['no delimiter', utf16('abcd'), undefined],
    ['one low zero to eight high ones', utf16('abcdefg\nĀ'), 'abcdefg\nĀ'],
    ['one low zero to seven high ones', utf16('abcdef\nĀ'), undefined],
    ['a control sign', utf16('ab\n\u0001'), undefined],
    ['half a sign at its end', Uint8Array.from([...utf16('ab\n'), 65]), 'ab\n\ufffd'],
  ])('UTF-16 with %s', (_, bytes, text) => {
    expect(decodeFile(bytes)?.text).toBe(text);
  });

  it('half a mark is none', () => {
    expect(decodeFile(Uint8Array.from([0xff, 65, 10]))?.text).toHaveLength(3);
    expect(decodeFile(Uint8Array.from([0xfe, 65, 10]))?.text).toHaveLength(3);
    expect(decodeFile(Uint8Array.from([65, 0xfe, 10]))?.text).toHaveLength(3);
    expect(decodeFile(Uint8Array.from([65, 0xff, 10]))?.text).toHaveLength(3);
  });

  it('is read as told all the same', () => {
    expect(decodeFile(new TextEncoder().encode('Zoë'), 'windows-1252')).toEqual({
      ...{ text: 'ZoÃ«', encoding: 'windows-1252', choices: [] },
    });
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

it.each<[string, Encoding, Encoding[]]>([
  ['Müller', 'windows-1252', ['windows-1252', 'macintosh', 'windows-1251']],
  ['MÜLLER', 'windows-1252', ['windows-1252', 'macintosh', 'windows-1251']],
  ['Müller', 'macintosh', ['macintosh', 'windows-1250', 'windows-1252']],
  ['O’Neil Zoë', 'windows-1252', ['windows-1252', 'windows-1257', 'macintosh']],
  ['D’Éon', 'windows-1252', ['windows-1252', 'macintosh', 'windows-1253']],
  ['Þór Sigurðsson', 'windows-1252', ['windows-1252', 'windows-1254', 'windows-1257']],
  ['Łukasz', 'iso-8859-2', ['windows-1250', 'big5', 'windows-1252']],
  ['Jānis Bērziņš', 'windows-1257', ['windows-1257', 'windows-1254', 'windows-1252']],
  ['Иван', 'windows-1251', ['windows-1251', 'windows-1253', 'windows-1252']],
  ['Иван Ветров', 'koi8-r', ['koi8-r', 'gb18030', 'euc-kr']],
  ['Иван', 'x-mac-cyrillic', ['x-mac-cyrillic', 'windows-1251', 'windows-1252']],
  ['Γιώργος', 'windows-1253', ['windows-1253', 'windows-1251', 'x-mac-cyrillic']],
  ['שלום כהן', 'windows-1255', ['windows-1253', 'windows-1255', 'windows-1251']],
  ['محمد علي', 'windows-1256', ['windows-1256', 'windows-1252', 'windows-1253']],
  ['王伟', 'gb18030', ['gb18030', 'euc-kr', 'big5']],
  ['王偉', 'big5', ['big5', 'euc-kr', 'windows-1254']],
  ['田中', 'shift_jis', ['shift_jis', 'windows-1252', 'gb18030']],
  ['김민준', 'euc-kr', ['euc-kr', 'windows-1251', 'gb18030']],
  ['ŞULE IŞIK', 'windows-1254', ['windows-1250', 'shift_jis', 'windows-1254']],
])('%s alone in %s is most like %j', (name, encoding, ways) => {
  const choices = decodeFile(bytesOf(`${name}\n`, encoding))?.choices ?? [];
  expect(choices.map((choice) => choice.encoding).slice(0, 3)).toEqual(ways);
  expect(choices).toHaveLength(6);
});

it('prefers the earlier page where nothing tells', () => {
  expect(rankEncodings([])).toEqual(ENCODINGS.filter((encoding) => !encoding.startsWith('utf-16')));
});

const samplesOf = (text: string) => decodeFile(bytesOf(text, 'windows-1252'), 'windows-1252')?.choices[0]?.samples;

it.each<[string, string[]]>([
  ['é\tö,ü;ä\rß\n', ['ß', 'é', 'ö']],
  ['Größe\nMüßer\n', ['Müßer', 'Größe']],
  ['x\né\né\nö', ['é', 'ö']],
  ['x\néö\nZoë Li', ['Zoë Li', 'éö']],
  ['x\néöü\nZoë Li', ['éöü', 'Zoë Li']],
  ['x\néö\nöé\nü\n', ['éö', 'ü', 'öé']],
  [`x\n${'é'.repeat(60)}`, ['é'.repeat(60)]],
  [`x\n${'é'.repeat(61)}`, []],
  ['x\n "Zoë\u0001" ', ['Zoë\ufffd']],
  ['plain\né\nplain', ['é']],
])('%j shows %j', (text, samples) => {
  expect(samplesOf(text)).toEqual(samples);
});

it('looks at cells of up to 400 bytes', () => {
  const ways = (length: number) => decodeFile(Uint8Array.from(Array(length).fill(0xe9)))?.choices.length;
  expect([400, 401].map(ways)).toEqual([6, 1]);
});
