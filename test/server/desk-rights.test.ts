import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { addApiToken } from '../../server/bureau/tokens/repository.js';
import { type Action, actions, type Grant, may, roles } from '../../server/bureau/team/rights.js';
import { addMember, type DeskBrowser, enterAs, posting } from '../support/desk.js';
import { createTestApp, rowsOf, type TestApp } from '../support/server.js';

/** Who may use each page: every route of the desk stands here, or the first test fails. */
const pages: Record<string, readonly string[] | 'all'> = {
  'GET /bureau': 'all',
  'POST /bureau/essai': ['administrator', 'team'],
  'GET /bureau/communautes/nouvelle': ['administrator', 'team'],
  'POST /bureau/communautes/nouvelle': ['administrator', 'team'],
  'GET /bureau/demandes': ['administrator', 'team', 'animator'],
  'POST /bureau/demandes': ['administrator', 'team', 'animator'],
  'POST /bureau/demandes/relire': ['administrator', 'team', 'animator'],
  'POST /bureau/demandes/envoyer': ['administrator', 'team', 'animator'],
  'POST /bureau/demandes/envois/:id/annuler': ['administrator', 'team', 'animator'],
  'GET /bureau/seances': ['administrator', 'team', 'animator'],
  'GET /bureau/seances/nouvelle': ['administrator', 'team', 'animator'],
  'GET /bureau/seances/copie/:id': ['administrator', 'team', 'animator'],
  'POST /bureau/seances/modifier': ['administrator', 'team', 'animator'],
  'POST /bureau/seances/relire': ['administrator', 'team', 'animator'],
  'POST /bureau/seances/brouillon': ['administrator', 'team', 'animator'],
  'POST /bureau/seances/programmer': ['administrator', 'team', 'animator'],
  'POST /bureau/seances/publier': ['administrator', 'team', 'animator'],
  'POST /bureau/seances/envois/:press/annuler': ['administrator', 'team', 'animator'],
  'GET /bureau/seances/:id': ['administrator', 'team', 'animator'],
  'POST /bureau/seances/:id/lien': ['administrator', 'team', 'animator'],
  'POST /bureau/seances/:id/inscriptions': ['administrator', 'team', 'animator'],
  'POST /bureau/seances/:id/annuler': ['administrator', 'team', 'animator'],
  'POST /bureau/seances/:id/retablir': ['administrator', 'team', 'animator'],
  'POST /bureau/seances/:id/abandonner': ['administrator', 'team', 'animator'],
  'POST /bureau/seances/:id/deprogrammer': ['administrator', 'team', 'animator'],
  'GET /bureau/seances/:id/deplacer': ['administrator', 'team', 'animator'],
  'POST /bureau/seances/:id/deplacer': ['administrator', 'team', 'animator'],
  'POST /bureau/seances/:id/deplacer/changer': ['administrator', 'team', 'animator'],
  'POST /bureau/seances/:id/deplacer/envoyer': ['administrator', 'team', 'animator'],
  'POST /bureau/seances/:id/revenir': ['administrator', 'team', 'animator'],
  'GET /bureau/messages': ['administrator', 'team'],
  'POST /bureau/messages/:id': ['administrator', 'team'],
  'GET /bureau/personnes/:kind/:id': ['administrator', 'team', 'animator'],
  'POST /bureau/personnes/:kind/:id/notes': ['administrator', 'team', 'animator'],
  'POST /bureau/personnes/:kind/:id/export': ['administrator', 'team'],
  'POST /bureau/personnes/:kind/:id/effacer': ['administrator', 'team'],
  'GET /bureau/sources': ['administrator', 'team'],
  'POST /bureau/sources': ['administrator', 'team'],
  'POST /bureau/sources/:id': ['administrator', 'team'],
  'GET /bureau/journal': ['administrator', 'team', 'animator'],
  'GET /bureau/equipe': ['administrator'],
  'POST /bureau/equipe': ['administrator'],
  'POST /bureau/equipe/:id': ['administrator'],
  'GET /bureau/jetons': ['administrator'],
  'POST /bureau/jetons': ['administrator'],
  'POST /bureau/jetons/:id': ['administrator'],
  'GET /bureau/moi': 'all',
  'POST /bureau/moi': 'all',
  'POST /bureau/moi/appareils/:hash': 'all',
  'POST /bureau/moi/prouver': 'all',
  'POST /bureau/moi/cles': 'all',
  'POST /bureau/moi/cles/defi': 'all',
  'POST /bureau/moi/cles/:id': 'all',
};
/** By which one enters and leaves: for everybody. */
const entries = [
  'GET /bureau/entrer',
  'POST /bureau/entrer',
  'POST /bureau/entrer/cle',
  'POST /bureau/entrer/cle/defi',
  'POST /bureau/entrer/code',
  'POST /bureau/entrer/demonstration',
  'GET /bureau/entrer/lien/:token',
  'POST /bureau/entrer/lien/:token',
  'POST /bureau/quitter',
];
/** What each route of machines needs. */
const machines: Record<string, Action> = {
  'GET /v1/staff/join-requests': 'requests:read',
  'GET /v1/staff/join-requests.csv': 'requests:read',
  'GET /v1/staff/registrations': 'requests:read',
  'GET /v1/staff/registrations.csv': 'requests:read',
  'GET /v1/staff/proposals': 'proposals:read',
  'GET /v1/staff/proposals.csv': 'proposals:read',
  'GET /v1/staff/mails': 'mails:read',
  'GET /v1/staff/forms/:id': 'forms:write',
  'PUT /v1/staff/forms/:id': 'forms:write',
  'POST /v1/staff/join-requests/:id/decision': 'requests:answer',
  'POST /v1/staff/registrations/:id/decision': 'requests:answer',
  'POST /v1/staff/proposals/:id/decision': 'proposals:answer',
  'POST /v1/staff/answers': 'requests:answer',
  'POST /v1/staff/presses/:id/undo': 'requests:answer',
  'PATCH /v1/staff/sessions/:id': 'sessions:write',
  'POST /v1/staff/sessions': 'sessions:write',
  'PUT /v1/staff/sessions/:id': 'sessions:write',
  'POST /v1/staff/sessions/:id/copy': 'sessions:write',
  'POST /v1/staff/sessions/:id/publish': 'sessions:write',
  'POST /v1/staff/sessions/:id/discard': 'sessions:write',
  'POST /v1/staff/sessions/:id/move': 'sessions:write',
  'GET /v1/staff/sessions/:id/revisions': 'sessions:write',
  'POST /v1/staff/sessions/:id/revert': 'sessions:write',
  'PUT /v1/staff/series/:id': 'sessions:write',
  'PATCH /v1/staff/communities/:slug': 'communities:write',
};
const draft = {
  community: 'ecsi',
  strand: null,
  title: 'Essai',
  summary: '',
  kind: 'webinar',
  mode: 'online',
  language: 'fr',
  timezone: 'Europe/Paris',
  start: '2027-09-09T10:00:00',
  end: '2027-09-09T11:00:00',
  place: null,
  facilitation: '',
  audience: 'all',
  requiresApproval: false,
  accessibility: [],
  capacity: null,
  opensAt: null,
  closesAt: null,
};
const bodies: Record<string, object> = {
  'POST /v1/staff/sessions': draft,
  'PUT /v1/staff/sessions/:id': draft,
  'POST /v1/staff/sessions/:id/move': { start: '2027-09-10T10:00:00' },
  'POST /v1/staff/sessions/:id/revert': { number: 1 },
  'POST /v1/staff/join-requests/:id/decision': { decision: 'accept' },
  'POST /v1/staff/registrations/:id/decision': { decision: 'accept' },
  'POST /v1/staff/proposals/:id/decision': { decision: 'accept' },
  'PUT /v1/staff/series/:id': {
    community: 'genre',
    title: 'Série',
    kind: 'webinar',
    rule: 'FREQ=WEEKLY;COUNT=2',
    start: '2027-09-07T10:00:00',
    end: '2027-09-07T11:00:00',
    timezone: 'Europe/Paris',
    mode: 'online',
    language: 'fr',
    audience: 'all',
  },
  'PATCH /v1/staff/communities/:slug': { status: 'open' },
  'POST /v1/staff/answers': [{ kind: 'join-request', id: 'f'.repeat(32), answer: 'accept' }],
};

