import { sql } from 'kysely'
import type { Database } from '#db/database.ts'
import { among } from '#db/text.ts'
import { invalid, refused, type Problems } from '#contract/errors.ts'
import type { RequestContext } from '#contract/scopes.ts'
import { lookup } from '#crud/lookup.ts'
import { unallocatedOf } from '#modules/order/index.ts'
import { selfAndAbove } from '#modules/part/index.ts'
import { isInStock, type StockItem } from '#modules/stock/index.ts'
import { DONE } from '#framework/tasks.ts'
import { quantityText, sumQuantity } from '#framework/decimals.ts'
import { buildAction } from './action.ts'
import { buildAllocations, consume, giveBack } from './consume.ts'
import { fitter } from './fitting.ts'

/** Stock items by primary key. */
const itemsOf = (db: Database, ids: Iterable<number>): Promise<Map<number, StockItem>> =>
  lookup(ids, async (keys) =>
    (await db.selectFrom('stock_item').selectAll().where('id', 'in', among(keys)).execute()).map((item) => [
      item.id,
      item
    ])
  )

/** What lines of orders want. */
const linesOf = (db: Database, ids: Iterable<number>) =>
  lookup(ids, async (keys) =>
    (
      await sql<{
        id: number
        build_id: number
        part_id: number
        inherited: number
        trackable: number
        consumable: number
      }>`select l.id, l.build_id, i.part_id, i.inherited, c.trackable,
    case when i.consumable = 1 or c.consumable = 1 then 1 else 0 end as consumable
    from build_line l join bom_item i on i.id = l.bom_item_id join part c on c.id = i.sub_part_id where l.id in ${among(keys)}`.execute(
        db
      )
    ).rows.map((line) => [line.id, line])
  )

const known = <V>(values: readonly (V | null | undefined)[]) =>
  values.filter((value) => value !== undefined && value !== null)

/** Adds to what is allocated of a stock item to a line and an output, or allocates it anew. */
async function add(
  db: Database,
  rows: { build_line: number; stock_item: number; quantity: number; output: number | null }[]
): Promise<void> {
  const keyOf = (...parts: (number | null)[]) => parts.join(' ')
  const there = new Map(
    (
      await db
        .selectFrom('build_item')
        .selectAll()
        .where('build_line_id', 'in', among(rows.map((row) => row.build_line)))
        .orderBy('id', 'desc')
        .execute()
    ).map(({ id, quantity, ...row }) => [
      keyOf(row.build_line_id, row.stock_item_id, row.install_into_id),
      { id, quantity }
    ])
  )
  for (const { build_line, stock_item, quantity, output } of rows) {
    const key = keyOf(build_line, stock_item, output)
    const known = there.get(key)
    const sum = sumQuantity((known?.quantity ?? 0) + quantity)
    if (known) await db.updateTable('build_item').set({ quantity: sum }).where('id', '=', known.id).execute()
    const { id } =
      known ??
      (await db
        .insertInto('build_item')
        .values({ build_line_id: build_line, stock_item_id: stock_item, quantity, install_into_id: output })
        .returning('id')
        .executeTakeFirstOrThrow())
    there.set(key, { id, quantity: sum })
  }
}

const allocate = buildAction<'build_allocate_create', 201>(
  201,
  async (_order, call) => {
    const {
      db,
      body: { items: rows }
    } = call
    if (rows.length === 0) throw refused('Allocation items must be provided')
    const lines = await linesOf(
      db,
      rows.map((row) => row.build_line)
    )
    const items = await itemsOf(
      db,
      rows.map((row) => row.stock_item)
    )
    const free = await unallocatedOf(db, items.keys())
    const fits = await fitter(db, [...lines.keys()])
    const over = (item: number) => `Available quantity (${free.get(item)!}) exceeded`
    const problems: Problems[] = []
    for (const { build_line, stock_item, quantity, output } of rows) {
      const line = lines.get(build_line)!
      const item = items.get(stock_item)!
      problems.push(
        !fits(line.id, item.part_id)
          ? { stock_item: ['Selected stock item does not match BOM line'] }
          : quantity > free.get(stock_item)!
            ? { quantity: [over(stock_item)] }
            : item.serial && quantity !== 1
              ? { quantity: ['Quantity must be 1 for serialized stock'] }
              : line.trackable && !output
                ? { output: ['Build output must be specified for allocation of tracked parts'] }
                : !line.trackable && output
                  ? { output: ['Build output cannot be specified for allocation of untracked parts'] }
                  : {}
      )
    }
    if (problems.some((problem) => Object.keys(problem).length)) throw invalid({ items: problems })
    for (const [item, wanted] of Map.groupBy(rows, (row) => row.stock_item)) {
      if (sumQuantity(wanted.reduce((sum, { quantity }) => sum + quantity, 0)) > free.get(item)!)
        throw invalid({ quantity: [over(item)] })
    }
    await add(
      db,
      rows
        .filter((row) => !lines.get(row.build_line)!.consumable)
        .map((row) => ({ ...row, output: row.output ?? null }))
    )
    return {
      items: rows.map(({ build_line, stock_item, quantity, output = null }) => ({
        build_line,
        stock_item,
        quantity: quantityText(quantity),
        output
      }))
    }
  },
  async (order, { db }, { items: rows = [] }, addError) => {
    const lines = await linesOf(db, known(rows.map((row) => row.build_line)))
    const items = await itemsOf(db, known(rows.map((row) => row.stock_item)))
    const templates = new Set(
      (await db.selectFrom('part').select('id').where('id', 'in', selfAndAbove(order.part_id)).execute()).map(
        ({ id }) => id
      )
    )
    for (const [at, row] of rows.entries()) {
      const say = (field: string, message: string) => addError(['items', { at, of: rows.length }, field], message)
      const line = row.build_line === undefined ? undefined : lines.get(row.build_line)
      if (line && line.part_id !== order.part_id && !(line.inherited && templates.has(line.part_id)))
        say('build_line', 'bom_item.part must point to the same part as the build order')
      else if (line && line.build_id !== order.id) say('build_line', 'Build line must point to the correct build order')
      const item = row.stock_item === undefined ? undefined : items.get(row.stock_item)
      if (item && !isInStock(item)) say('stock_item', 'Item must be in stock')
      if (row.quantity === 0) say('quantity', 'Quantity must be greater than zero')
    }
  }
)

