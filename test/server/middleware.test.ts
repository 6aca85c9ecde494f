import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { addressKey } from '../../server/submissions/forms/email.js';
import { isPlainAddress } from '../../server/submissions/forms/email.js';
import type { Problem } from '../../src/contract/index.js';
import {
  recordStatements,
  GENRE_ONLY,
  goodRequest,
  linkIn,
  MEMBER_SITE,
  OWN,
  pathOf,
  STAFF_TOKEN,
  createTestApp,
  type TestApp,
  rowsOf,
  changeRows,
  testVault,
} from '../support/server.js';
import { endsWithin } from '../support/ends-within.js';
import { fullRuns } from '../support/long.js';

describe('what the server refuses', () => {
  let s: TestApp;
  before(async () => {
    s = await createTestApp();
  });
  after(() => s.close());

  const count = async () => Number((await rowsOf(s.db, `select count(*) as n from join_requests`))[0]?.['n']);
  const refuses = async (
    status: number,
    code: string,
    body: unknown,
    headers: Record<string, string> = {},
  ) => {
    const before = await count();
    const response = await s.post(body, headers);
    const problem = (await response.json()) as Problem;
    assert.deepEqual([response.status, problem.code], [status, code], JSON.stringify(problem));
    assert.match(response.headers.get('Content-Type') ?? '', /^application\/problem\+json/);
    assert.equal(await count(), before, 'nothing was recorded');
    return { response, problem };
  };

  it('reads answer any origin, without credentials (S01)', async () => {
    for (const path of ['/v1/communities', '/v1/communities/aoc', '/v1/sessions', '/v1/openapi.json']) {
      const { headers } = await s.request(path, { headers: { Origin: 'https://anyone.example' } });
      assert.equal(headers.get('Access-Control-Allow-Origin'), '*', path);
      assert.equal(headers.get('Access-Control-Allow-Credentials'), null);
    }
  });

  it('a form says whether the site that asks may send it (V02)', async () => {
    const maySend = async (form: string, Origin?: string) => {
      const response = await s.request(`/v1/forms/${form}`, { headers: Origin ? { Origin } : {} });
      assert.match(response.headers.get('Vary') ?? '', /Origin/);
      return ((await response.json()) as { maySend: boolean }).maySend;
    };
    assert.equal(await maySend('join:genre'), true);
    assert.equal(await maySend('join:genre', MEMBER_SITE), true);
    assert.equal(await maySend('join:genre', GENRE_ONLY), true);
    assert.equal(await maySend('join:aoc', GENRE_ONLY), false);
    assert.equal(await maySend('proposal', GENRE_ONLY), false);
    for (const Origin of ['null', 'https://anyone.example'])
      for (const form of ['join:genre', 'proposal', 'register:genre-2026-11-26'])
        assert.equal(await maySend(form, Origin), false, `${form} from ${Origin}`);
  });

  it('answers name the communities and themes that are asked for and exist (V01)', async () => {
    const named = async (path: string, kind: 'communities' | 'themes') => {
      const body = (await (await s.request(path)).json()) as Record<typeof kind, { slug: string }[]>;
      return body[kind].map(({ slug }) => slug);
    };
    const quiet = '/v1/sessions?from=1999-01-01T00:00:00Z&to=1999-02-01T00:00:00Z&community=genre,gender';
    assert.deepEqual(
      await named(quiet, 'communities'),
      ['aoc', 'madac', 'ecsi', 'genre', 'groupes-de-pairs'],
      'sessions name all of them',
    );
    assert.ok((await named('/v1/resources?q=xyzxyz&community=aoc,sport', 'communities')).includes('aoc'));
    assert.ok(!(await named('/v1/resources?theme=sport', 'themes')).includes('sport'));
  });

  it('F58 refuses origins that are not on the list to the letter', async () => {
    for (const Origin of [
      'null',
      'https://f3e.org.evil',
      `${MEMBER_SITE}:8443`,
      MEMBER_SITE.replace('https', 'http'),
      MEMBER_SITE.toUpperCase(),
      `${MEMBER_SITE}.evil`,
    ]) {
      const { response } = await refuses(403, 'origin-refused', await goodRequest(s), { Origin });
      assert.equal(response.headers.get('Access-Control-Allow-Origin'), null, Origin);
      assert.match(response.headers.get('Vary') ?? '', /Origin/);
      const preflight = await s.request('/v1/join-requests', { method: 'OPTIONS', headers: { Origin } });
      assert.equal(preflight.status, 403);
    }
    const { response } = await refuses(403, 'origin-refused', await goodRequest(s, { community: 'aoc' }), {
      Origin: GENRE_ONLY,
    });
    assert.ok(response);
    assert.equal(
      (await s.post(await goodRequest(s), { Origin: GENRE_ONLY })).status,
      202,
      'listed for this community',
    );
    const preflight = await s.request('/v1/join-requests', {
      method: 'OPTIONS',
      headers: { Origin: MEMBER_SITE, 'Access-Control-Request-Method': 'POST' },
    });
    assert.deepEqual(
      [
        preflight.status,
        preflight.headers.get('Access-Control-Allow-Origin'),
        preflight.headers.get('Access-Control-Allow-Headers'),
      ],
      [204, MEMBER_SITE, 'Content-Type, Idempotency-Key'],
    );
  });

  it('F57 refuses bodies that a form or an image could send across sites (S02)', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', '']) {
      await refuses(415, 'media-type', JSON.stringify(await goodRequest(s)), { 'Content-Type': type });
    }
    const before = await count();
    for (const method of ['GET', 'HEAD', 'PUT', 'DELETE']) {
      const response = await s.request(`/v1/join-requests?community=genre&email=x@example.org`, { method });
      assert.equal(response.status, 404, method);
    }
    assert.equal(await count(), before);
  });

  it('asks for an idempotency key of 255 characters at most (L01)', async () => {
    const body = await goodRequest(s);
    for (const key of ['', 'x'.repeat(256), 'é']) {
      await refuses(400, 'key-missing', body, {
        'Idempotency-Key': encodeURIComponent(key) === key || key === '' ? key : 'a b',
      });
    }
  });

  it('F59 refuses what is too large, too deep or not JSON (S03)', async () => {
    await refuses(413, 'too-large', 'x'.repeat(10 * 1024 * 1024));
    await refuses(413, 'too-large', JSON.stringify({ ...(await goodRequest(s)), more: 'é'.repeat(40_000) }));
    await refuses(400, 'malformed', '['.repeat(10_000));
    await refuses(400, 'malformed', `${'{"a":'.repeat(11)}1${'}'.repeat(11)}`);
    await refuses(400, 'malformed', '{"community":');
    await refuses(
      413,
      'too-large',
      JSON.stringify(Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`k${i}`, 1]))),
    );
    await refuses(422, 'invalid', 'null');
    await refuses(422, 'invalid', '[]');
  });

  it('F60 refuses what is not asked, by name', async () => {
    const good = await goodRequest(s);
    const { problem } = await refuses(422, 'invalid', { ...good, role: 'admin', confirmed: true });
    assert.deepEqual(
      problem.errors?.map((one) => one.pointer),
      ['/role', '/confirmed'],
    );
    const answers = good['answers'] as object;
    const custom = await refuses(422, 'invalid', {
      ...good,
      answers: { ...answers, shoeSize: '42', role: 'admin' },
    });
    assert.deepEqual(
      custom.problem.errors?.map((one) => [one.pointer, one.code]),
      [
        ['/answers/role', 'not-an-option'],
        ['/answers/shoeSize', 'unknown'],
      ],
    );
    const proto = JSON.stringify(good).replace(
      '"answers":{',
      '"answers":{"__proto__":"x","constructor":"y",',
    );
    await refuses(422, 'invalid', proto);
    const typed = await refuses(422, 'invalid', { ...good, answers: { email: 42 }, consents: 'all' });
    assert.ok(typed.problem.errors!.length >= 2);
  });

  it('F61 refuses an address with a line break or a second recipient', async () => {
    for (const email of [
      'a@example.org\r\nBcc: b@example.org',
      'a@example.org,b@example.org',
      'a@example.org b@example.org',
    ]) {
      const { problem } = await refuses(422, 'invalid', await goodRequest(s, {}, { email }));
      assert.deepEqual(
        problem.errors?.map((one) => [one.pointer, one.code]),
        [['/answers/email', 'not-an-email']],
      );
    }
  });

  it('F62 takes one plain address only (S11)', () => {
    for (const good of ['a@example.org', "o'neil+tag@sub.example-site.museum", 'x_y.z@example.co'])
      assert.ok(isPlainAddress(good), good);
    for (const bad of [
      '',
      '@',
      'a@',
      '@b.org',
      'a@b',
      'a b@example.org',
      '"a b"@example.org',
      'a(c)@example.org',
      '(((a)))b@example.org',
      'group:a@example.org;',
      '<a@example.org>',
      'Name <a@example.org>',
      'a@example.org\n',
      'a@[127.0.0.1]',
      'a..b@example.org',
      '.a@example.org',
      'a@-x.org',
      'аdmin@example.org',
      `${'a'.repeat(65)}@example.org`,
      `a@${'b'.repeat(250)}.org`,
      'a@example.org,b@example.org',
    ])
      assert.ok(!isPlainAddress(bad), bad);
    // What takes the square of the letters would not end in time (S14).
    endsWithin(5_000, () => {
      isPlainAddress(`${'a.'.repeat(250_000)}@`);
      isPlainAddress(`a@${'a-'.repeat(250_000)}`);
    });
  });

  it('F56 records a consent only under the text that was read, and none that the API would tick', async () => {
    const good = await goodRequest(s);
    await refuses(422, 'invalid', {
      ...good,
      consents: [{ purpose: 'newsletter', textSha256: 'f'.repeat(64) }],
    });
    await refuses(422, 'invalid', { ...good, consents: [{ purpose: 'newsletter' }] });
    await refuses(422, 'invalid', { ...good, consents: { newsletter: true } });
  });

  it('F53 makes one request of ten clicks', async () => {
    const body = await goodRequest(s, {}, { email: 'ten-clicks@example.org' });
    const before = await count();
    for (let click = 0; click < 10; click++) {
      assert.equal((await s.post(body, { 'Idempotency-Key': 'ten-clicks' })).status, 202);
    }
    assert.equal(await count(), before + 1);
  });

  it('F41 gives the lost answer again: a hundred lost answers are one request and one mail each (L01)', async () => {
    const before = await count();
    const t = await createTestApp('sqlite', { LIMIT_PER_RECIPIENT: '1000' });
    try {
      for (let i = 0; i < 100; i++) {
        const body = await goodRequest(t, {}, { email: `lost-${i}@example.org` });
        const answers = [];
        for (let tries = 0; tries < 2; tries++)
          answers.push(await (await t.post(body, { 'Idempotency-Key': `lost-${i}` })).text());
        assert.equal(answers[0], answers[1]);
      }
      assert.equal(Number((await rowsOf(t.db, `select count(*) as n from join_requests`))[0]?.['n']), 100);
      assert.equal((await t.mails()).length, 100);
    } finally {
      await t.close();
    }
    assert.equal(await count(), before);
  });

  it('F67 opens nothing with a token that is truncated, of another purpose, expired or made up', async () => {
    await s.post(await goodRequest(s, {}, { email: 'token@example.org' }));
    const mail = (await s.mails()).find((one) => one.message.to === 'token@example.org')!;
    const path = pathOf(linkIn(mail.message));
    const token = path.split('/').at(-1)!;
    for (const bad of [
      `/demande/${token}`,
      path.slice(0, -1),
      `${path}x`,
      '/demande/confirmer/none',
      '/demande/confirmer/%00',
    ]) {
      const page = await s.request(bad, {
        method: bad.includes('confirmer') ? 'POST' : 'GET',
        ...(bad.includes('confirmer') && { body: 'action=confirm' }),
      });
      assert.match(await page.text(), /n’ouvre rien|n’existe pas/, bad);
    }
    s.later(49 * 3_600_000);
    assert.match(await (await s.request(path)).text(), /expiré/);
    await s.request(path, { method: 'POST', body: 'action=confirm' });
    const [row] = await rowsOf(
      s.db,
      `select status from join_requests where email_key = '${addressKey(testVault, 'token@example.org')}'`,
    );
    assert.equal(row?.['status'], 'unconfirmed');
  });

  it('keeps the meeting link, and whatever else is not listed, out of every public answer (S04, S05)', async () => {
    const [row] = await rowsOf(s.db, `select doc from sessions where id = 'genre-2026-11-26'`);
    const secret = 'https://visio.example.org/salle-9f3a';
    const doc = { ...(JSON.parse(String(row?.['doc'])) as object), onlineLink: secret, joinLink: secret };
    await changeRows(s.db, `update sessions set doc = $1 where id = 'genre-2026-11-26'`, [
      JSON.stringify(doc),
    ]);
    s.later(3_000);
    for (const path of [
      '/v1/communities',
      '/v1/communities/genre',
      '/v1/sessions?limit=200',
      '/v1/sessions/genre-2026-11-26',
      '/v1/forms/join:genre',
      '/communautes',
      '/communautes/genre',
      '/communautes/genre/rejoindre',
    ]) {
      assert.ok(!(await (await s.request(path)).text()).includes('visio.example.org'), path);
    }
  });

  it('answers new and known people alike, in words and in work: the same questions to the database (S08)', async () => {
    const t = await createTestApp('sqlite', { LIMIT_PER_RECIPIENT: '100000' });
    try {
      await t.post(await goodRequest(t, {}, { email: 'known@example.org' }));
      const said = new Set<string>();
      for (const email of [
        'known@example.org',
        'new@example.org',
        'known@example.org',
        'newer@example.org',
      ]) {
        const body = await goodRequest(t, {}, { email });
        const asked = recordStatements(t.db);
        const response = await t.post(body);
        said.add(`${response.status} ${await response.text()} ${asked.stop().join('\n')}`);
      }
      assert.deepEqual([...said].slice(1), []);
    } finally {
      await t.close();
    }
  });

  it('slows down an address, and says how long to wait; a recipient is only written to less often (S07, S10)', async () => {
    const t = await createTestApp('sqlite', {
      LIMIT_PER_IP: '8',
      LIMIT_PER_RECIPIENT: '3',
      RECIPIENT_PAUSE: '10',
    });
    try {
      const send = async (email: string) => t.post(await goodRequest(t, {}, { email }));
      const said = new Set<string>();
      for (let i = 0; i < 8; i++) {
        const answer = await send('a@example.org');
        said.add(`${answer.status} ${await answer.text()}`);
      }
      assert.equal(said.size, 1, 'the same words for an address that has had enough (S08)');
      const due = (await rowsOf(t.db, `select next_attempt_at from outbox order by next_attempt_at`)).map(
        (row) => (Date.parse(String(row['next_attempt_at'])) - t.now()) / 60_000,
      );
      assert.deepEqual(due, [0, 10, 10, 10, 10, 10, 10, 10], 'those that wait are one mail (M04)');
      const tired = await send('b@example.org');
      assert.equal(tired.status, 429, 'the ninth from this address');
      assert.ok(Number(tired.headers.get('Retry-After')) > 0);
      t.later(3_600_000);
      assert.equal((await send('b@example.org')).status, 202);
    } finally {
      await t.close();
    }
  });

  it('believes X-Forwarded-For from its own proxy only (F69)', async () => {
    const t = await createTestApp('sqlite', { LIMIT_PER_IP: '2' });
    const p = await createTestApp('sqlite', { LIMIT_PER_IP: '2', TRUSTED_PROXIES: '1' });
    try {
      const send = async (on: TestApp, forged: string, i: number) =>
        (
          await on.post(await goodRequest(on, {}, { email: `f${i}@example.org` }), {
            'X-Forwarded-For': forged,
          })
        ).status;
      assert.deepEqual(
        [await send(t, '203.0.113.1', 1), await send(t, '203.0.113.2', 2), await send(t, '203.0.113.3', 3)],
        [202, 202, 429],
      );
      assert.deepEqual(
        [
          await send(p, '1.1.1.1, 203.0.113.1', 1),
          await send(p, '2.2.2.2, 203.0.113.1', 2),
          await send(p, '3.3.3.3, 203.0.113.1', 3),
          await send(p, '203.0.113.9', 4),
        ],
        [202, 202, 429, 202],
      );
    } finally {
      await t.close();
      await p.close();
    }
  });

  it('writes no address, body or token in its log or database (P12, P14)', async () => {
    const t = await createTestApp();
    try {
      await t.post(await goodRequest(t, {}, { email: 'private@example.org', motivation: 'mots-secrets' }));
      const path = pathOf(linkIn((await t.mails())[0]!.message));
      await t.request(path);
      await t.request(path, { method: 'POST', body: 'action=confirm' });
      const log = JSON.stringify(t.log);
      for (const word of ['private@', 'mots-secrets', path.split('/').at(-1)!, '192.0.2.7', STAFF_TOKEN])
        assert.ok(!log.includes(word), word);
      assert.ok(log.includes('/demande/confirmer/:token'));
      const tables = [
        'join_requests',
        'access_tokens',
        'outbox',
        'consent_events',
        'idempotency_keys',
        'forms',
      ];
      const stored = await Promise.all(tables.map((table) => rowsOf(t.db, `select * from ${table}`)));
      assert.ok(!JSON.stringify(stored).includes('192.0.2.7'));
    } finally {
      await t.close();
    }
  });

  it('sends the headers that browsers obey (S17)', async () => {
    const page = await s.request('/communautes/genre/rejoindre');
    assert.match(
      page.headers.get('Content-Security-Policy') ?? '',
      /default-src 'none'.*frame-ancestors 'none'/,
    );
    assert.match(page.headers.get('Strict-Transport-Security') ?? '', /max-age=63072000/);
    assert.equal(page.headers.get('X-Content-Type-Options'), 'nosniff');
    assert.equal(page.headers.get('Cache-Control'), 'no-store');
    assert.equal(page.headers.get('Set-Cookie'), null);
  });

  it('tells of a failure without its reasons (S16)', async () => {
    const t = await createTestApp();
    await changeRows(t.db, `drop table organisations`);
    const response = await t.request('/v1/organisations');
    const text = await response.text();
    assert.equal(response.status, 500);
    assert.ok(!/sqlite|table|at /i.test(text.replace('"status"', '')), text);
    assert.equal((await t.request('/v1/communities/aoc')).status, 200, 'the rest lives on');
    await t.close();
  });

  it('never answers 5xx to random bodies', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json({ maxDepth: 5 }), async (body) => {
        const response = await s.post(body);
        return response.status < 500 && response.status !== 202;
      }),
      { numRuns: fullRuns(300) },
    );
    const good = await goodRequest(s);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(good)), fc.anything(), async (key, value) => {
        const response = await s.post({
          ...good,
          [key]:
            value === undefined
              ? null
              : JSON.parse(
                  JSON.stringify(value, (_, v: unknown) => (typeof v === 'bigint' ? String(v) : v)) ?? 'null',
                ),
        });
        return response.status < 500;
      }),
      { numRuns: fullRuns(300) },
    );
  });
});

