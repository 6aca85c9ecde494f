import { z } from '@hono/zod-openapi';
import { Problem } from '../../src/contract/index.js';

/** Descriptions of answers for the OpenAPI document. */
export const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});
export const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: Problem } },
});
export const bad = { 400: problem('A parameter cannot be read.') };
export const missing = { 404: problem('There is nothing by this name.') };
