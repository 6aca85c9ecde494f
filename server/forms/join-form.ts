import { Form, type Field } from '../../src/contract/index.js';
import { HttpProblem } from '../http/problem.js';
import type { Addresses } from '../present.js';
import { sha256 } from '../secrets.js';
import type { StoredCommunity } from '../store/publications.js';
import { joinFormWords, type Language } from './words.js';

export interface FormHouse {
  controller: string;
  privacyContact: string;
  links: Addresses;
}

/** The join form of a community, in one language. Refuses to make one whose privacy notice lacks a part (TRUST P01). */
export function joinForm(community: StoredCommunity, language: Language, house: FormHouse): Form {
  const words = joinFormWords(language);
  const name = community.shortName ?? community.name;
  const consents = [{ purpose: 'newsletter', text: words.newsletter, textSha256: sha256(words.newsletter) }];
  const made = {
    id: `join:${community.slug}`,
    kind: 'join',
    language,
    community: { slug: community.slug, name },
    session: null,
    title: words.title(name),
    intro: words.intro[community.status],
    submitLabel: words.submit[community.status],
    strands: community.strands.map(({ slug, name: label }) => ({ slug, name: label })),
    fields: fields(community, language),
    notice: words.notice(house.controller, house.privacyContact),
    consents,
    page: house.links.join(community.slug),
  };
  const form = Form.safeParse({ ...made, version: sha256(JSON.stringify(made)).slice(0, 16) });
  if (!form.success) {
    throw new HttpProblem('form-incomplete', {
      detail: `Missing or faulty: ${form.error.issues.map((issue) => issue.path.join('.')).join(', ')}.`,
    });
  }
  return form.data;
}

const plain = {
  hint: null,
  required: false,
  autocomplete: null,
  maxLength: null,
  options: [],
  condition: null,
  sensitive: null,
};

function fields(community: StoredCommunity, language: Language): Field[] {
  const words = joinFormWords(language);
  const w = words.fields;
  const options = (labels: Record<string, string>) =>
    Object.entries(labels).map(([value, label]) => ({ value, label }));
  return [
    {
      ...plain,
      name: 'givenName',
      kind: 'text',
      label: w.givenName,
      autocomplete: 'given-name',
      maxLength: 100,
    },
    {
      ...plain,
      name: 'familyName',
      kind: 'text',
      label: w.familyName,
      autocomplete: 'family-name',
      maxLength: 100,
    },
    {
      ...plain,
      name: 'email',
      kind: 'email',
      ...w.email,
      required: true,
      autocomplete: 'email',
      maxLength: 254,
    },
    {
      ...plain,
      name: 'organisation',
      kind: 'organisation',
      ...w.organisation,
      autocomplete: 'organization',
      maxLength: 200,
    },
    {
      ...plain,
      name: 'membership',
      kind: 'choice',
      label: w.membership.label,
      hint: w.membership.hint,
      options: options(w.membership.options),
    },
    { ...plain, name: 'role', kind: 'choice', label: w.role.label, options: options(w.role.options) },
    { ...plain, name: 'motivation', kind: 'long-text', ...w.motivation, maxLength: 1000 },
    ...(community.origin.kind === 'training'
      ? [
          {
            ...plain,
            name: 'hasFollowedOriginTraining',
            kind: 'yes-no' as const,
            label: w.hasFollowedOriginTraining.label(community.origin.label),
            options: options({ yes: words.yes, no: words.no }),
          },
        ]
      : []),
    {
      ...plain,
      name: 'language',
      kind: 'choice',
      label: w.language.label,
      autocomplete: 'language',
      options: options(w.language.options),
    },
    {
      ...plain,
      name: 'accessNeeds',
      kind: 'long-text',
      label: w.accessNeeds.label,
      hint: w.accessNeeds.hint,
      maxLength: 500,
      sensitive: { note: w.accessNeeds.note, retention: w.accessNeeds.retention },
    },
  ];
}
