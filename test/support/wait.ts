/** The timer of the browser: tests may speed up those of the page. */
const setTimer = globalThis.setTimeout;

/** Waits for what a reader would see, as long as a slow and busy machine may need: 5 s unless told. */
export async function waitUntil(
  holds: () => unknown,
  otherwise = `it never came: ${holds.toString()}`,
  { timeout = 5_000, interval = 10 }: { timeout?: number; interval?: number } = {},
): Promise<void> {
  const end = performance.now() + timeout;
  while (!holds()) {
    if (performance.now() > end) throw new Error(otherwise);
    await new Promise((go) => setTimer(go, interval));
  }
}
