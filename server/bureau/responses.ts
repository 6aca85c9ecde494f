import { z } from '@hono/zod-openapi';
import { problem } from '../http/responses.js';

/** What the routes of F3E's team say of themselves in the API document. */
export const security = [{ staff: [] }];
export const refused = { 401: problem('No valid token.') };
export const Told = z
  .object({ told: z.int().meta({ description: 'How many people were written to.' }) })
  .meta({ id: 'Told' });
