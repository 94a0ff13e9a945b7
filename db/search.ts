import { sql, type RawBuilder, type SqlBool } from 'kysely'
import { byDialect } from './dialect.ts'
import { dictionary } from './dictionary.ts'
import { LONGEST_TOKEN, tokenOf } from './search-tokens.ts'
import { lower } from './text.ts'

/**
 * The tables that have an index of every three letters in a row of these columns, kept by triggers (migrations 007 and
 * 009).
 */
const INDEXED: Record<string, readonly string[]> = dictionary({
  part: ['name', 'description', 'IPN', 'revision', 'keywords', 'notes'],
  manufacturer_part: ['MPN'],
  supplier_part: ['SKU'],
  stock_item: ['serial', 'batch']
})

/** Whether columns of a table can be searched through an index. */
export const isIndexed = (table: string, columns: readonly string[]): boolean =>
  columns.length > 0 && columns.every((column) => INDEXED[table]?.includes(column))

/**
 * Letters whose small form depends on their neighbours or is two letters, and those beyond the basic plane: the index
 * and `folded()` see them differently.
 */
const UNSURE = /[\u0307\u03c2\u03c3\ud800-\udfff]/

/**
 * The condition that a row of an indexed table may hold a text: it is true for every row that does, and for few others.
 * Whoever uses it asks the rows for the text itself as well.
 *
 * @param id the column of the primary key
 * @param text what is looked for, as it was written
 * @returns undefined where the index is of no use for this text
 */
export function mayHold(table: string, id: RawBuilder<unknown>, text: string): RawBuilder<SqlBool> | undefined {
  const letters = text.toLowerCase()
  if (letters.length < 3 || UNSURE.test(letters)) return undefined
  const triples = new Set(
    Array.from({ length: letters.length - 2 }, (_, at) => `"${letters.slice(at, at + 3).replaceAll('"', '""')}"`)
  )
  const index = sql.table(`${table}_search`)
  // PostgreSQL finds its index by the condition on the text itself.
  return byDialect(
    sql<SqlBool>`${id} in (select rowid from ${index} where ${index} match ${[...triples].join(' AND ')})`,
    () => sql<SqlBool>`true`
  )
}

/**
 * The columns of parts whose texts are found exactly, without being read (migration 026): each group has a letter of
 * its own in SQLite, and a column of its own in PostgreSQL.
 */
const GROUPS: readonly { letter: string; name: string; columns: readonly string[] }[] = [
  { letter: 'a', name: 'core', columns: ['name', 'description', 'IPN'] },
  { letter: 'b', name: 'revision', columns: ['revision'] },
  { letter: 'c', name: 'keywords', columns: ['keywords'] }
]

/** The groups that are just these columns of a table; undefined where there are none. */
function groupsOf(table: string, columns: readonly string[]) {
  if (table !== 'part') return undefined
  const groups = GROUPS.filter(({ columns: [first] }) => columns.includes(first!))
  const covered = groups.flatMap((group) => group.columns)
  const same = covered.length === columns.length && covered.every((column) => columns.includes(column))
  return same && groups.length ? groups : undefined
}

/** Texts that lie within one run of letters; those that are ASCII. */
const WITHIN_WORD = /^[a-z]{3,}$/
const PLAIN = /^[\x20-\x7e]+$/

/** Whether a text is looked for among the pieces of words. */
const isPiece = (text: string): boolean => WITHIN_WORD.test(text) && text.length <= LONGEST_TOKEN

/** What the index of a group is asked by SQLite, as FTS5 has it. */
const asked = (letter: string, text: string, isShort: boolean) => `"${letter}${tokenOf(text)}"${isShort ? '' : '*'}`

/** The condition that PostgreSQL finds a text by; the column has the texts of a group in small letters. */
function inGroup(name: string, text: string, isShort: boolean): RawBuilder<SqlBool> {
  const column = sql.ref(`part_search_text.${name}`)
  // Whatever it is, the index is asked: how often a pair is there would let every row be looked at.
  if (isShort) return sql`search_pairs(${column}) @> (select array[${text}::text])`
  const pattern = `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`
  return isPiece(text)
    ? sql`search_words(${column}) && array(select word from part_search_word where word like ${pattern})`
    : sql`${column} like ${pattern}`
}

/** Queries of the keys of all rows that hold a text, for each database; undefined where none knows. */
function keyQueries(table: string, columns: readonly string[], text: string) {
  const groups = groupsOf(table, columns)
  if (!groups || !PLAIN.test(text)) return undefined
  const small = lower(text)
  const isShort = small.length <= 2
  const isToken = isShort || isPiece(small)
  const wanted = groups.map(({ letter }) => asked(letter, small, isShort)).join(' OR ')
  const held = groups.map(({ name }) => inGroup(name, small, isShort))
  return {
    sqlite: isToken
      ? sql<Key>`select rowid as id from part_search_token where part_search_token match ${wanted}`
      : undefined,
    postgres: sql<Key>`select part_search_text.id from part_search_text where ${sql.join(held, sql` or `)}`
  }
}

/** A row of a query of keys. */
export interface Key {
  id: number
}

/**
 * A query of the keys of all rows that hold a text in one of some columns, letter case aside, where that is known
 * without reading the rows.
 *
 * @param text what is looked for, as it was written
 * @param otherwise such a query that reads them; for the database that needs it
 */
export function keysHolding(
  table: string,
  columns: readonly string[],
  text: string,
  otherwise: RawBuilder<Key>
): RawBuilder<Key> {
  const known = keyQueries(table, columns, text)
  return known ? byDialect(known.sqlite ?? otherwise, () => known.postgres) : otherwise
}

/**
 * The condition that a column has one of these keys.
 *
 * @param otherwise the same condition, asked of the row; for the database that needs it
 * @returns undefined where no database knows
 */
export function holdsText(
  table: string,
  columns: readonly string[],
  column: RawBuilder<unknown>,
  text: string,
  otherwise: RawBuilder<SqlBool>
): RawBuilder<SqlBool> | undefined {
  const known = keyQueries(table, columns, text)
  if (!known) return undefined
  const { sqlite, postgres } = known
  return byDialect(
    sqlite ? sql<SqlBool>`${column} in (${sqlite})` : otherwise,
    () => sql<SqlBool>`${column} in (${postgres})`
  )
}
