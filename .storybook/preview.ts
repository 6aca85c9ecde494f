import { setCustomElementsManifest, type Decorator, type Preview } from '@storybook/web-components-vite';
import { html } from 'lit';
import manifest from '../custom-elements.json' with { type: 'json' };
import './preview.css';
import '../src/define.js';

setCustomElementsManifest(manifest);

const inLocale: Decorator = (story, { globals }) => {
  const { locale = 'fr', direction = 'ltr', theme = 'light' } = globals as Record<string, string>;
  document.documentElement.lang = locale;
  document.documentElement.dir = direction;
  document.documentElement.dataset['theme'] = theme;
  return html`<div class="page">${story()}</div>`;
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
    options: { storySort: { order: ['Introduction', 'f3e-community-card', 'f3e-join-form'] } },
  },
} satisfies Preview;
