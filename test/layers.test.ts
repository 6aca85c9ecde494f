import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import { describe, it } from 'node:test';
import { version } from '../src/dom/version.js';

const filesIn = (folder: string): string[] =>
  (readdirSync(folder, { recursive: true }) as string[])
    .filter((name) => /\.(ts|mjs)$/.test(name))
    .map((name) => join(folder, name).split(sep).join('/'));

interface Import {
  from: string;
  isType: boolean;
}

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  const statements =
    /^(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?['"]([^'"]+)['"]|import\(['"]([^'"]+)['"]\)/gm;
  return [...text.matchAll(statements)].map(([, type, from, dynamic]) => {
    const name = (from ?? dynamic)!;
    return {
      from: name.startsWith('.')
        ? normalize(join(dirname(file), name))
            .split(sep)
            .join('/')
        : name,
      isType: Boolean(type),
    };
  });
}

/** What each folder may import: prefixes of files or names of packages; after `type `, types only. */
const layers: [folder: string, allowed: string[]][] = [
  ['src/contract', ['src/contract/', 'zod']],
  ['src/search', ['src/search/', 'type src/contract/', '@orama/stemmers/']],
  ['src/api', ['src/api/', 'src/search/', 'type src/contract/']],
  ['src/i18n', ['src/i18n/', 'type src/api/']],
  ['src/context', ['src/context/', 'type src/api/', '@lit/context']],
  [
    'src/controllers',
    ['src/controllers/', 'src/api/', 'src/i18n/', 'src/context/', 'src/dom/', 'type src/contract/', 'lit'],
  ],
  ['src/embed', ['src/embed/', 'src/api/', 'src/context/', 'src/elements/', 'src/dom/']],
  ['src/dom', ['src/dom/', 'lit']],
  ['src/ui', ['src/ui/', 'src/dom/', 'src/i18n/', 'src/api/', 'lit', 'lit/']],
  [
    'src/forms',
    ['src/forms/', 'src/api/', 'src/i18n/', 'src/controllers/', 'src/dom/', 'src/ui/', 'lit', 'lit/'],
  ],
  [
    'src/elements',
    [
      'src/forms/',
      'src/ui/',
      'src/api/',
      'src/i18n/',
      'src/context/',
      'src/controllers/',
      'src/dom/',
      'type src/contract/',
      'lit',
      'lit/',
      '@lit/context',
    ],
  ],
  [
    'server',
    [
      'server/',
      'src/contract/',
      'src/search/',
      'node:',
      'hono',
      'ical.js',
      'hono/',
      '@hono/',
      'zod',
      'better-sqlite3',
      'postgres',
      'nodemailer',
      'altcha-lib',
      'altcha-lib/',
    ],
  ],
  [
    'stories',
    ['stories/', 'src/index.js', 'src/define.js', 'lit', '@storybook/', 'storybook/', 'test/support/'],
  ],
];

describe('the house', () => {
  for (const [folder, allowed] of layers) {
    it(`${folder} imports what its layer may`, () => {
      const files = filesIn(folder);
      assert.ok(files.length > 0);
      for (const file of files) {
        const own = folder === 'src/elements' ? `${dirname(file)}/` : '';
        for (const { from, isType } of importsOf(file)) {
          const fits = [...allowed, ...(own ? [own] : [])].some((rule) => {
            const forTypes = rule.startsWith('type ');
            const name = forTypes ? rule.slice(5) : rule;
            return (!forTypes || isType) && (from === name || (/[/:]$/.test(name) && from.startsWith(name)));
          });
          assert.ok(fits, `${file} imports ${isType ? 'type ' : ''}${from}`);
        }
      }
    });
  }

  it('asks the network in one place, and stores nothing on the device (P10)', () => {
    for (const file of filesIn('src')) {
      const text = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
      assert.ok(
        !/\b(?:localStorage|sessionStorage|indexedDB|document\.cookie|caches\.|serviceWorker)\b/.test(text),
        file,
      );
      assert.ok(file === 'src/api/client.ts' || !/\bfetch\(/.test(text), `${file} fetches`);
    }
  });

  it('has no unsafe sink, and none of what old libraries break (X01, R13)', () => {
    for (const file of filesIn('src')) {
      const text = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
      assert.ok(
        !/unsafeHTML|unsafeSVG|unsafeStatic|innerHTML|outerHTML|insertAdjacentHTML|srcdoc|\beval\(|style=\$\{/.test(
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

  it('says its version the same everywhere', () => {
    const { version: named } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    assert.equal(version, named);
    assert.match(readFileSync('CHANGELOG.md', 'utf8'), /## Unreleased/);
  });

  it('has files that one can read in one go', () => {
    const long = [...filesIn('src'), ...filesIn('server')]
      .map((file) => [file, readFileSync(file, 'utf8').split('\n').length] as const)
      .filter(([, lines]) => lines > 400);
    assert.deepEqual(long, []);
  });
});
