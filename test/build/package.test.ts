import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { long } from '../support/long.js';

describe('the package, packed from a clean clone and installed', long, () => {
  const folder = mkdtempSync(join(tmpdir(), 'f3e-package-'));
  const project = join(folder, 'project');
  const installed = join(project, 'node_modules/f3e-community-widgets');
  const run = (cwd: string, command: string, ...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
    assert.equal(status, 0, `${command} ${args.join(' ')}\n${stdout}${stderr}`);
    return stdout;
  };
  /** What a module of the project says when it has run. */
  const say = (code: string) => run(project, process.execPath, '--input-type=module', '-e', code).trim();

  before(
    () => {
      const clone = join(folder, 'clone');
      run('.', 'git', 'clone', '--quiet', '.', clone);
      symlinkSync(resolve('node_modules'), join(clone, 'node_modules'));
      run(clone, 'npm', 'pack', '--silent', '--pack-destination', folder);
      const [tarball] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
      mkdirSync(project);
      writeFileSync(join(project, 'package.json'), '{ "type": "module", "private": true }');
      run(project, 'npm', 'install', '--no-audit', '--no-fund', '--prefer-offline', join(folder, tarball!));
    },
    { timeout: 300_000 },
  );
  after(() => rmSync(folder, { recursive: true, force: true }));

  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
    exports: Record<string, string | { types?: string; default?: string }>;
  };

  it('can import every entry of its exports', () => {
    const elements = readdirSync(join(installed, 'dist/elements'), {
      recursive: true,
      encoding: 'utf8',
    }).filter((name) => name.endsWith('.js') && !name.includes('lazy'));
    assert.ok(elements.length > 20);
    const entries = Object.entries(manifest.exports).flatMap(([entry, target]) => {
      if (typeof target !== 'string' && !target.default) return [];
      if (entry === './elements/*') return elements.map((name) => `elements/${name.replace(/\.js$/, '')}`);
      return [entry.replace(/^\.\/?/, '')];
    });
    for (const entry of entries) {
      const specifier = ['f3e-community-widgets', entry].filter(Boolean).join('/');
      if (/^f3e\./.test(entry)) {
        // A script for pages: it needs a document as soon as it runs.
        const file = say(`console.log(import.meta.resolve('${specifier}'))`);
        run(project, process.execPath, '--check', new URL(file).pathname);
        continue;
      }
      const json = entry.endsWith('.json') ? `, { with: { type: 'json' } }` : '';
      assert.equal(
        say(`await import('${specifier}'${json}); console.log('imported')`),
        'imported',
        specifier,
      );
    }
  });

  it('has a declaration for every entry that has types, and they compile', () => {
    writeFileSync(
      join(project, 'all.ts'),
      `import type { F3eCommunityCard } from 'f3e-community-widgets';
       import 'f3e-community-widgets/define';
       import type {} from 'f3e-community-widgets/jsx';
       import { F3eJoinForm } from 'f3e-community-widgets/elements/join-form/join-form';
       export const name: string | undefined = ({} as F3eCommunityCard).community ?? undefined;
       export const form: HTMLElement = document.querySelector<F3eJoinForm>('f3e-join-form')!;`,
    );
    const tsc = resolve('node_modules/typescript/bin/tsc');
    const options = [
      '--noEmit',
      '--strict',
      '--module',
      'nodenext',
      '--target',
      'es2022',
      '--lib',
      'dom,es2023',
    ];
    run(project, process.execPath, tsc, ...options, 'all.ts');
  });

  it('holds nothing of the server and of the tests', () => {
    const names = readdirSync(installed, { recursive: true, encoding: 'utf8' });
    assert.deepEqual(
      names.filter((name) => /^(?:dist\/)?(?:server|test|bench|scripts|stories)\b/.test(name)),
      [],
    );
  });
});
