import type { Form } from '../../src/contract/index.js';
import type { FormHouse } from './forms/data-controller.js';
import type { Language } from '../i18n/language.js';
import type { Intake } from './service.js';
import type { SubjectKind } from './consents-repository.js';
import type { Database } from '../db/database.js';
import type { StoredSubmission } from './submission-row.js';

export interface DeskParts {
  db: Database;
  now: () => number;
  house: FormHouse;
  intake: Intake;
  /** Called when a mail was queued. */
  onMail: () => void;
}

/** What the link of the first mail opens. */
export interface Invitation {
  state: 'waiting' | 'done' | 'expired';
  language: Language;
  /** What the submission is about, and the page of it. */
  name: string;
  page: string;
}

/** What the links of later mails open: a person's own submission, and what can be done with it. */
export interface Own {
  submission: StoredSubmission;
  form: Form;
  language: Language;
  name: string;
  page: string;
  /** What became of it, in sentences. */
  status: string[];
  /** Whether it was cancelled or withdrawn: nothing is left to cancel. */
  isOver: boolean;
  /** Other facts: when and where. */
  lines: string[];
  links: { url: string; label: string }[];
  /** Set while a freed seat is kept for the person. */
  isOffered?: boolean;
}

/** What people do with what they submitted, whatever it asks for. Reading changes nothing (D10). */
export interface Desk {
  kind: SubjectKind;
  lookAtConfirmation(token: string): Promise<Invitation | undefined>;
  /** Confirms once; gives the secret of the person's own page. */
  confirm(token: string): Promise<{ manage: string } | undefined>;
  /** Refuses what was not confirmed: nothing of it is kept. */
  refuse(token: string): Promise<boolean>;
  look(token: string): Promise<Own | undefined>;
  cancel(token: string): Promise<boolean>;
}
