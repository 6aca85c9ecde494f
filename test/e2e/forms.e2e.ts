import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { violationsIn } from '../support/axe.js';
import { tabTo } from '../support/keyboard.js';
import { asAPerson } from '../support/playwright.js';
import { freePort, postbox, serve, site, STAFF, type Postbox, type Running } from '../support/process.js';
import { watch } from '../support/watch.js';

let folder: string;
let box: Postbox;
let server: Running;
/** Of the site that the server lists. */
let port: number;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'f3e-forms-'));
  box = await postbox();
  port = await freePort();
  server = await serve({
    DATA_DIR: folder,
    SMTP_URL: box.url,
    ALLOWED_ORIGINS: `http://127.0.0.1:${port}`,
  });
});
test.afterAll(async () => {
  await server.stop();
  await box.stop();
  rmSync(folder, { recursive: true, force: true });
});

const linkIn = (text: string | undefined) =>
  /http:\/\/\S+\/(?:demande|inscription|proposition)\/\S+/.exec(text ?? '')![0];
const list = async <T>(what: string): Promise<T[]> => {
  const answer = await fetch(`${server.url}/v1/staff/${what}?limit=500`, {
    headers: { Authorization: `Bearer ${STAFF}` },
  });
  return ((await answer.json()) as { items: T[] }).items;
};
interface Kept {
  id: string;
  answers: Record<string, unknown>;
  status: string;
  state: string;
  review: string[];
}
const of = (items: Kept[], email: string) => items.filter(({ answers }) => answers['email'] === email);
const form = (page: Page, tag: string) => page.locator(`${tag} form[novalidate]`);

for (const { lang, words } of [
  {
    lang: 'fr',
    words: {
      field: /^Sur quoi porterait/,
      why: /^Pourquoi maintenant/,
      choice: /^Apprendre/,
      email: /^Adresse e-mail/,
      goOn: /^Continuer/,
      missing: /Une réponse est à revoir/,
      lead: /^Renseignez « Pourquoi maintenant/,
      arrived: 'Votre proposition est bien arrivée',
      waiting: /gardée sur cette page et partira une seule fois/,
      confirm: /^Confirmer ma proposition/,
      state: /va l’étudier/,
      cancel: /^Retirer ma proposition/,
      cancelled: 'Retirée.',
    },
  },
  {
    lang: 'en',
    words: {
      field: /^What would the community/,
      why: /^Why now/,
      choice: /^Learning/,
      email: /^E-mail address/,
      goOn: /^Continue/,
      missing: /One answer needs/,
      lead: /^Please fill in “Why now/,
      arrived: 'Your proposal has arrived',
      waiting: /kept on this page and will be sent once/,
      confirm: /^Confirm my proposal/,
      state: /will study it/,
      cancel: /^Withdraw my proposal/,
      cancelled: 'Withdrawn.',
    },
  },
]) {
  test(`P11 a proposal by keyboard alone, the network cut in the middle, mails read, one host contacted (${lang})`, async ({
    page,
    context,
  }) => {
    const { problems, hosts } = watch(page);
    const headers: Record<string, string>[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/v1/') && request.method() === 'POST') headers.push(request.headers());
    });
    const email = `propose-${lang}@example.org`;
    await page.goto(`${server.url}/demo/proposer.html`);
    await page.evaluate((to) => (document.documentElement.lang = to), lang);
    await expect(form(page, 'f3e-proposal-form').getByLabel(words.field)).toBeVisible();
    // It is asked for at the first focus.
    const flow = page.waitForResponse(/challenge/);
    await tabTo(page, words.field);
    await page.keyboard.type('Évaluer avec les jeunes');
    await (await flow).finished();
    await tabTo(page, words.goOn);
    await page.keyboard.press('Enter');
    await expect(page.getByText(words.missing)).toBeVisible();
    await tabTo(page, words.lead);
    await page.keyboard.press('Enter');
    await page.keyboard.type('Plusieurs organisations le demandent.');
    await tabTo(page, words.goOn);
    await page.keyboard.press('Enter');
    await tabTo(page, words.choice);
    await page.keyboard.press('Space');
    await tabTo(page, words.goOn);
    await page.keyboard.press('Enter');
    await tabTo(page, words.email);
    await page.keyboard.type(email);
    await asAPerson(page);
    await context.setOffline(true);
    await page.keyboard.press('Enter');
    await expect(page.getByText(words.waiting)).toBeVisible();
    await context.setOffline(false);
    const done = page.getByRole('heading', { name: words.arrived });
    await expect(done).toBeFocused();

    const mail = await box.to(email);
    expect(`${mail.text}${String(mail.html)}`).not.toMatch(/jeunes|Plusieurs|<img/);
    expect(String(mail.headers.get('list') && JSON.stringify(mail.headers.get('list')))).toContain(
      '/proposition/confirmer/',
    );
    await page.goto(linkIn(mail.text));
    await tabTo(page, words.confirm);
    await page.keyboard.press('Enter');
    await expect(page.getByText(words.state)).toBeVisible();
    const [mine, ...others] = of(await list<Kept>('proposals'), email);
    expect(others).toEqual([]);
    expect(mine).toMatchObject({ status: 'submitted', review: [], answers: { functions: ['learning'] } });
    await tabTo(page, words.cancel);
    await page.keyboard.press('Enter');
    await expect(page.getByText(words.cancelled)).toBeVisible();
    // The network was cut on purpose; nothing else went wrong.
    expect(problems.filter((one) => !/ERR_INTERNET_DISCONNECTED/.test(one))).toEqual([]);
    expect([...hosts], 'P11 one host').toEqual([new URL(server.url).host]);
    for (const sent of headers) {
      expect(sent['cookie']).toBeUndefined();
      expect(sent['referer'] ?? '').toBe('');
    }
  });
}

