import { type Expression, type SqlBool, sql as text } from 'kysely';
import { type MatchExpression, type SearchDocument, type Zone, ZONES } from '../../src/search/index.js';
import type { Sql } from '../db/database.js';

/**
 * The words of resources as each database finds them: FTS5 on SQLite, a `tsvector` without dictionary on PostgreSQL.
 * Both hold the same words and stems, prepared by `src/search`, so that both give the same answers.
 */
interface WordStore {
  /** Forgets the words of all resources. */
  clear: (sql: Sql) => Promise<unknown>;
  put: (sql: Sql, place: number, document: SearchDocument) => Promise<unknown>;
  /** Forgets the words of a resource whose row was deleted. */
  remove: (sql: Sql, place: number) => Promise<unknown>;
  /** That a row of `resources` matches. */
  matches: (formula: MatchExpression) => Expression<SqlBool>;
}

/** Words are letters and digits only: nothing in them can end a text or mean something to a database. */
function bare(word: string): string {
  if (!/^[\p{L}\p{N}]+$/u.test(word)) throw new TypeError('A word to look for holds letters and digits.');
  return word;
}

/** Columns of the FTS5 table for words and for stems of a zone. */
const column = (zone: Zone, what: 'words' | 'stems') => `${zone}_${what}`;
const columns = ZONES.flatMap((zone) => [column(zone, 'words'), column(zone, 'stems')]);

const sqlite: WordStore = {
  clear: ({ query }) =>
    text`insert into resource_words (resource_words) values ('delete-all')`.execute(query),
  put: ({ query }, place, document) => {
    const values = ZONES.flatMap((zone) => [document[zone].words.join(' '), document[zone].stems.join(' ')]);
    return text`insert into resource_words (rowid, ${text.join(columns.map((name) => text.ref(name)))})
      values (${text.join([place, ...values])})`.execute(query);
  },
  remove: ({ query }, place) => text`delete from resource_words where rowid = ${place}`.execute(query),
  matches: (formula) =>
    text<SqlBool>`place in (select rowid from resource_words where resource_words match ${fts5(formula)})`,
};

function fts5(formula: MatchExpression): string {
  if ('all' in formula) return formula.all.map((part) => `(${fts5(part)})`).join(' AND ');
  if ('any' in formula) return formula.any.map((part) => `(${fts5(part)})`).join(' OR ');
  const within = (what: ('words' | 'stems')[]) =>
    `{${formula.zones.flatMap((zone) => what.map((one) => column(zone, one))).join(' ')}} :`;
  if ('stem' in formula) return `${within(['stems'])} "${bare(formula.stem)}"`;
  if ('word' in formula) return `${within(['words'])} "${bare(formula.word)}"`;
  if ('prefix' in formula) return `${within(['words', 'stems'])} "${bare(formula.prefix)}" *`;
  return `${within(['words'])} "${formula.phrase.map(bare).join(' ')}"`;
}

/** Weights name zones in a `tsvector`; stems begin with a tilde, to stand beside words. */
const weights: Record<Zone, string> = { title: 'A', keys: 'B', summary: 'C' };
/** PostgreSQL keeps no more places than these. */
const LAST_PLACE = 16_383;

const postgres: WordStore = {
  clear: ({ query }) => text`update resources set words = null`.execute(query),
  put: ({ query }, place, document) =>
    text`update resources set words = ${lexemesOf(document)}::text::tsvector where place = ${place}`.execute(
      query,
    ),
  // They went with the row.
  remove: async () => undefined,
  matches: (formula) => text<SqlBool>`words @@ ${tsquery(formula)}::text::tsquery`,
};

function lexemesOf(document: SearchDocument): string {
  const lexemes: string[] = [];
  let at = 1;
  for (const zone of ZONES) {
    for (const word of document[zone].words)
      lexemes.push(`'${bare(word)}':${positionOf(at++)}${weights[zone]}`);
    // A gap, so that no phrase runs from one zone into the next.
    for (const stem of document[zone].stems)
      lexemes.push(`'~${bare(stem)}':${positionOf(++at)}${weights[zone]}`);
    at += 2;
  }
  return lexemes.join(' ');
}
const positionOf = (at: number) => Math.min(at, LAST_PLACE);

function tsquery(formula: MatchExpression): string {
  if ('all' in formula) return formula.all.map((part) => `(${tsquery(part)})`).join(' & ');
  if ('any' in formula) return formula.any.map((part) => `(${tsquery(part)})`).join(' | ');
  const within = formula.zones.map((zone) => weights[zone]).join('');
  if ('stem' in formula) return `'~${bare(formula.stem)}':${within}`;
  if ('word' in formula) return `'${bare(formula.word)}':${within}`;
  if ('prefix' in formula) {
    const prefix = bare(formula.prefix);
    return `'${prefix}':*${within} | '~${prefix}':*${within}`;
  }
  return formula.phrase.map((word) => `'${bare(word)}':${within}`).join(' <-> ');
}

export const wordStore = ({ engine }: Pick<Sql, 'engine'>): WordStore =>
  engine === 'sqlite' ? sqlite : postgres;
