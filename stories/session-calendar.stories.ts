import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { answerSessions, registrationForm, session, sessions } from '../test/support/data.js';
import { after, fails, fakeApi, never } from '../test/support/fake-api.js';
import { press, waitForText, waitForSkeleton } from '../test/support/play.js';
import { queryAllByRole } from '../test/support/roles.js';

interface Args {
  view: 'auto' | 'agenda' | 'month';
  community: string;
  month: string;
  months: number;
  past: boolean;
  noFilters: boolean;
  noSubscribe: boolean;
  timeZone: string;
  headingLevel: number;
  reply: unknown;
  fallback: boolean;
  width: string;
}

const meta: Meta<Args> = {
  title: 'f3e-session-calendar',
  component: 'f3e-session-calendar',
  args: {
    view: 'agenda',
    community: '',
    month: '2026-12',
    months: 3,
    past: false,
    noFilters: false,
    noSubscribe: false,
    timeZone: 'Europe/Paris',
    headingLevel: 3,
    reply: answerSessions(),
    fallback: false,
    width: '',
  },
  argTypes: {
    view: { control: 'select', options: ['auto', 'agenda', 'month'] },
    months: { control: { type: 'number', min: 1, max: 12 } },
    headingLevel: { control: { type: 'number', min: 2, max: 6 } },
    timeZone: {
      control: 'select',
      options: [
        'Europe/Paris',
        'Africa/Dakar',
        'Indian/Antananarivo',
        'Pacific/Noumea',
        'America/Martinique',
      ],
    },
    reply: { table: { disable: true } },
    width: { table: { disable: true } },
    fallback: { table: { disable: true } },
  },
  render: (args) => html`
    <f3e-provider
      .api=${fakeApi({
        'sessions?': args.reply,
        'sessions?series=': { items: [] },
        'forms/register:': registrationForm,
        'resources?id=': { items: [] },
      })}
    >
      <div class=${args.width ? `story-${args.width}` : nothing}>
        <f3e-session-calendar
          view=${args.view}
          community=${args.community || nothing}
          month=${args.month || nothing}
          months=${args.months}
          ?past=${args.past}
          ?no-filters=${args.noFilters}
          ?no-subscribe=${args.noSubscribe}
          time-zone=${args.timeZone}
          heading-level=${args.headingLevel}
          >${args.fallback ? html`<a href="https://example.org/">Les séances du F3E</a>` : nothing}</f3e-session-calendar
        >
      </div>
    </f3e-provider>
  `,
};
export default meta;
type Story = StoryObj<Args>;

const calendar = (root: HTMLElement) => root.querySelector('f3e-session-calendar')!;
const reportee = 'Séance reportee';

export const Agenda: Story = { play: ({ canvasElement }) => waitForText(canvasElement, reportee) };
/** The eighth of December in the month: its sessions, or on a phone how many there are. */
const crowded = /12:30 Séance complete|8 (décembre|December)\s?: 2/;
/** On a phone the sessions of a day stand below the month. */
const isNarrow = (canvas: HTMLElement) =>
  queryAllByRole(canvas, 'table')[0]?.classList.contains('marks') ?? false;

