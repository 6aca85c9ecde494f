import { aTimeout, expect, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { F3eJoinForm } from '../../src/index.js';
import { joinForm, organisations } from '../support/data.js';
import { after, fails, fakeApi, never, type FakeApi } from '../support/fake-api.js';
import { FormPage } from '../support/form-page.js';
import { focused, inside, mount, waitForText, textOf } from '../support/mount.js';
import { queryAllByRole, getByRole } from '../support/roles.js';
import { waitUntil } from '../support/wait.js';

const accepted = { status: 'confirmation-sent', message: 'ok', confirmWithinHours: 48 };
const plan = () => ({ 'forms/': joinForm as unknown, organisations, 'join-requests': accepted as unknown });

async function open(api: FakeApi = fakeApi(plan()), lang = 'fr') {
  const element = await mount<F3eJoinForm>(
    html`<f3e-join-form community="genre"></f3e-join-form>`,
    api,
    lang,
  );
  await waitUntil(() => page(element).isShown);
  return { element, api };
}
const labels = {
  email: /^Adresse e-mail/,
  givenName: /^Prénom/,
  familyName: /^Nom/,
  organisation: /^Organisation/,
  role: /^Votre rôle/,
  motivation: /^Ce qui vous amène/,
  otherTopic: /^Lequel/,
};
type Question = keyof typeof labels;
const membership = /^Votre organisation est-elle membre/;
const page = (element: HTMLElement) => new FormPage(element, /^(Envoyer ma demande|Send)$/);
const field = <F extends HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement = HTMLInputElement>(
  element: HTMLElement,
  name: Question,
) => page(element).field<F>(labels[name]);
const type = (element: HTMLElement, name: Question, text: string) => page(element).type(labels[name], text);
const choose = (element: HTMLElement, name: Question, value: string) =>
  page(element).choose(labels[name], value);
const submit = (element: HTMLElement) => page(element).submit();
describe('f3e-join-form', () => {
  it('J01 draws the form of the API: labels, hints, one root, nothing ticked', async () => {
    const { element } = await open();
    for (const input of element.shadowRoot!.querySelectorAll('input, select, textarea')) {
      expect((input as HTMLInputElement).labels?.length, input.id).to.be.at.least(1);
    }
    const email = field(element, 'email');
    expect([email.type, email.ariaRequired, email.autocomplete]).to.deep.equal(['email', 'true', 'email']);
    expect(email.required, 'nothing is invalid before it was sent (J14)').to.equal(false);
    expect(email.labels![0]!.textContent.replace(/\s+/g, ' ')).to.contain('Adresse e-mail (obligatoire)');
    expect(page(element).saidOf(labels.email)).to.contain('prenom.nom@');
    expect(email.hasAttribute('aria-invalid')).to.equal(false);
    expect(field(element, 'givenName').autocomplete).to.equal('given-name');
    expect(page(element).tickedBoxes).to.deep.equal([]);
    expect(inside<HTMLFormElement>(element, 'form')!.noValidate).to.equal(true);
    expect(textOf(element)).to.contain('Phrase sur : controller. Phrase sur : purposes.');
    expect(document.activeElement, 'never takes focus by itself').to.equal(document.body);
    await expect(element).to.be.accessible();
  });

  it('F56 ignores a consent that the API would tick', async () => {
    const { element } = await open(
      fakeApi({
        ...plan(),
        'forms/': { ...joinForm, consents: [{ ...joinForm.consents[0], default: true, checked: true }] },
      }),
    );
    expect(page(element).tickedBoxes).to.deep.equal([]);
  });

  it('lists what is wrong, takes focus there, and leads to each field (J03)', async () => {
    const { element, api } = await open();
    type(element, 'givenName', 'Prénom gardé');
    type(element, 'email', 'pas une adresse');
    type(element, 'motivation', 'x'.repeat(1_001));
    submit(element);
    await waitForText(element, '2 réponses sont à revoir');
    await waitUntil(() => focused(element)?.contains(page(element).alert));
    expect(api.sent.length).to.equal(0);
    const email = field(element, 'email');
    expect(email.getAttribute('aria-invalid')).to.equal('true');
    expect(page(element).saidOf(labels.email)).to.contain('Écrivez une adresse e-mail complète');
    expect(field(element, 'givenName').value).to.equal('Prénom gardé');
    getByRole(page(element).alert, 'link').click();
    expect(focused(element)).to.equal(email);
    await expect(element).to.be.accessible();
    type(element, 'email', 'a@example.org');
    type(element, 'motivation', 'court');
    submit(element);
    await waitForText(element, 'Votre demande est bien arrivée');
  });

  it('sends what was answered, once, and says what comes next with focus on it (J12)', async () => {
    const { element, api } = await open();
    type(element, 'email', '  a@example.org ');
    choose(element, 'role', 'employee');
    page(element).option('Je ne sais pas').click();
    page(element).option('Sujet A').click();
    page(element)
      .option(/lettre d’information/)
      .click();
    page(element).option('Échanges').click();
    setTimeout(() => submit(element));
    const before = (await oneEvent(element, 'f3e-join-submit')) as CustomEvent<{ community: string }>;
    expect(before.cancelable).to.equal(true);
    const fact = (await oneEvent(element, 'f3e-join-accepted')) as CustomEvent<object>;
    expect(fact.detail).to.deep.equal({ community: 'genre' });
    await waitForText(element, 'dans les 48 heures');
    await waitUntil(() => focused(element)?.id === 'title');
    expect(api.sent.length).to.equal(1);
    const { body, path } = api.sent[0]!;
    expect(path).to.equal('join-requests');
    expect(body).to.deep.include({
      community: 'genre',
      strand: 'echanges',
      formVersion: 'v1',
      language: 'fr',
      sourceSite: location.origin,
    });
    expect(body['answers']).to.deep.equal({
      email: 'a@example.org',
      membership: 'unsure',
      role: 'employee',
      topics: ['a'],
    });
    expect(body['consents']).to.deep.equal([{ purpose: 'newsletter', textSha256: 'a'.repeat(64) }]);
    await expect(element).to.be.accessible();
  });

  it('lets the page stop a submission', async () => {
    const { element, api } = await open();
    type(element, 'email', 'a@example.org');
    element.addEventListener('f3e-join-submit', (event) => event.preventDefault());
    submit(element);
    await oneEvent(element, 'f3e-join-submit');
    await aTimeout(50);
    expect(api.sent.length).to.equal(0);
    expect(field(element, 'email').value).to.equal('a@example.org');
  });

  it('F53 sends one request for ten clicks and ten times Enter, and the button keeps focus (J08)', async () => {
    const api = fakeApi({ ...plan(), 'join-requests': after(150, accepted) });
    const { element } = await open(api);
    type(element, 'email', 'a@example.org');
    const button = page(element).submitButton;
    button.focus();
    for (let i = 0; i < 10; i++) button.click();
    await waitUntil(() => button.getAttribute('aria-disabled') === 'true');
    expect(focused(element)).to.equal(button);
    expect(button.disabled).to.equal(false);
    field(element, 'email').focus();
    for (let i = 0; i < 3; i++) await sendKeys({ press: 'Enter' });
    await waitForText(element, 'Votre demande est bien arrivée');
    await aTimeout(50);
    expect(api.sent.length).to.equal(1);
  });

  it('is sent by Enter in a field, also where submit events never come (H06)', async () => {
    const { element, api } = await open();
    inside(element, 'form')!.addEventListener('submit', (event) => event.stopImmediatePropagation(), true);
    type(element, 'email', 'a@example.org');
    field(element, 'email').focus();
    await sendKeys({ press: 'Enter' });
    await waitForText(element, 'Votre demande est bien arrivée');
    expect(api.sent.length).to.equal(1);
  });

  it('puts the server’s issues beside their fields, and an unknown one at the top (J04)', async () => {
    const api = fakeApi({
      ...plan(),
      'join-requests': fails('invalid', [
        { pointer: '/answers/email', code: 'not-an-email', detail: 'Cette adresse ne va pas.' },
        { pointer: '/somewhere', code: 'odd', detail: 'Autre chose ne va pas.' },
        { pointer: '/answers/constructor', code: 'odd', detail: '<b>gras</b>' },
      ]),
    });
    const { element } = await open(api);
    type(element, 'email', 'a@example.org');
    submit(element);
    await waitForText(element, 'Une réponse est à revoir');
    expect(page(element).saidOf(labels.email)).to.contain('Cette adresse ne va pas.');
    expect(textOf(page(element).alert)).to.contain('Autre chose ne va pas. <b>gras</b>');
    expect(queryAllByRole(page(element).alert, 'link').length).to.equal(1);
    await waitUntil(() => focused(element)?.contains(page(element).alert));
  });

  it('keeps all that was typed after a failure, and tries again under the same key (J07, L01)', async () => {
    for (const kind of ['server', 'timeout', 'busy', 'garbage', 'refused'] as const) {
      const api = fakeApi({ ...plan(), 'join-requests': fails(kind) });
      const { element } = await open(api);
      type(element, 'email', 'a@example.org');
      type(element, 'motivation', 'Un long texte');
      setTimeout(() => submit(element));
      const refused = (await oneEvent(element, 'f3e-join-refused')) as CustomEvent<object>;
      expect(refused.detail).to.deep.equal({ community: 'genre', kind });
      await waitForText(element, 'Vos réponses sont toujours là');
      expect(getByRole<HTMLAnchorElement>(page(element).alert, 'link').href).to.equal(joinForm.page);
      expect(field(element, 'motivation').value).to.equal('Un long texte');
      api.plan['join-requests'] = accepted;
      submit(element);
      await waitForText(element, 'Votre demande est bien arrivée');
      expect(api.sent.length).to.equal(2);
      expect(api.sent[0]!.key)
        .to.match(/^[0-9a-f]{32}$/)
        .and.to.equal(api.sent[1]!.key);
    }
  });

  it('uses another key when what is sent has changed (F54)', async () => {
    const api = fakeApi({ ...plan(), 'join-requests': fails('server') });
    const { element } = await open(api);
    type(element, 'email', 'a@example.org');
    submit(element);
    await waitForText(element, 'toujours là');
    type(element, 'email', 'b@example.org');
    api.plan['join-requests'] = accepted;
    submit(element);
    await waitForText(element, 'bien arrivée');
    expect(api.sent[0]!.key).not.to.equal(api.sent[1]!.key);
  });

  it('F40 keeps the request while there is no network, and sends it once when it returns (L04)', async () => {
    const api = fakeApi({ ...plan(), 'join-requests': fails('offline') });
    const { element } = await open(api);
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
    try {
      type(element, 'email', 'a@example.org');
      submit(element);
      await waitForText(element, 'partira une seule fois');
      api.plan['join-requests'] = accepted;
      window.dispatchEvent(new CustomEvent('online'));
      window.dispatchEvent(new CustomEvent('online'));
      await waitForText(element, 'bien arrivée');
      expect(api.sent.length).to.equal(2);
      expect(api.sent[0]!.key).to.equal(api.sent[1]!.key);
    } finally {
      delete (navigator as { onLine?: boolean }).onLine;
    }
  });

  it('keeps what was typed when the language changes, when it is moved, and when it is asked again', async () => {
    const english = {
      ...joinForm,
      language: 'en',
      version: 'v1-en',
      title: 'Join “Genre”',
      submitLabel: 'Send',
    };
    const api = fakeApi({ ...plan(), 'forms/join:genre?lang=en': english });
    const { element } = await open(api);
    type(element, 'email', 'a@example.org');
    type(element, 'motivation', 'Un texte');
    element.parentElement!.lang = 'en';
    await waitForText(element, 'Join “Genre”');
    expect(textOf(element)).to.contain('What we do with your answers');
    const other = document.createElement('div');
    element.parentElement!.append(other);
    other.append(element);
    element.reload();
    await aTimeout(50);
    expect([field(element, 'email').value, field(element, 'motivation').value]).to.deep.equal([
      'a@example.org',
      'Un texte',
    ]);
    submit(element);
    await waitForText(element, 'Your request has arrived');
    expect(api.sent[0]!.body['formVersion']).to.equal('v1-en');
  });

  it('asks a question right after the one that calls for it, and judges it only then (J05)', async () => {
    const { element, api } = await open();
    expect(page(element).hasField(labels.otherTopic)).to.equal(false);
    choose(element, 'role', 'other');
    await waitUntil(() => page(element).hasField(labels.otherTopic));
    type(element, 'email', 'a@example.org');
    submit(element);
    await waitForText(element, 'Renseignez « Lequel ? ».');
    choose(element, 'role', 'student');
    submit(element);
    await waitForText(element, 'bien arrivée');
    expect(api.sent[0]!.body['answers']).to.deep.equal({ email: 'a@example.org', role: 'student' });
  });

  it('offers the organisations when one comes to that question, and knows which are members', async () => {
    const { element, api } = await open();
    expect(api.asked).to.deep.equal(['forms/join:genre?lang=fr']);
    field(element, 'organisation').focus();
    await waitUntil(() => inside(element, 'datalist option'));
    expect(
      [...element.shadowRoot!.querySelectorAll('datalist option')].map(
        (one) => (one as HTMLOptionElement).value,
      ),
    ).to.deep.equal(['Rivages en commun', 'Bée Conseil']);
    type(element, 'organisation', 'Bée Conseil');
    await waitForText(element, 'n’est pas membre du F3E');
    expect(page(element).asks(membership), 'what is known is not asked (J07)').to.equal(false);
    type(element, 'organisation', 'Une organisation inconnue');
    await waitUntil(() => page(element).asks(membership));
    expect(page(element).option('Oui, membre').checked, 'nothing of the other one is kept').to.equal(false);
    type(element, 'organisation', 'Rivages en commun');
    await waitForText(element, 'est membre du F3E');
    type(element, 'email', 'a@example.org');
    submit(element);
    await waitForText(element, 'bien arrivée');
    expect(api.sent[0]!.body['answers']).to.deep.equal({
      email: 'a@example.org',
      organisation: 'Rivages en commun',
      membership: 'member',
    });
  });

  it('fills in and locks what the page says, takes from its address what it lists, and leaves out the rest', async () => {
    const here = location.href;
    history.replaceState(null, '', '?givenName=Une&role=employee&motivation=volee&hasFollowed=oui');
    try {
      const api = fakeApi(plan());
      const element = await mount<F3eJoinForm>(
        html`<f3e-join-form
          community="genre"
          prefill-organisation="Rivages en commun"
          prefill-family-name="Deux"
          prefill-membership="nothing-offered"
          from-query="givenName, role"
          locked="organisation, role"
        ></f3e-join-form>`,
        api,
      );
      await waitUntil(() => page(element).isShown);
      expect(field(element, 'organisation').readOnly).to.equal(true);
      expect(field(element, 'familyName').readOnly).to.equal(false);
      expect(field(element, 'role').value, 'a locked choice says its label').to.equal('Rôle employee');
      expect(textOf(element)).to.contain('Rempli par ce site.');
      expect(field(element, 'motivation').value, 'not listed').to.equal('');
      await waitUntil(() => !page(element).asks(membership), 'what is known is not asked');
      await expect(element).to.be.accessible();
      type(element, 'email', 'a@example.org');
      submit(element);
      await waitForText(element, 'bien arrivée');
      expect(api.sent[0]!.body['answers']).to.deep.equal({
        email: 'a@example.org',
        givenName: 'Une',
        familyName: 'Deux',
        organisation: 'Rivages en commun',
        membership: 'member',
        role: 'employee',
      });
      expect(api.asked.filter((path) => path.startsWith('organisations'))).to.deep.equal([
        'organisations?q=Rivages%20en%20commun&limit=20',
      ]);
    } finally {
      history.replaceState(null, '', here);
    }
  });

  it('warns before the page is left with something typed, and only then', async () => {
    const leaves = () => window.dispatchEvent(new CustomEvent('beforeunload', { cancelable: true }));
    const { element } = await open();
    expect(leaves(), 'nothing typed').to.equal(true);
    type(element, 'email', 'a@example.org');
    expect(leaves(), 'something typed').to.equal(false);
    const parent = element.parentElement!;
    element.remove();
    expect(leaves(), 'gone from the page').to.equal(true);
    parent.append(element);
    await element.updateComplete;
    expect(leaves(), 'back').to.equal(false);
    submit(element);
    await waitForText(element, 'bien arrivée');
    expect(leaves(), 'sent').to.equal(true);
  });

  it('warns for each form of its own, and gives a late answer to the form that was sent only', async () => {
    const leaves = () => window.dispatchEvent(new CustomEvent('beforeunload', { cancelable: true }));
    let answer = () => {};
    const late = new Promise((done) => (answer = () => done(accepted)));
    const api = fakeApi({ ...plan(), 'join-requests': () => late });
    const { element } = await open(api);
    const other = await open();
    type(other.element, 'email', 'b@example.org');
    type(element, 'email', 'a@example.org');
    submit(element);
    await waitUntil(() => api.sent.length === 1);
    element.community = 'aoc';
    await element.updateComplete;
    await waitUntil(() => page(element).isShown);
    type(element, 'motivation', 'Pour une autre communauté');
    answer();
    await aTimeout(50);
    expect(field(element, 'motivation').value).to.equal('Pour une autre communauté');
    expect(textOf(element)).not.to.contain('bien arrivée');
    element.remove();
    expect(leaves(), 'the other form still has something').to.equal(false);
    other.element.remove();
    expect(leaves()).to.equal(true);
  });

  it('J10 keeps its trap out of reach, and tells the server when a robot answered it', async () => {
    const { element, api } = await open();
    const trap = inside<HTMLInputElement>(element, '[name=website]')!;
    expect(trap.tabIndex).to.equal(-1);
    expect(trap.closest('[aria-hidden=true]')).to.not.equal(null);
    const { width, height } = trap.closest('div')!.getBoundingClientRect();
    expect(Math.max(width, height)).to.be.at.most(1);
    trap.value = 'https://spam.example';
    type(element, 'email', 'a@example.org');
    submit(element);
    await waitForText(element, 'bien arrivée');
    expect(api.sent[0]!.body['website']).to.equal('https://spam.example');
  });

  it('S09 does the work from the first focus on, sends it, and does it again when it was refused', async () => {
    const task = { nonce: '00ff', salt: '0102', cost: 1, keyLength: 32, keyPrefix: '0' };
    const api = fakeApi({ ...plan(), challenge: { parameters: task, signature: 's' } });
    let refused = 0;
    api.plan['join-requests'] = () =>
      refused++ ? accepted : fails('invalid', [{ pointer: '/proof', code: 'spent', detail: 'non' }])();
    const { element } = await open(api);
    field(element, 'email').focus();
    await waitUntil(() => api.asked.some((path) => path.startsWith('challenge?form=join%3Agenre')));
    type(element, 'email', 'a@example.org');
    submit(element);
    await waitForText(element, 'bien arrivée');
    expect(api.sent.length).to.equal(2);
    expect(api.sent[0]!.key).to.equal(api.sent[1]!.key);
    const [first, second] = api.sent.map(
      ({ body }) => JSON.parse(atob(String(body['proof']))) as { solution: { derivedKey: string } },
    );
    expect(first!.solution.derivedKey).to.match(/^0[0-9a-f]{63}$/);
    expect(second!.solution.derivedKey).to.equal(first!.solution.derivedKey);
    expect(api.asked.filter((path) => path.startsWith('challenge')).length).to.equal(2);
  });

  it('sends without a proof where the page has no cryptography', async () => {
    const subtle = Object.getOwnPropertyDescriptor(Crypto.prototype, 'subtle')!;
    Object.defineProperty(Crypto.prototype, 'subtle', { get: () => undefined, configurable: true });
    try {
      const task = { nonce: '00', salt: '00', cost: 1, keyLength: 32, keyPrefix: '0' };
      const api = fakeApi({ ...plan(), challenge: { parameters: task, signature: 's' } });
      const { element } = await open(api);
      type(element, 'email', 'a@example.org');
      submit(element);
      await waitForText(element, 'bien arrivée');
      expect(api.sent[0]!.body['proof']).to.equal(null);
    } finally {
      Object.defineProperty(Crypto.prototype, 'subtle', subtle);
    }
  });

  it('tells the page facts without a word of the person', async () => {
    const { element } = await open();
    const told: unknown[] = [];
    for (const name of ['f3e-join-accepted', 'f3e-join-refused'] as const)
      element.addEventListener(name, (event) => told.push((event as CustomEvent).detail));
    type(element, 'email', 'secrete@example.org');
    submit(element);
    await waitForText(element, 'bien arrivée');
    expect(told).to.deep.equal([{ community: 'genre' }]);
  });

  it('fills in what the page says, without taking over what was typed', async () => {
    const api = fakeApi(plan());
    const element = await mount<F3eJoinForm>(
      html`<f3e-join-form
        community="genre"
        organisation="Rivages en commun"
        strand="echanges"
      ></f3e-join-form>`,
      api,
    );
    await waitUntil(() => page(element).isShown);
    expect(field(element, 'organisation').value).to.equal('Rivages en commun');
    type(element, 'organisation', 'Autre');
    element.organisation = 'Encore une autre';
    await element.updateComplete;
    expect(field(element, 'organisation').value).to.equal('Autre');
    type(element, 'email', 'a@example.org');
    submit(element);
    await waitForText(element, 'bien arrivée');
    expect(api.sent[0]!.body['strand']).to.equal('echanges');
  });

  it('shows the fallback while it loads and when it fails, and refuses a form without its notice (P01)', async () => {
    for (const form of [never, fails('server'), { ...joinForm, notice: {} }]) {
      const element = await mount<F3eJoinForm>(
        html`<f3e-join-form community="genre"
          ><form>
            <label>E-mail <input name="email" /></label></form
        ></f3e-join-form>`,
        fakeApi({ 'forms/': form }),
      );
      await aTimeout(50);
      expect(textOf(element)).to.contain('E-mail');
      expect(page(element).isShown).to.equal(false);
    }
  });

  it('reads the form again when it changed meanwhile, and keeps the answers', async () => {
    const api = fakeApi({
      ...plan(),
      'join-requests': fails('invalid', [{ pointer: '/formVersion', code: 'not-an-option', detail: 'x' }]),
    });
    const { element } = await open(api);
    type(element, 'email', 'a@example.org');
    api.plan['forms/'] = { ...joinForm, version: 'v2' };
    submit(element);
    await waitForText(element, 'Le formulaire a changé');
    api.plan['join-requests'] = accepted;
    submit(element);
    await waitForText(element, 'bien arrivée');
    expect(api.sent[1]!.body['formVersion']).to.equal('v2');
  });

  it('has targets that a thumb can hit (A04)', async () => {
    const { element } = await open();
    for (const target of element.shadowRoot!.querySelectorAll<HTMLElement>(
      'label.choice, input:not([type=radio],[type=checkbox]), select, textarea, button, summary',
    )) {
      expect(target.getBoundingClientRect().height, target.outerHTML.slice(0, 80)).to.be.at.least(43.9);
    }
  });
});
