import { isSuffix, isTitle } from './titles.ts';

/** Family names that stand first, the given name last: Vietnamese. */
const VIETNAMESE = new Set(
  'nguyễn trần lê phạm huỳnh hoàng phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh đoàn trịnh'.split(' '),
);
const EAST_ASIAN = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\s・]+$/u;
/** Patronymics, which stand behind the given name: 'Ветрова Ольга Ивановна'. */
const PATRONYMIC = /(?:вич|вна|чна|ич|ыч|овна|евна|ovich|evich|ovna|evna)$/iu;

/** A name without what directories hang on it: "(Foundry)", "[external]", ", PhD", and turned where it was "Last, First". */
export function plainName(name: string): string {
  const bare = name
    .replaceAll(/\s{0,9}[([{][^)\]}]{0,200}[)\]}]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const parts = bare.split(',').map((part) => part.trim());
  const [family = bare, given, ...more] = parts.filter(
    (part, at) => part !== '' && !(at === 0 ? isTitle(part) : isSuffix(part)),
  );
  return given === undefined || more.length > 0 ? family : `${given} ${family}`;
}

/** A name without titles, brackets and commas, as it is compared: 'Weber, Dr. Jonas (Foundry)' is 'Jonas Weber'. */
export function bareName(name: string): string {
  const words = plainName(name).split(' ');
  while (words.length > 1 && isTitle(words[0] ?? '')) words.shift();
  while (words.length > 1 && isTitle(words.at(-1) ?? '')) words.pop();
  return words.join(' ');
}

const isCapital = (word: string): boolean => /^[\p{Lu}\p{M}'’-]{2,}$/u.test(word);

/**
 * What a person is called in a sentence: the given name where it can be told, else the whole name.
 * 'Dr. Anna Weiß' is 'Anna', 'Kock, Arne (Foundry)' 'Arne', 'Nguyễn Thị Lan' 'Lan', '髙橋 美咲' stays whole.
 */
export function calledName(name: string): string {
  const plain = plainName(name);
  const words = plain.split(' ');
  while (words.length > 1 && isTitle(words[0] ?? '')) words.shift();
  const [first = ''] = words;
  if (words.length < 2) return first || name.trim();
  if (EAST_ASIAN.test(plain)) return plain;
  const last = words.at(-1) ?? first;
  if (VIETNAMESE.has(first.normalize('NFC').toLowerCase())) return last;
  if (words.length === 3 && PATRONYMIC.test(last) && /^\p{Script=Cyrillic}/u.test(last)) return words[1] ?? first;
  // 'MARTIN Claire' writes the family name in capitals; two letters may be initials.
  const given = words.findIndex((word) => !isCapital(word));
  if (isCapital(first) && given > 0) return first.length > 2 || given > 1 ? (words[given] ?? first) : words.join(' ');
  // An initial or a particle ("de", "van") is not what anybody is called.
  return /^\p{L}\.?$/u.test(first) || /^\p{Ll}/u.test(first) ? words.join(' ') : first;
}
