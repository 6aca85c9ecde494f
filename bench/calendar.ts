import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { migrate } from '../server/db/migrate.js';
import { putSession, type StoredSession } from '../server/sessions/repository.js';
import { openSqlite } from '../server/db/sqlite.js';
import { serve, type Running } from '../test/support/process.js';
import { page, race, rounds, rowsOf, type Contestant } from './measure.js';
import { testVault } from '../test/support/databases.js';

const PER_MONTH = 30;
export const FIRST = '2026-12';
const SECOND = '2027-01';

function sessionOn(month: string, n: number): StoredSession {
  const day = String((n % 28) + 1).padStart(2, '0');
  const hour = String(9 + (n % 8)).padStart(2, '0');
  return {
    id: `s-${month}-${n}`,
    community: ['aoc', 'madac', 'ecsi', 'genre'][n % 4]!,
    strand: null,
    title: `Séance ${n} de ${month}`,
    summary: 'Trois quarts d’heure autour d’une seule question, avec ce que chacune et chacun apporte.',
    kind: 'practice-exchange',
    status: 'scheduled',
    start: `${month}-${day}T${hour}:00:00`,
    end: `${month}-${day}T${hour}:45:00`,
    timezone: 'Europe/Paris',
    days: [],
    mode: 'online',
    place: null,
    language: 'fr',
    facilitation: 'Équipe F3E',
    audience: 'all',
    requiresApproval: false,
    accessibility: [],
    capacity: 40,
    registered: n % 40,
    waitingList: 0,
    registration: { state: 'open', opensAt: null, closesAt: null },
    series: null,
    rescheduledFrom: null,
    cancellationReason: null,
    resources: [],
    updatedAt: '2026-11-01T09:00:00',
  };
}

