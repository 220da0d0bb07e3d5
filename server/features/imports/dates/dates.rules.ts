import { addDays } from '#server/platform/clock.ts';

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

/** 'YYYY-MM-DD' of the ways files write a day; undefined for anything else. */
export function dateOf(text: string, order: DateOrder): string | undefined {
  const iso = /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?:[T ].*)?$/.exec(text);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})(?:\s.*)?$/.exec(text);
  if (dotted) return dayOf(yearOf(dotted[3]), Number(dotted[2]), Number(dotted[1]));
  const slashed = SLASHED.exec(text);
  if (slashed) {
    const [first, second] = [Number(slashed[1]), Number(slashed[2])];
    const [day, month] = order === 'month-first' ? [second, first] : [first, second];
    return dayOf(yearOf(slashed[3]), month, day);
  }
  // Spreadsheets sometimes leave the number of days since the end of 1899.
  if (/^[2-6]\d{4}$/.test(text)) return addDays('1899-12-30', Number(text));
  return undefined;
}

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
