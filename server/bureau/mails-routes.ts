import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { DateTime, Id } from '../../src/contract/index.js';
import type { AppParts } from '../http/app-parts.js';
import { refuseInvalid } from '../http/errors.js';
import { demand } from '../http/machines.js';
import type { AppEnv } from '../http/middleware.js';
import { json } from '../http/responses.js';
import { countMails, failedMails } from '../mail/outbox.js';
import { refused, security } from './responses.js';

const FailedMail = z
  .object({
    id: Id,
    subject: z
      .string()
      .meta({ description: 'Identifier of the submission that it is about; empty for an alert.' }),
    state: z.enum(['queued', 'dead']).meta({ description: '`queued`: it is tried again; `dead`: given up.' }),
    attempts: z.int().min(1),
    createdAt: DateTime,
    nextAttemptAt: DateTime.nullable(),
    error: z
      .string()
      .nullable()
      .meta({ description: 'Codes of the last failure.', example: 'EENVELOPE RCPT TO 550' }),
  })
  .meta({ id: 'FailedMail' });
const FailedMailList = z
  .object({
    queued: z.int().min(0).meta({ description: 'Mails that wait.' }),
    dead: z.int().min(0).meta({ description: 'Mails that were given up.' }),
    items: z.array(FailedMail),
  })
  .meta({ id: 'FailedMailList' });

const failedMailsRoute = createRoute({
  method: 'get',
  path: '/staff/mails',
  summary: 'Mails that failed, newest first',
  description: 'Without their content and addresses; the 500 newest at most.',
  security,
  responses: { 200: json(FailedMailList, 'The mails.'), ...refused },
});

/** Mails that failed, for the team. */
export function mails({ db }: AppParts) {
  const app = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });
  app.openapi(failedMailsRoute, async (c) => {
    demand(c, 'mails:read');
    return c.json({ ...(await countMails(db)), items: await failedMails(db) }, 200);
  });
  return app;
}
