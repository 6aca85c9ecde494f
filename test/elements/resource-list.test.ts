import { aTimeout, expect, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import fc from 'fast-check';
import type { F3eResourceList } from '../../src/index.js';
import { fails, fakeApi, never, type FakeApi } from '../support/fake-api.js';
import { focused, freeze, inside, mount, waitForText, textOf } from '../support/mount.js';
import { speedUpTimers } from '../support/fast-timers.js';
import { answerResources, manyRecords, records } from '../support/resources.js';
import { getByRole, nameOf, queryByRole } from '../support/roles.js';
import { ResourceListPage } from '../support/resource-list-page.js';
import { waitUntil } from '../support/wait.js';

const list = html`<f3e-resource-list><a href="/ressources">Ressources</a></f3e-resource-list>`;
const all = <E extends Element = HTMLElement>(element: Element, selector: string) => [
  ...element.shadowRoot!.querySelectorAll<E>(selector),
];
const page = (element: F3eResourceList) => new ResourceListPage(element);

async function mountList(
  template = list,
  api: FakeApi = fakeApi({ 'resources?': answerResources() }),
  lang = 'fr',
  dir = 'ltr',
) {
  const element = await mount<F3eResourceList>(template, api, lang, dir);
  await waitUntil(() => page(element).count, 'nothing came');
  return { element, api };
}

describe('f3e-resource-list', () => {
  // Parts that come later would come in the middle of the first cases, where a machine is slow.
  before(() =>
    Promise.all([
      import('../../src/elements/resource-list/lazy/facets.js'),
      import('../../src/elements/resource-list/lazy/search-feedback.js'),
    ]),
  );
  let thaw: () => void;
  let slowDown: () => void;
  before(() => {
    thaw = freeze('2026-11-22T10:00:00+01:00');
    slowDown = speedUpTimers();
  });
  after(() => {
    slowDown();
    thaw();
  });

  it('shows of each resource its kind, collection, date, publisher, language, format, weight and access as text (R05)', async () => {
    const { element } = await mountList();
    const text = textOf(element);
    for (const words of [
      'Fiche Repères sur… 12 mars 2026 Genre PDF, 1,2 Mo',
      'PDF · 1,2 Mo',
      'Méthode en cinq lectures',
      'Version accessible',
      'Outil 2026 Genre Réservé aux membres ODT, 45 ko',
      'arabe PDF',
      'Guide 2016',
    ]) {
      expect(text.replaceAll('\u202f', ' ').replaceAll('\u00a0', ' ')).to.contain(words);
    }
    expect(page(element).found).to.equal('7 ressources');
  });

  it('links each resource by its title, safely, or to its hosted page when it has no address (A14)', async () => {
    const { element } = await mountList();
    const links = page(element).titleLinks.map(({ href }) => href);
    expect(links).to.include('https://www.ressources.example/budget');
    expect(links).to.include('https://communautes.example.org/ressources/sans-adresse');
    expect(all(element, 'a[target]')).to.have.length(0);
  });

  it('tells each title in its own language and direction (A12)', async () => {
    const { element } = await mountList();
    const arabic = all(element, 'bdi[lang=ar]');
    expect(arabic.map((one) => one.getAttribute('dir'))).to.deep.equal(['rtl', 'rtl']);
    expect(inside(element, 'bdi[lang=es]')!.getAttribute('dir')).to.equal('ltr');
    expect(all(element, '[dir=auto]')).to.have.length(0);
  });

  it('keeps the name of a community from left to right, whatever stands before it turns round, and in a list that runs from right to left (F17)', async () => {
    const real = (await answerResources()('resources?')) as { items: object[] };
    const turns: object[] = [
      { publisher: '\u202Eevil' },
      { publisher: '\u2067evil' },
      { publisher: '\u2069\u202Eevil' },
      { publisher: 'F3E', publishedAt: '\u202E2026' },
      { publisher: 'F3E', kind: '\u202Ekind', format: '\u202Ezip' },
      { publisher: 'دار النشر' },
    ];
    for (const [lang, dir] of [
      ['fr', 'ltr'],
      ['ar', 'rtl'],
    ] as const) {
      for (const turn of turns) {
        const answer = () => ({
          ...real,
          items: real.items.map((one) => ({ ...one, ...turn, url: 'https://3.example.org/a' })),
        });
        const { element } = await mountList(list, fakeApi({ 'resources?': answer }), lang, dir);
        await waitUntil(
          () => inside(element, '.box')!.getAttribute('lang') === lang && inside(element, '.facts bdi'),
        );
        const text = [...inside(element, '.facts bdi')!.childNodes].find(
          (one) => one instanceof Text && one.data,
        )!;
        const leftOf = (letter: string) => {
          const range = document.createRange();
          const at = text.textContent!.indexOf(letter);
          range.setStart(text, at);
          range.setEnd(text, at + 1);
          return range.getBoundingClientRect().left;
        };
        const about = `${lang} ${JSON.stringify(turn)}`;
        expect(text.textContent, about).to.equal('Genre');
        expect(leftOf('G'), about).to.be.below(leftOf('n'));
        expect(leftOf('n'), about).to.be.below(leftOf('r'));
        element.remove();
      }
    }
  });

  it('searches while one types, asks once one rests, and marks what matched; typing never moves focus (R01)', async () => {
    const { element, api } = await mountList();
    const before = api.asked.length;
    page(element).searchBox.focus();
    for (const words of ['r', 'ré', 'réf', 'référ', 'référents']) page(element).search(words);
    await waitUntil(() => page(element).found === '1 ressource', 'not narrowed');
    expect(api.asked.length - before, 'one question for five keys').to.equal(1);
    await waitUntil(() => inside(element, 'mark'), 'not marked');
    expect(all(element, 'mark').map((one) => textOf(one))).to.deep.equal(['Référent·e·s']);
    expect(focused(element) === page(element).searchBox, 'focus').to.equal(true);
    expect(page(element).searchBox.value).to.equal('référents');
  });

  it('has a labelled field and a button, and searches at once by Enter or by the button (R01, H06)', async () => {
    const { element, api } = await mountList();
    expect(nameOf(getByRole(element, 'search'))).to.equal('Chercher dans les ressources');
    expect(
      getByRole(element, 'search').querySelector('[part=item]'),
      'no landmark holds the results',
    ).to.equal(null);
    expect(page(element).searchBox.labels![0]!.textContent.trim()).to.equal('Chercher dans les ressources');
    page(element).search('budget');
    page(element)
      .button(/^Chercher$/)
      .click();
    await waitUntil(() => api.asked.at(-1)!.includes('q=budget'), 'not asked', { timeout: 200 });
    page(element).searchBox.focus();
    page(element).search('vidéo');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => api.asked.at(-1)!.includes('q=vid'), 'not asked', { timeout: 200 });
    await waitUntil(() => page(element).titles[0]!.startsWith('Tracer'));
  });

  it('shows the answer to the last question only, whatever comes first (F50)', async () => {
    const real = answerResources();
    const api = fakeApi({
      'resources?': async (path: string) => {
        if (path.includes('q=budget')) await aTimeout(700);
        return real(path);
      },
    });
    const { element } = await mountList(list, api);
    page(element).search('budget');
    await aTimeout(350);
    page(element).search('palabra');
    await waitUntil(() => page(element).titles[0]?.startsWith('Cuidar'), 'no last answer');
    await aTimeout(700);
    expect(page(element).titles).to.have.length(1);
    expect(page(element).titles[0]).to.match(/^Cuidar/);
  });

  it('narrows by any of the values of a facet and all of the facets, with counts in the labels (R02)', async () => {
    const { element, api } = await mountList();
    await page(element).toggleFilter(/^Fiche \(2\)$/);
    await waitUntil(() => page(element).found === '2 ressources');
    await page(element).toggleFilter(/^Vidéo \(1\)$/);
    await waitUntil(() => page(element).found === '3 ressources');
    await page(element).toggleFilter(/^Approches orientées changement \(2\)$/);
    await waitUntil(() => page(element).found === '2 ressources');
    expect(new URLSearchParams(api.asked.at(-1)!.split('?')[1]).get('kind')).to.equal('sheet,video');
    await waitUntil(() => page(element).chips?.includes('Fiche : retirer le filtre'), 'no chip');
  });

  it('keeps focus on the facet that was ticked, and gives it to the next filter or to what is said after one is removed (R02, A02)', async () => {
    const { element } = await mountList();
    await page(element).unfoldFilters();
    const sheet = await page(element).filter(/^Fiche/);
    sheet.focus();
    sheet.click();
    await waitUntil(() => page(element).found === '2 ressources');
    expect(focused(element) === (await page(element).filter(/^Fiche/)), 'focus').to.equal(true);
    await page(element).toggleFilter(/^Guide/);
    await waitUntil(() => page(element).found === '5 ressources');
    await waitUntil(() => page(element).chips, 'no chip');
    page(element)
      .button(/^Fiche/)
      .click();
    await waitUntil(() => page(element).found === '3 ressources');
    await element.updateComplete;
    expect(textOf(focused(element)!)).to.contain('Guide : retirer le filtre');
    page(element)
      .button(/^Guide/)
      .click();
    await waitUntil(() => page(element).found === '7 ressources');
    await element.updateComplete;
    expect(focused(element) === page(element).count, 'focus').to.equal(true);
  });

  it('clears all filters at once', async () => {
    const { element } = await mountList();
    await page(element).toggleFilter(/^Fiche/);
    await page(element).toggleFilter(/^Vidéo/);
    await waitUntil(() => page(element).found === '3 ressources');
    await waitUntil(() => page(element).chips, 'no chip');
    page(element)
      .button(/^Retirer tous les filtres$/)
      .click();
    await waitUntil(() => page(element).found === '7 ressources');
    expect(page(element).chips).to.equal(undefined);
    expect(focused(element) === page(element).count, 'focus').to.equal(true);
  });

  it('folds a facet of more than ten values, and shows the rest in place', async () => {
    const { element } = await mountList(list, fakeApi({ 'resources?': answerResources(manyRecords(80)) }));
    expect(await page(element).filtersOf('Année')).to.have.length(8);
    const more = page(element).button(/\(Année\)$/);
    more.focus();
    more.click();
    await element.updateComplete;
    await waitUntil(() => focused(element)?.getAttribute('name') === 'year');
    const years = await page(element).filtersOf('Année');
    expect(years.length).to.be.above(10);
    expect(years.indexOf(focused(element) as HTMLInputElement)).to.equal(8);
  });

  it('says once how many there are, when one rests; nothing found is said at once, with a way out (R03, A13)', async () => {
    const { element } = await mountList(list, fakeApi({ 'resources?': answerResources(manyRecords(80)) }));
    const status = page(element).status;
    const said: string[] = [];
    new MutationObserver(() => textOf(status) && said.push(textOf(status))).observe(status, {
      childList: true,
      subtree: true,
      characterData: true,
    });
    expect(textOf(status), 'empty at first (D8)').to.equal('');
    page(element).search('numéro');
    await waitUntil(() => said.length, 'nothing was said');
    expect(said).to.deep.equal(['73 ressources, page 1 sur 4']);
    await aTimeout(800);
    page(element).search('capitalsation');
    await waitUntil(() => said.length > 1, 'nothing was said');
    expect(said[1]).to.equal('Aucune ressource ne répond à « capitalsation ».');
    page(element)
      .button(/^capitalisation$/)
      .click();
    await waitUntil(() => page(element).titles.length > 0);
    expect(page(element).searchBox.value).to.equal('capitalisation');
    page(element).search('xyzzy');
    await waitForText(element, '« xyzzy »');
    page(element)
      .button(/^Effacer la recherche$/)
      .click();
    await waitUntil(() => page(element).found === '80 ressources, page 1 sur 4');
    expect(page(element).searchBox.value).to.equal('');
  });

  it('has numbered pages with addresses that work, and goes to what is said (R04)', async () => {
    const { element } = await mountList(list, fakeApi({ 'resources?': answerResources(manyRecords(230)) }));
    const nav = page(element).pages;
    expect(nav.getAttribute('aria-label')).to.equal('Pages de ressources');
    expect(page(element).currentPage).to.contain('Page 1');
    const two = page(element).pageLinks.find((one) => textOf(one).includes('Page 2'))!;
    expect(two.href).to.match(/\/ressources\?page=2$/);
    two.click();
    await waitUntil(() => page(element).found === '230 ressources, page 2 sur 12');
    await waitUntil(() => focused(element) === page(element).count);
    expect(page(element).currentPage).to.contain('Page 2');
    expect(textOf(page(element).pages)).to.match(
      /Page précédente.*Page 1.*Page 4.*….*Page 12.*Page suivante/,
    );
    expect(page(element).titles).to.have.length(20);
  });

  it('leaves a click that opens another tab to the browser', async () => {
    const { element } = await mountList(list, fakeApi({ 'resources?': answerResources(manyRecords(60)) }));
    const next = page(element).pageLinks.at(-1)!;
    let wasPrevented = true;
    element.addEventListener('click', (click) => {
      wasPrevented = click.defaultPrevented;
      click.preventDefault();
    });
    next.dispatchEvent(
      new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, ctrlKey: true }),
    );
    expect(wasPrevented).to.equal(false);
    expect(page(element).found).to.contain('page 1 sur 3');
  });

  it('adds the next ones in place when the page wants it, and goes to the first of them', async () => {
    const template = html`<f3e-resource-list paging="more" page-size="5"></f3e-resource-list>`;
    const { element } = await mountList(template);
    expect(page(element).titles).to.have.length(5);
    page(element)
      .button(/^Montrer les 2 suivantes$/)
      .click();
    await waitUntil(() => page(element).titles.length === 7);
    await waitUntil(() => focused(element) === page(element).titleLinks[5]);
    expect(new Set(page(element).titles).size).to.equal(7);
    expect(Boolean(page(element).queryButton(/^Montrer/))).to.equal(false);
  });

  it('loses none of the next ones to a double click, nor to a step back', async () => {
    const real = answerResources();
    const slow = async (path: string) => {
      await aTimeout(120);
      return real(path);
    };
    const { element } = await mountList(
      html`<f3e-resource-list paging="more" page-size="2"></f3e-resource-list>`,
      fakeApi({ 'resources?': slow }),
    );
    const more = page(element).button(/^Montrer/);
    more.click();
    await aTimeout(30);
    more.click();
    await waitUntil(() => page(element).titles.length === 4);
    await aTimeout(300);
    expect(page(element).titles, 'one page for two quick clicks').to.have.length(4);
    page(element)
      .button(/^Montrer/)
      .click();
    await waitUntil(() => page(element).titles.length === 6);
    page(element)
      .button(/^Montrer la suivante$/)
      .click();
    await waitUntil(() => page(element).titles.length === 7);
    await page(element).toggleFilter(/^Fiche/);
    await waitUntil(() => page(element).found === '2 ressources');
    expect(page(element).titles, 'nothing of what was added stays').to.have.length(2);
  });

  it('follows the page when it asks for something else, from the first page, and stays within it', async () => {
    const api = fakeApi({ 'resources?': answerResources(manyRecords(60)) });
    const { element } = await mountList(
      html`<f3e-resource-list page-size="5" paging="more"></f3e-resource-list>`,
      api,
    );
    page(element)
      .button(/^Montrer/)
      .click();
    await waitUntil(() => page(element).titles.length === 10);
    element.community = 'genre';
    await waitUntil(() => page(element).found === '4 ressources');
    expect(page(element).titles).to.have.length(4);
    element.community = '';
    await waitUntil(() => page(element).found === '60 ressources');
    await page(element).toggleFilter(/^Approches orientées changement/);
    await waitUntil(() => page(element).found === '3 ressources');
    element.community = 'genre';
    await waitUntil(() => page(element).found === '4 ressources');
    expect(api.asked.at(-1)).to.contain('community=genre&');
  });

  it('does without an attribute that is taken away', async () => {
    const errors: unknown[] = [];
    const note = (event: PromiseRejectionEvent) => errors.push(event.reason);
    addEventListener('unhandledrejection', note);
    const { element } = await mountList(
      html`<f3e-resource-list kind="sheet" facets="year" q="budget"></f3e-resource-list>`,
    );
    for (const name of ['kind', 'facets', 'q', 'page-size', 'layout', 'paging', 'state-param']) {
      element.removeAttribute(name);
    }
    await waitUntil(() => page(element).found === '7 ressources');
    removeEventListener('unhandledrejection', note);
    expect(errors).to.deep.equal([]);
  });

  it('never says that nothing answers to words whose answer is still to come', async () => {
    const { element, api } = await mountList();
    page(element).search('xyzzy');
    await waitForText(element, '« xyzzy »');
    const real = api.plan['resources?'] as (path: string) => unknown;
    api.plan['resources?'] = async (path: string) => {
      await aTimeout(500);
      return real(path);
    };
    page(element).search('genre');
    await aTimeout(450);
    expect(textOf(element)).not.to.contain('« genre »');
    await waitUntil(() => page(element).titles.length > 0, 'no answer');
  });

  it('asks for what was typed though it was moved meanwhile', async () => {
    const { element, api } = await mountList();
    page(element).search('budget');
    const { parentElement: home } = element;
    element.remove();
    await aTimeout(20);
    home!.append(element);
    await waitUntil(() => api.asked.at(-1)!.includes('q=budget'), 'the words are lost');
  });

  it('keeps focus when a filter or a new try fails (A02)', async () => {
    const { element, api } = await mountList();
    await page(element).unfoldFilters();
    api.plan['resources?'] = fails('server');
    (await page(element).filter(/^Fiche/)).focus();
    await page(element).toggleFilter(/^Fiche/);
    await waitForText(element, 'Le service a rencontré un problème');
    await waitUntil(
      () => textOf(focused(element) ?? document.createElement('i')) === 'Réessayer',
      'focus is lost',
    );
    page(element)
      .button(/^Réessayer$/)
      .click();
    await aTimeout(100);
    await waitUntil(
      () => textOf(focused(element) ?? document.createElement('i')) === 'Réessayer',
      'focus is lost',
    );
  });

  it('counts what was just typed when a facet is ticked at once', async () => {
    const { element, api } = await mountList();
    page(element).search('genre');
    await page(element).toggleFilter(/^Fiche/);
    await waitUntil(() => api.asked.at(-1)!.includes('q=genre') && api.asked.at(-1)!.includes('kind=sheet'));
    expect(page(element).searchBox.value).to.equal('genre');
  });

  it('says nothing twice: what focus makes heard is not told besides; the same count is told again', async () => {
    const { element } = await mountList(list, fakeApi({ 'resources?': answerResources(manyRecords(60)) }));
    const status = page(element).status;
    const said: string[] = [];
    new MutationObserver(() => textOf(status) && said.push(textOf(status))).observe(status, {
      childList: true,
      subtree: true,
      characterData: true,
    });
    page(element).pageLinks.at(-1)!.click();
    await waitUntil(() => page(element).found.includes('page 2'));
    await aTimeout(900);
    expect(said).to.deep.equal([]);
    const select = page(element).sort;
    for (const [i, sort] of ['title', 'date'].entries()) {
      select.value = sort;
      select.dispatchEvent(new Event_('change'));
      await waitUntil(() => said.length > i);
    }
    expect(said).to.deep.equal(['60 ressources, page 1 sur 3', '60 ressources, page 1 sur 3']);
  });

  it('keeps focus and field through a failure and a new try (R01, A02)', async () => {
    const { element, api } = await mountList();
    const real = api.plan['resources?'];
    api.plan['resources?'] = fails('server');
    page(element).searchBox.focus();
    const before = page(element).searchBox;
    page(element).search('budget');
    await waitForText(element, 'Le service a rencontré un problème');
    api.plan['resources?'] = async (path: string) => {
      await aTimeout(400);
      return (real as (path: string) => unknown)(path);
    };
    page(element).search('budget ');
    await aTimeout(450);
    expect(page(element).searchBox === before, 'the same field').to.equal(true);
    expect(focused(element) === before, 'and focus in it').to.equal(true);
    api.plan['resources?'] = fails('server');
    page(element).search('vidéo');
    await waitForText(element, 'Le service a rencontré un problème');
    const retry = page(element).button(/^Réessayer$/);
    retry.focus();
    api.plan['resources?'] = real;
    retry.click();
    await waitUntil(() => page(element).count && page(element).found === '1 ressource');
    await waitUntil(() => focused(element) === page(element).count, 'focus is lost');
  });

  it('sorts by date, by title, and by relevance when there are words', async () => {
    const { element } = await mountList();
    const select = page(element).sort;
    expect([...select.options].map(({ value }) => value)).to.deep.equal(['date', 'title']);
    select.value = 'title';
    select.dispatchEvent(new Event_('change'));
    await waitUntil(() => page(element).titles[0]!.startsWith('A short primer'));
    page(element).search('changement');
    await waitUntil(() => [...page(element).sort.options].length === 3);
  });

  it('keeps what the page fixes, and offers what is left to choose', async () => {
    const template = html`<f3e-resource-list
      community="genre"
      kind="guide,sheet"
      facets="kind,community,language"
    ></f3e-resource-list>`;
    const { element, api } = await mountList(template);
    expect(api.asked[0]).to.contain('community=genre').and.to.contain('kind=guide%2Csheet');
    expect(await page(element).legends()).to.deep.equal(['Type', 'Langue']);
    const kinds = await page(element).filtersOf('Type');
    expect(kinds.map(({ value }) => value).sort()).to.deep.equal(['guide', 'sheet']);
    await page(element).toggleFilter(/^Fiche/);
    await waitUntil(() => page(element).found === '1 ressource');
    await page(element).toggleFilter(/^Fiche/);
    await waitUntil(() => page(element).found === '3 ressources');
  });

  it('leaves out what the page does not want', async () => {
    const { element } = await mountList(
      html`<f3e-resource-list no-search no-filters no-feeds layout="cards"></f3e-resource-list>`,
    );
    expect(queryByRole(element, 'searchbox')).to.equal(undefined);
    expect(page(element).queryButton(/^Filtrer/)).to.equal(undefined);
    expect(queryByRole(element, 'checkbox')).to.equal(undefined);
    expect(queryByRole(element, 'link', /^(Suivre|Télécharger)/)).to.equal(undefined);
    expect(Boolean(inside(element, 'ul.cards'))).to.equal(true);
  });

  it('keeps the search in the address, comes back by the back button, two lists apart, the rest untouched', async () => {
    const before = location.href;
    const address = new URL(location.href);
    address.search += `${address.search ? '&' : '?'}garde=moi+et%20toi&nu&un=kind%3Dsheet`;
    history.replaceState(null, '', address);
    try {
      const api = fakeApi({ 'resources?': answerResources() });
      const one = (await mountList(html`<f3e-resource-list state-param="un"></f3e-resource-list>`, api))
        .element;
      const two = (await mountList(html`<f3e-resource-list state-param="deux"></f3e-resource-list>`, api))
        .element;
      expect(api.asked[0], 'the first question is the right one').to.contain('kind=sheet');
      expect(page(one).found).to.equal('2 ressources');
      expect(page(two).found).to.equal('7 ressources');
      await page(two).toggleFilter(/^Vidéo/);
      await waitUntil(() => page(two).found === '1 ressource');
      const query = new URL(location.href).searchParams;
      expect(query.get('deux')).to.equal('kind=video');
      expect(query.get('un')).to.equal('kind=sheet');
      expect(location.search).to.contain('garde=moi+et%20toi&nu');
      const askedBefore = api.asked.length;
      let news = 0;
      one.addEventListener('f3e-resources-found', () => news++);
      history.back();
      await waitUntil(() => page(two).found === '7 ressources', 'back does not work');
      expect(page(one).found).to.equal('2 ressources');
      expect(news, 'a step of another list is no news').to.equal(0);
      expect(api.asked.length).to.equal(askedBefore + 1);
      one.remove();
      const elsewhere = new URL(location.href);
      elsewhere.searchParams.set('un', 'kind=guide');
      history.replaceState(null, '', elsewhere);
      two.parentElement!.append(one);
      await waitUntil(() => page(one).found === '3 ressources', 'the address that it returns to holds');
      one.kind = 'video';
      await waitUntil(() => page(one).found === '1 ressource', 'what the page fixes holds');
    } finally {
      history.replaceState(null, '', before);
    }
  });

  it('reads anything from the address without harm', async () => {
    const before = location.href;
    const address = new URL(location.href);
    address.searchParams.set('l', 'page=-3&sort=drop&kind=%3Cb%3E&year=../..&q=' + 'x'.repeat(500));
    history.replaceState(null, '', address);
    try {
      const { api } = await mountList(html`<f3e-resource-list state-param="l"></f3e-resource-list>`);
      const asked = new URLSearchParams(api.asked[0]!.split('?')[1]);
      expect(asked.get('q')).to.have.length(200);
      expect([...asked.keys()].sort()).to.deep.equal(['q', 'size']);
    } finally {
      history.replaceState(null, '', before);
    }
  });

  it('draws resources by a template of the page, as text and as checked addresses', async () => {
    const odd = records.map((one) => ({
      ...one,
      title: `<img src=x onerror=alert(1)> ${one.title}`,
      url: 'javascript:alert(1)',
    }));
    const template = html`<f3e-resource-list>
      <template slot="item"
        ><h4><a data-f3e-href="url" data-f3e="title"></a></h4>
        <p data-f3e="facts"></p>
        <p data-f3e="nothing"></p
      ></template>
    </f3e-resource-list>`;
    const { element } = await mountList(template, fakeApi({ 'resources?': answerResources(odd) }));
    await waitUntil(() => inside(element, 'h4'), 'not drawn');
    expect(all(element, 'h4')).to.have.length(7);
    expect(all(element, 'img')).to.have.length(0);
    expect(textOf(all(element, 'h4')[0]!)).to.contain('<img src=x onerror=alert(1)>');
    expect(
      all<HTMLAnchorElement>(element, 'h4 a').every(({ href }) =>
        href.startsWith('https://communautes.example.org/'),
      ),
    ).to.equal(true);
    const opened = oneEvent(element, 'f3e-resource-open');
    element.addEventListener('f3e-resource-open', (event) => event.preventDefault(), { once: true });
    all(element, 'h4 a')[0]!.click();
    expect((await opened).detail).to.deep.equal({ resource: records[0]!.id });
  });

  it('tells the page what is opened, and lets it do otherwise: resource, session, community', async () => {
    const { element } = await mountList();
    const opened: string[] = [];
    for (const name of ['f3e-resource-open', 'f3e-session-open', 'f3e-community-open'] as const) {
      element.addEventListener(name, (event) => {
        opened.push(JSON.stringify((event as CustomEvent).detail));
        event.preventDefault();
      });
    }
    const before = location.href;
    page(element).titleLinks[0]!.click();
    all<HTMLAnchorElement>(element, '.origins a')
      .find(({ href }) => href.includes('/seances/'))!
      .click();
    all<HTMLAnchorElement>(element, '.facts a')
      .find(({ href }) => href.includes('/communautes/'))!
      .click();
    expect(opened).to.deep.equal([
      '{"resource":"budget"}',
      '{"session":"genre-2026-03-05"}',
      '{"community":"genre"}',
    ]);
    expect(location.href).to.equal(before);
  });

  it('tells the page what was found', async () => {
    const { element } = await mountList();
    const event = oneEvent(element, 'f3e-resources-found');
    await page(element).toggleFilter(/^Fiche/);
    expect((await event).detail).to.deep.equal({
      words: '',
      filters: { kind: ['sheet'] },
      page: 1,
      total: 2,
    });
  });

  it('waits, fails and tries again with what was looked for (A15)', async () => {
    const api = fakeApi({ 'resources?': never });
    const element = await mount<F3eResourceList>(html`<f3e-resource-list></f3e-resource-list>`, api);
    await waitUntil(() => inside(element, '.skeleton.skeleton'), 'no skeleton');
    expect(inside(element, '.skeleton')!.getAttribute('aria-hidden')).to.equal('true');
    const { element: other, api: failing } = await mountList();
    page(other).search('budget');
    failing.plan['resources?'] = fails('server');
    await waitForText(other, 'Le service a rencontré un problème');
    expect(page(other).searchBox.value, 'what was typed stays').to.equal('budget');
    failing.plan['resources?'] = answerResources();
    page(other)
      .button(/^Réessayer$/)
      .click();
    await waitUntil(() => page(other).count && page(other).found === '1 ressource');
  });

  it('goes from one page to a first one when there is none any longer (F23)', async () => {
    const real = answerResources();
    const api = fakeApi({
      'resources?': async (path: string) => ({ ...((await real(path)) as object), items: [], total: 50 }),
    });
    const { element } = await mountList(list, api);
    await waitForText(element, 'Cette page de la liste est vide.');
    api.plan['resources?'] = real;
    const first = () => queryByRole(element, 'button', /^Page 1$/);
    await waitUntil(first, 'no way to the first page');
    first()!.click();
    await aTimeout(50);
    expect(textOf(element)).to.contain('Cette page de la liste est vide.');
    element.reload();
    await waitUntil(() => page(element).titles.length === 7);
  });

  it('speaks English, and turns right to left', async () => {
    const { element } = await mountList(list, undefined, 'en');
    await waitForText(element, '7 resources');
    await waitForText(element, 'Gender (');
    expect(textOf(element)).to.contain('Sheet Repères sur…');
    const { element: arabic } = await mountList(list, undefined, 'fr', 'rtl');
    expect(getComputedStyle(inside(arabic, '.box')!).direction).to.equal('rtl');
  });

  it('is accessible: at rest, narrowed, with nothing found, in cards, right to left (A01)', async () => {
    const { element } = await mountList();
    await expect(element).to.be.accessible();
    await page(element).toggleFilter(/^Fiche/);
    await waitUntil(() => page(element).found === '2 ressources');
    await expect(element).to.be.accessible();
    page(element).search('xyzzy');
    await waitForText(element, '« xyzzy »');
    await expect(element).to.be.accessible();
    const { element: cards } = await mountList(
      html`<f3e-resource-list layout="cards" page-size="3"></f3e-resource-list>`,
      undefined,
      'fr',
      'rtl',
    );
    await expect(cards).to.be.accessible();
  });

  it('has targets of 24 px, and its main ones of 44 (A04)', async () => {
    const { element } = await mountList(html`<f3e-resource-list page-size="3"></f3e-resource-list>`);
    for (const target of all(element, 'a, button, select, input:not([type=checkbox]), label:has(input)')) {
      const { height, width } = target.getBoundingClientRect();
      if (!width || target.closest('.visually-hidden')) continue;
      expect(Math.round(height), textOf(target)).to.be.at.least(24);
    }
    for (const main of all(element, '#words, .line button, nav a, #sort')) {
      expect(Math.round(main.getBoundingClientRect().height), textOf(main)).to.be.at.least(44);
    }
  });

  it('finds its way when it is moved, removed and put back (F25, F26)', async () => {
    const { element } = await mountList();
    const { parentElement: home } = element;
    const elsewhere = document.createElement('div');
    home!.append(elsewhere);
    for (let n = 0; n < 20; n++) (n % 2 ? home! : elsewhere).append(element);
    await aTimeout(50);
    expect(page(element).found).to.equal('7 ressources');
    element.remove();
    await aTimeout(20);
    home!.append(element);
    await waitUntil(() => page(element).found === '7 ressources');
  });
});

