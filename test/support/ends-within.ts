import { runInThisContext } from 'node:vm';

/** Interrupts work that does not end in a time, in milliseconds, also in the middle of a pattern; a test alone cannot. */
export function endsWithin(limit: number, work: () => void): void {
  const name = '__workOfATest';
  Object.assign(globalThis, { [name]: work });
  try {
    runInThisContext(`${name}()`, { timeout: limit });
  } finally {
    Reflect.deleteProperty(globalThis, name);
  }
}
