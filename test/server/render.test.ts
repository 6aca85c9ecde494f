import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { elementNames } from '../../src/contract/elements.js';
import { createTestApp, MEMBER_SITE, OWN } from '../support/server.js';

const render = async (path: string) => {
  const s = await createTestApp();
  const response = await s.request(`/v1/render/${path}`);
  const text = await response.text();
  await s.close();
  return { response, text };
};

describe('an element with its content between the tags', () => {
  const wanted: [path: string, tag: string, content: RegExp][] = [
    [
      'community-card?community=genre&no-join',
      '<f3e-community-card community="genre" no-join>',
      /<h3><a href="[^"]+\/communautes\/genre">.*<time datetime="2026-11-26T/,
    ],
    ['community-directory?layout=rows', '<f3e-community-directory layout="rows">', /(?:<h3>.*){5}/],
    [
      'session-calendar?community=genre,aoc&view=agenda',
      '<f3e-session-calendar community="genre,aoc" view="agenda">',
      /<ul><li>.*<time datetime="2026-1[12].*href="[^"]+\/seances"/,
    ],
    [
      'resource-list?kind=guide&page-size=3',
      '<f3e-resource-list kind="guide" page-size="3">',
      /(?:<li>.*){3}/,
    ],
    [
      'join-form?community=genre&prefill-organisation=Exemple',
      '<f3e-join-form community="genre" prefill-organisation="Exemple">',
      /<form method="post" action="https:\/\/communautes\.example\.org\/communautes\/genre\/rejoindre"/,
    ],
    ['proposal-form?lang=en', '<f3e-proposal-form>', /action="[^"]+\/proposer\?lang=en"/],
  ];
  for (const [path, tag, content] of wanted) {
    it(path, async () => {
      const { response, text } = await render(path);
      assert.equal(response.status, 200);
      assert.equal(response.headers.get('Content-Type'), 'text/html; charset=utf-8');
      assert.equal(response.headers.get('Access-Control-Allow-Origin'), '*');
      assert.ok(text.startsWith(tag), text.slice(0, 200));
      assert.match(text, content);
      // Editors make paragraphs of lines, and shut no element that shuts itself (H16).
      assert.doesNotMatch(text, /\n|<f3e-[^>]*\/>/);
      assert.doesNotMatch(text, /<svg|<style|style=|<script|class="aside"|name="website"/);
    });
  }

  it('names no address of another server, and says its language', async () => {
    for (const name of elementNames) {
      const { text } = await render(`${name}?lang=en&community=genre&session=genre-2026-11-26`);
      assert.match(text, /<div lang="en">/);
      for (const [, address] of text.matchAll(/(?:href|action)="([^"]+)"/g))
        assert.ok(address!.startsWith(`${OWN}/`) && address!.includes('lang=en'), `${name}: ${address}`);
    }
  });

  it('leaves out what the element cannot read, and leads to the list where nothing is named', async () => {
    const { text } = await render(
      'community-card?community=nulle-part&layout=mosaic&onclick=alert(1)&heading-level=9&style=x&theme=soft',
    );
    assert.ok(text.startsWith('<f3e-community-card community="nulle-part" theme="soft">'), text);
    assert.match(text, /href="https:\/\/communautes\.example\.org\/communautes"/);
    const hostile = await render(
      `session-calendar?q=${encodeURIComponent('"><script>alert(1)</script>{[x]}')}&month=2026-12"x`,
    );
    assert.ok(
      hostile.text.startsWith('<f3e-session-calendar q="&quot; script alert(1) /script x ">'),
      hostile.text,
    );
  });

  it('shows nothing of others where nobody is named, and what lists and months name', async () => {
    for (const element of ['session-calendar', 'resource-list']) {
      const { text } = await render(`${element}?community=nulle-part`);
      assert.doesNotMatch(text, /<li>/, element);
      assert.match(text, /<a href="[^"]+\/(?:seances|ressources)">/);
    }
    const spaced = await render('resource-list?kind=guide,%20video&page-size=100');
    assert.ok(spaced.text.startsWith('<f3e-resource-list kind="guide,video" page-size="100">'), spaced.text);
    assert.match(spaced.text, /(?:Guide|Vidéo) ·/);
    assert.doesNotMatch(spaced.text, /Podcast ·|Actes ·/);
    const before = await render('session-calendar?month=2026-10&months=1');
    assert.match(before.text, /datetime="2026-10-/);
    assert.doesNotMatch(before.text, /datetime="2026-1[12]-/);
    const past = await render('session-calendar?past');
    assert.match(past.text, /datetime="2026-11-(?:0\d|1\d|2[01])T/);
  });

  it('knows no other element', async () => {
    assert.equal((await render('provider')).response.status, 400);
    assert.equal((await render('community-card%20onclick=x')).response.status, 400);
  });

  it('holds a form that is sent without scripts, from any copy of the page', async () => {
    const s = await createTestApp();
    const text = await (await s.request('/v1/render/join-form?community=genre')).text();
    const hidden = [...text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
      ([, name, value]): [string, string] => [name!, value!],
    );
    assert.deepEqual(hidden.map(([name]) => name).sort(), ['f3e-lang', 'f3e-version']);
    for (const who of ['a', 'b']) {
      const sent = await s.request('/communautes/genre/rejoindre', {
        method: 'POST',
        headers: { Origin: MEMBER_SITE, 'Content-Type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams([
          ...hidden,
          ['email', `${who}@example.org`],
          ['familyName', 'X'],
          ['givenName', 'Y'],
          ['membership', 'member'],
          ['experience', 'none'],
        ]).toString(),
      });
      assert.equal(sent.status, 303, await sent.text());
    }
    assert.equal((await s.mails()).length, 2);
    await s.close();
  });
});
