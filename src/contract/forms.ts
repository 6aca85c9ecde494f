import { z } from 'zod';
import { Id, Identity, LanguageTag, LocalisedText, Slug, WebAddress } from './common.js';
import { SessionBrief } from './sessions.js';

export const FieldKind = z
  .enum([
    'text',
    'long-text',
    'email',
    'phone',
    'choice',
    'several-choices',
    'yes-no',
    'date',
    'organisation',
  ])
  .meta({ id: 'FieldKind' });
export type FieldKind = z.infer<typeof FieldKind>;

export const FieldOption = z
  .object({ value: z.string().min(1).max(100), label: z.string().min(1) })
  .meta({ id: 'FieldOption' });

export const FieldCondition = z
  .object({
    field: z.string(),
    equals: z.array(z.string()).min(1),
  })
  .meta({ id: 'FieldCondition', description: 'The field is asked when another has one of these values.' });

export const FieldName = z
  .string()
  .max(64)
  .regex(/^[a-z][A-Za-z0-9]*$/)
  .meta({ example: 'givenName' });

export const Field = z
  .object({
    name: FieldName,
    kind: FieldKind,
    label: z.string().min(1),
    hint: z.string().nullable(),
    required: z.boolean(),
    autocomplete: z.string().nullable().meta({ description: 'HTML autofill token.' }),
    maxLength: z.int().min(1).nullable().meta({ description: 'In UTF-16 code units, as in HTML.' }),
    options: z.array(FieldOption),
    condition: FieldCondition.nullable(),
    sensitive: z
      .object({
        note: z.string().min(1),
        retention: z.string().min(1),
        days: z.int().min(1).max(1_100).default(90),
      })
      .nullable()
      .meta({
        description:
          'For data of GDPR article 9: why it is asked, and how long it is kept, in words and in days: after the session, or after a person has left the community.',
      }),
  })
  .meta({ id: 'Field' });
export type Field = z.infer<typeof Field>;

/** What must be told when data is collected: GDPR article 13. Each part is a sentence or more. */
export const PrivacyNotice = z
  .object({
    controller: z.string().min(1),
    purposes: z.string().min(1),
    basis: z.string().min(1),
    mandatory: z.string().min(1),
    recipients: z.string().min(1),
    retention: z.string().min(1),
    rights: z.string().min(1),
    contact: z.string().min(1),
    complaint: z.string().min(1),
    transfers: z.string().min(1),
  })
  .meta({ id: 'PrivacyNotice' });
export type PrivacyNotice = z.infer<typeof PrivacyNotice>;

/** An optional consent. There is no default: a box is never ticked beforehand. */
export const ConsentRequest = z
  .strictObject({
    purpose: z.string().regex(/^[a-z][a-z0-9-]*$/),
    text: z.string().min(1),
    textSha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .meta({ description: 'SHA-256 of the UTF-8 text, in hexadecimal.' }),
  })
  .meta({ id: 'ConsentRequest' });
export type ConsentRequest = z.infer<typeof ConsentRequest>;

export const FieldGroup = z
  .object({
    title: z.string().min(1),
    fields: z.array(FieldName).min(1),
    isFolded: z
      .boolean()
      .meta({ description: 'Nothing in it is required: it may be folded until a person opens it.' }),
  })
  .meta({ id: 'FieldGroup', description: 'Questions that stand together, by their names.' });
export type FieldGroup = z.infer<typeof FieldGroup>;

export const FormKind = z.enum(['join', 'registration', 'proposal']).meta({ id: 'FormKind' });

export const Form = z.object({
  id: z.string().meta({ example: 'join:genre' }),
  kind: FormKind,
  version: z.string().meta({ description: 'Changes with any word or rule of the form.' }),
  language: LanguageTag,
  community: z.object({ slug: Slug, name: z.string() }).nullable(),
  // Forms of before have no language of their session.
  session: z.object({ id: Id, title: z.string(), language: LanguageTag.default('fr') }).nullable(),
  title: z.string(),
  intro: z.string(),
  submitLabel: z.string(),
  strands: z.array(z.object({ slug: Slug, name: z.string() })),
  fields: z.array(Field),
  groups: z
    .array(FieldGroup)
    .default([])
    .meta({ description: 'In order; fields that none of them names stand before a folded one.' }),
  notice: PrivacyNotice,
  consents: z.array(ConsentRequest),
  page: WebAddress.meta({ description: 'The same form as a hosted page, which works without scripts.' }),
});
export type Form = z.infer<typeof Form>;

/** A form as a page gets it: `Form` of the API. */
export const OfferedForm = Form.extend({
  identity: Identity.optional().meta({ description: 'The mark of its community.' }),
  upcoming: SessionBrief.nullable().default(null).meta({
    description: 'The session that one registers for, or the next one of the community that one joins.',
  }),
  maySend: z.boolean().meta({
    description:
      'Whether the site that asks may send this form (its `Origin` header). Where it may not, lead to `page` instead.',
  }),
}).meta({ id: 'Form' });
export type OfferedForm = z.infer<typeof OfferedForm>;

export const FormQuery = z.object({ lang: LanguageTag.optional() }).meta({ id: 'FormQuery' });

/** A question that a community or a session adds to its form, in the languages that F3E writes. */
export const CustomField = z
  .strictObject({
    name: FieldName,
    kind: FieldKind,
    label: LocalisedText,
    hint: LocalisedText.nullable().default(null),
    required: z.boolean().default(false),
    autocomplete: z
      .string()
      .max(40)
      .regex(/^[a-z][a-z0-9 -]*$/)
      .nullable()
      .default(null),
    maxLength: z.int().min(1).max(5_000).nullable().default(null),
    options: z
      .array(z.strictObject({ value: z.string().min(1).max(100), label: LocalisedText }))
      .max(40)
      .default([]),
    condition: FieldCondition.nullable().default(null),
    sensitive: z
      .strictObject({ note: LocalisedText, retention: LocalisedText, days: z.int().min(1).max(1_100) })
      .nullable()
      .default(null),
  })
  .meta({ id: 'CustomField' });
export type CustomField = z.infer<typeof CustomField>;

/** What a community or a session adds to its form. Each change makes a new version of the form. */
export const FormSettings = z
  .strictObject({
    pairs: z.boolean().default(false).meta({ description: 'People come by two of one organisation.' }),
    fields: z.array(CustomField).max(20).default([]),
  })
  .meta({ id: 'FormSettings' });
export type FormSettings = z.infer<typeof FormSettings>;

export const ChallengeQuery = z
  .object({
    form: z
      .string()
      .max(140)
      .regex(/^(?:join:[a-z0-9-]+|register:[A-Za-z0-9._~-]+|proposal)$/),
  })
  .meta({ id: 'ChallengeQuery' });

/** Proof-of-work challenge, in the form that version 2 of ALTCHA reads. */
export const Challenge = z
  .object({
    parameters: z.object({
      algorithm: z.string().meta({ example: 'PBKDF2/SHA-256' }),
      nonce: z.string(),
      salt: z.string(),
      cost: z.int().min(1).meta({ description: 'Iterations.' }),
      keyLength: z.int().min(1).meta({ description: 'In bytes.' }),
      keyPrefix: z.string().meta({ description: 'What the derived key begins with, in hexadecimal.' }),
      keySignature: z.string().optional(),
      data: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
    signature: z.string(),
  })
  .meta({ id: 'Challenge' });
export type Challenge = z.infer<typeof Challenge>;
