/** Whether the visitor asks for less data (the `Save-Data` of the browser), or the page does around an element by `data-light`. */
export const sparesData = (element: Element): boolean =>
  Boolean(
    (navigator as { connection?: { saveData?: boolean } }).connection?.saveData ||
    element.closest('[data-light]'),
  );
