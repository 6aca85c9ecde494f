import type { Child } from 'hono/jsx';
import { isDay, type Resource, type ResourceFilters, type ResourcePage } from '../../src/contract/index.js';
import { facetNames, type ResourceFacetName } from '../../src/search/index.js';
import { Fact, LangText } from '../http/layout.js';
import { Image, Tile } from '../http/parts.js';
import { directionOf } from '../../src/contract/text-direction.js';
import { typeset } from '../../src/contract/typeset.js';
import { dateInWords } from '../i18n/format-date.js';
import type { Language } from '../i18n/language.js';
import { languageName } from '../i18n/language-name.js';
import { resourcePageMessages } from '../i18n/resource-pages.js';

/** The search that the address of a list holds. */
export interface ResourceSearch {
  filters: ResourceFilters;
  page: number;
  size: number;
  language: Language;
  /** Words that are too long to be searched for, as they were typed. */
  tooLong?: string | undefined;
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

/** Most characters of a search, as the API takes them. */
export const MAX_WORDS = 200;

interface ListContext {
  found: ResourcePage;
  search: ResourceSearch;
}

/** A search form, the results and the links to other pages. */
export function ResourceListPage({ found, search }: ListContext) {
  const { filters, page, size, language } = search;
  const messages = resourcePageMessages(language);
  const pages = Math.ceil(found.total / size);
  return (
    <>
      <p>{messages.intro}</p>
      <form method="get" action="/ressources" role="search">
        <div class="field">
          <label for="q">{messages.search}</label>
          <input
            id="q"
            name="q"
            type="search"
            maxlength={MAX_WORDS}
            value={search.tooLong ?? filters.q ?? ''}
          />
        </div>
        <div class="columns">
          {facetNames.map((name) => (
            <FacetField name={name} found={found} search={search} />
          ))}
        </div>
        {language !== 'fr' && <input type="hidden" name="lang" value={language} />}
        <button class="button">{messages.go}</button>
      </form>
      {search.tooLong && (
        <p class="notice" role="alert">
          {messages.tooLong(MAX_WORDS)}
        </p>
      )}
      <h2>{messages.found(found.total, page, pages)}</h2>
      {found.isLoose && <p>{messages.loose}</p>}
      {found.items.length ? (
        <ul class="plain">
          {found.items.map((item) => (
            <ResourceItem item={item} found={found} language={language} />
          ))}
        </ul>
      ) : (
        <NothingFound found={found} search={search} />
      )}
      <PageLinks pages={pages} search={search} />
      <p>
        <a href={addressOf('/v1/resources.rss', search)}>{messages.follow}</a> ·{' '}
        <a href={addressOf('/v1/resources.csv', { ...search, language: 'fr' })}>{messages.download}</a>
      </p>
    </>
  );
}

/** The name of a facet's value. */
function labelOf(name: ResourceFacetName, value: string, found: ResourcePage, language: Language): string {
  const messages = resourcePageMessages(language);
  if (name === 'community') return found.communities.find(({ slug }) => slug === value)?.name ?? value;
  if (name === 'theme') {
    const theme = found.themes.find(({ slug }) => slug === value);
    return (language === 'en' && theme?.label.en) || theme?.label.fr || value;
  }
  if (name === 'language') return languageName(language, value);
  if (name === 'kind') return messages.kinds[value as Resource['kind']];
  return name === 'access' ? messages.accesses[value as Resource['access']] : value;
}

function FacetField({ name, found, search }: ListContext & { name: ResourceFacetName }) {
  const { filters, language } = search;
  const messages = resourcePageMessages(language);
  const label = (value: string) => labelOf(name, value, found, language);
  const chosen = (filters[name] as readonly string[] | undefined) ?? [];
  const missing = chosen.filter((value) => !found.facets[name].some((one) => one.value === value));
  const values = [...found.facets[name], ...missing.map((value) => ({ value, count: 0 }))];
  if (values.length < 2 && !chosen.length) return null;
  const id = `f-${name}`;
  return (
    <div class="field">
      <label for={id}>{messages.facets[name]}</label>
      <select id={id} name={name}>
        <option value="">{messages.any}</option>
        {chosen.length > 1 && (
          <option value={chosen.join(',')} selected>
            {chosen.map(label).join(', ')}
          </option>
        )}
        {values.map(({ value, count }) => (
          <option value={value} selected={chosen.length === 1 && chosen[0] === value}>
            {`${label(value)} (${count})`}
          </option>
        ))}
      </select>
    </div>
  );
}

function NothingFound({ found: { suggestion }, search }: ListContext) {
  const messages = resourcePageMessages(search.language);
  const filtersOf = (filters: ResourceFilters) => addressOf('/ressources', { ...search, filters });
  return (
    <p class="notice">
      {messages.nothing}{' '}
      {suggestion && (
        <>
          {messages.try} <a href={filtersOf({ ...search.filters, q: suggestion })}>{suggestion}</a>.{' '}
        </>
      )}
      <a href={filtersOf({})}>{messages.clear}</a>
    </p>
  );
}

function PageLinks({ pages, search }: { pages: number; search: ResourceSearch }) {
  if (pages < 2) return null;
  const messages = resourcePageMessages(search.language);
  const { page } = search;
  const to = (number: number) => addressOf('/ressources', search, { page: String(number) });
  return (
    <nav aria-label={messages.pages}>
      <p>
        {page > 1 && (
          <a rel="prev" href={to(Math.min(page - 1, pages))}>
            {messages.previous}
          </a>
        )}{' '}
        {page < pages && (
          <a rel="next" href={to(page + 1)}>
            {messages.next}
          </a>
        )}
      </p>
    </nav>
  );
}

interface ItemContext {
  item: Resource;
  found: ResourcePage;
  language: Language;
}

function ResourceItem({ item, found: { communities }, language }: ItemContext) {
  const [first = ''] = item.communities;
  const identity = communities.find(({ slug }) => slug === first)?.identity;
  return (
    <li class="resource">
      {item.cover ? <Image picture={item.cover} /> : <Tile community={{ slug: first, identity }} />}
      <div>
        <p class="title">
          <a href={item.links.page} lang={item.language} dir={directionOf(item.language)}>
            {typeset(item.title, item.language)}
          </a>
        </p>
        <p lang={item.language} dir={directionOf(item.language)}>
          {typeset(item.summary, item.language)}
        </p>
        <p class="facts quiet">
          {factsOf(item, language).map((fact) => (
            <span>{fact}</span>
          ))}
        </p>
      </div>
    </li>
  );
}

/** “3 décembre 2025”, or the year. */
function dayOf({ publishedAt, year }: Resource, language: Language): string {
  if (!publishedAt || !isDay(publishedAt)) return publishedAt ?? (year === null ? '' : String(year));
  return dateInWords(
    language,
    { dateStyle: 'long', timeZone: 'UTC' },
    Date.parse(`${publishedAt}T12:00:00Z`),
  );
}

function factsOf(item: Resource, language: Language): string[] {
  const messages = resourcePageMessages(language);
  return [
    messages.kinds[item.kind],
    item.collection ?? '',
    dayOf(item, language),
    item.publisher,
    item.language === language ? '' : languageName(language, item.language),
    item.access === 'members' ? messages.accesses.members : '',
  ].filter(Boolean);
}

/** One resource: facts, address and origin. */
export function ResourceView({
  item,
  language,
  communities,
}: {
  item: Resource;
  language: Language;
  communities: readonly { name: string; language: string; page: string }[];
}) {
  const messages = resourcePageMessages(language);
  const { session } = item;
  const links = communities.flatMap(({ name, language: own, page }, i): Child[] => [
    i ? ', ' : '',
    <a href={page}>
      <LangText text={name} language={own} page={language} />
    </a>,
  ]);
  return (
    <>
      <p class="quiet">{factsOf(item, language).join(' · ')}</p>
      <p lang={item.language} dir={directionOf(item.language)}>
        {typeset(item.summary, item.language)}
      </p>
      {item.url ? (
        <p>
          <a class="button" href={item.url}>
            {messages.open}
          </a>{' '}
          {`(${new URL(item.url).host})`}
        </p>
      ) : (
        <p class="notice">{messages.noAddress}</p>
      )}
      {item.accessibleUrl && (
        <p>
          <a href={item.accessibleUrl}>{messages.accessible}</a>
        </p>
      )}
      <dl>
        <Fact label={messages.from}>
          {session && (
            <a href={session.page}>
              <LangText text={session.title} language={session.language} page={language} />
            </a>
          )}
        </Fact>
        <Fact label={messages.facets.community}>{links.length ? links : null}</Fact>
        <Fact label={messages.format}>{item.format === 'unknown' ? '' : item.format.toUpperCase()}</Fact>
      </dl>
      <p>
        <a href="/ressources">{messages.back}</a>
      </p>
    </>
  );
}
