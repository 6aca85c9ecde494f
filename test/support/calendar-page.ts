import type { F3eSessionCalendar } from '../../src/index.js';
import { choose, getByRole, nameOf, queryAllByRole, queryByRole } from './roles.js';
import { textOf } from './text.js';

/** A calendar of sessions as a reader meets it. */
export class CalendarPage {
  constructor(readonly element: F3eSessionCalendar) {}

  /** The button that has some words for its name, else the first whose name begins with them. */
  button(name: string): HTMLButtonElement {
    const found = this.queryButton(name);
    if (!found) throw new Error(`no button is named ${name}…`);
    return found;
  }
  queryButton(name: string): HTMLButtonElement | undefined {
    const all = queryAllByRole<HTMLButtonElement>(this.element, 'button');
    return all.find((one) => nameOf(one) === name) ?? all.find((one) => nameOf(one).startsWith(name));
  }
  get clocks(): HTMLElement | undefined {
    return queryByRole(this.element, 'group', 'Heures affichées');
  }
  get picker(): HTMLSelectElement {
    return getByRole<HTMLSelectElement>(this.element, 'combobox');
  }
  pick(month: string): void {
    choose(this.picker, month);
  }
  filter(label: string): HTMLInputElement {
    const found = queryAllByRole<HTMLInputElement>(this.element, 'checkbox').find((one) =>
      nameOf(one).startsWith(label),
    );
    if (!found) throw new Error(`no filter is named ${label}…`);
    return found;
  }
  get searchBox(): HTMLInputElement {
    return getByRole<HTMLInputElement>(this.element, 'searchbox');
  }
  /** What was announced last. */
  get status(): string {
    return queryAllByRole(this.element, 'status').map(textOf).join('');
  }

  /** The sessions of the list, with those that are folded away because they are over. */
  get entries(): HTMLElement[] {
    return [...this.element.shadowRoot!.querySelectorAll<HTMLElement>('[part=session]')];
  }
  get titles(): string[] {
    return this.entries.map((entry) => textOf(entry.querySelector('summary > :first-child')!));
  }
  /** The first session of the list that contains some words. */
  entry(words: string): HTMLElement {
    const found = this.entries.find((one) => textOf(one).includes(words));
    if (!found) throw new Error(`no session contains ${words}; there are ${this.titles.join(', ')}`);
    return found;
  }
  /** What unfolds a session. */
  summary(words: string): HTMLElement {
    return getByRole(this.entry(words), 'button');
  }
  isUnfolded(words: string): boolean {
    return this.entry(words).querySelector('details')!.open;
  }
  registerLink(words: string): HTMLAnchorElement | undefined {
    return queryByRole<HTMLAnchorElement>(this.entry(words), 'link', /^(S’inscrire|Liste d’attente)/);
  }
  /** Unfolds the sessions of this month that are over. */
  get past(): HTMLDetailsElement | undefined {
    return queryByRole(this.element, 'button', /passées? ce mois-ci$/)?.closest('details') ?? undefined;
  }

  get table(): HTMLTableElement | undefined {
    return queryByRole<HTMLTableElement>(this.element, 'table');
  }
  /** The month that the table shows. */
  get caption(): string | undefined {
    return this.table && nameOf(this.table);
  }
  cell(day: string): HTMLElement {
    return this.table!.querySelector(`time[datetime="${day}"]`)!.closest('td')!;
  }
  get today(): HTMLElement | null {
    return this.table!.querySelector('td[aria-current=date]');
  }
  /** The sessions of the month's table. */
  get events(): HTMLAnchorElement[] {
    return this.table ? queryAllByRole<HTMLAnchorElement>(this.table, 'link') : [];
  }
  get dialog(): HTMLDialogElement | undefined {
    return queryByRole<HTMLDialogElement>(this.element, 'dialog');
  }
}
