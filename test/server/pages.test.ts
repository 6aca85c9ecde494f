import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { putResource } from '../../server/resources/repository.js';
import { findSession, putSession } from '../../server/sessions/repository.js';
import { createTestApp, hasPostgres, OWN, type TestApp } from '../support/server.js';

const postgresAnswers = await hasPostgres();

const read = async ({ request }: TestApp, path: string) => {
  const response = await request(path);
  return {
    status: response.status,
    robots: response.headers.get('X-Robots-Tag'),
    text: await response.text(),
  };
};
/** Text as a person reads it. */
const plain = (html: string) => html.replace(/<[^>]+>/g, '');

describe('what hosted pages tell search engines and readers of feeds', () => {
  it('each page has its description and one address; results of a search and forms are left out', async () => {
    const s = await createTestApp();
    for (const [path, canonical] of [
      ['/communautes', '/communautes'],
      ['/communautes/genre?lang=en', '/communautes/genre'],
      ['/seances', '/seances'],
      ['/seances/genre-2026-11-26', '/seances/genre-2026-11-26'],
      ['/ressources', '/ressources'],
    ] as const) {
      const { text, robots, status } = await read(s, path);
      assert.equal(status, 200, path);
      assert.equal(robots, null, path);
      assert.ok(
        text.includes(`<link rel="canonical" href="${OWN}${canonical}"/>`),
        `${path}: ${text.slice(0, 900)}`,
      );
      assert.match(text, /<meta name="description" content="[^"]{10,300}"\/>/, path);
    }
    for (const path of [
      '/ressources?q=genre',
      '/ressources?kind=guide',
      '/communautes/genre/rejoindre',
      '/communautes/nulle-part',
    ])
      assert.equal((await read(s, path)).robots, 'noindex', path);
    await s.close();
  });

  it('feeds can be discovered, and answer', async () => {
    const s = await createTestApp();
    for (const [path, type] of [
      ['/communautes/genre', 'text/calendar'],
      ['/communautes/genre', 'application/rss+xml'],
      ['/seances', 'text/calendar'],
      ['/seances/genre-2026-11-26', 'text/calendar'],
      ['/ressources', 'application/rss+xml'],
    ] as const) {
      const { text } = await read(s, path);
      const link = text.split('<link ').find((one) => one.includes(`type="${type}"`));
      const href = /href="([^"]+)"/.exec(link ?? '')?.[1];
      assert.ok(href?.startsWith(OWN), `${path} has no ${type}`);
      const feed = await s.request(href!.slice(OWN.length));
      assert.equal(feed.status, 200, href);
      assert.ok(feed.headers.get('Content-Type')?.startsWith(type), href!);
    }
    await s.close();
  });

  it('words that are too long are said so and stay in the field', async () => {
    const s = await createTestApp();
    const words = 'a'.repeat(201);
    const { text, status } = await read(s, `/ressources?q=${words}`);
    assert.equal(status, 200);
    assert.match(text, /dépasse 200 caractères/);
    assert.ok(text.includes(`value="${words}"`));
    assert.equal((await s.request(`/v1/resources?q=${words}`)).status, 400);
    assert.doesNotMatch((await read(s, `/ressources?q=${words.slice(1)}`)).text, /dépasse/);
    await s.close();
  });
});

describe('a list that is longer than a page', () => {
  it('T07: /seances leads on to every session to come, of all communities and of one', async () => {
    const s = await createTestApp();
    const session = (await findSession(s.db, 'genre-2026-11-26'))!;
    for (let i = 0; i < 130; i++)
      await putSession(s.db, {
        ...session,
        id: `de-trop-${i}`,
        series: null,
        title: `De trop ${i}`,
        resources: [],
      });
    for (const start of ['/seances', '/seances?community=genre', '/seances?lang=en']) {
      const seen = new Set<string>();
      let path: string | undefined = start;
      let pages = 0;
      while (path) {
        const { text }: { text: string } = await read(s, path);
        for (const [, i] of text.matchAll(/De trop (\d+)/g)) seen.add(i!);
        path = /rel="next" href="([^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&');
        assert.ok(++pages < 10);
      }
      assert.equal(seen.size, 130, start);
      assert.ok(pages >= 3);
    }
    const { text } = await read(s, '/communautes/genre');
    assert.ok(
      text.includes('href="/seances?community=genre"'),
      'its page shows the first, and leads to the others',
    );
    await s.close();
  });
});

