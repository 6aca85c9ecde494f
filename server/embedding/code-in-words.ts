import { builderMessages } from '../i18n/builder/index.js';
import type { Language } from '../i18n/language.js';
import { resourcePageMessages } from '../i18n/resource-pages.js';
import { sessionPageMessages } from '../i18n/session-pages.js';

/** A code that an attribute takes, in words. */
export function codeInWords(language: Language, code: string): string {
  const { kinds, modes } = sessionPageMessages(language).sessions;
  const known: Readonly<Record<string, string>> = {
    ...builderMessages(language).values,
    ...resourcePageMessages(language).kinds,
    ...kinds,
    ...modes,
  };
  return known[code] ?? code;
}
