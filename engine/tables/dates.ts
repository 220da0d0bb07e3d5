/** How '03/04/2024' is meant in this file; 'none' where no date could be meant in two ways. */
export type DateOrder = 'day-first' | 'month-first' | 'none';

const SLASHED = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})\b/;

/** Month first only where some date can be nothing else; the rest of the world begins with the day. */
export function dateOrderOf(texts: readonly string[]): DateOrder {
  const pairs = texts.flatMap((text) => {
    const found = SLASHED.exec(text);
    return found ? [[Number(found[1]), Number(found[2])] as const] : [];
  });
  if (pairs.length === 0) return 'none';
  const isMonthFirst = pairs.some(([, second]) => second > 12) && pairs.every(([first]) => first <= 12);
  return isMonthFirst ? 'month-first' : 'day-first';
}

/** Dates of a file that day-first and month-first read differently; empty where another date tells which is meant. */
export function ambiguousDates(texts: readonly string[]): string[] {
  const found = texts.filter((text) => SLASHED.test(text));
  const isTold = found.some((text) => {
    const [, first, second] = SLASHED.exec(text) ?? [];
    return Number(first) > 12 || Number(second) > 12;
  });
  return isTold ? [] : [...new Set(found)].filter((text) => dateOf(text, 'day-first') !== dateOf(text, 'month-first'));
}

/** 'YYYY-MM-DD' of the ways files write a day; undefined for anything else. */
export function dateOf(text: string, order: DateOrder): string | undefined {
  const plain = westernDigits(text).replace(/^\p{L}{2,}\.?,\s+(?=.*\d{4})/u, '');
  return numericDate(plain, order) ?? namedDate(plain) ?? technicalDate(plain) ?? eraDate(plain);
}

/** '٢٠٢١' and '۲۰۲۱' in the digits of this language. */
const westernDigits = (text: string): string =>
  text.replaceAll(/[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));

/** First years of Japan's eras. */
const ERAS: Record<string, number> = { 令和: 2019, R: 2019, 平成: 1989, H: 1989, 昭和: 1926, S: 1926 };

function eraDate(text: string): string | undefined {
  const [, era = '', year, month, day] =
    /^(令和|平成|昭和|[RHS])\s?(\d{1,2}|元)[年.]\s?(\d{1,2})[月.]\s?(\d{1,2})日?$/.exec(text) ?? [];
  const first = ERAS[era];
  return first === undefined
    ? undefined
    : dayOf(first + (year === '元' ? 1 : Number(year)) - 1, Number(month), Number(day));
}

function numericDate(text: string, order: DateOrder): string | undefined {
  const iso =
    /^(\d{4})[-/.]\s?(\d{1,2})[-/.]\s?(\d{1,2})(?:[T ,.].*)?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})(?:[T ].*)?$/.exec(text);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const eastAsian = /^(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/.exec(text);
  if (eastAsian) return dayOf(Number(eastAsian[1]), Number(eastAsian[2]), Number(eastAsian[3]));
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})(?:\s.*)?$/.exec(text);
  if (dotted) return dayOf(yearOf(dotted[3]), Number(dotted[2]), Number(dotted[1]));
  const slashed = SLASHED.exec(text);
  if (slashed) {
    const [first, second] = [Number(slashed[1]), Number(slashed[2])];
    const [day, month] = order === 'month-first' ? [second, first] : [first, second];
    return dayOf(yearOf(slashed[3]), month, day);
  }
  return undefined;
}

/** '4 March 2024', 'Mar 4, 2024', '04-MAR-24', '4. März 2024', '4 de marzo de 2024'. */
function namedDate(text: string): string | undefined {
  const dayFirst =
    /^(\d{1,2})(?:\.|st|nd|rd|th|er)?[\s\-./]*(?:de\s+)?(\p{L}+)\.?[\s\-.,/']*(?:de\s+)?(\d{4}|\d{2})(?!\d)/u.exec(
      text,
    );
  if (dayFirst) return dayOf(yearOf(dayFirst[3]), monthOf(dayFirst[2]), Number(dayFirst[1]));
  const monthFirst = /^(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/u.exec(text);
  if (monthFirst) return dayOf(Number(monthFirst[3]), monthOf(monthFirst[1]), Number(monthFirst[2]));
  const yearFirst = /^(\d{4})[\s\-./]+(\p{L}+)\.?[\s\-./]+(\d{1,2})\b/u.exec(text);
  return yearFirst ? dayOf(Number(yearFirst[1]), monthOf(yearFirst[2]), Number(yearFirst[3])) : undefined;
}

/** Times of directories and spreadsheets: LDAP's 'YYYYMMDDhhmmssZ', Windows' FILETIME, days since 1899. */
function technicalDate(text: string): string | undefined {
  const ldap = /^(\d{4})(\d{2})(\d{2})\d{2,6}(?:[.,]\d+)?(?:Z|[+-]\d{4})$/.exec(text);
  if (ldap) return dayOf(Number(ldap[1]), Number(ldap[2]), Number(ldap[3]));
  // Tenths of microseconds since 1601.
  if (/^1[0-9]\d{16}$/.test(text)) return dayAt(Number(text) / 10_000 - 11_644_473_600_000);
  // Days since 30 December 1899.
  return /^[2-6]\d{4}(?:[.,]\d+)?$/.test(text)
    ? dayAt(Date.UTC(1899, 11, 30) + Math.floor(Number(text.replace(',', '.'))) * 86_400_000)
    : undefined;
}

// Languages whose month names files carry.
const LANGUAGES = [
  'en',
  'de',
  'fr',
  'es',
  'pt',
  'it',
  'nl',
  'sv',
  'da',
  'nb',
  'fi',
  'pl',
  'cs',
  'hu',
  'ro',
  'tr',
  'ru',
  'uk',
  'el',
  'sk',
  'bg',
  'he',
  'ar',
];
const monthKey = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/\p{M}|\./gu, '')
    .toLowerCase();

let known: Map<string, number> | undefined;

/** Month names by key; made when a file first needs them. */
function monthNames(): Map<string, number> {
  if (known) return known;
  known = new Map();
  for (const language of LANGUAGES) {
    for (const style of ['long', 'short'] as const) {
      const inside = new Intl.DateTimeFormat(language, { day: 'numeric', month: style, timeZone: 'UTC' });
      const alone = new Intl.DateTimeFormat(language, { month: style, timeZone: 'UTC' });
      for (let month = 0; month < 12; month += 1) {
        const date = new Date(Date.UTC(2024, month, 4));
        const part = inside.formatToParts(date).find(({ type }) => type === 'month')?.value ?? '';
        for (const key of [monthKey(part), monthKey(alone.format(date))])
          if (key !== '' && !known.has(key)) known.set(key, month + 1);
      }
    }
  }
  return known;
}

/** 1 to 12 for a month's name, whole or cut to three letters or more; 0 for anything else. */
function monthOf(name = ''): number {
  const key = monthKey(name);
  const months = monthNames();
  const whole = months.get(key);
  if (whole !== undefined || key.length < 3) return whole ?? 0;
  const found = new Set([...months].filter(([known]) => known.startsWith(key)).map(([, month]) => month));
  const [only = 0] = found;
  return found.size === 1 ? only : 0;
}

const dayAt = (milliseconds: number): string | undefined => {
  const date = new Date(milliseconds);
  return dayOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
};

function yearOf(text = ''): number {
  const year = Number(text);
  if (text.length === 4) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

function dayOf(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal && year >= 1900 && year <= 2200 ? date.toISOString().slice(0, 10) : undefined;
}
