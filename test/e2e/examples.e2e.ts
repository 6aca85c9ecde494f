import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, relative, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { serve, site, type Running } from '../support/process.js';

let folder: string;
let server: Running;
/** The examples, beside the package as it is packed. */
let examples: string;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  folder = mkdtempSync(join(tmpdir(), 'f3e-examples-'));
  server = await serve({ DATA_DIR: join(folder, 'data') });
  examples = join(folder, 'examples');
  cpSync('integrations/examples', examples, { recursive: true });
  const modules = join(examples, 'node_modules');
  mkdirSync(modules);
  for (const name of readdirSync('node_modules'))
    if (name !== 'f3e-community-widgets') symlinkSync(resolve('node_modules', name), join(modules, name));
  // What was built is packed: nothing of the source stands beside it.
  execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], {
    stdio: 'ignore',
  });
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'))!;
  execFileSync('tar', ['-xzf', join(folder, tarball), '-C', folder]);
  cpSync(join(folder, 'package'), join(modules, 'f3e-community-widgets'), { recursive: true });
});
test.afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** The files of a folder as a site. */
const filesOf = (from: string): Parameters<typeof site>[0] =>
  Object.fromEntries(
    readdirSync(from, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        const name = `/${relative(from, path)}`.replace(/\/index\.html$/, '/');
        const type = types[extname(path)] ?? 'application/octet-stream';
        return [name, { html: readFileSync(path), headers: { 'Content-Type': type } }];
      }),
  );

for (const name of ['plain', 'react', 'vue', 'svelte']) {
  test(`the example “${name}” is built from the packed package, shows its sessions and hears its events`, async ({
    page,
  }) => {
    test.setTimeout(120_000);
    const project = join(examples, name);
    if (existsSync(join(project, 'package.json')))
      execFileSync(
        process.execPath,
        [resolve('node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'error'],
        {
          cwd: project,
          env: { ...process.env, VITE_F3E_SERVER: server.url, NODE_ENV: 'production' },
          stdio: ['ignore', 'ignore', 'inherit'],
        },
      );
    const built = existsSync(join(project, 'dist')) ? join(project, 'dist') : project;
    const files = filesOf(built);
    if (name === 'plain')
      files['/']!.html = String(files['/']!.html).replaceAll('https://communautes.example.org', server.url);
    const host = await site(files);
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    try {
      await page.goto(`${host.url}/`);
      await page.getByRole('button', { name: 'Mois', exact: true }).click();
      await expect(page.getByRole('status').filter({ hasText: 'Vue' })).toHaveText('Vue : month');
      expect(problems).toEqual([]);
    } finally {
      await host.stop();
    }
  });
}
