import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';

/** All that a catalogue can say: its phrases, and those that it makes, of some counts and names (those of a clock: of names alone). */
function phrases(of: unknown, path: string): [path: string, phrase: string][] {
  if (typeof of === 'string') return [[path, of]];
  if (typeof of === 'function') {
    const make = of as (...given: unknown[]) => string;
    const counts = /\b(?:timeIn|clockOf)$/.test(path) ? 0 : 121;
    const said = Array.from({ length: counts }, (_, count) => make(count, count, count) || '-');
    return [...said, make('Dakar', 'Dakar', 'Dakar')].map((phrase) => [`${path}()`, phrase]);
  }
  return Object.entries(of as object).flatMap(([name, one]) => phrases(one, `${path}.${name}`));
}

const folder = 'src/i18n';
const catalogues = readdirSync(`${folder}/catalogues`).map((name) => name.replace('.ts', ''));
const load = async (language: string, name: string) =>
  ((await import(`../../${folder}/${language}/${name}.ts`)) as { messages: object }).messages;

describe('the words', () => {
  for (const language of ['en', 'ar']) {
    const spoken = catalogues.filter((name) => readdirSync(`${folder}/${language}`).includes(`${name}.ts`));
    it(`in “${language}” say all that the French ones do, nothing empty and nothing left out of a phrase (F24)`, async () => {
      for (const name of spoken) {
        const [french, other] = [await load('fr', name), await load(language, name)];
        const paths = (of: object) => [...new Set(phrases(of, name).map(([path]) => path))].toSorted();
        assert.deepEqual(paths(other), paths(french), name);
        for (const [path, phrase] of phrases(other, name)) {
          assert.ok(phrase.trim(), path);
          assert.doesNotMatch(phrase, /undefined|null|NaN|\[object/, path);
        }
      }
    });
  }

  for (const language of ['fr', 'en', 'ar']) {
    it(`in “${language}” say the same in every file`, async () => {
      const shared = [
        ...Object.keys(await load('fr', 'async-state')),
        ...['modes', 'rescheduled', 'registration', 'placesLeft', 'yourTime', 'timeIn'],
      ];
      const said = new Map<string, unknown>();
      let compared = 0;
      for (const name of catalogues) {
        const messages = (await load(language, name).catch(() => ({}))) as Record<string, unknown>;
        for (const key of shared.filter((one) => one in messages)) {
          const here = phrases(messages[key], key);
          if (said.has(key)) compared++;
          assert.deepEqual(here, said.get(key) ?? here, `${name}.${key}`);
          said.set(key, here);
        }
      }
      assert.ok(compared > 10);
    });
  }

  it('are there for every element in English, for every element without a form in Arabic', () => {
    const forms = ['form-submission', 'form'];
    const has = (language: string) =>
      readdirSync(`${folder}/${language}`).map((name) => name.replace('.ts', ''));
    assert.deepEqual(
      catalogues.filter((name) => !has('en').includes(name)),
      [],
    );
    assert.deepEqual(
      catalogues.filter((name) => !has('ar').includes(name)),
      forms,
    );
  });

  it('in Arabic count in the six forms of its nouns', async () => {
    const { placesLeft } = (await load('ar', 'session-calendar')) as {
      placesLeft: (count: number) => string;
    };
    const western = (words: string) =>
      words.replace(/[٠-٩]/g, (digit) => String('٠١٢٣٤٥٦٧٨٩'.indexOf(digit)));
    assert.deepEqual(
      [0, 1, 2, 3, 10, 11, 99, 100, 102].map((count) => western(placesLeft(count))),
      [
        'لا أماكن متبقية',
        'مكان واحد متبقٍّ',
        'مكانان متبقيان',
        '3 أماكن متبقية',
        '10 أماكن متبقية',
        '11 مكانًا متبقيًا',
        '99 مكانًا متبقيًا',
        '100 مكان متبقٍّ',
        '102 مكان متبقٍّ',
      ],
    );
  });
});
