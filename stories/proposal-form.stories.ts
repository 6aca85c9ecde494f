import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { organisations, proposalForm, stagedProposalForm } from '../test/support/data.js';
import { fails, fakeApi, never } from '../test/support/fake-api.js';
import { press, typeInto, waitForText, waitForSkeleton } from '../test/support/play.js';

interface Args {
  form: unknown;
  reply: unknown;
}

const accepted = { status: 'confirmation-sent', message: 'ok', confirmWithinHours: 48 };
async function fillAndSend(root: HTMLElement) {
  await typeInto(root, /^Sur quoi porterait/, 'Évaluer avec les jeunes');
  await typeInto(root, /^Adresse e-mail/, 'a@example.org');
  await press(root, 'button', 'Envoyer ma proposition');
}

const meta: Meta<Args> = {
  title: 'f3e-proposal-form',
  component: 'f3e-proposal-form',
  args: { form: proposalForm, reply: accepted },
  argTypes: {
    form: { table: { disable: true } },
    reply: { table: { disable: true } },
  },
  render: ({ form, reply }) => html`
    <f3e-provider .api=${fakeApi({ 'forms/': form, organisations, proposals: reply })}>
      <f3e-proposal-form></f3e-proposal-form>
    </f3e-provider>
  `,
};
export default meta;
type Story = StoryObj<Args>;

export const Default: Story = {
  play: ({ canvasElement }) => waitForText(canvasElement, /Proposer une communauté/),
};
export const Stages: Story = {
  args: { form: stagedProposalForm },
  play: async ({ canvasElement }) => {
    await typeInto(canvasElement, /^Sur quoi porterait/, 'Évaluer avec les jeunes');
    await typeInto(canvasElement, /^Pourquoi maintenant/, 'Plusieurs organisations le demandent.');
    await press(canvasElement, 'button', /^Continu/);
    await waitForText(canvasElement, /Étape 2 sur 3|Step 2 of 3/);
  },
};
export const Errors: Story = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'button', 'Envoyer ma proposition');
    await waitForText(canvasElement, /2 réponses sont à revoir|2 answers need/);
  },
};
export const Sent: Story = {
  play: async ({ canvasElement }) => {
    await fillAndSend(canvasElement);
    await waitForText(canvasElement, /bien arrivée|has arrived/);
  },
};
export const Loading: Story = {
  args: { form: never },
  play: ({ canvasElement }) => waitForSkeleton(canvasElement),
};
export const Failed: Story = {
  args: { form: fails('offline') },
  play: ({ canvasElement }) => waitForText(canvasElement, /Réessayer|Try again/),
};
export const RightToLeft: Story = {
  globals: { direction: 'rtl' },
  play: ({ canvasElement }) => waitForText(canvasElement, /Proposer une communauté/),
};
