import assert from 'node:assert/strict';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { plainText } from '../../server/sources/formats.js';
import { allSources } from '../../server/sources/repository.js';
import { readDueSources } from '../../server/sources/service.js';
import { putResource, resourcesById, searchNames } from '../../server/resources/repository.js';
import { createGuardedFetch } from '../../server/shared/guarded-fetch.js';
import { addMember, enterAs } from '../support/desk.js';
import { createTestApp, OWN, testEngines, type TestApp } from '../support/server.js';

const engines = await testEngines();

/** What the site of somebody else answers, by path. */
let answers: Record<
  string,
  (response: ServerResponse, headers: Record<string, string | string[] | undefined>) => void
>;
let site: Server;
let url: string;
let asked: string[] = [];
before(async () => {
  site = createServer((request, response) => {
    asked.push(request.url ?? '');
    const answer = answers[(request.url ?? '').split('?')[0]!];
    if (answer) answer(response, request.headers);
    else response.writeHead(404).end();
  });
  await new Promise<void>((ready) => site.listen(0, '127.0.0.1', ready));
  url = `http://127.0.0.1:${(site.address() as { port: number }).port}`;
});
after(() => {
  site.closeAllConnections();
  site.close();
});

const rss = (items: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Membre</title><link>https://membre.example.org/</link>${items}</channel></rss>`;
const item = (id: number, title: string, more = '') =>
  `<item><guid isPermaLink="false">art-${id}</guid><title>${title}</title><link>https://membre.example.org/?p=${id}</link><pubDate>Tue, 10 Nov 2026 09:00:00 +0000</pubDate><description><![CDATA[<p>Un <b>résumé</b> &amp; rien d’autre.</p><script>alert(1)</script>]]></description>${more}</item>`;

/** The app as a server on this machine is: it reads pages of this machine. */
async function localApp(kind: 'sqlite' | 'postgres'): Promise<TestApp> {
  const s = await createTestApp(kind);
  s.parts.fetchPage = createGuardedFetch(true, 'test');
  return s;
}
const read = (s: TestApp) =>
  readDueSources({
    db: s.db,
    now: s.now,
    log: () => undefined,
    fetchPage: s.parts.fetchPage,
    links: s.parts.links,
  });
const search = async (s: TestApp, words: string) =>
  (
    (await (await s.request(`/v1/resources?q=${encodeURIComponent(words)}`)).json()) as {
      items: {
        id: string;
        title: string;
        summary: string;
        publisher: string;
        url: string;
        source?: { name: string };
      }[];
    }
  ).items;

for (const engine of engines)
  describe(`sources, on ${engine}`, () => {
    it('a feed becomes resources, once, marked with where they come from; what the desk changed wins', async () => {
      const s = await localApp(engine);
      answers = {
        '/rss': (response) => response.end(rss(item(1, 'Évaluer autrement') + item(2, 'Une zébrure'))),
      };
      await addMember(s, 'equipe@f3e.example', [{ role: 'team', scope: '' }]);
      const desk = await enterAs(s, 'equipe@f3e.example');
      await desk.post('/bureau/sources', {
        nom: 'Membre',
        adresse: `${url}/rss`,
        type: 'feed',
        communaute: 'genre',
        langue: 'fr',
      });
      assert.equal(desk.path, '/bureau/sources?fait=added');
      const [found] = await search(s, 'zébrure');
      assert.equal(found?.publisher, 'Membre');
      assert.equal(found.source?.name, 'Membre');
      assert.equal(found.summary, 'Un résumé & rien d’autre.');
      assert.equal(found.url, 'https://membre.example.org/?p=2');

      // The source corrects one, the desk has corrected the other.
      const [own] = await resourcesById(s.db, [(await search(s, 'évaluer autrement'))[0]!.id]);
      await putResource(s.db, { ...own!, title: 'Écrit au bureau' }, await searchNames(s.db));
      answers = {
        '/rss': (response) =>
          response.end(
            rss(item(1, 'Écrit à la source') + item(2, 'Une zébrure corrigée') + item(3, 'Nouvelle')),
          ),
      };
      assert.equal(await read(s), 0, 'its turn has not come');
      s.later(3_600_001);
      assert.equal(await read(s), 1);
      assert.deepEqual(
        (await search(s, 'écrit'))
          .filter(({ publisher }) => publisher === 'Membre')
          .map(({ title }) => title),
        ['Écrit au bureau'],
      );
      assert.equal((await search(s, 'zébrure'))[0]!.title, 'Une zébrure corrigée');

      // Removed at last: what the desk changed stays.
      const [source] = await allSources(s.db);
      assert.equal(source!.items, 3);
      await desk.post(`/bureau/sources/${source!.id}`, { acte: 'retirer' });
      // Answers are kept for two seconds.
      s.later(3_000);
      assert.ok(!(await search(s, 'zébrure')).some(({ title }) => title.includes('zébrure')));
      assert.equal(
        (await search(s, 'écrit au bureau')).filter(({ publisher }) => publisher === 'Membre').length,
        1,
      );
      assert.deepEqual(await allSources(s.db), []);
      await s.close();
    });

    it('one that fails hurts no other, keeps what it brought, says why and since when, and is asked less and less', async () => {
      const s = await localApp(engine);
      answers = {
        '/bon': (response) => response.end(rss(item(1, 'Du bon flux'))),
        '/mauvais': (response) => response.end(rss(item(9, 'Du mauvais flux'))),
      };
      await addMember(s, 'equipe@f3e.example', [{ role: 'team', scope: '' }]);
      const desk = await enterAs(s, 'equipe@f3e.example');
      for (const name of ['bon', 'mauvais'])
        await desk.post('/bureau/sources', { nom: name, adresse: `${url}/${name}`, type: 'feed' });
      const broken: [string, (response: ServerResponse) => void][] = [
        ['status', (response) => void response.writeHead(500).end('<rss>')],
        ['format', (response) => void response.end('<html><p>Maintenance</p></html>')],
        ['format', (response) => void response.end(rss('<item><title>sans adresse</title></item>'))],
        ['too-large', (response) => void response.end('x'.repeat(3 * 1024 * 1024))],
        ['unreachable', (response) => void response.destroy()],
      ];
      for (const [reason, answer] of broken) {
        answers['/mauvais'] = answer;
        s.later(86_400_001);
        assert.equal(await read(s), 1, reason);
        const bad = (await allSources(s.db)).find(({ name }) => name === 'mauvais')!;
        assert.equal(bad.failure, reason);
        assert.equal(bad.items, 1);
        assert.equal((await search(s, 'mauvais flux')).length, 1);
      }
      asked = [];
      s.later(900_000);
      await read(s);
      assert.ok(!asked.includes('/mauvais'), 'after five failures it waits longer than a quarter of an hour');
      const later = await enterAs(s, 'equipe@f3e.example');
      const page = await (await later.get('/bureau/sources')).text();
      assert.match(page, /La source ne répond pas\.[^<]*Dernière bonne lecture/);
      answers['/mauvais'] = (response) => response.end(rss(item(9, 'Du mauvais flux, remis')));
      s.later(86_400_001);
      await read(s);
      assert.equal((await allSources(s.db)).find(({ name }) => name === 'mauvais')!.failure, null);
      await s.close();
    });

    it('nothing is sent again that has not changed, and two processes read a source once', async () => {
      const s = await localApp(engine);
      let conditional = 0;
      answers = {
        '/rss': (response, headers) => {
          if (headers['if-none-match'] === '"un"') {
            conditional++;
            response.writeHead(304).end();
          } else response.writeHead(200, { ETag: '"un"' }).end(rss(item(1, 'Inchangé')));
        },
      };
      await addMember(s, 'equipe@f3e.example', [{ role: 'team', scope: '' }]);
      const desk = await enterAs(s, 'equipe@f3e.example');
      await desk.post('/bureau/sources', { nom: 'Membre', adresse: `${url}/rss`, type: 'feed' });
      s.later(3_600_001);
      asked = [];
      const both = await Promise.all([read(s), read(s)]);
      assert.equal(both[0]! + both[1]!, 1);
      assert.equal(asked.length, 1);
      assert.equal(conditional, 1);
      assert.equal((await search(s, 'inchangé')).length, 1);
      await s.close();
    });
  });

describe('a WordPress as a source', () => {
  const posts = JSON.stringify([
    {
      id: 5,
      link: '/?p=5',
      title: { rendered: 'L&rsquo;été &#038; la suite' },
      excerpt: { rendered: '<p>Un extrait&hellip;</p>', protected: false },
      date_gmt: '2026-09-01T08:00:00',
    },
    {
      id: 6,
      link: '/?p=6',
      title: { rendered: 'Caché' },
      excerpt: { rendered: '', protected: true },
      date_gmt: '2026-09-01T08:00:00',
    },
    { id: 'x', link: 'javascript:alert(1)', title: { rendered: 'Piège' }, excerpt: {}, date_gmt: 'hier' },
    null,
  ]);

  for (const [name, link] of [
    ['with plain addresses', '/index.php?rest_route=/'],
    ['with others', '/wp-json/'],
  ] as const)
    it(`${name}: its home page says where its posts are`, async () => {
      const s = await localApp('sqlite');
      answers = {
        '/': (response) =>
          response.writeHead(200, { Link: `<${url}${link}>; rel="https://api.w.org/"` }).end('<html>'),
        '/index.php': (response) => response.end(posts),
        '/wp-json/wp/v2/posts': (response) => response.end(posts),
      };
      await addMember(s, 'equipe@f3e.example', [{ role: 'team', scope: '' }]);
      const desk = await enterAs(s, 'equipe@f3e.example');
      asked = [];
      await desk.post('/bureau/sources', { nom: 'Membre', adresse: `${url}/`, type: 'wordpress' });
      const found = (await search(s, 'été suite')).filter(({ publisher }) => publisher === 'Membre');
      assert.deepEqual(
        found.map(({ title, summary }) => [title, summary]),
        [['L’été & la suite', 'Un extrait…']],
      );
      assert.match(asked.at(-1)!, /per_page=50/);
      assert.equal(
        (await search(s, 'caché piège')).filter(({ publisher }) => publisher === 'Membre').length,
        0,
      );
      await s.close();
    });
});

describe('the page of sources', () => {
  it('says what is wrong, keeps what was typed, and reads nothing of a private network', async () => {
    const s = await createTestApp();
    await addMember(s, 'equipe@f3e.example', [{ role: 'team', scope: '' }]);
    const desk = await enterAs(s, 'equipe@f3e.example');
    const refused = await desk.post('/bureau/sources', {
      nom: '',
      adresse: 'javascript:alert(1)',
      type: 'x',
    });
    assert.equal(refused.status, 422);
    const text = await refused.text();
    assert.match(text, /Donnez un nom/);
    assert.match(text, /value="javascript:alert\(1\)"/);
    const own = { nom: 'Nous', adresse: `${OWN}/v1/resources.rss`, type: 'feed' };
    assert.match(
      await (await desk.post('/bureau/sources', own)).text(),
      /pas pu être lue.*celle de ce serveur/s,
    );
    const internal = { nom: 'Interne', adresse: 'http://169.254.169.254/latest', type: 'feed' };
    assert.match(
      await (await desk.post('/bureau/sources', internal)).text(),
      /pas pu être lue.*réseau privé/s,
    );
    await s.close();
  });

  it('keeps of HTML what a person reads', () => {
    assert.equal(
      plainText('<p>a<br>b</p><style>x{}</style><script>y()</script>\u202e &lt;c&gt; &eacute;'),
      'ab <c> é',
    );
  });
});
