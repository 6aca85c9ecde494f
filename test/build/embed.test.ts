import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, it } from 'node:test';
import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping';
import type { Node } from 'typescript';
import { long } from '../support/long.js';

const embed = 'dist/cdn';
const builtFiles = () =>
  readdirSync(embed, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'));
const read = (name: string) => readFileSync(join(embed, name), 'utf8');
/** The line and column of an offset, counted from 1 and from 0 as source maps do. */
const positionOf = (text: string, offset: number) => {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: before.at(-1)!.length };
};

describe('the built embed', long, () => {
  const tokens: [file: string, token: string, source: string][] = [
    ['f3e.js', 'customElements', 'src/embed/observe-tags.ts'],
    ['f3e.classic.js', 'f3e-community-card', 'src/embed/classic.ts'],
    ['core.js', 'no-referrer', 'src/api/request.ts'],
    [
      'elements/community-card.js',
      'f3e-community-card',
      'src/elements/community-card/community-card.define.ts',
    ],
    [
      'elements/session-calendar.js',
      'f3e-register-open',
      'src/elements/session-calendar/open-session-controller.ts',
    ],
    ['elements/resource-list.js', 'f3e-resources-found', 'src/elements/resource-list/resource-list.ts'],
    ['elements/forms.js', 'f3e-join-form', 'src/elements/join-form/join-form.define.ts'],
    ['words/en/communities.js', 'Join the community', 'src/i18n/en/communities.ts'],
  ];
  for (const [file, token, source] of tokens) {
    it(`says where “${token}” of ${file} was written`, () => {
      const built = read(file);
      const map = new TraceMap(readFileSync(join(embed, `${file}.map`), 'utf8'));
      const places = [...built.matchAll(new RegExp(token, 'g'))].map(({ index }) => {
        const { source: path, line } = originalPositionFor(map, positionOf(built, index));
        return { path: path && relative('.', join(embed, dirname(file), path)), line };
      });
      const found = places.filter(({ path }) => path === source);
      assert.ok(found.length > 0, `${token} is said to be from ${JSON.stringify(places)}`);
      const lines = readFileSync(source, 'utf8').split('\n');
      for (const { line } of found) {
        assert.ok(lines[line! - 1]!.includes(token), `${source}:${line} holds “${lines[line! - 1]}”`);
      }
    });
  }

  it('walks no object by `for…in`, which a page that adds to Object.prototype would break (X08)', async () => {
    const { default: ts } = await import('typescript');
    for (const name of builtFiles()) {
      const file = ts.createSourceFile(name, read(name), ts.ScriptTarget.Latest);
      const visit = (node: Node): void => {
        assert.ok(!ts.isForInStatement(node), `${name}: ${node.getText(file).slice(0, 80)}`);
        ts.forEachChild(node, visit);
      };
      visit(file);
    }
  });

  it('names no map, machine path or host of its own in a file that visitors get', () => {
    for (const name of builtFiles()) {
      assert.doesNotMatch(
        read(name),
        /sourceMappingURL|\/(?:home|Users|work|tmp)\/|localhost|127\.0\.0\.1/,
        name,
      );
    }
  });

  it('lists each file with its hash, for the integrity attribute', async () => {
    const { createHash } = await import('node:crypto');
    const hashes = JSON.parse(read('integrity.json')) as Record<string, string>;
    assert.deepEqual(Object.keys(hashes).toSorted(), builtFiles().toSorted());
    for (const [name, hash] of Object.entries(hashes)) {
      assert.equal(
        hash,
        `sha384-${createHash('sha384')
          .update(readFileSync(join(embed, name)))
          .digest('base64')}`,
      );
    }
  });
});
