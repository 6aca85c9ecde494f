import { aTimeout, expect, html, oneEvent } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import type { F3eSessionCalendar, ReadRequest } from '../../src/index.js';
import { answerSessions, registrationForm, session, sessions } from '../support/data.js';
import { fails, fakeApi, never, type FakeApi } from '../support/fake-api.js';
import { focused, freeze, inside, mount, waitForText, textOf } from '../support/mount.js';
import { speedUpTimers } from '../support/fast-timers.js';
import { CalendarPage } from '../support/calendar-page.js';
import { fieldOf, getByRole, nameOf, queryAllByRole, queryByRole, type } from '../support/roles.js';
import { waitUntil } from '../support/wait.js';

const agenda = html`<f3e-session-calendar view="agenda"></f3e-session-calendar>`;
const month = html`<f3e-session-calendar view="month" month="2026-12"></f3e-session-calendar>`;
const plan = (all: readonly Record<string, unknown>[] = sessions, more = {}) =>
  fakeApi({
    'sessions?': answerSessions(all, more),
    'sessions?series=': { items: [] },
    'forms/register:echanges': registrationForm,
    'resources?id=guide': {
      items: [{ id: 'guide', title: 'Guide du genre', url: 'https://f3e.example.org/guide', language: 'fr' }],
    },
  });
const mountCalendar = (what: TemplateResult = agenda, api: FakeApi = plan(), lang = 'fr', dir = 'ltr') =>
  mount<F3eSessionCalendar>(what, api, lang, dir);

const page = (element: F3eSessionCalendar) => new CalendarPage(element);
const settled = (element: F3eSessionCalendar) => waitUntil(() => element.matches(':state(ready)'), 'ready');

