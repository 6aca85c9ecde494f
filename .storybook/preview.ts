import { setCustomElementsManifest, type Decorator, type Preview } from '@storybook/web-components-vite';
import { html } from 'lit';
import manifest from '../custom-elements.json' with { type: 'json' };
import './preview.css';
import '../src/define.js';

setCustomElementsManifest(manifest);

/** The day of the demonstration data: what is to come in a story stays to come. */
const today = Date.parse('2026-11-22T10:00:00+01:00');
Date.now = () => today;

/** A story has language, direction and colours on its own box: a page of documentation holds stories of several. */
const inLocale: Decorator = (story, { globals }) => {
  const { locale = 'fr', direction = 'ltr', theme = 'light' } = globals as Record<string, string>;
  return html`<div class="page" lang=${locale} dir=${direction} data-theme=${theme}>${story()}</div>`;
};

const choice = (title: string, icon: string, items: [value: string, title: string][]) => ({
  description: title,
  toolbar: {
    title,
    icon: icon as 'globe',
    items: items.map(([value, name]) => ({ value, title: name })),
    dynamicTitle: true,
  },
});

export default {
  tags: ['autodocs'],
  decorators: [inLocale],
  initialGlobals: { locale: 'fr', direction: 'ltr', theme: 'light' },
  globalTypes: {
    locale: choice('Language', 'globe', [
      ['fr', 'Français'],
      ['en', 'English'],
      ['ar', 'العربية'],
    ]),
    direction: choice('Direction', 'transfer', [
      ['ltr', 'Left to right'],
      ['rtl', 'Right to left'],
    ]),
    theme: choice('Theme', 'paintbrush', [
      ['light', 'Light'],
      ['dark', 'Dark'],
      ['branded', 'A host with colours'],
    ]),
  },
  parameters: {
    a11y: { test: 'error' },
    controls: { expanded: true },
    layout: 'fullscreen',
    options: {
      storySort: {
        order: [
          'Introduction',
          'Foundations',
          'Hosts',
          'Writing',
          'States',
          'f3e-community-card',
          'f3e-community-directory',
        ],
      },
    },
  },
} satisfies Preview;
