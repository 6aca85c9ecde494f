import assert from 'node:assert/strict';
import { addMember, enterAs } from '../support/desk.js';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { createVault, isSealed, VaultError } from '../../server/db/vault.js';
import { openSqlite } from '../../server/db/sqlite.js';
import { migrate } from '../../server/db/migrate.js';
import { keptSecret } from '../../server/kept-secret.js';
import { leaseMails } from '../../server/mail/outbox.js';
import { sensitiveSince } from '../../server/submissions/repository.js';
import { sealPlainRows } from '../../server/privacy/seal-rows.js';
import {
  confirmLast,
  createTestApp,
  goodRegistration,
  goodRequest,
  hasPostgres,
  press,
  rowsOf,
} from '../support/server.js';

const postgresAnswers = await hasPostgres();

describe('the vault (P15)', () => {
  const vault = createVault('one secret of thirty-two letters or more');

  it('opens what it sealed, each time in other bytes, and nothing that was changed or sealed under another secret', () => {
    const text = '{"email":"awa@example.org"} é 😀';
    const [one, two] = [vault.seal(text), vault.seal(text)];
    assert.notEqual(one, two);
    assert.ok(isSealed(one) && !one.includes('awa'));
    assert.equal(vault.open(one), text);
    assert.equal(vault.open('never sealed'), 'never sealed');
    assert.throws(() => createVault('another secret of thirty-two letters').open(one), VaultError);
    for (const at of [10, 30, 50, one.length - 2]) {
      const changed = one.slice(0, at) + (one[at] === 'A' ? 'B' : 'A') + one.slice(at + 1);
      assert.throws(() => vault.open(changed), VaultError, String(at));
    }
  });

  it('has one secret for a data folder, readable by its account alone, when none was given', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'f3e-'));
    const secret = await keptSecret(join(folder, 'data'));
    assert.ok(secret.length >= 32);
    assert.equal(await keptSecret(join(folder, 'data')), secret);
    const several = await Promise.all([1, 2, 3, 4].map(() => keptSecret(join(folder, 'shared'))));
    assert.equal(new Set(several).size, 1, 'processes that start together have one');
    assert.deepEqual(readdirSync(join(folder, 'shared')), ['secret']);
    await writeFile(join(folder, 'data/secret'), '');
    await assert.rejects(keptSecret(join(folder, 'data')), /holds no secret/);
    assert.equal(statSync(join(folder, 'data', 'secret')).mode & 0o077, 0);
    await rm(folder, { recursive: true });
  });

  it('seals what an older version kept in plain text, once, and keys its addresses', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'f3e-'));
    const file = join(folder, 'f3e.sqlite');
    // The newest stored state of before the vault.
    const { copyFileSync } = await import('node:fs');
    copyFileSync('test/db/stored/0005.sqlite', file);
    const db = openSqlite(file, vault);
    await migrate(db);
    const before = await rowsOf(db, 'select id, answers, email_key from join_requests order by id');
    assert.ok(before.length && before.every(({ email_key }) => String(email_key).includes('@')));
    assert.ok((await sealPlainRows(db)) > 0);
    const after = await rowsOf(db, 'select id, answers, email_key from join_requests order by id');
    assert.deepEqual(
      after.map(({ answers }) => answers),
      before.map(({ answers }) => answers),
      'they read as before',
    );
    assert.ok(after.every(({ email_key }) => !String(email_key).includes('@')));
    assert.equal(await sealPlainRows(db), 0);
    await db.scrub();
    await db.close();
    assert.equal(statSync(file).mode & 0o077, 0, 'for its own account');
    const bytes = readFileSync(file).toString('latin1');
    for (const { answers } of before) {
      const { email } = JSON.parse(String(answers)) as { email: string };
      assert.ok(!bytes.includes(email), `${email} is in the file`);
    }
    const other = openSqlite(file, createVault('the secret of somebody else, long enough'));
    await assert.rejects(() => sealPlainRows(other), VaultError, 'another secret is told at the start');
    await other.close();
    await rm(folder, { recursive: true });
  });
});

