/**
 * The embed as modules (`f3e.js`): fetches the code of each element whose tag the page holds, now or later, its words and
 * the answer to its first question, all side by side: on a slow line each wait counts.
 */
import { endpointOfScript } from '../api/endpoint.js';
import { startPage } from '../context/page.js';
import { askFirst, isMonth } from './first-question.js';
import { observeTags } from './observe-tags.js';

const address = import.meta.url;
const [tag] = [...document.querySelectorAll<HTMLScriptElement>('script[src]')].filter(
  ({ src }) => src === address,
);
const page = startPage({ endpoint: endpointOfScript(tag?.dataset ?? {}, address), early: new Map() });

const fetchFile = (path: string): Promise<unknown> => import(/* @vite-ignore */ new URL(path, address).href);

/** The first format of a date takes a slow phone a quarter of a second: it is made while files travel. */
const warmUp = (): void => {
  try {
    const { lang } = document.documentElement;
    new Intl.DateTimeFormat(lang || 'fr', { dateStyle: 'full', timeStyle: 'short' }).formatRange(0, 1);
  } catch {
    // A language that cannot be: nothing is warm.
  }
};

/** The files of each element and of its words, beside `core.js`. The three forms share almost all of their code. */
const form = { files: ['forms'], words: 'form' };
const parts = new Map([
  ['community-card', { files: ['community-card'], words: 'communities' }],
  ['community-directory', { files: ['community-card', 'community-directory'], words: 'communities' }],
  ['session-calendar', { files: ['session-calendar'], words: 'session-calendar' }],
  ['resource-list', { files: ['resource-list'], words: 'resource-list' }],
  ['join-form', form],
  ['proposal-form', form],
  ['registration-form', form],
  ['provider', { files: ['provider'], words: '' }],
]);

observeTags(
  (name, element) => {
    const { files, words } = parts.get(name) ?? { files: [name], words: '' };
    const language = element.closest('[lang]')?.getAttribute('lang')?.slice(0, 2) ?? '';
    const besides = [
      words && /^(?:en|ar)$/.test(language) ? `words/${language}/${words}.js` : '',
      name === 'session-calendar' && isMonth(element) ? 'elements/session-calendar-month.js' : '',
    ];
    if (!name.endsWith('-form')) setTimeout(warmUp);
    // The element asks for these itself, and does without them.
    for (const path of besides) if (path) fetchFile(path).catch(() => undefined);
    return Promise.all(
      ['core', ...files.map((file) => `elements/${file}`)].map((path) => fetchFile(`${path}.js`)),
    );
  },
  (element) => askFirst(element, page),
);
