const names = new Map<string, string>();

/** “français” of `fr`; the code itself when the browser does not know it. */
export function languageName(language: string, code: string): string {
  const key = `${language} ${code}`;
  let name = names.get(key);
  if (name === undefined) {
    try {
      name = new Intl.DisplayNames(language, { type: 'language' }).of(code);
    } catch {
      // Not a code.
    }
    // Made once: making one costs a thousand times what using it does.
    names.set(key, (name ??= code));
  }
  return name;
}
