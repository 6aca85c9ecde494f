/** The size of an element’s text, in CSS pixels. */
export const textSizeOf = (element: Element): number => parseFloat(getComputedStyle(element).fontSize) || 16;
