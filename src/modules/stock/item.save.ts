import type { Database } from '#db/database.ts'
import { updateRows } from '#db/bulk.ts'
import { decimalProblem } from '#contract/digits.ts'
import { invalid } from '#contract/errors.ts'
import type { RequestContext } from '#contract/scopes.ts'
import { stockChanged, pricesChanged } from '#modules/part/index.ts'
import type { StockItem } from './item.queries.ts'
import { KnownForItems } from './item.known.ts'
import { checkItem, type ItemChange } from './item.rules.ts'
import { storedSerial } from './serials.ts'
import { track, type Happening } from './tracking.ts'

/**
 * What follows for its part from an item that was stored: how much of it there is, and what was paid; most stock has no
 * price, and most changes leave it alone.
 */
export async function partAffected({ context, db, before, values }: ItemChange): Promise<void> {
  await stockChanged(db, [before?.part_id, values.part_id as number | undefined])
  const priced = before?.purchase_price ?? values.purchase_price ?? null
  const touched = (['purchase_price', 'purchase_price_currency', 'part_id'] as const).some(
    (column) => values[column] !== undefined
  )
  if (priced !== null && touched)
    await pricesChanged(db, context.settings, [before?.part_id ?? null, (values.part_id as number | undefined) ?? null])
}

/** An item as it is stored now; undefined where there is none. */
export const itemAt = (db: Database, id: number): Promise<StockItem | undefined> =>
  db.selectFrom('stock_item').selectAll().where('id', '=', id).executeTakeFirst()

async function checked(
  context: RequestContext,
  before: StockItem | null,
  values: Partial<StockItem>,
  known?: KnownForItems
): Promise<ItemChange> {
  const change: ItemChange = {
    context,
    db: context.db,
    before,
    body: {},
    values: { ...values },
    bulk: false,
    replace: false
  }
  const problem = values.quantity === undefined ? undefined : decimalProblem(values.quantity, 15, 5)
  if (problem) throw invalid({ quantity: [problem] })
  await checkItem(change, known)
  return change
}

/**
 * Stores a change of an item by all rules of items; the tracking is up to the caller.
 *
 * @param context inside a transaction
 * @returns the item as it is now
 * @throws 400 by field where a rule is broken
 */
export async function saveItem(
  context: RequestContext,
  before: StockItem,
  values: Partial<StockItem>
): Promise<StockItem> {
  const change = await checked(context, before, values)
  const item = await context.db
    .updateTable('stock_item')
    .set(change.values as Partial<StockItem>)
    .where('id', '=', before.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await partAffected(change)
  return item
}

/** A change of an item, and what it has to enter into the tracking. */
export interface PlannedChange {
  item: StockItem
  values: Partial<StockItem>
  /** @param after the item as it is then */
  entry: (after: StockItem) => Happening
}

/**
 * Stores changes of several items by all rules of items, in their order, and enters them into the tracking: in some
 * statements, however many items there are.
 *
 * @param context inside a transaction
 * @param planned each item once
 * @returns the items as they are now
 * @throws 400 by field where a rule is broken, for the first item that breaks one
 */
export async function saveItems(context: RequestContext, planned: readonly PlannedChange[]): Promise<StockItem[]> {
  if (planned.length === 0) return []
  const known = new KnownForItems(context.db)
  await known.preload(
    context.settings,
    planned.map(({ item, values }) => ({ ...item, ...values }))
  )
  const changes: ItemChange[] = []
  for (const { item, values } of planned) changes.push(await checked(context, item, values, known))
  const columns = [...new Set(changes.flatMap(({ values }) => Object.keys(values)))]
  const after = changes.map(({ before, values }) => ({ ...before, ...values }) as StockItem)
  await updateRows(context.db, 'stock_item', columns, after as (StockItem & Record<string, unknown>)[])
  for (const change of changes) await partAffected(change)
  await track(
    context.db,
    planned.map(({ entry }, at) => entry(after[at]!))
  )
  return after
}

/**
 * Stores a new item by all rules of items; the tracking is up to the caller.
 *
 * @param context inside a transaction
 * @param values its columns, without a key
 * @throws 400 by field where a rule is broken
 */
export async function insertItem(
  context: RequestContext,
  values: Omit<Partial<StockItem>, 'id'> & { part_id: number }
): Promise<StockItem> {
  const change = await checked(context, null, values)
  const item = await context.db
    .insertInto('stock_item')
    .values(change.values as StockItem)
    .returningAll()
    .executeTakeFirstOrThrow()
  await partAffected(change)
  return item
}

/** How many rows go into one statement. */
const AT_ONCE = 500

/**
 * Stores new items that differ in their serial numbers alone: the first by all rules of items, the others are like it.
 *
 * @param context inside a transaction
 * @param serials free serial numbers, at least one
 * @returns the keys, in the order of the serial numbers
 */
export async function insertSerials(
  context: RequestContext,
  values: Parameters<typeof insertItem>[1],
  serials: readonly string[]
): Promise<number[]> {
  return await cloneSerials(
    context.db,
    (await insertItem(context, { ...values, serial: serials[0]! })).id,
    serials.slice(1)
  )
}

/**
 * Stores items like one with a serial number, with other ones; gives all their keys, that of the first one in front.
 */
export async function cloneSerials(db: Database, first: number, serials: readonly string[]): Promise<number[]> {
  const { id, ...row } = await db.selectFrom('stock_item').selectAll().where('id', '=', first).executeTakeFirstOrThrow()
  const ids = [id]
  for (let at = 0; at < serials.length; at += AT_ONCE) {
    const rows = serials.slice(at, at + AT_ONCE).map((serial) => ({ ...row, ...storedSerial(serial) }))
    ids.push(...(await db.insertInto('stock_item').values(rows).returning('id').execute()).map((one) => one.id))
  }
  return ids
}
