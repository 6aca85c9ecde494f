import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { JoinRequest, Registration } from '../../src/contract/index.js';
import { readConfig } from '../../server/config.js';
import { purge, retention } from '../../server/privacy/retention.js';
import { putOrganisation } from '../../server/organisations/repository.js';
import { findSession, putSession } from '../../server/sessions/repository.js';
import {
  changeRows,
  confirmLast,
  createTestApp,
  goodRegistration,
  goodRequest,
  newKey,
  proofFor,
  rowsOf,
  type TestApp,
} from '../support/server.js';

const listed = async <T>(s: TestApp, kind: string) =>
  ((await (await s.staff(`/${kind}?limit=200`)).json()) as { items: T[] }).items;

describe('limits count what is new and good, and punish nobody else (S10)', () => {
  it('200 posts without a proof from 20 networks close nothing to a person who has one', async () => {
    const s = await createTestApp('sqlite', {
      TRUSTED_PROXIES: '1',
      LIMIT_PER_IP: '10',
      LIMIT_PER_COMMUNITY: '100',
      PROOF_OF_WORK: '4',
      ALERT_TO: 'equipe@example.org',
    });
    const statuses: number[] = [];
    for (let i = 0; i < 200; i++) {
      const from = `2001:db8:0:${(i % 20).toString(16)}::1`;
      const answer = await s.post(await goodRequest(s, {}, { email: `bot${i}@example.org` }), {
        'X-Forwarded-For': from,
      });
      statuses.push(answer.status);
      if (answer.status === 422)
        assert.match(
          await answer.text(),
          /"pointer":"\/proof","code":"required"/,
          'a proof is required, not refused',
        );
    }
    assert.deepEqual(
      [statuses.filter((one) => one === 202).length, statuses.filter((one) => one === 422).length],
      [100, 100],
    );
    for (let i = 0; i < 3; i++) {
      const proof = await proofFor(s, 'join:genre');
      s.later(5_000);
      const body = await goodRequest(s, { proof }, { email: `personne${i}@example.org` });
      assert.equal((await s.post(body, { 'X-Forwarded-For': '198.51.100.7' })).status, 202);
    }
    const alerts = (await s.mails()).filter(({ message }) => message.to === 'equipe@example.org');
    assert.equal(alerts.length, 1);
    await s.close();
  });

  it('mistakes and repeats of one key cost nothing; a flood of them ends', async () => {
    const s = await createTestApp('sqlite', { LIMIT_PER_IP: '2' });
    for (let i = 0; i < 10; i++)
      assert.equal((await s.post(await goodRequest(s, {}, { email: 'no address' }))).status, 422);
    const body = await goodRequest(s, {}, { email: 'awa@example.org' });
    const key = newKey();
    for (let i = 0; i < 10; i++) assert.equal((await s.post(body, { 'Idempotency-Key': key })).status, 202);
    assert.equal(
      (await s.post(await goodRequest(s, {}, { email: 'b@example.org' }))).status,
      202,
      'the second that is new and good',
    );
    assert.equal((await s.post(await goodRequest(s, {}, { email: 'c@example.org' }))).status, 429);
    const statuses: number[] = [];
    for (let i = 0; i < 30; i++) statuses.push((await s.post('{}')).status);
    assert.equal(statuses.at(-1), 429, 'twenty tries for each');
    await s.close();
  });

  it('a server behind a proxy is told so, or does not start', () => {
    const set = {
      PUBLIC_URL: 'https://communautes.example.org',
      SMTP_URL: 'smtp://relay.example.org',
      PRIVACY_CONTACT: 'a@example.org',
    };
    assert.throws(() => readConfig(set), /TRUSTED_PROXIES is missing/);
    assert.equal(readConfig({ ...set, TRUSTED_PROXIES: '0' }).trustedProxies, 0);
    assert.equal(readConfig({ ...set, TRUSTED_PROXIES: '1' }).smtpTls, 'required');
  });
});

