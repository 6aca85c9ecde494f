/** A question, as far as checking it goes. */
export interface Question {
  name: string;
  kind: string;
  label: string;
  required: boolean;
  maxLength: number | null;
  condition: { field: string; equals: string[] } | null;
}

/** What a person answered, by the name of the question. */
export type Answers = ReadonlyMap<string, string | readonly string[]>;

/** Whether a question is asked, the others being answered so. */
export function isAsked({ condition }: Question, answers: Answers): boolean {
  if (!condition) return true;
  const given = answers.get(condition.field) ?? '';
  return condition.equals.some((value) =>
    typeof given === 'string' ? given === value : given.includes(value),
  );
}
