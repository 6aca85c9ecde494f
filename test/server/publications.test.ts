import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { migrate } from '../../server/db/migrate.js';
import { findOrganisations } from '../../server/organisations/repository.js';
import {
  FaultyFolderError,
  missingPictures,
  readFolder,
  writeFolder,
} from '../../server/publications/folder.js';
import { exportPublications, importPublications } from '../../server/publications/service.js';
import { findResources } from '../../server/resources/search-repository.js';
import { findSession, takeSeat } from '../../server/sessions/repository.js';
import type { Database } from '../../server/db/database.js';
import {
  changeRows,
  freshDatabase,
  rowsOf,
  TODAY,
  type DatabaseName,
  testEngines,
} from '../support/databases.js';

const engines = await testEngines();
const demo = 'server/demo-data';
const folders: string[] = [];
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'f3e-publications-'));
  folders.push(folder);
  return folder;
};
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

type Item = Record<string, unknown>;
/** A copy of the demonstration data in which one file is changed. */
function changed(file: string, change: (content: Record<string, Item[]>) => void): string {
  const folder = newFolder();
  cpSync(demo, folder, { recursive: true, filter: (path) => !path.endsWith('.ts') });
  const content = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, Item[]>;
  change(content);
  writeFileSync(join(folder, file), JSON.stringify(content));
  return folder;
}

const faultsOf = async (work: Promise<unknown>): Promise<string[]> => {
  const error = await work.then(
    () => undefined,
    (one: unknown) => one,
  );
  assert.ok(error instanceof FaultyFolderError, String(error));
  return error.message.split('\n');
};

async function emptyDatabase(engine: DatabaseName): Promise<Database> {
  const db = await freshDatabase(engine);
  await migrate(db);
  return db;
}
const load = async (db: Database, folder: string) => importPublications(db, await readFolder(folder), TODAY);

describe('pictures of publications', () => {
  it('each that is named is there; one that is not is told by its path', async () => {
    const publications = await readFolder(demo);
    assert.deepEqual(await missingPictures(publications, join(demo, 'pictures')), []);
    const [first] = publications.communities;
    first!.picture = { ...first!.picture!, src: '/pictures/nowhere.webp' };
    assert.deepEqual(await missingPictures(publications, join(demo, 'pictures')), ['/pictures/nowhere.webp']);
  });
});

