import { html, type TemplateResult } from 'lit';
import type { ResourceView } from '../../../api/resources.js';
import { directionOf } from '../../../i18n/format.js';
import { safeUrl } from '../../../dom/safe-url.js';
import { factsOf, type Scene } from '../item-view.js';

/** What a template may ask for by `data-f3e`, as text. */
const texts: Record<string, (resource: ResourceView, scene: Scene) => string> = {
  title: ({ title }) => title,
  summary: ({ summary }) => summary,
  facts: (resource, scene) => factsOf(resource, scene).join(' · '),
  publisher: ({ publisher }) => publisher,
  collection: ({ collection }) => collection,
  date: ({ date }) => date,
  session: ({ session }) => session?.title ?? '',
};
/** Those that are written in the language of the resource. */
const own = ['title', 'summary', 'collection'];

/** What a template may ask for by `data-f3e-href`, as an address: `url` is the resource, else its hosted page. */
const addresses: Record<string, (resource: ResourceView) => string> = {
  url: ({ url, page }) => safeUrl(url) || safeUrl(page),
  page: ({ page }) => safeUrl(page),
  session: ({ session }) => (session ? safeUrl(session.page) : ''),
  accessible: ({ accessibleUrl }) => safeUrl(accessibleUrl),
};

const drawn = new WeakMap<ResourceView, { item: HTMLElement; language: string }>();

/** Draws resources by a template of the page; what comes from the API is put in as text and as checked addresses. */
export const drawerOf =
  (template: HTMLTemplateElement) =>
  (resource: ResourceView, scene: Scene): TemplateResult => {
    const known = drawn.get(resource);
    const item = known?.language === scene.language ? known.item : document.createElement('div');
    if (item !== known?.item) {
      item.append(template.content.cloneNode(true));
      drawn.set(resource, { item, language: scene.language });
      fill(item, resource, scene);
    }
    return html`<li part="item">${item}</li>`;
  };

function fill(item: HTMLElement, resource: ResourceView, scene: Scene): void {
  for (const slot of item.querySelectorAll<HTMLElement>('[data-f3e]')) {
    const name = slot.dataset['f3e']!;
    const text = Object.hasOwn(texts, name) ? texts[name]!(resource, scene) : '';
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
        scene.follow(click, 'f3e-resource-open', { resource: resource.id });
      if (name === 'session' && resource.session)
        scene.follow(click, 'f3e-session-open', { session: resource.session.id });
    });
  }
}
