import type { Finding, SiteSystem } from '../../doctor/page-facts.js';
import type { DoctorMessages } from '../../doctor/words.js';

const css = `
:host { all: initial; position: fixed; inset-block-start: 1em; inset-inline-end: 1em; z-index: 2147483647; }
section { box-sizing: border-box; inline-size: min(30em, calc(100vw - 2em)); max-block-size: calc(100vh - 2em); overflow: auto; padding: 1em 1.25em; font: 16px/1.5 system-ui, sans-serif; color: #1c2733; background: #fff; border: 2px solid #14528f; border-radius: .5em; box-shadow: 0 .5em 2em #0004; }
h2 { margin: 0 0 .5em; font-size: 1.1em; }
ol { margin: 0; padding-inline-start: 1.4em; }
li { margin-block-end: .9em; }
strong { display: block; }
p { margin: 0 0 .8em; }
button { font: inherit; min-block-size: 44px; padding-inline: 1em; border: 1px solid currentcolor; border-radius: .4em; background: none; color: inherit; }
:focus-visible { outline: 3px solid #14528f; outline-offset: 2px; }
@media (prefers-color-scheme: dark) { section { color: #e7ecf1; background: #12181f; border-color: #8fc1f5; } }`;

const made = <K extends keyof HTMLElementTagNameMap>(name: K, text = ''): HTMLElementTagNameMap[K] =>
  Object.assign(document.createElement(name), { textContent: text });

/** A panel over the page that says what is wrong; it can be closed, and takes the focus of nothing. */
export function showPanel(messages: DoctorMessages, language: string) {
  const host = made('div');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  const section = made('section');
  section.lang = language;
  section.setAttribute('aria-label', messages.title);
  const said = made('div');
  said.setAttribute('role', 'status');
  said.append(made('p', messages.waiting));
  const close = made('button', messages.close);
  close.type = 'button';
  close.addEventListener('click', () => host.remove());
  section.append(made('h2', messages.title), said, close);
  root.append(section);
  document.body.append(host);

  return {
    say(findings: readonly Finding[], system: SiteSystem): void {
      if (!findings.length) {
        said.replaceChildren(made('p', messages.fine));
        return;
      }
      const list = made('ol');
      for (const { code, about, nearest } of findings) {
        const { title, fix } = messages.findings[code];
        const item = made('li');
        item.append(
          made('strong', title(about, nearest)),
          `${messages.toDo}\u00a0: ${fix[system] ?? fix.other}`,
        );
        list.append(item);
      }
      said.replaceChildren(list);
    },
  };
}
