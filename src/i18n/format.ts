const formats = new Map<string, Intl.DateTimeFormat>();

/** A date format made once: making one costs a thousand times what using it does. */
export function dateFormat(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = language + JSON.stringify(options);
  let format = formats.get(name);
  if (!format) {
    try {
      format = new Intl.DateTimeFormat(language, options);
    } catch {
      // A zone that this browser does not know.
      format = new Intl.DateTimeFormat(language, { ...options, timeZone: undefined });
    }
    formats.set(name, format);
  }
  return format;
}

/** `rtl` for the scripts written so. */
export const directionOf = (language: string): 'rtl' | 'ltr' =>
  /^(?:ar|fa|he|ps|ur|yi|dv|ug|sd|ckb)\b/i.test(language) ? 'rtl' : 'ltr';
