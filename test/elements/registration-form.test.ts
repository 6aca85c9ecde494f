import { expect, html } from '@open-wc/testing';
import type { F3eRegistrationForm } from '../../src/index.js';
import { registrationForm } from '../support/data.js';
import { fails, fakeApi, type FakeApi } from '../support/fake-api.js';
import { mount, textOf, waitForText } from '../support/mount.js';
import { getByRole, fieldOf, type } from '../support/roles.js';
import { waitUntil } from '../support/wait.js';

const plan = () => ({
  'forms/': registrationForm as unknown,
  registrations: { status: 'confirmation-sent', message: 'ok', confirmWithinHours: 48 } as unknown,
});

async function open(api: FakeApi = fakeApi(plan()), lang = 'fr') {
  const element = await mount<F3eRegistrationForm>(
    html`<f3e-registration-form session="echanges" organisation="Une association"></f3e-registration-form>`,
    api,
    lang,
  );
  await waitForText(element, lang === 'fr' ? 'Adresse e-mail' : 'E-mail');
  return { element, api };
}

describe('f3e-registration-form', () => {
  it('asks for the form of its session in the language of the page, and can be used by everybody', async () => {
    const { element, api } = await open();
    expect(api.asked[0]).to.equal('forms/register:echanges?lang=fr');
    await expect(element).to.be.accessible();
  });

  it('sends what was answered for its session, and tells the page which session it was', async () => {
    const { element, api } = await open();
    const told: unknown[] = [];
    element.addEventListener('f3e-registration-submit', ({ detail }) => told.push(detail));
    element.addEventListener('f3e-registration-accepted', ({ detail }) => told.push(detail));
    type(fieldOf(element, /^Adresse e-mail/), 'une@example.org');
    getByRole(element, 'button', 'M’inscrire').click();
    await waitForText(element, 'bien arrivée');
    expect(api.sent[0]!.path).to.equal('registrations');
    expect(api.sent[0]!.body).to.deep.include({ session: 'echanges' });
    const answers = api.sent[0]!.body['answers'];
    expect(answers).to.deep.include({ email: 'une@example.org' });
    expect(told).to.deep.equal([{ session: 'echanges', answers }, { session: 'echanges' }]);
  });

  it('keeps what was typed when it is refused, and says why', async () => {
    const { element } = await open(fakeApi({ ...plan(), registrations: fails('server') }));
    const refused: unknown[] = [];
    element.addEventListener('f3e-registration-refused', ({ detail }) => refused.push(detail));
    type(fieldOf(element, /^Adresse e-mail/), 'une@example.org');
    getByRole(element, 'button', 'M’inscrire').click();
    await waitForText(element, /n’a pas pu|indisponible|pas répondu|panne|réessay/i);
    expect(fieldOf(element, /^Adresse e-mail/).value).to.equal('une@example.org');
    expect(refused).to.deep.equal([{ session: 'echanges', kind: 'server' }]);
  });

  it('begins anew for another session', async () => {
    const { element, api } = await open();
    type(fieldOf(element, /^Adresse e-mail/), 'une@example.org');
    getByRole(element, 'button', 'M’inscrire').click();
    await waitForText(element, 'bien arrivée');
    element.session = 'autre';
    await waitForText(element, 'Adresse e-mail');
    expect(api.asked.at(-1)).to.equal('forms/register:autre?lang=fr');
    expect(getByRole(element, 'button', 'M’inscrire')).to.exist;
  });

  it('without a session shows its fallback and says in the console what it lacks', async () => {
    const warnings: unknown[] = [];
    const { warn } = console;
    console.warn = (...words: unknown[]) => warnings.push(words.join(' '));
    try {
      const element = await mount<F3eRegistrationForm>(
        html`<f3e-registration-form
          ><a href="/inscription">S’inscrire sur le site</a></f3e-registration-form
        >`,
        fakeApi(plan()),
      );
      await element.updateComplete;
      expect(textOf(element)).to.contain('S’inscrire sur le site');
      await waitUntil(() => /f3e-registration-form.*session/.test(warnings.join()), 'no warning');
    } finally {
      console.warn = warn;
    }
  });
});
