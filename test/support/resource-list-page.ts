import { waitUntil } from './wait.js';
import type { F3eResourceList } from '../../src/index.js';
import { inside } from './mount.js';
import { getByRole, nameOf, queryAllByRole, queryByRole, type } from './roles.js';
import { textOf } from './text.js';

/** A list of resources as a reader meets it. */
export class ResourceListPage {
  constructor(readonly element: F3eResourceList) {}

  get titles(): string[] {
    return queryAllByRole(this.element, 'heading').map((title) => textOf(title));
  }
  get titleLinks(): HTMLAnchorElement[] {
    return queryAllByRole(this.element, 'heading').flatMap((title) =>
      queryAllByRole<HTMLAnchorElement>(title, 'link'),
    );
  }
  /** The sentence that says how many resources there are; focus goes to it. It has no role of its own. */
  get count(): HTMLElement | null {
    return inside(this.element, '#found');
  }
  get found(): string {
    return this.count ? textOf(this.count) : '';
  }
  get searchBox(): HTMLInputElement {
    return getByRole<HTMLInputElement>(this.element, 'searchbox');
  }
  search(words: string): void {
    type(this.searchBox, words);
  }
  get sort(): HTMLSelectElement {
    return getByRole<HTMLSelectElement>(this.element, 'combobox');
  }
  button(name: RegExp): HTMLElement {
    return getByRole(this.element, 'button', name);
  }
  queryButton(name: RegExp): HTMLElement | undefined {
    return queryByRole(this.element, 'button', name);
  }
  link(name: RegExp): HTMLAnchorElement {
    return getByRole<HTMLAnchorElement>(this.element, 'link', name);
  }
  get pages(): HTMLElement {
    return getByRole(this.element, 'navigation');
  }
  get pageLinks(): HTMLAnchorElement[] {
    return queryAllByRole<HTMLAnchorElement>(this.pages, 'link');
  }
  /** The number of the page that is shown, as it is said. */
  get currentPage(): string {
    return textOf(this.pages.querySelector('[aria-current=page]')!);
  }
  get status(): HTMLElement {
    return getByRole(this.element, 'status');
  }
  /** What is chosen, each with its button. */
  get chips(): string | undefined {
    const list = queryByRole(this.element, 'list', /^Filtre/);
    return list && textOf(list);
  }

  /** Shows the filters where a button hides them, as they are in little room. */
  async unfoldFilters(): Promise<void> {
    const fold = queryByRole(this.element, 'button', /^Filtrer/);
    if (fold?.getAttribute('aria-expanded') !== 'false') return;
    fold.click();
    await this.element.updateComplete;
  }
  /** The filters are a chunk of their own. */
  async #facets(): Promise<void> {
    await waitUntil(() => queryByRole(this.element, 'group'), 'no filters');
  }
  /** The check box of a filter. */
  async filter(label: RegExp): Promise<HTMLInputElement> {
    await this.unfoldFilters();
    await waitUntil(() => queryByRole(this.element, 'checkbox', label), `no filter ${String(label)}`);
    return getByRole<HTMLInputElement>(this.element, 'checkbox', label);
  }
  async toggleFilter(label: RegExp): Promise<void> {
    (await this.filter(label)).click();
  }
  /** The check boxes under a legend. */
  async filtersOf(legend: string): Promise<HTMLInputElement[]> {
    await this.unfoldFilters();
    await this.#facets();
    return queryAllByRole<HTMLInputElement>(getByRole(this.element, 'group', legend), 'checkbox');
  }
  async legends(): Promise<string[]> {
    await this.unfoldFilters();
    await this.#facets();
    return queryAllByRole(this.element, 'group').map(nameOf);
  }
}
