import type { Field, Form, FormSettings } from '../../../src/contract/index.js';
import type { StoredCommunity } from '../../communities/repository.js';
import { communityName } from '../../communities/serializer.js';
import { joinFormMessages } from '../../i18n/join-form.js';
import type { Language } from '../../i18n/language.js';
import { sha256 } from '../../shared/secrets.js';
import { commonFields, optionsOf, plainField } from '../forms/common-fields.js';
import { withCustom } from '../forms/custom-fields.js';
import type { FormFacts } from '../forms/form-facts.js';
import { versionForm } from '../forms/version-form.js';

/** The join form of a community, in one language. */
export function joinForm(
  community: StoredCommunity,
  language: Language,
  { controller, links }: FormFacts,
  settings: FormSettings,
): Form {
  const messages = joinFormMessages(language);
  const name = communityName(community);
  return versionForm({
    id: `join:${community.slug}`,
    kind: 'join',
    language,
    community: { slug: community.slug, name },
    session: null,
    title: messages.title(name),
    intro: messages.intro[community.status],
    submitLabel: messages.submit[community.status],
    strands: community.strands.map(({ slug, name: label }) => ({ slug, name: label })),
    fields: withCustom(fields(community, language), settings, language),
    notice: messages.notice(controller.name, controller.contact),
    consents: [{ purpose: 'newsletter', text: messages.newsletter, textSha256: sha256(messages.newsletter) }],
    page: links.join(community.slug),
  });
}

function fields(community: StoredCommunity, language: Language): Field[] {
  const messages = joinFormMessages(language);
  const { role, motivation, hasFollowedOriginTraining } = messages.fields;
  const common = commonFields(language);
  return [
    common.givenName,
    common.familyName,
    common.email,
    common.organisation,
    common.membership,
    { ...plainField, name: 'role', kind: 'choice', label: role.label, options: optionsOf(role.options) },
    { ...plainField, name: 'motivation', kind: 'long-text', ...motivation, maxLength: 1000 },
    ...(community.origin.kind === 'training' && community.origin.label
      ? [
          {
            ...plainField,
            name: 'hasFollowedOriginTraining',
            kind: 'yes-no' as const,
            label: hasFollowedOriginTraining.label(community.origin.label),
            options: optionsOf({ yes: messages.yes, no: messages.no }),
          },
        ]
      : []),
    common.language,
    common.accessNeeds,
  ];
}
