import { html, nothing, type TemplateResult } from 'lit';
import type { ResourceListView, ResourceView } from '../../api/resources.js';
import { safeUrl } from '../../dom/safe-url.js';
import { dateInWords, typeset } from '../../i18n/format.js';
import { languageName } from '../../i18n/language-name.js';
import { translateCode, type ResourceListMessages } from '../../i18n/messages.js';
import { bookOpenIcon } from '../../icons/book-open.js';
import { downloadIcon } from '../../icons/download.js';
import { externalLinkIcon } from '../../icons/external-link.js';
import { fileTextIcon } from '../../icons/file-text.js';
import { globeIcon } from '../../icons/globe.js';
import { headphonesIcon } from '../../icons/headphones.js';
import { languagesIcon } from '../../icons/languages.js';
import { lockIcon } from '../../icons/lock.js';
import { microscopeIcon } from '../../icons/microscope.js';
import { newspaperIcon } from '../../icons/newspaper.js';
import { notebookPenIcon } from '../../icons/notebook-pen.js';
import { playIcon } from '../../icons/play.js';
import { scrollTextIcon } from '../../icons/scroll-text.js';
import { videoIcon } from '../../icons/video.js';
import { wrenchIcon } from '../../icons/wrench.js';
import { badge } from '../../ui/badge.js';
import { icon } from '../../ui/icon.js';
import { langText } from '../../ui/lang-text.js';
import { link } from '../../ui/link.js';
import { hueStyle, mark } from '../../ui/mark.js';
import { tile } from '../../ui/tile.js';

/** What the items of a list are drawn from. */
export interface ItemContext {
  messages: ResourceListMessages;
  language: string;
  /** The language in which text needs no `lang`: that of the list, where it also has its direction; else empty. */
  own: string;
  headingLevel: number;
  /** Address of a picture of the server; empty where there is none. */
  pictureAt: (path: string) => string;
  communities: ResourceListView['communities'];
  /** Marks what matched; undefined until that part was fetched. */
  markedText: ((text: string, marks: unknown) => TemplateResult | undefined) | undefined;
  /** A reader follows a link: an event that the page may prevent. */
  follow: (
    click: Event,
    event: 'f3e-resource-open' | 'f3e-session-open' | 'f3e-community-open',
    detail: object,
  ) => void;
}

/** “12 mars 2026”, or the year. */
function dateOf({ date }: ResourceView, language: string): string {
  const day = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(`${date}T12:00:00Z`) : NaN;
  if (Number.isNaN(day)) return date;
  return dateInWords(language, { dateStyle: 'long', timeZone: 'UTC' }, day);
}

/** “1,2 Mo”. */
function weightOf(bytes: number, language: string): string {
  const [unit, by, digits] = bytes < 1e6 ? (['kilobyte', 1e3, 0] as const) : (['megabyte', 1e6, 1] as const);
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    maximumFractionDigits: digits,
  }).format(Math.max(1, bytes) / by);
}

/** Isolates text that is written from right to left from the text beside it (first strong isolate, UAX 9). */
const apart = (text: string) => (/[\u0590-\u08FF\uFB1D-\uFEFC]/.test(text) ? `\u2068${text}\u2069` : text);

/** “PDF”, “page web”; empty where nobody told. */
const formatName = ({ format }: ResourceView, { formats }: ResourceListMessages): string =>
  Object.hasOwn(formats, format)
    ? translateCode(formats, format)
    : format === 'unknown'
      ? ''
      : format.toUpperCase();

/** The facts of a resource, as text: nothing by an icon or a colour alone (R05). */
export function factsOf(
  resource: ResourceView,
  { messages, language }: Pick<ItemContext, 'messages' | 'language'>,
): string[] {
  const { kind, collection, publisher, bytes, isForMembers } = resource;
  const format = formatName(resource, messages);
  const kindName = kind && translateCode(messages.kinds, kind);
  return [
    kindName,
    collection,
    dateOf(resource, language),
    publisher,
    resource.language.split('-')[0] === language ? '' : languageName(language, resource.language),
    // « Page web · page web » would say it twice.
    format.toLowerCase() === kindName.toLowerCase() ? '' : format,
    bytes === null ? '' : weightOf(bytes, language),
    isForMembers ? messages.accesses.members : '',
  ]
    .filter(Boolean)
    .map(apart);
}

