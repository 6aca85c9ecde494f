/** `npm run build:wordpress` and `npm run build:spip`: the plugins as zip files, which one installs as they are. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { codeInWords } from '../server/embedding/code-in-words.js';
import { spipNames } from '../server/embedding/snippet.js';
import { builderMessages } from '../server/i18n/builder/index.js';
import { elementAttributes, elementNames, type ElementName } from '../src/contract/elements.js';

const languages = ['fr', 'en'] as const;
type Words = Record<(typeof languages)[number], string>;
const words = (of: (language: (typeof languages)[number]) => string): Words => ({
  fr: of('fr'),
  en: of('en'),
});

/** What the plugins know of the elements. */
function elements() {
  const described = (name: ElementName) => {
    const codes = Object.values(elementAttributes[name]).flatMap((one) =>
      'values' in one ? one.values : [],
    );
    return {
      title: words((language) => builderMessages(language).shown[name].name),
      description: words((language) => builderMessages(language).shown[name].text),
      shortcut: spipNames[name],
      attributes: Object.fromEntries(
        Object.entries(elementAttributes[name]).map(([attribute, facts]) => [
          attribute,
          {
            ...facts,
            label: words(
              (language) =>
                builderMessages(language).attributes[facts.kind === 'themes' ? 'themes' : attribute] ??
                attribute,
            ),
          },
        ]),
      ),
      values: Object.fromEntries(
        [...new Set(codes)].map((code) => [code, words((language) => codeInWords(language, code))]),
      ),
    };
  };
  return Object.fromEntries(elementNames.map((name) => [name, described(name)]));
}

/** The files of a plugin, with the version of the package in them. */
export function pluginFiles(folder: string): Record<string, string> {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return {
    ...Object.fromEntries(
      files.map((file) => [
        file.slice(folder.length + 1).replaceAll('\\', '/'),
        readFileSync(file, 'utf8').replaceAll('%VERSION%', version),
      ]),
    ),
    'elements.json': `${JSON.stringify(elements(), null, 1)}\n`,
    LICENSE: readFileSync('LICENSE', 'utf8'),
  };
}

const plugins = {
  wordpress: ['integrations/wordpress/f3e-community', 'f3e-community'],
  spip: ['integrations/spip/f3e_communautes', 'f3e_communautes'],
} as const;

/** Writes a plugin as `dist/<name>.zip`, its files in one folder; returns its path. */
export function zipPlugin(kind: keyof typeof plugins): string {
  const [folder, name] = plugins[kind];
  // The same files give the same zip, whenever it is made.
  const mtime = new Date('2026-01-01T00:00:00Z');
  const entries: Zippable = Object.fromEntries(
    Object.entries(pluginFiles(folder)).map(([path, text]) => [
      `${name}/${path}`,
      [strToU8(text), { mtime }],
    ]),
  );
  const path = `dist/${name}.zip`;
  mkdirSync('dist', { recursive: true });
  writeFileSync(path, zipSync(entries, { level: 9 }));
  return path;
}

const [kind] = process.argv.slice(2);
if (kind === 'wordpress' || kind === 'spip') console.log(zipPlugin(kind));
