import {
  queryAllByRole,
  getByRole,
  choose,
  descriptionOf,
  fieldOf,
  queryByRole,
  queryField,
  type,
} from './roles.js';

/** A form as a person meets it: by the words that label its questions. */
export class FormPage {
  constructor(
    readonly element: HTMLElement,
    readonly submitName: string | RegExp,
  ) {}

  /** Whether there is a form to fill in. */
  get isShown(): boolean {
    return queryByRole(this.element, 'button', this.submitName) !== undefined;
  }
  field<F extends HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement = HTMLInputElement>(
    label: RegExp,
  ): F {
    return fieldOf<F>(this.element, label);
  }
  hasField(label: RegExp): boolean {
    return queryField(this.element, label) !== undefined;
  }
  /** What is said of a question beside it: its hint, its error. */
  saidOf(label: RegExp): string {
    return descriptionOf(this.field(label));
  }
  type(label: RegExp, text: string): void {
    type(this.field(label), text);
  }
  choose(label: RegExp, value: string): void {
    choose(this.field<HTMLSelectElement>(label), value);
  }
  /** One of several answers, ticked or not. */
  option(label: string | RegExp): HTMLInputElement {
    const { element } = this;
    return queryByRole<HTMLInputElement>(element, 'radio', label) ?? getByRole(element, 'checkbox', label);
  }
  get tickedBoxes(): HTMLInputElement[] {
    return queryAllByRole<HTMLInputElement>(this.element, 'checkbox').filter(({ checked }) => checked);
  }
  asks(label: RegExp): boolean {
    return queryByRole(this.element, 'group', label) !== undefined;
  }
  get submitButton(): HTMLButtonElement {
    return getByRole<HTMLButtonElement>(this.element, 'button', this.submitName);
  }
  submit(): void {
    this.submitButton.click();
  }
  /** What is to be corrected, once the form was sent. */
  get alert(): HTMLElement {
    return getByRole(this.element, 'alert');
  }
}
