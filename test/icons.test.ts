import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { iconFiles, pathOf } from '../scripts/icons.js';
import { communityShapes, shapeOf } from '../src/icons/community-shapes.js';

describe('icons', () => {
  it('are those of the Lucide package, as “npm run icons” writes them', () => {
    const files = iconFiles();
    const written = readdirSync('src/icons').filter((name) => !name.startsWith('community-'));
    assert.deepEqual(written.sort(), [...files.keys()].sort());
    for (const [name, text] of files)
      assert.equal(readFileSync(`src/icons/${name}`, 'utf8'), text, `${name}: run “npm run icons”`);
  });

  it('are one path each, whatever they are drawn with', () => {
    assert.equal(
      pathOf([
        ['path', { d: 'm6 9 6 6 6-6' }],
        ['path', { d: 'M3 9h18' }],
      ]),
      'M6 9l6 6 6-6M3 9h18',
    );
    assert.equal(pathOf([['circle', { cx: '9', cy: '7', r: '4' }]]), 'M5 7a4 4 0 1 0 8 0a4 4 0 1 0 -8 0');
    assert.equal(pathOf([['rect', { x: '3', y: '3', width: '7', height: '5' }]]), 'M3 3h7v5h-7v-5z');
    assert.equal(pathOf([['line', { x1: '1', x2: '2', y1: '3', y2: '4' }]]), 'M1 3L2 4');
  });

  it('a community without a shape has one that follows from its slug; an unknown one is none', () => {
    assert.equal(shapeOf('genre', 'circle'), communityShapes.circle);
    for (const shape of [undefined, '', 'star', 'constructor', '__proto__'])
      assert.equal(shapeOf('genre', shape), shapeOf('genre'));
    assert.ok(Object.values(communityShapes).includes(shapeOf('genre')));
    assert.ok(shapeOf(''));
  });
});
