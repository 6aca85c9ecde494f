import type { Plugin } from 'vite';
import { companions } from '../src/companions.js';

/** Begins the name of a module that defines an element, once told the endpoint. */
const elementOf = 'f3e:';
/** Begins the name of what the loader asks for: the same, and what begins with a page. */
export const pageOf = 'f3e-page:';

const classOf = (name: string) =>
  `F3e${name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())}`;

const file = (path: string) => `${process.cwd()}/src/${path}.ts`;

const elementModule = (name: string) => `
  import { define } from '${file('internal/define')}';
  import { setScriptEndpoint } from '${file('context/configure')}';
  import { ${classOf(name)} as Element } from '${file(`elements/${name}/${name}`)}';
  export const begin = (endpoint) => {
    setScriptEndpoint(endpoint);
    define('f3e-${name}', Element);
  };`;

/** A page of one kind of element also finds there what else may come beside it without a second copy of what they share. */
const pageModule = (name: string, isSolo: boolean) => {
  const others = isSolo ? ['provider', companions.get(name)].filter(Boolean) : [];
  return `
    import { start as startPage } from '${file('start')}';
    import { begin } from '${elementOf}${name}';
    const others = new Map([${others.map((one) => `['${one}', () => import('${elementOf}${one}')]`).join()}]);
    export const start = (data, address) => startPage(data, address, begin, others);
    ${isSolo ? '' : 'export { begin };'}`;
};

/** What defines each element, and what begins with it. */
export const elementEntries = (isSolo: boolean): Plugin => ({
  name: 'element-entries',
  enforce: 'pre',
  resolveId(id) {
    const [found] = /f3e(?:-page)?:[\w-]+$/.exec(id) ?? [];
    return found ? `\0${found}` : null;
  },
  load(id) {
    const [, kind, name] = /^\0(f3e(?:-page)?:)([\w-]+)$/.exec(id) ?? [];
    if (!name) return null;
    return kind === pageOf ? pageModule(name, isSolo) : elementModule(name);
  },
});

/** The file in which the bundler puts an entry that says only what another file holds. */
export const facade = 'facade.js';

/** Lets that other file say it by itself: a facade would be one more request. */
export const withoutFacade = (): Plugin => ({
  name: 'without-facade',
  generateBundle(_, bundle) {
    const entry = bundle[facade];
    if (entry?.type !== 'chunk') return;
    const chunk = bundle[entry.imports[0]!];
    if (chunk?.type !== 'chunk') throw new Error('the facade of a bundle stands before nothing');
    const names = new Map(
      [...entry.code.matchAll(/(\w+) as (\w+)/g)].map(([, short, name]) => [short!, name!]),
    );
    chunk.code = chunk.code.replace(/export\s*\{([^}]*)\};?\s*$/, (_, all: string) => {
      const told = all.split(',').map((one) => {
        const [own, short = own] = one.trim().split(' as ');
        const shown = names.get(short!) ?? short;
        return shown === own ? own : `${own} as ${shown}`;
      });
      return `export{${told.join()}};`;
    });
    delete bundle[facade];
  },
});

/** What reads a folder of files is fetched from beside the others, rather than held again: `here` says where they are. */
export const folderApart = (here: string): Plugin => ({
  name: 'folder-apart',
  enforce: 'pre',
  resolveId: (id) => (id.endsWith('/formats/json.js') ? '\0folder' : null),
  load: (id) =>
    id === '\0folder'
      ? `export const answer = async (...asked) => (await import(/* @vite-ignore */ new URL('folder.js', ${here}).href)).answer(...asked);`
      : null,
});
