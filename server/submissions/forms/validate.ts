import {
  type Answer,
  type ConsentGiven,
  type Field,
  type Form,
  isDay,
  type ProblemIssue,
} from '../../../src/contract/index.js';
import { joinFormMessages, type JoinFormMessages } from '../../i18n/join-form.js';
import { closestLanguage } from '../../i18n/language.js';
import { asciiAddress, isPlainAddress } from './email.js';

type AnswersByName = Record<string, Answer>;

/** Issues of answers and consents, in the order of the form; empty when they are valid. */
export function validateAnswers(
  form: Form,
  answers: AnswersByName,
  consents: readonly ConsentGiven[],
): ProblemIssue[] {
  const messages = joinFormMessages(closestLanguage(form.language)).issues;
  const known = new Map(form.fields.map((field) => [field.name, field]));
  const unknown = Object.keys(answers)
    .filter((name) => !known.has(name))
    .map((name) => ({ pointer: `/answers/${name}`, code: 'unknown', detail: messages.unknown }));
  const faults = form.fields.flatMap((field) => {
    const asked = isAsked(field, answers, form.fields);
    const fault = faultOf(field, asked ? answers[field.name] : undefined, asked, messages);
    return fault ? [{ pointer: `/answers/${field.name}`, ...fault }] : [];
  });
  const misread = consents.flatMap((given, i) =>
    form.consents.some((asked) => asked.purpose === given.purpose && asked.textSha256 === given.textSha256)
      ? []
      : [{ pointer: `/consents/${i}`, code: 'consent-text', detail: messages.consent }],
  );
  return [...faults, ...misread, ...unknown];
}

/** The answers to store: trimmed, without empty ones and without answers to questions that were not asked. */
export function normaliseAnswers(form: Form, answers: AnswersByName): AnswersByName {
  const kept: [string, Answer][] = [];
  for (const field of form.fields) {
    const answer = answers[field.name];
    if (answer === undefined || !isAsked(field, answers, form.fields)) continue;
    const text = typeof answer === 'string' ? normaliseText(answer, field.kind === 'long-text') : answer;
    const value = field.kind === 'email' && typeof text === 'string' ? asciiAddress(text) : text;
    if (value === '' || (Array.isArray(value) && value.length === 0)) continue;
    kept.push([field.name, value]);
  }
  return Object.fromEntries(kept);
}

/** Whether some of the answers are to questions of a sensitive kind. */
export const holdsSensitive = (form: Form, answers: AnswersByName): boolean =>
  form.fields.some((field) => field.sensitive && field.name in answers);

/** Trims a text and removes control characters, which no field needs. */
function normaliseText(text: string, linesMatter: boolean): string {
  const lines = linesMatter ? text.replace(/\r\n?/g, '\n') : text.replace(/\s+/g, ' ');

  return lines
    .replace(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/g, '')
    .toWellFormed()
    .trim();
}

/** Whether a question is asked, given the other answers. The question that it depends on must be asked too. */
function isAsked({ name, condition }: Field, answers: AnswersByName, all: readonly Field[]): boolean {
  if (!condition) return true;
  const answer = answers[condition.field];
  const isCalled = [answer]
    .flat()
    .some((value) => typeof value === 'string' && condition.equals.includes(value));
  const others = all.filter((one) => one.name !== name);
  const cause = others.find((one) => one.name === condition.field);
  return isCalled && (!cause || isAsked(cause, answers, others));
}

function faultOf(
  field: Field,
  answer: Answer | undefined,
  asked: boolean,
  messages: JoinFormMessages['issues'],
): { code: string; detail: string } | null {
  const empty =
    answer === undefined ||
    (typeof answer === 'string' && normaliseText(answer, true) === '') ||
    (Array.isArray(answer) && answer.length === 0);
  if (empty) {
    return asked && field.required ? { code: 'required', detail: messages.required(field.label) } : null;
  }
  const offered = (value: string) => field.options.some((option) => option.value === value);
  if (field.kind === 'several-choices') {
    if (!Array.isArray(answer)) return { code: 'wrong-kind', detail: messages.kind(field.label) };
    return answer.every(offered) ? null : { code: 'not-an-option', detail: messages.option(field.label) };
  }
  if (typeof answer !== 'string') return { code: 'wrong-kind', detail: messages.kind(field.label) };
  if (field.maxLength !== null && answer.length > field.maxLength) {
    return { code: 'too-long', detail: messages.tooLong(field.label, field.maxLength) };
  }
  if (field.kind === 'choice' || field.kind === 'yes-no') {
    return offered(answer) ? null : { code: 'not-an-option', detail: messages.option(field.label) };
  }
  if (field.kind === 'email' && !isPlainAddress(asciiAddress(answer.trim())))
    return { code: 'not-an-email', detail: messages.email };
  if (field.kind === 'date' && !isDay(answer))
    return { code: 'not-a-date', detail: messages.date(field.label) };
  return null;
}
