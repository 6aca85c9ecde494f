/** Firefox and WebKit, each as far as a whole flow needs: it goes to pages, and runs a script in them. */
import puppeteer from 'puppeteer-core';
import { findFirefox, findWebKit } from '../../scripts/browsers.mjs';
import { webkitSession } from '../../scripts/webkit-session.mjs';

export interface OtherBrowser {
  goto(url: string): Promise<void>;
  /** The value of an expression in the page. */
  run<T>(expression: string): Promise<T>;
  end(): Promise<void>;
}

export const otherBrowsers: Readonly<Record<'Firefox' | 'WebKit', (() => Promise<OtherBrowser>) | null>> = {
  Firefox: findFirefox() ? openFirefox : null,
  WebKit: findWebKit() ? openWebKit : null,
};

async function openFirefox(): Promise<OtherBrowser> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: findFirefox()!,
    headless: true,
  });
  const page = await browser.newPage();
  return {
    goto: async (url) => {
      await page.goto(url);
    },
    run: async <T>(expression: string) => (await page.evaluate(expression)) as T,
    end: () => browser.close(),
  };
}

async function openWebKit(): Promise<OtherBrowser> {
  const webkit = webkitSession(findWebKit()!);
  return {
    goto: async (url) => {
      await webkit.command('POST', '/url', { url });
    },
    run: async <T>(expression: string) =>
      (await webkit.command('POST', '/execute/sync', { script: `return ${expression}`, args: [] })) as T,
    end: () => webkit.end(),
  };
}
