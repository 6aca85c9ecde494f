import { aTimeout, expect, html, oneEvent } from '@open-wc/testing';
import fc from 'fast-check';
import type { F3eCommunityDirectory } from '../../src/index.js';
import { communities as three, manyCommunities as many } from '../support/communities.js';
import { genre } from '../support/data.js';
import { fails, fakeApi, type FakeApi } from '../support/fake-api.js';
import { focused, freeze, inside, mount, waitForText, textOf } from '../support/mount.js';
import { speedUpTimers } from '../support/fast-timers.js';
import { getByRole, queryAllByRole, queryByRole } from '../support/roles.js';
import { waitUntil } from '../support/wait.js';

const directory = html`<f3e-community-directory
  ><a href="/communautes">Communautés</a></f3e-community-directory
>`;
const all = <E extends Element = HTMLElement>(element: Element, selector: string) => [
  ...element.shadowRoot!.querySelectorAll<E>(selector),
];
const names = (element: Element) => all(element, '[part=title]').map((title) => textOf(title));
const button = (element: Element, name: RegExp) => queryByRole(element, 'button', name)!;
const box = (element: Element, name: RegExp) => getByRole<HTMLInputElement>(element, 'checkbox', name);

async function mountDirectory(
  template = directory,
  api: FakeApi = fakeApi({ communities: three }),
  lang = 'fr',
  dir = 'ltr',
) {
  const element = await mount<F3eCommunityDirectory>(template, api, lang, dir);
  await waitUntil(() => inside(element, '[part=list]'), 'nothing came');
  return element;
}

