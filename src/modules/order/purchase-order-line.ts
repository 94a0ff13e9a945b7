import { sql } from 'kysely'
import { invalid } from '#contract/errors.ts'
import { looseFlag } from '#contract/read.ts'
import { signedIn, type RequestContext } from '#contract/scopes.ts'
import { equals, modifier, type Builder, type Change } from '#crud/definition.ts'
import { otherColumn } from '#crud/other-column.ts'
import { resource } from '#crud/resource.ts'
import { buildOrder as build } from '#modules/build/index.ts'
import { listedCost, briefSupplierParts } from '#modules/company/index.ts'
import { MODELS, permits } from '#framework/models.ts'
import { briefParts, pricesChanged } from '#modules/part/index.ts'
import { briefLocations } from '#modules/stock/index.ts'
import { sumPrice, sumQuantity } from '#framework/decimals.ts'
import { baseCurrency, money } from '#modules/currency/index.ts'
import { wantedParts } from './filters.ts'
import { ORDER_COMPLETE, PURCHASE } from './kinds.ts'
import { orderLineDefinition } from './line.ts'
import { purchaseOrder } from './purchase-order.ts'
import { lineTotal } from './total.ts'
import { overdueWhile } from './overdue.ts'

type Line = Builder<'purchase_order_line'>
type LineChange = Change<'order_po_line', 'purchase_order_line'>

const lines = orderLineDefinition(PURCHASE, 'purchase_order_line', 'purchase_price', purchaseOrder.read)
const overdue = overdueWhile<{ target_date: string | null; received: number; quantity: number }>(
  (row) => row.received < row.quantity
)

/** A column of the supplier part, the part, the manufacturer part. */
const ofSupplierPart = (column: string) =>
  otherColumn<string | null>('purchase_order_line', 'part_id', 'supplier_part', column)
const ofPart = (column: string) => (_eb: Line) =>
  sql<
    string | null
  >`(select ${sql.ref(`p.${column}`)} from supplier_part s join part p on p.id = s.part_id where s.id = purchase_order_line.part_id)`
const ofManufacturerPart = (column: string) => (_eb: Line) =>
  sql<
    string | null
  >`(select ${sql.ref(`m.${column}`)} from supplier_part s join manufacturer_part m on m.id = s.manufacturer_part_id where s.id = purchase_order_line.part_id)`

/** Where a line arrives: at its own destination, else at that of the order, else where the part is usually kept. */
const place = () => sql<
  number | null
>`coalesce(purchase_order_line.destination_id, ${lines.ofOrder('destination_id')()},
  (select p.default_location_id from supplier_part s join part p on p.id = s.part_id where s.id = purchase_order_line.part_id))`

const isReceived = sql<boolean>`purchase_order_line.received >= purchase_order_line.quantity`

/**
 * An external build order must make what the line buys, an assembly; settings can ask for one
 * (docs/behaviour/purchase-order.md#lines).
 */
async function checkBuild({ context, db, before, values }: LineChange): Promise<void> {
  const next = (column: 'build_order_id' | 'part_id') =>
    (values[column] === undefined ? (before?.[column] ?? null) : values[column]) as number | null
  const part = await db
    .selectFrom('supplier_part')
    .innerJoin('part', 'part.id', 'supplier_part.part_id')
    .select(['part.id', 'part.assembly'])
    .where('supplier_part.id', '=', next('part_id'))
    .executeTakeFirstOrThrow()
  const build = next('build_order_id')
  if (build === null) {
    if (
      part.assembly &&
      context.settings.flag('BUILDORDER_EXTERNAL_BUILDS') &&
      context.settings.flag('BUILDORDER_EXTERNAL_REQUIRED')
    ) {
      throw invalid({ build_order: ['An external build order is required for assembly parts'] })
    }
    return
  }
  if (!part.assembly) throw invalid({ build_order: ['Build orders can only be linked to assembly parts'] })
  const { part_id } = await db.selectFrom('build').select('part_id').where('id', '=', build).executeTakeFirstOrThrow()
  if (part_id !== part.id) throw invalid({ build_order: ['Build order part must match line item part'] })
}

/**
 * The rules of a line; they look at what was sent, so that a change must name part and order again
 * (docs/behaviour/purchase-order.md#lines).
 */
