/** Processes of the tests of real sites: each ends with the tests, by its id. */
import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { createServer } from 'node:net';

const started = new Set<ChildProcess>();

/** Starts a program in the background; it is ended by `stopAll`. */
export function start(command: string, args: readonly string[], options: SpawnOptions = {}): void {
  const child = spawn(command, args, { stdio: 'ignore', detached: true, ...options });
  started.add(child);
  child.on('exit', () => started.delete(child));
}

/** Ends what was started, with the processes that it started itself. */
export function stopAll(): void {
  for (const child of started) {
    try {
      if (child.pid) process.kill(-child.pid, 'SIGTERM');
    } catch {
      // It has ended.
    }
  }
}

/** A port that nothing listens on. */
export const freePort = (): Promise<number> =>
  new Promise((done, failed) => {
    const probe = createServer();
    probe.on('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });

/** Tries until it works, for so many seconds. */
export async function eventually<T>(act: () => T | Promise<T>, seconds: number, what: string): Promise<T> {
  const end = Date.now() + seconds * 1000;
  let last: unknown;
  while (Date.now() < end) {
    try {
      return await act();
    } catch (error) {
      last = error;
      await new Promise((go) => setTimeout(go, 200));
    }
  }
  throw new Error(`${what} did not come within ${seconds} s: ${String(last)}`);
}