/** A server whose archive holds so many sessions, 30 of them in each of the two months shown. */
export async function archiveOf(count: number): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'f3e-bench-'));
  const db = openSqlite(join(folder, 'f3e.sqlite'), testVault);
  await migrate(db);
  await db.transaction(async (sql) => {
    for (let n = 0; n < PER_MONTH; n++) {
      await putSession(sql, sessionOn(FIRST, n));
      if (count > PER_MONTH) await putSession(sql, sessionOn(SECOND, n));
    }
    for (let n = 2 * PER_MONTH; n < count; n++) {
      const at = Math.floor(n / PER_MONTH);
      const month = `${2012 + (Math.floor(at / 12) % 14)}-${String((at % 12) + 1).padStart(2, '0')}`;
      await putSession(sql, { ...sessionOn(month, n % 200), id: `a-${n}` });
    }
  });
  await db.close();
  const server = await serve({ DATA_DIR: folder });
  return {
    ...server,
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const last = (month: string) => `Séance ${PER_MONTH - 1} de ${month}`;
const seen = (root: string) =>
  `const wanted = { mount: '${last(FIRST)}', next: '${last(SECOND)}' };
   window.seen = (step) => ${root}?.textContent.includes(wanted[step]);`;
const asked = (url: string, isCold = false) => `
   const range = (month) => {
     const [y, m] = month.split('-').map(Number);
     const iso = (at) => new Date(at).toISOString().slice(0, 19) + 'Z';
     return 'from=' + iso(Date.UTC(y, m - 1, 0)) + '&to=' + iso(Date.UTC(y, m, 2)) + '&limit=200';
   };
   const known = new Map();
   const get = async (month) => {
     if (!known.has(month)) known.set(month, (await (await fetch('${url}/v1/sessions?' + range(month))).json()).items);
     return known.get(month);
   };
   ${isCold ? '' : `await get('${FIRST}'); await get('${SECOND}');`}`;

const ours = (url: string): Contestant => ({
  html: page(
    '',
    `
    await import('${url}/v1/f3e.js');
    const at = document.getElementById('at');
    const make = () => {
      const one = document.createElement('f3e-session-calendar');
      one.setAttribute('view', 'month');
      one.setAttribute('month', '${FIRST}');
      at.replaceChildren(one);
    };
    ${seen("document.querySelector('f3e-session-calendar')?.shadowRoot?.querySelector('table')")}
    const next = () => document.querySelector('f3e-session-calendar').shadowRoot.querySelectorAll('.bar button')[1].click();
    make();
    while (!window.seen('mount')) await new Promise((go) => setTimeout(go, 20));
    next();
    while (!window.seen('next')) await new Promise((go) => setTimeout(go, 20));
    window.go = (step) => (step === 'mount' ? make() : next());`,
  ),
});

export const handWritten = (url: string, isCold = false): Contestant => ({
  html: page(
    '<style>table{width:100%;table-layout:fixed;border-collapse:collapse}td{height:5.5em;border:1px solid #ccc;vertical-align:top}a{display:block;font-size:.8em}</style>',
    `
    ${asked(url, isCold)}
    ${seen("document.querySelector('table')")}
    const hour = new Intl.DateTimeFormat('fr', { hour: 'numeric', minute: '2-digit', timeZone: 'Europe/Paris' });
    const long = new Intl.DateTimeFormat('fr', { dateStyle: 'full', timeZone: 'Europe/Paris' });
    const add = (to, tag, text) => { const one = document.createElement(tag); one.textContent = text; to.append(one); return one; };
    const draw = async (month) => {
      const items = await get(month);
      const byDay = new Map();
      for (const item of items) { const day = item.start.slice(0, 10); byDay.set(day, [...(byDay.get(day) ?? []), item]); }
      const table = document.createElement('table');
      add(table, 'caption', month);
      const head = add(add(table, 'thead', ''), 'tr', '');
      for (const day of ['lun.', 'mar.', 'mer.', 'jeu.', 'ven.', 'sam.', 'dim.']) add(head, 'th', day);
      const body = add(table, 'tbody', '');
      const first = new Date(month + '-01');
      let day = Date.parse(month + '-01') - ((first.getUTCDay() + 6) % 7) * 864e5;
      while (new Date(day).toISOString().slice(0, 7) <= month) {
        const row = add(body, 'tr', '');
        for (let i = 0; i < 7; i++, day += 864e5) {
          const iso = new Date(day).toISOString().slice(0, 10);
          const cell = add(row, 'td', '');
          add(cell, 'span', String(Number(iso.slice(8))));
          if (!iso.startsWith(month)) continue;
          for (const item of byDay.get(iso) ?? []) {
            const link = add(cell, 'a', hour.format(new Date(item.start)) + ' ' + item.title);
            link.href = item.links.page;
            link.title = long.format(new Date(item.start)) + ', ' + item.registration.state;
          }
        }
      }
      document.getElementById('at').replaceChildren(table);
    };
    window.go = (step) => { if (step === 'mount') document.getElementById('at').replaceChildren(); draw(step === 'mount' ? '${FIRST}' : '${SECOND}'); };`,
  ),
});

const script = (path: string) => ({
  html: readFileSync(path, 'utf8'),
  headers: { 'Content-Type': 'text/javascript; charset=utf-8' },
});
const FULL = 'node_modules/fullcalendar/index.global.min.js';
const EVENT = 'node_modules/@event-calendar/build/dist/event-calendar.min';

const fullCalendar = (url: string): Contestant => ({
  html: page(
    '<script src="/fullcalendar.js"></script>',
    `
    ${asked(url)}
    ${seen("document.querySelector('.fc')")}
    let calendar;
    window.go = (step) => {
      if (step === 'next') return calendar.next();
      calendar?.destroy();
      calendar = new FullCalendar.Calendar(document.getElementById('at'), {
        initialView: 'dayGridMonth', initialDate: '${FIRST}-01', firstDay: 1, timeZone: 'local',
        events: async ({ startStr }) => {
          const month = new Date(Date.parse(startStr) + 10 * 864e5).toISOString().slice(0, 7);
          return (await get(month)).map((item) => ({ id: item.id, title: item.title, start: item.start, end: item.end, url: item.links.page }));
        },
      });
      calendar.render();
    };`,
  ),
  files: { '/fullcalendar.js': script(FULL) },
});

const eventCalendar = (url: string): Contestant => ({
  html: page(
    '<link rel="stylesheet" href="/event-calendar.css"><script src="/event-calendar.js"></script>',
    `
    ${asked(url)}
    ${seen("document.querySelector('.ec')")}
    let calendar;
    window.go = (step) => {
      if (step === 'next') return calendar.next();
      if (calendar) EventCalendar.destroy(calendar);
      calendar = EventCalendar.create(document.getElementById('at'), {
        view: 'dayGridMonth', date: '${FIRST}-01', firstDay: 1,
        eventSources: [{ events: async ({ start }) => {
          const month = new Date(start.getTime() + 10 * 864e5).toISOString().slice(0, 7);
          return (await get(month)).map((item) => ({ id: item.id, title: item.title, start: new Date(item.start), end: new Date(item.end) }));
        } }],
      });
    };`,
  ),
  files: {
    '/event-calendar.js': script(`${EVENT}.js`),
    '/event-calendar.css': {
      html: readFileSync(`${EVENT}.css`, 'utf8'),
      headers: { 'Content-Type': 'text/css' },
    },
  },
});

const brotli = (...files: string[]) =>
  (files.reduce((sum, file) => sum + brotliCompressSync(readFileSync(file)).length, 0) / 1000).toFixed(1);

/** The month of the calendar beside a hand-written page and two calendar libraries; then over a large archive. */
export async function benchCalendar(): Promise<void> {
  const small = await archiveOf(2 * PER_MONTH);
  const large = await archiveOf(30_000);
  try {
    const medians = await race(
      {
        'f3e-session-calendar': ours(small.url),
        'hand-written': handWritten(small.url),
        FullCalendar: fullCalendar(small.url),
        EventCalendar: eventCalendar(small.url),
        'over-30000-stored': ours(large.url),
      },
      ['mount', 'next'],
    );
    const { of, row } = rowsOf(medians, ['mount', 'next']);
    console.log(
      `\nSession calendar, a month of ${PER_MONTH} sessions, answers in memory, processor slowed 4 times, ${rounds} rounds, medians`,
    );
    console.log(`  ${''.padEnd(22)} ${'mount → painted'.padEnd(17)}   ${'next month'.padEnd(17)}   brotli`);
    row('hand-written', '');
    row(
      'f3e-session-calendar',
      'see npm run size; gates 2.5× mount, cold (npm run bench cold), and 1.6× change',
    );
    row('FullCalendar', `${brotli(FULL)} kB`);
    row('EventCalendar', `${brotli(`${EVENT}.js`, `${EVENT}.css`)} kB`);
    const growth = (step: string) => of('over-30000-stored', step) / of('f3e-session-calendar', step);
    console.log(
      `  growth from ${2 * PER_MONTH} to 30,000 stored: mount ${growth('mount').toFixed(2)}×, next ${growth('next').toFixed(2)}× (gate 1.1×)`,
    );
    for (const [name, { url }] of Object.entries({ [2 * PER_MONTH]: small, '30,000': large })) {
      console.log(`  the server's answer over ${name} stored: ${(await answerTime(url)).toFixed(1)} ms`);
    }
  } finally {
    await small.stop();
    await large.stop();
  }
}

/** Median time of an uncached question, in milliseconds. */
async function answerTime(url: string): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < 21; n++) {
    const started = performance.now();
    const range = `from=${FIRST}-01T00:00:00Z&to=${SECOND}-01T00:00:${String(n).padStart(2, '0')}Z`;
    await (await fetch(`${url}/v1/sessions?${range}`)).arrayBuffer();
    times.push(performance.now() - started);
  }
  return times.sort((a, b) => a - b)[10]!;
}
