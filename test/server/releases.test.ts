import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { AppParts } from '../../server/http/app-parts.js';
import { embed } from '../../server/http/file-routes.js';
import { keepReleases } from '../../server/http/releases.js';

const publicUrl = 'https://communautes.example.org';

function build(version: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'f3e-cdn-'));
  const classic = `var server="%F3E_SERVER%";/* ${version} */`;
  mkdirSync(join(folder, 'chunks'));
  writeFileSync(join(folder, 'f3e.js'), `/* loader ${version} */`);
  writeFileSync(join(folder, 'f3e.classic.js'), classic);
  writeFileSync(join(folder, 'chunks', `month-${version}.js`), `/* month ${version} */`);
  const hash = createHash('sha384').update(classic).digest('base64');
  writeFileSync(join(folder, 'integrity.json'), JSON.stringify({ 'f3e.classic.js': `sha384-${hash}` }));
  return folder;
}

describe('releases of the embed (H17)', () => {
  it('stay served after an upgrade, with the chunks that a kept loader asks for; a new build of a version replaces it', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'f3e-data-'));
    const folders = [build('1.0.0'), build('1.1.0'), build('1.1.0')];
    await keepReleases({ embed: folders[0]!, dataDir, version: '1.0.0', publicUrl });
    await keepReleases({ embed: folders[1]!, dataDir, version: '1.1.0', publicUrl });
    const releases = await keepReleases({ embed: folders[2]!, dataDir, version: '1.1.0', publicUrl });
    assert.deepEqual([...releases.keys()].sort(), ['1.0.0', '1.1.0']);
    const app = embed({ releases, version: '1.1.0' } as AppParts);
    const get = async (path: string) => {
      const answer = await app.request(path);
      return [answer.status, await answer.text(), answer.headers.get('Cache-Control')] as const;
    };
    assert.match((await get('/v1/f3e.js'))[1], /loader 1\.1\.0/);
    for (const version of ['1.0.0', '1.1.0']) {
      const [status, text, cache] = await get(`/${version}/f3e.js`);
      assert.deepEqual([status, text], [200, `/* loader ${version} */`]);
      assert.match(cache!, /immutable/);
      assert.equal((await get(`/v1/chunks/month-${version}.js`))[0], 200, 'a loader of before asks for it');
    }
    assert.equal((await get('/v1/chunks/month-0.9.0.js'))[0], 404);
    assert.equal((await get('/1.0.0/../../etc/passwd'))[0], 404);
    for (const folder of [...folders, dataDir]) rmSync(folder, { recursive: true });
  });

  it('the classic script holds the address of its server, and `integrity.json` the hash of what is served', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'f3e-data-'));
    const folder = build('1.0.0');
    const releases = await keepReleases({ embed: folder, dataDir, version: '1.0.0', publicUrl });
    const text = (name: string) => Buffer.from(releases.get('1.0.0')!.get(name)!.bytes.identity).toString();
    assert.ok(text('f3e.classic.js').includes(`var server="${publicUrl}"`));
    const hash = createHash('sha384').update(text('f3e.classic.js')).digest('base64');
    assert.deepEqual(JSON.parse(text('integrity.json')), { 'f3e.classic.js': `sha384-${hash}` });
    for (const one of [folder, dataDir]) rmSync(one, { recursive: true });
  });
});
