/** One record of a file and the line it begins on; a broken one has unbalanced quotes. */
export interface CsvRecord {
  line: number;
  cells: string[];
  isBroken: boolean;
}

const DELIMITERS = [',', ';', '\t', '|'] as const;
/** A cell longer than this, or quoted over more lines, was never meant: its line is a mistake. */
const CELL_LIMIT = 8_000;
const CELL_LINES = 40;
// So is a record over more lines than these: what follows an open quote is not read again for each line.
const RECORD_LINES = 200;

/** All records but blank ones. A mistake in quotes costs its own line, never the lines after it. */
export function parseCsv(text: string): CsvRecord[] {
  const named = /^"?sep=([,;\t|])"?\n/i.exec(text);
  const shape = shapeOf(text, named?.[1] ? [named[1]] : DELIMITERS);
  const records = recordsOf(text, shape, named ? named[0].length : 0);
  return shape.width === 1 && records.length > 1 && records.every(isWrapped) ? unwrapped(records) : records;
}

/** A whole line in one cell: a spreadsheet opened the file with another delimiter and saved it. */
const isWrapped = ({ cells, isBroken }: CsvRecord): boolean =>
  !isBroken && cells.length === 1 && /[,;\t|]/.test(cells[0] ?? '') && !cells[0]?.includes('\n');

function unwrapped(records: readonly CsvRecord[]): CsvRecord[] {
  const { delimiter } = shapeOf(records.map(({ cells }) => cells[0] ?? '').join('\n'), DELIMITERS);
  return records.map((record) => {
    const [inner = record] = recordsOf(record.cells[0] ?? '', { delimiter, width: 0 }, 0);
    return { ...inner, line: record.line };
  });
}

interface Shape {
  delimiter: string;
  /** Cells of most records; titles above the table have fewer. */
  width: number;
}

/** The delimiter that parts the first records into the most cells, alike in number; a table without exception before any other. */
function shapeOf(text: string, delimiters: readonly string[]): Shape {
  const head = text.slice(0, 20_000);
  let best: Shape & { worth: number } = { delimiter: delimiters[0] ?? ',', width: 0, worth: -1 };
  for (const delimiter of delimiters) {
    const records = recordsOf(head, { delimiter, width: 0 }, 0)
      .filter(({ isBroken }) => !isBroken)
      .slice(0, 30);
    const widths = Map.groupBy(records, ({ cells }) => cells.length);
    for (const [width, alike] of widths) {
      const share = alike.length / records.length;
      const worth = (width - 1) * share + (width > 1 && share === 1 ? 1_000 : 0);
      if (worth > best.worth) best = { delimiter, width, worth };
    }
  }
  return best;
}

/** Records of a text; with a width, one over several lines that has another is taken for a mistake in quotes. */
function recordsOf(text: string, { delimiter, width }: Shape, from: number): CsvRecord[] {
  const records: CsvRecord[] = [];
  let [at, line] = [from, from > 0 ? 2 : 1];
  while (at < text.length) {
    const end = endOfLine(text, at);
    const whole = quotedRecord(text, at, delimiter);
    const swallowed = whole !== undefined && whole.lines > 1 && width > 0 && whole.cells.length !== width;
    const isBroken = whole === undefined || swallowed;
    const cells = isBroken ? cellsOfBroken(text.slice(at, end), delimiter) : whole.cells;
    if (cells.some((cell) => cell.trim() !== '')) {
      records.push({ line, cells: cells.map(asText), isBroken });
    }
    line += isBroken ? 1 : whole.lines;
    at = isBroken ? end + 1 : whole.next;
  }
  return records;
}

const cellsOfBroken = (line: string, delimiter: string): string[] =>
  line
    .replaceAll('"', '')
    .split(delimiter)
    .map((cell) => cell.slice(0, CELL_LIMIT));

/** '="00123"' and "'00123" are how text is kept from becoming a number. */
function asText(cell: string): string {
  const formula = /^\s*="((?:[^"]|"")*)"\s*$/.exec(cell)?.[1];
  return formula?.replaceAll('""', '"') ?? cell.replace(/^'(?=\d)/, '');
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
  if (!plain.includes('"')) {
    const found = plain.split(delimiter);
    return found.some((cell) => cell.length > CELL_LIMIT) ? undefined : { cells: found, next: end + 1, lines: 1 };
  }
  const cells: string[] = [];
  let [at, lines] = [from, 1];
  for (;;) {
    const cell = text[at] === '"' ? quotedCell(text, at) : bareCell(text, at, delimiter);
    if (!cell) return undefined;
    cells.push(cell.value);
    lines += cell.lines;
    if (lines > RECORD_LINES) return undefined;
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

function bareCell(text: string, at: number, delimiter: string): Cell | undefined {
  const view = text.slice(at, at + CELL_LIMIT + 1);
  const stops = [view.indexOf(delimiter), view.indexOf('\n')].filter((stop) => stop !== -1);
  if (stops.length === 0 && view.length > CELL_LIMIT) return undefined;
  const value = view.slice(0, Math.min(view.length, ...stops));
  return { value, next: at + value.length, lines: 0 };
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
