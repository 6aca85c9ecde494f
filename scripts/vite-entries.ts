import type { Plugin } from 'vite';
import { companions } from '../src/companions.js';

/** Begins the name of what the loader asks for by a tag. */
export const entryOf = 'f3e:';

const classOf = (name: string) =>
  `F3e${name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())}`;

/**
 * Modules that define an element once the loader tells them the endpoint. A page of one kind of element also finds there what
 * else may come beside it without a second copy of what they share.
 */
export const elementEntries = (isSolo: boolean): Plugin => ({
  name: 'element-entries',
  enforce: 'pre',
  resolveId: (id) => (id.includes(entryOf) ? `\0${id.slice(id.indexOf(entryOf))}` : null),
  load(id) {
    if (!id.startsWith(`\0${entryOf}`)) return null;
    const name = id.slice(entryOf.length + 1);
    const others = isSolo ? ['provider', companions.get(name)].filter(Boolean) : [];
    const file = (path: string) => `${process.cwd()}/src/${path}.ts`;
    return `import { define } from '${file('internal/define')}';
      import { setScriptEndpoint } from '${file('context/configure')}';
      import { ${classOf(name)} as Element } from '${file(`elements/${name}/${name}`)}';
      export const begin = (endpoint) => {
        setScriptEndpoint(endpoint);
        define('f3e-${name}', Element);
      };
      export const others = new Map([${others.map((one) => `['${one}', () => import('${entryOf}${one}')]`).join()}]);`;
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
        return `${own} as ${names.get(short!) ?? short}`;
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
