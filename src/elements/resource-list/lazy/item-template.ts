import { html, type TemplateResult } from 'lit';
import type { ResourceView } from '../../../api/resources.js';
import { directionOf } from '../../../i18n/format.js';
import { safeUrl } from '../../../dom/safe-url.js';
import { factsOf, type ItemContext } from '../item-view.js';

/** Texts that a template asks for by `data-f3e`. */
const texts: Record<string, (resource: ResourceView, context: ItemContext) => string> = {
  title: ({ title }) => title,
  summary: ({ summary }) => summary,
  facts: (resource, context) => factsOf(resource, context).join(' · '),
  publisher: ({ publisher }) => publisher,
  collection: ({ collection }) => collection,
  date: ({ date }) => date,
  session: ({ session }) => session?.title ?? '',
};
/** Texts in the language of the resource. */
const own = ['title', 'summary', 'collection'];

/** Addresses that a template asks for by `data-f3e-href`: `url` is the resource, else its hosted page. */
const addresses: Record<string, (resource: ResourceView) => string> = {
  url: ({ url, page }) => safeUrl(url) || safeUrl(page),
  page: ({ page }) => safeUrl(page),
  session: ({ session }) => (session ? safeUrl(session.page) : ''),
  accessible: ({ accessibleUrl }) => safeUrl(accessibleUrl),
};

const drawn = new WeakMap<ResourceView, { item: HTMLElement; language: string }>();

/** A resource by a template of the page, into which data is put as text and as checked addresses. */
export function itemFromTemplate(
  template: HTMLTemplateElement,
  resource: ResourceView,
  context: ItemContext,
): TemplateResult {
  const known = drawn.get(resource);
  const item = known?.language === context.language ? known.item : document.createElement('div');
  if (item !== known?.item) {
    item.append(template.content.cloneNode(true));
    drawn.set(resource, { item, language: context.language });
    fill(item, resource, context);
  }
  return html`<li part="item">${item}</li>`;
}

function fill(item: HTMLElement, resource: ResourceView, context: ItemContext): void {
  for (const slot of item.querySelectorAll<HTMLElement>('[data-f3e]')) {
    const name = slot.dataset['f3e']!;
    const text = Object.hasOwn(texts, name) ? texts[name]!(resource, context) : '';
    slot.textContent = text;
    if (!text) slot.hidden = true;
    if (own.includes(name)) {
      slot.lang = resource.language;
      slot.dir = directionOf(resource.language);
    }
  }
  for (const link of item.querySelectorAll<HTMLElement>('[data-f3e-href]')) {
    const name = link.dataset['f3eHref']!;
    const address = Object.hasOwn(addresses, name) ? addresses[name]!(resource) : '';
    if (address) link.setAttribute('href', address);
    else link.removeAttribute('href');
    link.addEventListener('click', (click) => {
      if (name === 'url' || name === 'page')
        context.follow(click, 'f3e-resource-open', { resource: resource.id });
      if (name === 'session' && resource.session)
        context.follow(click, 'f3e-session-open', { session: resource.session.id });
    });
  }
}