describe('what a person claims (S19)', () => {
  it('a reserved session takes at once whoever writes from the domain of a member; others wait for the team', async () => {
    const s = await createTestApp();
    const session = 'reservee';
    const open = (await findSession(s.db, 'genre-2026-11-26'))!;
    await putSession(s.db, { ...open, id: session, audience: 'members', series: null, resources: [] });
    await putOrganisation(s.db, {
      ...{
        id: 'o-rivages',
        slug: 'rivages',
        name: 'Rivages',
        kind: 'ngo',
        membership: 'member',
        memberSince: null,
      },
      ...{ city: null, region: null, country: 'FR', website: 'https://www.rivages.example', communities: [] },
    } as never);
    const states: Record<string, string> = {};
    for (const email of [
      'awa@rivages.example',
      'awa@equipe.rivages.example',
      'awa@gmail.example',
      'awa@notrivages.example',
    ]) {
      s.later(1_000);
      const form = await goodRegistration(s, session, { email, organisation: 'Rivages' });
      assert.equal((await s.post(form, {}, '/v1/registrations')).status, 202, email);
      await confirmLast(s, email);
    }
    for (const { answers, state } of await listed<Registration>(s, 'registrations'))
      states[String(answers['email'])] = state;
    assert.notEqual(states['awa@rivages.example'], 'pending-approval');
    assert.notEqual(states['awa@equipe.rivages.example'], 'pending-approval');
    assert.equal(states['awa@gmail.example'], 'pending-approval');
    assert.equal(states['awa@notrivages.example'], 'pending-approval');
    await s.close();
  });

  it('the site from which something was sent is what the browser says, not what the body does', async () => {
    const s = await createTestApp();
    await s.post(
      await goodRequest(s, { sourceSite: 'https://ministere.example' }, { email: 'awa@example.org' }),
    );
    const [request] = await listed<JoinRequest>(s, 'join-requests');
    assert.equal((request as unknown as { sourceSite: string }).sourceSite, 'https://membre.example.org');
    await s.close();
  });
});

describe('retention (P08)', () => {
  const DAY = 86_400_000;
  for (const [kind, table, status, days] of [
    ['join-request', 'join_requests', 'received', retention.unanswered],
    ['join-request', 'join_requests', 'accepted', retention.participant],
    ['join-request', 'join_requests', 'waiting', retention.waiting],
    ['join-request', 'join_requests', 'withdrawn', retention.left],
    ['join-request', 'join_requests', 'declined', retention.left],
    ['join-request', 'join_requests', 'told', retention.left],
    ['proposal', 'proposals', 'submitted', retention.proposal],
    ['proposal', 'proposals', 'under-study', retention.proposal],
    ['proposal', 'proposals', 'accepted', retention.proposal],
    ['proposal', 'proposals', 'declined', retention.proposal],
    ['proposal', 'proposals', 'withdrawn', retention.proposal],
  ] as const)
    it(`${kind} “${status}” ends after ${days} days, and not before`, async () => {
      const s = await createTestApp();
      if (kind === 'join-request') await s.post(await goodRequest(s, {}, { email: 'awa@example.org' }));
      else {
        const { version, fields } = (await (await s.request('/v1/forms/proposal')).json()) as {
          version: string;
          fields: { name: string; kind: string; required: boolean; options: { value: string }[] }[];
        };
        const answers = Object.fromEntries(
          fields
            .filter(({ required }) => required)
            .map(({ name, kind: asked, options }) => [
              name,
              asked === 'email'
                ? 'awa@example.org'
                : asked === 'several-choices'
                  ? [options[0]!.value]
                  : (options[0]?.value ?? 'Texte'),
            ]),
        );
        const sent = await s.post(
          { formVersion: version, language: 'fr', answers, consents: [] },
          {},
          '/v1/proposals',
        );
        assert.equal(sent.status, 202, await sent.text());
      }
      const at = new Date(s.now()).toISOString();
      assert.equal(
        await changeRows(s.db, `update ${table} set status = $1, updated_at = $2`, [status, at]),
        1,
      );
      const left = async () => Number((await rowsOf(s.db, `select count(*) as n from ${table}`))[0]!['n']);
      await purge(s.db, () => undefined, s.now() + days * DAY - 60_000);
      assert.equal(await left(), 1);
      await purge(s.db, () => undefined, s.now() + days * DAY + 60_000);
      assert.equal(await left(), 0);
      await s.close();
    });
});

describe('small doors (S20)', () => {
  it('every answer has a policy; the mails of a demonstration answer to their own name; CSV opens in France', async () => {
    const s = await createTestApp();
    assert.equal(
      (await s.request('/v1/communities')).headers.get('Content-Security-Policy'),
      "default-src 'none'; frame-ancestors 'none'",
    );
    assert.equal((await s.request('/dev/mail', { headers: { Host: 'evil.example' } })).status, 404);
    const csv = await (await s.staff('/join-requests.csv?separator=semicolon')).text();
    assert.match(csv, /^\uFEFF?id;community;strand;status;/);
    assert.equal((await s.staff('/join-requests.csv?separator=tab')).status, 400);
    await s.close();
  });

  it('a link to one’s own page ends after 400 days', async () => {
    const s = await createTestApp();
    await s.post(await goodRequest(s, {}, { email: 'awa@example.org' }));
    const own = await confirmLast(s, 'awa@example.org');
    s.later(399 * 86_400_000);
    assert.match(await (await s.request(own)).text(), /awa@example\.org/);
    s.later(2 * 86_400_000);
    assert.doesNotMatch(await (await s.request(own)).text(), /awa@example\.org/);
    await s.close();
  });
});
