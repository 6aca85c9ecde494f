/**
 * The items of a list that can be read. One that cannot (a row that something else wrote, or a file system damaged) is left
 * out and reported as a warning of the process, which the log shows: one bad row blanks no list.
 */
export function readable<R, T>(what: string, rows: readonly R[], read: (row: R) => T): T[] {
  return rows.flatMap((row) => {
    try {
      return [read(row)];
    } catch (error) {
      const id = (row as { id?: unknown; slug?: unknown }).id ?? (row as { slug?: unknown }).slug;
      const named = typeof id === 'string' ? ` “${id}”` : '';
      const why = error instanceof Error ? error.name : typeof error;
      process.emitWarning(`The ${what}${named} cannot be read (${why}); lists leave it out.`, {
        code: 'F3E_UNREADABLE',
      });
      return [];
    }
  });
}
