import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { long } from '../support/long.js';

describe('the docs', () => {
  it('have a page for each element, made from what its source says now (“npm run docs”)', long, async () => {
    const { elementDocs } = await import('../../scripts/element-docs.js');
    const pages = await elementDocs();
    assert.ok(pages.size >= 8);
    for (const [path, text] of pages)
      assert.equal(existsSync(path) && readFileSync(path, 'utf8'), text, path);
  });

  it('fit a screen: a README of 150 lines at most, without a table', () => {
    const readme = readFileSync('README.md', 'utf8');
    assert.ok(readme.trimEnd().split('\n').length <= 150);
    assert.doesNotMatch(readme, /^\|/m);
  });

  it('lead to files that are there, and name files that are there', () => {
    const pages = [
      'README.md',
      'CONTRIBUTING.md',
      ...readdirSync('docs')
        .filter((name) => name.endsWith('.md'))
        .map((name) => `docs/${name}`),
    ];
    for (const page of pages) {
      const text = readFileSync(page, 'utf8');
      for (const [, link] of text.matchAll(/\]\(([^)#:]+)\)/g))
        assert.ok(existsSync(join(dirname(page), link!)), `${page} leads to ${link}`);
      for (const [, file] of text.matchAll(/`((?:src|server|test|scripts|docs)\/[\w./-]+\.\w+)`/g))
        assert.ok(existsSync(file!), `${page} names ${file}`);
    }
  });

  it('have snippets that can be pasted: one line, in a block, never self-closed, with a link inside (H03, H16)', () => {
    const pages = readdirSync('docs', { recursive: true }) as string[];
    let count = 0;
    for (const page of [
      'README.md',
      ...pages.filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`),
    ])
      for (const [, code] of readFileSync(page, 'utf8').matchAll(/```html\n([\s\S]*?)```/g))
        for (const line of code!.trim().split('\n')) {
          if (/^<(?:script|link)\b[^>]*>(?:<\/script>)?$/.test(line)) continue;
          count++;
          const about = `${page}: ${line}`;
          assert.match(
            line,
            /^(?:<f3e-provider [^>]*>)?<div(?: data-[a-z0-9-]+="[^"]*")*>.*<\/div>(?:<\/f3e-provider>)?$/,
            about,
          );
          assert.match(line, /<a href="https:\/\/communautes\.example\.org\//, about);
          assert.doesNotMatch(line, /\/>|[{}[\]]/, about);
          for (const [, tag] of line.matchAll(/<(f3e-[a-z-]+)[ >]/g))
            assert.ok(line.includes(`</${tag}>`), about);
        }
    assert.ok(count >= 9);
  });

  it('name only commands that package.json has', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      scripts: Record<string, string>;
    };
    for (const page of ['README.md', 'CONTRIBUTING.md'])
      for (const [, name] of readFileSync(page, 'utf8').matchAll(/npm run ([\w:]+)/g))
        assert.ok(name! in scripts, `${page} names “npm run ${name}”`);
  });
});
