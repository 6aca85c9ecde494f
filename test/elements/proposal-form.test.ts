import { aTimeout, expect, html } from '@open-wc/testing';
import type { F3eProposalForm } from '../../src/index.js';
import { organisations, proposalForm, stagedProposalForm } from '../support/data.js';
import { fails, fakeApi, never } from '../support/fake-api.js';
import { FormPage } from '../support/form-page.js';
import { focused, mount, waitForText, textOf } from '../support/mount.js';
import { getByRole, queryByRole } from '../support/roles.js';
import { waitUntil } from '../support/wait.js';

const accepted = { status: 'confirmation-sent', message: 'ok', confirmWithinHours: 48 };
const plan = () => ({ 'forms/': proposalForm as unknown, organisations, proposals: accepted as unknown });

async function open(api = fakeApi(plan()), lang = 'fr') {
  const element = await mount<F3eProposalForm>(html`<f3e-proposal-form></f3e-proposal-form>`, api, lang);
  await waitUntil(() => page(element).isShown);
  return { element, api };
}
const labels = { title: /^Sur quoi porterait/, email: /^Adresse e-mail/ };
const page = (element: HTMLElement) => new FormPage(element, 'Envoyer ma proposition');
const type = (element: HTMLElement, name: keyof typeof labels, text: string) =>
  page(element).type(labels[name], text);
const submit = (element: HTMLElement) => page(element).submit();

