import { columnsWithoutNames, headerAt, isHeaderAgain, lacksHeader } from './columns.ts';
import { type CsvRecord, parseCsv } from './csv.ts';
import { type Decoded, decodeFile, type Encoding } from './encodings.ts';

/** A file of people: its columns' names, its rows, and the lines that are neither. */
export interface Table {
  decoded: Decoded;
  header: CsvRecord;
  /** True where the first line is a person: the columns are called 1, 2, 3. */
  isBare: boolean;
  headers: string[];
  rows: CsvRecord[];
  /** Titles above the header. */
  titles: CsvRecord[];
  /** The header again, for machines or on a later page. */
  again: CsvRecord[];
}

const MOST_TITLES = 20;

const SUM =
  /^(?:(?:grand |sub)?totals?|sum|summe|gesamt(?:summe)?|anzahl|count|somme|totale|totaal|suma|razem|celkem|toplam|итого|всего|合計|合计|总计|합계)(?:[\s:=]+[\d.,]*)?$|^\d+ (?:rows?|records?|entries|employees|people|persons)\.?$|^(?:generated|exported|created|printed) (?:on|at|by)\b/i;

/** Whether a record below a table sums it up, or says where it is from. */
export const isFooter = ({ cells }: CsvRecord): boolean =>
  SUM.test(cells.find((cell) => cell.trim() !== '')?.trim() ?? '');

/** Reads a file as a table; undefined where it is no text or holds nothing. */
export function readTable(bytes: Uint8Array, told?: Encoding): Table | undefined {
  const decoded = decodeFile(bytes, told);
  if (!decoded) return undefined;
  const records = parseCsv(decoded.text);
  const at = headerAt(records.slice(0, MOST_TITLES).map(({ cells }) => cells));
  const header = records[at];
  if (!header) return undefined;
  const isBare = lacksHeader(header.cells);
  const below = records.slice(isBare ? at : at + 1);
  const isAgain = ({ cells }: CsvRecord) => !isBare && isHeaderAgain(header.cells, cells);
  return {
    decoded,
    header,
    isBare,
    headers: isBare ? columnsWithoutNames(header.cells).headers : header.cells,
    rows: below.filter((record) => !isAgain(record)),
    titles: records.slice(0, at),
    again: below.filter(isAgain),
  };
}
