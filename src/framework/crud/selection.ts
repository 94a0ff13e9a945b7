import { invalid } from '#contract/errors.ts'
import { looseFlag } from '#contract/read.ts'
import type { RequestContext } from '#contract/scopes.ts'
import { textOf } from '#contract/text.ts'
import { among } from '#db/text.ts'
import type { TableName } from './definition.ts'
import type { AnyType } from './erased.ts'

/** The refusal of a bulk operation as a whole. */
export const plainRefusal = (message: string) => invalid({ non_field_errors: message })

/**
 * The records that a bulk operation is about, by ascending key: `items` of the body, or all with `?all=true`
 * (docs/behaviour/bulk.md#selection). The refusals are plain sentences, not lists.
 *
 * @param query a query of Kysely over the records that there are for the caller
 * @param table the table that it reads
 * @throws 400 where nothing is named, or nothing found
 */
export async function bulkSelection(query: AnyType, table: TableName, context: RequestContext): Promise<AnyType[]> {
  const items = itemsOf(context.rawBody)
  const { all } = context.rawQuery
  if (items.length === 0) {
    if (all === undefined) throw plainRefusal('List of items must be provided for bulk operation')
    if (!looseFlag(all)) throw plainRefusal('All filter must only be used with true')
  }
  const keys = items.map((item) => (item === null ? -1 : Number(item)))
  const chosen = keys.length ? query.where(`${table}.id`, 'in', among(keys)) : query
  const rows = await chosen.orderBy(`${table}.id`).execute()
  if (rows.length === 0) throw plainRefusal('No items match the provided criteria')
  return rows
}

/** `items` of a body: keys as numbers or texts of digits, and nulls, which name no record. */
function itemsOf(body: unknown): unknown[] {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw plainRefusal('List of items must be provided for bulk operation')
  const { items } = body as { items?: unknown }
  if (items === undefined || items === null || items === '') return []
  if (!Array.isArray(items)) throw plainRefusal('Items must be provided as a list')
  if (!items.every(isKey)) throw plainRefusal('Invalid items list provided')
  return items
}

const isKey = (item: unknown): boolean => item === null || (typeof item !== 'boolean' && /^\d+$/.test(textOf(item)))
