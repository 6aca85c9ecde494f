/** A text in a language of its own. */
export interface ForeignText {
  text: string;
  language: string;
}
