import { refused } from '#contract/errors.ts'
import type { RequestContext } from '#contract/scopes.ts'
import { withValidation, type Body } from '#contract/types.ts'
import type { Database } from '#db/database.ts'
import { transact } from '#db/transaction.ts'
import { bomLines, linesUsing, type BomLine } from '#modules/bom/index.ts'
import { enabledCurrencies, baseCurrency } from '#modules/currency/index.ts'
import { StockStatus, type CustomState } from '#modules/status/index.ts'
import { uninstallItem } from './install.ts'
import { isInStock, isSerialized, type StockItem } from './item.queries.ts'
import { insertItem, itemAt, saveItem } from './item.save.ts'
import { stockItem } from './item.ts'
import { keyOf, stockCustomStates, stateOf } from './status.ts'
import { trackItem, TRACKING, type Reason } from './tracking.ts'
import { notAChoice } from '#contract/text.ts'
import { quantityText, roundPrice, roundQuantity } from '#framework/decimals.ts'

type Wanted = Body<'stock_disassemble_create'>
type Sent = Wanted['items'][number]

/** A line that was sent, with the line of the BOM that it names; `left` is what is still to be made of it. */
interface Part {
  sent: Sent
  line: BomLine
  left: number
}

/** The lines that were sent, each of the BOM of the item's part and none twice. */
async function partsOf(db: Database, item: StockItem, sent: readonly Sent[]): Promise<Part[]> {
  const lines = new Map((await bomLines(db, [item.part_id])).get(item.part_id)!.map((line) => [line.id, line]))
  const parts = sent.map((one) => ({ sent: one, line: lines.get(one.bom_item), left: one.quantity }))
  const never = new Set(
    (
      await db
        .selectFrom('part')
        .select('id')
        .where(
          'id',
          'in',
          [...lines.values()].map((line) => line.sub_part_id)
        )
        .where((eb) => eb.or([eb('consumable', '=', 1), eb('virtual', '=', 1)]))
        .execute()
    ).map(({ id }) => id)
  )
  if (
    !parts.every(
      (part): part is Part => part.line !== undefined && !part.line.consumable && !never.has(part.line.sub_part_id)
    )
  ) {
    throw refused('BOM item is not valid for the selected stock item')
  }
  if (new Set(sent.map((one) => one.bom_item)).size < sent.length) throw refused('Duplicate BOM items provided')
  return parts
}

/** What is installed comes out, and counts towards the first line that it fits. */
async function removeInstalled(
  context: RequestContext,
  item: StockItem,
  parts: Part[],
  place: (part?: Part) => number | null,
  own: ReadonlyMap<number, CustomState>,
  reason: Reason
): Promise<number[]> {
  const { db } = context
  const installed = await db
    .selectFrom('stock_item')
    .selectAll()
    .where('belongs_to_id', '=', item.id)
    .orderBy('id')
    .execute()
  const fitting = new Map<number, Set<number>>()
  for (const id of new Set(installed.map((one) => one.part_id))) {
    fitting.set(
      id,
      new Set(
        (await db.selectFrom('bom_item').select('id').where('id', 'in', linesUsing(id)).execute()).map(
          (line) => line.id
        )
      )
    )
  }
  for (const one of installed) {
    const part = parts.find(({ line }) => fitting.get(one.part_id)!.has(line.id))
    if (part) part.left = Math.max(0, roundQuantity(part.left - one.quantity))
    await uninstallItem(context, one, place(part), reason, part && stateOf(part.sent.status, own))
  }
  return installed.map(({ id }) => id)
}

/**
 * What one of each line costs: what was said, or else a share of what the disassembled items cost, by the prices of the
 * parts where all of them have one, and by quantity where not (docs/behaviour/stock-actions.md#disassemble).
 */
async function pricesOf(
  { db, settings }: RequestContext,
  item: StockItem,
  quantity: number,
  parts: readonly Part[]
): Promise<Pick<StockItem, 'purchase_price' | 'purchase_price_currency'>[]> {
  const base = baseCurrency(settings)
  if (item.purchase_price === null || parts.some(({ sent }) => typeof sent.purchase_price === 'number')) {
    return parts.map(({ sent }) => ({
      purchase_price: sent.purchase_price ?? null,
      purchase_price_currency: sent.purchase_price_currency ?? base
    }))
  }
  const ranges = new Map(
    (
      await db
        .selectFrom('part_pricing')
        .select(['part_id', 'overall_min', 'overall_max'])
        .where(
          'part_id',
          'in',
          parts.map(({ line }) => line.sub_part_id)
        )
        .execute()
    ).map((row) => [row.part_id, row])
  )
  const means = parts.map(({ line }) => {
    const { overall_min: min = null, overall_max: max = null } = ranges.get(line.sub_part_id) ?? {}
    return min === null && max === null ? null : ((min ?? max!) + (max ?? min!)) / 2
  })
  const each = means.every((mean) => mean !== null && mean > 0) ? (means as number[]) : parts.map(() => 1)
  const whole = parts.reduce((sum, { left }, at) => sum + left * each[at]!, 0)
  return each.map((mean) => ({
    purchase_price: roundPrice((item.purchase_price! * quantity * mean) / whole),
    purchase_price_currency: item.purchase_price_currency || base
  }))
}

