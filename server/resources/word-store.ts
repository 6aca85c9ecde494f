import { ZONES, type MatchExpression, type SearchDocument, type Zone } from '../../src/search/index.js';
import type { Dialect, Sql, SqlValue } from '../db/database.js';

/**
 * The words of resources as each database finds them: FTS5 on SQLite, a `tsvector` without dictionary on PostgreSQL.
 * Both hold the same words and stems, prepared by `src/search`, so that both give the same answers.
 */
interface WordStore {
  /** Forgets the words of all resources. */
  clear: (sql: Sql) => Promise<unknown>;
  put: (sql: Sql, place: number, document: SearchDocument) => Promise<void>;
  /** A condition on a row of `resources`, that takes one parameter: the formula. */
  holds: (parameter: string) => string;
  formula: (formula: MatchExpression) => string;
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
  clear: (sql) => sql.run(`insert into resource_words (resource_words) values ('delete-all')`),
  put: async (sql, place, document) => {
    await sql.run(
      `insert into resource_words (rowid, ${columns.join(', ')})
       values ($1, ${columns.map((_, i) => `$${i + 2}`).join(', ')})`,
      [place, ...ZONES.flatMap((zone) => [document[zone].words.join(' '), document[zone].stems.join(' ')])],
    );
  },
  holds: (parameter) => `place in (select rowid from resource_words where resource_words match ${parameter})`,
  formula: fts5,
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
  clear: (sql) => sql.run(`update resources set words = null`),
  put: async (sql, place, document) => {
    const lexemes: string[] = [];
    let at = 1;
    for (const zone of ZONES) {
      for (const word of document[zone].words)
        lexemes.push(`'${bare(word)}':${place_(at++)}${weights[zone]}`);
      // A gap, so that no phrase runs from one zone into the next.
      for (const stem of document[zone].stems)
        lexemes.push(`'~${bare(stem)}':${place_(++at)}${weights[zone]}`);
      at += 2;
    }
    await sql.run(`update resources set words = $1::text::tsvector where place = $2`, [
      lexemes.join(' '),
      place,
    ]);
  },
  holds: (parameter) => `words @@ ${parameter}::text::tsquery`,
  formula: tsquery,
};
const place_ = (at: number) => Math.min(at, LAST_PLACE);

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

export const wordStore = ({ name }: Dialect): WordStore => (name === 'sqlite' ? sqlite : postgres);

/** Adds a condition and its parameter to a statement under way. */
export function holding(sql: Sql, formula: MatchExpression, values: SqlValue[]): string {
  const store = wordStore(sql.dialect);
  values.push(store.formula(formula));
  return store.holds(`$${values.length}`);
}
