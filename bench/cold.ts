/** The first mount in a fresh page, beside hand-written pages that show the same from the same answers. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, serve } from '../test/support/process.js';
import { archiveOf, FIRST, handWritten as handWrittenMonth, last } from './calendar.js';
import { handWritten as handWrittenList, libraryOf, STORED } from './list.js';
import { coldRace, page, rounds, type Contestant } from './measure.js';

/** Our element, its code there and nothing run: `seen` is a condition on its shadow root. */
const ours = (
  url: string,
  files: readonly string[],
  tag: string,
  attributes: object,
  seen: string,
): Contestant => ({
  html: page(
    '',
    `
    // A tag, so that the script does what it does while files travel.
    document.body.append(document.createElement('f3e-provider'));
    await import('${url}/v1/f3e.js');
    for (const file of ${JSON.stringify(['core', ...files])}) await import('${url}/v1/' + file + '.js');
    await new Promise((go) => setTimeout(go, 100));
    window.seen = () => { const root = document.querySelector('${tag}')?.shadowRoot; return root && (${seen}); };
    window.go = () => {
      const one = document.createElement('${tag}');
      for (const [name, value] of Object.entries(${JSON.stringify(attributes)})) one.setAttribute(name, value);
      document.getElementById('at').append(one);
    };`,
  ),
});

const add = `const add = (to, tag, text = '') => { const one = document.createElement(tag); one.textContent = text; to.append(one); return one; };`;

const handWrittenCard = (url: string): Contestant => ({
  html: page(
    '<style>article{border:1px solid #ccc;padding:1em}</style>',
    `${add}
    const kinds = { experimentation: 'Expérimentation', learning: 'Apprentissage', networking: 'Réseautage' };
    const when = new Intl.DateTimeFormat('fr', { dateStyle: 'full', timeStyle: 'short', timeZone: 'Europe/Paris' });
    window.seen = () => document.querySelector('article')?.textContent.includes('Prochaine séance');
    window.go = async () => {
      const c = await (await fetch('${url}/v1/communities/aoc')).json();
      const article = document.createElement('article');
      add(article, 'p', c.acronym + ' Ouverte à toutes et tous');
      add(add(article, 'h3'), 'a', c.shortName).href = c.links.page;
      add(article, 'p', c.tagline);
      add(article, 'p', c.description);
      const list = add(article, 'ul');
      for (const f of c.functions) add(list, 'li', kinds[f.kind] + ' ' + f.weight);
      add(article, 'p', 'Prochaine séance');
      add(article, 'p', c.nextSession.title);
      add(article, 'p', when.format(new Date(c.nextSession.start)));
      add(article, 'p', c.origin.label);
      add(article, 'p', c.audience.note);
      add(article, 'a', 'Rejoindre la communauté').href = c.links.join;
      document.getElementById('at').append(article);
    };`,
  ),
});

const handWrittenAgenda = (url: string): Contestant => ({
  html: page(
    '<style>li{padding:1em 0;border-top:1px solid #ccc}a{display:block}</style>',
    `${add}
    const day = new Intl.DateTimeFormat('fr', { dateStyle: 'full', timeZone: 'Europe/Paris' });
    const hour = new Intl.DateTimeFormat('fr', { timeStyle: 'short', timeZone: 'Europe/Paris' });
    window.seen = () => document.querySelector('ol')?.textContent.includes('${last(FIRST)}');
    window.go = async () => {
      const { items } = await (await fetch('${url}/v1/sessions?from=2026-11-30T00%3A00%3A00Z&to=2027-01-02T00%3A00%3A00Z&limit=200')).json();
      const list = document.createElement('ol');
      const byDay = new Map();
      for (const s of items) { const on = day.format(new Date(s.start)); byDay.set(on, [...(byDay.get(on) ?? []), s]); }
      for (const [on, all] of byDay) {
        const li = add(list, 'li');
        add(li, 'h4', on);
        for (const s of all) {
          const details = add(li, 'details');
          const summary = add(details, 'summary');
          add(summary, 'strong', s.title);
          add(summary, 'span', hour.format(new Date(s.start)) + ' – ' + hour.format(new Date(s.end)));
          add(summary, 'span', [s.kind, s.community, s.mode, s.registration.state, s.seatsLeft].join(' · '));
          add(li, 'a', 'S’inscrire').href = s.links.register;
        }
      }
      document.getElementById('at').append(list);
    };`,
  ),
});

