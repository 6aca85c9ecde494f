type Cell = string | number | boolean | null | undefined | readonly string[];

/**
 * CSV by RFC 4180, with a byte order mark so that spreadsheets read UTF-8. A cell that a spreadsheet would take for a
 * formula is preceded by an apostrophe (S13).
 */
export function toCsv(columns: readonly string[], rows: readonly Record<string, Cell>[]): string {
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column]))];
  return `\uFEFF${lines.map((cells) => cells.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(value: Cell): string {
  const text = value == null ? '' : Array.isArray(value) ? value.join(' ') : String(value);
  const safe = /^[=+\-@\t\r\0]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
