import type { Question } from './client.js';
import { count, fields, filled, list, text } from './read.js';

/** A form as it could be read. A field of an unknown kind is asked as text. */
export interface FormView {
  id: string;
  version: string;
  language: string;
  community: string;
  title: string;
  intro: string;
  submitLabel: string;
  strands: { value: string; label: string }[];
  fields: FieldView[];
  /** Sentences of the privacy notice by the name of their part. */
  notice: Map<string, string>;
  consents: ConsentView[];
  page: string;
}

export interface FieldView {
  name: string;
  kind: string;
  label: string;
  hint: string;
  required: boolean;
  autocomplete: string;
  maxLength: number | null;
  options: { value: string; label: string }[];
  condition: { field: string; equals: string[] } | null;
}

/** Whether it is ticked by default is not even read (TRUST P03). */
export interface ConsentView {
  purpose: string;
  text: string;
  textSha256: string;
}

export const noticeParts = [
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
] as const;

export const joinFormQuestion = (slug: string, language: string): Question<FormView> => ({
  path: `forms/join:${encodeURIComponent(slug)}?lang=${encodeURIComponent(language)}`,
  read: readForm,
});

export const registrationFormQuestion = (session: string, language: string): Question<FormView> => ({
  path: `forms/register:${encodeURIComponent(session)}?lang=${encodeURIComponent(language)}`,
  read: readForm,
});

export const proposalFormQuestion = (language: string): Question<FormView> => ({
  path: `forms/proposal?lang=${encodeURIComponent(language)}`,
  read: readForm,
});

/** Needs an e-mail field and a whole privacy notice: without them nothing may be asked (TRUST P01). */
export function readForm(json: unknown): FormView | undefined {
  const it = fields(json);
  const version = filled(it?.['version']);
  const notice = fields(it?.['notice']);
  if (!it || !version || !notice) return undefined;
  const parts = noticeParts.map((part) => [part as string, text(notice[part])] as const);
  const asked = list(it['fields'], readField);
  if (parts.some(([, sentence]) => !sentence) || !asked.some((field) => field.kind === 'email'))
    return undefined;
  return {
    id: text(it['id']),
    version,
    language: filled(it['language']) ?? 'fr',
    community: text(fields(it['community'])?.['name']),
    title: text(it['title']),
    intro: text(it['intro']),
    submitLabel: text(it['submitLabel']),
    strands: list(it['strands'], (item) => {
      const one = fields(item);
      const value = filled(one?.['slug']);
      return value ? { value, label: filled(one?.['name']) ?? value } : undefined;
    }),
    fields: asked,
    notice: new Map(parts),
    consents: list(it['consents'], (item) => {
      const one = fields(item);
      const purpose = filled(one?.['purpose']);
      const sentence = filled(one?.['text']);
      const textSha256 = filled(one?.['textSha256']);
      return purpose && sentence && textSha256 ? { purpose, text: sentence, textSha256 } : undefined;
    }),
    page: text(it['page']),
  };
}

function readField(item: unknown): FieldView | undefined {
  const it = fields(item);
  const name = filled(it?.['name']);
  const label = filled(it?.['label']);
  if (!it || !name || !label) return undefined;
  const condition = fields(it['condition']);
  const note = text(fields(it['sensitive'])?.['note']);
  return {
    name,
    kind: text(it['kind']),
    label,
    hint: [text(it['hint']), note].filter(Boolean).join(' '),
    required: it['required'] === true,
    autocomplete: text(it['autocomplete']),
    maxLength: count(it['maxLength']) || null,
    options: list(it['options'], (one) => {
      const option = fields(one);
      const value = filled(option?.['value']);
      return value ? { value, label: filled(option?.['label']) ?? value } : undefined;
    }),
    condition:
      (condition && { field: text(condition['field']), equals: list(condition['equals'], filled) }) || null,
  };
}

export interface OrganisationView {
  name: string;
  isMember: boolean;
}

/** The organisations that one may choose from. */
export const organisationsQuestion: Question<OrganisationView[]> = {
  path: 'organisations',
  read: (json) =>
    list(fields(json)?.['items'], (item) => {
      const one = fields(item);
      const name = filled(one?.['name']);
      return name ? { name, isMember: one?.['membership'] === 'member' } : undefined;
    }),
};
