import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { createTestApp } from '../support/server.js';

const SNAPSHOT = 'docs/openapi.json';

describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1, and the one that was reviewed', async () => {
    const s = await createTestApp();
    const document = (await (await s.request('/v1/openapi.json')).json()) as {
      openapi: string;
      info: { version: string };
    };
    await s.close();
    assert.equal(document.openapi, '3.1.0');
    const { valid, errors } = await new Validator().validate(structuredClone(document));
    assert.ok(valid, JSON.stringify(errors));
    document.info.version = '(see package.json)';
    const text = `${JSON.stringify(document, null, 2)}\n`;
    if (process.env['UPDATE_SNAPSHOTS']) writeFileSync(SNAPSHOT, text);
    assert.equal(
      text,
      readFileSync(SNAPSHOT, 'utf8'),
      `The API changed: review it, then UPDATE_SNAPSHOTS=1 npm test writes ${SNAPSHOT}.`,
    );
  });

  it('names every noun of the contract, and no field that was not reviewed (S04)', async () => {
    const { components, paths } = JSON.parse(readFileSync(SNAPSHOT, 'utf8')) as {
      components: { schemas: Record<string, { properties?: object }> };
      paths: object;
    };
    for (const noun of [
      'Community',
      'Session',
      'Resource',
      'Organisation',
      'Form',
      'JoinRequestSubmission',
      'RegistrationSubmission',
      'CommunityProposalSubmission',
      'Problem',
      'Challenge',
      'JoinRequest',
      'Registration',
    ]) {
      assert.ok(components.schemas[noun], noun);
    }
    assert.ok(Object.keys(paths).length >= 10);
    const { links, ...others } = components.schemas['Session']!.properties as Record<
      string,
      { properties?: object }
    >;
    // Its page, its form and its files: public addresses of this server.
    assert.deepEqual(Object.keys(links?.properties ?? {}), [
      'page',
      'register',
      'calendar',
      'seriesCalendar',
    ]);
    assert.ok(
      !Object.keys(others).some((name) => /link|url|participant/i.test(name)),
      'no online link, no names',
    );
  });
});
