import { aTimeout, expect, html } from '@open-wc/testing';
import type { F3eJoinForm, F3eSessionCalendar } from '../../src/index.js';
import { CalendarPage } from '../support/calendar-page.js';
import { answerSessions, joinForm, organisations, registrationForm } from '../support/data.js';
import { after, fails, fakeApi, type FakeApi } from '../support/fake-api.js';
import { FormPage } from '../support/form-page.js';
import { focused, freeze, inside, mount, textOf, waitForText } from '../support/mount.js';
import { fieldOf, getByRole, queryField, type } from '../support/roles.js';
import { waitUntil } from '../support/wait.js';

const accepted = { status: 'confirmation-sent', message: 'ok', confirmWithinHours: 48 };
const plan = (more: Record<string, unknown> = {}) =>
  fakeApi({ 'forms/join:': joinForm, organisations, 'join-requests': accepted, ...more });
const email = /^Adresse e-mail/;
const page = (element: HTMLElement) => new FormPage(element, 'Envoyer ma demande');
async function open(
  template = html`<f3e-join-form community="genre"></f3e-join-form>`,
  api: FakeApi = plan(),
) {
  const element = await mount<F3eJoinForm>(template, api);
  await waitUntil(() => page(element).isShown);
  return { element, api };
}

describe('what a person typed (J13–J16)', () => {
  it('J13: stays when the dialog of a registration is closed, and when another one was opened', async () => {
    const thaw = freeze('2026-11-22T10:00:00+01:00');
    const calendar = await mount<F3eSessionCalendar>(
      html`<f3e-session-calendar view="agenda"></f3e-session-calendar>`,
      fakeApi({
        'sessions?': answerSessions(),
        'forms/register:': registrationForm,
        registrations: accepted,
      }),
    );
    const shown = new CalendarPage(calendar);
    await waitForText(calendar, 'Échanges');
    const openForm = async (title: string) => {
      shown.registerLink(title)!.click();
      await waitUntil(() => shown.dialog?.open);
      await waitUntil(() => inside(calendar, 'f3e-registration-form'));
      const form = inside(calendar, 'f3e-registration-form')!;
      await waitForText(form, 'M’inscrire');
      return form;
    };
    const close = async () => {
      shown.button('Fermer').click();
      await waitUntil(() => !shown.dialog);
    };
    type(fieldOf(await openForm('Échanges'), email), 'awa@example.org');
    await close();
    expect(fieldOf(await openForm('attente'), email).value).to.equal('');
    await close();
    const form = await openForm('Échanges');
    expect(fieldOf(form, email).value).to.equal('awa@example.org');
    getByRole(form, 'button', 'M’inscrire').click();
    await waitForText(form, 'bien arrivée');
    await close();
    expect(fieldOf(await openForm('Échanges'), email).value, 'the next one begins anew').to.equal('');
    thaw();
  });

  it('J13: in the form between the tags is taken over by name, and focus stays in its field', async () => {
    const form = mount<F3eJoinForm>(
      html`<f3e-join-form community="genre">
        <form method="post" action="https://communautes.example.org/communautes/genre/rejoindre">
          <input name="email" aria-label="Adresse" />
          <input name="givenName" value="Écrit par la page" aria-label="Prénom" />
          <select name="role" aria-label="Rôle">
            <option value="">Choisir</option>
            <option value="student">Étudiante</option>
          </select>
          <input type="checkbox" name="topics" value="b" aria-label="B" />
          <input type="hidden" name="otherTopic" value="caché" />
        </form>
      </f3e-join-form>`,
      plan({ 'forms/join:': after(150, joinForm) }),
    );
    const element = await form;
    const native = <E extends HTMLElement = HTMLInputElement>(name: string) =>
      element.querySelector<E>(`[name=${name}]`)!;
    native('email').focus();
    native('email').value = 'awa@exa';
    native<HTMLSelectElement>('role').value = 'student';
    native('topics').checked = true;
    await waitUntil(() => page(element).isShown);
    await waitUntil(() => focused(element)?.id === 'field-email', 'focus was lost');
    expect(page(element).field(email).value).to.equal('awa@exa');
    expect(page(element).field(/^Prénom/).value, 'nobody typed it').to.equal('');
    expect(page(element).field<HTMLSelectElement>(/^Votre rôle/).value).to.equal('student');
    expect(page(element).option('Sujet B').checked).to.equal(true);
    // Once: what the person changes here after stays changed.
    page(element).option('Sujet B').click();
    element.setAttribute('prefill-given-name', 'Awa');
    await waitUntil(() => page(element).field(/^Prénom/).value === 'Awa');
    expect(page(element).option('Sujet B').checked).to.equal(false);
  });

  it('J13: counts though the program that filled it in told nobody', async () => {
    const { element, api } = await open();
    page(element).field(email).value = 'awa@example.org';
    page(element).option('Sujet A').checked = true;
    page(element).type(/^Prénom/, 'Awa');
    expect(page(element).field(email).value, 'not wiped at the next key').to.equal('awa@example.org');
    page(element).submit();
    await waitForText(element, 'bien arrivée');
    expect(api.sent[0]!.body['answers']).to.deep.equal({
      email: 'awa@example.org',
      givenName: 'Awa',
      topics: ['a'],
    });
  });

  it('J14: a question that is not asked any more leaves the summary', async () => {
    const { element } = await open();
    page(element).type(email, 'awa@example.org');
    page(element).choose(/^Votre rôle/, 'other');
    await waitUntil(() => page(element).hasField(/^Lequel/));
    page(element).submit();
    await waitForText(element, 'Renseignez « Lequel ? »');
    page(element).choose(/^Votre rôle/, 'student');
    await waitUntil(() => !textOf(element).includes('Lequel ?'), 'it is still to be corrected');
  });

  it('J15: a locked answer that was refused can be changed', async () => {
    const refused = fails('invalid', [
      { pointer: '/answers/email', code: 'email', detail: 'Cette adresse ne va pas.' },
    ]);
    const { element } = await open(
      html`<f3e-join-form community="genre" prefill-email="awa@" locked="email"></f3e-join-form>`,
      plan({ 'join-requests': refused }),
    );
    expect(page(element).field(email).readOnly).to.equal(true);
    page(element).submit();
    await waitUntil(() => queryField(element, email)?.readOnly === false, 'a dead end');
    expect(page(element).field(email).value).to.equal('awa@');
  });

  it('J15: addresses name questions in both spellings, a plus sign of an e-mail address stays, attributes may come late', async () => {
    const here = location.href;
    history.replaceState(null, '', '?given-name=Awa&email=awa+liste@example.org');
    try {
      const { element } = await open(
        html`<f3e-join-form community="genre" from-query="givenName, email"></f3e-join-form>`,
      );
      expect(page(element).field(/^Prénom/).value).to.equal('Awa');
      expect(page(element).field(email).value).to.equal('awa+liste@example.org');
      element.setAttribute('prefill-family-name', 'Écrit plus tard');
      await waitUntil(() => page(element).field(/^Nom/).value === 'Écrit plus tard');
      element.setAttribute('prefill-family-name', 'Écrit encore');
      await waitUntil(() => page(element).field(/^Nom/).value === 'Écrit encore');
      page(element).type(/^Nom/, 'Typed');
      element.setAttribute('prefill-family-name', 'Trop tard');
      await aTimeout(20);
      expect(page(element).field(/^Nom/).value).to.equal('Typed');
    } finally {
      history.replaceState(null, '', here);
    }
  });

  it('J16: where there are more organisations than the list holds, those that have what is typed are asked for', async () => {
    const many = Array.from({ length: 100 }, (_, i) => ({ name: `Organisation ${i}`, membership: 'member' }));
    const { element, api } = await open(
      undefined,
      plan({
        'organisations?limit': { items: many },
        'organisations?q': { items: [{ name: 'Zinc et cie', membership: 'member' }] },
      }),
    );
    page(element)
      .field(/^Organisation/)
      .focus();
    await waitUntil(() => inside(element, 'datalist option'));
    for (const text of ['Z', 'Zi', 'Zin', 'Zinc']) page(element).type(/^Organisation/, text);
    await waitUntil(
      () => element.shadowRoot!.querySelectorAll('datalist option').length === 1,
      'not narrowed',
    );
    expect(api.asked.filter((path) => path.startsWith('organisations'))).to.deep.equal([
      'organisations?limit=100',
      'organisations?q=Zinc&limit=20',
    ]);
    page(element).type(/^Organisation/, 'Zinc et cie');
    await waitForText(element, 'est membre du F3E');
  });
});