async function check(change: LineChange): Promise<void> {
  const { context, db, body, values, replace } = change
  if (body.quantity === 0) throw invalid({ quantity: ['Quantity must be greater than zero'] })
  if (typeof body.purchase_price === 'number') values.purchase_price = money('purchase_price', body.purchase_price)
  if (replace && body.purchase_price_currency === undefined)
    values.purchase_price_currency = baseCurrency(context.settings)
  if (typeof body.part !== 'number') throw invalid({ part: ['Supplier part must be specified'] })
  if (body.order === undefined) throw invalid({ order: ['Purchase order must be specified'] })
  const { supplier_id: sells } = await db
    .selectFrom('supplier_part')
    .select('supplier_id')
    .where('id', '=', body.part)
    .executeTakeFirstOrThrow()
  const { supplier_id: asked } = await db
    .selectFrom('purchase_order')
    .select('supplier_id')
    .where('id', '=', body.order)
    .executeTakeFirstOrThrow()
  if (sells !== asked)
    throw invalid({ part: ['Supplier must match purchase order'], order: ['Purchase order must match supplier'] })
  await checkBuild(change)
  await lines.check(change)
}

/**
 * The line that a new one is added to: of the same order, for the same part, day and place. Nothing but its quantity
 * changes.
 */
async function into(change: LineChange): Promise<number | undefined> {
  const { context, db, body, values } = change
  if (!(body.merge_items ?? context.settings.flag('PURCHASEORDER_MERGE_LINE_ITEMS'))) return undefined
  const duplicate = await db
    .selectFrom('purchase_order_line')
    .select(['id', 'quantity'])
    .where('order_id', '=', body.order!)
    .where('part_id', '=', body.part!)
    .where('target_date', 'is not distinct from', body.target_date ?? null)
    .where('destination_id', 'is not distinct from', body.destination ?? null)
    .orderBy('id')
    .executeTakeFirst()
  if (!duplicate) return undefined
  change.values = { quantity: sumQuantity(duplicate.quantity + ((values.quantity as number | undefined) ?? 1)) }
  return duplicate.id
}

/**
 * Takes the price of one from the price breaks of the supplier part, where it has any
 * (docs/behaviour/purchase-order.md#lines).
 */
