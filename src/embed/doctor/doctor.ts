/**
 * “Why doesn't it show?” (`doctor.js`): with `?f3e-doctor` in the address of a page, or by a bookmark, a panel says what is
 * wrong and what to do. On a page in development the console says the same, once.
 */
import { distinct, judgePage } from '../../doctor/page-facts.js';
import { doctorMessages } from '../../doctor/words.js';
import { pageStart } from '../../context/page.js';
import { factsOf, findingsOfServer } from './look-at-page.js';
import { showPanel } from './panel.js';

const server = new URL('..', import.meta.url).href.replace(/\/$/, '');

async function look() {
  const facts = await factsOf(pageStart()?.endpoint ?? server);
  return {
    findings: distinct([...judgePage(facts), ...(await findingsOfServer(facts))]),
    system: facts.system,
  };
}

/** Looks once the page is there and its elements had time to come. */
async function start(): Promise<void> {
  const key = Symbol.for('f3e/doctor@1');
  const holder = document as Document & { [key]?: true };
  // A bookmark asks by a query of its own, as often as it is opened; else the address of the page does, once.
  const isAsked = import.meta.url.includes('?') || /[?&#]f3e-doctor\b/.test(location.href);
  if (holder[key] && !import.meta.url.includes('?')) return;
  holder[key] = true;
  const language = document.documentElement.lang || 'fr';
  const messages = doctorMessages(language);
  const panel = isAsked ? showPanel(messages, /^en/.test(language) ? 'en' : 'fr') : undefined;
  if (document.readyState !== 'complete')
    await new Promise((done) => addEventListener('load', done, { once: true }));
  const { findings, system } = await look();
  panel?.say(findings, system);
  for (const { code, about, nearest } of findings) {
    const { title, fix } = messages.findings[code];
    console.warn(`F3E: ${title(about, nearest)} ${fix[system] ?? fix.other}`);
  }
}
void start();
