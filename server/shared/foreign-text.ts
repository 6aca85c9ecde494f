/** A text in a language of its own. */
export interface ForeignText {
  text: string;
  language: string;
}

/** The title of a session or resource, which is in the language of what it names. */
export const titleOf = ({ title, language }: { title: string; language: string }): ForeignText => ({
  text: title,
  language,
});
