import { invalid, missingKey, notFound } from '#contract/errors.ts'
import type { RequestContext } from '#contract/scopes.ts'
import { withValidation, type Handler } from '#contract/types.ts'
import { transact } from '#db/transaction.ts'
import { usableIn } from '#modules/bom/index.ts'
import { refuseStructural } from './adjust.ts'
import { installedIn, isInStock, type StockItem } from './item.queries.ts'
import { itemAt, saveItem } from './item.save.ts'
import { extraChanges, splitItem } from './split.ts'
import type { StockState } from './status.ts'
import { trackItem, TRACKING, type Reason } from './tracking.ts'

/** The stock item that the path names. */
export async function findItem(context: RequestContext & { path: { id: number } }): Promise<StockItem> {
  const item = await itemAt(context.db, context.path.id)
  if (!item) throw notFound('StockItem')
  return item
}

/**
 * Puts stock into an item; less than all of it is split off first (docs/behaviour/stock-actions.md#install). Whether it
 * fits is up to the caller.
 *
 * @param context inside a transaction
 * @param reason what it says beside the notes is told of the part alone
 * @returns what is installed now
 * @throws 400 where the assembly is in it
 */
async function installItem(
  context: RequestContext,
  assembly: StockItem,
  item: StockItem,
  quantity: number,
  reason: Reason = {}
): Promise<StockItem> {
  const split = await splitItem(context, item, quantity, {}, reason)
  const part = split?.piece ?? item
  if ((await installedIn(context.db, [part.id])).includes(assembly.id))
    throw invalid({ belongs_to: ['Item cannot belong to itself'] })
  const installed = await saveItem(context, part, { belongs_to_id: assembly.id, location_id: null })
  await trackItem(
    context,
    TRACKING.installedInto,
    installed,
    { stockitem: assembly.id, quantity: installed.quantity },
    reason
  )
  await trackItem(
    context,
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
 * @param context inside a transaction
 * @param state the state it gets, if another one
 */
export async function uninstallItem(
  context: RequestContext,
  item: StockItem,
  location: number | null,
  reason: Reason = {},
  state?: StockState
): Promise<void> {
  const assembly = item.belongs_to_id === null ? undefined : await itemAt(context.db, item.belongs_to_id)
  if (!assembly) return
  await trackItem(context, TRACKING.componentRemoved, assembly, { stockitem: item.id, quantity: item.quantity }, reason)
  const { values, deltas } = extraChanges(item, { state })
  const free = await saveItem(context, item, {
    ...values,
    belongs_to_id: null,
    consumed_by_id: null,
    location_id: location
  })
  await trackItem(
    context,
    TRACKING.removedFrom,
    free,
    { stockitem: assembly.id, quantity: free.quantity, ...deltas },
    reason
  )
}

const install: Handler<'stock_install_create'> = withValidation<'stock_install_create'>(
  async (context, { stock_item }, addError) => {
    const assembly = await findItem(context)
    if (stock_item === undefined) return
    const item = await itemAt(context.db, stock_item)
    if (!item) return addError(['stock_item'], missingKey(stock_item))
    const fits = async () =>
      !context.settings.flag('STOCK_ENFORCE_BOM_INSTALLATION') ||
      (await context.db
        .selectFrom('part')
        .select('id')
        .where('id', '=', item.part_id)
        .where('id', 'in', usableIn(assembly.part_id))
        .executeTakeFirst())
    if (!isInStock(item)) addError(['stock_item'], 'Stock item is unavailable')
    else if (!(await fits())) addError(['stock_item'], 'Selected part is not in the Bill of Materials')
  },
  async (call, send, revalidate) => {
    const { stock_item, quantity = 1, note } = call.body
    await transact(call.db, async (db) => {
      const inner = { ...call, db }
      await revalidate(inner)
      const assembly = await findItem(inner)
      const item = (await itemAt(db, stock_item))!
      if (quantity > item.quantity)
        throw invalid({ quantity: ['Quantity to install must not exceed available quantity'] })
      await installItem(inner, assembly, item, quantity, { notes: note })
    })
    return send(201, { stock_item, quantity, ...(note === undefined ? {} : { note }) })
  }
)

const uninstall = withValidation<'stock_uninstall_create'>(
  (context, { location }, addError) => refuseStructural(context, location, addError, 'location'),
  async (call, send, revalidate) => {
    const { location, note } = call.body
    await transact(call.db, async (db) => {
      const inner = { ...call, db }
      const item = await itemAt(db, call.path.id)
      if (!item) throw invalid(['No stock item provided'])
      await revalidate(inner)
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
