import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createTestApp, type TestApp } from '../support/server.js';

describe('pictures', () => {
  let app: TestApp;
  before(async () => {
    app = await createTestApp();
  });
  after(() => app.close());

  it('each that the demonstration names is there, small, of its size, for widgets on any site', async () => {
    const json = async (path: string) => (await app.request(path)).json() as Promise<{ items: Item[] }>;
    const communities = await json('/v1/communities');
    const resources = await json('/v1/resources?size=100&q=');
    const named = [
      ...communities.items.map(({ picture }) => picture),
      ...resources.items.map(({ cover }) => cover),
    ].filter((one) => one !== undefined);
    assert.ok(named.length >= 10, `${named.length} pictures`);
    for (const { src, width, height } of named) {
      const answer = await app.request(src);
      const bytes = Buffer.from(await answer.arrayBuffer());
      assert.equal(answer.status, 200, src);
      assert.equal(answer.headers.get('Content-Type'), 'image/webp');
      assert.equal(answer.headers.get('Content-Encoding'), null, 'compressed twice');
      assert.equal(answer.headers.get('Cross-Origin-Resource-Policy'), 'cross-origin');
      assert.match(answer.headers.get('Content-Security-Policy')!, /sandbox/);
      assert.ok(bytes.length < 4_096, `${src}: ${bytes.length} bytes`);
      assert.deepEqual(sizeOfWebP(bytes), { width, height }, src);
    }
  });

  it('one that is not there is told as what it is, and no path leads out of the folder', async () => {
    for (const path of [
      '/pictures/none.webp',
      '/pictures/..%2fcommunities.json',
      '/pictures/',
      '/pictures/a/b.webp',
    ])
      assert.equal((await app.request(path)).status, 404, path);
  });
});

interface Named {
  src: string;
  width: number;
  height: number;
}
interface Item {
  picture?: Named;
  cover?: Named;
}

/** The size that a lossy WebP file says (RFC 9649, section 2.5; RFC 6386, section 9.1). */
function sizeOfWebP(bytes: Buffer): { width: number; height: number } {
  const at = bytes.indexOf('VP8 ') + 14;
  return { width: bytes.readUInt16LE(at) & 0x3fff, height: bytes.readUInt16LE(at + 2) & 0x3fff };
}
