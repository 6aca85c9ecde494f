import { expect } from '@open-wc/testing';
import { readForm } from '../../src/api/forms.js';
import { messages as fr } from '../../src/i18n/fr/form-submission.js';
import { sendForm, submitForm } from '../../src/forms/lazy/form-submitter.js';
import type { SubmissionInput, SubmissionStep } from '../../src/forms/submission.js';
import { joinForm } from '../support/data.js';
import { fails, fakeApi, type FakeApi } from '../support/fake-api.js';

const steps = async (work: AsyncGenerator<SubmissionStep>): Promise<SubmissionStep[]> => {
  const all: SubmissionStep[] = [];
  for await (const step of work) all.push(step);
  return all;
};
const states = (all: SubmissionStep[]) => all.map(({ state }) => state);

function input(api: FakeApi, given: Record<string, string>): SubmissionInput {
  return {
    api,
    form: readForm(joinForm)!,
    subject: {
      kind: 'join',
      path: 'join-requests',
      about: { community: 'genre' },
      beside: ['strand'],
      emit: () => true,
    },
    messages: fr,
    answers: new Map(Object.entries(given)),
    consents: new Set(),
    honeypot: '',
    site: 'https://www.example.org/page',
    memory: { key: '', body: '', proof: undefined },
  };
}

describe('from a press on the button to the request', () => {
  const accepted = () => fakeApi({ 'join-requests': { status: 'confirmation-sent' } });

  it('sends nothing that is incomplete', async () => {
    const api = accepted();
    const [step] = await steps(submitForm(input(api, {})));
    expect(step).to.deep.include({ state: 'invalid' });
    expect((step as { issues: readonly { name: string }[] }).issues.map(({ name }) => name)).to.include(
      'email',
    );
    expect(api.sent).to.deep.equal([]);
  });

  it('stops before it sends, when whoever asks wants no more', async () => {
    const api = accepted();
    const work = submitForm(input(api, { email: 'a@example.org' }));
    expect((await work.next()).value).to.deep.equal({
      state: 'complete',
      answers: { email: 'a@example.org' },
    });
    await work.return(undefined);
    expect(api.sent).to.deep.equal([]);
  });

  it('sends the answers with the version of the form and the origin of the page', async () => {
    const api = accepted();
    expect(states(await steps(submitForm(input(api, { email: 'a@example.org' }))))).to.deep.equal([
      'complete',
      'sending',
      'accepted',
    ]);
    expect(api.sent[0]!.body).to.deep.include({
      community: 'genre',
      strand: null,
      formVersion: joinForm.version,
      answers: { email: 'a@example.org' },
      consents: [],
      sourceSite: location.origin,
      proof: null,
    });
    expect(api.sent[0]!.key).to.match(/^[\da-f]{32}$/);
  });

  it('keeps its key while the body stays the same, and takes another when it changes (L01)', async () => {
    const api = fakeApi({ 'join-requests': fails('server') });
    const first = input(api, { email: 'a@example.org' });
    await steps(sendForm(first));
    await steps(sendForm(first));
    await steps(sendForm({ ...first, answers: new Map([['email', 'b@example.org']]) }));
    const [one, two, three] = api.sent.map(({ key }) => key);
    expect(one).to.equal(two);
    expect(three).not.to.equal(one);
  });

  it('puts what the server found beside its question, and the rest at the top', async () => {
    const api = fakeApi({
      'join-requests': fails('invalid', [
        { pointer: '/answers/email', code: 'invalid', detail: 'This address takes no mail.' },
        { pointer: '/strand', code: 'unknown', detail: '' },
        { pointer: '/somewhere', code: 'odd', detail: 'Odd.' },
        { pointer: '/formVersion', code: 'outdated', detail: 'x' },
      ]),
    });
    const last = (await steps(sendForm(input(api, { email: 'a@example.org' })))).at(-1);
    expect(last).to.deep.include({
      state: 'refused',
      isOutdated: true,
      issues: [
        { name: 'email', detail: 'This address takes no mail.' },
        { name: 'strand', detail: 'unknown' },
        { name: '', detail: 'Odd.' },
        { name: '', detail: fr.changed },
      ],
    });
  });
});
