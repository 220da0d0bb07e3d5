import { FREQUENT_SIGNS, LANGUAGES, type Letters } from './letters.ts';

/** The code pages that files of people come in; where two read a file alike, the earlier is meant. */
export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1254',
  'windows-1253',
  'windows-1257',
  'windows-1255',
  'windows-1256',
  'iso-8859-2',
  'macintosh',
  'koi8-r',
  'x-mac-cyrillic',
  'shift_jis',
  'gb18030',
  'euc-kr',
  'big5',
] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** One way to read a file, with a few cells as it would read them. */
export interface EncodingChoice {
  encoding: Encoding;
  samples: string[];
}

export interface Decoded {
  text: string;
  encoding: Encoding;
  /** The ways that read it differently, the most plausible first; empty where the bytes leave no doubt. */
  choices: EncodingChoice[];
}

const SAMPLES = 3;
const MOST_CHOICES = 6;
const MOST_CELLS = 2_000;
const LONGEST_CELL = 60;

/** The text of a file, read as told or as is most plausible; undefined where it is no text (a spreadsheet, a picture). */
export function decodeFile(bytes: Uint8Array, told?: Encoding): Decoded | undefined {
  const sure = sureEncoding(bytes);
  const cells = sure ? [] : cellsBeyondAscii(bytes);
  const ranked = sure ? [sure] : rankEncodings(cells);
  const encoding = told ?? ranked[0] ?? 'windows-1252';
  const text = decoded(bytes, encoding)
    .replace(/^\ufeff/, '')
    .replaceAll(/\r\n?/g, '\n');
  if (text.includes('\0') || text.trim() === '') return undefined;
  return { text, encoding, choices: sure ? [] : choicesOf(cells, [encoding, ...ranked]) };
}

const decoded = (bytes: Uint8Array, encoding: Encoding): string => new TextDecoder(encoding).decode(bytes);

/** What the bytes say without doubt: a mark, zero bytes of UTF-16, or sound UTF-8. */
function sureEncoding(bytes: Uint8Array): Encoding | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const unmarked = unmarkedUtf16(bytes);
  if (unmarked) return unmarked;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return undefined;
  }
}

/** UTF-16 without its mark: delimiters and line ends have their zero byte on one side. */
function unmarkedUtf16(bytes: Uint8Array): Encoding | undefined {
  const zeros = [0, 0];
  const end = Math.min(bytes.length, 4_000);
  for (let at = 0; at < end; at += 1) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  // Of 60 signs at least one is a delimiter, a blank or a line end.
  if (Math.max(even, odd) < Math.max(1, end / 120) || Math.min(even, odd) * 8 > Math.max(even, odd)) return undefined;
  const encoding = odd > even ? 'utf-16le' : 'utf-16be';
  const text = decoded(bytes.subarray(0, end - (end % 2)), encoding);
  const isTable = /[\t\r\n,;]/.test(text) && !/[\ufffd\p{Co}]|(?![\t\r\n])\p{Cc}/u.test(text);
  return isTable ? encoding : undefined;
}

const isCut = (byte: number): boolean => byte === 10 || byte === 13 || byte === 44 || byte === 59 || byte === 9;

/** Cells with bytes beyond ASCII, each once, those of the first line last. */
function cellsBeyondAscii(bytes: Uint8Array): Uint8Array[] {
  const found = new Map<string, Uint8Array>();
  const header = bytes.findIndex((byte) => byte === 10 || byte === 13);
  let [from, isBeyond] = [0, false];
  for (let at = 0; at <= bytes.length && found.size < MOST_CELLS; at += 1) {
    const byte = bytes[at] ?? 10;
    if (byte >= 0x80) isBeyond = true;
    if (!isCut(byte)) continue;
    if (isBeyond && at - from <= 400) {
      const cell = bytes.subarray(from, at);
      found.set(cell.join(), cell);
    }
    [from, isBeyond] = [at + 1, false];
  }
  const cells = [...found.values()];
  const inHeader = (cell: Uint8Array) => cell.byteOffset - bytes.byteOffset < header;
  return [...cells.filter((cell) => !inHeader(cell)), ...cells.filter(inHeader)];
}

/** Code pages by how plausible their letters stand within words. */
export function rankEncodings(cells: readonly Uint8Array[]): Encoding[] {
  const scored = ENCODINGS.filter((encoding) => !encoding.startsWith('utf-16')).map((encoding, place) => ({
    encoding,
    worth: plausibility(cells, encoding) - place / 4,
  }));
  return scored.sort((one, other) => other.worth - one.worth).map(({ encoding }) => encoding);
}