describe('one text that cannot be opened (P15)', () => {
  for (const engine of ['sqlite', 'postgres'] as const)
    it(
      `stops neither the purge nor the mails of others, on ${engine}`,
      { skip: engine === 'postgres' && !postgresAnswers },
      async () => {
        const s = await createTestApp(engine);
        await s.post(await goodRequest(s, {}, { email: 'lisible@example.org' }));
        await s.post(await goodRequest(s, {}, { email: 'abimee@example.org' }));
        const damaged = createVault('a secret that nobody has any more, or bytes that a disk lost').seal(
          '{}',
        );
        const due = await s.mails();
        const [broken] = due.filter(({ message }) => message.to === 'abimee@example.org');
        await s.db.query
          .updateTable('outbox')
          .set({ message: damaged })
          .where('id', '=', broken!.id)
          .execute();
        const leased = await leaseMails(s.db, {
          now: '2030-01-01T00:00:00.000Z',
          until: '2030-01-01T00:01:00.000Z',
          most: 10,
        });
        assert.deepEqual(
          leased.map(({ message }) => message.to),
          ['lisible@example.org'],
        );
        const [dead] = await rowsOf(s.db, `select state, last_error, subject_id from outbox where id = $1`, [
          broken!.id,
        ]);
        assert.deepEqual([dead!['state'], dead!['last_error']], ['dead', 'it cannot be read']);
        await s.db.query
          .updateTable('join_requests')
          .set({ answers: damaged, has_sensitive: 1, status: 'withdrawn' })
          .where('id', '=', String(dead!['subject_id']))
          .execute();
        assert.deepEqual(await sensitiveSince(s.db), []);
        assert.equal(await sealPlainRows(s.db), 0, 'one damaged row is not another secret');
        await s.close();
      },
    );
});

/** How often some bytes are in the files of a folder. */
function occurrences(folder: string, needles: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const name of readdirSync(folder, { recursive: true }) as string[]) {
    const file = join(folder, name);
    if (!existsSync(file) || !statSync(file).isFile()) continue;
    let bytes: Buffer;
    try {
      bytes = readFileSync(file);
    } catch {
      continue;
    }
    for (const needle of needles) if (bytes.includes(needle)) found.set(needle, (found.get(needle) ?? 0) + 1);
  }
  return found;
}

for (const engine of ['sqlite', 'postgres'] as const) {
  describe(`what was erased (${engine})`, { skip: engine === 'postgres' && !postgresAnswers }, () => {
    it('P07: is in no file of the database, mails and secret links included', async (t) => {
      const s = await createTestApp(engine);
      const folder = await folderOf(s.db);
      if (!folder) {
        t.skip('The files of this PostgreSQL server cannot be read by this account.');
        await s.close();
        return;
      }
      const email = `effacee-${Math.random().toString(36).slice(2)}@example.org`;
      const name = `Prenom${Math.random().toString(36).slice(2)}`;
      await s.post(await goodRequest(s, {}, { email, givenName: name }));
      const request = await confirmLast(s, email);
      const mails = (await s.mails()).filter(({ message }) => message.to === email);
      const links = mails.map(({ message }) => /https?:\/\/\S+\/([\w-]{43})/.exec(message.text)![1]!);
      assert.ok(links.length >= 2);
      await s.post(
        await goodRegistration(s, 'genre-2026-11-26', { email, givenName: name }),
        {},
        '/v1/registrations',
      );
      const registration = await confirmLast(s, email);
      await s.db
        .execute(engine === 'postgres' ? 'select pg_switch_wal()' : 'select 1')
        .catch(() => undefined);
      // The words of a mail are in no file even before: each is sealed.
      // The desk read, noted, answered and exported meanwhile: none of its tables keeps anything of the person either.
      const note = `Note${Math.random().toString(36).slice(2)}`;
      await addMember(s, 'equipe-octets@f3e.example', [{ role: 'administrator', scope: '' }]);
      const desk = await enterAs(s, 'equipe-octets@f3e.example');
      const [row] = await rowsOf(s.db, `select id from join_requests`);
      const person = `/bureau/personnes/join-request/${String(row!['id'])}`;
      await desk.post(`${person}/notes`, { note });
      assert.match(await (await desk.get(person)).text(), new RegExp(`${name}[\\s\\S]*${note}`));
      await desk.post('/bureau/demandes/envoyer', {
        [`join-request:${String(row!['id'])}`]: 'ask',
        [`mot:join-request:${String(row!['id'])}`]: `Question ${note}`,
      });
      await desk.post(`${person}/export`);
      const needles = [email, name, note, ...links];
      assert.deepEqual([...occurrences(folder, needles)], [], 'while it was there');
      for (const page of [request, registration]) await press(s, page, 'action=erase');
      await s.db.scrub();
      assert.deepEqual([...occurrences(folder, needles)], []);
      await s.close();
    });
  });
}

async function folderOf(db: {
  engine: string;
  execute: (text: string) => Promise<{ rows: Record<string, unknown>[] }>;
}) {
  if (db.engine === 'sqlite') {
    const { rows } = await db.execute('select file from pragma_database_list');
    return join(String(rows[0]!['file']), '..');
  }
  const { rows } = await db.execute('show data_directory');
  const folder = String(rows[0]!['data_directory']);
  try {
    readdirSync(folder);
    return folder;
  } catch {
    return undefined;
  }
}
