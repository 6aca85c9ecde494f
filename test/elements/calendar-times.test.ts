import { aTimeout, expect, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { now as clockNow, noteServerDate } from '../../src/api/clock.js';
import type { F3eSessionCalendar } from '../../src/index.js';
import { CalendarPage } from '../support/calendar-page.js';
import { answerSessions, genre, registrationForm, session } from '../support/data.js';
import { fails, fakeApi, type FakeApi } from '../support/fake-api.js';
import { mount, textOf, waitForText } from '../support/mount.js';
import { fieldOf, getByRole, nameOf, queryByRole, type } from '../support/roles.js';
import { waitUntil } from '../support/wait.js';

const page = (element: F3eSessionCalendar) => new CalendarPage(element);
const calendarOf = (api: FakeApi, template: TemplateResult) => mount<F3eSessionCalendar>(template, api);
const agenda = html`<f3e-session-calendar view="agenda"></f3e-session-calendar>`;

describe('what a calendar says of times', () => {
  const { now } = Date;
  const setClock = (iso: string) => {
    Date.now = () => Date.parse(iso);
  };
  beforeEach(() => setClock('2026-11-22T10:00:00+01:00'));
  afterEach(() => {
    Date.now = now;
  });

  it('T04: the month gives the hour of the start on the first day only, and the whole range in each name', async () => {
    const element = await calendarOf(
      fakeApi({
        'sessions?': answerSessions([
          session('nuit', '2026-11-30T22:00:00+01:00', { title: 'Nuit', end: '2026-12-02T02:00:00+01:00' }),
        ]),
      }),
      html`<f3e-session-calendar view="month" month="2026-12"></f3e-session-calendar>`,
    );
    await waitUntil(() => page(element).events.length === 3);
    const [first, middle, last] = page(element).events;
    expect(textOf(first!), 'a day of another month is no empty day').to.match(/^22:00 Nuit,/);
    expect(textOf(middle!).startsWith('suite Nuit,')).to.equal(true);
    expect(textOf(last!).startsWith('jusqu’à 02:00 Nuit,')).to.equal(true);
    for (const event of [middle!, last!])
      expect(nameOf(event)).to.contain('lundi 30 novembre à 22:00 – mercredi 2 décembre à 02:00');
    element.month = '2026-11';
    await waitUntil(() => page(element).caption === 'novembre 2026');
    expect(textOf(page(element).events[0]!).startsWith('22:00 Nuit,')).to.equal(true);
  });

  it('T04: a lunch in Paris is the evening of one day and the morning of the next in Nouméa', async () => {
    const element = await calendarOf(
      fakeApi({
        'sessions?': answerSessions([
          session('midi', '2026-12-03T12:30:00+01:00', { title: 'Midi', end: '2026-12-03T15:30:00+01:00' }),
        ]),
      }),
      html`<f3e-session-calendar
        view="month"
        month="2026-12"
        time-zone="Pacific/Noumea"
      ></f3e-session-calendar>`,
    );
    await waitUntil(() => page(element).events.length === 1);
    page(element).button('Heure de Nouméa').click();
    await waitUntil(() => page(element).events.length === 2);
    expect(textOf(page(element).cell('2026-12-03'))).to.contain('22:30 Midi');
    expect(textOf(page(element).cell('2026-12-04'))).to.contain('jusqu’à 01:30 Midi');
  });

  it('T05: several stretches make no single block in a web calendar; the file has them', async () => {
    const days = ['2026-11-24', '2026-11-25'].map((day) => ({
      start: `${day}T14:00:00+01:00`,
      end: `${day}T17:00:00+01:00`,
    }));
    const element = await calendarOf(
      fakeApi({
        'sessions?': answerSessions([
          session('jours', days[0]!.start, { end: days[1]!.end, days }),
          session('simple', '2026-11-26T10:00:00+01:00'),
        ]),
      }),
      agenda,
    );
    await waitForText(element, 'Séance jours');
    for (const [title, hasWeb] of [
      ['jours', false],
      ['simple', true],
    ] as const) {
      page(element).summary(title).click();
      await waitForText(element, `Ce que nous ferons (${title})`);
      const entry = page(element).entry(title);
      expect(queryByRole(entry, 'link', /^Fichier/)).not.to.equal(undefined);
      expect(Boolean(queryByRole(entry, 'link', 'Google'))).to.equal(hasWeb);
      expect(Boolean(queryByRole(entry, 'link', 'Outlook'))).to.equal(hasWeb);
    }
  });

  it('T06: a page left open over midnight says what is true on the new day, and asks again', async () => {
    let all = [session('demain', '2026-11-23T10:00:00+01:00')];
    const api = fakeApi({
      'sessions?': (path: string) => answerSessions(all)(path),
      'communities/': {
        ...genre,
        nextSession: {
          ...genre.nextSession,
          start: '2026-11-23T10:00:00+01:00',
          end: '2026-11-23T12:00:00+01:00',
        },
      },
    });
    const element = await calendarOf(api, agenda);
    const card = await mount<HTMLElement>(
      html`<f3e-community-card community="genre"></f3e-community-card>`,
      api,
    );
    await waitForText(element, 'demain');
    await waitForText(card, 'demain');
    // The session is cancelled in the night.
    all = [session('demain', '2026-11-23T10:00:00+01:00', { status: 'cancelled' })];
    setClock('2026-11-23T08:00:00+01:00');
    document.dispatchEvent(new Event('visibilitychange'));
    await waitForText(element, 'aujourd’hui');
    await waitForText(element, 'annulée');
    await waitForText(card, 'aujourd’hui');
    page(element).button('Mois suivants').click();
    await waitForText(element, 'Aujourd’hui');
    setClock('2026-12-01T08:00:00+01:00');
    page(element).button('Aujourd’hui').click();
    await waitUntil(
      () => page(element).picker.value === '2026-12',
      'the month of the day on which it is pressed',
    );
  });

  it('T06: an answer of ten minutes is asked for again when a reader comes back, a newer one is not', async () => {
    const api = fakeApi({ 'sessions?': answerSessions() });
    const element = await calendarOf(api, agenda);
    await waitForText(element, 'Échanges');
    const comeBack = async (iso: string) => {
      setClock(iso);
      window.dispatchEvent(new Event('pageshow'));
      await element.updateComplete;
      await aTimeout(20);
      return api.asked.length;
    };
    expect(await comeBack('2026-11-22T10:09:00+01:00')).to.equal(1);
    expect(await comeBack('2026-11-22T10:11:00+01:00')).to.equal(2);
  });

  it('T07: filters ask the server where one answer does not hold all sessions', async () => {
    const api = fakeApi({
      'sessions?': (path: string) => {
        const kind = new URLSearchParams(path.slice(path.indexOf('?'))).get('kind');
        const answer = answerSessions([
          session('un', '2026-11-26T10:00:00+01:00', { kind: kind ?? 'workshop' }),
        ])(path);
        return {
          ...answer,
          next: kind ? null : 'more',
          facets: {
            kind: [
              { value: 'workshop', count: 230 },
              { value: 'plenary', count: 1 },
            ],
          },
        };
      },
    });
    const element = await calendarOf(api, agenda);
    await waitForText(element, 'Il y a d’autres séances');
    page(element).button('Filtrer').click();
    await waitForText(element, 'plénière (1)');
    page(element).filter('plénière').click();
    await waitUntil(() => api.asked.some((path) => path.includes('kind=plenary')), 'not asked');
    await waitForText(element, 'Genre plénière');
    expect(textOf(element)).not.to.contain('Il y a d’autres séances');
    expect(textOf(element)).not.to.contain('Aucune séance');
    expect(textOf(element)).to.contain('atelier (230)');
  });

  it('T08: going back in the page shows the month of before; calendars that share a parameter leave each other alone', async () => {
    const before = location.href;
    try {
      const template = html`<f3e-session-calendar view="agenda" state-param="c"></f3e-session-calendar>`;
      const [one, two] = [
        await calendarOf(fakeApi({ 'sessions?': answerSessions() }), template),
        await calendarOf(fakeApi({ 'sessions?': answerSessions() }), template),
      ];
      await waitForText(one, 'Échanges');
      await waitForText(two, 'Échanges');
      const state = () => new URL(location.href).searchParams.get('c');
      page(one).button('Mois suivants').click();
      await waitUntil(() => state() === 'month=2027-02');
      two.requestUpdate();
      await two.updateComplete;
      expect(state()).to.equal('month=2027-02');
      history.back();
      await waitUntil(() => page(one).picker.value === '2026-11', 'the month did not come back');
      expect(state()).to.equal(null);
    } finally {
      history.replaceState(null, '', before);
    }
  });

  it('T09: zones have French names, with elision', async () => {
    for (const [zone, words] of [
      ['Africa/Abidjan', 'Heure d’Abidjan'],
      ['Pacific/Noumea', 'Heure de Nouméa'],
      ['Africa/Cairo', 'Heure du Caire'],
      ['Indian/Reunion', 'Heure de la Réunion'],
      ['UTC', 'Heure UTC'],
    ] as const) {
      const element = await calendarOf(
        fakeApi({ 'sessions?': answerSessions() }),
        html`<f3e-session-calendar view="agenda" time-zone=${zone}></f3e-session-calendar>`,
      );
      await waitForText(element, 'Échanges');
      expect(page(element).queryButton(words), `${zone}: ${page(element).clocks?.textContent}`).not.to.equal(
        undefined,
      );
    }
  });

  it('T10: the sessions of a full day that are folded in the month stand on paper', async () => {
    const element = await calendarOf(
      fakeApi({
        'sessions?': answerSessions(
          [1, 2, 3, 4, 5].map((i) => session(`s${i}`, `2026-12-03T1${i}:00:00+01:00`)),
        ),
      }),
      html`<f3e-session-calendar view="month" month="2026-12"></f3e-session-calendar>`,
    );
    await waitUntil(() => page(element).events.length === 2);
    const cell = page(element).cell('2026-12-03');
    expect(cell.querySelectorAll('[part=event]').length, 'all are there').to.equal(5);
    const hides = element
      .shadowRoot!.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules])
      .filter(
        (rule): rule is CSSMediaRule => rule instanceof CSSMediaRule && rule.cssText.includes('.folded'),
      );
    expect(hides.map((rule) => rule.media.mediaText)).to.deep.equal(['screen']);
    page(element).button('+ 3 autres').click();
    await waitUntil(() => page(element).events.length === 5);
  });

  it('H16: the month comes where it has room for its text, however large that is', async () => {
    const at = async (width: number, size: number) => {
      const box = await mount<HTMLElement>(
        html`<div style="width: ${width}px; font-size: ${size}px">
          <f3e-session-calendar></f3e-session-calendar>
        </div>`,
        fakeApi({ 'sessions?': answerSessions() }),
      );
      const element = box.querySelector<F3eSessionCalendar>('f3e-session-calendar')!;
      await waitForText(element, 'Échanges');
      return page(element);
    };
    const [roomy, crowded, wide] = [await at(645, 16), await at(645, 21.8), await at(900, 21.8)];
    await waitUntil(() => roomy.table && wide.table, 'no month');
    expect(crowded.table).to.equal(undefined);
  });

  it('F52: a device whose clock is wrong by years shows the month of the server', async () => {
    setClock('1970-01-01T10:00:00+01:00');
    try {
      noteServerDate('Sun, 22 Nov 2026 09:00:00 GMT');
      const element = await calendarOf(fakeApi({ 'sessions?': answerSessions() }), agenda);
      await waitForText(element, 'Échanges');
      expect(page(element).picker.value).to.equal('2026-11');
      setClock('2026-11-22T10:05:00+01:00');
      noteServerDate('Sun, 22 Nov 2026 09:00:00 GMT');
      expect(clockNow(), 'minutes do not matter').to.equal(Date.now());
    } finally {
      noteServerDate(new Date(Date.now()).toUTCString());
    }
  });

  it('T11: a session that was cancelled while its form was open is said so, not as an answer to correct', async () => {
    const api = fakeApi({
      'forms/register:': registrationForm,
      registrations: fails('invalid', [
        { pointer: '/session', code: 'cancelled', detail: 'Cette séance a été annulée.' },
      ]),
    });
    const form = await mount<HTMLElement>(
      html`<f3e-registration-form session="echanges"></f3e-registration-form>`,
      api,
    );
    await waitForText(form, 'M’inscrire');
    type(fieldOf(form, /e-mail/), 'awa@example.org');
    getByRole(form, 'button', 'M’inscrire').click();
    await waitForText(form, 'Cette séance a été annulée.');
    expect(textOf(form)).to.contain('L’envoi n’a pas été accepté');
    expect(textOf(form)).not.to.contain('à revoir');
  });
});