describe('the hosted form', () => {
  let s: TestApp;
  before(async () => {
    s = await createTestApp();
  });
  after(() => s.close());

  const send = (answers: Record<string, string>, Origin: string | null = OWN, community = 'genre') =>
    s.request(`/communautes/${community}/rejoindre`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...(Origin && { Origin }) },
      body: new URLSearchParams(answers).toString(),
    });
  const count = async () => Number((await rowsOf(s.db, `select count(*) as n from join_requests`))[0]?.['n']);

  it('takes a native form of a member’s page, once', async () => {
    const answers = { email: 'fallback@example.org', givenName: 'É', organisation: 'Rivages en commun' };
    const response = await send(answers, MEMBER_SITE);
    assert.deepEqual(
      [response.status, response.headers.get('Location')],
      [303, '/communautes/genre/rejoindre/merci?lang=fr'],
    );
    await send(answers, MEMBER_SITE);
    assert.equal(await count(), 1, 'sent twice, recorded once');
    assert.match(await (await s.request('/communautes/genre/rejoindre/merci')).text(), /48 heures/);
    const [row] = await rowsOf(s.db, `select source_site from join_requests`);
    assert.equal(row?.['source_site'], MEMBER_SITE);
  });

  it('asks to read again when the form comes from a page that is not listed, and loses nothing', async () => {
    const before = await count();
    for (const origin of ['https://evil.example', 'null']) {
      const page = await send({ email: 'x@example.org', motivation: '<b>"oui"</b> & plus' }, origin);
      const text = await page.text();
      assert.equal(page.status, 200);
      assert.match(text, /rien n’est parti/);
      assert.ok(
        text.includes('value="x@example.org"') &&
          text.includes('&lt;b&gt;&quot;oui&quot;&lt;/b&gt; &amp; plus'),
      );
    }
    assert.equal(await count(), before);
  });

  it('shows what is wrong beside each field and keeps the rest; consents are never ticked', async () => {
    const page = await send({
      email: 'not an address',
      givenName: 'Gardé',
      role: 'admin',
      'f3e-consent': 'newsletter:zz',
    });
    const text = await page.text();
    assert.equal(page.status, 422);
    assert.match(text, /href="#field-email"/);
    assert.match(text, /aria-invalid="true"/);
    assert.match(text, /value="Gardé"/);
    assert.ok(!/checked/.test(text));
  });
});

