import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { Problem } from './problem.ts';

/** One row of a file with the line it begins on. */
export interface CsvRow {
  line: number;
  cells: string[];
}

/** A read file: header cells, and rows that all have as many cells. */
export interface CsvTable {
  file: string;
  header: string[];
  rows: CsvRow[];
}

/** Reads a CSV file strictly: UTF-8, a header, every row as wide as the header, every quote closed. */
export function readCsv(file: string): CsvTable {
  return parseCsv(file, decode(file));
}

function decode(file: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new Problem(`${file}: ${missing ? 'there is no such file' : 'cannot be read'}. Check the path.`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Problem(`${file}, line ${badLine(bytes)}: not UTF-8. Save the file as "CSV UTF-8" and try again.`);
  }
}

/** The first line that does not decode. */
function badLine(bytes: Buffer): number {
  let line = 1;
  let from = 0;
  while (from < bytes.length) {
    const end = bytes.indexOf(10, from);
    const to = end === -1 ? bytes.length : end;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(from, to));
    } catch {
      return line;
    }
    line += 1;
    from = to + 1;
  }
  return line;
}

/** Parses CSV text with the strictness of `readCsv`; `file` is only for messages. */
export function parseCsv(file: string, text: string): CsvTable {
  const rows: CsvRow[] = [];
  const delimiter = delimiterOf(text);
  let line = 1;
  let cursor = 0;
  Papa.parse<string[]>(text, {
    delimiter,
    step(result) {
      const next = result.meta.cursor;
      for (const error of result.errors) {
        if (error.type === 'Quotes') throw quoteProblem(file, line, error.code);
      }
      const blank = result.data.every((cell) => cell.trim() === '');
      if (!blank || result.data.length > 1) rows.push({ line, cells: result.data.map((cell) => cell.trim()) });
      line += countLines(text, cursor, next);
      cursor = next;
    },
  });
  const [first, ...rest] = rows;
  if (first === undefined)
    throw new Problem(`${file}, line 1: the file is empty. Add a header row and one row a person.`);
  for (const row of rest) checkWidth(file, row, first.cells.length);
  return { file, header: first.cells, rows: rest };
}

function quoteProblem(file: string, line: number, code: string): Problem {
  if (code === 'MissingQuotes') {
    return new Problem(
      `${file}, line ${line}: a quote is opened and never closed. Close it, or double it inside text.`,
    );
  }
  return new Problem(
    `${file}, line ${line}: a quote stands in the middle of a cell. Quote the whole cell and double it.`,
  );
}

function checkWidth(file: string, row: CsvRow, width: number): void {
  const count = row.cells.length;
  if (count === width) return;
  const much = count > width ? 'too many' : 'too few';
  throw new Problem(
    `${file}, line ${row.line}: ${count} cells, ${much} for ${width} columns. Quote cells that hold commas, or complete the row.`,
  );
}

/** A comma, unless the header line has none but has semicolons or tabs. */
function delimiterOf(text: string): string {
  const header = text.split(/\r?\n|\r/, 1)[0] ?? '';
  if (header.includes(',')) return ',';
  if (header.includes('\t')) return '\t';
  return header.includes(';') ? ';' : ',';
}

function countLines(text: string, from: number, to: number): number {
  let lines = 0;
  for (let place = from; place < to; place++) {
    const code = text.charCodeAt(place);
    if (code === 10 || (code === 13 && text.charCodeAt(place + 1) !== 10)) lines += 1;
  }
  return lines;
}
