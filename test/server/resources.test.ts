import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PublishedResource, Resource, ResourcePage } from '../../src/contract/index.js';
import { putResource, searchNames } from '../../server/resources/repository.js';
import { marksIn, parseSearchQuery } from '../../src/search/index.js';
import { foldText } from '../../src/search/fold-text.js';
import { queries, REACHED } from '../support/queries.js';
import {
  createTestApp,
  type DatabaseName,
  type TestApp,
  changeRows,
  testEngines,
} from '../support/server.js';
import { endsWithin } from '../support/ends-within.js';
import { long } from '../support/long.js';

const kinds = await testEngines();
/** What each database answered, to compare. */
const answers = new Map<string, Map<DatabaseName, unknown>>();

for (const kind of kinds) {
  describe(`resources on ${kind}`, () => {
    let s: TestApp;
    before(async () => {
      s = await createTestApp(kind);
    });
    after(() => s.close());

    const find = async (query: string | Record<string, string>): Promise<ResourcePage> => {
      const asked = new URLSearchParams(typeof query === 'string' ? { q: query } : query);
      const response = await s.request(`/v1/resources?${asked.toString()}`);
      assert.equal(response.status, 200, asked.toString());
      return ResourcePage.parse(await response.json());
    };
    const idsOf = ({ items }: ResourcePage) => items.map(({ id }) => id);

    it(`answers the ${queries.length} kinds of question, no fewer of them than before`, async (t) => {
      const missed: string[] = [];
      for (const { q, hoped, suggested, within = 3, kind: what } of queries) {
        const page = await find({ q, size: '100' });
        const told = [idsOf(page), page.total, page.suggestion, page.isLoose, page.facets, page.items];
        answers.set(q, (answers.get(q) ?? new Map<DatabaseName, unknown>()).set(kind, told));
        const isGood = hoped.length
          ? idsOf(page)
              .slice(0, within)
              .some((id) => hoped.includes(id))
          : page.total === 0 && page.suggestion === (suggested ?? null);
        if (!isGood) missed.push(`${what}: ${q}`);
      }
      const score = queries.length - missed.length;
      t.diagnostic(`${score} of ${queries.length}; missed: ${missed.join(', ')}`);
      assert.ok(
        score >= REACHED,
        `${score} of ${queries.length}, less than ${REACHED}: ${missed.join(', ')}`,
      );
    });

    it('makes no difference of accents, case, ligatures, apostrophes and inclusive marks', async () => {
      for (const [one, ...others] of [
        ['écologie', 'ECOLOGIE', 'ecologie', 'l’écologie', "l'ecologie"],
        ['mettre en œuvre', 'METTRE EN OEUVRE', 'mettre en oeuvre'],
        ['référent·e·s', 'référent-e-s', 'référent.e.s', 'referentes', 'RÉFÉRENT•E•S'],
        ['égalité', 'e\u0301galite\u0301'],
      ] as [string, ...string[]][]) {
        const expected = await find(one);
        assert.ok(expected.total > 0, one);
        for (const other of others) assert.deepEqual(idsOf(await find(other)), idsOf(expected), other);
      }
    });

    it('keeps any of the values within a facet, and all of the facets together', async () => {
      const page = await find({ kind: 'guide,study', theme: 'genre', size: '100' });
      assert.ok(page.total > 2);
      for (const item of page.items) {
        assert.ok(['guide', 'study'].includes(item.kind));
        assert.ok(item.themes.includes('genre'));
      }
      const all = await find({ size: '100' });
      for (const name of ['community', 'theme', 'kind', 'language', 'year', 'access'] as const) {
        for (const { value, count } of all.facets[name]) {
          const narrowed = await find({ [name]: value });
          assert.equal(narrowed.total, count, `${name}=${value}`);
          // Its own choice left aside: one can still see what the other values would give.
          assert.deepEqual(narrowed.facets[name], all.facets[name], name);
        }
      }
    });

    it('counts facets together with words and other facets', async () => {
      const page = await find({ q: 'changement', kind: 'guide,article', language: 'fr' });
      for (const { value, count } of page.facets.year) {
        assert.equal(
          (await find({ q: 'changement', kind: 'guide,article', language: 'fr', year: value })).total,
          count,
        );
      }
      const kindsFound = page.facets.kind.map(({ value }) => value);
      assert.ok(kindsFound.includes('study'), 'what another kind would give is counted');
      assert.ok(page.themes.every(({ slug }) => page.facets.theme.some(({ value }) => value === slug)));
      assert.ok(page.communities.every(({ name }) => name.length > 0));
    });

    it('sorts by relevance when there are words, else by date, or by title', async () => {
      const dates = (await find({ size: '100' })).items.map(
        ({ publishedAt, year }) => publishedAt ?? (year === null ? '' : String(year)),
      );
      assert.deepEqual(dates, [...dates].sort().reverse());
      const titles = (await find({ sort: 'title', size: '100' })).items.map(({ title }) =>
        foldText(title).replace(/^[^\p{L}\p{N}]+/u, ''),
      );
      assert.deepEqual(titles, [...titles].sort());
      assert.equal((await find('écologie et pouvoir d’agir')).items[0]!.id, 'r-ecologie-journee-2023');
    });

    it('gives every resource once over its pages, and an empty page beyond', async () => {
      const seen: string[] = [];
      for (let page = 1; page <= 9; page++)
        seen.push(...idsOf(await find({ page: String(page), size: '10' })));
      assert.equal(seen.length, 88);
      assert.equal(new Set(seen).size, 88);
      const beyond = await find({ page: '9000' });
      assert.equal(beyond.items.length, 0);
      assert.equal(beyond.total, 88);
    });

    it('marks what matched, and nothing else', async () => {
      const marked = (item: Resource, text: 'title' | 'summary') =>
        item.marks[text].map(([start, end]) => item[text].slice(start, end));
      const [item] = (await find('référents directions')).items;
      assert.deepEqual(marked(item!, 'title'), ['Référent·e·s', 'directions']);
      const [budget] = (await find('« budget avec des lunettes »')).items;
      assert.deepEqual(marked(budget!, 'title'), ['budget avec des lunettes']);
      const [begun] = (await find('photolang')).items;
      assert.deepEqual(marked(begun!, 'title'), ['Photolangage']);
      assert.deepEqual((await find({ kind: 'guide' })).items[0]!.marks, { title: [], summary: [] });
    });

    it('suggests a spelling that finds something, and only then', async () => {
      const page = await find('capitalsation');
      assert.equal(page.total, 0);
      assert.equal(page.suggestion, 'capitalisation');
      assert.ok((await find(page.suggestion)).total > 0);
      assert.equal((await find('xyzzyx')).suggestion, null);
      assert.equal((await find({ q: 'capitalsation', language: 'ar' })).suggestion, null);
    });

    it('says so when no resource holds all the words', async () => {
      const page = await find('mise en oeuvre démarche qualité');
      assert.equal(page.isLoose, true);
      assert.ok(idsOf(page).includes('r-madac-guide'));
      assert.equal((await find('démarche qualité')).isLoose, false);
    });

    it('takes whatever is typed for words (S14, F68)', async () => {
      const odd = [
        '"', '""', '" OR "', 'a AND (', 'NEAR(a b)', '*', 'title:genre', '{title_words} : x', '-genre', 'genre*',
        "'; drop table resources; --", "' or '1'='1", '\\', '%', '_', '&', '|', '!', '<->', ':*', "a:A & 'b", '()',
        'eeeee', 'genre eeeee', 'ـ', `a${'𐐨'.repeat(40)}`, `"${'𐐨'.repeat(40)}"`, '\u0000', '\ud800', '\u202e', 'ª²³', '٣', 'ﷺ', '«', '« »', '“a”', '~genre', '🙂', 'ǅ ǆ', 'İ', 'ſ',
      ]; // prettier-ignore
      for (const q of odd) {
        const response = await s.request(`/v1/resources?q=${encodeURIComponent(q.toWellFormed?.() ?? q)}`);
        assert.equal(response.status, 200, q);
        ResourcePage.parse(await response.json());
      }
      assert.equal((await find({ size: '1' })).total, 88, 'nothing was lost');
      assert.equal((await find('genre*')).total, (await find('genre')).total);
    });

    // What takes the square of the letters would not end in time.
    it('reads 100,000 letters of anything in a moment (S14)', long, () => {
      for (const piece of ['a', '"', 'a-', 'é·e·', '« ', '.a', ' ', '\u0301', 'l’', '«a', '--']) {
        const text = piece.repeat(100_000 / piece.length);
        endsWithin(5_000, () => {
          parseSearchQuery(text);
          marksIn(text, 'fr', parseSearchQuery('a é'));
        });
      }
    });

    it('tells which session a resource came out of, once it was held', async () => {
      const item = Resource.parse(await (await s.request('/v1/resources/r-demo-genre-budget')).json());
      assert.equal(item.session?.id, 'genre-2026-03-05');
      assert.match(item.session.page, /\/seances\/genre-2026-03-05$/);
      assert.equal((await s.request('/v1/resources/nothing')).status, 404);
    });

    it('tells people what people read, and goes to the last page rather than beyond', async () => {
      const missing = await s.request('/ressources/nothing');
      assert.equal(missing.status, 404);
      assert.match(missing.headers.get('Content-Type')!, /text\/html/);
      assert.match(await (await s.request('/ressources?page=99')).text(), /88 ressources, page 5 sur 5/);
      const first = await (await s.request('/v1/resources.rss?q=genre&lang=fr-CA')).text();
      assert.ok(!first.includes('fr-CA'), 'what one visitor asks is not told to the next');
    });

    it('writes several at once', async () => {
      const names = await searchNames(s.db);
      const [model] = (await find({ size: '1' })).items;
      await Promise.all(
        Array.from({ length: 6 }, (_, n) =>
          s.db.transaction((sql) =>
            putResource(sql, { ...model!, id: `together-${n}`, title: `Simultanément ${n}` }, names),
          ),
        ),
      );
      assert.equal((await find('simultanément')).total, 6);
      await changeRows(s.db, `delete from resources where id like 'together-%'`);
      s.later(3_000);
    });

    it('gives the same narrowed list as a feed and as a file', async () => {
      const page = await find({ q: 'budget', size: '100' });
      const feed = await s.request('/v1/resources.rss?q=budget');
      assert.match(feed.headers.get('Content-Type')!, /application\/rss\+xml/);
      const links = [...(await feed.text()).matchAll(/<guid[^>]*>([^<]+)</g)].map(([, link]) => link);
      assert.deepEqual(new Set(links), new Set(page.items.map((item) => item.links.page)));
      const file = await s.request('/v1/resources.csv?q=budget');
      assert.match(file.headers.get('Content-Type')!, /text\/csv/);
      assert.equal((await file.text()).trim().split('\r\n').length, page.total + 1);
      const etag = feed.headers.get('ETag')!;
      const again = await s.request('/v1/resources.rss?q=budget', { headers: { 'If-None-Match': etag } });
      assert.equal(again.status, 304);
    });

    it('finds a resource that was added, whatever it holds', async () => {
      const names = await searchNames(s.db);
      const add = (id: string, title: string, more: Partial<PublishedResource> = {}) =>
        s.db.transaction((sql) =>
          putResource(
            sql,
            PublishedResource.parse({
              id, title, year: null, publishedAt: null, kind: 'guide', collection: null, communities: [], themes: [],
              language: 'fr', url: null, publisher: '', access: 'public', format: 'pdf', summary: '', ...more,
            }), // prettier-ignore
            names,
          ),
        );
      await add('odd-1', "L'« hétérogénéité » — 100 % d'À-côtés & <b>x</b> 'quoted' \\ \u0000zéro");
      await add('odd-2', 'x'.repeat(3_000), { summary: 'interminable '.repeat(20_000) });
      await add('odd-3', '🙂', { summary: 'Kintsugi' });
      await add('odd-4', `Kalimat ـ fin a${'𐐨'.repeat(40)}`, {
        communities: ['genre', 'genre'],
        themes: ['genre', 'genre'],
        language: 'fr-12',
        publishedAt: 'printemps 2030',
        summary: 'si a<b et c>d',
      });
      // More places of a word than PostgreSQL keeps, and more words than a statement takes.
      await add('odd-5', 'Longueurs', { summary: `${'de '.repeat(300)}fin de parcours` });
      await add('odd-6', 'Vocabulaire', {
        summary: Array.from({ length: 11_000 }, (_, n) => `mot${n.toString(26).replace(/\d/g, 'z')}x`).join(
          ' ',
        ),
      });
      s.later(3_000);
      assert.deepEqual(idsOf(await find('hétérogénéité')), ['odd-1']);
      assert.deepEqual(idsOf(await find('interminables')), ['odd-2']);
      assert.deepEqual(idsOf(await find('kintsugi')), ['odd-3']);
      const kalimat = await find('kalimat');
      assert.deepEqual(idsOf(kalimat), ['odd-4']);
      assert.deepEqual(kalimat.facets.community, [{ value: 'genre', count: 1 }]);
      assert.deepEqual(idsOf(await find('« fin de parcours »')), []);
      assert.deepEqual(idsOf(await find('parcours')).includes('odd-5'), true);
      const feed = await (await s.request('/v1/resources.rss?q=kalimat')).text();
      assert.ok(!feed.includes('Invalid Date'));
      assert.ok(feed.includes('a&amp;lt;b'), 'readers take a description for HTML');
      assert.equal((await s.request('/ressources?q=kalimat')).status, 200);
      assert.equal((await s.request('/ressources?language=fr-12')).status, 200);
    });
  });
}

it('both databases give the same answers to the same questions', (t) => {
  if (kinds.length < 2) {
    t.skip('PostgreSQL does not answer.');
    return;
  }
  for (const [q, told] of answers) {
    const of = (kind: DatabaseName) =>
      JSON.parse(JSON.stringify(told.get(kind)).replace(/https?:\/\/[^/"]+/g, '')) as unknown;
    assert.deepEqual(of('sqlite'), of('postgres'), q);
  }
  assert.equal(answers.size, queries.length);
});