/** What stands at the end of a row: what following the link does. */
function actionOf({ format, bytes }: ResourceView, { messages, language }: ItemContext): [string, string] {
  const { actions } = messages;
  if (format === 'video') return [playIcon, actions.watch];
  if (format === 'audio') return [playIcon, actions.listen];
  if (!format || format === 'html' || format === 'unknown') return [externalLinkIcon, actions.open];
  const weight = bytes === null ? '' : weightOf(bytes, language);
  return [downloadIcon, [apart(format.toUpperCase()), weight].filter(Boolean).join(' · ')];
}

const kindIcons = new Map([
  ['guide', bookOpenIcon],
  ['proceedings', scrollTextIcon],
  ['study', microscopeIcon],
  ['sheet', fileTextIcon],
  ['video', videoIcon],
  ['podcast', headphonesIcon],
  ['article', newspaperIcon],
  ['meeting-report', notebookPenIcon],
  ['tool', wrenchIcon],
  ['web-page', globeIcon],
]);

export function itemView(resource: ResourceView, context: ItemContext): TemplateResult {
  const { id, title, summary, marks, language, kind, cover, session } = resource;
  const { messages, headingLevel, communities } = context;
  // Text alone in its block and in the language of the list needs no element to isolate it.
  const text = (of: 'title' | 'summary') => {
    const written = typeset(resource[of], language);
    const content = context.markedText?.(written, marks?.[of]) ?? html`${written}`;
    return language === context.own ? content : langText(content, language);
  };
  const url = safeUrl(resource.url);
  const accessible = safeUrl(resource.accessibleUrl);
  const [first = ''] = resource.communities;
  const [sign, action] = actionOf(resource, context);
  const open = (click: Event) => context.follow(click, 'f3e-resource-open', { resource: id });
  return html`<li part="item" class="hued" .style=${hueStyle(first, communities.get(first)?.identity)}>
    ${tile(icon(kindIcons.get(kind) ?? fileTextIcon), cover, context.pictureAt)}
    <div>
      <p class="title" part="title" role="heading" aria-level=${headingLevel}>
        ${link(url || resource.page, text('title'), open)}
      </p>
      ${summary ? html`<p class="summary">${text('summary')}</p>` : nothing}
      <p class="facts small">${factViews(resource, context)}</p>
      ${
        session || accessible
          ? html`<p class="origins small">
              ${accessible ? html`<a href=${accessible}>${messages.accessible}<span class="visually-hidden"> (${langText(title, language)})</span></a>` : nothing}
              ${
                session
                  ? html`<span
                      >${messages.from}
                      ${link(session.page, langText(session.title, session.language), (click) => context.follow(click, 'f3e-session-open', { session: session.id }))}</span
                    >`
                  : nothing
              }
            </p>`
          : nothing
      }
    </div>
    ${
      url
        ? // A second way to what the title leads to, for who points: who hears or tabs has it in the title and the facts.
          html`<a class="go" href=${url} tabindex="-1" aria-hidden="true" @click=${open}
            >${icon(sign)}${action}</a
          >`
        : nothing
    }
  </li>`;
}

/** Kind, date, communities, language and access to see; the format and the weight of the file for who hears the list. */
function factViews(resource: ResourceView, context: ItemContext) {
  const { messages, language, communities } = context;
  const { kind, collection, publisher, isForMembers } = resource;
  const origins = resource.communities.flatMap((slug) => {
    const known = communities.get(slug);
    return known ? [{ slug, ...known }] : [];
  });
  const isForeign = resource.language.split('-')[0] !== language;
  const file = [
    formatName(resource, messages),
    resource.bytes === null ? '' : weightOf(resource.bytes, language),
  ];
  return html`${kind ? html`<b>${translateCode(messages.kinds, kind)}</b>` : nothing}
    ${[collection, dateOf(resource, language), publisher === 'F3E' ? '' : publisher]
      .filter(Boolean)
      .map((one) => html`<span class="quiet">${apart(one)}</span>`)}
    ${origins.map(
      ({ slug, fr, page, identity }) =>
        html`<span class="fact hued" .style=${hueStyle(slug, identity)}
          >${mark(slug, identity)}${link(page, langText(fr, 'fr'), (click) =>
            context.follow(click, 'f3e-community-open', { community: slug }),
          )}</span
        >`,
    )}
    ${isForeign ? badge('neutral', languagesIcon, languageName(language, resource.language)) : nothing}
    ${isForMembers ? badge('neutral', lockIcon, messages.accesses.members) : nothing}
    <span class="visually-hidden">${file.filter(Boolean).join(', ')}</span>`;
}
