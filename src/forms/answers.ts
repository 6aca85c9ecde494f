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

/** Whether a question is asked, the others being answered so: the one that calls for it must be asked too. */
export function isAsked({ name, condition }: Question, answers: Answers, all: readonly Question[]): boolean {
  if (!condition) return true;
  const given = answers.get(condition.field) ?? '';
  const isCalled = condition.equals.some((value) =>
    typeof given === 'string' ? given === value : given.includes(value),
  );
  const others = all.filter((one) => one.name !== name);
  const cause = others.find((one) => one.name === condition.field);
  return isCalled && (!cause || isAsked(cause, answers, others));
}
