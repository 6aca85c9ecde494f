import type { FieldView } from '../api/forms.js';
import type { FormSubmissionMessages } from '../i18n/messages.js';
import type { FormAnswers } from './answers.js';
import type { validateAnswers } from './lazy/validation.js';
import type { Issue } from './submission.js';

interface Left {
  fields: readonly FieldView[];
  answers: FormAnswers;
  /** What the last try found. */
  issues: readonly Issue[];
  validate: typeof validateAnswers;
  messages: FormSubmissionMessages['issues'];
}

/** What was found when a person left questions, since the last try. */
export class AnswerChecks {
  #found = new Map<string, string>();
  #changed = new Set<string>();

  /** What is wrong with an answer, empty when nothing is; undefined where it was not checked. */
  of(name: string): string | undefined {
    return this.#found.get(name);
  }

  answered(name: string): void {
    this.#changed.add(name);
  }

  clear(): void {
    this.#found.clear();
    this.#changed.clear();
  }

  /**
   * Checks a question that a person leaves: after a first try, or when an answer is plainly wrong. What only the server could
   * find stays until the answer changes. Returns whether it was checked.
   */
  leave(name: string, { fields, answers, issues, validate, messages }: Left): boolean {
    if (!name) return false;
    if (!issues.length && !answers.get(name)?.length) return this.#found.delete(name);
    const found = validate(fields, answers, messages).find((issue) => issue.name === name);
    const isServers = issues.some((issue) => issue.name === name) && !this.#changed.has(name);
    if (!found && isServers) return false;
    this.#found.set(name, found?.detail ?? '');
    return true;
  }
}
