import { filled, item, listOf, text } from './read.js';

/** What a community works on, in words. */
export const readThemes = listOf(item({ slug: text, label: item({ fr: filled, en: text }, 'fr') }, 'label'));
