/**
 * The embed as modules (`f3e.js`). For each F3E tag on the page, now or later, it loads the code, the messages and the first
 * API response in parallel, because a slow connection makes each round trip expensive.
 */
import { endpointOfScript } from '../api/endpoint.js';
import { startPage } from '../context/page.js';
import { prefetch, isMonth } from './prefetch.js';
import { observeTags } from './observe-tags.js';

const address = import.meta.url;
const [tag] = [...document.querySelectorAll<HTMLScriptElement>('script[src]')].filter(
  ({ src }) => src === address,
);
const page = startPage({ endpoint: endpointOfScript(tag?.dataset ?? {}, address), early: new Map() });

const fetchFile = (path: string): Promise<unknown> => import(/* @vite-ignore */ new URL(path, address).href);

/** Creating the first date formatter takes 250 ms on a slow phone, so do it while files download. */
const warmUp = (): void => {
  try {
    const { lang } = document.documentElement;
    new Intl.DateTimeFormat(lang || 'fr', { dateStyle: 'full', timeStyle: 'short' }).formatRange(0, 1);
  } catch {
    // Invalid language tag: skip the warm-up.
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

/** Whether a link leads to a hosted page, and may be where its element belongs. */
const isHosted = ({ href, parentElement }: HTMLAnchorElement): boolean =>
  parentElement?.localName === 'p' && href.startsWith(`${page.endpoint}/`);

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
  (element) => prefetch(element, page),
  (place) => {
    // What stands in a shadow root is drawn by somebody, an element of ours among them: no editor wrote it.
    if (place.getRootNode() !== document) return;
    const isPlace =
      place.localName === 'a'
        ? isHosted(place as HTMLAnchorElement)
        : parts.has(place.getAttribute('data-f3e') ?? '');
    if (!isPlace) return;
    import('./places.js').then(({ fillPlace }) => fillPlace(place, page.endpoint)).catch(() => undefined);
  },
  tag?.dataset['loading'] === 'eager',
);

/** A page on the machine of its developer, whose name has no dot, and which the server does not serve itself. */
const isInDevelopment =
  /^[^.:]+$|\.(?:test|local)$/.test(location.hostname) && !address.startsWith(location.origin);
if (isInDevelopment || /[?&]f3e-doctor\b/.test(location.search))
  fetchFile('doctor.js').catch(() => undefined);
