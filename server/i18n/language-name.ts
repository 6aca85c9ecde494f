import type { Language } from './language.js';

/** The name of a language; its code when it has none. */
export function languageName(language: Language, code: string): string {
  try {
    return new Intl.DisplayNames(language, { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** Languages that people choose among for what is published. */
export const offeredLanguages = ['fr', 'en', 'es', 'pt', 'ar'] as const;
