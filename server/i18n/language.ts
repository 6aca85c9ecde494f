const languages = ['fr', 'en'] as const;
export type Language = (typeof languages)[number];

/** Whether we write in a language. */
export const isOurs = (tag: string): boolean =>
  languages.some((language) => language === tag.toLowerCase().split('-')[0]);

/** The language we have that is closest to the one asked for; French otherwise. */
export function closestLanguage(tag: string | undefined): Language {
  const primary = (tag ?? '').toLowerCase().split('-')[0];
  return languages.find((language) => language === primary) ?? 'fr';
}
