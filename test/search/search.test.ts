import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PublishedResource } from '../../src/contract/index.js';
import { Collection } from '../../src/search/index.js';

const resource = (id: string, title: string, summary = ''): PublishedResource => ({
  ...{
    id,
    title,
    summary,
    year: null,
    publishedAt: null,
    kind: 'article',
    collection: null,
    communities: [],
  },
  ...{ themes: [], language: 'fr', url: null, publisher: '', access: 'public', format: '', bytes: null },
  accessibleUrl: null,
});
const none = { communities: new Map<string, string[]>(), themes: new Map<string, string[]>() };

async function search(resources: readonly PublishedResource[], q: string) {
  const collection = await Collection.of(resources, none);
  const { resources: found, suggestion, query } = await collection.find({ q }, { from: 0, size: 20 });
  return { ids: found.map(({ id }) => id), suggestion, isLoose: Boolean(query.isLoose) };
}

/** Two ways to write the same. */
const pairs: Record<string, [string, string]> = {
  'a ligature of print': ['ﬁnance', 'finance'],
  'a raised digit': ['m²', 'm2'],
  'a raised letter': ['le XXᵉ siècle', 'XXe siècle'],
  'thousands, with a space': ['10 000', '10000'],
  'thousands, with a no-break space': ['10\u202f000', '10 000'],
  'a letter with a stroke': ['Bjørn', 'bjorn'],
  'a Polish letter': ['Łódź', 'lodz'],
  'plural in -aux': ['des enjeux nationaux', 'enjeu national'],
  'feminine in -euse': ['ambitieuse', 'ambitieux'],
  'feminine in -ée': ['formée', 'formé'],
  'feminine in -ère': ['la première', 'premier'],
  'feminine in -ère, typed without its accent': ['la première', 'premiere'],
  'plural in x': ['des jeux', 'jeu'],
  'a number in words': ['soixante-douze', '72'],
  'years of a programme': ['2014-2018', '14-18'],
};

describe('words that are the same (R06)', () => {
  for (const [name, [one, other]] of Object.entries(pairs)) {
    it(`${name}: “${one}” and “${other}” find each other`, async () => {
      for (const [written, asked] of [
        [one, other],
        [other, one],
      ] as const) {
        const { ids, isLoose } = await search(
          [resource('it', written), resource('not', 'autre chose')],
          asked,
        );
        assert.deepEqual(ids, ['it'], `${asked} in ${written}`);
        assert.equal(isLoose, false);
      }
    });
  }

  it('“½” is no 12', async () => {
    assert.deepEqual((await search([resource('half', '½ journée')], '12')).ids, []);
    assert.deepEqual((await search([resource('half', '½ journée')], '½ journée')).ids, ['half']);
  });

  it('numbers that only look alike stay apart', async () => {
    assert.deepEqual((await search([resource('phone', 'appeler le 02 40 12 34 56')], '0240')).ids, []);
    assert.deepEqual((await search([resource('years', '2014 2018')], '20142018')).ids, []);
  });
});

describe('words of which one is missing (R07)', () => {
  it('from two words on, the others find, and what says most comes first', async () => {
    const resources = [
      resource('summary', 'Rencontre', 'une perspective intersectionnelle'),
      resource('short', 'Approche par les droits'),
      resource('title', 'Perspective intersectionnelle'),
    ];
    const { ids, isLoose } = await search(resources, 'approche intersectionnelle');
    assert.equal(isLoose, true);
    assert.deepEqual(ids, ['title', 'short', 'summary']);
  });
});

describe('the spelling hint (R08)', () => {
  it('is written as the collection writes it, with its accents, whichever comes first', async () => {
    for (const titles of [
      ['EVALUATION', 'Une évaluation'],
      ['Une évaluation', 'EVALUATION'],
    ]) {
      const resources = titles.map((title, i) => resource(String(i), title));
      assert.equal((await search(resources, 'evaluatoin')).suggestion, 'évaluation');
    }
  });
});