const unallocate = buildAction<'build_unallocate_create', 201>(
  201,
  async (order, call) => {
    const { build_line = null, output = null } = call.body ?? {}
    const all = await buildAllocations(call, order.id, { ...(build_line === null ? {} : { lines: [build_line] }) })
    await giveBack(
      call,
      all.filter((one) => one.output === output)
    )
    return { build_line, output }
  },
  async (order, { db }, { output }, addError) => {
    const item = output ? (await itemsOf(db, [output])).get(output) : undefined
    if (item?.is_building && item.build_id !== order.id)
      addError(['output'], 'Build output must point to the same build')
  }
)

const ofOther = (what: string) => `Build ${what} must point to the correct build order`
const twice = (keys: number[]) => new Set(keys).size < keys.length

/** What is wrong with what an order shall use up, beyond single rows. */
function refuseInvalid(
  order: number,
  items: number[],
  lines: number[],
  owners: { items: Map<number, number>; lines: Map<number, number> }
): void {
  const problems: Problems = {}
  if (items.some((id) => owners.items.get(id) !== order)) problems.items = [ofOther('item')]
  else if (twice(items)) problems.items = ['Duplicate build item allocation']
  if (lines.some((id) => owners.lines.get(id) !== order)) problems.lines = [ofOther('line')]
  else if (twice(lines)) problems.lines = ['Duplicate build line allocation']
  if (Object.keys(problems).length) throw invalid(problems)
}

/** How much is allocated, and to which order, by primary key of the allocation. */
const allocatedToLine = async (db: Database, ids: readonly number[]) =>
  lookup(ids, async (keys) =>
    (
      await db
        .selectFrom('build_item')
        .leftJoin('build_line', 'build_line.id', 'build_line_id')
        .select(['build_item.id', 'build_item.quantity', 'build_id'])
        .where('build_item.id', 'in', among(keys))
        .execute()
    ).map((row) => [row.id, row])
  )

const useUp = buildAction<'build_consume_create', 200>(
  200,
  async (order, call) => {
    const {
      db,
      body: { items = [], lines = [], notes }
    } = call
    if (items.length + lines.length === 0) throw refused('At least one item or line must be provided')
    const [asked, whole] = [items.map((row) => row.build_item), lines.map((row) => row.build_line)]
    refuseInvalid(order.id, asked, whole, {
      items: new Map([...(await allocatedToLine(db, asked))].map(([id, row]) => [id, row.build_id ?? -1])),
      lines: new Map([...(await linesOf(db, whole))].map(([id, row]) => [id, row.build_id]))
    })
    const amounts = new Map(items.map((row) => [row.build_item, row.quantity]))
    await consume(
      call,
      order,
      (await buildAllocations(call, order.id, { ids: asked })).map((one) => ({ ...one, amount: amounts.get(one.id)! })),
      notes
    )
    await consume(call, order, await buildAllocations(call, order.id, { lines: whole }), notes)
    return DONE
  },
  async (_order: unknown, { db }: RequestContext, { items = [] }, addError) => {
    const there = await allocatedToLine(db, known(items.map((row) => row.build_item)))
    for (const [at, { build_item: key, quantity }] of items.entries()) {
      const most = key === undefined ? undefined : there.get(key)?.quantity
      if (quantity === 0)
        addError(['items', { at, of: items.length }, 'quantity'], 'Quantity must be greater than zero')
      else if (most !== undefined && quantity !== undefined && quantity > most)
        addError(['items', { at, of: items.length }, 'quantity'], 'Consumed quantity exceeds allocated quantity')
    }
  }
)

/** What is done by hand with the stock that an order needs. */
export const allocationOperations = {
  build_allocate_create: allocate,
  build_unallocate_create: unallocate,
  build_consume_create: useUp
}
