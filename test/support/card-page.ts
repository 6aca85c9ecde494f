import { getByRole, queryAllByRole, queryByRole } from './roles.js';

/** A card of a community as a reader meets it. */
export class CardPage {
  constructor(readonly element: HTMLElement) {}

  get title(): HTMLElement {
    return getByRole(this.element, 'heading');
  }
  get titleLink(): HTMLAnchorElement | undefined {
    return queryByRole<HTMLAnchorElement>(this.title, 'link');
  }
  get level(): string | null {
    return this.title.getAttribute('aria-level');
  }
  /** The name of the community, with its own language and direction. */
  get name(): Element {
    return this.title.querySelector('bdi')!;
  }
  get joinLink(): HTMLAnchorElement | undefined {
    return queryByRole<HTMLAnchorElement>(
      this.element,
      'link',
      /^(Rejoindre|Demander à rejoindre|Être prévenu|Join|Ask to join|Tell me)/,
    );
  }
  /** What unfolds all that is known besides. */
  get more(): HTMLElement {
    return getByRole(this.element, 'button', /^(En savoir plus|Find out more|المزيد)/);
  }
  get article(): HTMLElement | undefined {
    return queryByRole(this.element, 'article');
  }
  /** What stands for the whole: it has the language and the direction of the words. */
  get base(): HTMLElement {
    return this.element.shadowRoot!.querySelector('[part=base]')!;
  }
  get links(): HTMLAnchorElement[] {
    return queryAllByRole<HTMLAnchorElement>(this.element, 'link');
  }
  get retryButton(): HTMLElement | undefined {
    return queryByRole(this.element, 'button', 'Réessayer');
  }
}