describe('f3e-community-directory', () => {
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

  it('presents all the communities in one question, each named by one link (C01, L09)', async () => {
    const api = fakeApi({ communities: three });
    const element = await mountDirectory(directory, api);
    expect(api.asked).to.deep.equal(['communities']);
    expect(names(element)).to.deep.equal([
      'Approches orientées changement',
      'Genre',
      'Effets et impact de l’ECSI',
    ]);
    for (const card of all(element, '[part=list] > li:has([part=title])')) {
      const { href } = card.querySelector<HTMLAnchorElement>('[part=title] a')!;
      const same = [...card.querySelectorAll<HTMLAnchorElement>('a:not(details a)')].filter(
        (link) => link.href === href,
      );
      expect(same).to.have.length(1);
    }
    expect(textOf(inside(element, '#found')!)).to.equal('3 communautés');
    expect(all(element, 'img')).to.have.length(0);
    expect(all(element, '[id]').length, 'no name twice').to.equal(
      new Set(all(element, '[id]').map(({ id }) => id)).size,
    );
  });

  it('shows a choice of them, in the order of the page', async () => {
    const element = await mountDirectory(
      html`<f3e-community-directory communities="ecsi, genre, nothing"></f3e-community-directory>`,
    );
    expect(names(element)).to.deep.equal(['Effets et impact de l’ECSI', 'Genre']);
  });

  it('narrows by function, theme, audience and state, with counts, and says once how many are left (C03)', async () => {
    const element = await mountDirectory();
    expect(inside(element, '[role=search]')!.getAttribute('aria-label')).to.equal('Communautés de pratiques');
    const status = inside(element, '[role=status]')!;
    const said: string[] = [];
    new MutationObserver(() => textOf(status) && said.push(textOf(status))).observe(status, {
      childList: true,
      subtree: true,
      characterData: true,
    });
    button(element, /^Filtrer$/).click();
    await waitUntil(() => inside(element, 'legend'));
    expect(button(element, /^Filtrer$/).getAttribute('aria-expanded')).to.equal('true');
    const found = oneEvent(element, 'f3e-communities-found');
    box(element, /^Apprendre \(2\)$/).click();
    expect((await found).detail).to.deep.equal({
      filters: { function: ['learning'] },
      communities: ['aoc', 'ecsi'],
    });
    await element.updateComplete;
    expect(names(element)).to.have.length(2);
    box(element, /^Entrée sur demande \(1\)$/).click();
    await element.updateComplete;
    expect(names(element)).to.deep.equal(['Effets et impact de l’ECSI']);
    await waitUntil(() => said.length, 'nothing was said');
    expect(said).to.deep.equal(['1 communauté']);
    expect(textOf(inside(element, 'legend')!)).to.equal('Surtout pour');
    expect(all(element, 'legend').map((one) => textOf(one))).to.deep.equal([
      'Surtout pour',
      'Thème',
      'Pour qui',
      'Entrée',
    ]);
  });

  it('says when none fits, and takes all filters away, with focus on what is said', async () => {
    const element = await mountDirectory();
    button(element, /^Filtrer$/).click();
    await waitUntil(() => inside(element, 'legend'));
    box(element, /^Se relier/).click();
    await element.updateComplete;
    box(element, /^Fermée/).click();
    await waitForText(element, 'Aucune communauté ne répond à ces filtres.');
    button(element, /^Retirer tous les filtres$/).click();
    await element.updateComplete;
    expect(names(element)).to.have.length(3);
    expect(focused(element) === inside(element, '#found')).to.equal(true);
  });

  it('sorts by the next session, those without one last, or by name', async () => {
    const element = await mountDirectory(
      html`<f3e-community-directory sort="next"></f3e-community-directory>`,
    );
    expect(names(element)).to.deep.equal([
      'Effets et impact de l’ECSI',
      'Genre',
      'Approches orientées changement',
    ]);
    const select = inside<HTMLSelectElement>(element, '#sort')!;
    select.value = 'name';
    select.dispatchEvent(new CustomEvent('change'));
    await element.updateComplete;
    expect(names(element)).to.deep.equal([
      'Approches orientées changement',
      'Effets et impact de l’ECSI',
      'Genre',
    ]);
  });

  /** The names of the columns of the comparison, as they stand. */
  const compared = (element: Element) =>
    queryAllByRole(element, 'columnheader').map((one) => textOf(one).trim());
  const rowNames = (element: Element) => queryAllByRole(element, 'rowheader').map((one) => textOf(one));
  const answer = async (element: F3eCommunityDirectory, question: string, value: string) => {
    const select = getByRole<HTMLSelectElement>(element, 'combobox', question);
    select.value = value;
    select.dispatchEvent(new Event('change'));
    await element.updateComplete;
  };
  const openComparison = async (element: F3eCommunityDirectory, width = '700px') => {
    element.style.width = width;
    button(element, /^Laquelle est pour moi/).click();
    await waitUntil(() => queryByRole(element, 'table'), 'no comparison');
  };

  it('helps to choose: a column for each community, a row for each thing that differs', async () => {
    const element = await mountDirectory();
    await openComparison(element);
    expect(compared(element)).to.deep.equal([
      'Approches orientées changement',
      'Genre',
      'Effets et impact de l’ECSI',
    ]);
    expect(rowNames(element)).to.deep.equal([
      'À quoi elle sert',
      'En une phrase',
      'Pour qui',
      'Entrée',
      'Prochaine séance',
      'Entrer',
    ]);
    expect(textOf(element)).to.contain('Leur rythme à toutes');
    const cells = queryAllByRole(queryAllByRole(element, 'row')[1]!, 'cell').map((one) => textOf(one));
    expect(cells.map((one) => /^[^ ]+(?: [^ ]+)?(?= au cœur)/u.exec(one)?.[0])).to.deep.equal([
      'Apprendre',
      'Se relier',
      'Apprendre',
    ]);
    await expect(element).to.be.accessible();
    element.noJoin = true;
    await element.updateComplete;
    expect(rowNames(element)).not.to.include('Entrer');
    button(element, /^Revenir/).click();
    await element.updateComplete;
    expect(Boolean(queryByRole(element, 'table'))).to.equal(false);
  });

  it('says once what all have in common, and marks who stands alone where others agree', async () => {
    const items = three.items.map((one, i) => ({
      ...one,
      audience: { members: true, nonMembers: true, note: '' },
      status: i ? 'open' : 'closed',
    }));
    const element = await mountDirectory(directory, fakeApi({ communities: { ...three, items } }));
    await openComparison(element);
    expect(textOf(element)).to.contain('Toutes accueillent membres et non-membres du F3E.');
    expect(rowNames(element)).not.to.include('Pour qui');
    const states = queryAllByRole(
      queryAllByRole(element, 'row').find((row) => textOf(row).includes('Entrée'))!,
      'cell',
    ).map((one) => textOf(one));
    expect(states.map((one) => one.includes('à la différence des autres'))).to.deep.equal([
      true,
      false,
      false,
    ]);
  });

  it('sorts by what a reader answers, says so, and hides none', async () => {
    const element = await mountDirectory();
    await openComparison(element);
    await answer(element, 'Je cherche surtout à', 'learning');
    const first = compared(element);
    expect(first).to.have.length(3);
    expect(first[0]).to.contain('apprendre');
    expect(first.at(-1)).to.not.contain('apprendre');
    await waitForText(getByRole(element, 'status'), 'Triées selon vos réponses');
    await answer(element, 'Je cherche surtout à', '');
    expect(compared(element)[0]).to.equal('Approches orientées changement');
  });

  it('shows two at a time where there is no room for all, which a reader chooses', async () => {
    const element = await mountDirectory();
    await openComparison(element, '360px');
    const visible = () =>
      queryAllByRole(element, 'columnheader')
        .filter((one) => one.checkVisibility())
        .map((one) => textOf(one).trim());
    await waitUntil(() => visible().length === 2, 'not two');
    await answer(element, 'Seconde communauté', 'ecsi');
    expect(visible()).to.deep.equal(['Approches orientées changement', 'Effets et impact de l’ECSI']);
    // The one that stands there already: they change places.
    await answer(element, 'Première communauté', 'ecsi');
    expect(visible()).to.deep.equal(['Effets et impact de l’ECSI', 'Approches orientées changement']);
    const named = (label: string) =>
      getByRole<HTMLSelectElement>(element, 'combobox', label).selectedOptions[0]!.value;
    expect([named('Première communauté'), named('Seconde communauté')]).to.deep.equal(['ecsi', 'aoc']);
    await answer(element, 'Seconde communauté', 'genre');
    expect([named('Première communauté'), named('Seconde communauté')]).to.deep.equal(['ecsi', 'genre']);
    expect(visible()).to.deep.equal(['Effets et impact de l’ECSI', 'Genre']);
  });

  it('stays apart: the comparison in English follows the language of the page', async () => {
    const element = await mountDirectory(directory, undefined, 'en');
    await waitForText(element, '3 communities');
    button(element, /^Which one is for me/).click();
    await waitForText(element, 'How often');
    expect(textOf(element)).to.contain('tomorrow');
  });

  it('leads to sessions, resources, form and proposal, and lets the page do otherwise', async () => {
    const element = await mountDirectory(
      html`<f3e-community-directory communities="genre"></f3e-community-directory>`,
    );
    inside(element, 'summary')!.click();
    await waitForText(element, '31 ressources');
    const told: string[] = [];
    for (const name of ['community', 'join', 'session', 'sessions', 'resources', 'proposal'] as const) {
      element.addEventListener(`f3e-${name}-open`, (event) => {
        told.push(`${name} ${JSON.stringify((event as CustomEvent).detail)}`);
        event.preventDefault();
      });
    }
    const before = location.href;
    const link = (part: string) =>
      all<HTMLAnchorElement>(element, 'a').find(({ href }) => href.endsWith(part))!;
    link('/communautes/genre').click();
    link('/rejoindre').click();
    link('/seances/genre-2026-11-26').click();
    link('#seances').click();
    link('?community=genre').click();
    link('/proposer').click();
    expect(told).to.deep.equal([
      'community {"community":"genre"}',
      'join {"community":"genre"}',
      'session {"session":"genre-2026-11-26"}',
      'sessions {"community":"genre"}',
      'resources {"community":"genre"}',
      'proposal null',
    ]);
    expect(location.href).to.equal(before);
  });

  it('has rows, and a compact list for fifty', async () => {
    const rows = await mountDirectory(
      html`<f3e-community-directory layout="rows"></f3e-community-directory>`,
    );
    expect(all(rows, 'ul.rows .card.row')).to.have.length(3);
    const element = await mountDirectory(
      html`<f3e-community-directory layout="compact"></f3e-community-directory>`,
      fakeApi({ communities: many(50) }),
    );
    expect(names(element)).to.have.length(50);
    expect(all(element, 'details')).to.have.length(0);
    expect(textOf(element)).to.contain('Communauté 49');
  });

  it('leaves out what the page does not want', async () => {
    const element = await mountDirectory(
      html`<f3e-community-directory
        no-filters
        no-compare
        no-propose
        no-join
        no-next-session
      ></f3e-community-directory>`,
    );
    for (const selector of ['.panel', '#sort', '.propose', '[part=join]', '[part=next-session]']) {
      expect(Boolean(inside(element, selector)), selector).to.equal(false);
    }
  });

  it('says when there is none, with the way to propose one; keeps the fallback when all fails', async () => {
    const element = await mount<F3eCommunityDirectory>(
      directory,
      fakeApi({ communities: { items: [], themes: [] } }),
    );
    await waitForText(element, 'Rien à montrer');
    expect(textOf(element)).to.contain('Proposer une communauté');
    const api = fakeApi({ communities: fails('offline') });
    const failed = await mount<F3eCommunityDirectory>(directory, api);
    await waitForText(failed, 'n’a pas pu être joint');
    expect(Boolean(inside(failed, 'slot:not([name])'))).to.equal(true);
    api.plan['communities'] = three;
    button(failed, /^Réessayer$/).click();
    await waitUntil(() => names(failed).length === 3);
  });

  it('is accessible, in cards, in a list, right to left (A01)', async () => {
    const element = await mountDirectory();
    button(element, /^Filtrer$/).click();
    await element.updateComplete;
    await expect(element).to.be.accessible();
    await expect(
      await mountDirectory(
        html`<f3e-community-directory layout="compact"></f3e-community-directory>`,
        undefined,
        'fr',
        'rtl',
      ),
    ).to.be.accessible();
  });

  it('never runs, throws, nor goes blank, whatever the answer holds (F01–F24)', async function () {
    this.timeout(60_000);
    const errors: unknown[] = [];
    const note = (event: ErrorEvent | PromiseRejectionEvent) =>
      errors.push('reason' in event ? event.reason : event.error);
    addEventListener('error', note);
    addEventListener('unhandledrejection', note);
    const api = fakeApi({ communities: three });
    const element = await mountDirectory(directory, api);
    const leaf = fc.oneof(
      fc.constantFrom(
        '<img src=x onerror=window.hacked=1>',
        'javascript:window.hacked=1',
        '__proto__',
        'é'.repeat(6_000),
        '\u202e\u0000\ud800',
        null,
        -1,
        1e308,
        [],
        {},
        [null],
        [{}],
      ),
      fc.anything({ maxDepth: 1 }),
    );
    const item = fc
      .dictionary(fc.constantFrom(...Object.keys(genre), '__proto__'), leaf, { maxKeys: 4 })
      .map((change) => ({ ...genre, ...change }));
    const payload = fc.oneof(
      fc.record({ items: fc.array(fc.oneof(item, leaf), { maxLength: 4 }), themes: leaf }),
      leaf,
    );
    for (const json of fc.sample(payload, { numRuns: 400, seed: 20_261_122 })) {
      api.plan['communities'] = json;
      element.reload();
      await aTimeout(0);
      await element.updateComplete;
      expect(textOf(element).length).to.be.above(10);
      for (const { protocol } of all<HTMLAnchorElement>(element, 'a[href]'))
        expect(protocol).to.match(/^https?:$/);
    }
    removeEventListener('error', note);
    removeEventListener('unhandledrejection', note);
    expect(errors).to.deep.equal([]);
    expect((window as { hacked?: number }).hacked).to.equal(undefined);
  });
});
