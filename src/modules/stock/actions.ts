import { sql } from 'kysely'
import { invalid, missingKey, refused } from '#contract/errors.ts'
import { signedIn } from '#contract/scopes.ts'
import { withValidation } from '#contract/types.ts'
import { lookup } from '#crud/lookup.ts'
import { writesMany } from '#db/limit.ts'
import { transact } from '#db/transaction.ts'
import { problemAt } from './adjust.ts'
import { isInStock } from './item.queries.ts'
import { inTurn, itemsOf, saveItems } from './item.save.ts'
import { mergeItems, mergeProblem, pairProblem, withInstalled } from './merge.ts'
import { planGiving } from './moves.ts'
import { keyOf, stockCustomStates, stateDeltas, stateOf } from './status.ts'
import { TRACKING } from './tracking.ts'
import { notAChoice } from '#contract/text.ts'
import { StockStatus } from '#modules/status/index.ts'

/** The orders that an item may be promised to, and where that stands. */
const PROMISES = [
  ['sales_order_allocation', 'item_id', 'Item is allocated to a sales order'],
  ['transfer_order_allocation', 'item_id', 'Item is allocated to a transfer order'],
  ['build_item', 'stock_item_id', 'Item is allocated to a build order']
] as const

/** Whole items go to a customer without any order (docs/behaviour/stock-actions.md#assign). */
const assign = withValidation<'stock_assign_create'>(
  async (context, body, addError) => {
    const lines = body.items ?? []
    const keys = lines.map(({ item }) => item).filter((item) => item !== undefined)
    const items = await itemsOf(context, keys)
    const salable = await lookup(
      [...items.values()].map((item) => item.part_id),
      async (parts) =>
        (
          await context.db.selectFrom('part').select('id').where('id', 'in', parts).where('salable', '=', 1).execute()
        ).map(({ id }) => [id, true])
    )
    const promised: { message: string; some: ReadonlyMap<number, boolean> }[] = []
    for (const [table, column, message] of PROMISES) {
      const some = await lookup(keys, async (part) =>
        (
          await sql<{ item: number }>`select ${sql.ref(column)} as item from ${sql.table(table)}
      where ${sql.ref(column)} in (${sql.join(part)})`.execute(context.db)
        ).rows.map(({ item }) => [item, true])
      )
      promised.push({ message, some })
    }
    for (const [at, { item: key }] of lines.entries()) {
      const message = problemAt(items, key, (item) =>
        !isInStock(item)
          ? 'Item must be in stock'
          : !salable.has(item.part_id)
            ? 'Part must be salable'
            : promised.find(({ some }) => some.has(item.id))?.message
      )
      if (message) addError(['items', { at, of: lines.length }, 'item'], message)
    }
    if (body.customer === undefined) return
    const customer = await context.db
      .selectFrom('company')
      .select('is_customer')
      .where('id', '=', body.customer)
      .executeTakeFirst()
    if (!customer) addError(['customer'], missingKey(body.customer))
    else if (!customer.is_customer) addError(['customer'], 'Selected company is not a customer')
  },
  async (call, send, revalidate) => {
    const { items, customer, notes } = call.body
    if (items.length === 0) throw refused('A list of stock items must be provided')
    writesMany()
    await transact(call.db, async (db) => {
      const inner = { ...call, db }
      await revalidate(inner)
      const company = await db
        .selectFrom('company')
        .select(['id', 'name'])
        .where('id', '=', customer)
        .executeTakeFirstOrThrow()
      await inTurn(
        inner,
        items.map(({ item }) => ({ pk: item })),
        (item) => planGiving(inner, item, company, null, { notes })
      )
    })
    return send(201, { items, customer, ...(notes === undefined ? {} : { notes }) })
  }
)

/** The first of several items takes in the others (docs/behaviour/stock-actions.md#merge). */
const merge = withValidation<'stock_merge_create'>(
  async (context, body, addError) => {
    const lines = body.items ?? []
    const items = await itemsOf(
      context,
      lines.map(({ item }) => item)
    )
    const holding = await withInstalled(context.db, [...items.keys()])
    for (const [at, { item: key }] of lines.entries()) {
      const message = problemAt(items, key, (item) => mergeProblem(item, holding))
      if (message) addError(['items', { at, of: lines.length }, 'item'], message)
    }
  },
  async (call, send, revalidate) => {
    const { items, location, ...rest } = call.body
    const keys = items.map(({ item }) => item)
    if (keys.length < 2) throw refused('At least two stock items must be provided')
    if (new Set(keys).size < keys.length) throw refused('Duplicate stock items')
    writesMany()
    await transact(call.db, async (db) => {
      const inner = { ...call, db }
      await revalidate(inner)
      const found = await itemsOf(inner, keys)
      const [base, ...others] = keys.map((key) => found.get(key)!)
      const allow = { suppliers: rest.allow_mismatched_suppliers, states: rest.allow_mismatched_status }
      for (const other of others) {
        const problem = pairProblem(base!, other, allow)
        if (problem) throw refused(problem)
      }
      await mergeItems(inner, base!, others, location, { notes: rest.notes })
    })
    return send(201, { items: keys.map((item, at) => ({ item: at === 0 ? item : null })), location, ...rest })
  }
)

/** Items get a state, whatever else is with them (docs/behaviour/stock-actions.md#change-status). */
const changeStatus = withValidation<'stock_change_status_create'>(
  async (context, { items = [], status }, addError) => {
    const found = await itemsOf(context, items)
    const gone = items.find((key) => !found.has(key))
    if (gone !== undefined) addError(['items'], missingKey(gone))
    if (status !== undefined && !stateOf(status, await stockCustomStates(context.db)))
      addError(['status'], status === null ? 'This field may not be null.' : notAChoice(status))
  },
  async (call, send, revalidate) => {
    const { items, status = StockStatus.OK, note } = call.body
    if (items.length === 0) throw invalid({ items: ['No stock items selected'] })
    const state = stateOf(status, await stockCustomStates(call.db))!
    writesMany()
    await transact(call.db, async (db) => {
      const inner = { ...call, db }
      await revalidate(inner)
      const found = await itemsOf(inner, items)
      const changed = [...new Set(items)].map((key) => found.get(key)!).filter((item) => keyOf(item) !== keyOf(state))
      await saveItems(
        inner,
        changed.map((item) => ({
          item,
          values: state,
          entry: () => ({
            type: TRACKING.edited,
            item: item.id,
            part: null,
            user: signedIn(call).id,
            deltas: stateDeltas(item, state),
            notes: note ?? ''
          })
        }))
      )
    })
    return send(201, { items, status: keyOf(state), ...(note === undefined ? {} : { note }) })
  }
)

/** The other actions on many items at once. */
export const stockActions = {
  stock_assign_create: assign,
  stock_merge_create: merge,
  stock_change_status_create: changeStatus
}
