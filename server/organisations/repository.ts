import type { Organisation } from '../../src/contract/index.js';
import type { Row, Sql } from '../db/database.js';
import { anywhere, fold, words } from '../shared/normalise.js';

const parse = (row: Row): Organisation => JSON.parse(String(row['doc'])) as Organisation;

/** What an organisation is found by. */
const searchTextOf = ({ name, city }: Organisation) => fold(`${name} ${city ?? ''}`);

export async function putOrganisation(sql: Sql, organisation: Organisation): Promise<void> {
  await sql.run(`insert into organisations (id, name, membership, search, doc) values ($1, $2, $3, $4, $5)`, [
    organisation.id,
    fold(organisation.name),
    organisation.membership,
    searchTextOf(organisation),
    JSON.stringify(organisation),
  ]);
  for (const community of organisation.communities) {
    await sql.run(`insert into organisation_communities (organisation_id, community) values ($1, $2)`, [
      organisation.id,
      community,
    ]);
  }
}

/** Writes anew the words by which every organisation is found. */
export async function reindexOrganisations(sql: Sql): Promise<void> {
  for (const row of await sql.all(`select id, doc from organisations`)) {
    const organisation = parse(row);
    await sql.run(`update organisations set name = $1, search = $2 where id = $3`, [
      fold(organisation.name),
      searchTextOf(organisation),
      organisation.id,
    ]);
  }
}

export async function findOrganisations(sql: Sql, question: string): Promise<Organisation[]> {
  const found = words(question);
  const conditions = found.map((_, i) => `search like $${i + 1} escape '\\'`);
  const rows = await sql.all(
    `select doc from organisations where ${['1 = 1', ...conditions].join(' and ')} order by name, id`,
    found.map(anywhere),
  );
  return rows.map(parse);
}
