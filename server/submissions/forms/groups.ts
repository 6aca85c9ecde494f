import type { Field, FieldGroup } from '../../../src/contract/index.js';
import { joinFormMessages } from '../../i18n/join-form.js';
import type { Language } from '../../i18n/language.js';

type GroupName = keyof ReturnType<typeof joinFormMessages>['groups'];

/** Which questions stand together, in order; those of a community or a session come with the last ones. */
const plan: readonly (readonly [GroupName, readonly string[]])[] = [
  ['need', ['title', 'theme', 'need', 'whyNow']],
  ['circle', ['functions', 'interestedOrganisations', 'possibleProduction']],
  ['you', ['givenName', 'familyName', 'email']],
  ['organisation', ['organisation', 'pairWith', 'membership', 'role']],
  ['coming', ['attendance']],
];

/** The groups of a form: what may be left out is folded at the end. */
export function groupsOf(fields: readonly Field[], language: Language): FieldGroup[] {
  const titles = joinFormMessages(language).groups;
  const named = new Set(plan.flatMap(([, names]) => names));
  const others = fields.filter(({ name }) => !named.has(name));
  const group = (title: GroupName, names: readonly string[], isFolded = false): FieldGroup[] =>
    names.length ? [{ title: titles[title], fields: [...names], isFolded }] : [];
  return [
    ...plan.flatMap(([title, names]) =>
      group(
        title,
        names.filter((name) => fields.some((field) => field.name === name)),
      ),
    ),
    ...group(
      'questions',
      others.filter(({ required }) => required).map(({ name }) => name),
    ),
    ...group(
      'more',
      others.filter(({ required }) => !required).map(({ name }) => name),
      true,
    ),
  ];
}
