import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { after, fails, fakeApi, never } from '../test/support/fake-api.js';
import { answerResources, manyRecords, records } from '../test/support/resources.js';
import { findByRole, press, typeInto, waitForText, waitForSkeleton } from '../test/support/play.js';

interface Args {
  community: string;
  kind: string;
  layout: 'list' | 'cards';
  paging: 'numbers' | 'more';
  pageSize: number;
  noSearch: boolean;
  noFilters: boolean;
  noFeeds: boolean;
  headingLevel: number;
  reply: unknown;
  fallback: boolean;
  template: boolean;
  width: string;
}

const meta: Meta<Args> = {
  title: 'f3e-resource-list',
  component: 'f3e-resource-list',
  args: {
    community: '',
    kind: '',
    layout: 'list',
    paging: 'numbers',
    pageSize: 20,
    noSearch: false,
    noFilters: false,
    noFeeds: false,
    headingLevel: 3,
    reply: answerResources(),
    fallback: false,
    template: false,
    width: '',
  },
  argTypes: {
    layout: { control: 'select', options: ['list', 'cards'] },
    paging: { control: 'select', options: ['numbers', 'more'] },
    pageSize: { control: { type: 'number', min: 1, max: 100 } },
    headingLevel: { control: { type: 'number', min: 2, max: 6 } },
    reply: { table: { disable: true } },
    width: { table: { disable: true } },
    fallback: { table: { disable: true } },
  },
  render: (args) => html`
    <f3e-provider .api=${fakeApi({ 'resources?': args.reply })}>
      <div class=${args.width ? `story-${args.width}` : nothing}>
        <f3e-resource-list
          community=${args.community || nothing}
          kind=${args.kind || nothing}
          layout=${args.layout}
          paging=${args.paging}
          page-size=${args.pageSize}
          ?no-search=${args.noSearch}
          ?no-filters=${args.noFilters}
          ?no-feeds=${args.noFeeds}
          heading-level=${args.headingLevel}
          >${args.fallback ? html`<a href="https://example.org/">Les ressources du F3E</a>` : nothing}${
            args.template
              ? html`<template slot="item"
                  ><p>
                    <a href="#" data-f3e-href="url" data-f3e="title">Titre</a> –
                    <span data-f3e="publisher"></span></p
                ></template>`
              : nothing
          }</f3e-resource-list
        >
      </div>
    </f3e-provider>
  `,
};
export default meta;
type Story = StoryObj<Args>;

const list = (root: HTMLElement) => root.querySelector('f3e-resource-list')!;
const lookFor = (root: HTMLElement, words: string) => typeInto(root, /^Chercher dans les ressources/, words);
const seven = /7 (ressources|resources)/;

export const Default: Story = { play: ({ canvasElement }) => waitForText(canvasElement, seven) };
export const Cards: Story = {
  args: { layout: 'cards' },
  play: ({ canvasElement }) => waitForText(canvasElement, seven),
};
export const OneCommunity: Story = {
  args: { community: 'genre', noSearch: true, width: 'column' },
  play: ({ canvasElement }) => waitForText(canvasElement, /4 (ressources|resources)/),
};
export const Found: Story = {
  play: async ({ canvasElement }) => {
    await waitForText(canvasElement, seven);
    await lookFor(canvasElement, 'référents genre');
    await waitForText(canvasElement, /1 (ressource|resource)/);
  },
};
export const Narrowed: Story = {
  play: async ({ canvasElement }) => {
    await waitForText(canvasElement, seven);
    // In a wide page the filters are always shown.
    if (innerWidth < 640) await press(canvasElement, 'button', /^Filtrer/);
    await press(canvasElement, 'checkbox', /^Fiche/);
    await press(canvasElement, 'checkbox', /^Guide/);
    await waitForText(canvasElement, /5 (ressources|resources)/);
  },
};
export const Misspelt: Story = {
  play: async ({ canvasElement }) => {
    await waitForText(canvasElement, seven);
    await lookFor(canvasElement, 'franhce');
    await findByRole(canvasElement, 'button', /^franche$/);
  },
};
export const NothingFound: Story = {
  play: async ({ canvasElement }) => {
    await waitForText(canvasElement, seven);
    await lookFor(canvasElement, 'xyzzy');
    await waitForText(canvasElement, /Effacer la recherche|Clear the search/);
  },
};
export const Pages: Story = {
  args: { reply: answerResources(manyRecords(230)), pageSize: 5 },
  play: async ({ canvasElement }) => {
    await waitForText(canvasElement, /230/);
    await press(canvasElement, 'link', /^Page suivante/);
    await waitForText(canvasElement, /page 2/);
  },
};
export const ShowMore: Story = {
  args: { paging: 'more', pageSize: 3 },
  play: ({ canvasElement }) => waitForText(canvasElement, /Montrer les 3|Show the next 3/),
};
export const OwnTemplate: Story = {
  args: { template: true },
  play: ({ canvasElement }) => waitForText(canvasElement, '– F3E'),
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
  args: { reply: (path: string) => (++asked > 1 ? fails('offline')() : answerResources()(path)) },
  play: async ({ canvasElement }) => {
    await waitForText(canvasElement, seven);
    list(canvasElement).reload();
    await waitForText(canvasElement, /Informations du|As of/);
    asked = 0;
  },
};
export const LongWords: Story = {
  args: {
    reply: answerResources(
      records.map((one) => ({
        ...one,
        title: 'Anticonstitutionnellementlonguement'.repeat(4),
        publisher: 'Organisation'.repeat(12),
        collection: 'C'.repeat(80),
      })),
    ),
  },
  play: ({ canvasElement }) => waitForText(canvasElement, 'Anticonstitutionnellement'),
};
export const Themed: Story = {
  args: { layout: 'cards' },
  globals: { theme: 'branded' },
  play: ({ canvasElement }) => waitForText(canvasElement, seven),
};
export const English: Story = {
  globals: { locale: 'en' },
  play: ({ canvasElement }) => waitForText(canvasElement, '7 resources'),
};
export const RightToLeft: Story = {
  globals: { direction: 'rtl' },
  play: ({ canvasElement }) => waitForText(canvasElement, 'دليل'),
};
