import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { communities, manyCommunities } from '../test/support/communities.js';
import { fails, fakeApi, never } from '../test/support/fake-api.js';
import { press, waitForText, waitForSkeleton } from '../test/support/play.js';

interface Args {
  communities: string;
  layout: 'cards' | 'rows' | 'compact';
  sort: '' | 'next' | 'name';
  noFilters: boolean;
  noCompare: boolean;
  headingLevel: number;
  reply: unknown;
  fallback: boolean;
  width: string;
}

const meta: Meta<Args> = {
  title: 'f3e-community-directory',
  component: 'f3e-community-directory',
  args: {
    communities: '',
    layout: 'cards',
    sort: '',
    noFilters: false,
    noCompare: false,
    headingLevel: 3,
    reply: communities,
    fallback: false,
    width: '',
  },
  argTypes: {
    layout: { control: 'select', options: ['cards', 'rows', 'compact'] },
    sort: { control: 'select', options: ['', 'next', 'name'] },
    headingLevel: { control: { type: 'number', min: 2, max: 6 } },
    reply: { table: { disable: true } },
    width: { table: { disable: true } },
    fallback: { table: { disable: true } },
  },
  render: (args) => html`
    <f3e-provider .api=${fakeApi({ communities: args.reply })}>
      <div class=${args.width ? `story-${args.width}` : nothing}>
        <f3e-community-directory
          communities=${args.communities || nothing}
          layout=${args.layout}
          sort=${args.sort}
          ?no-filters=${args.noFilters}
          ?no-compare=${args.noCompare}
          heading-level=${args.headingLevel}
          >${args.fallback ? html`<a href="https://example.org/">Les communautés</a>` : nothing}</f3e-community-directory
        >
      </div>
    </f3e-provider>
  `,
};
export default meta;
type Story = StoryObj<Args>;

const three = /3 (communautés|communities)/;

export const Cards: Story = { play: ({ canvasElement }) => waitForText(canvasElement, three) };
export const Rows: Story = {
  args: { layout: 'rows' },
  play: ({ canvasElement }) => waitForText(canvasElement, three),
};
export const CompactFifty: Story = {
  args: { layout: 'compact', reply: manyCommunities(50) },
  play: ({ canvasElement }) => waitForText(canvasElement, /50 (communautés|communities)/),
};
export const Filters: Story = {
  play: async ({ canvasElement }) => {
    await waitForText(canvasElement, three);
    await press(canvasElement, 'button', /^(Filtrer|Filter)/);
    await waitForText(canvasElement, /Surtout pour|Mostly for/);
    await press(canvasElement, 'checkbox', /^Apprendre/);
    await waitForText(canvasElement, /2 (communautés|communities)/);
  },
};
export const Comparison: Story = {
  play: async ({ canvasElement }) => {
    await waitForText(canvasElement, three);
    await press(canvasElement, 'button', /pour moi|for me/);
    await waitForText(canvasElement, /Pour qui|Who may come/);
  },
};
export const NoneFits: Story = {
  play: async ({ canvasElement }) => {
    await waitForText(canvasElement, three);
    await press(canvasElement, 'button', /^(Filtrer|Filter)/);
    await waitForText(canvasElement, /Surtout pour|Mostly for/);
    await press(canvasElement, 'checkbox', /^Se relier/);
    await press(canvasElement, 'checkbox', /^Fermée/);
    await waitForText(canvasElement, /Retirer tous|Remove all/);
  },
};
export const Empty: Story = {
  args: { reply: { items: [], themes: [] } },
  play: ({ canvasElement }) => waitForText(canvasElement, /Proposer|Propose/),
};
export const Loading: Story = {
  args: { reply: never },
  play: ({ canvasElement }) => waitForSkeleton(canvasElement),
};
export const Failed: Story = {
  args: { reply: fails('server'), fallback: true },
  play: ({ canvasElement }) => waitForText(canvasElement, /Réessayer|Try again/),
};
export const Themed: Story = {
  globals: { theme: 'branded' },
  play: ({ canvasElement }) => waitForText(canvasElement, three),
};
export const English: Story = {
  globals: { locale: 'en' },
  play: ({ canvasElement }) => waitForText(canvasElement, /3 communities/),
};
export const RightToLeft: Story = {
  args: { layout: 'compact' },
  globals: { direction: 'rtl' },
  play: ({ canvasElement }) => waitForText(canvasElement, three),
};