const grantsOf: Record<(typeof roles)[number], readonly Grant[]> = {
  administrator: [{ role: 'administrator', scope: '' }],
  team: [{ role: 'team', scope: '' }],
  animator: [{ role: 'animator', scope: 'community:genre' }],
  reader: [{ role: 'reader', scope: '' }],
  editor: [{ role: 'editor', scope: 'organisation:1' }],
};

describe('who may do what at the desk (E01)', () => {
  let s: TestApp;
  const browsers = new Map<string, DeskBrowser>();
  before(async () => {
    s = await createTestApp();
    for (const role of roles) {
      await addMember(s, `${role}@f3e.example`, grantsOf[role]);
      browsers.set(role, await enterAs(s, `${role}@f3e.example`));
    }
  });
  after(() => s.close());

  it('every route of the desk and of machines is one of those below', () => {
    const found = s.routes.filter((route) => / \/(?:bureau|v1\/staff)\b/.test(route));
    const known = [...Object.keys(pages), ...entries, ...Object.keys(machines)];
    // Routes as OpenAPI writes them.
    const plain = (route: string) => route.replace(/\{(\w+)\}/g, ':$1');
    assert.deepEqual([...new Set(found.map(plain))].sort(), known.sort());
  });

  for (const role of roles)
    it(`a member in the role “${role}” finds the pages of the role, and 404 in place of the others`, async () => {
      for (const [route, who] of Object.entries(pages)) {
        const [method, pattern] = route.split(' ') as [string, string];
        const path = pattern.replace(/:\w+/g, 'f'.repeat(32));
        const { status } = await browsers
          .get(role)!
          .send(path, method === 'POST' ? posting({ nom: role, langue: 'fr' }) : {});
        const mayUse = who === 'all' || who.includes(role);
        // A change of something that is not there is 404 for those who may.
        if (mayUse && /:(?:id|press)/.test(pattern)) continue;
        assert.equal(status === 404, !mayUse, `${role} ${route}: ${status}`);
        assert.notEqual(status, 500, `${role} ${route}`);
      }
    });

  it('an animator has rights in their own communities alone', () => {
    const actor = { id: 'member:1', grants: grantsOf.animator };
    for (const action of ['sessions:write', 'requests:read', 'requests:answer', 'journal:read'] as const) {
      assert.equal(may(actor, action, 'genre'), true, action);
      assert.equal(may(actor, action, 'aoc'), false, action);
      assert.equal(may(actor, action, null), false, `${action}: what belongs to no community`);
    }
    for (const action of ['team:manage', 'people:erase', 'proposals:answer', 'communities:write'] as const)
      assert.equal(may(actor, action, 'genre'), false, action);
  });

  it('an animator reads of the journal what was done in their communities', async () => {
    await s.staff('/communities/genre', { method: 'PATCH', body: { status: 'open' } });
    await s.staff('/communities/aoc', { method: 'PATCH', body: { status: 'open' } });
    const page = await (await browsers.get('animator')!.get('/bureau/journal')).text();
    assert.match(page, /réglage STAFF_TOKEN a changé : communauté \(genre · open\)/);
    assert.ok(!page.includes('aoc'));
  });

  it('a machine does what its token names, and finds 404 in place of the rest', async () => {
    const at = new Date(s.now()).toISOString();
    const tokens = new Map<Action, string>();
    for (const action of actions) {
      const about = { name: `pour ${action}`, scopes: [action], madeBy: 'member:1', at, days: 1 };
      tokens.set(action, (await addApiToken(s.db, about)).secret);
    }
    for (const [route, needed] of Object.entries(machines))
      for (const action of actions) {
        const [method, pattern] = route.split(' ') as [string, string];
        const path = pattern
          .replace(':slug', 'genre')
          .replace('forms/:id', 'forms/join:genre')
          .replace(/:id/, 'ecsi-2026-12-17')
          .replace(/ecsi-2026-12-17(?=\/(?:decision|undo))/, 'f'.repeat(32));
        const ask = (by: string, to: string, body: object = {}) =>
          s.request(to, {
            method: by,
            headers: {
              Authorization: `Bearer ${tokens.get(action)!}`,
              'Content-Type': 'application/json',
            },
            ...(by !== 'GET' && { body: JSON.stringify(body) }),
          });
        // These two need a draft.
        const needsDraft = /\/(?:publish|discard)$/.test(path);
        if (needsDraft) await ask('PUT', '/v1/staff/sessions/ecsi-2026-12-17', draft);
        const { status } = await ask(method, path, bodies[route]);
        const isRefused = status === 404;
        if (action !== needed) assert.ok(isRefused, `${route} with ${action}: ${status}`);
        if (action === needed && !path.includes('ffff'))
          assert.ok(!isRefused, `${route} with ${action}: ${status}`);
      }
  });

  it('a token ends at its date and when it is deleted, and the journal knows it by its name', async () => {
    const browser = browsers.get('administrator')!;
    const made = await browser.post('/bureau/jetons', {
      nom: 'tableur',
      actes: ['requests:read'],
      jours: '2',
    });
    const secret = /<code>(f3e_[\w-]{43})<\/code>/.exec(await made.text())![1]!;
    const read = () =>
      s.request('/v1/staff/join-requests', { headers: { Authorization: `Bearer ${secret}` } });
    assert.equal((await read()).status, 200);
    const lines = await rowsOf(
      s.db,
      `select actor, action, summary from journal where actor = 'token:tableur'`,
    );
    assert.deepEqual({ ...lines[0] }, { actor: 'token:tableur', action: 'read', summary: '0' });
    assert.ok(!(await (await browser.get('/bureau/jetons')).text()).includes(secret), 'it is shown once');
    s.later(3 * 86_400_000);
    assert.equal((await read()).status, 401);
  });
});
