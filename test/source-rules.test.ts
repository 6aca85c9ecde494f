import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, it } from 'node:test';
import { version } from '../src/dom/version.js';

const filesIn = (folder: string): string[] =>
  (readdirSync(folder, { recursive: true }) as string[])
    .filter((name) => /\.(ts|mjs)$/.test(name) && !name.includes('node_modules'))
    .map((name) => join(folder, name).split(sep).join('/'));

describe('the source', () => {
  it('asks the network in one place, and stores nothing on the device (P10)', () => {
    for (const file of filesIn('src')) {
      const text = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
      assert.ok(
        !/\b(?:localStorage|sessionStorage|indexedDB|document\.cookie|caches\.|serviceWorker)\b/.test(text),
        file,
      );
      // What looks for the reason why nothing is fetched asks on its own.
      const asks = ['src/api/request.ts', 'src/embed/doctor/look-at-page.ts'].includes(file);
      assert.ok(asks || !/(?<![#.\w])fetch\(/.test(text), `${file} fetches`);
    }
  });

  // A property, `.style=`, goes through the CSSOM, which the strictest policy allows; an attribute does not.
  it('has no unsafe sink, and none of what old libraries break (X01, H13)', () => {
    for (const file of filesIn('src')) {
      const text = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
      assert.ok(
        !/unsafeHTML|unsafeSVG|unsafeStatic|innerHTML|outerHTML|insertAdjacentHTML|srcdoc|\beval\(|(?<!\.)style=\$\{/.test(
          text,
        ),
        file,
      );
      assert.ok(
        !/Array\.from|\bfor \((?:const|let) \w+ in\b|\]\.entries\(\)|new Event\(|instanceof (?:Event|Element|Document)\b/.test(
          text,
        ),
        file,
      );
    }
  });

  it('cites only rules that docs/requirements.md holds, and each of them once', () => {
    const rules = [...readFileSync('docs/requirements.md', 'utf8').matchAll(/\*\*([A-Z]\d+)\*\*/g)].map(
      ([, rule]) => rule!,
    );
    assert.deepEqual(
      rules.filter((rule, i) => rules.indexOf(rule) !== i),
      [],
    );
    const docs = readdirSync('docs').filter((name) => name.endsWith('.md') && name !== 'requirements.md');
    const files = ['src', 'server', 'test', 'stories', 'scripts', 'bench'].flatMap(filesIn);
    for (const file of [...files, ...docs.map((name) => `docs/${name}`), 'README.md', 'CONTRIBUTING.md']) {
      const text = readFileSync(file, 'utf8');
      for (const [rule] of text.matchAll(/(?<![%\w#])(?:[ACFHJKLPRSX]\d\d|D\d\d?)(?![\w%])/g)) {
        assert.ok(rules.includes(rule), `${file} cites ${rule}`);
      }
    }
  });

  it('says its version the same everywhere', () => {
    const { version: named } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    assert.equal(version, named);
    assert.match(readFileSync('CHANGELOG.md', 'utf8'), /## Unreleased/);
  });

  it('has files that one can read in one go', () => {
    const long = [...filesIn('src'), ...filesIn('server')]
      .map((file) => [file, readFileSync(file, 'utf8').trimEnd().split('\n').length] as const)
      .filter(([, lines]) => lines > 400);
    assert.deepEqual(long, []);
  });
});
