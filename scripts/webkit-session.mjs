/** WebKitGTK's MiniBrowser, driven by WebDriver (W3C) on a display of its own. */
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

const freePort = () =>
  new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });

/** Starts the browser at the first command; `end` ends all that was started. */
export function webkitSession({ driver, display, browser }) {
  const children = [];
  let base;
  let session;

  const call = async (method, path, body) => {
    const response = await fetch(`${base}${path}`, {
      method,
      headers: { 'Content-Type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${value?.message}`);
    return value;
  };

  async function open() {
    const screen = spawn(display, ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    children.push(screen);
    const number = await new Promise((ready, failed) => {
      screen.stdio[3].once('data', (data) => ready(String(data).trim()));
      screen.once('exit', () => failed(new Error('Xvfb did not start')));
    });
    const port = await freePort();
    children.push(
      spawn(driver, [`--port=${port}`], {
        env: {
          ...process.env,
          DISPLAY: `:${number}`,
          NO_AT_BRIDGE: '1',
          WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
        },
        stdio: 'ignore',
      }),
    );
    base = `http://127.0.0.1:${port}`;
    for (let tries = 0; ; tries++) {
      try {
        await call('GET', '/status');
        break;
      } catch (error) {
        if (tries > 100) throw error;
        await new Promise((go) => setTimeout(go, 100));
      }
    }
    const made = await call('POST', '/session', {
      capabilities: {
        alwaysMatch: { 'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] } },
      },
    });
    session = `/session/${made.sessionId}`;
  }

  /** A command of the session: its method, its path below the session, its body. */
  const command = async (method, path, body) => {
    if (!session) await open();
    return call(method, `${session}${path}`, body);
  };

  return {
    command,
    async end() {
      try {
        if (session) await call('DELETE', session);
      } catch {
        // It is going anyway.
      }
      for (const child of children.reverse()) child.kill('SIGTERM');
    },
  };
}