/** Not from the page, which may have replaced it. */
const Event_ = Object.getPrototypeOf(CustomEvent) as typeof Event;

describe('f3e-resource-list, with an answer full of anything', () => {
  const errors: unknown[] = [];
  const note = (event: ErrorEvent | PromiseRejectionEvent) =>
    errors.push('reason' in event ? event.reason : event.error);
  before(() => {
    addEventListener('error', note);
    addEventListener('unhandledrejection', note);
  });
  after(() => {
    removeEventListener('error', note);
    removeEventListener('unhandledrejection', note);
  });

  const hostile = [
    '<script>window.hacked=1</script>',
    '"><img src=x onerror=window.hacked=1>',
    'javascript:window.hacked=1',
    '__proto__',
    'a'.repeat(6_000),
    '\u202eevil\u0000\ud800',
    '//evil.example',
    'https://f3e.org@evil.example/',
    '',
  ];

  it('never runs, throws, nor goes blank, over 10,000 payloads (F01–F24)', async function () {
    this.timeout(300_000);
    const api = fakeApi({ 'resources?': answerResources() });
    const { element } = await mountList(html`<f3e-resource-list></f3e-resource-list>`, api);
    const { readResources } = await import('../../src/api/resources.js');
    const real = (await answerResources()('resources?')) as Record<string, unknown> & { items: object[] };
    const leaf = fc.oneof(
      fc.constantFrom(...hostile),
      fc.anything({ maxDepth: 1 }),
      fc.constantFrom(null, true, -1, 1e308, NaN, [], {}, '9999-99-99', 0, 50),
    );
    const item = fc
      .tuple(
        fc.constantFrom(...real.items),
        fc.dictionary(fc.constantFrom(...Object.keys(real.items[0]!), '__proto__'), leaf, { maxKeys: 4 }),
      )
      .map(([one, change]) => ({ ...one, ...change }));
    const payload = fc.oneof(
      fc.record({
        items: fc.array(fc.oneof(item, leaf), { maxLength: 4 }),
        total: leaf,
        facets: leaf,
        themes: leaf,
        communities: leaf,
        suggestion: leaf,
        isLoose: leaf,
      }),
      fc.dictionary(fc.constantFrom(...Object.keys(real)), leaf).map((change) => ({ ...real, ...change })),
      leaf,
    );
    let drawn = 0;
    const read = fc.sample(payload, { numRuns: 10_000, seed: 20_261_122 });
    for (const [n, json] of read.entries()) {
      const view = readResources(json);
      // Reading is done for all of them; drawing, which costs a frame, for one in twenty.
      if (n % 20) continue;
      api.plan['resources?'] = json;
      element.reload();
      await aTimeout(0);
      await element.updateComplete;
      expect(textOf(element).length, JSON.stringify(json)?.slice(0, 200)).to.be.above(10);
      if (view) drawn++;
      for (const link of all<HTMLAnchorElement>(element, 'a[href]')) {
        expect(link.protocol, link.href).to.match(/^(https?|mailto|tel):$/);
        expect(link.username).to.equal('');
      }
    }
    expect(drawn).to.be.above(100);
    expect(errors).to.deep.equal([]);
    expect((window as { hacked?: number }).hacked).to.equal(undefined);
    expect(Object.keys({})).to.deep.equal([]);
  });
});
