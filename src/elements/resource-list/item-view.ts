import { html, nothing, type TemplateResult } from 'lit';
import type { ResourceListView, ResourceView } from '../../api/resources.js';
import { dateInWords } from '../../i18n/format.js';
import { languageName } from '../../i18n/language-name.js';
import { translateCode, type ResourceListMessages } from '../../i18n/messages.js';
import { langText } from '../../ui/lang-text.js';
import { link } from '../../ui/link.js';
import { safeUrl } from '../../dom/safe-url.js';

/** What the items of a list are drawn from. */
export interface ItemContext {
  messages: ResourceListMessages;
  language: string;
  /** The language in which text needs no `lang`: that of the list, where it also has its direction; else empty. */
  own: string;
  headingLevel: number;
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

/** The facts of a resource, as text: nothing by an icon or a colour alone (R05). */
export function factsOf(
  resource: ResourceView,
  { messages, language }: Pick<ItemContext, 'messages' | 'language'>,
): string[] {
  const { kind, collection, publisher, format, bytes, isForMembers } = resource;
  const shape = Object.hasOwn(messages.formats, format)
    ? translateCode(messages.formats, format)
    : format === 'unknown'
      ? ''
      : format.toUpperCase();
  const kindName = kind && translateCode(messages.kinds, kind);
  return [
    kindName,
    collection,
    dateOf(resource, language),
    publisher,
    resource.language.split('-')[0] === language ? '' : languageName(language, resource.language),
    // « Page web · page web » would say it twice.
    shape.toLowerCase() === kindName.toLowerCase() ? '' : shape,
    bytes === null ? '' : weightOf(bytes, language),
    isForMembers ? messages.accesses.members : '',
  ]
    .filter(Boolean)
    .map(apart);
}

/** The host of a checked address; mail and telephone addresses have none. */
const hostOf = (address: string) => /^https?:\/\/(?:www\.)?([^/]+)/.exec(address)?.[1];

export function itemView(resource: ResourceView, context: ItemContext): TemplateResult {
  const { id, title, summary, marks, language, session } = resource;
  const { messages, headingLevel, communities } = context;
  // Text alone in its block and in the language of the list needs no element to isolate it.
  const text = (of: 'title' | 'summary') => {
    const content = context.markedText?.(resource[of], marks?.[of]) ?? html`${resource[of]}`;
    return language === context.own ? content : langText(content, language);
  };
  const url = safeUrl(resource.url);
  const host = hostOf(url);
  const facts = factsOf(resource, context);
  // Isolated, from left to right.
  if (host && host !== resource.publisher) facts.push(`\u2066${host}\u2069`);
  const accessible = safeUrl(resource.accessibleUrl);
  const origins = resource.communities.flatMap((slug) => {
    const known = communities.get(slug);
    return known
      ? [
          link(known.page, langText(known.fr, 'fr'), (click) =>
            context.follow(click, 'f3e-community-open', { community: slug }),
          ),
        ]
      : [];
  });
  return html`<li part="item">
    <p class="title" part="title" role="heading" aria-level=${headingLevel}>
      ${link(url || resource.page, text('title'), (click) => context.follow(click, 'f3e-resource-open', { resource: id }))}
    </p>
    <p class="facts quiet">${facts.join(' · ')}</p>
    ${summary ? html`<p class="summary">${text('summary')}</p>` : nothing}
    ${
      origins.length || session || accessible
        ? html`<p class="origins">
            ${accessible ? html`<a href=${accessible}>${messages.accessible}<span class="visually-hidden"> (${langText(title, language)})</span></a>` : nothing}
            ${
              session
                ? html`<span
                    >${messages.from}
                    ${link(session.page, langText(session.title, session.language), (click) => context.follow(click, 'f3e-session-open', { session: session.id }))}</span
                  >`
                : nothing
            }
            ${origins}
          </p>`
        : nothing
    }
  </li>`;
}
