import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Handler } from 'hono';
import { Challenge, CommunityProposal, CommunityProposalSubmission } from '../../src/contract/index.js';
import type { AppEnv } from './middleware.js';

/** The contract as OpenAPI 3.1, made from the schemas that the server validates with. */
export function openApiDocument(app: OpenAPIHono<AppEnv>, version: string) {
  // Nouns of the contract that no path of this version serves yet.
  for (const schema of [CommunityProposalSubmission, CommunityProposal, Challenge]) {
    const { id } = schema.meta() as { id: string };
    if (!app.openAPIRegistry.definitions.some((one) => one.type === 'schema' && idOf(one.schema) === id)) {
      app.openAPIRegistry.register(id, schema);
    }
  }
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'F3E communities of practice',
      version,
      description:
        'What stands behind the f3e-* widgets. Reads answer any origin; writes answer the listed ones. Failures are problem details (RFC 9457).',
      license: { name: 'MIT', url: 'https://opensource.org/license/mit' },
    },
    servers: [{ url: '/' }],
    security: [],
  });
}

const idOf = (schema: { meta?: () => unknown }) => (schema.meta?.() as { id?: string } | undefined)?.id;

export function openApi(app: OpenAPIHono<AppEnv>, version: string): Handler<AppEnv> {
  let text: string | undefined;
  return (c) => {
    text ??= JSON.stringify(openApiDocument(app, version));
    c.header('Cache-Control', 'public, max-age=300');
    return c.body(text, 200, { 'Content-Type': 'application/vnd.oai.openapi+json; charset=utf-8' });
  };
}
