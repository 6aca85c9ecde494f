import { html, nothing, type TemplateResult } from 'lit';
import type { ResourceListView, ResourceView } from '../../api/resources.js';
import { dateFormat } from '../../i18n/format.js';
import { languageName } from '../../i18n/language-name.js';
import { said, type ResourceListStrings } from '../../i18n/strings.js';
import { foreign } from '../../ui/lang-text.js';
import { link } from '../../ui/link.js';
import { safeUrl } from '../../dom/safe-url.js';

/** What the items of a list are drawn with. */
export interface Scene {
  words: ResourceListStrings;
  language: string;
  /** The same where the list also runs in its direction: what is written in it needs no mark. Empty where it does not. */
  own: string;
  headingLevel: number;
  communities: ResourceListView['communities'];
  /** Marks what matched, once somebody searches. */
  marked: ((text: string, marks: unknown) => TemplateResult | undefined) | undefined;
  /** Tells the page where a link leads, which may prevent it. */
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
  return dateFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(day);
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

/** Text written from right to left, kept from pulling its neighbours along (first strong isolate, UAX 9). */
const apart = (text: string) => (/[\u0590-\u08FF\uFB1D-\uFEFC]/.test(text) ? `\u2068${text}\u2069` : text);

/** What is told of a resource as text: nothing by an icon or a colour alone (TRUST R05). */
export function factsOf(
  resource: ResourceView,
  { words, language }: Pick<Scene, 'words' | 'language'>,
): string[] {
  const { kind, collection, publisher, format, bytes, isForMembers } = resource;
  const shape = Object.hasOwn(words.formats, format)
    ? said(words.formats, format)
    : format === 'unknown'
      ? ''
      : format.toUpperCase();
  const kindName = kind && said(words.kinds, kind);
  return [
    kindName,
    collection,
    dateOf(resource, language),
    publisher,
    resource.language.split('-')[0] === language ? '' : languageName(language, resource.language),
    // « Page web · page web » says nothing more.
    shape.toLowerCase() === kindName.toLowerCase() ? '' : shape,
    bytes === null ? '' : weightOf(bytes, language),
    isForMembers ? words.accesses.members : '',
  ]
    .filter(Boolean)
    .map(apart);
}

/** Of a checked address; mails and telephones have none. */
const hostOf = (address: string) => /^https?:\/\/(?:www\.)?([^/]+)/.exec(address)?.[1];

export function itemView(resource: ResourceView, scene: Scene): TemplateResult {
  const { id, title, summary, marks, language, session } = resource;
  const { words, headingLevel, communities } = scene;
  // Each stands alone in its block, so that in the language of the list it needs no element to keep it apart.
  const text = (of: 'title' | 'summary') => {
    const content = scene.marked?.(resource[of], marks?.[of]) ?? html`${resource[of]}`;
    return language === scene.own ? content : foreign(content, language);
  };
  const url = safeUrl(resource.url);
  const host = hostOf(url);
  const facts = factsOf(resource, scene);
  // From left to right, whatever stands before it.
  if (host && host !== resource.publisher) facts.push(`\u2066${host}\u2069`);
  const accessible = safeUrl(resource.accessibleUrl);
  const origins = resource.communities.flatMap((slug) => {
    const known = communities.get(slug);
    return known
      ? [
          link(known.page, foreign(known.fr, 'fr'), (click) =>
            scene.follow(click, 'f3e-community-open', { community: slug }),
          ),
        ]
      : [];
  });
  return html`<li part="item">
    <p class="title" part="title" role="heading" aria-level=${headingLevel}>
      ${link(url || resource.page, text('title'), (click) => scene.follow(click, 'f3e-resource-open', { resource: id }))}
    </p>
    <p class="facts quiet">${facts.join(' · ')}</p>
    ${summary ? html`<p class="summary">${text('summary')}</p>` : nothing}
    ${
      origins.length || session || accessible
        ? html`<p class="origins">
            ${accessible ? html`<a href=${accessible}>${words.accessible}<span class="unseen">${` (${title})`}</span></a>` : nothing}
            ${
              session
                ? html`<span
                    >${words.from}
                    ${link(session.page, foreign(session.title, session.language), (click) => scene.follow(click, 'f3e-session-open', { session: session.id }))}</span
                  >`
                : nothing
            }
            ${origins}
          </p>`
        : nothing
    }
  </li>`;
}
