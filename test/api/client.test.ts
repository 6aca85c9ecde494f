import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { after, before, beforeEach, describe, it, mock } from 'node:test';
import { ApiError } from '../../src/api/api-error.js';
import { createApiClient, type ReadRequest } from '../../src/api/client.js';
import { communityRequest, readCommunity } from '../../src/api/communities.js';
import { readForm } from '../../src/api/forms.js';
import { fields, text } from '../../src/api/read.js';
import { send, toJson } from '../../src/api/send.js';
import { fullRuns } from '../support/long.js';
import { withFastTimers } from '../support/fast-timers.js';
import fc from 'fast-check';

type Handler = (request: IncomingMessage, response: ServerResponse, turn: number) => void;

describe('the client, against a server that misbehaves', () => {
  let endpoint: string;
  let handler: Handler;
  let turns: string[] = [];
  const server = createServer((request, response) => {
    turns.push(`${request.method} ${request.url}`);
    handler(request, response, turns.length);
  });
  before(async () => {
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', () => ready()));
    endpoint = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    turns = [];
  });

  const name: ReadRequest<string> = {
    path: 'name',
    read: (json) => text(fields(json)?.['name']) || undefined,
  };
  const json = (response: ServerResponse, value: unknown, status = 200, headers = {}) => {
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
    response.end(typeof value === 'string' ? value : JSON.stringify(value));
  };
  const kindOf = async (work: unknown) => {
    try {
      await work;
      return 'ok';
    } catch (error) {
      assert.ok(error instanceof ApiError, String(error));
      return error.kind;
    }
  };

  it('takes an answer that was asked for early, once, and asks itself when that one failed', async () => {
    handler = (_, response) => json(response, { name: 'late' });
    const early = new Map([
      [`${endpoint}/v1/name`, Promise.resolve(new Response('{"name":"early"}'))],
      [`${endpoint}/v1/other`, Promise.reject(new TypeError('offline'))],
      [`${endpoint}/v1/worse`, Promise.resolve(new Response('{"name":"no"}', { status: 404 }))],
    ]);
    early.get(`${endpoint}/v1/other`)!.catch(() => undefined);
    const client = createApiClient(endpoint, early);
    assert.equal((await client.get(name)).value, 'early');
    assert.deepEqual(turns, []);
    assert.equal((await client.get(name, { fresh: true })).value, 'late');
    assert.equal((await client.get({ ...name, path: 'other' })).value, 'late');
    assert.equal(await kindOf(client.get({ ...name, path: 'worse' })), 'not-found');
    assert.deepEqual(turns, ['GET /v1/name', 'GET /v1/other']);
    assert.equal(early.size, 0);
  });

  it('reads a folder of files once for all, though who asked first leaves', async () => {
    handler = (request, response) => {
      setTimeout(() => {
        const name = request.url!.replace(/^\/data\/|\.json.*$/g, '');
        json(response, { [name]: [] });
      }, 150);
    };
    for (const file of ['resources.json', 'resources.json?v=a/3']) {
      turns = [];
      const client = createApiClient(`${endpoint}/data/${file}`);
      const stop = new AbortController();
      const page = (size: number) => ({
        path: `resources?size=${size}`,
        read: (answer: unknown) => fields(answer),
      });
      const first = Promise.resolve(client.get(page(1), { signal: stop.signal }));
      const second = client.get(page(2));
      setTimeout(() => stop.abort(), 50);
      await first.catch(() => undefined);
      assert.equal((await second).value['total'], 0);
      // The second names another file of a folder that was just read.
      assert.equal(turns.length, file === 'resources.json' ? 3 : 0, turns.join());
      assert.ok(turns.every((turn) => /^GET \/data\/\w+\.json$/.test(turn)));
      assert.equal(await kindOf(client.get({ path: 'communities/x', read: fields })), 'not-found');
    }
  });

  it('asks once for fifty that ask the same at once (L09)', async () => {
    handler = (_, response) => setTimeout(() => json(response, { name: 'x' }), 20);
    const api = createApiClient(endpoint);
    const answers = await Promise.all(Array.from({ length: 50 }, async () => api.get(name)));
    assert.ok(answers.every(({ value }) => value === 'x'));
    assert.deepEqual(turns, ['GET /v1/name']);
    await api.get(name);
    assert.equal(turns.length, 1, 'and remembers');
  });

  it('has six requests at a time for fifty different questions (L09)', async () => {
    let now = 0;
    let most = 0;
    handler = (_, response) => {
      most = Math.max(most, ++now);
      setTimeout(() => {
        now--;
        json(response, { name: 'x' });
      }, 5);
    };
    const api = createApiClient(endpoint);
    await Promise.all(Array.from({ length: 50 }, async (_, i) => api.get({ ...name, path: `name/${i}` })));
    assert.equal(turns.length, 50);
    assert.equal(most, 6);
  });

  it('stops the request when the last one who waits has left, and not before', async () => {
    let cut = 0;
    handler = (_, response) => response.on('close', () => cut++);
    const api = createApiClient(endpoint);
    const [one, two] = [new AbortController(), new AbortController()];
    const asked = [api.get(name, { signal: one.signal }), api.get(name, { signal: two.signal })].map((each) =>
      Promise.resolve(each).catch(() => 'left'),
    );
    await new Promise((go) => setTimeout(go, 50));
    one.abort();
    await new Promise((go) => setTimeout(go, 50));
    assert.equal(cut, 0);
    two.abort();
    await Promise.all(asked);
    await new Promise((go) => setTimeout(go, 50));
    assert.equal(cut, 1);
  });

  it('F43 tries twice more after 502, 503 and 504, not after 500, and holds its budget in a storm (L03)', async () => {
    handler = (_, response, turn) => (turn < 3 ? json(response, {}, 503) : json(response, { name: 'x' }));
    assert.equal((await createApiClient(endpoint).get(name)).value, 'x');
    assert.equal(turns.length, 3);
    turns = [];
    handler = (_, response) => json(response, {}, 500);
    assert.equal(await kindOf(createApiClient(endpoint).get(name)), 'server');
    assert.equal(turns.length, 1);
    turns = [];
    handler = (_, response) => json(response, {}, 502);
    const api = createApiClient(endpoint);
    await withFastTimers(async () => {
      for (let i = 0; i < 60; i++) assert.equal(await kindOf(api.get({ ...name, path: `n${i}` })), 'server');
    });
    assert.ok(
      turns.length - 60 <= 3 + turns.length / 10 + 1,
      `${turns.length - 60} retries of ${turns.length} requests`,
    );
  });

  it('F44 F45 tells an answer that is not what it should be, whatever it is made of', async () => {
    const bodies: [string, string][] = [
      ['<!doctype html><title>Connexion</title>', 'text/html'],
      ['', 'application/json'],
      ['{"name":"x', 'application/json'],
      ['null', 'application/json'],
      ['[]', 'application/json'],
      ['{"name":42}', 'application/json'],
      ['{"__proto__":{"name":"x"}}', 'application/json'],
    ];
    for (const [body, type] of bodies) {
      handler = (_, response) => {
        response.writeHead(200, { 'Content-Type': type });
        response.end(body);
      };
      assert.equal(await kindOf(createApiClient(endpoint).get(name)), 'garbage', body);
    }
    handler = (_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json; charset=iso-8859-1' });
      response.end('\uFEFF{"name":"é"}');
    };
    assert.equal(
      (await createApiClient(endpoint).get(name)).value,
      'é',
      'a byte order mark and a wrong charset do no harm',
    );
  });

  it('F48 tells refused, missing and busy apart', async () => {
    for (const [status, kind] of [
      [401, 'refused'],
      [403, 'refused'],
      [404, 'not-found'],
      [410, 'not-found'],
      [400, 'invalid'],
      [409, 'busy'],
    ] as const) {
      handler = (_, response) => json(response, {}, status);
      assert.equal(await kindOf(createApiClient(endpoint).get(name)), kind);
    }
  });

  it('waits as long as it is asked to, and gives up when that is too long (F46)', async () => {
    for (const wait of ['1', new Date(Date.now() + 1_500).toUTCString()]) {
      turns = [];
      handler = (_, response, turn) =>
        turn === 1 ? json(response, {}, 429, { 'Retry-After': wait }) : json(response, { name: 'x' });
      await withFastTimers(async () => {
        assert.equal((await createApiClient(endpoint).get(name)).value, 'x');
      });
    }
    for (const [wait, kind] of [
      ['99999999999999999999', 'busy'],
      ['86400', 'busy'],
      ['soon', 'ok'],
      ['-5', 'ok'],
    ] as const) {
      turns = [];
      handler = (_, response, turn) =>
        turn === 1 ? json(response, {}, 429, { 'Retry-After': wait }) : json(response, { name: 'x' });
      assert.equal(await kindOf(createApiClient(endpoint).get(name)), kind, wait);
    }
  });

  it('F42 gives up after eight seconds, also when bytes still trickle in', async () => {
    handler = (request, response) => {
      if (request.url?.endsWith('silent')) return;
      response.writeHead(200, { 'Content-Type': 'application/json' });
      const drip = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(drip));
    };
    const real = globalThis.setTimeout;
    const endings: (() => void)[] = [];
    const patience = mock.method(
      globalThis,
      'setTimeout',
      (act: (...given: unknown[]) => void, ms?: number, ...given: unknown[]) => {
        if (ms === 8_000) endings.push(() => act(...given));
        return real(act, ms, ...given);
      },
    );
    try {
      const api = createApiClient(endpoint);
      const kinds = ['silent', 'drip'].map((path) => kindOf(api.get({ ...name, path })));
      while (turns.length < 2) await new Promise((go) => setImmediate(go));
      const first = Promise.race([...kinds, new Promise((go) => setImmediate(go, 'waiting'))]);
      assert.equal(await first, 'waiting');
      assert.equal(endings.length, 2);
      for (const end of endings) end();
      assert.deepEqual(await Promise.all(kinds), ['timeout', 'timeout']);
    } finally {
      patience.mock.restore();
    }
  });

  it('F40 F49 says offline when there is no answer at all, and follows no redirect (F47)', async () => {
    await withFastTimers(async () => {
      assert.equal(await kindOf(createApiClient('http://127.0.0.1:9').get(name)), 'offline');
    });
    handler = (_, response) => {
      response.writeHead(302, { Location: 'http://127.0.0.1:9/elsewhere' });
      response.end();
    };
    await withFastTimers(async () => {
      assert.equal(await kindOf(createApiClient(endpoint).get(name)), 'offline');
    });
  });

  it('keeps the last good answer when a newer one cannot be had, and says why (L05)', async () => {
    handler = (_, response) => json(response, { name: 'x' });
    const api = createApiClient(endpoint);
    await api.get(name);
    handler = (_, response) => json(response, {}, 500);
    const answer = await api.get(name, { fresh: true });
    assert.deepEqual([answer.value, answer.stale?.kind], ['x', 'server']);
    handler = (_, response) => json(response, {}, 404);
    assert.equal(await kindOf(api.get(name, { fresh: true })), 'not-found', 'what is gone is gone');
  });

  it('F50 gives each question its own answer, in whatever order they come', async () => {
    handler = (request, response) =>
      setTimeout(() => json(response, { name: request.url }), request.url?.endsWith('0') ? 60 : 5);
    const api = createApiClient(endpoint);
    const answers = await Promise.all([0, 1, 2].map(async (i) => api.get({ ...name, path: `n${i}` })));
    assert.deepEqual(
      answers.map(({ value }) => value),
      ['/v1/n0', '/v1/n1', '/v1/n2'],
    );
  });

  it('sends one key over its retries, and reads the issues of a refusal', async () => {
    const keys: unknown[] = [];
    handler = (request, response, turn) => {
      keys.push(request.headers['idempotency-key']);
      request.resume();
      if (turn === 1) response.destroy();
      else
        json(
          response,
          { errors: [{ pointer: '/answers/email', code: 'not-an-email', detail: 'Non.' }, null, 5] },
          422,
        );
    };
    await assert.rejects(send(createApiClient(endpoint), 'join-requests', {}, 'k1'), (error: ApiError) => {
      assert.deepEqual(
        [error.kind, error.issues],
        ['invalid', [{ pointer: '/answers/email', code: 'not-an-email', detail: 'Non.' }]],
      );
      return true;
    });
    assert.deepEqual(keys, ['k1', 'k1']);
  });

  it('writes JSON as it is, on pages where old libraries changed how (H13)', () => {
    const prototype = Array.prototype as unknown as { toJSON?: () => string };
    prototype.toJSON = () => 'ruined';
    try {
      assert.equal(toJson({ a: [1, 'é', { b: null }], c: true }), '{"a":[1,"é",{"b":null}],"c":true}');
    } finally {
      delete prototype.toJSON;
    }
  });
});

