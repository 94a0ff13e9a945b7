import type { Database } from '#db/database.ts'
import { notFound } from '#contract/errors.ts'
import type { AnyType, TableName } from './table.ts'

/** The record that an address names first, with others below it: the part in `/api/part/{id}/pricing/`. */
export interface ParentRecord {
  /** Where it is kept, by its primary key. */
  table: TableName
  /** The parameter of the path that holds its key. */
  param: string
  /** The word for it in `No … matches the given query.` */
  className: string
}

/**
 * Makes sure that the record is there which an address names first.
 *
 * @param call a request whose path names it
 * @throws 404 where there is none
 */
export async function findParent(parent: ParentRecord, call: { db: Database; path: object }): Promise<void> {
  const key = (call.path as Record<string, number>)[parent.param]
  const row = await (call.db as AnyType).selectFrom(parent.table).select('id').where('id', '=', key).executeTakeFirst()
  if (!row) throw notFound(parent.className)
}
