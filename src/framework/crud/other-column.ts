import { sql, type RawBuilder } from 'kysely'
import type { OtherRecord, TableName } from './definition.ts'

/** A column of the record that a column names: a value for conditions and to sort by. */
export type OtherColumn<Value> = ((eb?: unknown) => RawBuilder<Value>) & { other: OtherRecord }

/**
 * A column of another record, null where there is none.
 *
 * @param table the table of the records at hand
 * @param column the column that holds the other's primary key
 * @param by which column of the other one
 */
export const otherColumn = <Value>(
  table: TableName,
  column: string,
  other: TableName,
  by: string
): OtherColumn<Value> =>
  Object.assign(
    () =>
      sql<Value>`(select ${sql.ref(`other.${by}`)} from ${sql.table(other)} as other where other.id = ${sql.ref(`${table}.${column}`)})`,
    { other: { column, table: other, by } }
  )