describe('f3e-session-calendar', () => {
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

  it('lists by month and day, with how far, facts and state in words (K07)', async () => {
    const element = await mountCalendar();
    await waitForText(element, 'Échanges');
    const text = textOf(element);
    for (const words of [
      'novembre 2026',
      '1 séance passée ce mois-ci',
      'Échanges : répondre aux attaques jeudi 26 novembre 2026, 10:00 – 12:00 en ligne dans 4 jours',
      'Genre échange de pratiques',
      '3 places restantes sur 40',
      'décembre 2026',
      'en ligne en anglais dans 11 jours',
      'Approches orientées changement webinaire sous-titrage',
      'inscriptions ouvertes',
      'complet',
      'Complet, 6 en attente',
      'Reportée du 10 déc.',
      'en présentiel, Nantes',
      'annulée Salle indisponible.',
      'réservée aux membres',
      'jour 1 sur 3',
    ])
      expect(text).to.contain(words);
    expect(getByRole(element, 'heading', 'novembre 2026').getAttribute('aria-level')).to.equal('3');
    const past = page(element).past!;
    expect(past.open).to.equal(false);
    expect(textOf(past)).to.contain('Séance tenue');
  });

  it('says today and tomorrow', async () => {
    const element = await mountCalendar(
      agenda,
      plan([session('a', '2026-11-22T18:00:00+01:00'), session('b', '2026-11-23T18:00:00+01:00')]),
    );
    await waitForText(element, 'aujourd’hui');
    expect(textOf(element)).to.contain('lundi 23 novembre 2026, 18:00 – 20:00 en ligne demain');
    expect(textOf(inside(element, '[aria-current=date]')!)).to.contain('aujourd’hui');
  });

  it('draws the month as one table: caption, named days, today, weeks from Monday (K01)', async () => {
    const element = await mountCalendar(html`<f3e-session-calendar view="month"></f3e-session-calendar>`);
    await waitUntil(() => page(element).table);
    expect(queryAllByRole(element, 'table').length).to.equal(1);
    expect(page(element).caption).to.equal('novembre 2026');
    const heads = queryAllByRole(element, 'columnheader');
    expect(heads.map((one) => one.getAttribute('scope'))).to.deep.equal(Array(7).fill('col'));
    expect(heads.map(nameOf)).to.deep.equal([
      'lundi',
      'mardi',
      'mercredi',
      'jeudi',
      'vendredi',
      'samedi',
      'dimanche',
    ]);
    const { today } = page(element);
    expect(textOf(today!)).to.equal('22 Aujourd’hui');
    expect(queryByRole(element, 'grid')).to.equal(undefined);
    for (const row of queryAllByRole(element, 'row')) expect(row.children.length).to.equal(7);
  });

  it('begins weeks as the language of the page does', async () => {
    const element = await mountCalendar(month, plan(), 'en-US');
    await waitUntil(() => page(element).table);
    await waitUntil(() => nameOf(getByRole(element, 'columnheader')) === 'Sunday');
    const british = await mountCalendar(month, plan(), 'en-GB');
    await waitUntil(() => page(british).table);
    await waitUntil(() => nameOf(getByRole(british, 'columnheader')) === 'Monday');
  });

  it('names each event by title, full date, time and state, and by zone where it differs (K02)', async () => {
    const element = await mountCalendar(
      html`<f3e-session-calendar
        view="month"
        month="2026-12"
        time-zone="Africa/Dakar"
      ></f3e-session-calendar>`,
    );
    const names = () => page(element).events.map(nameOf);
    await waitUntil(() => names().some((name) => name.includes('pour vous')));
    expect(names()).to.contain(
      '12:30 Séance complete complet, mardi 8 décembre 2026, 12:30 – 14:30 (heure de Paris), 11:30 – 13:30 pour vous (Dakar), complet',
    );
    expect(page(element).events[0]!.href).to.equal('https://communautes.example.org/seances/anglais');
  });

  it('goes to other months: focus stays, the month is said once, the view is kept (K03)', async () => {
    const element = await mountCalendar(month);
    await waitUntil(() => page(element).table);
    expect(page(element).status).to.equal('');
    const next = page(element).button('Mois suivants');
    const changed = oneEvent(element, 'f3e-calendar-changed');
    next.focus();
    next.click();
    expect((await changed).detail).to.deep.equal({ month: '2027-01', view: 'month' });
    await waitUntil(() => page(element).caption === 'janvier 2027');
    await waitUntil(() => page(element).status.startsWith('janvier 2027'));
    expect(page(element).status.replace(/\s/g, ' ')).to.equal('janvier 2027 : 3 séances');
    expect(focused(element)).to.equal(next);
    const picker = page(element).picker;
    picker.focus();
    await waitUntil(() => picker.options.length > 1);
    expect(picker.value).to.equal('2027-01');
    picker.value = '2026-11';
    picker.dispatchEvent(new Event('change'));
    await waitUntil(() => page(element).caption === 'novembre 2026');
    expect(page(element).queryButton('Aujourd’hui'), 'there already').to.equal(undefined);
    page(element).button('Mois précédents').click();
    await waitUntil(() => page(element).caption === 'octobre 2026');
    const today = page(element).button('Aujourd’hui');
    today.focus();
    today.click();
    await waitUntil(() => page(element).caption === 'novembre 2026');
    expect(focused(element), 'the button is gone, focus is not').to.equal(picker);
    expect(page(element).table).to.not.equal(undefined);
  });

  it('makes the months to pick from when a reader reaches the picker, with the shown one among them', async () => {
    const element = await mountCalendar(
      html`<f3e-session-calendar view="month" month="2020-02"></f3e-session-calendar>`,
    );
    await waitUntil(() => page(element).table);
    const picker = page(element).picker;
    const values = () => [...picker.options].map(({ value }) => value);
    expect(values()).to.deep.equal(['2020-02']);
    expect(textOf(picker)).to.equal('février 2020');
    picker.focus();
    await waitUntil(() => values().length > 1);
    expect(picker.value).to.equal('2020-02');
    expect(values()[0]).to.equal('2025-11');
    expect(values().slice(-2)).to.deep.equal(['2028-05', '2020-02']);
    expect(focused(element)).to.equal(picker);
    // The far month leaves the list.
    picker.value = '2025-11';
    picker.dispatchEvent(new CustomEvent('change'));
    await waitUntil(() => page(element).caption === 'novembre 2025');
    await waitUntil(() => values().length === 31);
    expect(picker.value).to.equal('2025-11');
  });

  it('marks today only in the month that holds it', async () => {
    const element = await mountCalendar(
      html`<f3e-session-calendar view="month" month="2026-12"></f3e-session-calendar>`,
    );
    await waitUntil(() => page(element).table);
    expect(page(element).today).to.equal(null);
    const thaw = freeze('2026-11-30T10:00:00+01:00');
    const next = await mountCalendar(
      html`<f3e-session-calendar view="month" month="2026-12"></f3e-session-calendar>`,
    );
    await waitUntil(() => page(next).table);
    expect(textOf(page(next).cell('2026-11-30'))).to.equal('30');
    expect(page(next).today).to.equal(null);
    thaw();
  });

  it('opens a crowded day by its number, as the list shows it, beside the month', async function () {
    if (!('popover' in HTMLElement.prototype)) this.skip();
    const four = ['08', '09'].flatMap((day) =>
      ['1', '2', '3', '4'].map((i) => session(`s-${day}-${i}`, `2026-12-${day}T1${i}:00:00+01:00`)),
    );
    const element = await mountCalendar(month, plan(four));
    await waitUntil(() => page(element).table);
    const number = getByRole(element, 'button', /^8\s?, mardi 8 décembre/);
    number.click();
    await waitUntil(() => queryByRole(element, 'group', 'mardi 8 décembre'), 'it does not open');
    const popover = getByRole(element, 'group', 'mardi 8 décembre');
    await waitUntil(() => queryAllByRole(popover, 'listitem').length >= 4, 'no rows');
    expect(popover.matches(':popover-open')).to.equal(true);
    await expect(element).to.be.accessible();
    // The next opens before this one has closed.
    getByRole(element, 'button', /^9\s?, mercredi 9 décembre/).click();
    await waitUntil(() => !popover.matches(':popover-open'), 'it stays');
    const next = getByRole(element, 'group', 'mercredi 9 décembre');
    await waitUntil(() => queryAllByRole(next, 'listitem').length >= 4, 'an empty box');
    getByRole(next, 'link', /^S’inscrire/).click();
    await waitUntil(() => queryByRole(element, 'dialog'), 'no form');
    getByRole(element, 'button', 'Fermer').click();
    await waitUntil(() => textOf(focused(element)!).startsWith('9'), 'focus is lost');
    // A month that comes is not covered.
    number.click();
    await waitUntil(() => popover.matches(':popover-open'));
    page(element).button('Mois suivant').click();
    await waitUntil(() => !element.shadowRoot!.querySelector(':popover-open'), 'it covers the next month');
  });

  it('shows three of a day at most, and the others in place (K04)', async () => {
    const five = [1, 2, 3, 4, 5].map((n) => session(`s${n}`, `2026-12-08T0${n + 3}:00:00+01:00`));
    const element = await mountCalendar(month, plan(five));
    await waitUntil(() => page(element).events.length === 2);
    const others = page(element).button('+ 3 autres');
    expect(textOf(others)).to.equal('+ 3 autres le mardi 8 décembre');
    expect(others.getAttribute('aria-expanded')).to.equal('false');
    others.focus();
    others.click();
    await waitUntil(() => page(element).events.length === 5);
    expect(others.getAttribute('aria-expanded')).to.equal('true');
    expect(focused(element)).to.equal(others);
    others.click();
    await waitUntil(() => page(element).events.length === 2);
  });

  it('is passed over in two stops (K05)', async () => {
    const element = await mountCalendar(month);
    await waitUntil(() => page(element).table);
    const focusable = element.shadowRoot!.querySelectorAll<HTMLElement>('a[href], button, select');
    expect(textOf(focusable[0]!)).to.equal('Passer le calendrier');
    focusable[0]!.focus();
    focusable[0]!.click();
    const after = focused(element)!;
    expect(after.id).to.equal('after');
    const others = [...focusable].filter(
      (one) => after.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING,
    );
    expect(others).to.deep.equal([]);
  });

  it('shows a session of several days on each of them, consecutive or not', async () => {
    const element = await mountCalendar(
      html`<f3e-session-calendar view="month" month="2027-01"></f3e-session-calendar>`,
    );
    await waitUntil(() => page(element).events.length);
    const nameOn = (day: string) => nameOf(getByRole(page(element).cell(day), 'link'));
    expect(nameOn('2027-01-28')).to.contain('jour 1 sur 3');
    expect(nameOn('2027-01-29')).to.contain('jour 2 sur 3');
    expect(textOf(page(element).cell('2027-01-30'))).to.equal('30');
    page(element).button('Mois suivants').click();
    await waitUntil(() => page(element).caption === 'février 2027');
    expect(nameOn('2027-02-04')).to.contain('jour 3 sur 3');
  });

  it('shows the same sessions in the month and in the list, whatever they are: 1,000 random sets (K06)', async function () {
    this.timeout(180_000);
    let seed = 20261122;
    const random = (most: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return Math.floor((seed / 2147483648) * most);
    };
    const zones = [
      'Europe/Paris',
      'Africa/Dakar',
      'Pacific/Noumea',
      'America/Martinique',
      'America/New_York',
    ];
    const first = Date.parse('2026-09-20T00:00:00Z');
    const set = () =>
      Array.from({ length: 2 + random(12) }, (_, i) => {
        const start = first + random(150 * 24) * 3_600_000;
        const iso = (at: number) => new Date(at).toISOString().replace('.000Z', '+00:00');
        const length = [0, 1, 2, 3, 30, 80][random(6)]! * 3_600_000;
        const days = random(4)
          ? []
          : [0, 1, 9].map((n) => ({
              start: iso(start + n * 86_400_000),
              end: iso(start + n * 86_400_000 + 3_600_000),
            }));
        return session(`s${i}`, iso(start), {
          end: iso(days.length ? Date.parse(days[2]!.end) : start + length),
          days,
          timezone: zones[random(zones.length)],
        });
      }).sort((a, b) => Date.parse(a.start) - Date.parse(b.start));
    let all = set();
    const api = fakeApi({ 'sessions?': (path: string) => answerSessions(all)(path) });
    const element = await mountCalendar(
      html`<f3e-session-calendar view="month" months="1"></f3e-session-calendar>`,
      api,
    );
    await waitUntil(() => page(element).table);
    const months = ['2026-10', '2026-11', '2026-12', '2027-01', '2027-02'];
    const sessionsIn = (names: readonly string[]) =>
      [...new Set(names.map((name) => /Séance (s\d+)/.exec(name)![1]!))].sort();
    let seen = 0;
    for (let i = 0; i < 1_000; i++) {
      all = set();
      element.month = months[random(months.length)]!;
      element.timeZone = zones[random(zones.length)]!;
      element.view = 'month';
      element.q = String(i);
      await element.updateComplete;
      await waitUntil(
        () => element.matches(':state(ready)') && !inside(element, '[aria-busy=true]'),
        `set ${i}`,
        {
          interval: 1,
          timeout: 5_000,
        },
      );
      await element.updateComplete;
      for (const others of queryAllByRole(element, 'button', /^\+ /)) others.click();
      await element.updateComplete;
      const inMonth = sessionsIn(
        page(element)
          .events.filter((event) => !event.closest('.outside'))
          .map(textOf),
      );
      element.view = 'agenda';
      await element.updateComplete;
      const inList = sessionsIn(page(element).titles);
      expect(inList, `set ${i}`).to.deep.equal(inMonth);
      seen += inList.length;
    }
    expect(seen).to.be.above(1_000);
  });

  it('puts the visitor’s clock first when asked to, days included', async () => {
    const element = await mountCalendar(
      html`<f3e-session-calendar view="agenda" time-zone="Pacific/Noumea"></f3e-session-calendar>`,
      plan([session('tard', '2026-11-26T15:00:00+01:00')]),
    );
    await waitForText(element, 'jeudi 26 novembre');
    expect(textOf(element)).to.contain(
      '15:00 – 17:00 (heure de Paris), vendredi, 01:00 – 03:00 pour vous (Nouméa)',
    );
    const group = page(element).clocks;
    expect(group).to.not.equal(undefined);
    page(element).button('Heure de Nouméa').click();
    await waitForText(element, 'vendredi 27 novembre');
    expect(textOf(element)).to.contain(
      '01:00 – 03:00 (heure de Nouméa), jeudi, 15:00 – 17:00 (heure de Paris)',
    );
    expect(page(element).button('Heure de Nouméa').getAttribute('aria-pressed')).to.equal('true');
  });

  it('offers no clock to who has the same', async () => {
    const element = await mountCalendar();
    await settled(element);
    expect(page(element).clocks).to.equal(undefined);
  });

  it('unfolds a session: slots, place, map, calendars, page; can be prevented', async () => {
    const element = await mountCalendar();
    await waitForText(element, 'Échanges');
    const entry = page(element).entry('reportee');
    getByRole(entry, 'button').click();
    await waitForText(element, 'Maison des associations');
    const text = textOf(entry);
    for (const words of [
      'Séance reportée : elle était prévue jeudi 10 décembre, 09:30 – 12:30.',
      'Ce que nous ferons (reportee).',
      'Maison des associations, 1 rue des Essais, 44000 Nantes (accès de plain-pied)',
      'Voir sur une carte',
      'Ajouter à mon agenda',
      'Fichier.ics',
      'Google',
      'Outlook',
      'Inscriptions jusqu’au mardi 1er décembre 2026',
    ])
      expect(text).to.contain(words);
    const hrefs = queryAllByRole(entry, 'link').map((one) => one.getAttribute('href')!);
    expect(hrefs).to.contain('https://communautes.example.org/v1/sessions/reportee.ics');
    expect(hrefs.find((href) => href.includes('calendar.google.com'))).to.contain(
      '20261217T083000Z%2F20261217T103000Z',
    );
    element.addEventListener('f3e-session-open', (event) => event.preventDefault(), { once: true });
    const other = page(element).entry('complete');
    getByRole(other, 'button').click();
    await aTimeout(60);
    expect(other.querySelector('details')!.open).to.equal(false);
  });

  it('turns a held session into what came out of it', async () => {
    const element = await mountCalendar(
      html`<f3e-session-calendar view="agenda" past></f3e-session-calendar>`,
    );
    await waitForText(element, 'Séance tenue');
    expect(page(element).past!.open).to.equal(true);
    page(element).summary('tenue').click();
    await waitForText(element, 'Guide du genre');
    expect(textOf(page(element).entry('tenue'))).to.not.contain('Ajouter à mon agenda');
    const opened = oneEvent(element, 'f3e-resource-open');
    element.addEventListener('f3e-resource-open', (event) => event.preventDefault(), { once: true });
    getByRole(page(element).entry('tenue'), 'link', 'Guide du genre').click();
    expect((await opened).detail).to.deep.equal({ resource: 'guide' });
  });

  it('warns when the clock of the visitor changes within a series, and gives its other dates', async () => {
    const file = 'https://communautes.example.org/v1/series/pause.ics';
    const { links } = session('p1', '2027-03-09T12:30:00+01:00');
    const rule = (index: number) => ({
      series: { id: 'pause', title: 'La Pause', index, total: 3, rule: null },
      links: { ...links, seriesCalendar: file },
    });
    const series = [
      session('p1', '2027-03-09T12:30:00+01:00', rule(1)),
      session('p2', '2027-04-13T12:30:00+02:00', rule(2)),
      session('p3', '2027-05-11T12:30:00+02:00', rule(3)),
    ];
    const api = fakeApi({ 'sessions?': answerSessions(series), 'sessions?series=': { items: series } });
    const element = await mountCalendar(
      html`<f3e-session-calendar
        view="agenda"
        month="2027-03"
        time-zone="Africa/Dakar"
      ></f3e-session-calendar>`,
      api,
    );
    await waitForText(element, 'Séance p1');
    page(element).summary('p1').click();
    await waitForText(element, 'Séance 1 sur 3 de la série « La Pause »');
    await waitForText(
      element,
      'votre heure change par rapport à celle des séances à partir du mardi 13 avril 2027',
    );
    await waitForText(element, 'mardi 11 mai 2027');
    const whole = getByRole(page(element).entry('p1'), 'link', /^Toute la série \(fichier ?.ics\)$/);
    expect(whole.getAttribute('href')).to.equal(file);
  });

  it('opens a session of the month in a dialog, by its title, and gives focus back', async () => {
    const element = await mountCalendar(month);
    await waitUntil(() => page(element).events.length);
    const link = page(element).events.find((one) => textOf(one).includes('reportee'))!;
    link.focus();
    link.click();
    await waitUntil(() => page(element).dialog?.open);
    const dialog = page(element).dialog!;
    await waitForText(element, 'Maison des associations');
    expect(focused(element)!.id).to.equal('dialog-title');
    page(element).button('Fermer').click();
    await waitUntil(() => !page(element).dialog);
    expect(dialog.open).to.equal(false);
    expect(focused(element)).to.equal(link);
  });

  it('says what one can do, opens the form in a dialog, and registers; can be prevented', async () => {
    const api = plan();
    api.plan['registrations'] = { status: 'confirmation-sent', message: 'Bien reçu.' };
    const element = await mountCalendar(agenda, api);
    await waitForText(element, 'Échanges');
    const ways = page(element).titles.map((title) => [
      title,
      textOf(page(element).registerLink(title) ?? new Text('')).split(' (')[0],
    ]);
    expect(ways).to.deep.include(['Échanges : répondre aux attaques', 'S’inscrire']);
    expect(ways).to.deep.include(['Séance attente', 'Liste d’attente']);
    expect(ways).to.deep.include(['Séance complete', '']);
    expect(ways).to.deep.include(['Séance annulee', '']);
    const link = page(element).registerLink('Échanges')!;
    expect(link.href).to.equal('https://communautes.example.org/seances/echanges/inscription');

    element.addEventListener('f3e-register-open', (event) => event.preventDefault(), { once: true });
    link.click();
    await aTimeout(60);
    expect(page(element).dialog).to.equal(undefined);

    const opened = oneEvent(element, 'f3e-register-open');
    link.click();
    expect((await opened).detail).to.deep.equal({ session: 'echanges' });
    await waitUntil(() => inside(element, 'f3e-registration-form'));
    const form = inside(element, 'f3e-registration-form')!;
    await waitForText(form, 'M’inscrire');
    const email = fieldOf(form, /e-mail/);
    email.focus();
    type(email, 'awa@example.org');
    const accepted = oneEvent(element, 'f3e-registration-accepted');
    getByRole(form, 'button', 'M’inscrire').click();
    expect((await accepted).detail).to.deep.equal({ session: 'echanges' });
    expect(api.sent[0]!.path).to.equal('registrations');
    expect(api.sent[0]!.body['session']).to.equal('echanges');
    expect(api.sent[0]!.body['answers']).to.deep.equal({ email: 'awa@example.org' });
    await waitForText(form, 'Votre inscription est bien arrivée');
  });

  it('filters by what the sessions have, with counts, any of one and all of several; says it once', async () => {
    const element = await mountCalendar();
    await waitForText(element, 'Échanges');
    page(element).button('Filtrer').click();
    await waitForText(element, 'Type de séance');
    const filterName = (label: string) => nameOf(page(element).filter(label));
    const tick = async (label: string) => {
      page(element).filter(label).click();
      await element.updateComplete;
    };
    expect(filterName('webinaire')).to.equal('webinaire (1)');
    await tick('webinaire');
    expect(page(element).titles).to.deep.equal(['An introduction for partners']);
    expect(page(element).status, 'not for each key').to.equal('');
    await waitUntil(() => /: 1 séance$/.test(page(element).status.replace(/\s/g, ' ')), 'once it rests');
    expect(filterName('échange')).to.equal('échange de pratiques (8)');
    await tick('échange');
    expect(page(element).titles.length).to.equal(9);
    await tick('Avec des places');
    expect(page(element).titles.length).to.equal(5);
    expect(textOf(page(element).button('Filtrer'))).to.equal('Filtrer (3)');
    const words = page(element).searchBox;
    words.focus();
    words.value = 'REPONDRE échanges';
    words.dispatchEvent(new Event('input'));
    await element.updateComplete;
    expect(page(element).titles).to.deep.equal(['Échanges : répondre aux attaques']);
    expect(focused(element)).to.equal(words);
    words.value = 'introuvable';
    words.dispatchEvent(new Event('input'));
    await waitForText(element, 'Aucune séance ne correspond à ces filtres.');
    page(element).button('Tout effacer').click();
    await element.updateComplete;
    expect(page(element).titles.length).to.equal(9);
    expect(focused(element), 'what was pressed went').to.not.equal(null);
  });

  it('asks the server for what the page fixed, and no filter that has one value only', async () => {
    const api = plan();
    const element = await mountCalendar(
      html`<f3e-session-calendar
        view="agenda"
        community="genre"
        kind="workshop, practice-exchange"
        mode="online"
        language="fr,en"
        audience="all"
        available
        q="attaques"
      ></f3e-session-calendar>`,
      api,
    );
    await settled(element);
    const query = new URLSearchParams(api.asked[0]!.slice('sessions?'.length));
    expect(Object.fromEntries(query)).to.deep.equal({
      from: '2026-10-25T00:00:00Z',
      to: '2027-02-08T00:00:00Z',
      community: 'genre',
      kind: 'workshop,practice-exchange',
      mode: 'online',
      language: 'fr,en',
      audience: 'all',
      available: 'true',
      q: 'attaques',
      limit: '200',
    });
    expect(textOf(page(element).entries[0]!)).to.not.match(/Genre/);
  });

  it('says that a month is empty, and leads to the next session', async () => {
    const element = await mountCalendar(
      html`<f3e-session-calendar view="month" month="2026-12"></f3e-session-calendar>`,
      plan([session('janvier', '2027-01-07T10:00:00+01:00')]),
    );
    await waitForText(element, 'Aucune séance en décembre 2026.');
    page(element).button('Prochaine séance : jeudi 7 janvier 2027').click();
    await waitUntil(() => page(element).events.length === 1);
    expect(page(element).caption).to.equal('janvier 2027');
    expect(focused(element)!.localName, 'what was pressed went').to.equal('select');
    const past = await mountCalendar(
      html`<f3e-session-calendar view="agenda" month="2027-08"></f3e-session-calendar>`,
      plan([session('juin', '2027-06-07T10:00:00+02:00')]),
    );
    await waitForText(past, 'Aucune séance d’août 2027 à octobre 2027.');
    page(past).button('Séance précédente : lundi 7 juin 2027').click();
    await waitForText(past, 'Séance juin');
  });

  it('leads to a session of the very next day, and keeps in view one that is under way', async () => {
    const near = await mountCalendar(
      html`<f3e-session-calendar view="month" month="2026-12"></f3e-session-calendar>`,
      plan([session('nouvel', '2027-01-01T10:00:00+01:00'), session('loin', '2027-03-15T10:00:00+01:00')]),
    );
    await waitForText(near, 'Prochaine séance : vendredi 1er janvier 2027');
    const days = ['2026-11-20', '2026-11-24'].map((day) => ({
      start: `${day}T09:00:00+01:00`,
      end: `${day}T17:00:00+01:00`,
    }));
    const underWay = session('cours', days[0]!.start, { end: days[1]!.end, days });
    const list = await mountCalendar(agenda, plan([underWay]));
    await waitForText(list, 'mardi 24 novembre');
    expect(textOf(list)).to.contain('jour 2 sur 2');
    expect(page(list).past).to.equal(undefined);
  });

  it('moves focus to the title of the form when one registers from the dialog of a session', async () => {
    const element = await mountCalendar(html`<f3e-session-calendar view="month"></f3e-session-calendar>`);
    await waitUntil(() => page(element).events.length);
    page(element)
      .events.find((one) => textOf(one).includes('Échanges'))!
      .click();
    await waitUntil(() => page(element).dialog?.open);
    const register = getByRole(page(element).dialog!, 'link', /^S’inscrire/);
    register.focus();
    register.click();
    await waitUntil(() => inside(element, 'f3e-registration-form'));
    await element.updateComplete;
    expect(focused(element)!.id).to.equal('dialog-title');
  });

  it('gives the feed of what the page fixed, with what a subscription is', async () => {
    const element = await mountCalendar(
      html`<f3e-session-calendar view="agenda" community="genre"></f3e-session-calendar>`,
    );
    await waitForText(element, 'Échanges');
    page(element).button('S’abonner').click();
    await waitForText(element, 'S’abonner tient votre agenda à jour');
    const follow = getByRole(element, 'link', /^S’abonner dans/);
    expect(follow.getAttribute('href')).to.match(
      /^webcal:\/\/fake-\d+\.example\.org\/v1\/sessions\.ics\?community=genre$/,
    );
    expect(getByRole<HTMLInputElement>(element, 'textbox').value).to.match(/^https:/);
  });

  it('keeps month, view, filters and open session in one parameter of the address, when asked to', async () => {
    const before = location.href;
    const url = new URL(location.href);
    url.searchParams.set('agenda', 'month=2027-01&view=agenda&session=membres&mode=hybrid');
    history.replaceState(null, '', url);
    try {
      const element = await mountCalendar(
        html`<f3e-session-calendar state-param="agenda"></f3e-session-calendar>`,
      );
      await waitForText(element, 'Séance membres');
      await waitForText(element, 'Cette séance est réservée aux organisations membres du F3E.');
      await waitUntil(() => page(element).titles.length === 1);
      page(element).button('Mois suivants').click();
      await waitUntil(() => new URL(location.href).searchParams.get('agenda')?.includes('month=2027-04'));
      const plain = await mountCalendar(agenda);
      await settled(plain);
      const here = location.href;
      page(plain).button('Mois suivants').click();
      await aTimeout(100);
      expect(location.href, 'nothing without the attribute').to.equal(here);
    } finally {
      history.replaceState(null, '', before);
    }
  });

  it('tells search engines what is to come, and takes it back', async () => {
    const data = () => [...document.head.querySelectorAll('script[type="application/ld+json"]')];
    // Calendars that other tests left behind may still be publishing.
    for (const other of document.querySelectorAll('f3e-session-calendar')) other.remove();
    await waitUntil(() => data().length === 0);
    const element = await mountCalendar(
      html`<f3e-session-calendar view="agenda" structured-data></f3e-session-calendar>`,
    );
    await waitUntil(() => data().length === 1);
    const published = JSON.parse(data().at(-1)!.textContent!) as { '@graph': Record<string, unknown>[] };
    const graph = published['@graph'];
    expect(graph.map((one) => one['@type'])).to.deep.equal(Array(graph.length).fill('Event'));
    expect(graph.find((one) => String(one['url']).endsWith('annulee'))!['eventStatus']).to.equal(
      'https://schema.org/EventCancelled',
    );
    expect(graph.some((one) => String(one['url']).endsWith('tenue'))).to.equal(false);
    const moved = graph.find((one) => String(one['url']).endsWith('reportee'))!;
    expect(moved['startDate']).to.equal('2026-12-17T09:30:00+01:00');
    expect(moved['previousStartDate']).to.equal('2026-12-10T09:30:00+01:00');
    const second = await mountCalendar(
      html`<f3e-session-calendar view="agenda" structured-data></f3e-session-calendar>`,
    );
    await settled(second);
    await aTimeout(50);
    expect(data().length, 'another calendar of the same sessions adds nothing').to.equal(1);
    second.remove();
    element.reload();
    element.remove();
    await element.updateComplete;
    await waitUntil(() => data().length === 0);
    const quiet = await mountCalendar();
    await settled(quiet);
    await aTimeout(100);
    expect(data().length).to.equal(0);
  });

  it('shows the list where it is narrow and the month where there is room', async () => {
    const element = await mountCalendar(
      html`<f3e-session-calendar style="width: 300px"></f3e-session-calendar>`,
    );
    await settled(element);
    expect(page(element).entries.length).to.be.above(0);
    element.style.width = '700px';
    await waitUntil(() => page(element).table);
    element.style.width = '300px';
    await waitUntil(() => page(element).entries.length);
    page(element).button('Mois').click();
    await waitUntil(() => page(element).table);
  });

  it('keeps its toolbar when the answer fails, and goes on elsewhere', async () => {
    const api = plan();
    const element = await mountCalendar(agenda, api);
    await waitForText(element, 'Échanges');
    api.plan['sessions?'] = fails('server');
    page(element).button('Mois suivants').click();
    await waitForText(element, 'Le service a rencontré un problème');
    expect(textOf(element)).to.contain('Ouvrir la page du F3E');
    api.plan['sessions?'] = answerSessions();
    page(element).button('Aujourd’hui').click();
    await waitForText(element, 'Échanges');
    expect(textOf(element)).to.not.contain('problème');
  });

  it('keeps the fallback until it is ready, and when it cannot be', async () => {
    const link = html`<f3e-session-calendar><a href="/seances">Les séances</a></f3e-session-calendar>`;
    const waiting = await mountCalendar(link, fakeApi({ 'sessions?': never }));
    await waitForText(waiting, 'Les séances');
    const failed = await mountCalendar(link, fakeApi({ 'sessions?': fails('offline') }));
    await waitForText(failed, 'n’a pas pu être joint');
    await waitForText(failed, 'Les séances');
  });

  it('says the month that a reader comes back to, though it is known already (K03)', async () => {
    const api = plan();
    const ask = api.get.bind(api);
    const known = new Map<string, unknown>();
    api.get = ((question: ReadRequest<unknown>, options) =>
      known.get(question.path) ??
      Promise.resolve(ask(question, options)).then((answer) => {
        known.set(question.path, answer);
        return answer;
      })) as typeof api.get;
    const element = await mountCalendar(month, api);
    await waitUntil(() => page(element).table);
    page(element).button('Mois suivants').click();
    await waitUntil(() => page(element).status.startsWith('janvier 2027'));
    const asked = known.size;
    const loaded = oneEvent(element, 'f3e-load');
    page(element).button('Mois précédents').click();
    await loaded;
    expect(page(element).caption).to.equal('décembre 2026');
    await waitUntil(() => page(element).status.startsWith('décembre 2026'));
    expect(known.size).to.equal(asked);
  });

  it('shows the last that was asked for, whatever order answers come in (F50)', async () => {
    const api = plan();
    const element = await mountCalendar(agenda, api);
    await waitForText(element, 'Échanges');
    let slow: ((value: unknown) => void) | undefined;
    api.plan['sessions?'] = (path: string) =>
      path.includes('from=2027-01-25')
        ? new Promise((done) => (slow = () => done(answerSessions()(path))))
        : answerSessions()(path);
    page(element).button('Mois suivants').click();
    await waitUntil(() => slow);
    page(element).button('Mois précédents').click();
    await aTimeout(30);
    slow!(null);
    await aTimeout(80);
    expect(page(element).titles).to.include('Échanges : répondre aux attaques');
    expect(textOf(element)).to.not.contain('février 2027 :');
  });

  it('asks again when the hour of the device or its zone is another (F52)', async () => {
    const element = await mountCalendar();
    await waitForText(element, 'dans 4 jours');
    const thawAgain = freeze('2026-11-25T23:30:00Z');
    try {
      element.timeZone = 'Pacific/Noumea';
      await waitForText(element, 'aujourd’hui');
    } finally {
      thawAgain();
      thaw = freeze('2026-11-22T10:00:00+01:00');
    }
  });

  it('makes one request for 50 that ask the same (F34)', async () => {
    const real = window.fetch;
    const urls: string[] = [];
    window.fetch = (async (url: string) => {
      urls.push(url);
      const body = answerSessions()(url.replace(/^.*v1\//, ''));
      return new Response(JSON.stringify(body), { headers: { 'Content-Type': 'application/json' } });
    }) as typeof fetch;
    try {
      const box = await mountCalendar(
        html`<div>
          ${Array.from(
            { length: 50 },
            () =>
              html`<f3e-session-calendar
                view="agenda"
                endpoint="https://fifty.example.org"
              ></f3e-session-calendar>`,
          )}
        </div>` as never,
      );
      const all = [...box.querySelectorAll('f3e-session-calendar')];
      for (const one of all) await waitForText(one, 'Échanges');
      expect(urls.length).to.equal(1);
    } finally {
      window.fetch = real;
    }
  });

  describe('with data that is not what it should be', () => {
    const errors: unknown[] = [];
    const caught = (event: ErrorEvent | PromiseRejectionEvent) =>
      errors.push('reason' in event ? event.reason : event.message);
    before(() => {
      window.addEventListener('error', caught);
      window.addEventListener('unhandledrejection', caught);
    });
    after(() => {
      window.removeEventListener('error', caught);
      window.removeEventListener('unhandledrejection', caught);
    });
    afterEach(() => expect(errors).to.deep.equal([]));

    const good = session('bonne', '2026-12-02T10:00:00+01:00');
    const with_ = async (items: unknown[], more = {}) => {
      const answer = { items: [good, ...items], next: null, communities: [], around: {}, ...more };
      const element = await mountCalendar(agenda, fakeApi({ 'sessions?': answer }));
      await waitForText(element, 'Séance bonne');
      return element;
    };

    it('leaves out an item that lacks what it needs, and shows the others (F13)', async () => {
      const element = await with_([
        null,
        5,
        'x',
        [],
        { ...good, id: undefined },
        { ...good, id: 'x', title: '' },
        { ...good, id: 'y', start: null },
      ]);
      expect(page(element).titles).to.deep.equal(['Séance bonne']);
    });

    it('shows codes it does not know as they are (F14)', async () => {
      const element = await with_([
        {
          ...good,
          id: 'neuve',
          title: 'Neuve',
          kind: 'hackathon',
          status: 'postponed',
          mode: 'metaverse',
          audience: 'alumni',
          registration: { state: 'lottery' },
          accessibility: ['braille'],
        },
      ]);
      expect(textOf(page(element).entry('Neuve'))).to.contain(
        'metaverse dans 10 jours genre hackathon alumni braille lottery',
      );
      expect(page(element).registerLink('Neuve')).to.equal(undefined);
    });

    it('holds with 10,000 items of 1,000 fields nobody knows, and says that there are more (F15)', async function () {
      this.timeout(30_000);
      const strange = Object.fromEntries(Array.from({ length: 1_000 }, (_, i) => [`field${i}`, i]));
      const many = Array.from({ length: 10_000 }, (_, i) => ({
        ...(i < 100 ? strange : {}),
        ...session(`n${i}`, '2026-12-03T10:00:00+01:00'),
      }));
      const element = await with_(many);
      await waitForText(element, 'Il y a d’autres séances');
      expect(page(element).entries.length).to.equal(400);
    });

    it('cuts a title of a megabyte and wraps an endless word (F16)', async () => {
      const element = await with_([
        { ...good, id: 'long', title: 'a'.repeat(1_000_000) },
        { ...good, id: 'mot', title: 'b'.repeat(5_000) },
      ]);
      element.style.width = '300px';
      await element.updateComplete;
      expect(page(element).titles[1]!.length).to.be.below(400);
      expect(inside(element, '.box')!.scrollWidth).to.be.at.most(300);
    });

    it('isolates texts of any script, marks and surrogates (F17)', async () => {
      const title = 'A\u202Egnirts\u0000 Z̷̛a̷l̷g̷o 👩🏽‍🤝‍👩🏿 \uD800 fin\u2028';
      const element = await with_([{ ...good, id: 'm', title, language: 'ar' }]);
      const shown = page(element).entries[1]!.querySelector('bdi')!;
      expect(shown.dir).to.equal('rtl');
      expect(shown.lang).to.equal('ar');
    });

    it('leaves out a start that is no date, and takes an end that is none for the start (F18)', async () => {
      const starts = ['', 'hier', '2026-12-03', '2026-12-03T10:00:00', '9999-13-45T10:00:00Z', 12, {}];
      const element = await with_([
        ...starts.map((start, i) => ({ ...good, id: `d${i}`, title: `Date ${i}`, start })),
        { ...good, id: 'fin', title: 'Fin illisible', end: 'plus tard' },
        { ...good, id: 'loin', title: 'Loin', start: '9999-12-31T10:00:00Z', end: '9999-12-31T11:00:00Z' },
      ]);
      expect(page(element).titles).to.deep.equal(['Séance bonne', 'Fin illisible']);
    });

    it('bears an end before its start, no length, and 400 days (F19)', async () => {
      const element = await with_([
        { ...good, id: 'e', title: 'À rebours', end: '2026-11-30T10:00:00+01:00' },
        { ...good, id: 'z', title: 'Sans durée', end: good.start },
        {
          ...good,
          id: 'a',
          title: 'Une année',
          start: '2026-06-01T10:00:00+02:00',
          end: '2027-07-06T10:00:00+02:00',
        },
      ]);
      expect(page(element).titles).to.include.members(['À rebours', 'Sans durée']);
      expect(page(element).titles.filter((one) => one === 'Une année').length, 'once a month').to.equal(3);
      page(element).button('Mois').click();
      await waitUntil(() => page(element).table);
    });

    it('bears hours that do not exist or occur twice, and zones that nobody knows (F20)', async () => {
      const element = await with_([
        session('trou', '2026-12-04T02:30:00+01:00', { timezone: 'Europe/Nulle_Part' }),
        session('vide', '2026-12-05T02:30:00+01:00', { timezone: '' }),
        session('faux', '2026-12-06T02:30:00+01:00', { timezone: '<b>' }),
      ]);
      expect(page(element).titles.length).to.equal(4);
    });

    it('shows once what comes twice (F21)', async () => {
      const element = await with_([good, { ...good }, { ...good, title: 'Autre' }]);
      expect(page(element).titles).to.deep.equal(['Séance bonne']);
    });

    it('never counts places below none, and takes odd numbers for nothing (F22)', async () => {
      const odd = [-3, 1e308, 2.5, 'dix', null];
      const element = await with_([
        { ...good, id: 'plus', title: 'Trop', capacity: 10, registered: 12 },
        ...odd.map((capacity, i) => ({ ...good, id: `o${i}`, title: `Impair ${i}`, capacity })),
      ]);
      expect(textOf(page(element).entry('Trop'))).to.contain('0 place restante sur 10');
      expect(textOf(page(element).entry('Impair 0'))).to.contain('inscriptions ouvertes');
      expect(textOf(element)).to.not.match(/NaN|Infinity|-\d+ place/);
    });

    it('believes the list rather than the total (F23)', async () => {
      const element = await with_([], { total: 50, next: 'abc' });
      await waitForText(element, 'Il y a d’autres séances');
      const empty = await mountCalendar(agenda, fakeApi({ 'sessions?': { items: [], total: 50 } }));
      await waitForText(empty, 'Aucune séance');
      const garbage = await mountCalendar(agenda, fakeApi({ 'sessions?': { sessions: [] } }));
      await waitForText(garbage, 'n’est pas lisible');
    });

    it('follows no link that is not one', async () => {
      const element = await with_([
        {
          ...good,
          id: 'lien',
          title: 'Lien',
          links: { page: 'javascript:alert(1)', register: 'data:text/html,x', calendar: 'vbscript:x' },
        },
      ]);
      page(element).summary('Lien').click();
      await waitForText(element, 'Ajouter à mon agenda');
      for (const link of queryAllByRole<HTMLAnchorElement>(page(element).entry('Lien'), 'link'))
        expect(link.getAttribute('href')).to.match(/^https:/);
    });
  });

  it('speaks English, and reads from right to left', async () => {
    const english = await mountCalendar(agenda, plan(), 'en');
    await waitForText(english, '3 of 40 places left');
    expect(textOf(english)).to.contain('in 4 days');
    page(english).button('Subscribe').click();
    await waitUntil(() => queryByRole(english, 'textbox'));
    expect(getByRole<HTMLInputElement>(english, 'textbox').value).to.match(/[?&]lang=en$/);
    const arabic = await mountCalendar(month, plan(), 'ar', 'rtl');
    await waitUntil(() => page(arabic).table);
    await waitForText(arabic, 'اكتمل العدد');
    await expect(arabic).to.be.accessible();
  });

  it('speaks Arabic: list, filters, subscription and what a session unfolds', async () => {
    const element = await mountCalendar(agenda, plan(), 'ar', 'rtl');
    await waitForText(element, /[3٣] أماكن متبقية/);
    page(element).button('تصفية').click();
    page(element).button('اشتراك').click();
    page(element).summary('reportee').click();
    await waitForText(element, 'إضافة إلى تقويمي');
    await waitForText(element, 'الاشتراك في تقويمي');
    await waitForText(element, 'كلمات البحث');
    expect(inside(element, '.box')!.dir).to.equal('rtl');
    await expect(element).to.be.accessible();
  });

  it('is accessible as a list, as a month, with its filters, and open', async function () {
    this.timeout(20_000);
    const element = await mountCalendar();
    await waitForText(element, 'Échanges');
    page(element).button('Filtrer').click();
    page(element).button('S’abonner').click();
    page(element).summary('reportee').click();
    await waitForText(element, 'Maison des associations');
    await waitForText(element, 'S’abonner tient');
    await expect(element).to.be.accessible();
    page(element).button('Mois').click();
    await waitUntil(() => page(element).table);
    await expect(element).to.be.accessible();
  });

  it('comes back whole after it was moved or taken away', async () => {
    const element = await mountCalendar();
    await waitForText(element, 'Échanges');
    const parent = element.parentElement!;
    element.remove();
    await aTimeout(20);
    parent.append(element);
    await waitForText(element, 'Échanges');
    for (let i = 0; i < 20; i++) parent.append(element);
    await waitForText(element, 'Échanges');
    expect(element.shadowRoot!.querySelectorAll('.frame').length).to.equal(1);
  });
});
