import type { Database } from '#db/database.ts'
import { updateRows } from '#db/bulk.ts'
import { lookup } from '#crud/lookup.ts'
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

/** The stock items that keys name, by key; those that do not exist are not among them. */
export const itemsOf = ({ db }: RequestContext, keys: Iterable<number | undefined>): Promise<Map<number, StockItem>> =>
  lookup(
    [...keys].filter((key) => key !== undefined),
    async (some) =>
      (await db.selectFrom('stock_item').selectAll().where('id', 'in', some).execute()).map((item) => [item.id, item])
  )

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

/** What is to be done with an item: a change that can be stored with those of others, or something by itself. */
export type Step = PlannedChange | (() => Promise<void>) | undefined

/** Does what was planned for one item, inside a transaction. */
export const carryOut = async (context: RequestContext, planned: Step): Promise<void> => {
  if (typeof planned === 'function') await planned()
  else if (planned) await saveItems(context, [planned])
}

/**
 * Does something with items one after the other, in their order; changes that follow each other are stored together.
 *
 * @param context inside a transaction
 * @param lines which items; one that is gone by its turn is passed over
 * @param plan what is to be done with an item as it is then
 * @throws what the first item is refused with that cannot be acted upon
 */
export async function inTurn<Line extends { pk: number }>(
  context: RequestContext,
  lines: readonly Line[],
  plan: (item: StockItem, line: Line) => Step
): Promise<void> {
  const found = await itemsOf(
    context,
    lines.map(({ pk }) => pk)
  )
  const waiting = new Map<number, PlannedChange>()
  const store = async () => {
    await saveItems(context, [...waiting.values()])
    waiting.clear()
  }
  // What was read holds as long as nothing else was done than to wait.
  const done = new Set<number>()
  let isFresh = true
  for (const line of lines) {
    if (waiting.has(line.pk)) await store()
    const item = isFresh && !done.has(line.pk) ? found.get(line.pk) : await itemAt(context.db, line.pk)
    if (!item) continue
    done.add(line.pk)
    let step: Step
    try {
      step = plan(item, line)
    } catch (refusal) {
      // Those before it are looked at first.
      await store()
      throw refusal
    }
    if (typeof step === 'function') {
      await store()
      await step()
      isFresh = false
    } else if (step) waiting.set(line.pk, step)
  }
  await store()
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
