import type { Field, FieldGroup, Form } from '../../../src/contract/index.js';
import { joinFormMessages } from '../../i18n/join-form.js';
import type { Language } from '../../i18n/language.js';

type GroupName = keyof ReturnType<typeof joinFormMessages>['groups'];

const people: readonly (readonly [GroupName, readonly string[]])[] = [
  ['you', ['givenName', 'familyName', 'email']],
  ['organisation', ['organisation', 'pairWith', 'membership', 'role']],
];

/** Which of its own questions stand together in each kind of form, in order. */
const plans: Readonly<Record<Form['kind'], typeof people>> = {
  join: people,
  registration: [...people, ['coming', ['attendance']]],
  proposal: [
    ['need', ['title', 'theme', 'need', 'whyNow']],
    ['circle', ['functions', 'interestedOrganisations', 'possibleProduction']],
    ...people,
  ],
};

/** The groups of a form: what may be left out is folded at the end. A question stands with the one that it depends on. */
export function groupsOf(kind: Form['kind'], fields: readonly Field[], language: Language): FieldGroup[] {
  const plan = plans[kind];
  const titles = joinFormMessages(language).groups;
  const causeOf = ({ condition }: Field) => fields.find(({ name }) => name === condition?.field);
  const isNeeded = (field: Field): boolean =>
    field.required || fields.some((other) => other !== field && causeOf(other) === field && isNeeded(other));
  const groupOf = (field: Field, below = new Set<Field>()): GroupName => {
    const own = plan.find(([, names]) => names.includes(field.name));
    const cause = causeOf(field);
    if (own) return own[0];
    if (cause && !below.has(cause)) return groupOf(cause, new Set(below).add(field));
    return isNeeded(field) ? 'questions' : 'more';
  };
  const order: GroupName[] = [...plan.map(([title]) => title), 'questions', 'more'];
  return order.flatMap((title) => {
    const names = fields.filter((field) => groupOf(field) === title).map(({ name }) => name);
    return names.length ? [{ title: titles[title], fields: names, isFolded: title === 'more' }] : [];
  });
}