for (const engine of engines) {
  describe(`publications, ${engine}`, () => {
    it('fill an empty database, and fill it again without doubles', async () => {
      const db = await emptyDatabase(engine);
      const first = await load(db, demo);
      assert.deepEqual(first.sessions, { added: 63, changed: 0, same: 0, left: 0 });
      const second = await load(db, demo);
      for (const report of Object.values(second)) {
        assert.equal(report.added + report.changed + report.left, 0);
        assert.ok(report.same > 0);
      }
      for (const table of [
        'sessions',
        'resources',
        'communities',
        'organisation_communities',
        'resource_communities',
      ]) {
        const [all] = await rowsOf(db, `select count(*) as n from ${table}`);
        assert.ok(Number(all?.['n']) > 0, table);
      }
      await db.close();
    });

    it('come out as they went in', async () => {
      const db = await emptyDatabase(engine);
      await load(db, demo);
      const out = newFolder();
      await writeFolder(out, await exportPublications(db));
      const copy = await emptyDatabase(engine);
      await load(copy, out);
      assert.deepEqual(await exportPublications(copy), await exportPublications(db));
      await db.close();
      await copy.close();
    });

    it('are found by what they say now, and not by what they said before', async () => {
      const db = await emptyDatabase(engine);
      await load(db, demo);
      const found = async (q: string) =>
        (await findResources(db, { q }, { from: 0, size: 5 })).resources.map(({ id }) => id);
      const folder = changed('resources.json', ({ resources }) => {
        resources![0]!['title'] = 'Mosaïque ornithologique';
      });
      const { resources } = await load(db, folder);
      assert.deepEqual([resources.changed, resources.added], [1, 0]);
      assert.equal((await found('ornithologique')).length, 1);
      await load(db, demo);
      assert.deepEqual(await found('ornithologique'), []);
      const renamed = changed('organisations.json', ({ organisations }) => {
        organisations![0]!['name'] = 'Les Sternes';
      });
      await load(db, renamed);
      assert.equal((await findOrganisations(db, 'sternes')).length, 1);
      await db.close();
    });

    it('are found by the new name of their community, those that the folder does not hold as well', async () => {
      const db = await emptyDatabase(engine);
      await load(db, demo);
      const found = async (q: string) => (await findResources(db, { q }, { from: 0, size: 5 })).total;
      assert.equal(await found('ornithologique'), 0);
      const folder = changed('communities.json', ({ communities }) => {
        communities!.find(({ slug }) => slug === 'ecsi')!['name'] = 'Mosaïque ornithologique';
      });
      rmSync(join(folder, 'resources.json'));
      const { resources } = await load(db, folder);
      assert.deepEqual([resources.added, resources.changed], [0, 0]);
      const [row] = await rowsOf(
        db,
        `select count(*) as n from resource_communities where community = 'ecsi'`,
      );
      assert.ok(Number(row?.['n']) > 0);
      assert.equal(await found('ornithologique'), Number(row?.['n']));
      await db.close();
    });

    it('leave what the folder does not hold, and the people who registered', async () => {
      const db = await emptyDatabase(engine);
      await load(db, demo);
      await takeSeat(db, 'ecsi-2026-12-17');
      const before = await findSession(db, 'ecsi-2026-12-17');
      const folder = changed('sessions.json', (content) => {
        content['sessions'] = content['sessions']!.filter(({ id }) => id === 'ecsi-2026-12-17');
        content['sessions'][0]!['title'] = 'Un autre titre';
      });
      assert.deepEqual((await load(db, folder)).sessions, { added: 0, changed: 1, same: 0, left: 62 });
      const now = await findSession(db, 'ecsi-2026-12-17');
      assert.equal(now?.title, 'Un autre titre');
      assert.equal(now?.registered, before?.registered);
      await db.close();
    });

    it('move no session that people registered for: the fault says what writes to them', async () => {
      const db = await emptyDatabase(engine);
      await load(db, demo);
      await changeRows(
        db,
        `insert into registrations (id, session, state, email_key, received_at, updated_at, language, form_version, answers)
         values ('r1', 'ecsi-2026-12-17', 'confirmed', 'a@example.org', '2026-11-01', '2026-11-01', 'fr', 'v', '{}')`,
      );
      const moved = changed('sessions.json', ({ sessions }) => {
        sessions!.find(({ id }) => id === 'ecsi-2026-12-17')!['end'] = '2026-12-17T19:00:00';
      });
      const [fault, ...others] = await faultsOf(load(db, moved));
      assert.match(
        fault!,
        /^sessions\.json, sessions “ecsi-2026-12-17”, \/end: 1 registered for it: change it by PATCH/,
      );
      assert.deepEqual(others, []);
      await db.close();
    });

    it('have the parts of a session in order, from its start to its end (T03)', async () => {
      const db = await emptyDatabase(engine);
      const folder = changed('sessions.json', ({ sessions }) => {
        const days = sessions!.find(({ id }) => id === 'genre-2027-05-25')!['days'] as Item[];
        days[1]!['start'] = days[0]!['start'];
        const later = sessions!.find(({ id }) => id === 'groupes-de-pairs-2027-03-23')!;
        later['start'] = '2027-03-22T14:00:00';
      });
      const faults = await faultsOf(load(db, folder));
      assert.equal(faults.length, 2);
      assert.match(faults.join('\n'), /“genre-2027-05-25”, \/days\/1\/start: A part must start after/);
      assert.match(faults.join('\n'), /“groupes-de-pairs-2027-03-23”, \/days\/0\/start: The first part/);
      await db.close();
    });

    it('are taken whole or not at all', async () => {
      const db = await emptyDatabase(engine);
      const folder = changed('sessions.json', ({ sessions }) => {
        sessions!.at(-1)!['community'] = 'nulle-part';
        sessions!.at(-2)!['end'] = '2020-01-01T00:00:00';
        sessions!.at(-3)!['timezone'] = 'Europe/Atlantide';
      });
      const faults = await faultsOf(load(db, folder));
      assert.equal(faults.length, 3);
      assert.match(faults.join('\n'), /\/community: there is no “nulle-part” among the communities\./);
      assert.match(faults.join('\n'), /\/end: must come after the start\./);
      assert.match(faults.join('\n'), /\/timezone: there is no zone “Europe\/Atlantide”\./);
      for (const table of ['themes', 'communities', 'resources', 'sessions'])
        assert.equal((await rowsOf(db, `select * from ${table}`)).length, 0, table);
      await db.close();
    });
  });
}

describe('a folder of publications', () => {
  it('names the file, the item and the member of every fault', async () => {
    const folder = changed('resources.json', ({ resources }) => {
      resources![0]!['kind'] = 'brochure';
      delete resources![1]!['title'];
      resources![3]!['id'] = resources![2]!['id'];
      (resources as unknown[])[4] = 'texte';
    });
    const faults = await faultsOf(readFolder(folder));
    assert.equal(faults.length, 4);
    assert.match(faults[0]!, /^resources\.json, resources “[\w-]+”, \/kind: /);
    assert.match(faults[1]!, /^resources\.json, resources “[\w-]+”, \/title: /);
    assert.match(faults[2]!, /^resources\.json, resources “[\w-]+”, \/id: stands twice\.$/);
    assert.match(faults[3]!, /^resources\.json, resources 5: /);
  });

  it('says which file cannot be read, and that a folder holds nothing', async () => {
    const broken = newFolder();
    writeFileSync(join(broken, 'sessions.json'), '{ "sessions": [ ');
    writeFileSync(join(broken, 'resources.json'), '[]');
    const faults = await faultsOf(readFolder(broken));
    assert.match(faults[0]!, /^resources\.json: is no JSON object/);
    assert.match(faults[1]!, /^sessions\.json: is no JSON: /);
    assert.match((await faultsOf(readFolder(newFolder())))[0]!, /holds none of communities\.json/);
  });

  it('may hold some of the files alone', async () => {
    const folder = newFolder();
    cpSync(join(demo, 'organisations.json'), join(folder, 'organisations.json'));
    const { organisations, sessions } = await readFolder(folder);
    assert.ok(organisations.length > 0);
    assert.deepEqual(sessions, []);
  });
});
