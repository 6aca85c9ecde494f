/** A launcher for web-test-runner that drives WebKitGTK's MiniBrowser by WebDriver, on a display of its own. */
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

const freePort = () =>
  new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });

export function webkitLauncher({ driver, display, browser }) {
  const children = [];
  let base;
  let session;
  let isBusy = false;

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

  return {
    name: 'WebKit',
    type: 'webdriver',
    concurrency: 1,
    async initialize(config) {
      this.config = config;
    },
    async startSession(_, url) {
      isBusy = true;
      if (!session) await open();
      await call('POST', `${session}/url`, { url });
    },
    async stopSession() {
      isBusy = false;
      const errors = [];
      return { errors, testCoverage: undefined };
    },
    isActive: () => isBusy,
    getBrowserUrl: (_, url) => url,
    async sendKeys(_, keys) {
      const codes = {
        Tab: '\uE004',
        Enter: '\uE007',
        Escape: '\uE00C',
        Space: ' ',
        ArrowDown: '\uE015',
        ArrowUp: '\uE013',
      };
      const actions = keys
        .map((key) => codes[key] ?? key)
        .flatMap((value) => [
          { type: 'keyDown', value },
          { type: 'keyUp', value },
        ]);
      await call('POST', `${session}/actions`, { actions: [{ type: 'key', id: 'keyboard', actions }] });
    },
    async setViewport(_, { width, height }) {
      await call('POST', `${session}/window/rect`, { width, height });
    },
    async stop() {
      try {
        if (session) await call('DELETE', session);
      } catch {
        // It is going anyway.
      }
      for (const child of children.reverse()) child.kill('SIGTERM');
    },
  };
}
