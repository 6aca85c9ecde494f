import { mock } from 'node:test';

const FASTER = 50;

/** Lets waits of `setTimeout` pass fifty times faster while some work is done; all other clocks go on as they are. */
export async function withFastTimers<T>(work: () => Promise<T>): Promise<T> {
  const real = globalThis.setTimeout;
  const faster = mock.method(
    globalThis,
    'setTimeout',
    (act: (...given: unknown[]) => void, ms = 0, ...given: unknown[]) => real(act, ms / FASTER, ...given),
  );
  try {
    return await work();
  } finally {
    faster.mock.restore();
  }
}