export const Month: Story = {
  args: { view: 'month' },
  play: ({ canvasElement }) => waitForText(canvasElement, crowded),
};
export const Column: Story = {
  args: { view: 'auto', width: 'column', community: 'genre', noFilters: true },
  play: ({ canvasElement }) => waitForText(canvasElement, reportee),
};
export const Unfolded: Story = {
  play: async ({ canvasElement }) => {
    await waitForText(canvasElement, reportee);
    await press(canvasElement, 'button', new RegExp(reportee));
    await waitForText(canvasElement, 'Maison des associations');
  },
};
export const InADialog: Story = {
  args: { view: 'month' },
  play: async ({ canvasElement }) => {
    await waitForText(canvasElement, crowded);
    if (isNarrow(canvasElement)) {
      await press(canvasElement, 'button', /^8,/);
      await press(canvasElement, 'button', /Séance complete/);
    } else await press(canvasElement, 'link', /^12:30/);
    await waitForText(canvasElement, /Ajouter à mon agenda|Add to my calendar/);
  },
};
export const Registering: Story = {
  play: async ({ canvasElement }) => {
    await waitForText(canvasElement, reportee);
    await press(canvasElement, 'link', /^S’inscrire/);
    await waitForText(canvasElement, 'Adresse e-mail');
  },
};
export const Filters: Story = {
  play: async ({ canvasElement }) => {
    await waitForText(canvasElement, reportee);
    await press(canvasElement, 'button', /^(Filtrer|Filter)/);
    await waitForText(canvasElement, /Type de séance|Kind of session/);
  },
};
export const Subscription: Story = {
  play: async ({ canvasElement }) => {
    await waitForText(canvasElement, reportee);
    await press(canvasElement, 'button', /^(S’abonner|Subscribe)$/);
    await waitForText(canvasElement, /tient votre agenda à jour|keeps your calendar up to date/);
  },
};
export const AnotherClock: Story = {
  args: { timeZone: 'Pacific/Noumea' },
  play: async ({ canvasElement }) => {
    await waitForText(canvasElement, reportee);
    await waitForText(canvasElement, /Heure de Nouméa|Time in Noumea/);
    await press(canvasElement, 'button', /Noum[ée]a/);
    await waitForText(canvasElement, /heure de Paris|time in Paris/);
  },
};
export const SeveralDays: Story = {
  args: { view: 'month', month: '2027-01' },
  play: async ({ canvasElement }) => {
    await waitForText(canvasElement, /28/);
    if (isNarrow(canvasElement)) await press(canvasElement, 'button', /^28,/);
    await waitForText(canvasElement, /(jour|day) \d (sur|of) 3/);
  },
};
export const CrowdedDay: Story = {
  args: {
    view: 'month',
    reply: answerSessions(
      [
        'Accueil des nouvelles venues',
        'Lire un budget à plusieurs',
        'Cercle d’écoute',
        'Codéveloppement',
        'Relecture croisée',
        'Clôture de la journée',
      ].map((title, i) => session(`n${i}`, `2026-12-08T${i + 10}:00:00+01:00`, { title })),
    ),
  },
  play: async ({ canvasElement }) => {
    await waitForText(canvasElement, /\+ ?[34]/);
    if (!isNarrow(canvasElement)) await press(canvasElement, 'button', /^\+ 4/);
    await waitForText(canvasElement, 'Clôture de la journée');
  },
};
export const Held: Story = {
  args: { month: '2026-10', past: true },
  play: ({ canvasElement }) => waitForText(canvasElement, 'Séance tenue'),
};
export const Empty: Story = {
  args: { month: '2026-02', months: 1 },
  play: ({ canvasElement }) => waitForText(canvasElement, /Prochaine séance|Next session/),
};
export const EmptyMonth: Story = {
  args: { view: 'month', month: '2026-02' },
  play: ({ canvasElement }) => waitForText(canvasElement, /Prochaine séance|Next session/),
};
export const Loading: Story = {
  args: { reply: never },
  play: ({ canvasElement }) => waitForSkeleton(canvasElement),
};
export const Slow: Story = {
  args: { reply: after(60_000, {}), fallback: true },
  play: ({ canvasElement }) => waitForText(canvasElement, /Toujours en cours|Still loading/),
};
export const Failed: Story = {
  args: { reply: fails('server'), fallback: true },
  play: ({ canvasElement }) => waitForText(canvasElement, /Réessayer|Try again/),
};
let asked = 0;
export const Stale: Story = {
  args: { reply: (path: string) => (++asked > 1 ? fails('offline')() : answerSessions()(path)) },
  play: async ({ canvasElement }) => {
    await waitForText(canvasElement, reportee);
    calendar(canvasElement).reload();
    await waitForText(canvasElement, /Informations du|As of/);
    asked = 0;
  },
};
export const Incomplete: Story = {
  args: { reply: answerSessions(sessions, { next: 'more' }) },
  play: ({ canvasElement }) => waitForText(canvasElement, /Il y a d’autres séances|There are more sessions/),
};
export const LongWords: Story = {
  args: {
    reply: answerSessions([
      session('long', '2026-12-03T10:00:00+01:00', {
        title: 'Anticonstitutionnellementlonguement'.repeat(4),
        accessibility: ['captions', 'lsf', 'step-free', 'childcare'],
        mode: 'hybrid',
        place: { venue: 'V'.repeat(90), city: 'Llanfairpwllgwyngyllgogerychwyrndrobwll', country: 'FR' },
      }),
    ]),
  },
  play: ({ canvasElement }) => waitForText(canvasElement, 'Anticonstitutionnellement'),
};
export const Themed: Story = {
  globals: { theme: 'branded' },
  play: ({ canvasElement }) => waitForText(canvasElement, reportee),
};
export const DarkMonth: Story = {
  args: { view: 'month' },
  globals: { theme: 'dark' },
  play: ({ canvasElement }) => waitForText(canvasElement, crowded),
};
export const English: Story = {
  args: { view: 'month' },
  globals: { locale: 'en' },
  play: ({ canvasElement }) => waitForText(canvasElement, 'Sunday'),
};
export const RightToLeft: Story = {
  args: {
    reply: answerSessions([
      session('ar', '2026-12-03T10:00:00+01:00', {
        title: 'لقاء مفتوح: تبادل الممارسات',
        language: 'ar',
        accessibility: ['interpretation-fr'],
      }),
      ...sessions.slice(2),
    ]),
  },
  globals: { direction: 'rtl' },
  play: ({ canvasElement }) => waitForText(canvasElement, 'لقاء'),
};
