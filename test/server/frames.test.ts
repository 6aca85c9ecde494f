import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createTestApp, GENRE_ONLY, MEMBER_SITE, OWN, type TestApp } from '../support/server.js';

const policyOf = (response: Response) => response.headers.get('Content-Security-Policy') ?? '';
const endpointIn = (page: string) =>
  /endpoint="https:\/\/communautes\.example\.org(\/w\/[^"]+)"/.exec(page)?.[1] ?? '';

/** Sends a request to join as a page without an origin does. */
async function send(s: TestApp, path: string, email = 'cadre@example.org') {
  const form = (await (await s.request('/v1/forms/join:genre')).json()) as { version: string };
  return s.request(path, {
    method: 'POST',
    headers: { Origin: 'null', 'Content-Type': 'application/json', 'Idempotency-Key': email },
    body: JSON.stringify({
      community: 'genre',
      formVersion: form.version,
      language: 'fr',
      answers: { email },
      consents: [],
    }),
  });
}

describe('a page for each element, to be held in a frame', () => {
  it('any site may hold what is read, listed sites what is sent', async () => {
    const s = await createTestApp();
    const read = await s.request('/w/session-calendar?community=genre&lang=en');
    assert.equal(read.status, 200);
    assert.match(policyOf(read), /frame-ancestors \*;/);
    const text = await read.text();
    assert.match(text, /<title>Sessions – Genre<\/title>/);
    assert.match(text, /<f3e-session-calendar heading-level="2" community="genre"><div lang="en"><ul>/);
    const form = await s.request('/w/join-form?community=genre');
    assert.match(policyOf(form), new RegExp(`frame-ancestors 'self' ${MEMBER_SITE} ${GENRE_ONLY};`));
    const other = await s.request('/w/join-form?community=aoc');
    assert.match(policyOf(other), new RegExp(`frame-ancestors 'self' ${MEMBER_SITE};`));
    assert.equal(form.headers.get('Cache-Control'), 'no-store');
    assert.equal((await s.request('/w/provider')).status, 404);
    await s.close();
    const listed = await createTestApp('sqlite', { FRAMES: 'listed' });
    assert.match(policyOf(await listed.request('/w/resource-list')), /frame-ancestors 'self' https:/);
    await listed.close();
  });

  it('a form without an origin is sent by its token, for a day, for that kind of form, and in no other way (S01)', async () => {
    const s = await createTestApp();
    const path = endpointIn(await (await s.request('/w/join-form?community=genre')).text());
    assert.match(path, /^\/w\/join-form\/genre\/[a-z0-9]+\.[\w-]{32}$/);
    const read = await s.request(`${path}/v1/forms/join:genre`, { headers: { Origin: 'null' } });
    assert.equal(read.headers.get('Access-Control-Allow-Origin'), 'null');
    assert.equal(((await read.json()) as { maySend: boolean }).maySend, true);
    const preflight = await s.request(`${path}/v1/join-requests`, {
      method: 'OPTIONS',
      headers: { Origin: 'null' },
    });
    assert.match(preflight.headers.get('Access-Control-Allow-Headers') ?? '', /Idempotency-Key/);

    assert.equal((await send(s, '/v1/join-requests')).status, 403);
    const sent = await send(s, `${path}/v1/join-requests`);
    assert.equal(sent.status, 202, await sent.clone().text());
    assert.equal(sent.headers.get('Access-Control-Allow-Origin'), 'null');
    // The same request twice is one (L01).
    assert.equal((await send(s, `${path}/v1/join-requests`)).status, 202);
    assert.equal((await s.mails()).length, 1);

    assert.equal((await send(s, `${path}/v1/registrations`)).status, 404);
    assert.equal((await send(s, `${path}/v1/staff/sessions`)).status, 404);
    assert.equal((await send(s, `${path.replace('join-form', 'proposal-form')}/v1/proposals`)).status, 403);
    assert.equal((await send(s, `${path.slice(0, -1)}x/v1/join-requests`)).status, 403);
    // Of another community, or by a page that has an origin: not by this token.
    assert.equal((await send(s, `${path.replace('/genre/', '/aoc/')}/v1/join-requests`)).status, 403);
    const elsewhere = await s.request(`${path}/v1/forms/join:genre`, {
      headers: { Origin: 'https://evil.example' },
    });
    assert.equal(elsewhere.status, 403);
    assert.equal(elsewhere.headers.get('Access-Control-Allow-Origin'), null);
    s.later(86_400_000 - 1_000);
    assert.equal((await send(s, `${path}/v1/join-requests`, 'un-jour@example.org')).status, 202);
    s.later(2_000);
    assert.equal((await send(s, `${path}/v1/join-requests`, 'trop-tard@example.org')).status, 403);
    await s.close();
  });

  it('is described for sites that know its address alone (oEmbed)', async () => {
    const s = await createTestApp();
    for (const [page, element] of [
      ['/communautes/genre', 'community-card?community=genre'],
      ['/communautes', 'community-directory'],
      ['/seances?community=genre', 'session-calendar?community=genre'],
      ['/ressources', 'resource-list'],
      ['/communautes/genre/rejoindre', 'join-form?community=genre'],
      ['/proposer', 'proposal-form'],
    ] as const) {
      const hosted = await (await s.request(page)).text();
      const link =
        /<link rel="alternate" type="application\/json\+oembed"[^>]*href="([^"]+)"/.exec(hosted)?.[1] ?? '';
      assert.ok(link.startsWith(`${OWN}/v1/oembed?`), `${page}: ${link}`);
      const answer = await s.request(
        `${link.slice(OWN.length).replaceAll('&amp;', '&')}&maxwidth=500&maxheight=750&dnt=1`,
      );
      const { type, html, width, height, title } = (await answer.json()) as Record<string, string>;
      assert.equal(type, 'rich');
      assert.equal(width, 500);
      assert.ok(Number(height) <= 750);
      assert.equal(
        html,
        `<blockquote><a href="${OWN}${page}">${title}</a></blockquote><iframe title="${title}" src="${OWN}/w/${element}" width="500" height="${height}"></iframe>`,
      );
      assert.equal((await s.request(`/w/${element}`)).status, 200);
    }
    for (const url of [
      `${OWN}/seances/genre-2026-11-26`,
      'https://example.org/communautes',
      'x',
      `${OWN}.evil.example/communautes`,
    ])
      assert.equal((await s.request(`/v1/oembed?url=${encodeURIComponent(url)}`)).status, 404, url);
    assert.equal(
      (await s.request(`/v1/oembed?format=xml&url=${encodeURIComponent(`${OWN}/communautes`)}`)).status,
      404,
    );
    await s.close();
  });
});
