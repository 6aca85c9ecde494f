/** A launcher for web-test-runner that drives WebKitGTK by WebDriver. */
import { webkitSession } from './webkit-session.mjs';

export function webkitLauncher(places) {
  const webkit = webkitSession(places);
  let isBusy = false;

  return {
    name: 'WebKit',
    type: 'webdriver',
    concurrency: 1,
    async initialize(config) {
      this.config = config;
    },
    async startSession(_, url) {
      isBusy = true;
      await webkit.command('POST', '/url', { url });
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
      await webkit.command('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
    },
    async setViewport(_, { width, height }) {
      await webkit.command('POST', '/window/rect', { width, height });
    },
    stop: () => webkit.end(),
  };
}