/** What is made of the lines. */
async function make(
  context: RequestContext,
  item: StockItem,
  quantity: number,
  parts: Part[],
  place: (part?: Part) => number | null,
  own: ReadonlyMap<number, CustomState>,
  reason: Reason
): Promise<number[]> {
  const open = parts.filter(({ left }) => left > 0)
  const prices = open.length ? await pricesOf(context, item, quantity, open) : []
  const origin = {
    ...(item.build_id === null ? {} : { buildorder: item.build_id }),
    ...(item.purchase_order_id === null ? {} : { purchaseorder: item.purchase_order_id })
  }
  const made: number[] = []
  for (const [at, part] of open.entries()) {
    const piece = await insertItem(context, {
      part_id: part.line.sub_part_id,
      quantity: part.left,
      parent_id: item.id,
      location_id: place(part),
      batch: item.batch,
      purchase_order_id: item.purchase_order_id,
      delete_on_deplete: context.settings.flag('STOCK_DELETE_DEPLETED_DEFAULT') ? 1 : 0,
      metadata: '{}',
      ...stateOf(part.sent.status, own),
      ...prices[at]!
    })
    await trackItem(
      context,
      TRACKING.fromDisassembly,
      piece,
      { stockitem: item.id, quantity: piece.quantity, ...origin },
      reason
    )
    made.push(piece.id)
  }
  return made
}

/** What was taken apart is less now; a piece with a serial number is one still, but destroyed. */
async function shrink(context: RequestContext, item: StockItem, quantity: number, reason: Reason): Promise<void> {
  if (isSerialized(item)) {
    const after = await saveItem(context, item, { status: StockStatus.DESTROYED, status_custom_key: null })
    return await trackItem(
      context,
      TRACKING.disassembled,
      after,
      { removed: quantity, status: StockStatus.DESTROYED, old_status: keyOf(item) },
      reason
    )
  }
  const after = await saveItem(context, item, { quantity: roundQuantity(item.quantity - quantity) })
  await trackItem(context, TRACKING.disassembled, after, { removed: quantity, quantity: after.quantity }, reason)
}

/** Why a quantity of an item cannot be taken apart; undefined where it can. */
async function quantityProblem(db: Database, id: number, quantity: number): Promise<string | undefined> {
  const item = await itemAt(db, id)
  if (!item) return 'No stock item provided'
  if (quantity <= 0) return 'Quantity must be greater than zero'
  if (quantity > item.quantity)
    return `Quantity must not exceed available stock quantity (${quantityText(item.quantity)})`
  if (quantity === item.quantity) return undefined
  if (isSerialized(item)) return 'Serialized stock item must be disassembled in its entirety'
  const holds = await db
    .selectFrom('stock_item')
    .select('id')
    .where('belongs_to_id', '=', id)
    .limit(1)
    .executeTakeFirst()
  return holds && 'Stock item with installed items must be disassembled in its entirety'
}

/** Takes stock apart into what its BOM lists (docs/behaviour/stock-actions.md#disassemble). */
export const disassemble = withValidation<'stock_disassemble_create'>(
  async ({ db, settings, path }, { quantity, items = [] }, addError) => {
    const problem = quantity === undefined ? undefined : await quantityProblem(db, path.id, quantity)
    if (problem) addError(['quantity'], problem)
    const own = await stockCustomStates(db)
    const codes = enabledCurrencies(settings)
    for (const [at, { quantity: some, status, purchase_price_currency: code }] of items.entries()) {
      const step = { at, of: items.length }
      if (some === 0) addError(['items', step, 'quantity'], 'Quantity must be greater than zero')
      if (status !== undefined && !stateOf(status, own))
        addError(['items', step, 'status'], status === null ? 'This field may not be null.' : notAChoice(status))
      if (code !== undefined && !codes.includes(code))
        addError(['items', step, 'purchase_price_currency'], `"${code}" is not a valid choice.`)
    }
  },
  async (call, send, revalidate) => {
    const { quantity, items, location, notes } = call.body
    if (items.length === 0) throw refused('Line items must be provided')
    return send(
      201,
      await transact(call.db, async (db) => {
        const inner = { ...call, db }
        await revalidate(inner)
        const item = (await itemAt(db, call.path.id))!
        if (!isInStock(item)) throw refused('Stock item is unavailable')
        const parts = await partsOf(db, item, items)
        const place = (part?: Part) => part?.sent.location ?? location ?? item.location_id
        const own = await stockCustomStates(db)
        const out = await removeInstalled(inner, item, parts, place, own, { notes })
        const made = await make(inner, item, quantity, parts, place, own, { notes })
        await shrink(inner, item, quantity, { notes })
        const shown = await stockItem.read(inner, [...out, ...made], { written: true })
        return [...shown].sort(([one], [other]) => one - other).map(([, piece]) => piece)
      })
    )
  }
)