test('a registration by keyboard alone, to the waiting list, a freed seat accepted, scripts off for the rest', async ({
  page,
  browser,
}) => {
  // Which sessions take registrations depends on the day: the one with the fewest places left will do.
  test.setTimeout(180_000);
  const { items } = (await (await fetch(`${server.url}/v1/sessions?available=true&limit=50`)).json()) as {
    items: { id: string; capacity: number | null; registered: number; mode: string; audience: string }[];
  };
  const [session] = items
    .filter(({ capacity, mode, audience }) => capacity && mode !== 'hybrid' && audience === 'all')
    .sort((one, other) => one.capacity! - one.registered - (other.capacity! - other.registered));
  if (!session) throw new Error('no session of the demonstration takes registrations');
  const seats = session.capacity! - session.registered;
  const withoutScripts = await browser.newContext({ javaScriptEnabled: false, locale: 'fr-FR' });
  const plain = await withoutScripts.newPage();
  const owns: string[] = [];
  for (let n = 0; n < seats; n++) {
    await plain.goto(`${server.url}/seances/${session.id}/inscription`);
    await plain.getByLabel('Adresse e-mail').fill(`place-${n}@example.org`);
    await asAPerson(plain);
    await plain.getByRole('button', { name: 'M’inscrire' }).click();
    await plain.goto(linkIn((await box.to(`place-${n}@example.org`)).text));
    await plain.getByRole('button', { name: 'Confirmer mon inscription' }).click();
    await expect(plain.getByText('Votre place est réservée.')).toBeVisible();
    owns.push(plain.url());
  }
  // What the API says of a session is kept for two seconds.
  await expect
    .poll(async () => {
      const answer = await fetch(`${server.url}/v1/sessions/${session.id}`);
      return ((await answer.json()) as { registration: { state: string } }).registration.state;
    })
    .toBe('waiting-list');
  const host = await site(
    {
      '/': {
        html: `<!doctype html><html lang="fr"><title>x</title><script type="module" src="${server.url}/v1/f3e.js"></script>
        <f3e-registration-form session="${session.id}"><a href="#">x</a></f3e-registration-form></html>`,
      },
    },
    port,
  );
  await page.goto(`${server.url}/seances/${session.id}`);
  await expect(page.getByText('liste d’attente').first()).toBeVisible();
  await page.goto(host.url);
  await expect(page.getByText('Cette séance est complète')).toBeVisible();
  await host.stop();

  await plain.goto(`${server.url}/seances/${session.id}/inscription`);
  await plain.getByLabel('Adresse e-mail').fill('attend@example.org');
  await asAPerson(plain);
  await plain.getByRole('button', { name: 'liste d’attente' }).click();
  await page.goto(linkIn((await box.to('attend@example.org')).text));
  await tabTo(page, /^Confirmer mon inscription/);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Votre position : 1.')).toBeVisible();

  await plain.goto(owns[0]!);
  await plain.getByRole('button', { name: 'Annuler mon inscription' }).click();
  await expect(plain.getByText('Vous n’êtes pas inscrit·e')).toBeVisible();
  const offer = await box.to('attend@example.org', 2);
  expect(offer.subject).toMatch(/^Une place s’est libérée/);
  await page.goto(linkIn(offer.text));
  await tabTo(page, /^Accepter la place/);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Votre place est réservée.')).toBeVisible();
  expect((await box.to('attend@example.org', 3)).attachments[0]!.filename).toBe('seance-f3e.ics');
  expect(of(await list<Kept>('registrations'), 'attend@example.org')[0]?.state).toBe('confirmed');
  await withoutScripts.close();
});

