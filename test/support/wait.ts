import { waitUntil as waitFor } from '@open-wc/testing';

/** Waits for what a reader would see, as long as a slow and busy machine may need: 5 s unless told. */
export const waitUntil = (
  holds: () => unknown,
  otherwise?: string,
  { timeout = 5_000, interval = 50 }: { timeout?: number; interval?: number } = {},
): Promise<void> => waitFor(holds as () => boolean, otherwise, { timeout, interval });
