/** Titles that stand before or after a name, in the languages of directories; without their dots, in lower case. */
const TITLES = new Set(
  `dr dres prof professor professorin ing msc bsc phd mba rer habil priv doz mr mrs ms miss mx dame herr frau fräulein
   monsieur madame mademoiselle mme mlle sra srta señor señora senhor senhora signor signora doña dott dottssa avv geom rag dhr mevr
   drs mgr judr mudr phdr rndr jr`.split(/\s+/),
);
/** Titles only where a dot follows: without it they are names too. */
const DOTTED = new Set(
  'med phil dipl mag ma ba jur nat oec univ sir rev fr sr hon capt col lt sgt hr m ir mw bc dra sig lic'.split(' '),
);
/** Family names that stand first, the given name last: Vietnamese. */
const VIETNAMESE = new Set(
  'nguyễn trần lê phạm huỳnh hoàng phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh đoàn trịnh'.split(' '),
);
const EAST_ASIAN = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\s・]+$/u;

/** A name without what directories hang on it: "(Foundry)", "[external]", ", PhD", and turned where it was "Last, First". */
export function plainName(name: string): string {
  const bare = name
    .replaceAll(/\s*[([{][^)\]}]*[)\]}]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const parts = bare.split(',').map((part) => part.trim());
  const [family = bare, given, ...more] = parts.filter((part) => part !== '' && !isTitle(part));
  return given === undefined || more.length > 0 ? family : `${given} ${family}`;
}

const isTitle = (word: string): boolean =>
  word
    .toLowerCase()
    .split(/[.\s-]+/)
    .every((part) => part === '' || TITLES.has(part) || (DOTTED.has(part) && word.includes('.')));

/**
 * What a person is called in a sentence: the given name where it can be told, else the whole name.
 * 'Dr. Anna Weiß' is 'Anna', 'Kock, Arne (Foundry)' 'Arne', 'Nguyễn Thị Lan' 'Lan', '髙橋 美咲' stays whole.
 */
export function calledName(name: string): string {
  const plain = plainName(name);
  const words = plain.split(' ').filter((word) => word !== '');
  while (words.length > 1 && isTitle(words[0] ?? '')) words.shift();
  const [first = ''] = words;
  if (words.length < 2) return first || name.trim();
  if (EAST_ASIAN.test(plain)) return plain;
  const last = words.at(-1) ?? first;
  if (VIETNAMESE.has(first.normalize('NFC').toLowerCase())) return last;
  // An initial or a particle ("de", "van") is not what anybody is called.
  return /^\p{L}\.?$/u.test(first) || /^\p{Ll}/u.test(first) ? words.join(' ') : first;
}
