import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { organisations, registrationForm } from '../test/support/data.js';
import { fails, fakeApi, never } from '../test/support/fake-api.js';
import { press, typeInto, waitForSkeleton, waitForText } from '../test/support/play.js';

interface Args {
  session: string;
  headingLevel: number;
  form: unknown;
  reply: unknown;
}

const accepted = { status: 'confirmation-sent', message: 'ok', confirmWithinHours: 48 };

const meta: Meta<Args> = {
  title: 'f3e-registration-form',
  component: 'f3e-registration-form',
  args: { session: 'echanges', headingLevel: 3, form: registrationForm, reply: accepted },
  argTypes: {
    headingLevel: { control: { type: 'number', min: 2, max: 6 } },
    form: { table: { disable: true } },
    reply: { table: { disable: true } },
  },
  render: ({ session, headingLevel, form, reply }) => html`
    <f3e-provider
      .api=${fakeApi({ 'forms/': form, organisations, registrations: reply })}
      time-zone="Europe/Paris"
    >
      <f3e-registration-form session=${session} heading-level=${headingLevel}></f3e-registration-form>
    </f3e-provider>
  `,
};
export default meta;
type Story = StoryObj<Args>;

export const Default: Story = {
  play: ({ canvasElement }) => waitForText(canvasElement, 'Échanges'),
};
/** All the seats are taken: one registers for the waiting list. */
export const WaitingList: Story = {
  args: {
    form: {
      ...registrationForm,
      intro: 'Cette séance est complète. Inscrivez-vous sur la liste d’attente.',
      submitLabel: 'M’inscrire sur la liste d’attente',
    },
  },
  play: ({ canvasElement }) => waitForText(canvasElement, /liste d’attente/),
};
export const Sent: Story = {
  play: async ({ canvasElement }) => {
    await typeInto(canvasElement, /^Adresse e-mail/, 'a@example.org');
    await press(canvasElement, 'button', registrationForm.submitLabel);
    await waitForText(canvasElement, /bien arrivée|has arrived/);
  },
};
export const Loading: Story = {
  args: { form: never },
  play: ({ canvasElement }) => waitForSkeleton(canvasElement),
};
/** The session does not exist any more. */
export const Gone: Story = {
  args: { form: fails('not-found') },
  play: ({ canvasElement }) => waitForText(canvasElement, /n’existe pas|does not exist/),
};
