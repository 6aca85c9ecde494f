import type { FieldView } from '../../api/forms.js';
import type { FormSubmissionMessages } from '../../i18n/messages.js';
import { isAsked, type FormAnswers } from '../answers.js';
import type { Issue } from '../submission.js';

/** What is wrong with the answers before anything is sent, in the order of the form. */
export function validateAnswers(
  fields: readonly FieldView[],
  answers: FormAnswers,
  messages: FormSubmissionMessages['issues'],
): Issue[] {
  const issues: Issue[] = [];
  for (const field of fields) {
    if (!isAsked(field, answers, fields)) continue;
    const { name, kind, label, required, maxLength } = field;
    const given = answers.get(name) ?? '';
    const answer = typeof given === 'string' ? given.trim() : given;
    let detail = '';
    if (!answer.length) detail = required ? messages.required(label) : '';
    else if (typeof answer === 'string') {
      if (maxLength && answer.length > maxLength) detail = messages.tooLong(label, maxLength);
      else if (kind === 'email' && !/^[^\s@,;<>"()]+@[^\s@,;<>"()]+\.[\p{L}0-9-]{2,}$/iu.test(answer))
        detail = messages.email;
    }
    if (detail) issues.push({ name, detail });
  }
  return issues;
}

/** The answers to send: no empty one, and none to a question that is not asked. */
export function answersToSend(
  fields: readonly FieldView[],
  answers: FormAnswers,
): Record<string, string | string[]> {
  const sent: [string, string | string[]][] = [];
  for (const field of fields) {
    const answer = answers.get(field.name);
    if (!answer?.length || !isAsked(field, answers, fields)) continue;
    sent.push([field.name, typeof answer === 'string' ? answer.trim() : [...answer]]);
  }
  return Object.fromEntries(sent.filter(([, answer]) => answer.length));
}