describe('addresses that nobody announced', () => {
  const asPerson = { headers: { Accept: 'text/html,application/xhtml+xml' } };

  it('answer people with a page that leads on, and machines with problem details', async () => {
    const s = await createTestApp('sqlite', {
      DEMO: 'off',
      SMTP_URL: 'smtp://127.0.0.1',
      PRIVACY_CONTACT: 'a@example.org',
      PUBLIC_URL: 'https://communautes.example.org',
      TRUSTED_PROXIES: '0',
    });
    for (const path of ['/nulle-part', '/wp-login.php', '/communautes/nulle-part', '/seances/rien']) {
      const answer = await s.request(path, asPerson);
      assert.equal(answer.status, 404, path);
      const text = await answer.text();
      assert.match(text, /<h1>Cette page n’existe pas<\/h1>/, path);
      for (const link of ['/communautes', '/seances', '/ressources', '/proposer'])
        assert.ok(text.includes(`<a href="${link}">`), `${path} leads to ${link}`);
    }
    for (const [path, target] of [
      ['/seances/', '/seances'],
      ['/communautes/aoc//?lang=en', '/communautes/aoc?lang=en'],
    ] as const) {
      const answer = await s.request(path, { ...asPerson, redirect: 'manual' });
      assert.deepEqual([answer.status, answer.headers.get('Location')], [301, target]);
    }
    for (const path of ['//evil.example/', '/\\evil.example/', '///'])
      assert.equal((await s.request(path, { ...asPerson, redirect: 'manual' })).status, 404, path);
    const english = await s.request('/nowhere?lang=en', asPerson);
    assert.match(
      await english.text(),
      /<html lang="en">.*This page does not exist.*href="\/seances\?lang=en"/s,
    );
    for (const [path, init] of [
      ['/nulle-part', {}],
      ['/v1/nulle-part', asPerson],
    ] as const) {
      const answer = await s.request(path, init);
      assert.equal(answer.status, 404);
      assert.match(answer.headers.get('Content-Type') ?? '', /^application\/problem\+json/, path);
    }
    await s.close();
  });

  it('are few: the first page leads to all there is', async () => {
    const s = await createTestApp('sqlite', {
      DEMO: 'off',
      SMTP_URL: 'smtp://127.0.0.1',
      PRIVACY_CONTACT: 'a@example.org',
      PUBLIC_URL: 'https://communautes.example.org',
      TRUSTED_PROXIES: '0',
    });
    const home = await s.request('/');
    assert.equal(home.status, 200);
    const text = await home.text();
    const links = [...text.matchAll(/<a href="(\/[a-z]+)">/g)].map(([, path]) => path!);
    assert.deepEqual(
      new Set(links),
      new Set(['/communautes', '/seances', '/ressources', '/proposer', '/integrer']),
    );
    for (const path of links) assert.equal((await s.request(path)).status, 200, path);
    await s.close();
  });
});
