import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { genre } from '../test/support/data.js';
import { after, fails, fakeApi, never } from '../test/support/fake-api.js';
import { press, waitForText, waitForSkeleton } from '../test/support/play.js';

interface Args {
  community: string;
  layout: '' | 'card' | 'row' | 'compact';
  noNextSession: boolean;
  noJoin: boolean;
  headingLevel: number;
  reply: unknown;
  fallback: boolean;
  width: string;
}

const meta: Meta<Args> = {
  title: 'f3e-community-card',
  component: 'f3e-community-card',
  args: {
    community: 'genre',
    layout: '',
    noNextSession: false,
    noJoin: false,
    headingLevel: 3,
    reply: genre,
    fallback: false,
    width: '',
  },
  argTypes: {
    layout: { control: 'select', options: ['', 'card', 'row', 'compact'] },
    headingLevel: { control: { type: 'number', min: 2, max: 6 } },
    reply: { table: { disable: true } },
    width: { table: { disable: true } },
    fallback: { table: { disable: true } },
  },
  render: ({ community, layout, noNextSession, noJoin, headingLevel, reply, fallback, width }) => html`
    <f3e-provider .api=${fakeApi({ 'communities/': reply })} time-zone="Europe/Paris">
      <div class=${width ? `story-${width}` : nothing}>
        <f3e-community-card
          community=${community}
          layout=${layout || nothing}
          ?no-next-session=${noNextSession}
          ?no-join=${noJoin}
          heading-level=${headingLevel}
          >${fallback ? html`<a href="https://example.org/">La communauté genre du F3E</a>` : nothing}</f3e-community-card
        >
      </div>
    </f3e-provider>
  `,
};
export default meta;
type Story = StoryObj<Args>;

export const Default: Story = { play: ({ canvasElement }) => waitForText(canvasElement, 'Genre') };
export const Unfolded: Story = {
  play: async ({ canvasElement }) => {
    await waitForText(canvasElement, 'Genre');
    await press(canvasElement, 'button', /^En savoir plus/);
    await waitForText(canvasElement, /Rythme|Rhythm/);
  },
};
export const Row: Story = {
  args: { layout: 'row' },
  play: ({ canvasElement }) => waitForText(canvasElement, 'Genre'),
};
export const Compact: Story = {
  args: { layout: 'compact' },
  play: ({ canvasElement }) => waitForText(canvasElement, 'Genre'),
};
export const OnRequest: Story = {
  args: { reply: { ...genre, status: 'on-request' } },
  play: ({ canvasElement }) => waitForText(canvasElement, /Entrée sur demande|Joining on request/),
};
export const Closed: Story = {
  args: { reply: { ...genre, status: 'closed', nextSession: null } },
  play: ({ canvasElement }) => waitForText(canvasElement, /Fermée pour le moment|Closed for now/),
};
export const FullSession: Story = {
  args: {
    reply: {
      ...genre,
      nextSession: { ...genre.nextSession, registrationState: 'waiting-list', seatsLeft: 0 },
    },
  },
  play: ({ canvasElement }) => waitForText(canvasElement, /liste d’attente|waiting list/),
};
export const AnotherClock: Story = {
  args: { reply: { ...genre, nextSession: { ...genre.nextSession, timezone: 'Pacific/Noumea' } } },
  play: ({ canvasElement }) => waitForText(canvasElement, /Noum[ée]a/),
};
export const WithoutNextSessionAndJoin: Story = { args: { noNextSession: true, noJoin: true } };
export const Loading: Story = {
  args: { reply: never },
  play: ({ canvasElement }) => waitForSkeleton(canvasElement),
};
export const Slow: Story = {
  args: { reply: after(60_000, genre), fallback: true },
  play: ({ canvasElement }) => waitForText(canvasElement, /Toujours en cours|Still loading/),
};
export const Failed: Story = {
  args: { reply: fails('server'), fallback: true },
  play: ({ canvasElement }) => waitForText(canvasElement, /Réessayer|Try again/),
};
export const NotFound: Story = {
  args: { reply: fails('not-found') },
  play: ({ canvasElement }) => waitForText(canvasElement, /n’existe pas|does not exist/),
};
export const Stale: Story = {
  args: { reply: () => (++stale > 1 ? fails('offline')() : genre) },
  play: async ({ canvasElement }) => {
    await waitForText(canvasElement, 'Genre');
    canvasElement.querySelector('f3e-community-card')!.reload();
    await waitForText(canvasElement, /Informations du|As of/);
    stale = 0;
  },
};
let stale = 0;
export const Empty: Story = {
  args: {
    reply: { slug: 'x', name: 'Une communauté dont on ne sait que le nom' },
  },
  play: ({ canvasElement }) => waitForText(canvasElement, 'que le nom'),
};
export const LongWords: Story = {
  args: {
    reply: {
      ...genre,
      shortName:
        'Éducation à la citoyenneté et à la solidarité internationale, anticonstitutionnellement longuementsansespaceaucun',
      tagline: 'x'.repeat(120),
    },
  },
  play: ({ canvasElement }) => waitForText(canvasElement, 'anticonstitutionnellement'),
};
export const Themed: Story = {
  globals: { theme: 'branded' },
  play: ({ canvasElement }) => waitForText(canvasElement, 'Genre'),
};
export const Dark: Story = {
  globals: { theme: 'dark' },
  play: ({ canvasElement }) => waitForText(canvasElement, 'Genre'),
};
export const English: Story = {
  globals: { locale: 'en' },
  play: ({ canvasElement }) => waitForText(canvasElement, 'Join the community'),
};
export const RightToLeft: Story = {
  globals: { direction: 'rtl' },
  args: {
    reply: {
      ...genre,
      language: 'ar',
      shortName: 'مجموعة النوع الاجتماعي',
      tagline: 'نتعلّم معًا من أجل التغيير.',
      description: 'مجموعة تعلّم بين الأقران مفتوحة للأعضاء ولغير الأعضاء.',
    },
  },
  play: ({ canvasElement }) => waitForText(canvasElement, 'النوع'),
};