async function copySupplierPrice({ context, db, before, body, replace }: LineChange, id: number): Promise<void> {
  if (!(body.auto_pricing ?? (before !== null && !replace))) return
  const line = await db
    .selectFrom('purchase_order_line')
    .select(['part_id', 'quantity', 'purchase_price_currency'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const cost = await listedCost(
    db,
    line.part_id!,
    line.quantity,
    line.purchase_price_currency || baseCurrency(context.settings)
  )
  if (cost !== null)
    await db
      .updateTable('purchase_order_line')
      .set({ purchase_price: sumPrice(cost / line.quantity) })
      .where('id', '=', id)
      .execute()
}

/** What was paid on complete orders counts for the prices of parts. */
async function repriced(
  db: LineChange['db'],
  context: RequestContext,
  orders: number[],
  supplierParts: (number | null)[]
): Promise<void> {
  const bought = await db
    .selectFrom('supplier_part')
    .select('part_id')
    .where(
      'id',
      'in',
      supplierParts.filter((id) => id !== null)
    )
    .where((eb) =>
      eb.exists(
        eb.selectFrom('purchase_order').select('id').where('id', 'in', orders).where('status', '=', ORDER_COMPLETE)
      )
    )
    .execute()
  await pricesChanged(
    db,
    context.settings,
    bought.map(({ part_id }) => part_id)
  )
}

/** `auto_pricing` as a change said it; left out after a PATCH that did not, false in all other answers. */
function autoPricing(context: RequestContext, changed: boolean): { auto_pricing?: boolean } {
  if (!changed) return { auto_pricing: false }
  const said = (context.rawBody as { auto_pricing?: unknown } | null)?.auto_pricing
  return said === undefined && context.request.method === 'PATCH' ? {} : { auto_pricing: looseFlag(said) }
}

/**
 * Which of the two details of `part_detail` an answer shows: a read shows both or none, a change the part, a POST
 * neither unless it is asked for (docs/behaviour/lists.md#optional-fields-in-answers).
 */
function details(
  context: RequestContext,
  view: { part_detail: boolean; written: boolean; created: boolean }
): { part: boolean; supplierPart: boolean } {
  const asked = view.written ? looseFlag(context.rawQuery.part_detail) : view.part_detail
  return {
    part: (asked || (view.written && !view.created)) && permits(signedIn(context), 'view', MODELS.part!),
    supplierPart: asked
  }
}

export const purchaseOrderLine = resource('order_po_line', 'purchase_order_line', {
  className: 'PurchaseOrderLineItem',
  options: {
    ...lines.options,
    part_detail: { default: false },
    destination_detail: { default: true, needs: ['stock_location', 'build'] },
    build_order_detail: { default: true, needs: ['build'] }
  },
  computed: {
    sku: ofSupplierPart('SKU'),
    mpn: ofManufacturerPart('MPN'),
    ipn: ofPart('IPN'),
    internal_part: (eb) => ofSupplierPart('part_id')(eb).$castTo<number | null>(),
    internal_part_name: ofPart('name'),
    place
  },
  search: [
    'reference',
    (eb, match) =>
      eb.or(
        [ofPart('name'), ofPart('description'), ofManufacturerPart('MPN'), ofSupplierPart('SKU')].map((value) =>
          match(value(eb))
        )
      )
  ],
  order: {
    MPN: ofManufacturerPart('MPN'),
    part_name: ofPart('name'),
    purchase_price: 'purchase_price',
    quantity: 'quantity',
    received: 'received',
    reference: 'reference',
    SKU: ofSupplierPart('SKU'),
    IPN: ofPart('IPN'),
    target_date: 'target_date',
    order: lines.ofOrder('reference'),
    status: lines.ofOrder('status'),
    complete_date: lines.ofOrder('complete_date'),
    line: [...lines.byLine, ofSupplierPart('SKU')]
  },
  beforeWrite: overdue.beforeWrite,
  defaultOrder: ['id'],
  filters: {
    order: lines.filters.order,
    order_status: lines.filters.order_status,
    order_complete: lines.filters.order_complete,
    part: equals('part_id'),
    base_part: (_eb, part, _call, query) =>
      sql<boolean>`purchase_order_line.part_id in (select s.id from supplier_part s where s.part_id in ${wantedParts(part, query)})`,
    include_variants: modifier,
    pending: lines.filters.order_outstanding,
    received: (_eb, yes) => (yes ? isReceived : sql<boolean>`(not ${isReceived} and ${lines.isOpen})`),
    has_pricing: lines.filters.has_pricing
  },
  embed: async (rows, context, view) => {
    const show = details(context, view)
    return {
      ...(await lines.embed(rows, context, view)),
      parts: show.part
        ? await briefParts(
            context,
            rows.map((row) => row.internal_part)
          )
        : undefined,
      bought: show.supplierPart
        ? await briefSupplierParts(
            context.db,
            rows.map((row) => row.part_id)
          )
        : undefined,
      builds: view.build_order_detail
        ? await build.read(
            context,
            rows.map((row) => row.build_order_id).filter((id) => id !== null)
          )
        : undefined,
      places: await briefLocations(context.db, view.destination_detail ? rows.map((row) => row.place) : [])
    }
  },
  toJSON: (row, also, view, context) => ({
    ...lines.shown(row, also, view),
    discount: row.discount,
    part: row.part_id,
    build_order: row.build_order_id,
    overdue: overdue.of(row, view),
    received: row.received,
    purchase_price: row.purchase_price,
    purchase_price_currency: row.purchase_price_currency || baseCurrency(context.settings),
    ...autoPricing(context, view.written && !view.created),
    destination: row.destination_id,
    total_price: lineTotal(row.quantity, row.purchase_price, row.discount),
    sku: row.sku,
    mpn: row.mpn,
    ipn: row.ipn,
    ...(row.internal_part === null
      ? {}
      : { internal_part: row.internal_part, internal_part_name: row.internal_part_name! }),
    ...(also.builds
      ? { build_order_detail: row.build_order_id === null ? null : also.builds.get(row.build_order_id)! }
      : {}),
    ...(view.destination_detail ? { destination_detail: row.place === null ? null : also.places.get(row.place)! } : {}),
    ...(also.parts ? { part_detail: row.internal_part === null ? null : also.parts.get(row.internal_part)! } : {}),
    ...(also.bought ? { supplier_part_detail: row.part_id === null ? null : also.bought.get(row.part_id)! } : {})
  }),
  write: {
    columns: {
      ...lines.columns,
      discount: 'discount',
      part: 'part_id',
      build_order: 'build_order_id',
      purchase_price: 'purchase_price',
      purchase_price_currency: 'purchase_price_currency',
      destination: 'destination_id',
      auto_pricing: null,
      merge_items: null
    },
    initial: ({ settings }) => ({ purchase_price_currency: baseCurrency(settings) }),
    check,
    into,
    saved: async (change, id) => {
      await copySupplierPrice(change, id)
      await lines.saved(change)
      const { context, db, before, body } = change
      await repriced(
        db,
        context,
        [before?.order_id, body.order].filter((order) => order !== undefined),
        [before?.part_id ?? null, body.part ?? null]
      )
    },
    remove: async (row, db, context) => {
      await lines.remove(row, db, context)
      await repriced(db, context, [row.order_id], [row.part_id])
    }
  }
})
