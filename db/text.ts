import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely'
import { byDialect } from './dialect.ts'

/**
 * Text as it is compared where letter case does not count, beyond ASCII too; SQL's `folded()` does the same.
 *
 * @param text any text
 * @returns the text to compare
 */
export function fold(text: string): string {
  return text.toLowerCase()
}

/** Text with its ASCII letters made small, as SQL's `lower()` does it. */
export const lower = (text: string): string => text.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase())

/**
 * The condition that a column holds a text, the case of ASCII letters aside: as the indexes on `lower(column)` know it.
 *
 * @param column with or without its table
 */
export const equalsInAnyCase = (column: string, text: string): RawBuilder<SqlBool> =>
  sql<SqlBool>`lower(${sql.ref(column)}) = ${lower(text)}`

/** The condition that a column holds one of some texts, the case of ASCII letters aside. */
export const amongInAnyCase = (column: string, texts: readonly string[]): RawBuilder<SqlBool> =>
  sql<SqlBool>`lower(${sql.ref(column)}) in (${sql.join(texts.map(lower))})`

/** How many of some texts differ in more than the case of ASCII letters. */
export const countInAnyCase = (texts: readonly string[]): number => new Set(texts.map(lower)).size

/**
 * The condition that a value fits a pattern of LIKE, the case of ASCII letters aside.
 *
 * @param pattern `%` for any text, `_` for any character; a backslash in front of them, or of itself, stands for the
 *   character
 */
export const like = (value: Expression<unknown>, pattern: string): RawBuilder<SqlBool> =>
  byDialect(
    sql<SqlBool>`${value} like ${pattern} escape '\\'`,
    () => sql<SqlBool>`${value} ilike ${pattern} escape '\\'`
  )

/** Keys for `in`, however many: a statement binds 32766 values at most, and this is one. */
export const among = (keys: readonly number[]): RawBuilder<number> =>
  byDialect(
    sql<number>`(select value from json_each(${JSON.stringify(keys)}))`,
    () => sql<number>`(select unnest(${keys.filter(Number.isSafeInteger)}::bigint[]))`
  )
