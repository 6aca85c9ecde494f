import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { unzipSync } from 'fflate';
import { pluginFiles, zipPlugin } from '../../scripts/plugins.js';
import { elementAttributes, elementNames } from '../../src/contract/elements.js';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const folders = {
  wordpress: 'integrations/wordpress/f3e-community',
  spip: 'integrations/spip/f3e_communautes',
} as const;
/** Whether this machine can read PHP. */
const hasPhp = spawnSync('php', ['-v']).status === 0;

for (const kind of ['wordpress', 'spip'] as const)
  describe(`the ${kind} plugin`, () => {
    const files = pluginFiles(folders[kind]);
    const php = Object.entries(files).filter(([path]) => path.endsWith('.php'));

    it('is one zip with one folder, the same for the same files', () => {
      const first = readFileSync(zipPlugin(kind));
      const names = Object.keys(unzipSync(first));
      const name = folders[kind].split('/').at(-1)!;
      assert.ok(names.every((path) => path.startsWith(`${name}/`) && !path.includes('..')));
      assert.ok(names.includes(`${name}/elements.json`) && names.includes(`${name}/LICENSE`));
      assert.deepEqual(readFileSync(zipPlugin(kind)), first);
    });

    it('says the version of the package, and nothing is left to fill in', () => {
      for (const [path, text] of Object.entries(files)) assert.doesNotMatch(text, /%VERSION%/, path);
      const head = kind === 'wordpress' ? files['f3e-community.php']! : files['paquet.xml']!;
      assert.match(head, new RegExp(`(?:Version: +|version=")${version.replaceAll('.', '\\.')}`));
      if (kind === 'wordpress') assert.match(files['readme.txt']!, new RegExp(`Stable tag: ${version}`));
    });

    it('knows each element and each of its attributes', () => {
      const known = JSON.parse(files['elements.json']!) as Record<
        string,
        { attributes: Record<string, { kind: string; label: { fr: string; en: string } }> }
      >;
      assert.deepEqual(Object.keys(known), [...elementNames]);
      for (const name of elementNames) {
        assert.deepEqual(Object.keys(known[name]!.attributes), Object.keys(elementAttributes[name]));
        for (const [attribute, { label }] of Object.entries(known[name]!.attributes))
          assert.ok(label.fr && label.en && label.fr !== attribute, `${name} ${attribute}`);
      }
    });

    it('cannot be run outside of its system, and names everything under its own prefix', () => {
      const guard =
        kind === 'wordpress'
          ? /defined\( '(?:ABSPATH|WP_UNINSTALL_PLUGIN)' \) \|\| exit;/
          : /_ECRIRE_INC_VERSION/;
      const prefix =
        kind === 'wordpress'
          ? /^f3e_community_/
          : /^(?:f3e_communautes_|formulaires_configurer_f3e_communautes_)/;
      for (const [path, text] of php) {
        if (!path.startsWith('lang/')) assert.match(text, guard, path);
        for (const [, name] of text.matchAll(/^function (\w+)/gm)) assert.match(name!, prefix, path);
        assert.doesNotMatch(
          text,
          /\b(?:eval|exec|shell_exec|system|passthru|base64_decode|create_function)\s*\(/,
          path,
        );
      }
    });

    if (kind === 'wordpress')
      it('escapes what it prints, and asks for no secret of the visitor', () => {
        for (const [path, text] of php) {
          for (const [line] of text.matchAll(/\becho\b[^;]*;/g))
            assert.match(line, /echo esc_(?:html|attr|url)\(/, `${path}: ${line}`);
          assert.doesNotMatch(text, /\$_(?:GET|POST|REQUEST|COOKIE|SERVER)\b|setcookie/, path);
        }
        for (const header of ['Requires at least', 'Requires PHP', 'Tested up to', 'License'])
          assert.match(files['readme.txt']!, new RegExp(`^${header}: `, 'm'));
        assert.ok(
          files['readme.txt']!.split('\n')
            .slice(1)
            .find((line) => line && !line.includes(': '))!.length <= 150,
        );
      });

    it('is PHP that can be read', { skip: hasPhp ? false : 'no PHP here' }, () => {
      const folder = mkdtempSync(join(tmpdir(), 'f3e-php-'));
      for (const [path, text] of php) {
        const file = join(folder, path.replaceAll('/', '_'));
        writeFileSync(file, text);
        const { status, stdout, stderr } = spawnSync('php', ['-l', file], { encoding: 'utf8' });
        assert.equal(status, 0, `${path}: ${stdout}${stderr}`);
      }
      rmSync(folder, { recursive: true });
    });
  });
