import type { Field, Form } from '../../../src/contract/index.js';
import { joinFormMessages } from '../../i18n/join-form.js';
import type { Language } from '../../i18n/language.js';
import { proposalMessages } from '../../i18n/proposal-form.js';
import { sha256 } from '../../shared/secrets.js';
import { commonFields, optionsOf, plainField } from '../forms/common-fields.js';
import type { FormFacts } from '../forms/form-facts.js';
import { versionForm } from '../forms/version-form.js';

/** Identifier of the one form by which a new community is proposed. */
export const PROPOSAL = 'proposal';

/** The form by which people ask for a new community, in one language. */
export function proposalForm(language: Language, { controller, links }: FormFacts): Form {
  const messages = proposalMessages(language);
  const { newsletter, notice } = joinFormMessages(language);
  return versionForm({
    id: PROPOSAL,
    kind: 'proposal',
    language,
    community: null,
    session: null,
    title: messages.title,
    intro: messages.intro,
    submitLabel: messages.submit,
    strands: [],
    fields: fields(language),
    notice: { ...notice(controller.name, controller.contact), ...messages.notice },
    consents: [{ purpose: 'newsletter', text: newsletter, textSha256: sha256(newsletter) }],
    page: links.propose,
  });
}

function fields(language: Language): Field[] {
  const { fields: w } = proposalMessages(language);
  const common = commonFields(language);
  return [
    { ...plainField, name: 'title', kind: 'text', ...w.title, required: true, maxLength: 200 },
    { ...plainField, name: 'theme', kind: 'text', ...w.theme, maxLength: 200 },
    {
      ...plainField,
      name: 'need',
      kind: 'choice',
      label: w.need.label,
      options: optionsOf(w.need.options),
    },
    { ...plainField, name: 'whyNow', kind: 'long-text', ...w.whyNow, required: true, maxLength: 2_000 },
    {
      ...plainField,
      name: 'functions',
      kind: 'several-choices',
      label: w.functions.label,
      options: optionsOf(w.functions.options),
    },
    { ...plainField, name: 'interestedOrganisations', kind: 'long-text', ...w.interested, maxLength: 1_000 },
    { ...plainField, name: 'possibleProduction', kind: 'long-text', ...w.production, maxLength: 1_000 },
    common.givenName,
    common.familyName,
    common.email,
    common.organisation,
    common.membership,
    common.language,
  ];
}
