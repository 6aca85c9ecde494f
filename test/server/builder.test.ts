import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { elementNames } from '../../src/contract/elements.js';
import { contrastOf, readableOn } from '../../server/embedding/contrast.js';
import { pageNames, siteKinds } from '../../server/i18n/builder/index.js';
import { createTestApp, OWN, type TestApp } from '../support/server.js';

/** Settings that somebody chooses for what is shown. */
const chosen: Readonly<Record<string, string>> = {
  'community-card': 'community=genre&layout=row&no-join=on&heading-level=2&theme=soft',
  'community-directory': 'communities=genre&communities=aoc&layout=rows&no-compare=on',
  'session-calendar':
    'community=genre&view=agenda&kind=workshop&kind=webinar&months=2&q=budget+sensible&past=on',
  'resource-list': 'community=genre&kind=guide&year=2024%2C2025&page-size=5&allure=contrast',
  'join-form': 'community=ecsi&organisation=L%E2%80%99%C3%89cole+%26+Cie&from-query=role',
  'registration-form': 'session=genre-2026-11-26',
  'proposal-form': 'heading-level=4',
  'page-community': 'community=madac&allure=f3e',
  'page-sessions': '',
  'page-resources': 'allure=soft',
  'page-join': 'community=genre',
};

const unescape = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

async function codes(s: TestApp, query: string): Promise<string[]> {
  const response = await s.request(`/integrer?${query}`);
  const page = await response.text();
  assert.equal(response.status, 200, page);
  return [...page.matchAll(/<textarea id="code-\d"[^>]*>([^<]*)<\/textarea>/g)].map(([, text]) =>
    unescape(text!),
  );
}

const paste = (s: TestApp, text: string) =>
  s.request('/integrer?lang=fr', {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ colle: text }).toString(),
  });

