import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { genre } from '../test/support/data.js';
import { fakeApi } from '../test/support/fake-api.js';
import { waitForText } from '../test/support/play.js';

interface Args {
  theme: '' | 'neutral' | 'f3e' | 'soft' | 'contrast';
  noMarks: boolean;
  timeZone: string;
}

const meta: Meta<Args> = {
  title: 'f3e-provider',
  component: 'f3e-provider',
  args: { theme: '', noMarks: false, timeZone: 'Europe/Paris' },
  argTypes: {
    theme: { control: 'select', options: ['', 'neutral', 'f3e', 'soft', 'contrast'] },
    timeZone: { control: 'select', options: ['Europe/Paris', 'Africa/Dakar', 'Indian/Antananarivo'] },
  },
  render: ({ theme, noMarks, timeZone }) => html`
    <f3e-provider
      .api=${fakeApi({ 'communities/': genre })}
      theme=${theme || nothing}
      ?no-marks=${noMarks}
      time-zone=${timeZone}
    >
      <f3e-community-card community="genre"></f3e-community-card>
    </f3e-provider>
  `,
};
export default meta;
type Story = StoryObj<Args>;

const shown: Story['play'] = ({ canvasElement }) => waitForText(canvasElement, 'Genre');
export const Neutral: Story = { play: shown };
/** The hue of F3E and a light surface. */
export const F3e: Story = { args: { theme: 'f3e' }, play: shown };
/** Rounder, raised, without lines. */
export const Soft: Story = { args: { theme: 'soft' }, play: shown };
/** The system’s own black and white, full lines, plain marks. */
export const Contrast: Story = { args: { theme: 'contrast' }, play: shown };
export const WithoutMarks: Story = { args: { noMarks: true }, play: shown };
/** Times are those of the visitors in Dakar, beside those of the session. */
export const InDakar: Story = { args: { timeZone: 'Africa/Dakar' }, play: shown };