// Letters and whatever else is beyond ASCII: signs in words tell as much as letters.
const WORD = /[\p{L}\p{M}'\u0080-\u{10ffff}]+/gu;

/** The logarithm of how likely a page's words are; by the one language that explains all best, or one a word. */
function plausibility(cells: readonly Uint8Array[], encoding: Encoding): number {
  const languages = LANGUAGES.filter(({ pages }) => encoding === 'utf-8' || pages.includes(encoding));
  const totals = languages.map(() => 0);
  let [mixed, unread] = [0, 0];
  for (const cell of cells) {
    const text = decoded(cell, encoding);
    for (const [word] of text.matchAll(WORD)) {
      if (/^[\p{ASCII}]*$/u.test(word)) continue;
      unread += signsOf(word);
      const costs = languages.map((language) => lettersOf(word, language));
      mixed += Math.max(...costs, languages.length > 0 ? -Infinity : 0) - 1.5;
      for (const [at, cost] of costs.entries()) totals[at] = (totals[at] ?? 0) + cost;
    }
  }
  return unread + Math.max(mixed, ...totals);
}

const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const UNKNOWN = Math.log(0.0004);

/** What stands in a word and is no letter of an alphabet: broken signs, symbols, East Asian signs, case that jumps. */
function signsOf(word: string): number {
  let cost = 0;
  const hasAscii = /[A-Za-z]/.test(word);
  for (const sign of word) {
    if (/[\ufffd\p{Cc}\p{Co}]/u.test(sign)) cost -= 14;
    else if (sign > '\u007f' && !/[\p{L}\p{M}’´]/u.test(sign)) cost -= 8;
    else if (EAST_ASIAN.test(sign)) cost += eastAsian(sign) - (hasAscii ? 12 : 0);
  }
  // 'MŸller', 'иВАН': capitals follow small letters only in 'McLeod' and 'O’Neil'.
  cost -= [...word.matchAll(/(?<=\p{Ll})\p{Lu}/gu)].filter(([capital]) => capital > '\u007f').length * 5;
  if (/^\p{Ll}\p{Lu}+$/u.test(word)) cost -= 4;
  return cost;
}

function eastAsian(sign: string): number {
  if (/[\uff61-\uff9f]/.test(sign)) return -9;
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(sign)) return -4;
  if (FREQUENT_SIGNS.has(sign)) return -4;
  return /\p{Script=Hangul}/u.test(sign) ? -7.5 : -8.5;
}

function lettersOf(word: string, { share, isOwnScript }: Letters): number {
  let cost = isOwnScript && /[A-Za-z]/.test(word) ? -8 : 0;
  const letters = [...word];
  for (const [at, letter] of letters.entries()) {
    if (letter <= '\u007f' || !/[\p{L}\p{M}]/u.test(letter) || EAST_ASIAN.test(letter)) continue;
    const small = letter.toLowerCase();
    const known = share.get(small);
    const isCapital = small !== letter;
    cost += known === undefined ? UNKNOWN : Math.log(known) - (isCapital && !isOwnScript ? 1 : 0);
    // No word begins with these, and þ stands nowhere else.
    if (at === 0 && 'ğıðý'.includes(letter)) cost -= 4;
    if (at > 0 && letter === 'þ') cost -= 2;
    if ('ךםןףץ'.includes(letter) && /^\p{L}/u.test(letters.slice(at + 1).join(''))) cost -= 6;
  }
  return cost;
}

/** The first that read the cells differently, with the cells that show most signs beyond ASCII. */
function choicesOf(cells: readonly Uint8Array[], ranked: readonly Encoding[]): EncodingChoice[] {
  const shown = telling(cells);
  const seen = new Set<string>();
  const choices: EncodingChoice[] = [];
  for (const encoding of ranked) {
    const all = cells
      .slice(0, 200)
      .map((cell) => decoded(cell, encoding))
      .join('\n');
    if (seen.has(all) || choices.length === MOST_CHOICES) continue;
    seen.add(all);
    choices.push({ encoding, samples: shown.map((cell) => shownText(decoded(cell, encoding))) });
  }
  return choices;
}

const shownText = (text: string): string =>
  text
    .replaceAll('"', '')
    .replaceAll(/\p{Cc}/gu, '\ufffd')
    .trim();

/** Three cells that together bear the most different bytes beyond ASCII. */
function telling(cells: readonly Uint8Array[]): Uint8Array[] {
  const known = new Set<number>();
  const chosen: Uint8Array[] = [];
  const rest = new Set(cells.slice(0, 300).filter((cell) => cell.length <= LONGEST_CELL));
  // A blank inside: two words are a name more often than one.
  const fresh = (cell: Uint8Array) =>
    new Set(cell.filter((byte) => byte >= 0x80 && !known.has(byte))).size + (cell.includes(0x20) ? 1.5 : 0);
  while (chosen.length < SAMPLES && rest.size > 0) {
    const [best] = [...rest].sort((one, other) => fresh(other) - fresh(one));
    if (!best) break;
    rest.delete(best);
    chosen.push(best);
    for (const byte of best) known.add(byte);
  }
  return chosen;
}