const handWrittenForm = (url: string): Contestant => ({
  html: page(
    '<style>label{display:block}input,select,textarea{min-height:44px;width:100%}</style>',
    `${add}
    window.seen = () => document.querySelector('form button');
    window.go = async () => {
      const it = await (await fetch('${url}/v1/forms/join:aoc?lang=fr')).json();
      const form = document.createElement('form');
      add(form, 'h3', it.title);
      add(form, 'p', it.intro);
      for (const f of it.fields) {
        const label = add(form, 'label', f.label + (f.required ? ' (obligatoire)' : ''));
        label.htmlFor = f.name;
        if (f.hint) add(form, 'p', f.hint);
        if (f.options?.length) {
          const select = add(form, 'select');
          select.id = f.name;
          for (const o of f.options) add(select, 'option', o.label).value = o.value;
        } else add(form, f.kind === 'long-text' ? 'textarea' : 'input').id = f.name;
      }
      const notice = add(form, 'details');
      add(notice, 'summary', 'Ce que nous faisons de vos réponses');
      for (const [part, sentence] of Object.entries(it.notice)) add(notice, 'p', part + ' : ' + sentence);
      for (const c of it.consents) { const label = add(form, 'label', c.text); add(label, 'input').type = 'checkbox'; }
      add(form, 'button', it.submitLabel);
      document.getElementById('at').append(form);
    };`,
  ),
});

/** Each element's first mount, as a ratio to the hand-written page in the same run. */
export async function benchCold(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'f3e-bench-'));
  const port = await freePort();
  const demo = await serve({ DATA_DIR: folder, ALLOWED_ORIGINS: `http://127.0.0.1:${port}` });
  const archive = await archiveOf(60);
  const library = await libraryOf(STORED);
  const month = { view: 'month', month: FIRST };
  const all: [name: string, gate: number, ours: Contestant, hand: Contestant][] = [
    [
      'community card',
      2.2,
      ours(
        demo.url,
        ['elements/community-card'],
        'f3e-community-card',
        { community: 'aoc' },
        `root.textContent.includes('Prochaine séance')`,
      ),
      handWrittenCard(demo.url),
    ],
    [
      'session calendar, agenda',
      2.5,
      ours(
        archive.url,
        ['elements/session-calendar'],
        'f3e-session-calendar',
        { ...month, view: 'agenda', months: '1' },
        `root.textContent.includes('${last(FIRST)}')`,
      ),
      handWrittenAgenda(archive.url),
    ],
    [
      'session calendar, month',
      2.5,
      ours(
        archive.url,
        ['elements/session-calendar', 'elements/session-calendar-month'],
        'f3e-session-calendar',
        month,
        `root.querySelector('table')?.textContent.includes('${last(FIRST)}')`,
      ),
      handWrittenMonth(archive.url, true),
    ],
    [
      'resource list',
      2,
      ours(
        library.url,
        ['elements/resource-list'],
        'f3e-resource-list',
        {},
        `root.querySelectorAll('[part=item]').length >= 20`,
      ),
      handWrittenList(library.url, true),
    ],
    [
      'join form',
      2.5,
      ours(
        demo.url,
        ['elements/forms'],
        'f3e-join-form',
        { community: 'aoc' },
        `root.querySelector('[part=submit]')`,
      ),
      handWrittenForm(demo.url),
    ],
  ];
  try {
    console.log(`\nFirst mount in a fresh page, processor slowed 4 times, ${rounds} rounds, medians`);
    for (const [name, gate, own, hand] of all) {
      const medians = await coldRace({ ours: own, hand }, port);
      const [took, other] = [medians.get('ours')!, medians.get('hand')!];
      console.log(
        `  ${name.padEnd(26)} ${took.toFixed(1).padStart(6)} ms, hand-written ${other.toFixed(1).padStart(6)} ms: ${(took / other).toFixed(2)}× (gate ${gate}×)`,
      );
    }
  } finally {
    await Promise.all([demo, archive, library].map((one) => one.stop()));
    rmSync(folder, { recursive: true, force: true });
  }
}
