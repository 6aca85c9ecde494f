/** Which tests run where. */
import { readdirSync } from 'node:fs';

/** Their tests run in browsers; all other `*.test.ts` run in Node. */
const browserFolders = ['elements', 'controllers', 'forms'];

const all = () =>
  readdirSync('test', { recursive: true })
    .map((name) => `test/${name.replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('.test.ts'));
const isForBrowsers = (name) => browserFolders.includes(name.split('/')[1]);
/** Those that have one of the parts in their name; all when none is given. */
const named = (parts) => (name) => parts.length === 0 || parts.some((part) => name.includes(part));

export const browserTests = (parts = []) => all().filter(isForBrowsers).filter(named(parts));
export const unitTests = (parts = []) =>
  all()
    .filter((name) => !isForBrowsers(name))
    .filter(named(parts));
