import { expect, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { joinForm } from '../support/data.js';
import { wholeApi } from '../support/every-element.js';
import { fails } from '../support/fake-api.js';
import { freeze, mount, textOf, waitForText } from '../support/mount.js';
import { waitUntil } from '../support/wait.js';

/** What an attribute says, what is asked for because of it, and the words that the console must have. */
interface Case {
  element: TemplateResult;
  drawn: string;
  /** Parts of the address that is asked for; those with a minus are not in it. */
  asks: string[];
  warning?: RegExp;
}

const cases: Record<string, Case> = {
  'a kind of session that there is not': {
    element: html`<f3e-session-calendar view="agenda" kind="nope"></f3e-session-calendar>`,
    drawn: 'Séance complete',
    asks: ['-kind='],
    warning: /ignores “nope” in its “kind” attribute\. Accepted: workshop, webinar/,
  },
  'one kind of two': {
    element: html`<f3e-session-calendar view="agenda" kind=" Workshop, nope"></f3e-session-calendar>`,
    drawn: 'Séance complete',
    asks: ['kind=workshop'],
    warning: /ignores “nope”/,
  },
  'a language in capitals': {
    element: html`<f3e-session-calendar view="agenda" language="FR"></f3e-session-calendar>`,
    drawn: 'Séance complete',
    asks: ['language=fr'],
  },
  'a mode in French': {
    element: html`<f3e-session-calendar view="agenda" mode="visio"></f3e-session-calendar>`,
    drawn: 'Séance complete',
    asks: ['-mode='],
    warning: /“visio” in its “mode” attribute\. Accepted: online, in-person, hybrid\. See docs\/elements\/session-calendar\.md/,
  },
  'an audience that there is not': {
    element: html`<f3e-session-calendar view="agenda" audience="public"></f3e-session-calendar>`,
    drawn: 'Séance complete',
    asks: ['-audience='],
    warning: /“audience” attribute\. Accepted: all, members, participants/,
  },
  'a view in French': {
    element: html`<div style="width: 300px"><f3e-session-calendar view="mois"></f3e-session-calendar></div>`,
    drawn: 'Séance complete',
    asks: ['from=2026-10-25'],
    warning: /“mois” in its “view” attribute\. Accepted: auto, agenda, month/,
  },
  'a month in words, too many months, a zone without its continent': {
    element: html`<f3e-session-calendar view="agenda" month="décembre" months="40" time-zone="Dakar"></f3e-session-calendar>`,
    drawn: 'Séance complete',
    asks: ['from=2026-10-25'],
    warning: /“Dakar” in its “time-zone” attribute/,
  },
  'a comma at the end of a community': {
    element: html`<f3e-session-calendar view="agenda" community="genre,"></f3e-session-calendar>`,
    drawn: 'Séance complete',
    asks: ['community=genre&'],
  },
  'a community of a calendar that does not exist': {
    element: html`<f3e-session-calendar view="agenda" community="gender"></f3e-session-calendar>`,
    drawn: 'Séance complete',
    asks: ['community=gender'],
    warning: /ignores “gender” in its “community” attribute\. Accepted: [a-z, -]*genre/,
  },
  'a year in words': {
    element: html`<f3e-resource-list year="l'an dernier"></f3e-resource-list>`,
    drawn: '7 ressources',
    asks: ['-year='],
    warning: /“year” attribute\. Accepted: years such as 2026/,
  },
  'an access in French': {
    element: html`<f3e-resource-list access="membres"></f3e-resource-list>`,
    drawn: '7 ressources',
    asks: ['-access='],
    warning: /“access” attribute\. Accepted: public, members/,
  },
  'a layout, a paging and a facet that there are not': {
    element: html`<f3e-resource-list layout="grid" paging="all" facets="kind,colour"></f3e-resource-list>`,
    drawn: '7 ressources',
    asks: ['size=20'],
    warning: /“colour” in its “facets” attribute\. Accepted: community, theme, kind, language, year, access/,
  },
  'a theme that does not exist': {
    element: html`<f3e-resource-list theme="sport"></f3e-resource-list>`,
    drawn: '0 ressource',
    asks: ['theme=sport'],
    warning: /ignores “sport” in its “theme” attribute/,
  },
  'a card of a community with capitals and spaces': {
    element: html`<f3e-community-card community=" Genre "></f3e-community-card>`,
    drawn: 'Rejoindre',
    asks: ['communities/genre'],
  },
  'a card with a layout that there is not': {
    element: html`<f3e-community-card community="genre" layout="wide"></f3e-community-card>`,
    drawn: 'Rejoindre',
    asks: ['communities/genre'],
    warning: /“wide” in its “layout” attribute\. Accepted: card, row, compact/,
  },
  'a community of a directory that does not exist': {
    element: html`<f3e-community-directory communities="genre,gender" sort="date"></f3e-community-directory>`,
    drawn: 'Genre',
    asks: ['communities'],
    warning: /ignores “gender” in its “communities” attribute/,
  },
  'the identifier of a session with spaces': {
    element: html`<f3e-registration-form session=" echanges "></f3e-registration-form>`,
    drawn: 'M’inscrire',
    asks: ['forms/register:echanges'],
  },
  'a form with a level of its heading that there is not': {
    element: html`<f3e-proposal-form heading-level="1"></f3e-proposal-form>`,
    drawn: 'Envoyer ma proposition',
    asks: ['forms/proposal'],
    warning: /“1” in its “heading-level” attribute\. Accepted: a whole number from 2 to 6/,
  },
}; // prettier-ignore

describe('attributes that cannot be read (V01)', () => {
  let thaw: () => void;
  let warnings: string[];
  const warn = console.warn;
  before(() => {
    thaw = freeze('2026-11-22T10:00:00+01:00');
  });
  after(() => thaw());
  beforeEach(() => {
    warnings = [];
    console.warn = (...said: unknown[]) => warnings.push(String(said[0]));
  });
  afterEach(() => {
    console.warn = warn;
  });

  for (const [name, { element, drawn, asks, warning }] of Object.entries(cases)) {
    it(`shows the rest, and names it in the console: ${name}`, async () => {
      const api = wholeApi();
      const root = await mount<HTMLElement>(element, api);
      const host = root.localName.startsWith('f3e-') ? root : (root.firstElementChild as HTMLElement);
      await waitForText(host, drawn);
      for (const part of asks) {
        if (part.startsWith('-')) expect(api.asked[0]).not.to.contain(part.slice(1));
        else expect(api.asked[0]).to.contain(part);
      }
      if (!warning) expect(warnings).to.deep.equal([]);
      else {
        await waitUntil(() => warnings.some((one) => warning.test(one)), warnings.join('\n') || 'no warning');
        expect(new Set(warnings).size, 'said twice').to.equal(warnings.length);
      }
      expect(textOf(host)).not.to.contain('rencontré un problème');
    });
  }

  it('says once what a new value cannot be, whether it stands in an attribute or a property', async () => {
    const root = await mount<HTMLElement & { mode: string }>(
      html`<f3e-session-calendar view="agenda" .mode=${'visio'}></f3e-session-calendar>`,
      wholeApi(),
    );
    await waitForText(root, 'Séance complete');
    await waitUntil(() => warnings.length === 1, 'no warning');
    root.setAttribute('mode', 'au bureau');
    await waitUntil(() => warnings.length === 2, 'no second warning');
    expect(warnings[1]).to.contain('“au bureau”');
  });

  it('names the communities that exist where an attribute is missing or names none of them', async () => {
    for (const [element, words] of [
      [html`<f3e-community-card></f3e-community-card>`, 'needs a “community” attribute'],
      [html`<f3e-community-card community="gender"></f3e-community-card>`, 'nothing is called “gender”'],
      [html`<f3e-join-form community="gender"></f3e-join-form>`, 'nothing is called “gender”'],
    ] as const) {
      warnings = [];
      await mount(
        element,
        wholeApi({ 'communities/': fails('not-found'), 'forms/join:': fails('not-found') }),
      );
      await waitUntil(() => warnings.length === 1, 'no warning');
      expect(warnings[0])
        .to.contain(words)
        .and.match(/Communities: .*genre.*\. See docs\/elements\//);
    }
  });

  it('leads to the hosted form, before anything is typed, where this site may not send it', async () => {
    const form = await mount<HTMLElement>(
      html`<f3e-join-form community="genre"></f3e-join-form>`,
      wholeApi({ 'forms/join:': { ...joinForm, maySend: false } }),
    );
    await waitForText(form, 'Ce formulaire se remplit sur la page du F3E.');
    expect(form.shadowRoot!.querySelector('input, button')).to.equal(null);
    expect(form.shadowRoot!.querySelector('a')!.href).to.contain('/communautes/genre/rejoindre');
    await waitUntil(() => warnings.length === 1, 'no warning');
    expect(warnings[0]).to.contain(`add ${location.origin} to its ALLOWED_ORIGINS`);
  });
});
