import { sql, type Kysely } from 'kysely'
import { isPostgres } from '../dialect.ts'
import { LONGEST_TOKEN } from '../search-tokens.ts'
import { fillSearch, learnWords, searchedTexts, searchedTokens } from '../search-kept.ts'

const COLUMNS = ['name', 'description', 'IPN', 'revision', 'keywords'].map((column) => `"${column}"`)
const OF_TEXTS = COLUMNS.join(', ')
const differs = (operator: string) =>
  ['old', 'new'].map((row) => `(${COLUMNS.map((column) => `${row}.${column}`).join(', ')})`).join(` ${operator} `)

/**
 * Finds the parts that hold a text without reading the texts of those that may: most words that are looked for, and
 * whatever has one letter or two.
 */
export const up = (db: Kysely<unknown>): Promise<void> => (isPostgres(db) ? postgres(db) : sqlite(db))

async function run(db: Kysely<unknown>, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

async function sqlite(db: Kysely<unknown>): Promise<void> {
  const forget = `insert into part_search_token (part_search_token, rowid, tokens) values ('delete', old.id, ${searchedTokens('old')});`
  const learn = `insert into part_search_token (rowid, tokens) values (new.id, ${searchedTokens('new')});`
  await run(db, [
    `create virtual table part_search_token using fts5(tokens, content='', tokenize='ascii', detail=none, columnsize=0)`,
    `create trigger part_search_token_insert after insert on part begin ${learn} end`,
    `create trigger part_search_token_delete after delete on part begin ${forget} end`,
    `create trigger part_search_token_update after update of ${OF_TEXTS} on part when ${differs('is not')} begin ${forget} ${learn} end`
  ])
  await fillSearch(db)
}

/** Functions cost much, so that they are asked of an index and not of every row. */
const declared = (name: string, body: string) =>
  `create function ${name} (value text) returns text[] language plpgsql immutable strict parallel safe cost 10000 as $$ begin ${body} end $$`

/** No index takes words of thousands of letters, so long ones are cut into pieces that overlap by what is looked for. */
const [PIECE, OVERLAP] = [200, LONGEST_TOKEN]
const WORDS = `if length(value) < ${PIECE} then return regexp_split_to_array(value, '[^a-z]+'); end if;
  return array(select substr(word, at, ${PIECE}) from unnest(regexp_split_to_array(value, '[^a-z]+')) as word,
    generate_series(1, greatest(length(word) - ${OVERLAP}, 1), ${PIECE - OVERLAP}) as at);`

const trigger = (name: string, when: string, each: string, body: string) => [
  `create function part_search_text_${name} () returns trigger language plpgsql as $$ begin ${body} return null; end $$`,
  `create trigger part_search_text_${name} after ${when} on part for each ${each} execute function part_search_text_${name}()`
]

/** Every two characters in a row: those that begin at even places, then those between, and each by itself. */
const PAIRS = ['value', 'right(value, -1)'].map((from) => `regexp_replace(${from}, '(..)', E'\\\\1\\x1e', 'g')`)

/**
 * A table of the texts alone is read in a quarter of the time, and is not written when a part changes in anything else.
 * The words of all parts are few, however many parts.
 */
async function postgres(db: Kysely<unknown>): Promise<void> {
  const keep = `insert into part_search_text (id, core, revision, keywords) values (new.id, ${searchedTexts('new')})
      on conflict (id) do update set core = excluded.core, revision = excluded.revision, keywords = excluded.keywords;
    ${learnWords('(select * from part_search_text where id = new.id) texts')};`
  const changed = `update of ${OF_TEXTS}`
  await run(db, [
    declared('search_words', WORDS),
    declared(
      'search_pairs',
      `return string_to_array(${PAIRS.join(` || E'\\x1e' || `)}, E'\\x1e') || string_to_array(value, null);`
    ),
    `create table part_search_text (id bigint primary key, core text not null, revision text not null, keywords text not null)`,
    `create table part_search_word (word text primary key)`,
    ...trigger('insert', 'insert', 'row', keep),
    ...trigger('update', changed, `row when (${differs('is distinct from')})`, keep),
    ...trigger('delete', 'delete', 'row', 'delete from part_search_text where id = old.id;'),
    ...trigger('truncate', 'truncate', 'statement', 'truncate part_search_text;')
  ])
  await fillSearch(db)
  // Indexes of what is there already are made in less time.
  const indexed = (using: (column: string) => string) => ['core', 'revision', 'keywords'].map(using).join(', ')
  await run(db, [
    `create index part_search_text_words on part_search_text using gin (${indexed((column) => `search_words(${column})`)})`,
    `create index part_search_text_pairs on part_search_text using gin (${indexed((column) => `search_pairs(${column})`)})`,
    `do $$ begin
      create index part_search_text_letters on part_search_text using gin (${indexed((column) => `${column} gin_trgm_ops`)});
    exception when others then raise notice 'some searches will be slow: %', sqlerrm;
    end $$`,
    'analyze part_search_text'
  ])
}
