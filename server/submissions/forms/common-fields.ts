import type { Field } from '../../../src/contract/index.js';
import { joinFormMessages } from '../../i18n/join-form.js';
import type { Language } from '../../i18n/language.js';

/** Defaults of a field. */
export const plainField = {
  hint: null,
  required: false,
  autocomplete: null,
  maxLength: null,
  options: [],
  condition: null,
  sensitive: null,
};

export const optionsOf = (labels: Record<string, string>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

type CommonField =
  'givenName' | 'familyName' | 'email' | 'organisation' | 'membership' | 'language' | 'accessNeeds';

/** The fields that several forms ask, by their name. */
export function commonFields(language: Language): Record<CommonField, Field> {
  const w = joinFormMessages(language).fields;
  return {
    givenName: {
      ...plainField,
      name: 'givenName',
      kind: 'text',
      label: w.givenName,
      autocomplete: 'given-name',
      maxLength: 100,
    },
    familyName: {
      ...plainField,
      name: 'familyName',
      kind: 'text',
      label: w.familyName,
      autocomplete: 'family-name',
      maxLength: 100,
    },
    email: {
      ...plainField,
      name: 'email',
      kind: 'email',
      ...w.email,
      required: true,
      autocomplete: 'email',
      maxLength: 254,
    },
    organisation: {
      ...plainField,
      name: 'organisation',
      kind: 'organisation',
      ...w.organisation,
      autocomplete: 'organization',
      maxLength: 200,
    },
    membership: {
      ...plainField,
      name: 'membership',
      kind: 'choice',
      label: w.membership.label,
      hint: w.membership.hint,
      options: optionsOf(w.membership.options),
    },
    language: {
      ...plainField,
      name: 'language',
      kind: 'choice',
      label: w.language.label,
      autocomplete: 'language',
      options: optionsOf(w.language.options),
    },
    accessNeeds: {
      ...plainField,
      name: 'accessNeeds',
      kind: 'long-text',
      label: w.accessNeeds.label,
      hint: w.accessNeeds.hint,
      maxLength: 500,
      sensitive: { note: w.accessNeeds.note, retention: w.accessNeeds.retention, days: 90 },
    },
  };
}
