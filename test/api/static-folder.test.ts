import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { answer } from '../../src/api/static-folder/static-folder.js';
import { ApiError } from '../../src/api/api-error.js';
import { communityRequest } from '../../src/api/communities.js';
import { readResources } from '../../src/api/resources.js';
import type { PublishedResource, ResourcePage } from '../../src/contract/index.js';
import { putResource, searchNames } from '../../server/resources/repository.js';
import { long } from '../support/long.js';
import { manyth } from '../support/many.js';
import { queries } from '../support/queries.js';
import { createTestApp, TODAY, type TestApp, changeRows } from '../support/server.js';

const demo = (file: string) =>
  Promise.resolve(JSON.parse(readFileSync(`server/demo-data/${file}`, 'utf8')) as unknown);
let folders = 0;
const fresh = () => `https://folder-${++folders}.example/`;

/** What a visitor would see of a page: everything but addresses, which a folder does not have. */
const shown = (page: ResourcePage) => ({
  items: page.items.map(({ id, title, marks, session, themes }) => ({
    id,
    title,
    marks,
    session: session && { id: session.id, title: session.title },
    themes,
  })),
  total: page.total,
  facets: page.facets,
  suggestion: page.suggestion,
  isLoose: page.isLoose,
});

describe('a folder of files', () => {
  let s: TestApp;
  const { now } = Date;
  before(async () => {
    s = await createTestApp();
    Date.now = () => TODAY;
  });
  after(async () => {
    Date.now = now;
    await s.close();
  });

  const served = async (path: string) => (await (await s.request(`/v1/${path}`)).json()) as ResourcePage;

  it('answers the same to the same questions as the server', async () => {
    const base = fresh();
    const paths = [
      ...queries.map(({ q }) => `resources?q=${encodeURIComponent(q)}&size=100`),
      'resources?size=100',
      'resources?community=genre&kind=guide,study&sort=title',
      'resources?theme=genre,ecologie&language=fr&year=2025&page=1&size=3',
      'resources?q=changement&access=members',
      'resources?page=3&size=7',
      'resources?page=99',
      'resources?id=r-madac-page,r-demo-genre-es',
    ];
    for (const path of paths) {
      const page = (await answer(path, base, demo)) as ResourcePage;
      assert.deepEqual(shown(page), shown(await served(path)), path);
      assert.ok(readResources(page), 'and the element reads it');
    }
  });

  it('answers the same over 2,000 resources', long, async () => {
    const many = Array.from({ length: 2_000 }, (_, n) => manyth(n));
    await s.db.transaction(async (sql) => {
      await changeRows(sql, 'delete from resources');
      await changeRows(sql, 'delete from resource_words');
      await changeRows(sql, 'delete from vocabulary');
      const names = await searchNames(sql);
      for (const resource of many) await putResource(sql, resource, names);
    });
    s.later(3_000);
    const base = fresh();
    const get = (file: string): Promise<unknown> =>
      file === 'resources.json' ? Promise.resolve(many satisfies PublishedResource[]) : demo(file);
    for (const path of [
      'resources?q=capitalisation',
      'resources?q=évaluation%20genre&kind=guide,study&community=aoc&page=2&size=5',
      'resources?q=partenariat&sort=title&size=100',
      'resources?q=gouvernence',
      'resources?theme=genre&year=2024,2025&access=members&language=en',
    ]) {
      assert.deepEqual(
        shown((await answer(path, base, get)) as ResourcePage),
        shown(await served(path)),
        path,
      );
    }
  });

  it('tells communities with their next session and counts', async () => {
    const page = await answer('communities/genre', fresh(), demo);
    const community = communityRequest('genre').read(page);
    assert.equal(community?.nextSession?.start, Date.parse('2026-11-26T10:00:00+01:00'));
    assert.equal(community.counts.resources, 25);
    assert.equal(community.themes[0]?.slug, 'genre');
    const list = (await answer('communities', fresh(), demo)) as { items: unknown[] };
    assert.equal(list.items.length, 5);
  });

  it('says that it has no such thing, and nothing of forms', async () => {
    for (const path of [
      'communities/nothing',
      'resources/nothing',
      'forms/join:genre',
      'sessions?from=x',
      '__proto__',
      'resources/%E0%A4',
      'communities/%',
    ]) {
      assert.equal(await answer(path, fresh(), demo), undefined, path);
    }
  });

  it('has the same pages as the server, whatever is asked', async () => {
    const base = fresh();
    const ids = async (query: string) =>
      ((await answer(`resources?${query}`, base, demo)) as ResourcePage).items.map(({ id }) => id);
    assert.deepEqual(await ids('page=-3&size=1.5'), await ids(''));
    assert.equal((await ids('size=5000')).length, 88);
  });

  it('does without sessions, and takes bare lists; other files must be there', async () => {
    const lists = async (file: string) => {
      // Some hosts refuse what is not there rather than say so.
      if (file === 'sessions.json') throw new ApiError('refused');
      return ((await demo(file)) as Record<string, unknown>)[file.replace('.json', '')];
    };
    const page = (await answer('resources?q=budget', fresh(), lists)) as ResourcePage;
    assert.ok(page.total > 0);
    assert.ok(page.items.every(({ session }) => session === null));
    const failing = () => Promise.reject(new ApiError('not-found'));
    await assert.rejects(
      answer('resources', fresh(), failing),
      (error: ApiError) => error.kind === 'not-found',
    );
    await assert.rejects(
      answer('resources', fresh(), () => Promise.resolve('<html>')),
      TypeError,
    );
  });

  it('reads files once for all who ask, and again after a failure', async () => {
    const base = fresh();
    let reads = 0;
    let isDown = true;
    const counted = (file: string) => {
      reads++;
      return isDown ? Promise.reject(new ApiError('offline')) : demo(file);
    };
    await assert.rejects(answer('resources', base, counted));
    isDown = false;
    reads = 0;
    await Promise.all([answer('resources', base, counted), answer('communities', base, counted)]);
    await answer('resources?q=genre', base, counted);
    assert.equal(reads, 3);
  });

  it('leaves out what it cannot read', async () => {
    const odd = (file: string) =>
      Promise.resolve(
        file === 'resources.json'
          ? [
              null,
              3,
              {},
              { id: 'a' },
              { id: 'b', title: 'Bien lisible', year: 'x', themes: 'genre', communities: [null] },
            ]
          : file === 'communities.json'
            ? { communities: [null, { slug: 'x' }], themes: [{ slug: 3 }] }
            : { sessions: [{}, { id: 's', title: 's', start: '2026-13-45T99:00' }] },
      );
    const page = (await answer('resources', fresh(), odd)) as ResourcePage;
    assert.deepEqual(
      page.items.map(({ id }) => id),
      ['b'],
    );
  });
});
