/** The resource list beside a hand-written page, Pagefind's UI and InstantSearch; then over many resources. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { createIndex } from 'pagefind';
import { migrate } from '../server/db/migrate.js';
import { putResource, searchNames } from '../server/resources/repository.js';
import { openSqlite } from '../server/db/sqlite.js';
import { manyth } from '../test/support/many.js';
import { serve, type Running } from '../test/support/process.js';
import { page, race, rounds, rowsOf, type Contestant } from './measure.js';
import { testVault } from '../test/support/databases.js';

export const STORED = 50;
const MANY = 50_000;
/** Every resource holds both words: each keystroke shows a full page of other marks. */
const WORDS = ['appris', 'partenaires'];
const INSTANT = 'node_modules/instantsearch.js/dist/instantsearch.production.min.js';

export async function libraryOf(count: number): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'f3e-bench-'));
  const db = openSqlite(join(folder, 'f3e.sqlite'), testVault);
  await migrate(db);
  await db.transaction(async (sql) => {
    const names = await searchNames(sql);
    for (let n = 0; n < count; n++) await putResource(sql, manyth(n), names);
  });
  await db.close();
  const server = await serve({ DATA_DIR: folder });
  return {
    ...server,
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What every page does at each step, and when it shows: `type(words)` and `root()` are the page's own. */
const steps = `
  let turn = 0;
  let words = '';
  window.go = (step) => {
    if (step === 'mount') return window.mount();
    words = ${JSON.stringify(WORDS)}[turn++ % 2];
    window.type(words);
  };
  window.seen = (step) => {
    const marks = window.root()?.querySelectorAll('mark, .ais-Highlight-highlighted') ?? [];
    return step === 'mount' ? window.items() >= 20 : window.items() >= 20 && [...marks].some((one) => one.textContent.toLowerCase().startsWith(words));
  };
`;

const ours = (url: string): Contestant => ({
  html: page(
    '',
    `
    await import('${url}/v1/f3e.js');
    const at = document.getElementById('at');
    window.root = () => at.querySelector('f3e-resource-list')?.shadowRoot;
    window.items = () => window.root()?.querySelectorAll('[part=item]').length ?? 0;
    window.mount = () => {
      at.replaceChildren();
      at.append(document.createElement('f3e-resource-list'));
    };
    window.type = (words) => {
      const field = window.root().querySelector('#words');
      field.value = words;
      // By Enter: it asks at once, as the others do at each key.
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    };
    window.mount();
    await customElements.whenDefined('f3e-resource-list');
    await new Promise((go) => setTimeout(go, 300));
    ${steps}`,
  ),
});

export const handWritten = (url: string, isCold = false): Contestant => ({
  html: page(
    '<style>main{display:grid;grid-template-columns:15em 1fr;gap:2em}label{display:block}li{padding:1em 0;border-top:1px solid #ccc}</style>',
    `
    const at = document.getElementById('at');
    const known = new Map();
    const ask = async (words) => {
      const path = '/v1/resources?' + new URLSearchParams(words ? { q: words, size: 20 } : { size: 20 });
      if (!known.has(path)) known.set(path, await (await fetch('${url}' + path)).json());
      return known.get(path);
    };
    const add = (to, tag, text = '') => { const one = document.createElement(tag); one.textContent = text; to.append(one); return one; };
    const marked = (to, text, marks) => {
      let last = 0;
      for (const [start, end] of marks) { to.append(text.slice(last, start)); add(to, 'mark', text.slice(start, end)); last = end; }
      to.append(text.slice(last));
    };
    let field, facets, list, count, pages;
    const draw = async (words) => {
      const answer = await ask(words);
      facets.replaceChildren();
      for (const [name, values] of Object.entries(answer.facets)) {
        if (values.length < 2) continue;
        const set = add(facets, 'fieldset');
        add(set, 'legend', name);
        for (const { value, count } of values.slice(0, values.length > 10 ? 8 : 10)) {
          const label = add(set, 'label');
          const box = add(label, 'input');
          box.type = 'checkbox';
          label.append(value + ' (' + count + ')');
        }
      }
      count.textContent = answer.total + ' ressources';
      list.replaceChildren();
      for (const item of answer.items) {
        const li = add(list, 'li');
        const link = add(add(li, 'h3'), 'a');
        link.href = item.url;
        marked(link, item.title, item.marks.title);
        add(li, 'p', [item.kind, item.year, item.publisher, item.language, item.format, new URL(item.url).host].join(' · '));
        marked(add(li, 'p'), item.summary, item.marks.summary);
        for (const slug of item.communities) add(li, 'a', slug).href = '/communautes/' + slug;
      }
      pages.replaceChildren();
      for (let n = 1; n <= Math.min(7, Math.ceil(answer.total / 20)); n++) add(pages, 'a', String(n)).href = '?page=' + n;
    };
    window.root = () => at;
    window.items = () => at.querySelectorAll('li').length;
    window.mount = () => {
      at.replaceChildren();
      const form = add(at, 'form');
      add(form, 'label', 'Chercher');
      field = add(form, 'input');
      facets = add(form, 'div');
      const results = add(at, 'section');
      count = add(results, 'p');
      list = add(results, 'ul');
      pages = add(results, 'nav');
      field.addEventListener('input', () => draw(field.value));
      return draw('');
    };
    window.type = (words) => { field.value = words; field.dispatchEvent(new InputEvent('input')); };
    ${isCold ? '' : 'await window.mount();'}
    ${steps}`,
  ),
});

const instantSearch = (url: string): Contestant => ({
  files: {
    '/instantsearch.js': {
      html: readFileSync(INSTANT),
      headers: { 'Content-Type': 'text/javascript' },
    },
  },
  html: page(
    '<script src="/instantsearch.js"></script>',
    `
    const at = document.getElementById('at');
    const known = new Map();
    const escape = (text) => text.replace(/[&<>"]/g, (one) => '&#' + one.charCodeAt(0) + ';');
    const highlighted = (text, marks) => {
      let last = 0, out = '';
      for (const [start, end] of marks) { out += escape(text.slice(last, start)) + '__ais-highlight__' + escape(text.slice(start, end)) + '__/ais-highlight__'; last = end; }
      return { value: out + escape(text.slice(last)), matchLevel: marks.length ? 'full' : 'none', matchedWords: [] };
    };
    const ask = async (words) => {
      if (!known.has(words)) {
        const query = new URLSearchParams(words ? { q: words, size: 20 } : { size: 20 });
        const answer = await (await fetch('${url}/v1/resources?' + query)).json();
        known.set(words, {
          hits: answer.items.map((item) => ({ ...item, objectID: item.id, _highlightResult: { title: highlighted(item.title, item.marks.title), summary: highlighted(item.summary, item.marks.summary) } })),
          nbHits: answer.total, page: 0, nbPages: Math.ceil(answer.total / 20), hitsPerPage: 20, query: words, params: '', processingTimeMS: 1, exhaustiveNbHits: true, index: 'resources',
          facets: Object.fromEntries(Object.entries(answer.facets).map(([name, values]) => [name, Object.fromEntries(values.map(({ value, count }) => [value, count]))])),
        });
      }
      return known.get(words);
    };
    const searchClient = { search: async (requests) => ({ results: await Promise.all(requests.map(({ params }) => ask(params.query ?? ''))) }) };
    const { widgets } = window.instantsearch;
    let search;
    window.root = () => at;
    window.items = () => at.querySelectorAll('.ais-Hits-item').length;
    window.mount = () => {
      search?.dispose();
      at.replaceChildren();
      const place = (id) => { const one = document.createElement('div'); one.id = id; at.append(one); return one; };
      search = window.instantsearch({ indexName: 'resources', searchClient, future: { preserveSharedStateOnUnmount: true } });
      search.addWidgets([
        widgets.searchBox({ container: place('box') }),
        ...['community', 'theme', 'kind', 'language', 'year', 'access'].map((attribute) => widgets.refinementList({ container: place(attribute), attribute })),
        widgets.stats({ container: place('stats') }),
        widgets.hits({ container: place('hits'), templates: { item: (hit, { html, components }) => html\`<h3><a href=\${hit.url}>\${components.Highlight({ hit, attribute: 'title' })}</a></h3><p>\${[hit.kind, hit.year, hit.publisher, hit.language, hit.format].join(' · ')}</p><p>\${components.Highlight({ hit, attribute: 'summary' })}</p>\` } }),
        widgets.pagination({ container: place('pages') }),
      ]);
      search.start();
    };
    window.type = (words) => {
      const field = at.querySelector('input[type=search]');
      field.value = words;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    };
    window.mount();
    await new Promise((go) => setTimeout(go, 500));
    ${steps}`,
  ),
});

const types: Record<string, string> = { js: 'text/javascript', css: 'text/css', json: 'application/json' };

/** Pagefind's own UI over an index of the same resources, made by its own indexer. It lists nothing before a word is typed. */
async function pagefind(): Promise<{ contestant: Contestant; kB: string }> {
  const { index } = await createIndex({ forceLanguage: 'fr' });
  for (let n = 0; n < STORED; n++) {
    const { url, title, summary, publisher, kind, language, year, access, communities, themes } = manyth(n);
    await index!.addCustomRecord({
      url: url!,
      content: `${title}. ${summary} ${publisher}`,
      language: 'fr',
      meta: { title },
      filters: {
        kind: [kind],
        language: [language],
        year: [String(year)],
        access: [access],
        communities,
        themes,
      },
    });
  }
  const { files } = await index!.getFiles();
  const served = Object.fromEntries(
    files.map(({ path, content }) => [
      `/pagefind/${path}`,
      {
        html: content,
        headers: { 'Content-Type': types[path.split('.').pop()!] ?? 'application/octet-stream' },
      },
    ]),
  );
  const cold = files.filter(({ path }) =>
    /^(pagefind-ui\.(js|css)|pagefind\.js|wasm\.fr\.pagefind|pagefind-entry\.json)$/.test(path),
  );
  const bytes = cold.reduce(
    (sum, { content }) => sum + Math.min(content.length, brotliCompressSync(content).length),
    0,
  );
  return {
    kB: (bytes / 1000).toFixed(1),
    contestant: {
      files: served,
      html: page(
        '<link rel="stylesheet" href="/pagefind/pagefind-ui.css"><script src="/pagefind/pagefind-ui.js"></script>',
        `
        const at = document.getElementById('at');
        let ui;
        window.root = () => at;
        window.items = () => at.querySelectorAll('.pagefind-ui__result').length;
        window.mount = () => {
          at.replaceChildren();
          const place = document.createElement('div');
          place.id = 'search';
          at.append(place);
          ui = new window.PagefindUI({ element: '#search', bundlePath: '/pagefind/', showImages: false, pageSize: 20, debounceTimeoutMs: 0 });
          ui.triggerSearch('organisations');
        };
        window.type = (words) => ui.triggerSearch(words);
        window.mount();
        await new Promise((go) => setTimeout(go, 2_000));
        ${steps}`,
      ),
    },
  };
}

export async function benchList(): Promise<void> {
  const small = await libraryOf(STORED);
  const large = await libraryOf(MANY);
  try {
    const other = await pagefind();
    const medians = await race(
      {
        'f3e-resource-list': ours(small.url),
        'hand-written': handWritten(small.url),
        InstantSearch: instantSearch(small.url),
        'Pagefind-UI': other.contestant,
        'over-50000-stored': ours(large.url),
      },
      ['mount', 'key'],
    );
    const { of, row } = rowsOf(medians, ['mount', 'key']);
    console.log(
      `\nResource list, 20 of ${STORED} resources with facets, answers in memory, processor slowed 4 times, ${rounds} rounds, medians`,
    );
    console.log(`  ${''.padEnd(22)} ${'mount → painted'.padEnd(17)}   ${'keystroke'.padEnd(17)}   brotli`);
    row('hand-written', '');
    row(
      'f3e-resource-list',
      'see npm run size; gates 2.0× mount, cold (npm run bench cold), and 1.3× keystroke',
    );
    row(
      'InstantSearch',
      `${(brotliCompressSync(readFileSync(INSTANT)).length / 1000).toFixed(1)} kB, without a search engine`,
    );
    row('Pagefind-UI', `${other.kB} kB, without its index`);
    const growth = (step: string) => of('over-50000-stored', step) / of('f3e-resource-list', step);
    console.log(
      `  growth from ${STORED} to ${MANY} stored: mount ${growth('mount').toFixed(2)}×, keystroke ${growth('key').toFixed(2)}× (gate 1.1×)`,
    );
  } finally {
    await small.stop();
    await large.stop();
  }
}
