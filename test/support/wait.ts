import { textOf } from './text.js';

/** The timer of the browser: tests may speed up those of the page. */
const setTimer = globalThis.setTimeout;

/** Waits for what a reader would see, as long as a slow and busy machine may need: 5 s unless told. */
export async function waitUntil(
  holds: () => unknown,
  otherwise: string | (() => string) = `it never came: ${holds.toString()}`,
  { timeout = 5_000, interval = 10 }: { timeout?: number; interval?: number } = {},
): Promise<void> {
  const end = performance.now() + timeout;
  while (!holds()) {
    if (performance.now() > end) throw new Error(typeof otherwise === 'string' ? otherwise : otherwise());
    await new Promise((go) => setTimer(go, interval));
  }
}

/** Waits until an element shows some words. */
export const waitForText = (element: Element, words: string | RegExp, timeout = 5_000): Promise<void> => {
  const isThere = () =>
    typeof words === 'string' ? textOf(element).includes(words) : words.test(textOf(element));
  return waitUntil(isThere, () => `“${String(words)}” is not in: ${textOf(element).slice(0, 600)}`, {
    timeout,
  });
};