describe('the snippet builder', () => {
  for (const shown of [...elementNames, ...pageNames])
    it(`${shown}: what is copied for each kind of site opens again with the same choices`, async () => {
      const s = await createTestApp();
      for (const site of siteKinds) {
        const query = `montrer=${shown}&site=${site}&${chosen[shown]!}`;
        const blocks = await codes(s, query);
        assert.ok(blocks.length, site);
        for (const block of blocks) {
          // Editors take no such signs in attributes (H16).
          for (const [, value] of block.matchAll(/="([^"]*)"/g)) assert.doesNotMatch(value!, /[{}[\]<>]/);
          assert.doesNotMatch(block, /<f3e-[^>]*\/>/);
        }
        const written = blocks.filter(
          (code) => /f3e|<[a-z]+\|/.test(code) && !/^<script[^]*<\/script>$/.test(code),
        );
        assert.ok(written.length, site);
        for (const code of site === 'vue' ? written.slice(0, 1) : written) {
          const answer = await paste(s, code);
          assert.equal(answer.status, 303, `${site}: ${code}`);
          const [path = ''] = answer.headers.get('Location')!.replace('/integrer?', '').split('#');
          // The plain code does not say which kind of site it is for, and a shortcode holds no preset.
          const isShort = /^(?:\[f3e_|<[a-z]+[|>])/.test(code);
          const again = await codes(
            s,
            `${path}&site=${site}${isShort ? `&${/allure=\w+/.exec(chosen[shown]!)?.[0] ?? ''}` : ''}`,
          );
          if (/^page-(?:sessions|resources)$/.test(shown)) assert.equal(again.at(-1), blocks.at(-1));
          else assert.deepEqual(again, blocks, `${site}: ${path}`);
        }
      }
      await s.close();
    });

  it('holds one release with its hash where somebody asks for that', async () => {
    const s = await createTestApp();
    const [code = ''] = await codes(s, 'montrer=community-card&version=fixe');
    const [moving = ''] = await codes(s, 'montrer=community-card');
    assert.match(moving, new RegExp(`<script type="module" src="${OWN}/v1/f3e.js"></script>`));
    // The tests have no built embed: then there is nothing to fix.
    if (code !== moving)
      assert.match(
        code,
        /src="[^"]+\/\d+\.\d+\.\d+\/f3e\.classic\.js" integrity="sha384-[^"]+" crossorigin>/,
      );
    await s.close();
  });

  it('mends a colour that cannot be read, and says so', async () => {
    const s = await createTestApp();
    const query = 'montrer=community-card&couleurs=own&fond=%23ffffff&accent=%23ffcc00';
    const page = await (await s.request(`/integrer?${query}`)).text();
    const mended = /--f3e-accent: (#[0-9a-f]{6})/.exec(page)?.[1] ?? '';
    assert.ok(contrastOf(mended, '#ffffff') >= 4.5);
    assert.match(page, new RegExp(`contraste de 1,5:1.*${mended}`));
    assert.match(
      await (await s.request(`/integrer?${query.replace('ffcc00', '14528f')}`)).text(),
      /cela se lit/,
    );
    await s.close();
    assert.equal(Math.round(contrastOf('#000000', '#ffffff')), 21);
    assert.equal(readableOn('#14528f', '#ffffff'), '#14528f');
    assert.ok(contrastOf(readableOn('#777777', '#808080'), '#808080') >= 4.5);
  });

  it('says what it cannot read, and keeps it', async () => {
    const s = await createTestApp();
    for (const text of ['<p>rien</p><textarea>', 'http://127.0.0.1/', 'http://[::1]:99/', '']) {
      const answer = await paste(s, text);
      const page = await answer.text();
      assert.equal(answer.status, 422);
      assert.match(page, /role="alert"/);
      assert.ok(unescape(page).includes(`>${text}</textarea>`), text);
    }
    await s.close();
  });

  it('takes of pasted code what the element knows, and none that is deeper than a page', async () => {
    const s = await createTestApp();
    const answer = await paste(
      s,
      `<f3e-community-card lang="en" montrer="join-form" site="react" dit="5" community="genre" join-url="https://x.example/${'a'.repeat(9_000)}"></f3e-community-card>`,
    );
    assert.equal(
      answer.headers.get('Location'),
      '/integrer?montrer=community-card&community=genre&lang=fr#reglages',
    );
    assert.equal((await paste(s, `${'<div>'.repeat(2_000)}<f3e-proposal-form>`)).status, 422);
    await s.close();
  });

  it('answers what is tried as the API does', async () => {
    const s = await createTestApp();
    for (const [path, status] of [
      ['sessions?limit=abc', 400],
      ['communities/nulle-part', 404],
      ['nulle-part', 404],
    ] as const) {
      const answer = await s.request(`/integrer/essai/v1/${path}`);
      assert.equal(answer.status, status, path);
      assert.match(answer.headers.get('Content-Type') ?? '', /^application\/problem\+json/, path);
    }
    assert.equal((await s.request('/integrer/essai/v1/join-requests', { method: 'POST' })).status, 404);
    await s.close();
  });

  it('takes garbage in its address', async () => {
    const s = await createTestApp();
    const page = await (
      await s.request(
        '/integrer?montrer=%3Cscript%3E&community=%22%3E%3Cscript%3E&months=-1&accent=red&couleurs=own&largeur=9&site=joomla&heading-level=x',
      )
    ).text();
    assert.doesNotMatch(page, /<script>|"><script/);
    assert.match(page, /community=&quot;aoc&quot;/);
    await s.close();
  });

  it('is a page in English too, and leads nowhere else', async () => {
    const s = await createTestApp();
    const page = await (await s.request('/integrer?lang=en&montrer=session-calendar')).text();
    assert.match(page, /<h1>Put a widget in your site<\/h1>/);
    assert.doesNotMatch(page, /Réglages|Aperçu|Copier/);
    await s.close();
  });
});
