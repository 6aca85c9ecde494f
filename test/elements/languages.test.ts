import { expect, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { communities } from '../support/communities.js';
import { CalendarPage } from '../support/calendar-page.js';
import {
  answerSessions,
  genre,
  joinForm,
  organisations,
  registrationForm,
  session,
} from '../support/data.js';
import { fakeApi } from '../support/fake-api.js';
import { freeze, mount, waitForText } from '../support/mount.js';
import { answerResources } from '../support/resources.js';
import { getByRole } from '../support/roles.js';
import { waitUntil } from '../support/wait.js';
import type { F3eSessionCalendar } from '../../src/index.js';

const ENGLISH = 'An introduction for partners';
const ARABIC = 'مدخل إلى النوع الاجتماعي';

/** Foreign titles that a root shows without saying their language and direction, or says in an attribute. */
function unsaid(root: ShadowRoot | Element): string[] {
  const found: string[] = [];
  for (const element of root.querySelectorAll('*')) {
    if (element.shadowRoot) found.push(...unsaid(element.shadowRoot));
    for (const { name, value } of element.attributes)
      if (/^(?:aria-|title$|alt$)/.test(name) && (value.includes(ENGLISH) || value.includes(ARABIC)))
        found.push(`${name}="${value}"`);
    for (const node of element.childNodes) {
      if (!(node instanceof Text)) continue;
      for (const [title, language, dir] of [
        [ENGLISH, 'en', 'ltr'],
        [ARABIC, 'ar', 'rtl'],
      ] as const) {
        if (!node.data.includes(title)) continue;
        const said = element.closest('[lang]')?.getAttribute('lang');
        const way = element.closest('[dir]')?.getAttribute('dir');
        if (said !== language || way !== dir)
          found.push(`${element.localName}: ${node.data.trim()} (${said}, ${way})`);
      }
    }
  }
  return found;
}

const foreign = [
  session('anglaise', '2026-12-03T15:00:00+01:00', { title: ENGLISH, language: 'en' }),
  session('arabe', '2026-12-04T15:00:00+01:00', {
    title: ARABIC,
    language: 'ar',
    status: 'cancelled',
    cancellationReason: ARABIC,
  }),
  session('arabe2', '2026-12-08T15:00:00+01:00', {
    ...{ title: ARABIC, language: 'ar' },
    series: { id: 's', title: ARABIC, index: 1, total: 2, rule: null },
  }),
];
const named = (form: object) => ({
  ...form,
  title: `S’inscrire : ${ENGLISH}`,
  session: { id: 'anglaise', title: ENGLISH, language: 'en' },
});
const api = () =>
  fakeApi({
    'sessions?': answerSessions(foreign),
    'sessions?series=': { items: [foreign[2], { ...foreign[2], id: 'autre', title: ARABIC }] },
    'resources?': async (path: string) => {
      const page = (await answerResources()(path)) as { items: Record<string, unknown>[] };
      return {
        ...page,
        items: page.items.map((item, i) =>
          i === 0
            ? { ...item, title: ARABIC, summary: ARABIC, language: 'ar', marks: { title: [], summary: [] } }
            : item,
        ),
      };
    },
    'communities/': {
      ...genre,
      ...{ name: ARABIC, shortName: ARABIC, tagline: ARABIC, description: ARABIC, language: 'ar' },
      nextSession: { ...genre.nextSession, title: ENGLISH, language: 'en' },
    },
    communities: {
      ...communities,
      items: communities.items.map((one) => ({
        ...one,
        nextSession: one.nextSession && { ...one.nextSession, title: ENGLISH, language: 'en' },
      })),
    },
    'forms/register:': named(registrationForm),
    'forms/join:': joinForm,
    registrations: { status: 'confirmation-sent', message: 'ok', confirmWithinHours: 48 },
    organisations,
  });

describe('titles in other languages (A12)', () => {
  let thaw: () => void;
  before(() => {
    thaw = freeze('2026-11-22T10:00:00+01:00');
  });
  after(() => thaw());

  const views: [name: string, template: TemplateResult, drawn: string][] = [
    ['card', html`<f3e-community-card community="genre"></f3e-community-card>`, ENGLISH],
    ['directory', html`<f3e-community-directory></f3e-community-directory>`, ENGLISH],
    ['agenda', html`<f3e-session-calendar view="agenda"></f3e-session-calendar>`, ARABIC],
    ['month', html`<f3e-session-calendar view="month" month="2026-12"></f3e-session-calendar>`, ARABIC],
    ['list', html`<f3e-resource-list></f3e-resource-list>`, ARABIC],
    ['registration form', html`<f3e-registration-form session="anglaise"></f3e-registration-form>`, ENGLISH],
  ]; // prettier-ignore
  for (const [name, template, drawn] of views)
    it(`${name}: each says its language and direction, none stands in an attribute`, async () => {
      const element = await mount<HTMLElement>(template, api());
      await waitForText(element, drawn);
      expect(unsaid(element.shadowRoot!)).to.deep.equal([]);
    });

  it('the comparison of communities', async () => {
    const directory = await mount<HTMLElement>(
      html`<f3e-community-directory></f3e-community-directory>`,
      api(),
    );
    await waitForText(directory, ENGLISH);
    getByRole(directory, 'button', /^Laquelle est pour moi/).click();
    await waitUntil(() => directory.shadowRoot!.querySelector('[role=table], table'), 'no table');
    await waitForText(directory, ENGLISH);
    expect(unsaid(directory.shadowRoot!)).to.deep.equal([]);
  });

  it('what unfolds and opens: details, series, the dialogs of a session and of its form', async () => {
    const list = await mount<F3eSessionCalendar>(
      html`<f3e-session-calendar view="agenda"></f3e-session-calendar>`,
      api(),
    );
    await waitForText(list, ARABIC);
    const shown = new CalendarPage(list);
    list
      .shadowRoot!.querySelectorAll<HTMLElement>('.entry summary')
      .forEach((one, i) => i === 2 && one.click());
    await waitForText(list, 'Séance 1 sur 2');
    expect(unsaid(list.shadowRoot!)).to.deep.equal([]);
    const month = await mount<F3eSessionCalendar>(
      html`<f3e-session-calendar view="month" month="2026-12"></f3e-session-calendar>`,
      api(),
    );
    const table = new CalendarPage(month);
    await waitUntil(() => table.events.length === 3);
    table.events[0]!.click();
    await waitUntil(() => table.dialog?.open);
    await waitForText(month, 'Ce que nous ferons');
    expect(unsaid(month.shadowRoot!)).to.deep.equal([]);
    getByRole(table.dialog!, 'link', /^S’inscrire/).click();
    const form = () => month.shadowRoot!.querySelector('f3e-registration-form');
    await waitUntil(form, 'no form');
    await waitForText(form()!, ENGLISH);
    expect(unsaid(month.shadowRoot!)).to.deep.equal([]);
    expect(shown.entries.length).to.equal(3);
  });
});
