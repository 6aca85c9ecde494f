import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { genre } from '../test/support/data.js';
import { fakeApi } from '../test/support/fake-api.js';
import { waitForText } from '../test/support/play.js';

/** The look of each host is a class of the preview’s stylesheet. */
const card = (host: string): TemplateResult => html`
  <div class="host ${host}">
    <f3e-provider .api=${fakeApi({ 'communities/': genre })} time-zone="Europe/Paris">
      <f3e-community-card community="genre"></f3e-community-card>
    </f3e-provider>
  </div>
`;

/** What a page may set, and what it should rather not. Each pair is the same card. */
const meta: Meta = { title: 'Hosts', tags: ['!autodocs'] };
export default meta;
const play: StoryObj['play'] = ({ canvasElement }) => waitForText(canvasElement, 'Genre');

export const DoSetAnAccent: StoryObj = {
  render: () => card('with-accent'),
  play,
};
export const DontPaintItYourself: StoryObj = {
  render: () => card('painted'),
  play,
};
export const DoSetASurface: StoryObj = {
  render: () => card('with-surface'),
  play,
};
export const DontForceLineHeights: StoryObj = {
  render: () => card('squeezed'),
  play,
};
export const DoGiveAHueOfYourOwn: StoryObj = {
  render: () => card('with-hue'),
  play,
};
export const DontHideWhatIsOurs: StoryObj = {
  render: () => card('without-marks'),
  play,
};
