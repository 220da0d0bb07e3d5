import { isSuffix } from './titles.ts';

// Bounded, so that many opening brackets do not cost their square.
const BRACKETS = /\s{0,9}[([{][^)\]}]{0,200}[)\]}]/g;

/** 'Weber, Dr. Jonas (Foundry)' in parts: what stands between commas without titles, and the rest. */
function partsOf(name: string): { parts: string[]; suffixes: string[]; brackets: string[] } {
  const brackets = [...name.matchAll(BRACKETS)].map(([bracket]) => bracket.trim());
  const all = name
    .replaceAll(BRACKETS, ' ')
    .split(/[,，、]/)
    .map((part) => part.replaceAll(/\s+/g, ' ').trim())
    .filter((part) => part !== '');
  const parts = all.filter((part, at) => at === 0 || !isSuffix(part));
  return { parts, suffixes: all.filter((part, at) => at > 0 && isSuffix(part)), brackets };
}

/** Whether a name is written with the family name first and a comma; a title behind a comma is no given name. */
export const isTurned = (name: string): boolean => partsOf(name).parts.length === 2;

/** 'Weber, Jonas (Foundry)' as people say it, 'Jonas Weber (Foundry)'; anything but two parts as it stands. */
export function turnedName(name: string): string {
  const { parts, suffixes, brackets } = partsOf(name);
  const [family, given, ...more] = parts;
  if (!family || !given || more.length > 0) return name;
  return [[`${given} ${family}`, ...suffixes].join(', '), ...brackets].join(' ');
}

// Marks that systems hang on a name, and no word of it.
const MARK =
  /^(?:\S*\d\S*|\p{L}{1,2}|on leave|leave|absent|away|terminated|inactive|deactivated|external|extern|ext\.?|contractor|contingent worker|guest|gast|intern)$/iu;

/** A name without what systems hang on it: numbers, "(On Leave)", or what another column says already. */
export function withoutMarks(name: string, said: ReadonlySet<string>): string {
  const plain = name.replaceAll(BRACKETS, (bracket) => {
    const inside = bracket.trim().slice(1, -1).trim();
    return MARK.test(inside) || said.has(inside.toLowerCase()) ? '' : bracket;
  });
  return plain.trim() || name;
}

export interface NameParts {
  /** Whole names, the most telling first. */
  whole: readonly string[];
  preferred: string;
  given: string;
  /** 'van der' */
  particle: string;
  family: string;
  /** A second family name. */
  second: string;
}

const HAN = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々・]+$/u;
const HANGUL = /^\p{Script=Hangul}+$/u;
/** Family names that stand first: Vietnamese. */
const VIETNAMESE =
  /^(?:nguyễn|trần|lê|phạm|huỳnh|hoàng|phan|vũ|võ|đặng|bùi|đỗ|hồ|ngô|dương|lý|đinh|đoàn|trịnh)(?:\s|$)/u;

/** Given and family name in the order in which their writing puts them. */
function joined(given: string, family: string): string {
  const isFilled = given !== '' && family !== '';
  if (isFilled && HANGUL.test(family) && HANGUL.test(given)) return `${family}${given}`;
  // 王伟 is written without a blank, 髙橋 美咲 with one.
  if (isFilled && HAN.test(family) && HAN.test(given))
    return family.length > 1 ? `${family} ${given}` : `${family}${given}`;
  if (VIETNAMESE.test(family.normalize('NFC').toLowerCase())) return `${family} ${given}`.trim();
  return `${given} ${family}`.trim();
}

const wordCount = (name: string): number => name.split(/\s+/).filter((word) => word !== '').length;
const isLogin = (name: string): boolean => /[\d@_\\]|^[\p{Ll}.]+$/u.test(name);

/** The name somebody goes by with the family name; else the name shown; else given and family name. */
export function nameOfParts({ whole, preferred, given, particle, family, second }: NameParts): string {
  const all = [particle, family, second].filter((part) => part !== '').join(' ');
  const composed = joined(given, all);
  const isComposed = given !== '' && all !== '';
  const shown =
    whole.find((name) => wordCount(name) > 1 || HAN.test(name) || HANGUL.test(name)) ??
    whole.find((name) => name !== '') ??
    '';
  // A login, or a name with a comma left in it, says less than its two parts.
  const chosen =
    isComposed && (isLogin(shown) || wordCount(shown) < 2 || isTurned(shown)) ? composed : shown || composed;
  if (preferred === '') return chosen;
  const rest = all || (chosen.includes(' ') ? chosen.split(' ').slice(1).join(' ') : '');
  const folded = (text: string) =>
    ` ${text
      .normalize('NFKD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()} `;
  if (rest === '' || folded(preferred).includes(folded(rest))) return preferred;
  return joined(preferred, rest);
}
