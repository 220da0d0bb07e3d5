import { parseCsv } from '#engine/tables/csv.ts';
import { dateOf, dateOrderOf } from '#engine/tables/dates.ts';

export interface PairLine {
  line: number;
  a: string;
  b: string;
  on: string;
}

export interface PairFault {
  line: number;
  reason: 'cells' | 'date' | 'same';
}

const key = (cell: string | undefined): string => (cell ?? '').trim().toLowerCase();

/** Reads "a,b,date" with or without a header line; keys are folded, dates 'YYYY-MM-DD'. */
export function readPairs(text: string): { pairs: PairLine[]; faults: PairFault[] } {
  const records = parseCsv(text);
  const dates = records.map(({ cells }) => (cells[2] ?? '').trim());
  const order = dateOrderOf(dates);
  const pairs: PairLine[] = [];
  const faults: PairFault[] = [];
  for (const [place, { line, cells, isBroken }] of records.entries()) {
    const [a, b, on] = [key(cells[0]), key(cells[1]), dateOf(dates[place] ?? '', order)];
    const isHeader = place === 0 && on === undefined && !/\d/.test(dates[0] ?? '');
    if (isHeader) continue;
    if (isBroken || cells.length !== 3 || a === '' || b === '') faults.push({ line, reason: 'cells' });
    else if (on === undefined) faults.push({ line, reason: 'date' });
    else if (a === b) faults.push({ line, reason: 'same' });
    else pairs.push({ line, a, b, on });
  }
  return { pairs, faults };
}
