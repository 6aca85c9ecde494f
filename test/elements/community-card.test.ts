import { aTimeout, expect, html, oneEvent } from '@open-wc/testing';
import type { F3eCommunityCard } from '../../src/index.js';
import { genre } from '../support/data.js';
import { after, fails, fakeApi, never } from '../support/fake-api.js';
import { focused, freeze, inside, mount, waitForText, textOf } from '../support/mount.js';
import { CardPage } from '../support/card-page.js';
import { speedUpTimers } from '../support/fast-timers.js';
import { waitUntil } from '../support/wait.js';

const card = html`<f3e-community-card community="genre"></f3e-community-card>`;
const mountCard = (community: object) =>
  mount<F3eCommunityCard>(card, fakeApi({ 'communities/': community }));

describe('f3e-community-card', () => {
  let thaw: () => void;
  let slowDown: () => void;
  before(() => {
    thaw = freeze('2026-11-22T10:00:00+01:00');
    slowDown = speedUpTimers();
  });
  afterAll(() => {
    slowDown();
    thaw();
  });

  it('presents the community: name, functions with their weights, origin, audience, next session, way in', async () => {
    const element = await mountCard(genre);
    await waitForText(element, 'Genre');
    const text = textOf(element);
    for (const words of [
      'CP genre',
      'Ouverte à toutes et tous',
      'le genre se travaille à plusieurs',
      'Se relier au cœur',
      'Expérimenter important',
      'Prochaine séance',
      'répondre aux attaques sans s’épuiser',
      'dans 4 jours',
      'jeudi 26 novembre 2026',
      'en ligne 3 places restantes',
      'Rejoindre la communauté',
    ])
      expect(text).to.contain(words);
    expect(text.indexOf('Se relier'), 'the heaviest function first').to.be.below(
      text.indexOf('Expérimenter'),
    );
    const name = new CardPage(element).titleLink!;
    expect(name.href).to.equal(genre.links.page);
    expect(new CardPage(element).level).to.equal('3');
    expect(inside(element, 'time')!.getAttribute('datetime')).to.equal('2026-11-26T09:00:00.000Z');
  });

  it('unfolds all that is known besides', async () => {
    const element = await mountCard(genre);
    await waitForText(element, 'En savoir plus');
    new CardPage(element).more.click();
    await waitForText(element, 'Rythme');
    const text = textOf(element);
    for (const words of [
      'La communauté genre',
      'Née de',
      'Transversalisation du genre',
      '(programme)',
      'Membres et non-membres du F3E.',
      'exprimé par les membres',
      'Échanges (ouvert)',
      'Approfondissement (sur demande)',
      'Une séance tous les un à deux mois',
      'français, espagnol, arabe',
      'référent·e·s genre',
      'Fiches pratiques genre',
      'Genre, Inclusion et participation',
      '(étude)',
      '9 séances à venir',
      '31 ressources',
      '7 organisations participantes',
    ]) {
      expect(text).to.contain(words);
    }
    const spaces = new CardPage(element).links.map(({ href }) => href);
    expect(spaces.filter((href) => href.startsWith('https://reseauf3e.org/'))).to.deep.equal([
      'https://reseauf3e.org/ressource/genre',
    ]);
  });

  it('is accessible, closed and unfolded', async () => {
    const element = await mountCard(genre);
    await waitForText(element, 'En savoir plus');
    new CardPage(element).more.click();
    await waitForText(element, 'Rythme');
    await expect(element).to.be.accessible();
  });

  it('says the state of the community, in the link as well', async () => {
    for (const [status, words, join] of [
      ['closed', 'Fermée pour le moment', 'Être prévenu·e de la réouverture'],
      ['on-request', 'Entrée sur demande', 'Demander à rejoindre'],
      ['asleep', 'asleep', 'Demander à rejoindre'],
    ] as const) {
      const element = await mountCard({ ...genre, status });
      await waitForText(element, join);
      expect(textOf(element)).to.contain(words);
    }
  });

  it('says what a session is: moved, full, elsewhere on the clock, or not planned', async () => {
    const session = genre.nextSession;
    const cases: [object | null, string][] = [
      [{ ...session, status: 'rescheduled' }, 'Date reportée'],
      [{ ...session, registrationState: 'waiting-list' }, 'complet, liste d’attente ouverte'],
      [{ ...session, mode: 'in-person', city: 'Lyon' }, 'en présentiel, Lyon'],
      [{ ...session, start: '2026-11-23T10:00:00+01:00', end: '2026-11-23T12:00:00+01:00' }, 'demain'],
      [{ ...session, start: '2026-11-22T23:00:00+01:00', end: '2026-11-22T23:30:00+01:00' }, 'aujourd’hui'],
      [{ ...session, timezone: 'Africa/Dakar' }, 'heure de Dakar'],
      [{ ...session, timezone: 'Not/AZone' }, 'jeudi 26 novembre'],
      [null, 'Pas de séance prévue'],
    ];
    for (const [nextSession, words] of cases) {
      const element = await mountCard({ ...genre, nextSession });
      await waitForText(element, words);
    }
  });

  it('tells the visitor’s own time when the clocks differ', async () => {
    const { firstElementChild: element } = await mountIn('Africa/Dakar');
    await waitForText(element!, 'heure de Paris');
    expect(textOf(element!)).to.match(/09:00 – 11:00 pour vous \(Dakar\)/);
    const far = (await mountIn('Pacific/Noumea')).firstElementChild!;
    await waitForText(far, /20:00 – 22:00 pour vous \(Nouméa\)/);
  });

  const mountIn = async (zone: string) => {
    const element = await mount(card, fakeApi({ 'communities/': genre }));
    const provider = element.parentElement as HTMLElement & { timeZone: string };
    provider.timeZone = zone;
    return provider;
  };

  it('leaves out what its attributes say', async () => {
    const element = await mount<F3eCommunityCard>(
      html`<f3e-community-card
        community="genre"
        no-next-session
        no-join
        heading-level="9"
      ></f3e-community-card>`,
      fakeApi({ 'communities/': genre }),
    );
    await waitForText(element, 'Genre');
    expect(textOf(element)).not.to.contain('Prochaine séance');
    expect(new CardPage(element).joinLink).to.equal(undefined);
    expect(new CardPage(element).level).to.equal('6');
  });

  it('has the layout of its attribute, else of its width', async () => {
    const element = await mountCard(genre);
    await waitForText(element, 'Genre');
    const layout = () => new CardPage(element).article!.className.split(' ').at(-1);
    element.style.width = '1000px';
    await waitUntil(() => layout() === 'row');
    element.style.width = '400px';
    await waitUntil(() => layout() === 'card');
    element.style.width = '200px';
    await waitUntil(() => layout() === 'compact');
    element.layout = 'row';
    await waitUntil(() => layout() === 'row');
    element.layout = 'nonsense' as never;
    await waitUntil(() => layout() === 'compact');
  });

  it('fires its events, with their detail, and lets the page prevent them', async () => {
    const element = await mountCard(genre);
    await waitForText(element, 'Rejoindre');
    let followed = 0;
    element.addEventListener('click', (click) => {
      if (!click.defaultPrevented) followed++;
      click.preventDefault();
    });
    const { joinLink, titleLink } = new CardPage(element);
    for (const [link, name] of [
      [joinLink!, 'f3e-join-open'],
      [titleLink!, 'f3e-community-open'],
    ] as const) {
      element.addEventListener(name, (event) => event.preventDefault(), { once: true });
      setTimeout(() => link.click());
      const event = await oneEvent(element, name);
      expect((event as CustomEvent<object>).detail).to.deep.equal({ community: 'genre' });
      expect(event.composed && event.bubbles && event.cancelable).to.equal(true);
    }
    await aTimeout(0);
    expect(followed).to.equal(0);
  });

  it('leads where join-url says: to a form in the page, or to a safe address', async () => {
    const element = await mountCard(genre);
    await waitForText(element, 'Rejoindre');
    const href = () => new CardPage(element).joinLink?.getAttribute('href') ?? null;
    for (const [given, expected] of [
      ['#rejoindre', '#rejoindre'],
      ['https://example.org/x', 'https://example.org/x'],
      ['javascript:alert(1)', null],
      ['#a"b', null],
    ] as const) {
      element.joinUrl = given;
      await element.updateComplete;
      expect(href()).to.equal(expected);
    }
  });

  it('shows the fallback, then a skeleton after 0.3 s in silence, and says so after 3 s (L10, A18)', async function () {
    this.timeout(10_000);
    const bare = await mount<F3eCommunityCard>(card, fakeApi({ 'communities/': never }));
    expect(textOf(bare)).to.equal('');
    // Each moment, however late this test hears of it.
    const moments: string[] = [];
    const note = () => {
      const skeleton = inside(bare, '.skeleton:not(.none)');
      moments.push(
        `${skeleton ? `skeleton hidden: ${skeleton.ariaHidden}` : 'none'}, ${textOf(bare) || 'silence'}`,
      );
    };
    new MutationObserver(note).observe(bare.shadowRoot!, {
      subtree: true,
      childList: true,
      attributes: true,
    });
    await waitForText(bare, 'Toujours en cours', 4_000);
    expect(moments, 'a skeleton for the eye alone: a page of ten widgets says nothing ten times').to.include(
      'skeleton hidden: true, silence',
    );
    const written = await mount<F3eCommunityCard>(
      html`<f3e-community-card community="genre"
        ><a href="/communautes/genre">La communauté genre</a></f3e-community-card
      >`,
      fakeApi({ 'communities/': never }),
    );
    expect(textOf(written)).to.contain('La communauté genre');
  });

  it('offers a retry and a link after a failure, keeps the fallback, then shows the card', async () => {
    const api = fakeApi({ 'communities/': fails('server') });
    const element = await mount<F3eCommunityCard>(
      html`<f3e-community-card community="genre"
        ><a href="/communautes/genre">La communauté genre</a></f3e-community-card
      >`,
      api,
    );
    await waitForText(element, 'Le service a rencontré un problème');
    expect(textOf(element)).to.contain('La communauté genre');
    expect(new CardPage(element).links[0]!.href).to.equal(`${api.endpoint}/communautes/genre`);
    await expect(element).to.be.accessible();
    api.plan['communities/'] = genre;
    new CardPage(element).retryButton!.click();
    await waitForText(element, 'Rejoindre la communauté');
    expect(textOf(element)).not.to.contain('problème');
  });

  it('tells each kind of failure in its own words, and offers no retry for what does not exist', async () => {
    for (const kind of ['offline', 'timeout', 'not-found', 'refused', 'busy', 'garbage'] as const) {
      const element = await mount<F3eCommunityCard>(card, fakeApi({ 'communities/': fails(kind) }));
      await waitUntil(() => element.matches(':state(error)'));
      expect(Boolean(new CardPage(element).retryButton)).to.equal(kind !== 'not-found');
    }
  });

  it('knows a failure of a client that another copy of the package made', async () => {
    const api = fakeApi({
      'communities/': () =>
        Promise.reject(Object.assign(new Error(), { name: 'ApiError', kind: 'not-found', issues: [] })),
    });
    const element = await mount<F3eCommunityCard>(card, api);
    await waitForText(element, 'n’existe pas ou n’existe plus');
  });

  it('keeps the last good answer with its date when a newer one cannot be had (L05)', async () => {
    const api = fakeApi({ 'communities/': genre });
    const element = await mount<F3eCommunityCard>(card, api);
    await waitForText(element, 'Genre');
    api.plan['communities/'] = fails('offline');
    element.reload();
    await waitForText(element, 'Informations du 22 novembre 2026');
    expect(textOf(element)).to.contain('Rejoindre la communauté');
    api.plan['communities/'] = { ...genre, shortName: 'Genre, à jour' };
    window.dispatchEvent(new CustomEvent('online'));
    await waitForText(element, 'Genre, à jour');
  });

  it('says once what is missing when it has no community, and shows the fallback', async () => {
    const element = await mount<F3eCommunityCard>(
      html`<f3e-community-card><a href="#">Un lien</a></f3e-community-card>`,
      fakeApi({}),
    );
    await waitForText(element, 'Un lien');
  });

  it('speaks English where the page does, and changes with it', async () => {
    const element = await mount<F3eCommunityCard>(card, fakeApi({ 'communities/': genre }), 'en');
    await waitForText(element, 'Join the community');
    expect(textOf(element)).to.contain('in 4 days');
    expect(new CardPage(element).base.lang).to.equal('en');
    expect(new CardPage(element).name.getAttribute('lang')).to.equal('fr');
    element.parentElement!.lang = 'fr';
    await waitForText(element, 'Rejoindre la communauté');
    element.parentElement!.lang = 'wo';
    await aTimeout(50);
    expect(textOf(element)).to.contain('Rejoindre la communauté');
  });

  it('turns with a page that is written from right to left', async () => {
    const element = await mount<F3eCommunityCard>(card, fakeApi({ 'communities/': genre }), 'fr', 'rtl');
    await waitForText(element, 'Genre');
    expect(new CardPage(element).base.dir).to.equal('rtl');
    const { right } = inside(element, '[part=next-session]')!.getBoundingClientRect();
    expect(
      right - inside(element, '.date-block')!.getBoundingClientRect().right,
      'the day comes first',
    ).to.be.below(30);
  });

  it('speaks Arabic, in its order whatever the page says of its own; what F3E wrote stays French', async () => {
    const element = await mount<F3eCommunityCard>(card, fakeApi({ 'communities/': genre }), 'ar', 'rtl');
    await waitForText(element, 'الانضمام إلى المجتمع');
    expect(new CardPage(element).base.lang).to.equal('ar');
    expect(new CardPage(element).base.dir).to.equal('rtl');
    expect(new CardPage(element).name.getAttribute('lang')).to.equal('fr');
    expect(new CardPage(element).name.getAttribute('dir')).to.equal('ltr');
    await waitForText(element, /خلال [4٤] أيام/);
    await expect(element).to.be.accessible();
  });

  it('F39 stays in French order on a page in a language that it does not speak, right to left', async () => {
    const element = await mount<F3eCommunityCard>(card, fakeApi({ 'communities/': genre }), 'fa', 'rtl');
    await waitForText(element, 'Rejoindre la communauté');
    expect(new CardPage(element).base.lang).to.equal('fr');
    expect(new CardPage(element).base.dir).to.equal('ltr');
  });

  it('F01 F02 F03 F17 shows hostile text as text, and no picture that it was not asked for', async () => {
    const hostile =
      '<script>window.pwned=1</script><img src=x onerror="window.pwned=1">\u202Eevil\u2028 Z͑ͫ̓a\u0000👩‍👩‍👧\uD800';
    const element = await mountCard({
      ...genre,
      shortName: hostile,
      logo: 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" onload="window.pwned=1"/>',
      tagline: hostile,
      description: hostile,
      origin: { kind: hostile, label: hostile },
      functions: [{ kind: hostile, weight: 2 }],
      nextSession: { ...genre.nextSession, title: hostile, city: hostile, mode: hostile },
      learningSpaces: [{ kind: hostile, label: hostile, url: 'javascript:window.pwned=1' }],
      links: { page: 'javascript:window.pwned=1', join: 'data:text/html,x' },
    });
    await waitForText(element, '<script>window.pwned=1</script>');
    new CardPage(element).more.click();
    await aTimeout(100);
    expect((window as { pwned?: number }).pwned).to.equal(undefined);
    expect(
      element.shadowRoot!.querySelectorAll('script, img, a[href^="javascript"], a[href^="data"]').length,
    ).to.equal(0);
    expect(new CardPage(element).titleLink, 'an unsafe link is text').to.equal(undefined);
    expect(new CardPage(element).joinLink).to.equal(undefined);
  });

  it('F25 F26 asks once although it is moved a hundred times, and leaves nothing behind when it goes', async () => {
    const api = fakeApi({ 'communities/': after(50, genre) });
    const element = await mount<F3eCommunityCard>(card, api);
    const [one, two] = [document.createElement('div'), document.createElement('div')];
    element.parentElement!.append(one, two);
    for (let i = 0; i < 100; i++) (i % 2 ? one : two).append(element);
    await waitForText(element, 'Genre');
    expect(api.asked.length).to.equal(1);
    const errors: unknown[] = [];
    const onError = (event: ErrorEvent) => errors.push(event.message);
    window.addEventListener('error', onError);
    const gone = await mount<F3eCommunityCard>(
      html`<f3e-community-card community="aoc"></f3e-community-card>`,
      fakeApi({ 'communities/': after(50, genre) }),
    );
    const host = gone.parentElement!;
    gone.remove();
    await aTimeout(150);
    expect(new CardPage(gone).article).to.equal(undefined);
    host.append(gone);
    await waitForText(gone, 'Genre');
    window.removeEventListener('error', onError);
    expect(errors).to.deep.equal([]);
  });

  it('F27 survives a hundred changes of its attributes, and shows the last', async () => {
    const api = fakeApi({
      'communities/': genre,
      'communities/last': { ...genre, slug: 'last', shortName: 'La dernière' },
    });
    const element = await mount<F3eCommunityCard>(card, api);
    for (let i = 0; i < 100; i++) element.setAttribute('community', `n${i}`);
    element.setAttribute('community', 'last');
    await waitForText(element, 'La dernière');
    expect(api.asked.length).to.be.below(5);
  });

  it('F50 shows what was asked last, though it is answered first', async () => {
    const api = fakeApi({
      'communities/genre': after(200, genre),
      'communities/aoc': { ...genre, slug: 'aoc', shortName: 'AOC' },
    });
    const element = await mount<F3eCommunityCard>(card, api);
    element.community = 'aoc';
    await waitForText(element, 'AOC');
    await aTimeout(300);
    expect(textOf(element)).to.contain('AOC');
  });

  it('keeps properties that were set before it was defined (H02), and adds nothing to its own tag (H12)', async () => {
    const element = await mountCard(genre);
    await waitForText(element, 'Genre');
    expect(element.getAttributeNames()).to.deep.equal(['community']);
    expect(element.childElementCount).to.equal(0);
  });

  it('matches :state() for pages that style it', async () => {
    const element = await mountCard(genre);
    await waitForText(element, 'Genre');
    let known = true;
    try {
      element.matches(':state(ready)');
    } catch {
      known = false;
    }
    if (known) expect(element.matches(':state(ready)')).to.equal(true);
  });

  it('resists the styles of the page (F29, H09)', async () => {
    const style = document.createElement('style');
    style.textContent =
      'html{font-size:62.5%} body *{all:unset!important;text-transform:uppercase!important;letter-spacing:1em!important;font-size:40px!important} div,button,a{display:none!important}';
    // the provider and its wrapper are hidden by that; the element is what is looked at

    const element = await mountCard(genre);
    await waitForText(element, 'Genre');
    document.head.append(style);
    try {
      const title = getComputedStyle(inside(element, '[part=title]')!);
      expect(title.textTransform).to.equal('none');
      expect(title.letterSpacing).to.equal('normal');
      expect(parseFloat(getComputedStyle(new CardPage(element).base).fontSize)).to.be.at.most(24);
      expect(getComputedStyle(inside(element, '[part=join]')!).display).to.equal('inline-flex');
    } finally {
      style.remove();
    }
  });

  it('is operated by keyboard: name, session, the rest, way in, focus visible', async () => {
    const element = await mountCard(genre);
    await waitForText(element, 'En savoir plus');
    const stops = [...element.shadowRoot!.querySelectorAll<HTMLElement>('a[href], summary, button')].filter(
      (one) => one.localName === 'summary' || !one.closest('details'),
    );
    expect(stops.map((one) => textOf(one).slice(0, 9))).to.deep.equal([
      'Genre',
      'Échanges ',
      'En savoir',
      'Rejoindre',
    ]);
    for (const stop of stops) {
      stop.focus();
      expect(focused(element)).to.equal(stop);
      const { height } = stop.getBoundingClientRect();
      expect(height, stop.textContent.trim()).to.be.at.least(24);
    }
  });
});

/** The hook of mocha: `after` names a planned answer here. */
function afterAll(work: () => void): void {
  (globalThis as unknown as { after: (work: () => void) => void }).after(work);
}
