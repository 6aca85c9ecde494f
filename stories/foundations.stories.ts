import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { communities } from '../test/support/communities.js';
import { answerSessions, genre, sessions } from '../test/support/data.js';
import { fakeApi } from '../test/support/fake-api.js';
import { paintedContrasts } from '../test/support/contrast.js';
import { waitForText } from '../test/support/play.js';

/** What all the widgets are made of, as it is drawn by them. */
const meta: Meta = { title: 'Foundations', tags: ['!autodocs'] };
export default meta;

const sizes: readonly (readonly [size: string, use: string])[] = [
  ['0.8125em', 'facts, badges'],
  ['0.9375em', 'secondary text'],
  ['1em', 'text'],
  ['1.0625em', 'title of a row'],
  ['1.1875em', 'title of a card'],
  ['1.375em', 'title of a widget'],
  ['1.75em', 'figure of a day'],
];
const spaces = ['0.25em', '0.5em', '0.75em', '1em', '1.5em', '2em'];

export const TypeAndSpace: StoryObj = {
  render: () => html`
    <div lang="en" dir="ltr">
      ${sizes.map(([size, use]) => html`<p style="margin: 0.3em 0"><span style="font-size: ${size}">${use}</span> ${size}</p>`)}
      ${spaces.map(
        (space) =>
          html`<p style="display: flex; align-items: center; gap: 1em; margin: 0.3em 0">
            <span style="width: ${space}; height: 1em; background: currentcolor"></span>${space}
          </p>`,
      )}
    </div>
  `,
};

/** Each community has a shape and a hue; the lightness follows the text of the page. */
export const Marks: StoryObj = {
  render: () => html`
    <f3e-provider .api=${fakeApi({ communities })} time-zone="Europe/Paris">
      <f3e-community-directory
        layout="compact"
        no-filters
        no-compare
        no-propose
        no-next-session
        no-join
      ></f3e-community-directory>
    </f3e-provider>
  `,
  play: ({ canvasElement }) => waitForText(canvasElement, 'Genre'),
};

/** Icons, badges, days and meters as a calendar draws them. Icons are Lucide’s, always with a word. */
export const IconsAndParts: StoryObj = {
  render: () => html`
    <f3e-provider .api=${fakeApi({ 'sessions?': answerSessions(sessions) })} time-zone="Europe/Paris">
      <f3e-session-calendar view="agenda" month="2026-12" no-filters no-subscribe></f3e-session-calendar>
    </f3e-provider>
  `,
  play: ({ canvasElement }) => waitForText(canvasElement, /2026/),
};

/** Contrast of what a card draws with what is behind it, as this browser paints it. */
export const Colour: StoryObj = {
  render: () => html`
    <f3e-provider .api=${fakeApi({ 'communities/': genre })} time-zone="Europe/Paris">
      <f3e-community-card community="genre"></f3e-community-card>
    </f3e-provider>
    <table lang="en" dir="ltr" style="margin-block-start: 1.5em">
      <caption style="text-align: start">
        Contrast, measured here (WCAG 1.4.3 and 1.4.11)
      </caption>
      <tbody></tbody>
    </table>
  `,
  play: async ({ canvasElement }) => {
    await waitForText(canvasElement, 'Genre');
    const card = canvasElement.querySelector('f3e-community-card')!;
    const body = canvasElement.querySelector('tbody')!;
    for (const { what, ratio, least } of paintedContrasts(card)) {
      const row = body.insertRow();
      for (const text of [what, `${ratio.toFixed(1)} : 1`, `at least ${least} : 1`])
        row.insertCell().textContent = text;
    }
  },
};
