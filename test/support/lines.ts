import type { Page } from '@playwright/test';

/** Words that are cut, punctuation that begins or ends a line alone, hours whose range is split, and numbers without their noun. */
export const faultsOfLines = (page: Page) =>
  page.evaluate(() => {
    const faults: string[] = [];
    const walk = (root: Document | ShadowRoot) => {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) walk(element.shadowRoot);
        if (element.closest('.visually-hidden, .aside, datalist, option, script, style, textarea, [hidden]'))
          continue;
        if (!element.checkVisibility() || (element.closest('[lang]')?.getAttribute('lang') ?? 'fr') !== 'fr')
          continue;
        for (const node of element.childNodes) {
          if (!(node instanceof Text)) continue;
          const topOf = (at: number) => {
            const range = document.createRange();
            range.setStart(node, at);
            range.setEnd(node, at + 1);
            const [rect] = [...range.getClientRects()].filter(({ width }) => width > 0);
            return rect && Math.round(rect.top);
          };
          const text = node.data;
          // A line of code has no better place to break.
          const words = element.closest('code') ? [] : text.matchAll(/\p{L}{4,}/gu);
          for (const { index, 0: word } of words) {
            const [first, last] = [topOf(index), topOf(index + word.length - 1)];
            if (first !== undefined && last !== undefined && Math.abs(first - last) > 8)
              faults.push(`${word} is cut in ${text.trim().slice(0, 60)}`);
          }
          for (const { index, 0: found } of text.matchAll(
            /\S\s(?=[;:!?»])|«\s\S|\d\s–\s\d|\d\s(?=places?|ressources?|séances?|communautés?)/g,
          )) {
            const [first, last] = [
              topOf(index),
              topOf(index + found.length - (found.endsWith(' ') || /\s$/.test(found) ? 0 : 1)),
            ];
            if (first !== undefined && last !== undefined && Math.abs(first - last) > 8)
              faults.push(`${found} in ${text.trim().slice(0, 60)}`);
          }
        }
      }
    };
    walk(document);
    return faults;
  });
