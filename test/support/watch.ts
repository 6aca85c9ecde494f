import type { Page } from '@playwright/test';

/** What goes wrong on a page, and whom it contacts, from now on. */
export function watch(page: Page): { problems: string[]; hosts: Set<string> } {
  const problems: string[] = [];
  const hosts = new Set<string>();
  page.on('pageerror', (error) => problems.push(error.message));
  page.on(
    'console',
    (message) =>
      message.type() === 'error' && !/favicon/.test(message.location().url) && problems.push(message.text()),
  );
  page.on('request', (request) => hosts.add(new URL(request.url()).host));
  return { problems, hosts };
}
