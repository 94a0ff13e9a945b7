import { sql, type RawBuilder, type SqlBool } from 'kysely'

/**
 * The condition that a column holds a text, the case of ASCII letters aside: as the indexes on `lower(column)` know it.
 *
 * @param column with or without its table
 */
export const equalsInAnyCase = (column: string, text: string): RawBuilder<SqlBool> => sql<SqlBool>`lower(${sql.ref(column)}) = lower(${text})`

/** Keys for `in`, however many: a statement binds 32766 values at most, and this is one. */
export const among = (keys: readonly number[]): RawBuilder<number> => sql<number>`(select value from json_each(${JSON.stringify(keys)}))`
