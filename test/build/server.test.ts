import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { long } from '../support/long.js';
import { serve, type Running } from '../support/process.js';

describe('the folder of the server, alone on a machine', long, () => {
  const folder = mkdtempSync(join(tmpdir(), 'f3e-server-'));
  const home = join(folder, 'server');
  let server: Running;

  before(
    async () => {
      cpSync('dist/server', home, { recursive: true });
      // SQLite is compiled at the installation: the same compiler has done it for this very version, minutes ago.
      const args = ['ci', '--omit=dev', '--no-audit', '--no-fund', '--prefer-offline', '--ignore-scripts'];
      const { status, stdout, stderr } = spawnSync('npm', args, { cwd: home, encoding: 'utf8' });
      assert.equal(status, 0, `${stdout}${stderr}`);
      cpSync('node_modules/better-sqlite3/build', join(home, 'node_modules/better-sqlite3/build'), {
        recursive: true,
      });
      server = await serve({ DATA_DIR: join(folder, 'data') }, home);
    },
    { timeout: 300_000 },
  );
  after(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const get = async (path: string) => {
    const answer = await fetch(`${server.url}${path}`);
    return { status: answer.status, text: await answer.text() };
  };

  it('is ready, and answers reads, pages and the widgets', async () => {
    assert.equal((await get('/readyz')).status, 200);
    const communities = JSON.parse((await get('/v1/communities')).text) as { items: unknown[] };
    assert.equal(communities.items.length, 5);
    assert.match((await get('/communautes')).text, /Les communautés de pratiques/);
    assert.equal((await get('/assets/pages.css')).status, 200);
    assert.match((await get('/v1/f3e.js')).text, /f3e-community-widgets/);
    assert.match((await get('/demo/')).text, /<!doctype html>/i);
  });

  it('serves the widgets under the version of the package', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    assert.equal((await get(`/${version}/f3e.js`)).status, 200);
  });

  it('imports a folder of publications and exports it, with the settings of its database', () => {
    const out = join(folder, 'out');
    const run = (...args: string[]) =>
      spawnSync('npm', ['run', '--silent', ...args], {
        cwd: home,
        encoding: 'utf8',
        env: { ...process.env, DATA_DIR: join(folder, 'imported') },
      });
    const imported = run('import', '--', resolve('server/demo-data'));
    assert.match(imported.stdout, /sessions: 63 added, 0 changed, 0 as they were/, imported.stderr);
    assert.ok(existsSync(join(folder, 'imported/pictures/genre.webp')), 'pictures come too');
    assert.match(run('export', '--', out).stdout, /88 resources, 63 sessions/);
    assert.ok(existsSync(join(out, 'pictures/genre.webp')), 'pictures go too');
    assert.match(run('import', '--', out).stdout, /sessions: 0 added, 0 changed, 63 as they were/);
    const nowhere = run('import', '--', join(folder, 'nowhere'));
    assert.equal(nowhere.status, 1);
    assert.match(
      nowhere.stderr,
      /holds none of communities\.json.*\n\nNothing was imported: 1 to correct\./s,
    );
  });

  it('installs what it runs with, and nothing of the workshop', () => {
    for (const name of ['hono', 'better-sqlite3', 'postgres'])
      assert.ok(existsSync(join(home, 'node_modules', name)), name);
    for (const name of ['vite', 'typescript', 'tsx', 'lit', 'storybook'])
      assert.ok(!existsSync(join(home, 'node_modules', name)), name);
  });
});
