import { isAsked, type Answers, type Question } from './answers.js';

export interface Issue {
  /** Name of the question; empty when it is about none of them. */
  name: string;
  detail: string;
}

export interface IssueWords {
  required(label: string): string;
  email: string;
  tooLong(label: string, most: number): string;
}

/** What the browser can tell is wrong before anything is sent, in the order of the form. */
export function check(questions: readonly Question[], answers: Answers, words: IssueWords): Issue[] {
  const issues: Issue[] = [];
  for (const question of questions) {
    if (!isAsked(question, answers, questions)) continue;
    const { name, kind, label, required, maxLength } = question;
    const given = answers.get(name) ?? '';
    const answer = typeof given === 'string' ? given.trim() : given;
    let detail = '';
    if (!answer.length) detail = required ? words.required(label) : '';
    else if (typeof answer === 'string') {
      if (maxLength && answer.length > maxLength) detail = words.tooLong(label, maxLength);
      else if (kind === 'email' && !/^[^\s@,;<>"()]+@[^\s@,;<>"()]+\.[a-z0-9-]{2,}$/i.test(answer))
        detail = words.email;
    }
    if (detail) issues.push({ name, detail });
  }
  return issues;
}

/** What is sent: no empty answer, none of a question that was not asked. */
export function toSend(questions: readonly Question[], answers: Answers): Record<string, string | string[]> {
  const sent: [string, string | string[]][] = [];
  for (const question of questions) {
    const answer = answers.get(question.name);
    if (!answer?.length || !isAsked(question, answers, questions)) continue;
    sent.push([question.name, typeof answer === 'string' ? answer.trim() : [...answer]]);
  }
  return Object.fromEntries(sent.filter(([, answer]) => answer.length));
}
