import { sql, type RawBuilder, type SqlBool } from 'kysely'
import { byDialect } from './dialect.ts'
import { dictionary } from './dictionary.ts'

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
