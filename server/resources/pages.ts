import { html } from 'hono/html';
import type { Resource, ResourceFilters, ResourcePage } from '../../src/contract/index.js';
import { facetNames, type ResourceFacetName } from '../../src/search/index.js';
import type { Language } from '../i18n/language.js';
import type { Html } from '../http/layout.js';
import { resourcePageMessages } from '../i18n/resource-pages.js';

/** The name of a language; its code when it has none. */
function languageName(language: Language, code: string): string {
  try {
    return new Intl.DisplayNames(language, { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}

const dir = (language: string) => (/^(?:ar|fa|he|ur)\b/.test(language) ? 'rtl' : 'ltr');

/** What the address of a list holds. */
export interface ResourceSearch {
  filters: ResourceFilters;
  page: number;
  size: number;
  language: Language;
}

/** The address of the list with something else in it. */
function addressOf(
  path: string,
  { filters, language }: ResourceSearch,
  more: Record<string, string> = {},
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) if (value) query.set(name, [value].flat().join(','));
  for (const [name, value] of Object.entries(more)) query.set(name, value);
  if (language !== 'fr') query.set('lang', language);
  return query.size ? `${path}?${query.toString()}` : path;
}

/** Words and facets as one form, what was found, and its pages. */
export function resourceListPage(found: ResourcePage, asked: ResourceSearch): Html {
  const { filters, page, size, language } = asked;
  const words = resourcePageMessages(language);
  const pages = Math.ceil(found.total / size);
  const label = (name: ResourceFacetName, value: string): string => {
    if (name === 'community') return found.communities.find(({ slug }) => slug === value)?.name ?? value;
    if (name === 'theme') {
      const theme = found.themes.find(({ slug }) => slug === value);
      return (language === 'en' && theme?.label.en) || theme?.label.fr || value;
    }
    if (name === 'language') return languageName(language, value);
    if (name === 'kind') return words.kinds[value as Resource['kind']];
    return name === 'access' ? words.accesses[value as Resource['access']] : value;
  };
  const facet = (name: ResourceFacetName) => {
    const chosen = (filters[name] as readonly string[] | undefined) ?? [];
    const values = [
      ...found.facets[name],
      ...chosen
        .filter((value) => !found.facets[name].some((one) => one.value === value))
        .map((value) => ({ value, count: 0 })),
    ];
    return values.length < 2 && !chosen.length
      ? ''
      : html`<div class="field">
          <label for="f-${name}">${words.facets[name]}</label>
          <select id="f-${name}" name="${name}">
            <option value="">${words.any}</option>
            ${chosen.length > 1 ? html`<option value="${chosen.join(',')}" selected>${chosen.map((value) => label(name, value)).join(', ')}</option>` : ''}
            ${values.map(
              ({ value, count }) =>
                html`<option value="${value}" ${chosen.length === 1 && chosen[0] === value ? 'selected' : ''}>
                  ${label(name, value)} (${count})
                </option>`,
            )}
          </select>
        </div>`;
  };
  return html`<p>${words.intro}</p>
    <form method="get" action="/ressources" role="search">
      <div class="field">
        <label for="q">${words.search}</label>
        <input id="q" name="q" type="search" maxlength="200" value="${filters.q ?? ''}" />
      </div>
      <div class="columns">${facetNames.map(facet)}</div>
      ${language === 'fr' ? '' : html`<input type="hidden" name="lang" value="${language}" />`}
      <button class="button">${words.go}</button>
    </form>
    <h2>${words.found(found.total, page, pages)}</h2>
    ${found.isLoose ? html`<p>${words.loose}</p>` : ''}
    ${
      found.items.length
        ? html`<ul class="plain">
            ${found.items.map((item) => itemOf(item, language))}
          </ul>`
        : html`<p class="notice">
            ${words.nothing}
            ${found.suggestion ? html`${words.try} <a href="${addressOf('/ressources', { ...asked, filters: { ...filters, q: found.suggestion } })}">${found.suggestion}</a>.` : ''}
            <a href="${addressOf('/ressources', { ...asked, filters: {} })}">${words.clear}</a>
          </p>`
    }
    ${
      pages > 1
        ? html`<nav aria-label="${words.pages}">
            <p>
              ${page > 1 ? html`<a rel="prev" href="${addressOf('/ressources', asked, { page: String(Math.min(page - 1, pages)) })}">${words.previous}</a>` : ''}
              ${page < pages ? html`<a rel="next" href="${addressOf('/ressources', asked, { page: String(page + 1) })}">${words.next}</a>` : ''}
            </p>
          </nav>`
        : ''
    }
    <p>
      <a href="${addressOf('/v1/resources.rss', asked)}">${words.follow}</a> ·
      <a href="${addressOf('/v1/resources.csv', { ...asked, language: 'fr' })}">${words.download}</a>
    </p>`;
}

function itemOf(item: Resource, language: Language): Html {
  return html`<li>
    <p>
      <strong
        ><a href="${item.links.page}" lang="${item.language}" dir="${dir(item.language)}"
          >${item.title}</a
        ></strong
      ><br />
      <span class="quiet">${factsOf(item, language).join(' · ')}</span>
    </p>
    <p lang="${item.language}" dir="${dir(item.language)}">${item.summary}</p>
  </li>`;
}

function factsOf(item: Resource, language: Language): string[] {
  const words = resourcePageMessages(language);
  return [
    words.kinds[item.kind],
    item.collection ?? '',
    item.publishedAt ?? (item.year === null ? '' : String(item.year)),
    item.publisher,
    item.language === language ? '' : languageName(language, item.language),
    item.access === 'members' ? words.accesses.members : '',
  ].filter(Boolean);
}

/** One resource: what it is, where it is, and where it comes from. */
export function resourcePage(
  item: Resource,
  about: { language: Language; communities: readonly { name: string; page: string }[] },
): Html {
  const { language, communities } = about;
  const words = resourcePageMessages(language);
  const fact = (label: string, value: Html | string) =>
    value
      ? html`<dt>${label}</dt>
          <dd>${value}</dd>`
      : '';
  return html`<p class="quiet">${factsOf(item, language).join(' · ')}</p>
    <p lang="${item.language}" dir="${dir(item.language)}">${item.summary}</p>
    ${
      item.url
        ? html`<p><a class="button" href="${item.url}">${words.open}</a> (${new URL(item.url).host})</p>`
        : html`<p class="notice">${words.noAddress}</p>`
    }
    ${item.accessibleUrl ? html`<p><a href="${item.accessibleUrl}">${words.accessible}</a></p>` : ''}
    <dl>
      ${fact(
        words.from,
        item.session
          ? html`<a href="${item.session.page}" lang="${item.session.language}">${item.session.title}</a>`
          : '',
      )}
      ${fact(
        words.facets.community,
        communities.length
          ? html`${communities.map(({ name, page }, i) => html`${i ? ', ' : ''}<a href="${page}">${name}</a>`)}`
          : '',
      )}
      ${fact(words.format, item.format === 'unknown' ? '' : item.format.toUpperCase())}
    </dl>
    <p><a href="/ressources">${words.back}</a></p>`;
}