test('J09 a person corrects, withdraws, exports and erases, with scripts off, and each page is accessible', async ({
  browser,
}) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    locale: 'fr-FR',
    viewport: { width: 320, height: 700 },
  });
  const page = await context.newPage();
  const accessible = async () => expect(await violationsIn(page)).toEqual([]);
  await page.goto(`${server.url}/communautes/genre/rejoindre`);
  await accessible();
  await page.getByLabel('Adresse e-mail').fill('moi@example.org');
  await page.getByLabel('Prénom').fill('Avant');
  await page.getByLabel(/lettre d’information/).check();
  await asAPerson(page);
  await page.getByRole('button', { name: 'Envoyer ma demande' }).click();
  await page.goto(linkIn((await box.to('moi@example.org')).text));
  await accessible();
  await page.getByRole('button', { name: 'Confirmer ma demande' }).click();
  await accessible();
  await page.getByRole('link', { name: 'Corriger mes réponses' }).click();
  await accessible();
  await page.getByLabel('Prénom').fill('Après');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('C’est enregistré.')).toBeVisible();
  await page.getByRole('button', { name: 'Retirer cet accord' }).click();
  await expect(page.getByText('Retiré le')).toBeVisible();
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Télécharger (JSON)' }).click();
  const file = JSON.parse(readFileSync(await (await downloading).path(), 'utf8')) as { answers: unknown };
  expect(file.answers).toContainEqual({ question: 'Prénom', answer: 'Après' });
  const { width } = (await page.evaluate('({ width: document.documentElement.scrollWidth })')) as {
    width: number;
  };
  expect(width).toBeLessThanOrEqual(320);
  await page.getByText('Tout effacer').click();
  await page.getByRole('button', { name: 'Oui, effacer pour de bon' }).click();
  await expect(page.getByRole('heading', { name: 'Tout est effacé' })).toBeVisible();
  expect(of(await list<Kept>('join-requests'), 'moi@example.org')).toEqual([]);
  await context.close();
});

test('F53 two tabs that send the same request leave one in force', async ({ context }) => {
  for (let tab = 0; tab < 2; tab++) {
    const page = await context.newPage();
    await page.goto(`${server.url}/demo/membre.html`);
    await form(page, 'f3e-join-form').getByLabel('Adresse e-mail').fill('onglets@example.org');
    await asAPerson(page);
    await form(page, 'f3e-join-form').getByRole('button', { name: 'Envoyer ma demande' }).click();
    await expect(page.getByRole('heading', { name: 'Votre demande est bien arrivée' })).toBeVisible();
    await page.goto(linkIn((await box.to('onglets@example.org', tab * 2)).text));
    await page.getByRole('button', { name: 'Confirmer ma demande' }).click();
    await box.to('onglets@example.org', tab * 2 + 1);
  }
  const states = of(await list<Kept>('join-requests'), 'onglets@example.org').map(({ status }) => status);
  expect(states.sort()).toEqual(['accepted', 'withdrawn']);
});

test('J11 asks nothing of the mind, and takes a form without a proof where the page cannot make one', async ({
  page,
}) => {
  await page.addInitScript(`Object.defineProperty(Crypto.prototype, 'subtle', { get: () => undefined })`);
  await page.goto(`${server.url}/demo/membre.html`);
  await form(page, 'f3e-join-form').getByLabel('Adresse e-mail').fill('sans-preuve@example.org');
  await form(page, 'f3e-join-form').getByRole('button', { name: 'Envoyer ma demande' }).click();
  await expect(page.getByRole('heading', { name: 'Votre demande est bien arrivée' })).toBeVisible();
  expect(of(await list<Kept>('join-requests'), 'sans-preuve@example.org')[0]?.review).toEqual(['no-proof']);
});

