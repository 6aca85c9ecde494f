import type {
  ConsentRequest,
  Field,
  FieldGroup,
  OfferedForm,
  Organisation,
  OrganisationList,
  PrivacyNotice,
} from '../contract/index.js';
import type { ReadRequest } from './client.js';
import { readIdentity } from './identity.js';
import { readSessionBrief } from './session-brief.js';
import { joinFormPath, proposalFormPath, registrationFormPath } from './paths.js';
import {
  boolean,
  count,
  fields,
  item,
  languageTag,
  list,
  listOf,
  nonEmptyString,
  object,
  text,
  type ReadValue,
} from './read.js';

const orValue = ({ value, label }: { value: string; label: string | undefined }) => ({
  value,
  label: label ?? value,
});
const readOption = item<Field['options'][number]>()(
  { value: nonEmptyString, label: nonEmptyString },
  'value',
);
const readStrand = item<OfferedForm['strands'][number]>()(
  { slug: nonEmptyString, name: nonEmptyString },
  'slug',
);
const readCondition = object<NonNullable<Field['condition']>>()({
  field: text,
  equals: listOf(nonEmptyString),
});

const readAsked = item<Field>()(
  {
    name: nonEmptyString,
    kind: text,
    label: nonEmptyString,
    hint: text,
    sensitive: object<NonNullable<Field['sensitive']>>()({ note: text }),
    required: boolean,
    autocomplete: text,
    maxLength: (value: unknown) => count(value) || null,
    options: (value: unknown) => list(value, readOption).map(orValue),
    condition: (value: unknown) => (fields(value) ? readCondition(value) : null),
  },
  'name',
  'label',
);

export type FieldView = Omit<NonNullable<ReturnType<typeof readAsked>>, 'sensitive'>;

const readField: ReadValue<FieldView | undefined> = (json) => {
  const it = readAsked(json);
  if (!it) return undefined;
  const { sensitive, hint, ...same } = it;
  return { ...same, hint: [hint, sensitive.note].filter(Boolean).join(' ') };
};

/** Whether it is ticked by default is not even read (P03). */
const readConsent = item<ConsentRequest>()(
  { purpose: nonEmptyString, text: nonEmptyString, textSha256: nonEmptyString },
  'purpose',
  'text',
  'textSha256',
);

const readFields = item<OfferedForm>()(
  {
    id: text,
    version: nonEmptyString,
    language: languageTag,
    kind: text,
    title: text,
    intro: text,
    submitLabel: text,
    strands: (value: unknown) =>
      list(value, readStrand).map(({ slug, name }) => orValue({ value: slug, label: name })),
    fields: listOf(readField),
    groups: listOf(
      item<FieldGroup>()(
        { title: nonEmptyString, fields: listOf(nonEmptyString), isFolded: boolean },
        'title',
      ),
    ),
    identity: readIdentity,
    upcoming: readSessionBrief,
    notice: fields,
    consents: listOf(readConsent),
    page: text,
    session: object<NonNullable<OfferedForm['session']>>()({ title: text, language: languageTag }),
    community: object<NonNullable<OfferedForm['community']>>()({ slug: text, name: text }),
    // Older servers do not say.
    maySend: (value: unknown) => value !== false,
  },
  'version',
  'notice',
);

/** A form as it could be read. A field of an unknown kind is asked as text. */
export type FormView = Omit<NonNullable<ReturnType<typeof readFields>>, 'notice'> & {
  /** Sentences of the privacy notice by the name of their part. */
  notice: ReadonlyMap<keyof PrivacyNotice, string>;
};

const noticeParts: readonly (keyof PrivacyNotice)[] = [
  'controller',
  'purposes',
  'basis',
  'mandatory',
  'recipients',
  'retention',
  'rights',
  'contact',
  'complaint',
  'transfers',
];

export const joinFormRequest = (slug: string, language: string): ReadRequest<FormView> => ({
  path: joinFormPath(slug, language),
  read: readForm,
});

export const registrationFormRequest = (session: string, language: string): ReadRequest<FormView> => ({
  path: registrationFormPath(session, language),
  read: readForm,
});

export const proposalFormRequest = (language: string): ReadRequest<FormView> => ({
  path: proposalFormPath(language),
  read: readForm,
});

/** Needs an e-mail field and a whole privacy notice: without them nothing may be asked (P01). */
export const readForm: ReadValue<FormView | undefined> = (json) => {
  const it = readFields(json);
  if (!it?.fields.some(({ kind }) => kind === 'email')) return undefined;
  const notice = new Map(noticeParts.map((name) => [name, text(it.notice[name])]));
  return [...notice.values()].every(Boolean) ? { ...it, notice } : undefined;
};

export interface OrganisationView {
  name: string;
  isMember: boolean;
}

const readOrganisation = item<Organisation>()({ name: nonEmptyString, membership: text }, 'name');

/** Organisations that are offered at a time. */
export const MAX_ORGANISATIONS = 100;

/** The first organisations that one may choose from; those that have some words in their name or city. */
export const organisationsPath = (words = ''): string =>
  words
    ? `organisations?q=${encodeURIComponent(words)}&limit=20`
    : `organisations?limit=${MAX_ORGANISATIONS}`;

/** Reads organisations. */
export const organisationsRequest: ReadRequest<OrganisationView[]> = {
  path: 'organisations',
  read: (json) =>
    list((fields(json) as Partial<OrganisationList> | undefined)?.items, readOrganisation).map(
      ({ name, membership }) => ({
        name,
        isMember: membership === 'member',
      }),
    ),
};
