import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { freePort, serve, site, type Running } from '../support/process.js';

let folder: string;
let server: Running;
/** Of the site that the server lists. */
let port: number;
test.beforeAll(async () => {
  port = await freePort();
  folder = mkdtempSync(join(tmpdir(), 'f3e-hosts-'));
  server = await serve({ DATA_DIR: folder, ALLOWED_ORIGINS: `http://127.0.0.1:${port}` });
});
test.afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const both = `<f3e-community-card community="genre"><a href="https://example.org/genre">Genre</a></f3e-community-card>
<f3e-join-form community="genre"><a href="https://example.org/rejoindre">Rejoindre</a></f3e-join-form>`;
const html = (body: string, head = '') =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Page</title>${head}</head><body>${body}</body></html>`;
const moduleTag = () => `<script type="module" src="${server.url}/v1/f3e.js"></script>`;
const classicTag = () => `<script defer src="${server.url}/v1/f3e.classic.js"></script>`;

async function visit(page: Page, body: string, headers: Record<string, string> = {}, at = port) {
  const host = await site({ '/': { html: body, headers } }, at);
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/favicon/.test(`${message.location().url}${message.text()}`))
      problems.push(message.text());
  });
  await page.addInitScript(() => {
    const seen: string[] = [];
    (window as unknown as { reports: string[] }).reports = seen;
    document.addEventListener('securitypolicyviolation', (event) => {
      if (!event.blockedURI.endsWith('favicon.ico'))
        seen.push(`${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  await page.goto(`${host.url}/`);
  return {
    host,
    problems,
    reports: () => page.evaluate(() => (window as unknown as { reports: string[] }).reports),
  };
}
const works = async (page: Page) => {
  await expect(page.getByRole('link', { name: /^Rejoindre la communauté/ }).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Envoyer ma demande' }).first()).toBeVisible();
};

for (const [name, tag] of [
  ['module', moduleTag],
  ['classic', classicTag],
] as const) {
  test(`the ${name} script runs under the strictest policy, with the one policy of Trusted Types that lit needs, with no report (X04, X05)`, async ({
    page,
  }) => {
    const { host, problems, reports } = await visit(page, html(both, tag()), {
      'Content-Security-Policy': `default-src 'none'; script-src ${server.url}; connect-src ${server.url}; img-src ${server.url}; require-trusted-types-for 'script'; trusted-types lit-html`,
    });
    await works(page);
    await page.getByLabel('Adresse e-mail').fill('x');
    await page.getByRole('button', { name: 'Envoyer ma demande' }).click();
    await expect(page.getByText('Une réponse est à revoir')).toBeVisible();
    await page.getByText('En savoir plus').first().click();
    await expect(page.getByText('Rythme')).toBeVisible();
    expect(await reports()).toEqual([]);
    expect(problems).toEqual([]);
    await host.stop();
  });

  test(`the ${name} script leaves the fallback where every policy of Trusted Types is refused (X05, F31)`, async ({
    page,
  }) => {
    const { host, problems } = await visit(page, html(both, tag()), {
      'Content-Security-Policy': `default-src 'none'; script-src ${server.url}; connect-src ${server.url}; require-trusted-types-for 'script'; trusted-types 'none'`,
    });
    // lit says itself what it was refused.
    await expect.poll(() => problems.join(' ')).toMatch(/lit-html/);
    await expect(page.getByRole('link', { name: 'Genre', exact: true })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Rejoindre', exact: true })).toBeVisible();
    expect(problems.filter((text) => !/lit-html/i.test(text))).toEqual([]);
    await host.stop();
  });

  test(`the ${name} script twice on a page, in two versions of its address, works once (F28, H11)`, async ({
    page,
  }) => {
    const version = (await (await fetch(`${server.url}/v1/openapi.json`)).json()) as {
      info: { version: string };
    };
    const second = tag().replace('/v1/', `/${version.info.version}/`);
    const { host, problems } = await visit(page, html(both, `${tag()}${tag()}${second}${classicTag()}`));
    await works(page);
    await expect(page.getByRole('button', { name: 'Envoyer ma demande' })).toHaveCount(1);
    expect(problems).toEqual([]);
    await host.stop();
  });

  test(`the ${name} script stands pages whose libraries rewrote the language (H13, X08)`, async ({
    page,
  }) => {
    const hostile = `<form name="customElements"></form><img name="fetch"><script>
      Array.from = function () { return [] }; delete Array.prototype.entries; Array.prototype.find = function () { return 'theirs' };
      Array.prototype.toJSON = function () { return '[ruined]' }; Array.prototype.extra = function () {}; Object.prototype.polluted = 'x';
      Function.prototype.bind = Function.prototype.bind;
      window.Event = function Event() { throw new Error('replaced') }; window.Element = function () {}; window.Document = function () {};
      Object.prototype.slug = 'polluted'; Object.prototype.required = true;
    </script>`;
    const { host, problems } = await visit(page, html(`${hostile}${both}${tag()}`));
    await works(page);
    await page.getByLabel('Adresse e-mail').fill('prototype@example.org');
    const sent = page.waitForRequest('**/v1/join-requests');
    await page.getByRole('button', { name: 'Envoyer ma demande' }).click();
    const body = (await sent).postData();
    if (body) expect(JSON.parse(body)).toMatchObject({ community: 'genre', consents: [] });
    expect(problems.filter((text) => !/CORS|ERR_FAILED|403/.test(text))).toEqual([]);
    await host.stop();
  });
}

test('what could not be fetched leaves the fallback, and comes with the network', async ({ page }) => {
  const missing = /\/v1\/(core|elements|chunks)\b/;
  await page.route(missing, (route) => route.abort());
  const { host, problems } = await visit(
    page,
    html(
      '<f3e-community-card community="genre"><a href="https://example.org/genre">Genre</a></f3e-community-card>',
      moduleTag(),
    ),
  );
  await page.waitForLoadState('networkidle');
  await expect(page.getByRole('link', { name: 'Genre', exact: true })).toBeVisible();
  expect(problems.filter((text) => !/ERR_FAILED/.test(text))).toEqual([]);
  await page.unroute(missing);
  await page.evaluate(() => window.dispatchEvent(new CustomEvent('online')));
  await expect(page.getByRole('link', { name: /^Rejoindre la communauté/ })).toBeVisible();
  await host.stop();
});

test('in a page that is XHTML, which templates of HTML cannot draw, the fallback stays', async ({ page }) => {
  const { host, problems } = await visit(
    page,
    `<html xmlns="http://www.w3.org/1999/xhtml" lang="fr"><head><title>Page</title>
      <script defer="defer" src="${server.url}/v1/f3e.classic.js"></script></head><body>${both}</body></html>`,
    { 'Content-Type': 'application/xhtml+xml; charset=utf-8' },
  );
  await page.waitForLoadState('networkidle');
  await expect(page.getByRole('link', { name: 'Genre', exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Rejoindre', exact: true })).toBeVisible();
  expect(problems).toEqual([]);
  await host.stop();
});

test('a policy that forbids the API is told as what it is, with a link (H15)', async ({ page }) => {
  const { host } = await visit(page, html(both, moduleTag()), {
    'Content-Security-Policy': `default-src 'none'; script-src ${server.url}; connect-src 'self'`,
  });
  await expect(page.getByText('Ce contenu ne peut pas être montré ici.').first()).toBeVisible();
  await expect(page.getByText('Vérifiez votre connexion')).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Genre', exact: true })).toBeVisible();
  await host.stop();
});

test('a site that is not on the list leads to the hosted form before anything is typed, and says which origin to add (V02)', async ({
  page,
}) => {
  const warnings: string[] = [];
  page.on('console', (message) => warnings.push(message.text()));
  const { host } = await visit(page, html(both, moduleTag()), {}, 0);
  await expect(page.getByText('Ce formulaire se remplit sur la page du F3E.')).toBeVisible();
  await expect(page.getByLabel('Adresse e-mail')).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Ouvrir la page du F3E' })).toHaveAttribute(
    'href',
    `${server.url}/communautes/genre/rejoindre`,
  );
  await expect
    .poll(() => warnings.join())
    .toContain(`add ${new URL(page.url()).origin} to its ALLOWED_ORIGINS`);
  await host.stop();
});

test('reads at an opaque origin, in a sandboxed frame where nothing can be stored or submitted (H06, F36)', async ({
  page,
}) => {
  const inner = html(both, moduleTag()).replaceAll('"', '&quot;');
  const { host, problems } = await visit(
    page,
    html(
      `<iframe title="Cadre" sandbox="allow-scripts" srcdoc="${inner}" width="600" height="900"></iframe>`,
    ),
  );
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('link', { name: /^Rejoindre la communauté/ })).toBeVisible();
  // Nothing can be sent from there: the way out is shown before anything is typed.
  await expect(frame.getByText('Ce formulaire se remplit sur la page du F3E.')).toBeVisible();
  await expect(frame.getByRole('link', { name: 'Ouvrir la page du F3E' })).toBeVisible();
  expect(problems).toEqual([]);
  await host.stop();
});

test('elements that come later, in a template, hidden or in another root are found (F35)', async ({
  page,
}) => {
  const { host, problems } = await visit(
    page,
    html(`<div id="late" hidden></div><template id="t">${both}</template>`, moduleTag()),
  );
  await page.evaluate(() => {
    const late = document.getElementById('late')!;
    const root = late.attachShadow({ mode: 'open' });
    root.append((document.getElementById('t') as HTMLTemplateElement).content.cloneNode(true));
    document.body.append(late);
    setTimeout(() => (late.hidden = false), 50);
  });
  await works(page);
  expect(problems).toEqual([]);
  await host.stop();
});

test('a provider that is upgraded after its readers still serves them, and script data-endpoint is obeyed', async ({
  page,
}) => {
  const { host, problems } = await visit(
    page,
    html(
      `<f3e-provider endpoint="${server.url}" time-zone="Africa/Dakar">${both}</f3e-provider>`,
      moduleTag().replace('src=', 'data-endpoint="http://127.0.0.1:59999" src='),
    ),
  );
  await works(page);
  await expect(page.getByText('pour vous (Dakar)').first()).toBeVisible();
  // Nothing was asked of the script's endpoint while the provider's code was on its way.
  expect(problems).toEqual([]);
  await host.stop();
});

test('fifty cards make one request, and touch nothing of the page (L09, H12)', async ({ page }) => {
  let asked = 0;
  page.on('request', (request) => {
    if (request.url().includes('/v1/communities/')) asked++;
  });
  const { host, problems } = await visit(
    page,
    html(
      Array(50).fill('<f3e-community-card community="aoc"></f3e-community-card>').join(''),
      `${moduleTag()}<script>window.before = Object.keys(window)</script>`,
    ),
  );
  await expect(page.getByRole('link', { name: /^Rejoindre la communauté/ })).toHaveCount(50);
  expect(asked).toBe(1);
  const added = await page.evaluate(() =>
    Object.keys(window).filter(
      (name) => !(window as unknown as { before: string[] }).before.includes(name) && name !== 'before',
    ),
  );
  expect(added.filter((name) => !/^(reports|lit\w*|reactiveElementVersions)$/.test(name))).toEqual([]);
  expect(problems).toEqual([]);
  await host.stop();
});

test('fits a 320 px page and a 240 px column, text spaced out and twice as large (A05, A06)', async ({
  page,
}) => {
  const spaced = `<style>*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}</style>`;
  for (const [width, column] of [
    [320, '100%'],
    [800, '240px'],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    const { host } = await visit(page, html(`<div id="column">${both}</div>`, `${moduleTag()}${spaced}`));
    await page.evaluate((size) => {
      document.getElementById('column')!.style.width = size;
      document.documentElement.style.fontSize = '200%';
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        '.box *{line-height:1.5;letter-spacing:.12em;word-spacing:.16em} p{margin-block-end:2em}',
      );
      for (const one of document.querySelectorAll('f3e-community-card, f3e-join-form'))
        one.shadowRoot?.adoptedStyleSheets.push(sheet);
    }, column);
    await works(page);
    const wide = await page.evaluate(() => {
      const over: string[] = [];
      if (document.documentElement.scrollWidth > window.innerWidth) over.push('page');
      for (const host of document.querySelectorAll('f3e-community-card, f3e-join-form')) {
        const limit = host.getBoundingClientRect().right + 1;
        for (const one of host.shadowRoot!.querySelectorAll<HTMLElement>(
          '.box *:not(.visually-hidden, .visually-hidden *, option)',
        )) {
          if (
            one.getBoundingClientRect().right > limit ||
            (one.scrollWidth > one.clientWidth + 2 && getComputedStyle(one).overflow === 'hidden')
          )
            over.push(one.outerHTML.slice(0, 100));
        }
      }
      return over;
    });
    expect(wide).toEqual([]);
    await host.stop();
  }
});

test('F43 F44 stands an API that answers faults and pages of others, and works when it is back', async ({
  page,
}) => {
  let mode: 'storm' | 'portal' | 'fine' = 'storm';
  await page.route('**/v1/communities/**', async (route) => {
    if (mode === 'storm')
      await route.fulfill({ status: 503, headers: { 'Access-Control-Allow-Origin': '*' }, body: '' });
    else if (mode === 'portal')
      await route.fulfill({
        status: 200,
        headers: { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'text/html' },
        body: '<h1>Wi-Fi</h1>',
      });
    else await route.continue();
  });
  const { host } = await visit(
    page,
    html('<f3e-community-card community="aoc"></f3e-community-card>', moduleTag()),
  );
  await expect(page.getByText('Le service est très demandé')).toBeVisible();
  mode = 'portal';
  await page.getByRole('button', { name: 'Réessayer' }).click();
  await expect(page.getByText('La réponse reçue n’est pas lisible')).toBeVisible();
  mode = 'fine';
  await page.getByRole('button', { name: 'Réessayer' }).click();
  await expect(page.getByRole('heading', { name: 'Approches orientées changement' })).toBeVisible();
  await host.stop();
});

/** What editors do to what is pasted into them. */
const editors: Record<string, (snippet: string) => string> = {
  // WordPress, the classic editor: paragraphs at empty lines, a line break at each other one; blocks stay.
  'WordPress (wpautop)': (snippet) =>
    snippet
      .split(/\n{2,}/)
      .map((part) => (/^<(?:div|script|p)\b/.test(part) ? part : `<p>${part.replace(/\n/g, '<br />\n')}</p>`))
      .join('\n'),
  // WordPress, an author without unfiltered_html: unknown tags and scripts go, their text stays.
  'WordPress (author)': (snippet) =>
    snippet.replace(/<script[\s\S]*?<\/script>|<\/?(?!(?:div|p|a|br|b|i)\b)[a-z][^>]*>/g, ''),
  // SPIP: braces and brackets are its own signs, typography puts no-break spaces before high signs in texts, lines are paragraphs.
  SPIP: (snippet) =>
    snippet
      .split(/(<[^>]*>)/)
      .map((part) =>
        part.startsWith('<')
          ? part.replace(/\n/g, ' ')
          : part.replace(/ ([:;!?])/g, '\u00a0$1').replace(/[{}[\]]/g, ''),
      )
      .join(''),
};
for (const [name, edit] of Object.entries(editors))
  test(`every snippet of README and docs survives ${name}: the widget where tags stay, a link where they do not (H16)`, async ({
    page,
  }) => {
    const pages = [
      'README.md',
      ...['docs/elements', 'docs/fr'].flatMap((folder) =>
        readdirSync(folder).map((file) => `${folder}/${file}`),
      ),
    ];
    const snippets = pages.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/```html\n([\s\S]*?)```/g)].map(([, code]) => code!.trim()),
    );
    expect(snippets.length).toBeGreaterThanOrEqual(8);
    for (const snippet of snippets) {
      const own = snippet.replaceAll('https://communautes.example.org', server.url);
      const { host, problems } = await visit(
        page,
        html(edit(own), name.includes('author') ? '' : moduleTag()),
      );
      const [, element, place] = /<(f3e-(?!provider)[a-z-]+)|data-f3e="([a-z-]+)"/.exec(snippet) ?? [];
      const tag = element ?? (place && `f3e-${place}`);
      if (!tag) {
        await host.stop();
        continue;
      }
      if (name.includes('author')) await expect(page.getByRole('link').first()).toBeVisible();
      else {
        await expect(page.locator(tag).first()).toHaveJSProperty('isConnected', true);
        await expect
          .poll(
            () =>
              page
                .locator(tag)
                .first()
                .evaluate((one) => one.shadowRoot?.querySelector('.box')?.textContent?.trim().length ?? 0),
            {
              message: `${tag} shows nothing`,
            },
          )
          .toBeGreaterThan(40);
        expect(
          await page
            .locator(tag)
            .first()
            .evaluate((one) => one.parentElement!.localName),
        ).toBe('div');
      }
      expect(
        problems.filter((one) => !/404/.test(one)),
        snippet,
      ).toEqual([]);
      await host.stop();
    }
  });

