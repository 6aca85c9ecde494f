/** `semicolon`: for spreadsheets with the settings of France, which take a comma for a decimal sign. */
export type CsvSeparator = 'comma' | 'semicolon';

type Cell = string | number | boolean | null | undefined | readonly string[];

/**
 * CSV by RFC 4180, with a byte order mark so that spreadsheets read UTF-8. A text that a spreadsheet would take for a
 * formula is preceded by an apostrophe (S13), also inside a cell: where the settings of a country separate cells by
 * semicolons, a cell is cut at its own semicolons and lines.
 */
export function toCsv(
  columns: readonly string[],
  rows: readonly Record<string, Cell>[],
  separator: CsvSeparator = 'comma',
): string {
  const sign = separator === 'semicolon' ? ';' : ',';
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column]))];
  return `\uFEFF${lines.map((cells) => cells.map((value) => cell(value, sign)).join(sign)).join('\r\n')}\r\n`;
}

/** The place before a sign that begins a formula, half or full width, at the start or after a separator. */
const FORMULA = /(^|[;\t\r\n])(?=[=+\-@\t\r\0\uFF1D\uFF0B\uFF0D\uFF20])/g;

function cell(value: Cell, separator: string): string {
  const text = value == null ? '' : Array.isArray(value) ? value.join(' ') : String(value);
  const safe = text.replace(FORMULA, "$1'");
  return /["\r\n]/.test(safe) || safe.includes(separator) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
