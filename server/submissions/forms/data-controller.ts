/** Who is responsible for the personal data, as the privacy notice of every form says (GDPR, article 13). */
export interface DataController {
  name: string;
  /** E-mail address for questions about the data. */
  contact: string;
}
