import { expect, html } from '@open-wc/testing';
import type {
  F3eCommunityCard,
  F3eCommunityDirectory,
  F3eJoinForm,
  F3eSessionCalendar,
} from '../../src/index.js';
import { CalendarPage } from '../support/calendar-page.js';
import { communities as three } from '../support/communities.js';
import { answerSessions, genre, joinForm, organisations, session } from '../support/data.js';
import { FormPage } from '../support/form-page.js';
import { fakeApi } from '../support/fake-api.js';
import { focused, freeze, inside, mount, textOf, waitForText } from '../support/mount.js';
import { getByRole, queryAllByRole } from '../support/roles.js';
import { waitUntil } from '../support/wait.js';

const card = html`<f3e-community-card community="genre"></f3e-community-card>`;
const identity = { hue: 335, shape: 'circle' };
const styleOf = (element: Element, selector: string) =>
  getComputedStyle(element.shadowRoot!.querySelector(selector)!);

describe('looks', () => {
  let thaw: () => void;
  before(() => {
    thaw = freeze('2026-11-22T10:00:00+01:00');
  });
  after(() => thaw());

  const mountCard = async (community: object) => {
    const element = await mount<F3eCommunityCard>(card, fakeApi({ 'communities/': community }));
    await waitForText(element, 'Genre');
    return element;
  };

  describe('the mark of a community', () => {
    it('has its shape and its hue; the page may give another hue, or none', async () => {
      const element = await mountCard({ ...genre, identity });
      const own = styleOf(element, '.mark').fill;
      expect(own).to.match(/^(oklch|rgb|color)\(/);
      element.style.setProperty('--f3e-hue-genre', '155');
      expect(styleOf(element, '.mark').fill).not.to.equal(own);
      element.style.setProperty('--f3e-mark-color', 'rgb(1, 2, 3)');
      expect(styleOf(element, '.mark').fill).to.equal('rgb(1, 2, 3)');
      element.style.setProperty('--f3e-mark-display', 'none');
      expect(styleOf(element, '.mark').display).to.equal('none');
    });

    it('is there without an identity, in the accent, and whatever the identity holds', async () => {
      for (const odd of [
        undefined,
        null,
        'red',
        { hue: -1 },
        { hue: 1e9, shape: '__proto__' },
        { hue: '1;}' },
      ]) {
        const element = await mountCard({ ...genre, identity: odd });
        expect(inside(element, '.mark path')!.getAttribute('d')).to.match(/^M/);
        element.style.setProperty('--f3e-accent', 'rgb(1, 2, 3)');
        if (
          !(odd as { hue?: unknown } | undefined)?.hue ||
          typeof (odd as { hue?: unknown }).hue !== 'number'
        )
          expect(styleOf(element, '.mark').fill, JSON.stringify(odd)).to.equal('rgb(1, 2, 3)');
      }
    });

    it('no slug becomes a rule', async () => {
      const element = await mountCard({ ...genre, identity, slug: 'a); color: red; --x: (' });
      expect(inside(element, 'article')!.getAttribute('style') ?? '').not.to.contain('red');
    });
  });

  it('a picture comes from the server that answers, with its words; another one does not come at all', async () => {
    const picture = { src: '/pictures/genre.svg', alt: 'Un cercle de chaises', width: 160, height: 160 };
    const api = fakeApi({ 'communities/': { ...genre, picture } });
    const element = await mount<F3eCommunityCard>(card, api);
    await waitForText(element, 'Genre');
    const image = inside<HTMLImageElement>(element, 'img')!;
    expect(image.src).to.equal(`${api.endpoint}/pictures/genre.svg`);
    expect([image.alt, image.loading, image.width]).to.deep.equal(['Un cercle de chaises', 'lazy', 46]);
    for (const src of [
      'https://elsewhere.example/x.svg',
      '//elsewhere.example/x.svg',
      'javascript:alert(1)',
      7,
    ]) {
      const other = await mountCard({ ...genre, picture: { ...picture, src } });
      expect(inside(other, 'img'), String(src)).to.equal(null);
      expect(inside(other, '.mark')).to.exist;
    }
  });

  it('where data is spared, by the page or by the browser, the sign stands in for the picture', async () => {
    const picture = { src: '/pictures/genre.svg', alt: 'Un cercle', width: 160, height: 160 };
    const api = fakeApi({ 'communities/': { ...genre, picture } });
    const light = await mount<F3eCommunityCard>(
      html`<f3e-community-card community="genre" data-light></f3e-community-card>`,
      api,
    );
    await waitForText(light, 'Genre');
    expect(inside(light, 'img')).to.equal(null);
    expect(styleOf(light, '.mark').display).not.to.equal('none');

    Object.defineProperty(navigator, 'connection', { value: { saveData: true }, configurable: true });
    try {
      const saving = await mountCard({ ...genre, picture });
      expect(inside(saving, 'img')).to.equal(null);
    } finally {
      delete (navigator as { connection?: unknown }).connection;
    }
    expect(inside(await mountCard({ ...genre, picture }), 'img')).to.exist;
  });

  it('neighbours in a directory share their rows, and the last cell proposes a community', async () => {
    const element = await mount<F3eCommunityDirectory>(
      html`<f3e-community-directory propose-url="#proposer" style="width: 1200px"></f3e-community-directory>`,
      fakeApi({ communities: three }),
    );
    await waitForText(element, 'Genre');
    for (const part of ['.title', '.strip', '.ticket', '.way .button']) {
      const tops = [...element.shadowRoot!.querySelectorAll(`.cards ${part}`)]
        .slice(0, 3)
        .map((one) =>
          Math.round(
            part === '.way .button' ? one.getBoundingClientRect().bottom : one.getBoundingClientRect().top,
          ),
        );
      if (part !== '.title') expect(new Set(tops).size, `${part}: ${tops.join(', ')}`).to.equal(1);
    }
    const [last] = queryAllByRole(element, 'listitem').slice(-1);
    expect(textOf(last!)).to.contain('Proposer une communauté');
    element.noPropose = true;
    await element.updateComplete;
    expect(textOf(element)).not.to.contain('Proposer une communauté');
  });

  describe('a form', () => {
    const groups = [
      { title: 'Vous', fields: ['givenName', 'familyName', 'email'], isFolded: false },
      { title: 'Ajouter des précisions', fields: ['motivation', 'otherTopic'], isFolded: true },
    ];
    const upcoming = { ...genre.nextSession, id: 'genre-2026-11-26' };
    const mountForm = async (more: object = {}) => {
      const api = fakeApi({
        'forms/': {
          ...joinForm,
          groups,
          upcoming,
          identity,
          community: { slug: 'genre', name: 'Genre' },
          ...more,
        },
        organisations,
        'join-requests': { status: 'confirmation-sent', message: 'ok', confirmWithinHours: 48 },
      });
      const element = await mount<F3eJoinForm>(html`<f3e-join-form community="genre"></f3e-join-form>`, api);
      await waitForText(element, 'Envoyer ma demande');
      return { element, api, form: new FormPage(element, /^Envoyer ma demande$/) };
    };
    const email = /^Adresse e-mail/;

    it('stands in groups; what belongs to none comes before what is folded', async () => {
      const { element } = await mountForm();
      expect(queryAllByRole(element, 'group', 'Vous')).to.have.length(1);
      const text = textOf(element);
      expect(text.indexOf('Votre rôle')).to.be.within(0, text.indexOf('Ajouter des précisions'));
      expect(inside<HTMLDetailsElement>(element, 'details.more')!.open).to.equal(false);
      expect(textOf(inside(element, 'aside')!)).to.contain('Échanges : répondre aux attaques sans s’épuiser');
      await expect(element).to.be.accessible();
    });

    it('is drawn without groups too, and whatever groups hold', async () => {
      for (const odd of [
        undefined,
        null,
        [{ title: 'x' }, 7, { title: 'y', fields: ['email', 'email', 'nothing'] }],
      ]) {
        const { form } = await mountForm({ groups: odd });
        expect(form.field(email)).to.exist;
      }
    });

    it('unfolds what was answered, and what is to be corrected though it was folded again', async () => {
      const { element, form } = await mountForm();
      const more = inside<HTMLDetailsElement>(element, 'details.more')!;
      more.open = true;
      form.type(/^Ce qui vous amène/, 'x'.repeat(1_001));
      form.type(email, 'a@example.org');
      await element.updateComplete;
      more.open = false;
      form.submit();
      await waitForText(element, 'Une réponse est à revoir');
      getByRole(element, 'link', /Ce qui vous amène/).click();
      expect(more.open).to.equal(true);
      expect(focused(element)?.getAttribute('name')).to.equal('motivation');
    });

    it('stays open around a person who empties the only answer in it', async () => {
      const { element, form } = await mountForm();
      const more = inside<HTMLDetailsElement>(element, 'details.more')!;
      more.open = true;
      await new Promise((go) => setTimeout(go, 20));
      form.type(/^Ce qui vous amène/, 'x');
      await element.updateComplete;
      form.type(/^Ce qui vous amène/, '');
      await element.updateComplete;
      expect(more.open).to.equal(true);
    });

    it('says what is plainly wrong when one leaves a question, and when it is right again', async () => {
      const { element, form } = await mountForm();
      const field = form.field(email);
      const act = (name: string) => field.dispatchEvent(new FocusEvent(name, { bubbles: true }));
      act('focusin');
      await import('../../src/forms/lazy/form-submitter.js');
      await import('../../src/forms/lazy/submission-views.js');
      await new Promise((go) => setTimeout(go, 20));
      form.type(email, 'awa@');
      act('focusout');
      await waitForText(element, 'Écrivez une adresse e-mail complète');
      expect(field.getAttribute('aria-invalid')).to.equal('true');
      form.type(email, 'awa@example.org');
      act('focusout');
      await waitUntil(() => !field.hasAttribute('aria-invalid'));
    });

    it('shows where the mail goes, and goes back to the answers to correct the address', async () => {
      const { element, api, form } = await mountForm();
      form.type(/^Prénom/, 'Awa');
      form.type(email, 'awa@exemple.org');
      form.submit();
      await waitForText(element, 'L’adresse : awa@exemple.org');
      expect(
        queryAllByRole<HTMLAnchorElement>(element, 'link', 'Ajouter la séance à mon agenda')[0]!.href,
      ).to.equal(`${api.endpoint}/v1/sessions/genre-2026-11-26.ics`);
      expect(textOf(inside(element, '[aria-current=step]')!)).to.contain('Un e-mail à confirmer');
      getByRole(element, 'button', 'Corriger l’adresse').click();
      await waitUntil(() => focused(element)?.getAttribute('name') === 'email');
      expect(form.field(/^Prénom/).value).to.equal('Awa');
      form.type(email, 'awa@example.org');
      form.submit();
      await waitForText(element, 'L’adresse : awa@example.org');
      expect(api.sent).to.have.length(2);
    });
  });

  describe('a calendar', () => {
    const page = (element: F3eSessionCalendar) => new CalendarPage(element);
    const mountCalendar = (
      template: ReturnType<typeof html>,
      items?: Parameters<typeof answerSessions>[0],
      more = {},
    ) =>
      mount<F3eSessionCalendar>(
        template,
        fakeApi({ 'sessions?': (path: string) => ({ ...answerSessions(items)(path), ...more }) }),
      );

    it('narrows by a community with one press, and back; the other filters stay', async () => {
      const element = await mountCalendar(html`<f3e-session-calendar view="agenda"></f3e-session-calendar>`);
      await waitForText(element, 'Échanges');
      const chip = page(element).button('Approches orientées changement');
      expect(page(element).button('Toutes').getAttribute('aria-pressed')).to.equal('true');
      chip.focus();
      chip.click();
      await waitUntil(() => page(element).titles.length === 1);
      expect(chip.getAttribute('aria-pressed')).to.equal('true');
      expect(focused(element)).to.equal(chip);
      expect(textOf(page(element).button('Filtrer')), 'what is pressed counts no second time').to.equal(
        'Filtrer',
      );
      page(element).button('Toutes').click();
      await waitUntil(() => page(element).titles.length > 1);
    });

    it('shows how many places are taken, in words and as a bar', async () => {
      const element = await mountCalendar(html`<f3e-session-calendar view="agenda"></f3e-session-calendar>`, [
        session('x', '2026-11-26T10:00:00+01:00', { capacity: 40, registered: 30 }),
      ]);
      await waitForText(element, '10 places restantes sur 40');
      expect(inside(element, '.meter i')!.getAttribute('style')).to.contain('75%');
    });

    it('leads to the next session where nothing is left of the month', async () => {
      const next = session('apres', '2027-02-03T10:00:00+01:00', { title: 'Après' });
      const brief = { ...next, city: null, registrationState: 'open', seatsLeft: 3, page: next.links.page };
      const element = await mountCalendar(
        html`<f3e-session-calendar view="month"></f3e-session-calendar>`,
        [session('tenue', '2026-11-10T10:00:00+01:00', { status: 'held' })],
        { around: { before: null, after: '2027-02-03T10:00:00+01:00', next: brief } },
      );
      await waitForText(element, 'Plus de séance en novembre 2026');
      expect(textOf(inside(element, '.bridge')!)).to.contain('Après');
      page(element).button('Voir février 2027').click();
      await waitUntil(() => page(element).picker.value === '2027-02');
    });

    it('on a phone marks days, and shows the sessions of the chosen one below', async () => {
      const element = await mountCalendar(
        html`<f3e-session-calendar view="month" style="width: 340px"></f3e-session-calendar>`,
        [
          session('a', '2026-11-26T10:00:00+01:00', { title: 'Le matin' }),
          session('b', '2026-11-26T14:00:00+01:00', { title: 'L’après-midi' }),
          session('c', '2026-11-27T14:00:00+01:00', { title: 'Le lendemain' }),
        ],
      );
      await waitForText(element, 'Le matin');
      expect(page(element).titles, 'those of the next day with sessions').to.deep.equal([
        'Le matin',
        'L’après-midi',
      ]);
      const day = page(element).button('27, vendredi 27 novembre');
      expect(day.getBoundingClientRect().height).to.be.at.least(44);
      day.click();
      await waitForText(element, 'Le lendemain');
      expect(page(element).titles).to.deep.equal(['Le lendemain']);
      expect(day.getAttribute('aria-pressed')).to.equal('true');
      await expect(element).to.be.accessible();
    });
  });
});
