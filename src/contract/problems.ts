import { z } from 'zod';

export const ProblemIssue = z
  .object({
    pointer: z
      .string()
      .meta({ description: 'JSON Pointer (RFC 6901) to the faulty value.', example: '/answers/email' }),
    code: z.string().meta({
      description: 'Stable code: required, too-long, not-an-email, not-an-option, not-a-date, unknown…',
    }),
    detail: z.string().meta({ description: 'The sentence to show beside the field.' }),
  })
  .meta({ id: 'ProblemIssue' });
export type ProblemIssue = z.infer<typeof ProblemIssue>;

/** Problem details, RFC 9457. */
export const Problem = z
  .object({
    type: z.string().meta({ description: 'Address that names the kind of problem.' }),
    title: z.string(),
    status: z.int(),
    code: z.string().meta({ description: 'Stable short name of the problem.', example: 'invalid' }),
    detail: z.string().optional(),
    requestId: z.string().optional().meta({ description: 'To quote when asking for help.' }),
    errors: z.array(ProblemIssue).optional(),
  })
  .meta({ id: 'Problem', description: 'Problem details for HTTP APIs, RFC 9457.' });
export type Problem = z.infer<typeof Problem>;
