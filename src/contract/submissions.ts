import { z } from 'zod';
import { DateTime, Id, LanguageTag, Slug } from './common.js';
import { FieldName } from './forms.js';

export const Answer = z
  .union([z.string().max(5_000), z.boolean(), z.array(z.string().max(100)).max(50)])
  .meta({ id: 'Answer' });
export type Answer = z.infer<typeof Answer>;

export const ConsentGiven = z
  .strictObject({
    purpose: z.string().max(64),
    textSha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .meta({
        description: 'The hash of the text that the person read: without it a consent proves nothing.',
      }),
  })
  .meta({ id: 'ConsentGiven', description: 'Only consents that were given are sent.' });
export type ConsentGiven = z.infer<typeof ConsentGiven>;

const submission = {
  formVersion: z
    .string()
    .max(64)
    .regex(/^[A-Za-z0-9._-]+$/),
  language: LanguageTag.meta({ description: 'Language of the form as it was read.' }),
  answers: z
    .record(FieldName, Answer)
    .refine((answers) => Object.keys(answers).length <= 60, 'At most 60 answers.'),
  consents: z.array(ConsentGiven).max(10),
  sourceSite: z
    .string()
    .max(255)
    .regex(/^https?:\/\/[A-Za-z0-9.:[\]-]+$/)
    .nullable()
    .optional()
    .meta({ description: 'Origin of the page that held the form.', example: 'https://www.example.org' }),
  widgetVersion: z
    .string()
    .max(32)
    .regex(/^[A-Za-z0-9.+-]+$/)
    .nullable()
    .optional(),
  proof: z
    .string()
    .max(3_000)
    .regex(/^[A-Za-z0-9+/=]+$/)
    .nullable()
    .optional()
    .meta({
      description:
        'The solved challenge, in base64: `{ challenge, solution }`. Without it the team reviews what was sent. It is no part of what a repeated key must repeat.',
    }),
  website: z
    .string()
    .max(500)
    .optional()
    .meta({ description: 'A trap for robots: people do not see this question. Leave it out.' }),
};

/** A person asks to join a community. */
export const JoinRequestSubmission = z
  .strictObject({ community: Slug, strand: Slug.nullable().optional(), ...submission })
  .meta({ id: 'JoinRequestSubmission' });
export type JoinRequestSubmission = z.infer<typeof JoinRequestSubmission>;

/** A person registers for a session, or for its waiting list. */
export const RegistrationSubmission = z
  .strictObject({ session: Id, ...submission })
  .meta({ id: 'RegistrationSubmission' });
export type RegistrationSubmission = z.infer<typeof RegistrationSubmission>;

/** Members ask for a new community. */
export const CommunityProposalSubmission = z
  .strictObject({ ...submission })
  .meta({ id: 'CommunityProposalSubmission' });
export type CommunityProposalSubmission = z.infer<typeof CommunityProposalSubmission>;

/** The same words for people who are known and people who are not. */
export const SubmissionAccepted = z
  .object({
    status: z.literal('confirmation-sent'),
    message: z.string(),
    confirmWithinHours: z.int(),
  })
  .meta({ id: 'SubmissionAccepted' });
export type SubmissionAccepted = z.infer<typeof SubmissionAccepted>;

export const JoinRequestStatus = z
  .enum(['unconfirmed', 'received', 'accepted', 'waiting', 'told', 'declined', 'withdrawn'])
  .meta({
    id: 'JoinRequestStatus',
    description: '`waiting`: for a closed community to reopen; `told`: that it has.',
  });
export type JoinRequestStatus = z.infer<typeof JoinRequestStatus>;

/** What the team reads of each submission, whatever it asks for. */
const received = {
  id: z.string(),
  receivedAt: DateTime,
  confirmedAt: DateTime.nullable(),
  language: LanguageTag,
  formVersion: z.string(),
  sourceSite: z.string().nullable(),
  answers: z.record(z.string(), Answer),
  consents: z.array(z.string()).meta({ description: 'Purposes consented to and not withdrawn.' }),
  review: z.array(z.string()).meta({
    description:
      'Why somebody should look at it before it is acted on: `trap` (a hidden question was answered), `no-proof`, `too-fast`.',
  }),
};

/** A join request as F3E's team reads it. */
export const JoinRequest = z
  .object({ community: Slug, strand: Slug.nullable(), status: JoinRequestStatus, ...received })
  .meta({ id: 'JoinRequest' });
export type JoinRequest = z.infer<typeof JoinRequest>;

export const JoinRequestPage = z
  .object({ items: z.array(JoinRequest), next: z.string().nullable() })
  .meta({ id: 'JoinRequestPage' });

const paging = {
  cursor: z.string().max(200).optional(),
  limit: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .pipe(z.int().min(1).max(500))
    .optional(),
};

export const JoinRequestQuery = z
  .object({ community: Slug.optional(), status: JoinRequestStatus.optional(), ...paging })
  .meta({ id: 'JoinRequestQuery' });

export const RegistrationOutcome = z
  .enum(['unconfirmed', 'confirmed', 'waiting-list', 'offered', 'pending-approval', 'cancelled'])
  .meta({
    id: 'RegistrationOutcome',
    description: '`offered`: a seat has freed and is kept for this person until `offerUntil`.',
  });

/** A registration as F3E's team reads it. */
export const Registration = z
  .object({
    session: Id,
    state: RegistrationOutcome,
    position: z
      .int()
      .min(1)
      .nullable()
      .meta({ description: 'Place among those who registered here and wait.' }),
    offerUntil: DateTime.nullable(),
    ...received,
  })
  .meta({ id: 'Registration' });
export type Registration = z.infer<typeof Registration>;

export const RegistrationPage = z
  .object({ items: z.array(Registration), next: z.string().nullable() })
  .meta({ id: 'RegistrationPage' });

export const RegistrationQuery = z
  .object({ session: Id.optional(), state: RegistrationOutcome.optional(), ...paging })
  .meta({ id: 'RegistrationQuery' });

export const CommunityProposalStatus = z
  .enum(['unconfirmed', 'submitted', 'under-study', 'accepted', 'declined', 'withdrawn'])
  .meta({ id: 'CommunityProposalStatus' });
export type CommunityProposalStatus = z.infer<typeof CommunityProposalStatus>;

/** A proposal as F3E's team reads it. */
export const CommunityProposal = z
  .object({ status: CommunityProposalStatus, ...received })
  .meta({ id: 'CommunityProposal' });
export type CommunityProposal = z.infer<typeof CommunityProposal>;

export const CommunityProposalPage = z
  .object({ items: z.array(CommunityProposal), next: z.string().nullable() })
  .meta({ id: 'CommunityProposalPage' });

export const CommunityProposalQuery = z
  .object({ status: CommunityProposalStatus.optional(), ...paging })
  .meta({ id: 'CommunityProposalQuery' });

/** What the team answers. */
export const Decision = z
  .strictObject({
    decision: z.enum(['accept', 'decline', 'study']).meta({
      description: '`study` is for proposals: they are being looked into.',
    }),
  })
  .meta({ id: 'Decision' });
export type Decision = z.infer<typeof Decision>;
