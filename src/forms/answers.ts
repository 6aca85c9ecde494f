/** What a person answered, by the name of the question. */
export type FormAnswers = ReadonlyMap<string, string | readonly string[]>;

/** A question, as far as its condition goes. */
interface Conditional {
  name: string;
  condition: { field: string; equals: readonly string[] } | null;
}

/** Whether a question is asked, given the other answers: the one that it depends on must be asked too. */
export function isAsked<Q extends Conditional>(
  { name, condition }: Conditional,
  answers: FormAnswers,
  all: readonly Q[],
): boolean {
  if (!condition) return true;
  const given = answers.get(condition.field) ?? '';
  const isMet = condition.equals.some((value) =>
    typeof given === 'string' ? given === value : given.includes(value),
  );
  const others = all.filter((one) => one.name !== name);
  const cause = others.find((one) => one.name === condition.field);
  return isMet && (!cause || isAsked(cause, answers, others));
}