describe('f3e-proposal-form', () => {
  it('asks for the form of proposals in the language of the page', async () => {
    const { element, api } = await open();
    expect(api.asked).to.deep.equal(['forms/proposal?lang=fr']);
    expect(textOf(element)).to.contain('Proposer une communauté');
    await expect(element).to.be.accessible();
  });

  it('sends several choices, says what comes next, and tells the page nothing of the person', async () => {
    const { element, api } = await open();
    const told: unknown[] = [];
    element.addEventListener('f3e-proposal-accepted', (event) => told.push(event.detail));
    type(element, 'title', 'Évaluer avec les jeunes');
    type(element, 'email', 'une@example.org');
    for (const label of ['Apprendre', 'Se mettre en réseau']) page(element).option(label).click();
    submit(element);
    await waitForText(element, 'Votre proposition est bien arrivée');
    expect(api.sent[0]!.path).to.equal('proposals');
    expect(api.sent[0]!.body['answers']).to.deep.equal({
      title: 'Évaluer avec les jeunes',
      email: 'une@example.org',
      functions: ['learning', 'networking'],
    });
    expect(told).to.deep.equal([null]);
  });

  it('lets the page stop it, and tells why it was refused', async () => {
    const { element, api } = await open();
    api.plan['proposals'] = fails('busy');
    const kinds: string[] = [];
    element.addEventListener('f3e-proposal-refused', (event) => kinds.push(event.detail.kind));
    let isStopped = false;
    const stop = (event: Event) => {
      event.preventDefault();
      isStopped = true;
    };
    element.addEventListener('f3e-proposal-submit', stop, { once: true });
    type(element, 'title', 'Un sujet');
    type(element, 'email', 'une@example.org');
    submit(element);
    await waitUntil(() => isStopped);
    expect(api.sent).to.deep.equal([]);
    submit(element);
    await waitForText(element, 'Trop de demandes');
    expect(kinds).to.deep.equal(['busy']);
    expect(page(element).field(labels.title).value).to.equal('Un sujet');
  });

  describe('in three stages', () => {
    const openStaged = async (api = fakeApi({ ...plan(), 'forms/': stagedProposalForm })) => {
      const element = await mount<F3eProposalForm>(html`<f3e-proposal-form></f3e-proposal-form>`, api);
      await waitForText(element, 'Étape 1 sur 3');
      return { element, api, form: new FormPage(element, 'Envoyer ma proposition') };
    };
    const press = (element: HTMLElement, name: string) => getByRole(element, 'button', name).click();
    const why = /^Pourquoi maintenant/;
    /** Answers what the first stages need, and goes on to the last. */
    const goToLast = async (element: HTMLElement, form: FormPage) => {
      form.type(labels.title, 'Un sujet');
      form.type(why, 'Parce que.');
      press(element, 'Continuer');
      await waitForText(element, 'Étape 2 sur 3');
      press(element, 'Continuer');
      await waitForText(element, 'Étape 3 sur 3');
      form.type(labels.email, 'une@example.org');
    };

    it('asks little at a time, keeps what was answered, and sends all of it', async () => {
      const { element, api, form } = await openStaged();
      expect(form.hasField(labels.title)).to.equal(true);
      expect(form.hasField(labels.email)).to.equal(false);
      expect(form.isShown, 'nothing can be sent yet').to.equal(false);
      await expect(element).to.be.accessible();
      form.type(labels.title, 'Évaluer avec les jeunes');
      form.type(why, 'Plusieurs le demandent.');
      press(element, 'Continuer');
      await waitForText(element, 'Étape 2 sur 3');
      expect(textOf(focused(element)!)).to.contain('Étape 2 sur 3');
      form.option('Apprendre').click();
      press(element, 'Revenir');
      await waitForText(element, 'Étape 1 sur 3');
      expect(form.field(labels.title).value).to.equal('Évaluer avec les jeunes');
      press(element, 'Continuer');
      await waitForText(element, 'Étape 2 sur 3');
      press(element, 'Continuer');
      await waitForText(element, 'Étape 3 sur 3');
      form.type(labels.email, 'une@example.org');
      form.submit();
      await waitForText(element, 'Votre proposition est bien arrivée');
      expect(api.sent[0]!.body['answers']).to.deep.equal({
        title: 'Évaluer avec les jeunes',
        whyNow: 'Plusieurs le demandent.',
        functions: ['learning'],
        email: 'une@example.org',
      });
    });

    it('goes on only when what it asks is answered, and a double press goes one stage far', async () => {
      const { element, form } = await openStaged();
      press(element, 'Continuer');
      await waitUntil(() => queryByRole(element, 'alert'));
      expect(textOf(form.alert)).to.contain('2 réponses sont à revoir');
      expect(textOf(form.alert)).to.not.contain('Adresse');
      form.type(labels.title, 'Un sujet');
      form.type(why, 'Parce que.');
      const goOn = getByRole(element, 'button', 'Continuer');
      const clickAgain = () =>
        goOn.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: 2 }));
      goOn.click();
      await waitForText(element, 'Étape 2 sur 3');
      // The second of two clicks, on what the button has become.
      clickAgain();
      await aTimeout(100);
      expect(textOf(element)).to.contain('Étape 2 sur 3');
      goOn.click();
      await waitForText(element, 'Étape 3 sur 3');
      clickAgain();
      await aTimeout(100);
      expect(Boolean(queryByRole(element, 'alert')), 'nothing was sent').to.equal(false);
    });

    it('leads from what the server found back to the stage that asks it', async () => {
      const { element, api, form } = await openStaged();
      api.plan['proposals'] = fails('invalid', [
        { pointer: '/answers/title', code: 'too-long', detail: 'Le sujet est trop long.' },
        { pointer: '/answers/email', code: 'email', detail: 'Cette adresse ne reçoit rien.' },
      ]);
      await goToLast(element, form);
      form.submit();
      await waitForText(element, 'Le sujet est trop long.');
      expect(textOf(element)).to.contain('Étape 1 sur 3');
      press(element, 'Continuer');
      await waitForText(element, 'Étape 2 sur 3');
      press(element, 'Continuer');
      await waitForText(element, 'Étape 3 sur 3');
      expect(form.saidOf(labels.email), 'what was found here is not forgotten').to.contain('ne reçoit rien');
    });

    it('keeps a proposal that waits for the network: one cannot go back from under it', async () => {
      const { element, api, form } = await openStaged();
      api.plan['proposals'] = never;
      await goToLast(element, form);
      form.submit();
      await waitUntil(() => !queryByRole(element, 'button', 'Revenir'), 'one may go back');
    });
  });

  it('speaks English on an English page', async () => {
    const { element, api } = await open(fakeApi(plan()), 'en');
    expect(api.asked.at(-1)).to.equal('forms/proposal?lang=en');
    type(element, 'title', 'A subject');
    type(element, 'email', 'one@example.org');
    submit(element);
    await waitForText(element, 'Your proposal has arrived');
  });
});
