import { invalid, missingKey, notFound } from '#contract/errors.ts'
import type { Scope } from '#contract/scopes.ts'
import { judging, type Handler } from '#contract/types.ts'
import { transact } from '#db/transaction.ts'
import { usableIn } from '#modules/bom/lines.ts'
import { refuseStructural } from './adjust.ts'
import { installedIn, isInStock, type Item } from './item.queries.ts'
import { itemAt, saveItem } from './item.save.ts'
import { aside, splitItem } from './split.ts'
import type { State } from './status.ts'
import { record, TRACKING, type Reason } from './tracking.ts'

/** The stock item that the path names. */
export async function findItem(call: Scope & { path: { id: number } }): Promise<Item> {
  const item = await itemAt(call.db, call.path.id)
  if (!item) throw notFound('StockItem')
  return item
}

/**
 * Puts stock into an item; less than all of it is split off first (docs/behaviour/stock-actions.md#install). Whether it
 * fits is up to the caller.
 *
 * @param call inside a transaction
 * @param reason what it says beside the notes is told of the part alone
 * @returns what is installed now
 * @throws 400 where the assembly is in it
 */
async function installItem(
  call: Scope,
  assembly: Item,
  item: Item,
  quantity: number,
  reason: Reason = {}
): Promise<Item> {
  const split = await splitItem(call, item, quantity, {}, reason)
  const part = split?.piece ?? item
  if ((await installedIn(call.db, [part.id])).includes(assembly.id))
    throw invalid({ belongs_to: ['Item cannot belong to itself'] })
  const installed = await saveItem(call, part, { belongs_to_id: assembly.id, location_id: null })
  await record(
    call,
    TRACKING.installedInto,
    installed,
    { stockitem: assembly.id, quantity: installed.quantity },
    reason
  )
  await record(
    call,
    TRACKING.componentInstalled,
    assembly,
    { stockitem: installed.id, quantity: installed.quantity },
    { notes: reason.notes }
  )
  return installed
}

/**
 * Takes an item out of the one that it is installed in; one that is not installed stays as it is
 * (docs/behaviour/stock-actions.md#uninstall).
 *
 * @param call inside a transaction
 * @param state the state it gets, if another one
 */
export async function uninstallItem(
  call: Scope,
  item: Item,
  location: number | null,
  reason: Reason = {},
  state?: State
): Promise<void> {
  const assembly = item.belongs_to_id === null ? undefined : await itemAt(call.db, item.belongs_to_id)
  if (!assembly) return
  await record(call, TRACKING.componentRemoved, assembly, { stockitem: item.id, quantity: item.quantity }, reason)
  const { values, deltas } = aside(item, { state })
  const free = await saveItem(call, item, {
    ...values,
    belongs_to_id: null,
    consumed_by_id: null,
    location_id: location
  })
  await record(call, TRACKING.removedFrom, free, { stockitem: assembly.id, quantity: free.quantity, ...deltas }, reason)
}

const install: Handler<'stock_install_create'> = judging<'stock_install_create'>(
  async (call, { stock_item }, wrong) => {
    const assembly = await findItem(call)
    if (stock_item === undefined) return
    const item = await itemAt(call.db, stock_item)
    if (!item) return wrong(['stock_item'], missingKey(stock_item))
    const fits = async () =>
      !call.settings.flag('STOCK_ENFORCE_BOM_INSTALLATION') ||
      (await call.db
        .selectFrom('part')
        .select('id')
        .where('id', '=', item.part_id)
        .where('id', 'in', usableIn(assembly.part_id))
        .executeTakeFirst())
    if (!isInStock(item)) wrong(['stock_item'], 'Stock item is unavailable')
    else if (!(await fits())) wrong(['stock_item'], 'Selected part is not in the Bill of Materials')
  },
  async (call, send, again) => {
    const { stock_item, quantity = 1, note } = call.body
    await transact(call.db, async (db) => {
      const inner = { ...call, db }
      await again(inner)
      const assembly = await findItem(inner)
      const item = (await itemAt(db, stock_item))!
      if (quantity > item.quantity)
        throw invalid({ quantity: ['Quantity to install must not exceed available quantity'] })
      await installItem(inner, assembly, item, quantity, { notes: note })
    })
    return send(201, { stock_item, quantity, ...(note === undefined ? {} : { note }) })
  }
)

const uninstall = judging<'stock_uninstall_create'>(
  (call, { location }, wrong) => refuseStructural(call, location, wrong, 'location'),
  async (call, send, again) => {
    const { location, note } = call.body
    await transact(call.db, async (db) => {
      const inner = { ...call, db }
      const item = await itemAt(db, call.path.id)
      if (!item) throw invalid(['No stock item provided'])
      await again(inner)
      await uninstallItem(inner, item, location, { notes: note })
    })
    return send(201, { location, ...(note === undefined ? {} : { note }) })
  }
)

/** Installing stock in an item, and taking it out. */
export const installation = {
  stock_install_create: Object.assign(install, { find: findItem }),
  stock_uninstall_create: uninstall
}
