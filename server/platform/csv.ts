// Not seen, yet a spreadsheet may skip them: blanks, controls, joiners, marks of order and direction.
const UNSEEN = /^[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]+/u;
const FORMULA = /^[=+\-@\uff1d\uff0b\uff0d\uff20\u2212\ufe62\ufe63\ufe66\ufe6b]/u;
const CONTROL = /[\t\r\n\0]/;

/** A cell that no spreadsheet takes for a formula: an apostrophe stands before what could be one. */
export function safeCell(cell: string): string {
  const before = UNSEEN.exec(cell)?.[0] ?? '';
  const isRisky = CONTROL.test(before) || FORMULA.test(cell.slice(before.length));
  const text = cell.replaceAll('\0', '');
  return isRisky ? `'${text}` : text;
}

function quoted(cell: string): string {
  const safe = safeCell(cell);
  return /[",;|\t\r\n']|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** CSV text for programs and people alike: CRLF, formulas disarmed. */
export function csvLines(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, ...rows].map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
}

/** A CSV file that spreadsheets open as it was meant: `csvLines` in UTF-8 with its mark. */
export const csvOf = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  `\ufeff${csvLines(header, rows)}`;
