import type { Field, Form, FormSettings } from '../../../src/contract/index.js';
import { nameOf } from '../../communities/serializer.js';
import { sha256 } from '../../shared/secrets.js';
import type { StoredCommunity } from '../../communities/repository.js';
import { withCustom } from '../forms/custom-fields.js';
import { commonFields, optionsOf, plainField } from '../forms/common-fields.js';
import type { FormHouse } from '../forms/data-controller.js';
import { published } from '../forms/version-form.js';
import { joinFormWords } from '../../i18n/join-form.js';
import type { Language } from '../../i18n/language.js';

/** The join form of a community, in one language. */
export function joinForm(
  community: StoredCommunity,
  language: Language,
  house: FormHouse,
  settings: FormSettings,
): Form {
  const words = joinFormWords(language);
  const name = nameOf(community);
  return published({
    id: `join:${community.slug}`,
    kind: 'join',
    language,
    community: { slug: community.slug, name },
    session: null,
    title: words.title(name),
    intro: words.intro[community.status],
    submitLabel: words.submit[community.status],
    strands: community.strands.map(({ slug, name: label }) => ({ slug, name: label })),
    fields: withCustom(fields(community, language), settings, language),
    notice: words.notice(house.controller, house.privacyContact),
    consents: [{ purpose: 'newsletter', text: words.newsletter, textSha256: sha256(words.newsletter) }],
    page: house.links.join(community.slug),
  });
}

function fields(community: StoredCommunity, language: Language): Field[] {
  const words = joinFormWords(language);
  const { role, motivation, hasFollowedOriginTraining } = words.fields;
  const common = commonFields(language);
  return [
    common.givenName,
    common.familyName,
    common.email,
    common.organisation,
    common.membership,
    { ...plainField, name: 'role', kind: 'choice', label: role.label, options: optionsOf(role.options) },
    { ...plainField, name: 'motivation', kind: 'long-text', ...motivation, maxLength: 1000 },
    ...(community.origin.kind === 'training'
      ? [
          {
            ...plainField,
            name: 'hasFollowedOriginTraining',
            kind: 'yes-no' as const,
            label: hasFollowedOriginTraining.label(community.origin.label),
            options: optionsOf({ yes: words.yes, no: words.no }),
          },
        ]
      : []),
    common.language,
    common.accessNeeds,
  ];
}
