/** Finds the browsers of this machine, or installs Chromium, Firefox and WebKit where Debian's packages do it. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

export const chromeArgs = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(process.getuid?.() === 0 || process.env.CI ? ['--no-sandbox'] : []),
];

const onPath = (...names) => {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of names) if (existsSync(join(folder, name))) return join(folder, name);
  }
  return null;
};
const first = (...paths) => paths.find((path) => path && existsSync(path)) ?? null;

function playwrightChromium() {
  try {
    const { chromium } = createRequire(import.meta.url)('playwright-core');
    return first(chromium.executablePath());
  } catch {
    return null;
  }
}

export const findChrome = () =>
  first(process.env.CHROME_PATH) ??
  onPath(
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    'chrome.exe',
    'msedge.exe',
  ) ??
  first(
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    join(homedir(), 'AppData/Local/Google/Chrome/Application/chrome.exe'),
    'C:/Program Files/Google/Chrome/Application/chrome.exe',
    'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
  ) ??
  playwrightChromium();

export const findFirefox = () =>
  first(process.env.FIREFOX_PATH) ??
  onPath('firefox-esr', 'firefox', 'firefox.exe') ??
  first('/Applications/Firefox.app/Contents/MacOS/firefox', 'C:/Program Files/Mozilla Firefox/firefox.exe');

/** WebKitGTK's small browser, with what drives it and a display to draw on. */
export function findWebKit() {
  const driver = onPath('WebKitWebDriver');
  const display = onPath('Xvfb');
  const browser = first(
    process.env.WEBKIT_PATH,
    '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
    '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
    '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.0/MiniBrowser',
    '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.0/MiniBrowser',
  );
  return driver && display && browser ? { driver, display, browser } : null;
}

const isDebian =
  process.platform === 'linux' &&
  process.getuid() === 0 &&
  existsSync('/etc/debian_version') &&
  !/ubuntu/i.test(readFileSync('/etc/os-release', 'utf8'));

function apt(...packages) {
  const options = {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  if (spawnSync('apt-get', ['update', '-qq'], options).status !== 0) return false;
  return (
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options).status ===
    0
  );
}

/** Leaves with a sentence when there is no Chromium to be had; the other engines are optional. */
export function ensureBrowsers() {
  if (isDebian) {
    const missing = [
      ...(findChrome() ? [] : ['chromium', 'fonts-liberation']),
      ...(findFirefox() ? [] : ['firefox-esr']),
      ...(findWebKit() ? [] : ['webkit2gtk-driver', 'xvfb']),
    ];
    if (missing.length) {
      console.log(`Installing browsers from Debian: ${missing.join(', ')}…`);
      if (!apt(...missing) && !findChrome()) apt('chromium', 'fonts-liberation');
    }
  }
  if (!findChrome()) {
    console.log('Looking for a Chromium with Playwright…');
    const cli = join(
      dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')),
      'cli.js',
    );
    spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'inherit', timeout: 300_000 });
  }
  if (!findChrome()) {
    console.error('No Chromium, Chrome or Edge was found: install one, or say where it is with CHROME_PATH.');
    process.exit(1);
  }
  return { chrome: findChrome(), firefox: findFirefox(), webkit: findWebKit() };
}
