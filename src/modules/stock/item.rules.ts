import { decimalProblem } from '#contract/digits.ts'
import { invalid, refused } from '#contract/errors.ts'
import type { Change } from '#crud/definition.ts'
import { baseCurrency, money } from '#modules/currency/index.ts'
import { namer, variantsOf } from '#modules/part/index.ts'
import { now } from '#framework/time.ts'
import { KnownForItems } from './item.known.ts'
import { storedSerial } from './serials.ts'
import { stateDeltas, stateOf } from './status.ts'
import { trackItem, TRACKING } from './tracking.ts'

export type ItemChange = Change<'stock', 'stock_item'>

/** What a column is going to hold. */
function next({ before, values }: ItemChange) {
  return <K extends keyof NonNullable<typeof before>>(column: K): NonNullable<typeof before>[K] | undefined =>
    (Object.hasOwn(values, column) ? values[column as keyof typeof values] : before?.[column]) as
      | NonNullable<typeof before>[K]
      | undefined
}

/**
 * The state of an item: `status` gives a built-in one, that of an own state where such a key is sent, `status_custom_key`
 * either. An own state that is gone, or fits the built-in one no longer, falls away
 * (docs/behaviour/status.md#state-of-a-stock-item).
 */
async function setState({ before, body, values }: ItemChange, known: KnownForItems): Promise<void> {
  const own = await known.states
  if (body.status !== undefined) {
    const found = stateOf(body.status, own)
    if (!found) throw invalid({ status: ['Invalid choice'] })
    Object.assign(values, { status: found.status, status_custom_key: null })
  }
  if (body.status_custom_key === null) values.status_custom_key = null
  else if (body.status_custom_key !== undefined) {
    const found = stateOf(body.status_custom_key, own)
    if (!found) throw invalid({ status_custom_key: ['Invalid choice'] })
    Object.assign(values, found)
  }
  const key =
    (values.status_custom_key === undefined
      ? before?.status_custom_key
      : (values.status_custom_key as number | null)) ?? null
  if (key !== null && own.get(key)?.logical !== (values.status ?? before?.status)) values.status_custom_key = null
}

/** One serial number, once in its scope, for one piece (docs/behaviour/stock.md#fields). */
async function checkSerial(change: ItemChange, known: KnownForItems): Promise<void> {
  const { context, db, before, values } = change
  const at = next(change)
  const serial = at('serial')
  if (values.serial !== undefined) Object.assign(values, storedSerial(serial ?? ''), { serial })
  if (!serial) return
  if (values.serial !== undefined || values.part_id !== undefined) {
    const duplicate = await db
      .selectFrom('stock_item')
      .select('id')
      .where('part_id', '=', at('part_id')!)
      .where('serial', '=', serial)
      .where('id', '!=', before?.id ?? -1)
      .executeTakeFirst()
    if (duplicate) throw refused('The fields part, serial must make a unique set.')
  }
  if (
    before?.serial &&
    values.serial !== undefined &&
    serial !== before.serial &&
    !context.settings.flag('STOCK_ALLOW_EDIT_SERIAL')
  ) {
    throw invalid({
      serial: ['Editing of serial numbers is not allowed - this item has already been assigned a serial number']
    })
  }
  const quantity = at('quantity')!
  if (quantity > 1) {
    throw invalid({
      quantity: ['Quantity must be 1 for item with a serial number'],
      serial: ['Serial number cannot be set if quantity greater than 1']
    })
  }
  if (quantity === 0) values.quantity = 1
  // Also a number that does not change: how far it must be the only one, settings say.
  if (await known.isUsed(context.settings, at('part_id')!, serial, before?.id))
    throw invalid({ serial: [`Stock item with this serial number already exists: ${serial}`] })
  // A new item keeps what it was given; from its first change on it stays.
  if (before) values.delete_on_deplete = 0
}

function checkAmounts({ context, body, values, replace }: ItemChange): void {
  if (replace && body.purchase_price_currency === undefined)
    values.purchase_price_currency = baseCurrency(context.settings)
  if (body.purchase_price) values.purchase_price = money('purchase_price', body.purchase_price)
  const { quantity } = body
  if (quantity === undefined) return
  if (quantity < 0)
    throw invalid({
      quantity: ['Ensure this value is greater than or equal to 0.', 'Quantity must be greater than zero']
    })
  const problem = decimalProblem(quantity, 15, 5)
  if (problem) throw invalid({ quantity: [problem] })
}

/** That what an item points at fits its part. */
async function checkRelations(change: ItemChange, known: KnownForItems): Promise<void> {
  const { context, db, before } = change
  const at = next(change)
  const location = at('location_id')
  if (location) {
    const { structural } = (await known.locations.get(location))!
    if (structural) throw invalid({ location: ['Stock items cannot be located into structural stock locations!'] })
  }
  const part = (await known.parts.get(at('part_id')!))!
  if (part.trackable && !Number.isInteger(at('quantity')))
    throw invalid({ quantity: ['Quantity must be integer value for trackable parts'] })
  if (part.virtual) throw invalid({ part: ['Stock item cannot be created for virtual parts'] })
  const bought = at('supplier_part_id')
  const other = bought && (await known.bought.get(bought))
  if (other && other.id !== part.id) {
    const named = (one: Pick<typeof other, 'name' | 'IPN' | 'revision' | 'description'>) =>
      `${namer(context.settings)(one)} - ${one.description}`
    throw invalid({ supplier_part: [`Part type ('${named(other)}') must be ${named(part)}`] })
  }
  if (before && at('belongs_to_id') === before.id) throw invalid({ belongs_to: ['Item cannot belong to itself'] })
  const build = at('build_id')
  if (at('is_building') && !build) throw invalid({ build: ['Item must have a build reference if is_building=True'] })
  const made = build && (await known.builds.get(build))
  if (
    made &&
    made.part_id !== part.id &&
    !(await db
      .selectFrom('part')
      .select('id')
      .where('id', '=', part.id)
      .where('id', 'in', variantsOf(made.part_id))
      .executeTakeFirst())
  ) {
    throw invalid({ build: ['Build reference does not point to the same part object'] })
  }
}

/**
 * The rules of a stock item, in the order in which the API tells of them.
 *
 * @param known what was read for several items that are written together
 * @throws 400 with the first rule that is broken
 */
export async function checkItem(change: ItemChange, known = new KnownForItems(change.db)): Promise<void> {
  if (change.replace && change.body.serial === undefined) change.values.serial = null
  await setState(change, known)
  checkAmounts(change)
  await checkSerial(change, known)
  await checkRelations(change, known)
  change.values.updated = now()
  if (!change.before) change.values.creation_date = change.values.updated
}

/** Enters into the tracking that the state of an item has changed; nothing else that a change does leaves a trace. */
export async function trackState({ context, db, before }: ItemChange, id: number): Promise<void> {
  if (!before) return
  const after = await db
    .selectFrom('stock_item')
    .select(['part_id', 'status', 'status_custom_key'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (after.status === before.status) return
  await trackItem({ ...context, db }, TRACKING.edited, { id, part_id: after.part_id }, stateDeltas(before, after))
}