describe('the tolerant readers', () => {
  const good = {
    slug: 'genre',
    name: 'Genre',
    functions: [{ kind: 'learning', weight: 3 }],
    nextSession: null,
  };

  it('F09 F10 read names that could do harm as the texts they are', () => {
    const evil = JSON.parse(
      '{"slug":"__proto__","name":"toString","__proto__":{"admin":true},"constructor":{"prototype":{"x":1}},"functions":[{"kind":"__proto__","weight":2}]}',
    ) as unknown;
    const read = readCommunity(evil)!;
    assert.deepEqual(
      [read.slug, read.name, read.functions],
      ['__proto__', 'toString', [{ kind: '__proto__', weight: 2 }]],
    );
    assert.equal(({} as { admin?: boolean }).admin, undefined);
    assert.equal(({} as { x?: number }).x, undefined);
    assert.equal(communityRequest('../x?y').path, 'communities/..%2Fx%3Fy');
  });

  it('F11 F12 F13 do without any field, whatever stands in its place, but the name', () => {
    const full = JSON.parse(
      JSON.stringify({
        ...good,
        tagline: 't',
        audience: { members: true },
        learningSpaces: [{ label: 'l' }],
      }),
    ) as Record<string, unknown>;
    for (const key of Object.keys(full)) {
      for (const wrong of [null, 0, -1, NaN, 'x', true, [], {}, [null], [[]], { a: 1 }]) {
        const read = readCommunity({ ...full, [key]: wrong });
        if (!['slug', 'name'].includes(key)) assert.ok(read, `${key}: ${JSON.stringify(wrong)}`);
        if (read) assert.ok(read.counts);
      }
    }
    assert.equal(readCommunity({ slug: 'x' }), undefined);
  });

  it('F14 F22 keep unknown codes as text and counts within reason', () => {
    const read = readCommunity({
      ...good,
      status: 'sleeping',
      functions: [{ kind: 'dreaming', weight: 1e308 }, { kind: 'x', weight: -4 }, 7],
      counts: { resources: -1, organisations: 1.5 },
      nextSession: { title: 't', start: '2026-12-03T12:00:00+01:00', seatsLeft: NaN },
    })!;
    assert.deepEqual(
      [
        read.status,
        read.functions,
        read.counts.resources,
        read.counts.organisations,
        read.nextSession?.seatsLeft,
      ],
      [
        'sleeping',
        [
          { kind: 'dreaming', weight: 1 },
          { kind: 'x', weight: 1 },
        ],
        null,
        null,
        null,
      ],
    );
    for (const start of ['', 'soon', '2026-12-03T12:00:00', '2026-13-45T99:00:00Z', null]) {
      assert.equal(
        readCommunity({ ...good, nextSession: { title: 't', start } })!.nextSession,
        null,
        String(start),
      );
    }
  });

  it('publish no form without a whole notice or an e-mail field (P01), and never read a tick (P03)', () => {
    const notice = Object.fromEntries(
      [
        'controller',
        'purposes',
        'basis',
        'mandatory',
        'recipients',
        'retention',
        'rights',
        'contact',
        'complaint',
        'transfers',
      ].map((part) => [part, 'x']),
    );
    const form = {
      version: 'v',
      notice,
      fields: [{ name: 'email', kind: 'email', label: 'E' }],
      consents: [{ purpose: 'p', text: 't', textSha256: 'h', default: true, checked: true }],
    };
    assert.deepEqual(readForm(form)?.consents, [{ purpose: 'p', text: 't', textSha256: 'h' }]);
    for (const part of Object.keys(notice))
      assert.equal(readForm({ ...form, notice: { ...notice, [part]: '' } }), undefined, part);
    assert.equal(readForm({ ...form, fields: [] }), undefined);
  });

  it('throw nothing on ten thousand random answers', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        readCommunity(value);
        readForm(value);
        readCommunity({ ...good, ...(typeof value === 'object' ? value : {}) });
      }),
      { numRuns: fullRuns(10_000) },
    );
  });
});
