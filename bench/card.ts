import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '../test/support/process.js';
import { page, race, rounds } from './measure.js';

/** The community card beside a hand-written page that shows the same from the same answer. */
export async function benchCard(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'f3e-bench-'));
  const server = await serve({ DATA_DIR: folder });
  const seen = (root: string) => `window.seen = () => ${root}?.textContent.includes('Prochaine séance');`;
  try {
    const medians = await race(
      {
        'f3e-community-card': {
          html: page(
            '',
            `
    await import('${server.url}/v1/f3e.js');
    const at = document.getElementById('at');
    at.innerHTML = '<f3e-community-card community="aoc"></f3e-community-card>';
    await customElements.whenDefined('f3e-community-card');
    await new Promise((go) => setTimeout(go, 300));
    ${seen("document.querySelector('f3e-community-card')?.shadowRoot")}
    window.go = () => {
      at.replaceChildren();
      const card = document.createElement('f3e-community-card');
      card.setAttribute('community', 'aoc');
      at.append(card);
    };`,
          ),
        },
        'hand-written': {
          html: page(
            '<style>article{border:1px solid #ccc;padding:1em}</style>',
            `
    const get = async () => (await fetch('${server.url}/v1/communities/aoc')).json();
    await get();
    const kinds = { experimentation: 'Expérimentation', learning: 'Apprentissage', networking: 'Réseautage' };
    ${seen("document.querySelector('article')")}
    window.go = async () => {
      document.getElementById('at').replaceChildren();
      const c = await get();
      const when = new Intl.DateTimeFormat('fr', { dateStyle: 'full', timeStyle: 'short', timeZone: 'Europe/Paris' });
      const add = (to, tag, text) => { const one = document.createElement(tag); one.textContent = text; to.append(one); return one; };
      const article = document.createElement('article');
      add(article, 'p', c.acronym + ' Ouverte à toutes et tous');
      add(add(article, 'h3', ''), 'a', c.shortName).href = c.links.page;
      add(article, 'p', c.tagline);
      add(article, 'p', c.description);
      const list = add(article, 'ul', '');
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
        },
      },
      ['mount'],
    );
    const ours = medians.get('f3e-community-card')!.get('mount')!;
    const theirs = medians.get('hand-written')!.get('mount')!;
    console.log(`Community card: mount → painted, processor slowed 4 times, ${rounds} rounds, medians`);
    console.log(`  f3e-community-card  ${ours.toFixed(1)} ms`);
    console.log(`  hand-written page   ${theirs.toFixed(1)} ms`);
    console.log(`  ratio               ${(ours / theirs).toFixed(2)} (gate 2.2×, cold: npm run bench cold)`);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