test('X09 nothing that ships to browsers holds a secret or goes where an address says', async ({ page }) => {
  const files = (readdirSync('dist/cdn', { recursive: true }) as string[]).filter((name) =>
    /\.(js|map|json)$/.test(name),
  );
  expect(files.length).toBeGreaterThan(20);
  for (const name of files) {
    const text = readFileSync(join('dist/cdn', name), 'utf8');
    expect(text, name).not.toMatch(/STAFF_TOKEN|SMTP_URL|DATABASE_URL|hmacSignatureSecret|\/staff\//);
    expect(text, name).not.toContain(STAFF);
  }
  for (const query of ['return=https://evil.example', 'next=//evil.example', 'url=https://evil.example']) {
    await page.goto(`${server.url}/communautes/genre/rejoindre?${query}`);
    expect(await page.content()).not.toContain('evil.example');
  }
});

test('X07 F73 a listed site may hold the form in a frame, whose height it believes from nobody else', async ({
  page,
}) => {
  const framed = (host: string) =>
    `${server.url}/communautes/genre/rejoindre?frame=${encodeURIComponent(host)}`;
  const pages: Parameters<typeof site>[0] = {};
  const listed = await site(pages);
  const unlisted = await site(pages);
  const holder = await serve({ DATA_DIR: folder, SMTP_URL: box.url, ALLOWED_ORIGINS: `genre=${listed.url}` });
  const html = (host: string, community = 'genre') => `<!doctype html><html lang="fr"><title>x</title>
    <script type="module" src="${holder.url}/v1/frame.js"></script>
    <iframe data-f3e width="300" height="150" title="Rejoindre" src="${holder.url}/communautes/${community}/rejoindre?frame=${encodeURIComponent(host)}"></iframe></html>`;
  pages['/'] = { html: html(listed.url) };
  pages['/other'] = { html: html(listed.url, 'aoc') };
  const height = () => page.locator('iframe').getAttribute('height').then(Number);
  try {
    await page.goto(listed.url);
    const frame = page.frameLocator('iframe');
    await expect(frame.getByLabel('Adresse e-mail')).toBeVisible();
    await expect.poll(height).toBeGreaterThan(600);
    const grown = await height();
    const say = (data: string) => page.evaluate(`window.postMessage(${data}, '*')`);
    await page.evaluate(() => {
      const frame = document.querySelector('iframe')!;
      const heights: string[] = [];
      Object.assign(window, { heights });
      new MutationObserver(() => heights.push(frame.getAttribute('height')!)).observe(frame, {
        attributeFilter: ['height'],
      });
    });
    await say(`{ type: 'f3e-height', height: 33 }`);
    await page.frames()[1]!.evaluate(`for (const data of [
      { type: 'f3e-height', height: 1e9 }, { type: 'f3e-height', height: -5 }, { type: 'f3e-height', height: '44' },
      { type: 'other', height: 44 }, null, 'f3e-height', { height: 44 }, { type: 'f3e-height', height: NaN },
      { type: 'f3e-height', height: ${grown + 1} },
    ]) parent.postMessage(data, '*')`);
    await expect.poll(height).toBe(grown + 1);
    expect(await page.evaluate('heights')).toEqual([String(grown + 1)]);
    await frame.getByLabel('Adresse e-mail').fill('cadre@example.org');
    await asAPerson(page);
    await frame.getByRole('button', { name: 'Envoyer ma demande' }).click();
    await expect(frame.getByRole('heading', { name: 'Votre demande est bien arrivée' })).toBeVisible();
    expect(of(await list<Kept>('join-requests'), 'cadre@example.org')[0]).toMatchObject({
      sourceSite: listed.url,
    });

    for (const path of [`${unlisted.url}/`, `${listed.url}/other`]) {
      await page.goto(path);
      await page.waitForLoadState('networkidle');
      expect(await height(), path).toBe(150);
    }
    const policy = async (url: string) => (await fetch(url)).headers.get('Content-Security-Policy');
    expect(await policy(framed(unlisted.url))).toContain("frame-ancestors 'none'");
    expect(await policy(framed('https://x; script-src *'))).not.toContain('script-src');
  } finally {
    await holder.stop();
    await listed.stop();
    await unlisted.stop();
  }
});
