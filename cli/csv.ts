import { readFileSync } from 'node:fs';
import type { CsvRecord } from '#engine/tables/csv.ts';
import { type Decoded, decodeFile, ENCODINGS, type Encoding } from '#engine/tables/encodings.ts';
import { isFooter, readTable } from '#engine/tables/table.ts';
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
  /** The line of the header; titles may stand above it. */
  headerLine: number;
  rows: CsvRow[];
  /** A sum or a note below the table, which is nobody. */
  footer: CsvRow[];
  decoded: Decoded;
}

/** The encoding that an option names. */
export function encodingNamed(name: string | undefined): Encoding | undefined {
  if (name === undefined) return undefined;
  const plain = name.trim().toLowerCase();
  const found = ENCODINGS.find((encoding) => encoding === plain);
  if (found) return found;
  throw new Problem(`--encoding ${name}: not known. Choose from: ${ENCODINGS.join(', ')}`);
}

/** Reads a CSV file as an import does, but strictly: every row as wide as the header, every quote closed. */
export function readCsv(file: string, encoding?: Encoding): CsvTable {
  return tableOf(file, bytesAt(file), encoding);
}

function bytesAt(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new Problem(`${file}: ${missing ? 'there is no such file' : 'cannot be read'}. Check the path.`);
  }
}

function tableOf(file: string, bytes: Uint8Array, encoding: Encoding | undefined): CsvTable {
  if (bytes.every((byte) => byte <= 32))
    throw new Problem(`${file}, line 1: the file is empty. Add a header row and one row a person.`);
  const table = readTable(bytes, encoding);
  if (!table) {
    const isText = decodeFile(bytes, encoding) !== undefined;
    throw new Problem(
      isText
        ? `${file}, line 1: the file is empty. Add a header row and one row a person.`
        : `${file}: this is no text. Save the table as CSV and try again.`,
    );
  }
  const { header, isBare, decoded } = table;
  if (isBare)
    throw new Problem(`${file}, line ${header.line}: this is a person, not the names of columns. Add a header row.`);
  const last = table.rows.findLastIndex((record) => !isFooter(record)) + 1;
  const rows = table.rows.slice(0, last);
  for (const record of [header, ...rows]) checkRecord(file, record, header.cells.length);
  const trimmed = ({ line, cells }: CsvRecord) => ({ line, cells: cells.map((cell) => cell.trim()) });
  return {
    file,
    header: trimmed(header).cells,
    headerLine: header.line,
    rows: rows.map(trimmed),
    footer: table.rows.slice(last).map(trimmed),
    decoded,
  };
}

function checkRecord(file: string, { line, cells, isBroken }: CsvRecord, width: number): void {
  if (isBroken)
    throw new Problem(
      `${file}, line ${line}: a quote is not closed, or stands in the middle of a cell. Quote the whole cell, and double a quote inside it.`,
    );
  const count = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
  if (cells.length >= width && count <= width) return;
  const much = cells.length > width ? 'too many' : 'too few';
  throw new Problem(
    `${file}, line ${line}: ${Math.max(count, cells.length)} cells, ${much} for ${width} columns. Quote cells that hold the delimiter, or complete the row.`,
  );
}