describe('the language of parts (A12)', () => {
  it('a title in another language says so in headings, lists and the pages of forms', async () => {
    const s = await createTestApp();
    const session = (await findSession(s.db, 'genre-2026-11-26'))!;
    const title = 'An introduction for partners';
    await putSession(s.db, { ...session, id: 'anglais', series: null, title, language: 'en', resources: [] });
    await putResource(s.db, {
      ...{ id: 'arabe', title: 'دليل النوع الاجتماعي', year: 2026, publishedAt: '2026-11-20', kind: 'guide' },
      ...{
        collection: null,
        communities: ['genre'],
        themes: [],
        language: 'ar',
        url: null,
        publisher: 'F3E',
      },
      ...{ access: 'public', format: 'pdf', bytes: null, accessibleUrl: null, summary: 'ملخص' },
    });
    const said = (text: string, language: string, dir = 'ltr') =>
      `<bdi lang="${language}" dir="${dir}">${text}</bdi>`;
    for (const path of ['/seances/anglais', '/seances/anglais/inscription', '/seances', '/communautes/genre'])
      assert.ok((await read(s, path)).text.includes(said(title, 'en')), path);
    const form = (await read(s, '/seances/anglais/inscription')).text;
    assert.match(form, new RegExp(`<h1>S’inscrire\\s: ${said(title, 'en')}</h1>`));
    const resource = (await read(s, '/ressources/arabe')).text;
    assert.ok(resource.includes(`<h1>${said('دليل النوع الاجتماعي', 'ar', 'rtl')}</h1>`), resource);
    for (const path of [
      '/seances/anglais',
      '/seances/anglais/inscription',
      '/ressources/arabe',
      '/communautes/genre',
    ])
      assert.doesNotMatch((await read(s, path)).text, /aria-label="[^"]*(introduction for|النوع)/, path);
    const english = (await read(s, '/seances/anglais?lang=en')).text;
    assert.ok(english.includes(`<h1>${title}</h1>`), 'in its own language nothing is marked');
    assert.ok(plain(english).includes(title));
    const reason = 'The speaker is ill.';
    await putSession(s.db, {
      ...session,
      ...{ id: 'annulee', series: null, title, language: 'en', resources: [] },
      ...{ status: 'cancelled', cancellationReason: reason },
    });
    for (const path of ['/seances/annulee', '/seances'])
      assert.ok((await read(s, path)).text.includes(said(reason, 'en')), `${path}: why it is cancelled`);
    await s.close();
  });
});

for (const engine of ['sqlite', 'postgres'] as const) {
  describe(
    `a row that cannot be read (${engine})`,
    { skip: engine === 'postgres' && !postgresAnswers },
    () => {
      it('L06: is left out of each list and reported; the others stay', async () => {
        const s = await createTestApp(engine);
        const reports: string[] = [];
        const onWarning = ({ message }: Error) => reports.push(message);
        process.on('warning', onWarning);
        const before = (await (await s.request('/v1/sessions?limit=200')).json()) as { items: unknown[] };
        await s.db.execute(`update sessions set doc = 'garbage' where id = 'genre-2026-11-26'`);
        await s.db.execute(
          `update organisations set doc = '{}' where id = (select min(id) from organisations)`,
        );
        await s.db.execute(`update communities set doc = '{"slug":"aoc"}' where slug = 'aoc'`);
        await s.db.execute(
          `update resources set doc = '{"title": 3}' where id = (select min(id) from resources)`,
        );
        s.later(3_000);
        for (const path of [
          '/v1/sessions?limit=200',
          '/v1/sessions.ics',
          '/v1/communities',
          '/v1/communities/genre',
          '/v1/communities/genre/sessions.ics',
          '/v1/resources?size=100',
          '/v1/resources.rss',
          '/v1/organisations',
          '/communautes/genre',
          '/seances',
          '/ressources',
        ])
          assert.equal((await s.request(path)).status, 200, path);
        const after = (await (await s.request('/v1/sessions?limit=200')).json()) as { items: unknown[] };
        assert.equal(after.items.length, before.items.length - 1);
        const { items } = (await (await s.request('/v1/communities')).json()) as {
          items: { slug: string }[];
        };
        assert.ok(items.length && !items.some(({ slug }) => slug === 'aoc'));
        await new Promise((done) => setImmediate(done));
        process.off('warning', onWarning);
        assert.ok(
          reports.some((one) => one.includes('The session “genre-2026-11-26” cannot be read')),
          reports.join('\n'),
        );
        await s.close();
      });
    },
  );
}
