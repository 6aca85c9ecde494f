import type { ApiError, ApiErrorKind } from '../api/api-error.js';
import type { ApiClient } from '../api/client.js';
import type { FormView } from '../api/forms.js';
import type { Form } from '../contract/index.js';
import type { FormSubmissionMessages } from '../i18n/messages.js';
import type { FormAnswers } from './answers.js';
import type { ProofMaker } from './lazy/proof-of-work.js';

export interface Issue {
  /** Name of the question; empty when it is about none of them. */
  name: string;
  detail: string;
}

/** What a form is about, and how the page hears of its submission. */
export interface FormSubject {
  kind: Form['kind'];
  /** Path of the API to which it is sent. */
  path: string;
  /** What is sent beside the answers. */
  about: Readonly<Record<string, string>>;
  /** Questions whose answers are sent beside the others. */
  beside: readonly string[];
  /** Sends an event to the page; false when the page prevented a `submit`. */
  emit: (
    event: 'submit' | 'accepted' | 'refused',
    detail: { answers?: Record<string, string | string[]>; kind?: ApiErrorKind },
  ) => boolean;
}

/** What stays the same over the retries of one submission, and may be done before it. */
export interface SubmissionMemory {
  /** One key for as long as the body stays the same (L01). */
  key: string;
  body: string;
  proof: ProofMaker | undefined;
}

export const newMemory = (): SubmissionMemory => ({ key: '', body: '', proof: undefined });

/** All that a submission is made from. */
export interface SubmissionInput {
  api: ApiClient;
  form: FormView;
  subject: FormSubject;
  messages: FormSubmissionMessages;
  answers: FormAnswers;
  consents: ReadonlySet<string>;
  /** The answer to the question that people do not see. */
  honeypot: string;
  /** Address of the site, for a page that cannot tell its own. */
  site: string | undefined;
  memory: SubmissionMemory;
}

/** How far a submission has come. */
export type SubmissionStep =
  | { state: 'editing' }
  | { state: 'invalid'; issues: readonly Issue[] }
  /** Complete and about to be sent: the page may prevent it. */
  | { state: 'complete'; answers: Record<string, string | string[]> }
  | { state: 'sending' }
  /** Kept until the network is back. */
  | { state: 'waiting' }
  | { state: 'accepted' }
  | {
      state: 'refused';
      failure: ApiError;
      issues: readonly Issue[];
      /** The server has another version of the form: it is asked for again. */
      isOutdated: boolean;
    };

export const issuesOf = (step: SubmissionStep): readonly Issue[] => ('issues' in step ? step.issues : []);
