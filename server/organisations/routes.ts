import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { Organisation, OrganisationList, OrganisationQuery } from '../../src/contract/index.js';
import type { AppParts } from '../http/app-parts.js';
import { refuseInvalid } from '../http/errors.js';
import type { AppEnv } from '../http/middleware.js';
import { bad, json } from '../http/responses.js';
import { findOrganisations } from './repository.js';
import { readable } from '../shared/readable.js';

/** Organisations that people may name as theirs. */
export function organisations({ db, cache }: AppParts) {
  const app = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });

  app.openapi(
    createRoute({
      method: 'get',
      path: '/organisations',
      summary: 'Organisations that people may name as theirs',
      request: { query: OrganisationQuery },
      responses: { 200: json(OrganisationList, 'Organisations by name.'), ...bad },
    }),
    (c) => {
      const { q = '', limit } = c.req.valid('query');
      return cache.json(c, `organisations ${limit ?? 'all'} ${q}`, async () => ({
        items: readable('organisation', await findOrganisations(db, q, limit), (one) =>
          Organisation.parse(one),
        ),
      }));
    },
  );

  return app;
}
