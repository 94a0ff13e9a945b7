import { sql, type Kysely } from 'kysely'
import { isPostgres } from './dialect.ts'

/** The tokens of a part for SQLite, by the columns that are searched together: see searchTokens. */
export const searchedTokens = (row: string): string =>
  [
    `search_tokens('a', ${row}."name", ${row}."description", ${row}."IPN")`,
    `search_tokens('b', ${row}."revision")`,
    `search_tokens('c', ${row}."keywords")`
  ].join(` || ' ' || `)

/** What stands between the texts of a group; no text that is looked for has it. */
const BETWEEN = `E'\\x1f'`

/** The texts of a part for PostgreSQL, by the columns that are searched together. */
export const searchedTexts = (row: string): string =>
  [
    `lower(coalesce(${row}.name, '') || ${BETWEEN} || coalesce(${row}.description, '') || ${BETWEEN} || coalesce(${row}."IPN", ''))`,
    `lower(coalesce(${row}.revision, ''))`,
    `lower(coalesce(${row}.keywords, ''))`
  ].join(', ')

/** A statement that adds the words of texts to those that PostgreSQL knows. */
export const learnWords = (from: string): string =>
  `insert into part_search_word (word) select distinct of_text.word from ${from}, unnest(search_words(core) || search_words(revision) || search_words(keywords)) as of_text (word)
    where not exists (select 1 from part_search_word known where known.word = of_text.word) on conflict do nothing`

/**
 * Makes anew what parts are searched by (migration 026).
 *
 * @param db a transaction that has the turn to write
 */
export async function fillSearch(db: Kysely<any>): Promise<void> {
  const statements = isPostgres(db)
    ? [
        'truncate part_search_text, part_search_word',
        `insert into part_search_text (id, core, revision, keywords) select p.id, ${searchedTexts('p')} from part p order by p.id`,
        learnWords('part_search_text')
      ]
    : [
        `insert into part_search_token (part_search_token) values ('delete-all')`,
        `insert into part_search_token (rowid, tokens) select p.id, ${searchedTokens('p')} from part p`
      ]
  for (const statement of statements) await sql.raw(statement).execute(db)
}
