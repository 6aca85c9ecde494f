import { addons } from 'storybook/manager-api';
import { create } from 'storybook/theming';

addons.setConfig({
  theme: create({
    base: 'light',
    brandTitle: 'F3E widgets',
    brandImage: './brand.svg',
    colorPrimary: '#6b2149',
    colorSecondary: '#6b2149',
    fontBase: 'system-ui, sans-serif',
  }),
});
