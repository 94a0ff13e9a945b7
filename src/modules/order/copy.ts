import { sql } from 'kysely'
import type { Database } from '#db/database.ts'
import type { RequestContext } from '#contract/scopes.ts'
import { duplicateParameters, type DuplicateOptions } from '#modules/parameter/index.ts'
import type { OrderKind } from './kinds.ts'

const LINE = ['metadata', 'quantity', 'discount', 'line', 'line_int', 'reference', 'notes', 'link', 'project_code_id']
const EXTRA_LINE = [...LINE, 'target_date', 'description', 'context', 'price', 'price_currency']

/** Copies rows of an order to another; columns that are not named start as in a new row. */
async function copyRows(
  db: Database,
  table: string,
  columns: readonly string[],
  from: number,
  to: number
): Promise<void> {
  const names = sql.join(columns.map((column) => sql.ref(column)))
  await sql`insert into ${sql.table(table)} (order_id, ${names}) select cast(${to} as integer), ${names} from ${sql.table(table)} where order_id = ${from} order by id`.execute(
    db
  )
}

/**
 * Gives a new order what `duplicate` wants of another: lines, of which nothing is done and which have no target date,
 * extra lines as they are, and parameters (docs/behaviour/order.md#duplicating).
 *
 * @param context inside a transaction
 */
export async function copyOrder(
  context: RequestContext,
  kind: OrderKind,
  options: DuplicateOptions & { copy_lines?: boolean; copy_extra_lines?: boolean },
  to: number
): Promise<void> {
  const { original } = options
  if (kind.copied && options.copy_lines !== false)
    await copyRows(context.db, kind.lines, [...LINE, ...kind.copied], original, to)
  if (kind.extraLines && options.copy_extra_lines !== false)
    await copyRows(context.db, kind.extraLines, EXTRA_LINE, original, to)
  await duplicateParameters(context, kind.model, options, to)
}
