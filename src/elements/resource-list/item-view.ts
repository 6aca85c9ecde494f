import { html, nothing, type TemplateResult } from 'lit';
import type { MarkView, ResourceListView, ResourceView } from '../../api/resources.js';
import { dateFormat, directionOf } from '../../i18n/format.js';
import { languageName } from '../../i18n/language-name.js';
import { said, type ResourceListStrings } from '../../i18n/strings.js';
import { foreign } from '../../internal/foreign.js';
import { safeUrl } from '../../internal/safe-url.js';

/** What the items of a list are drawn with. */
export interface Scene {
  words: ResourceListStrings;
  language: string;
  headingLevel: number;
  communities: ResourceListView['communities'];
  onResource: (id: string, click: Event) => void;
  onSession: (id: string, click: Event) => void;
  onCommunity: (slug: string, click: Event) => void;
}

/** A text with what matched marked. */
function marked(text: string, marks: readonly MarkView[], language: string): TemplateResult {
  if (!marks.length) return foreign(text, language);
  const pieces: unknown[] = [];
  let at = 0;
  for (const [start, end] of marks) {
    pieces.push(text.slice(at, start), html`<mark>${text.slice(start, end)}</mark>`);
    at = end;
  }
  return html`<bdi lang=${language} dir=${directionOf(language)}>${pieces}${text.slice(at)}</bdi>`;
}

/** “12 mars 2026”, or the year. */
function dateOf({ date }: ResourceView, language: string): string {
  const day = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(`${date}T12:00:00Z`) : NaN;
  if (Number.isNaN(day)) return date;
  return dateFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(day);
}

/** “1,2 Mo”. */
function weightOf(bytes: number, language: string): string {
  const [unit, by] = bytes < 1e6 ? ['kilobyte', 1e3] : ['megabyte', 1e6];
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: unit,
    maximumFractionDigits: bytes < 1e6 ? 0 : 1,
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
  return [
    kind && said(words.kinds, kind),
    apart(collection),
    dateOf(resource, language),
    apart(publisher),
    resource.language.split('-')[0] === language ? '' : languageName(language, resource.language),
    // « Page web · page web » says nothing more.
    shape.toLowerCase() === said(words.kinds, kind).toLowerCase() ? '' : shape,
    bytes === null ? '' : weightOf(bytes, language),
    isForMembers ? words.accesses.members : '',
  ].filter(Boolean);
}

/** Where a resource leads: to itself, else to its hosted page. */
export const addressOfResource = ({ url, page }: ResourceView): string => safeUrl(url) || safeUrl(page);

const hostOf = (address: string) =>
  /^https?:/.test(address) ? new URL(address).host.replace(/^www\./, '') : '';

export function itemView(resource: ResourceView, scene: Scene): TemplateResult {
  const { id, title, titleMarks, summary, summaryMarks, language, session } = resource;
  const { words, headingLevel, communities } = scene;
  const address = addressOfResource(resource);
  const name = marked(title, titleMarks, language);
  const host = hostOf(safeUrl(resource.url));
  const accessible = safeUrl(resource.accessibleUrl);
  const sessionPage = session && safeUrl(session.page);
  const origins = resource.communities.flatMap((slug) => {
    const known = communities.get(slug);
    return known ? [{ slug, name: known.fr, page: safeUrl(known.page) }] : [];
  });
  return html`<li part="item">
    <p class="title" part="title" role="heading" aria-level=${headingLevel}>
      ${address ? html`<a href=${address} @click=${(click: Event) => scene.onResource(id, click)}>${name}</a>` : name}
    </p>
    <p class="facts quiet">
      ${factsOf(resource, scene).join(' · ')}${host && host !== resource.publisher ? html` · <bdi dir="ltr">${host}</bdi>` : nothing}
    </p>
    ${summary ? html`<p class="summary">${marked(summary, summaryMarks, language)}</p>` : nothing}
    ${
      origins.length || session || accessible
        ? html`<p class="origins">
            ${accessible ? html`<a href=${accessible}>${words.accessible}<span class="unseen"> (${title})</span></a>` : nothing}
            ${
              session
                ? html`<span
                    >${words.from}
                    ${
                      sessionPage
                        ? html`<a
                            href=${sessionPage}
                            @click=${(click: Event) => scene.onSession(session.id, click)}
                            >${foreign(session.title, session.language)}</a
                          >`
                        : foreign(session.title, session.language)
                    }</span
                  >`
                : nothing
            }
            ${origins.map(({ slug, name: label, page }) => (page ? html`<a href=${page} @click=${(click: Event) => scene.onCommunity(slug, click)}>${foreign(label, 'fr')}</a>` : html`<span>${label}</span>`))}
          </p>`
        : nothing
    }
  </li>`;
}