test('the stylesheet of the snippets reserves heights: nothing moves when the widgets come (H16, A15)', async ({
  page,
}) => {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 });
    const sheet = `<link rel="stylesheet" href="${server.url}/v1/f3e.css">`;
    const { host } = await visit(
      page,
      html(
        `<h1>Page</h1><div><f3e-session-calendar community="genre"><a href="/">Séances</a></f3e-session-calendar></div><p>Suite</p>`,
        sheet + moduleTag(),
      ),
    );
    const shift = page.evaluate(
      () =>
        new Promise<number>((done) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
          }).observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => done(sum), 2_500);
        }),
    );
    await expect(page.getByRole('button', { name: 'Liste' })).toBeVisible();
    expect(await shift, `${width} px`).toBeLessThan(0.03);
    await host.stop();
  }
});

test('the classic script knows its server: inlined, joined with others, from a blob (H17)', async ({
  page,
}) => {
  const classic = await (await fetch(`${server.url}/v1/f3e.classic.js`)).text();
  const ways: Record<string, string> = {
    inlined: `<script>${classic.replaceAll('</script', '<\\/script')}</script>`,
    'from a blob': `<script id="code" type="text/plain">${classic.replaceAll('</script', '<\\/script')}</script>
      <script>const one = document.createElement('script');
      one.src = URL.createObjectURL(new Blob([document.getElementById('code').textContent], { type: 'text/javascript' }));
      document.head.append(one);</script>`,
  };
  for (const [name, way] of Object.entries(ways)) {
    const { host, problems } = await visit(page, html(both + way));
    await works(page);
    expect(problems, name).toEqual([]);
    await host.stop();
  }
  const joined = await site(
    {
      '/': { html: html(both, '<script defer src="/all.js"></script>') },
      '/all.js': { html: `var other = 1;\n${classic}`, headers: { 'Content-Type': 'text/javascript' } },
    },
    port,
  );
  await page.goto(joined.url);
  await works(page);
  await joined.stop();
});
