/** How a file's bytes were read as text. */
export type Encoding = 'utf-8' | 'utf-16' | 'windows-1252';

/** One record of a file and the line it begins on; a broken one has unbalanced quotes. */
export interface CsvRecord {
  line: number;
  cells: string[];
  isBroken: boolean;
}

const DELIMITERS = [',', ';', '\t', '|'] as const;
/** A quoted cell longer than this, or over more lines, was never meant: its quote is a mistake. */
const CELL_LIMIT = 8_000;
const CELL_LINES = 40;

/** The text of a file, or undefined where it is no text (a spreadsheet file, a picture). */
export function decode(bytes: Uint8Array): { text: string; encoding: Encoding } | undefined {
  const read = textOf(bytes);
  const text = read.text.replace(/^\ufeff/, '').replaceAll(/\r\n?/g, '\n');
  return text.includes('\0') || text.trim() === '' ? undefined : { text, encoding: read.encoding };
}

function textOf(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16' };
  if (first === 0xfe && second === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
  }
}

/** All records but blank ones. A mistake in quotes costs its own line, never the lines after it. */
export function parseCsv(text: string): CsvRecord[] {
  const named = /^sep=([,;\t|])\n/i.exec(text);
  const delimiter = named?.[1] ?? delimiterOf(text);
  return recordsOf(text, delimiter, named ? named[0].length : 0);
}

/** The delimiter that parts the first records into the most cells, alike in number. */
function delimiterOf(text: string): string {
  const head = text.slice(0, 20_000);
  let best: { delimiter: string; worth: number } = { delimiter: ',', worth: 0 };
  for (const delimiter of DELIMITERS) {
    const records = recordsOf(head, delimiter, 0).slice(0, 20);
    const width = records[0]?.cells.length ?? 1;
    const alike = records.filter(({ cells, isBroken }) => cells.length === width && !isBroken).length / records.length;
    const worth = (width - 1) * alike;
    if (worth > best.worth) best = { delimiter, worth };
  }
  return best.delimiter;
}

function recordsOf(text: string, delimiter: string, from: number): CsvRecord[] {
  const records: CsvRecord[] = [];
  let [at, line] = [from, from > 0 ? 2 : 1];
  let width: number | undefined;
  while (at < text.length) {
    const end = endOfLine(text, at);
    const whole = quotedRecord(text, at, delimiter);
    const swallowed = whole !== undefined && whole.lines > 1 && width !== undefined && whole.cells.length !== width;
    const isBroken = whole === undefined || swallowed;
    const cells = isBroken ? text.slice(at, end).replaceAll('"', '').split(delimiter) : whole.cells;
    if (cells.some((cell) => cell.trim() !== '')) {
      records.push({ line, cells, isBroken });
      width ??= cells.length;
    }
    line += isBroken ? 1 : whole.lines;
    at = isBroken ? end + 1 : whole.next;
  }
  return records;
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}

interface Whole {
  cells: string[];
  next: number;
  lines: number;
}

/** The record that begins at a place; undefined where its quotes do not close as they should. */
function quotedRecord(text: string, from: number, delimiter: string): Whole | undefined {
  const end = endOfLine(text, from);
  const plain = text.slice(from, end);
  if (!plain.includes('"')) return { cells: plain.split(delimiter), next: end + 1, lines: 1 };
  const cells: string[] = [];
  let [at, lines] = [from, 1];
  for (;;) {
    const cell = text[at] === '"' ? quotedCell(text, at) : bareCell(text, at, delimiter);
    if (!cell) return undefined;
    cells.push(cell.value);
    lines += cell.lines;
    if (cell.next >= text.length || text[cell.next] === '\n') return { cells, next: cell.next + 1, lines };
    if (text[cell.next] !== delimiter) return undefined;
    at = cell.next + 1;
  }
}

interface Cell {
  value: string;
  next: number;
  /** Line ends inside. */
  lines: number;
}

function bareCell(text: string, at: number, delimiter: string): Cell {
  const end = endOfLine(text, at);
  const stop = text.slice(at, end).indexOf(delimiter);
  const next = stop === -1 ? end : at + stop;
  return { value: text.slice(at, next), next, lines: 0 };
}

function quotedCell(text: string, at: number): Cell | undefined {
  const view = text.slice(at + 1, at + 1 + CELL_LIMIT);
  let close = view.indexOf('"');
  while (close !== -1 && view[close + 1] === '"') close = view.indexOf('"', close + 2);
  if (close === -1) return undefined;
  const value = view.slice(0, close).replaceAll('""', '"');
  const lines = value.split('\n').length - 1;
  if (lines > CELL_LINES) return undefined;
  // Blanks between the closing quote and the delimiter are harmless.
  const blanks = /^ */.exec(view.slice(close + 1))?.[0].length ?? 0;
  return { value, next: at + 1 + close + 1 + blanks, lines };
}
