import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { joinForm, organisations } from '../test/support/data.js';
import { fails, fakeApi, never } from '../test/support/fake-api.js';
import { press, typeInto, waitForText, waitForSkeleton } from '../test/support/play.js';

interface Args {
  community: string;
  organisation: string;
  headingLevel: number;
  form: unknown;
  reply: unknown;
  fallback: boolean;
}

const accepted = { status: 'confirmation-sent', message: 'ok', confirmWithinHours: 48 };
async function fillAndSend(root: HTMLElement, email: string) {
  await typeInto(root, /^Adresse e-mail/, email);
  await press(root, 'button', 'Envoyer ma demande');
}

const meta: Meta<Args> = {
  title: 'f3e-join-form',
  component: 'f3e-join-form',
  args: {
    community: 'genre',
    organisation: '',
    headingLevel: 3,
    form: joinForm,
    reply: accepted,
    fallback: false,
  },
  argTypes: {
    headingLevel: { control: { type: 'number', min: 2, max: 6 } },
    form: { table: { disable: true } },
    reply: { table: { disable: true } },
  },
  render: ({ community, organisation, headingLevel, form, reply, fallback }) => html`
    <f3e-provider .api=${fakeApi({ 'forms/': form, organisations, 'join-requests': reply })}>
      <f3e-join-form
        community=${community}
        organisation=${organisation || nothing}
        heading-level=${headingLevel}
        >${
          fallback
            ? html`<form method="post" action="https://example.org/">
                <p>
                  <label>Adresse e-mail <input type="email" name="email" autocomplete="email" /></label>
                </p>
                <p><button>Envoyer</button></p>
              </form>`
            : nothing
        }</f3e-join-form
      >
    </f3e-provider>
  `,
};
export default meta;
type Story = StoryObj<Args>;

const shown = /Rejoindre « Genre »/;
export const Default: Story = { play: ({ canvasElement }) => waitForText(canvasElement, shown) };
export const Prefilled: Story = {
  args: { organisation: 'Rivages en commun' },
  play: ({ canvasElement }) => waitForText(canvasElement, shown),
};
export const Locked: Story = {
  render: () => html`
    <f3e-provider .api=${fakeApi({ 'forms/': joinForm, organisations })}>
      <f3e-join-form
        community="genre"
        prefill-organisation="Rivages en commun"
        prefill-role="employee"
        locked="organisation, role"
      ></f3e-join-form>
    </f3e-provider>
  `,
  play: ({ canvasElement }) => waitForText(canvasElement, /Rempli par ce site|Filled in by this site/),
};
export const Errors: Story = {
  play: async ({ canvasElement }) => {
    await fillAndSend(canvasElement, 'pas une adresse');
    await waitForText(canvasElement, /à revoir|another look/);
  },
};
export const ServerIssues: Story = {
  args: {
    reply: fails('invalid', [
      {
        pointer: '/answers/email',
        code: 'not-an-email',
        detail: 'Cette adresse n’a pas de boîte aux lettres.',
      },
      { pointer: '/elsewhere', code: 'odd', detail: 'Autre chose ne va pas.' },
    ]),
  },
  play: async ({ canvasElement }) => {
    await fillAndSend(canvasElement, 'a@example.org');
    await waitForText(canvasElement, /boîte aux lettres/);
  },
};
export const Sending: Story = {
  args: { reply: never },
  play: async ({ canvasElement }) => {
    await fillAndSend(canvasElement, 'a@example.org');
    await waitForText(canvasElement, /Envoi en cours|Sending/);
  },
};
export const NotSent: Story = {
  args: { reply: fails('server') },
  play: async ({ canvasElement }) => {
    await fillAndSend(canvasElement, 'a@example.org');
    await waitForText(canvasElement, /toujours là|still here/);
  },
};
export const Sent: Story = {
  play: async ({ canvasElement }) => {
    await fillAndSend(canvasElement, 'a@example.org');
    await waitForText(canvasElement, /bien arrivée|has arrived/);
  },
};
export const Loading: Story = {
  args: { form: never },
  play: ({ canvasElement }) => waitForSkeleton(canvasElement),
};
export const Failed: Story = {
  args: { form: fails('offline'), fallback: true },
  play: ({ canvasElement }) => waitForText(canvasElement, /Réessayer|Try again/),
};
export const Closed: Story = {
  args: {
    form: {
      ...joinForm,
      strands: [],
      intro: 'Cette communauté n’accueille pas de nouvelles personnes en ce moment.',
      submitLabel: 'Me prévenir de la réouverture',
    },
  },
  play: ({ canvasElement }) => waitForText(canvasElement, /réouverture/),
};
export const Themed: Story = {
  globals: { theme: 'branded' },
  play: ({ canvasElement }) => waitForText(canvasElement, shown),
};
export const Dark: Story = {
  globals: { theme: 'dark' },
  play: async ({ canvasElement }) => {
    await fillAndSend(canvasElement, 'pas une adresse');
    await waitForText(canvasElement, /à revoir/);
  },
};
export const English: Story = {
  globals: { locale: 'en' },
  play: ({ canvasElement }) => waitForText(canvasElement, /What we do with your answers/),
};
export const RightToLeft: Story = {
  globals: { direction: 'rtl' },
  play: ({ canvasElement }) => waitForText(canvasElement, shown),
};
export const LongWords: Story = {
  args: {
    form: {
      ...joinForm,
      title:
        'Rejoindre « Éducation à la citoyenneté et à la solidarité internationale anticonstitutionnellementlonguementsansespaceaucun »',
    },
  },
  play: ({ canvasElement }) => waitForText(canvasElement, /anticonstitutionnellement/),
};
