/** A language's letters beyond ASCII, the frequent ones first, and the code pages that it is written in. */
export interface Letters {
  pages: readonly string[];
  /** Share of each letter among the language's letters beyond ASCII. */
  share: ReadonlyMap<string, number>;
  /** True where words hold no ASCII letters. */
  isOwnScript: boolean;
}

const WESTERN = ['windows-1252', 'macintosh'];
const CENTRAL = ['windows-1250', 'iso-8859-2'];
const BALTIC = ['windows-1257'];

/** Shares in per cent as far as they matter; counted in names, rounded. */
const LATIN: [pages: readonly string[], letters: string][] = [
  [[...WESTERN, ...CENTRAL, 'windows-1254', ...BALTIC], 'ü40 ä27 ö22 ß11 é1'],
  [WESTERN, 'é55 è12 ç8 ë6 ï4 ê4 ô4 î2 à2 â2 û1 ù1 œ1 ÿ0.2'],
  [WESTERN, 'í25 á22 é20 ó17 ñ12 ú4 ü1'],
  [WESTERN, 'ã17 ç14 é14 á13 í13 ó8 ê5 ú5 õ4 â4 ô2 à1'],
  [WESTERN, 'ò25 à22 è20 ì16 ù12 é5'],
  [WESTERN, 'ö40 å30 ä26 é4'],
  [WESTERN, 'ø48 å22 æ24 é3 ö1 ä1 ü1'],
  [WESTERN, 'á16 ð15 í14 ö12 é10 ó10 þ5 ú7 æ5 ý4'],
  [WESTERN, 'ä70 ö25 å4'],
  [WESTERN, 'ë40 é25 ï15 ö8 ü8'],
  [CENTRAL, 'ł25 ó13 ń12 ś12 ż10 ą10 ę8 ć6 ź4'],
  [CENTRAL, 'á25 í18 č12 š11 ř10 ž9 ý9 ě8 é6 ů5 ň3 ú2 ť1 ď1 ó1'],
  [CENTRAL, 'á25 í12 č12 š10 ý9 ž7 é5 ľ5 ú4 ň3 ó3 ť2 ô2 ä1 ď1 ĺ0.5 ŕ0.5'],
  [CENTRAL, 'á35 é22 ó12 ö8 ő6 í6 ú5 ü4 ű2'],
  [CENTRAL, 'ă30 ş22 ţ16 î10 â10 ș5 ț5'],
  [CENTRAL, 'ć35 č22 š20 ž16 đ7'],
  [['windows-1254'], 'ı25 ş18 ü14 ğ10 ç10 ö10 i̇1 â1'],
  [BALTIC, 'ė18 š16 ž13 ū10 ų8 č8 ą8 į5 ę3'],
  [BALTIC, 'ā25 ī15 ē12 š12 ņ10 ļ7 ž6 ū5 č4 ķ4 ģ3'],
  [[...BALTIC, ...WESTERN], 'ä30 õ25 ü25 ö16 š2 ž1'],
];

/** Scripts of their own, letters by frequency. */
const SCRIPTS: [pages: readonly string[], letters: string][] = [
  [['windows-1251', 'koi8-r', 'x-mac-cyrillic'], 'оеаинтсрвлкмдпуяьыгзбчйхжшюцщэфёъіїєґћђљњј'],
  [['windows-1253'], 'αοιετσνρηκλπυςμγδίάόέωήύθχβφξζώψϊϋΐΰ'],
  [['windows-1255'], 'יורלאהמנבדשתחקסעגפזטצכןםךףץ'],
  [['windows-1256'], 'ايمرلنحدبسعةوفهقطتشكخجزصأغىإضذءثظئآپچگکی'],
];

const shareOf = (letters: string): Map<string, number> =>
  new Map(
    [...letters.matchAll(/(\D\p{M}?)([\d.]+)\s?/gu)].map(([, letter = '', per = '']) => [letter, Number(per) / 100]),
  );

/** Frequencies of letters fall with their rank. */
function shareByRank(letters: string): Map<string, number> {
  const weights = [...letters].map((letter, rank) => [letter, 1 / (rank + 4)] as const);
  const sum = weights.reduce((all, [, weight]) => all + weight, 0);
  return new Map(weights.map(([letter, weight]) => [letter, weight / sum]));
}

export const LANGUAGES: readonly Letters[] = [
  ...LATIN.map(([pages, letters]) => ({ pages, share: shareOf(letters), isOwnScript: false })),
  ...SCRIPTS.map(([pages, letters]) => ({ pages, share: shareByRank(letters), isOwnScript: true })),
];

/** Characters that open or fill many names in Chinese, Japanese and Korean. */
export const FREQUENT_SIGNS: ReadonlySet<string> = new Set(
  `王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙
   伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文华建国志海小红玉春梅永雪云雨子
   張劉陳楊趙黃吳孫馬羅鄭謝韓馮許鄧蕭呂蘇盧蔣賈葉閻鍾譚鄒陸龍偉靜麗強軍豔傑濤蘭剛華國紅雲
   佐藤鈴木高橋田中伊渡辺山本村小林加吉川井口松斎清水池橋石前原上野西岡島長谷近後坂遠青福三太中藤森木内大美子一郎二介恵真由香直樹健愛優翔陽
   김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진지수영현준호은경미혜숙선아연희동상재승기태도훈철석원인나예빈`.replaceAll(
    /\s/g,
    '',
  ),
);
