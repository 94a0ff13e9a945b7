// What records show of others: declared here, and nowhere else. The triggers that keep it, its first fill and the check
// are made of this. A change needs a migration that makes the triggers anew (`keepAmounts`) and fills the columns.

/** The rows of other tables of which something is added up. */
export interface SumSource {
  /** The tables, by the names that the conditions give them. */
  readonly rows: Readonly<Record<string, string>>
  /** The column that holds the key of the record whose amount it is. */
  readonly of: string
  /** What of a row is added up. */
  readonly sum: string
  /** What must hold; how the tables hang together stands here too. */
  readonly where: readonly string[]
}

/** A column that holds a sum. One table occurs once in a source. */
export interface SumColumn {
  readonly table: string
  readonly column: string
  /** How many places a sum has; 0 for what is counted. */
  readonly places: number
  readonly sources: readonly SumSource[]
}

/** A column that holds what another one comes to in all records below, in a tree of records of the same table. */
export interface Rollup {
  readonly table: string
  readonly column: string
  readonly places: number
  readonly of: string
  /** The column that names the record above. */
  readonly above: string
}

/**
 * Quantities have five places. What is counted in packs has eight, though their sizes have ten (src/framework/decimals.ts):
 * SQLite keeps binary fractions, which do not hold ten places of millions, so that a trace would be left of what has come.
 */
const [QUANTITY, PACK] = [5, 8]

/** The states of src/modules/status/groups.ts; a test holds the two together. */
export const STATES = {
  usableStock: [10, 50, 55, 85],
  activeBuilds: [10, 20, 25],
  openPurchases: [10, 20, 25],
  openSales: [10, 15, 20, 25]
} as const
/** A sum as a column holds it: without the trace that binary fractions leave; what is counted has none. */
export const rounded = (sum: string, places: number): string => (places ? `round(${sum}, ${places})` : sum)

const among = (column: string, states: readonly number[]) => `${column} in (${states.join(', ')})`

/** The signs keep SQLite from looking for empty columns, which are most of them: it shall go by what joins the tables. */
const USABLE = [
  's.quantity > 0',
  '+s.sales_order_id is null',
  '+s.belongs_to_id is null',
  '+s.customer_id is null',
  '+s.consumed_by_id is null',
  '+s.is_building = 0',
  among('+s.status', STATES.usableStock)
]
const ACTIVE = among('b.status', STATES.activeBuilds)

const sums = (table: string, column: string, ...sources: SumSource[]): SumColumn => ({
  table,
  column,
  places: QUANTITY,
  sources
})
const counts = (table: string, column: string, source: Omit<SumSource, 'sum'>): SumColumn => ({
  table,
  column,
  places: 0,
  sources: [{ ...source, sum: '1' }]
})

const soldOf = {
  rows: { a: 'sales_order_allocation', s: 'stock_item', l: 'sales_order_line', o: 'sales_order' },
  of: 's.part_id',
  sum: 'a.quantity',
  where: ['s.id = a.item_id', 'l.id = a.line_id', 'o.id = l.order_id', among('o.status', STATES.openSales)]
}

/** See docs/behaviour/part.md#quantities, docs/behaviour/category.md and docs/behaviour/location.md. */
export const AMOUNTS: readonly SumColumn[] = [
  sums('part', 'in_stock', { rows: { s: 'stock_item' }, of: 's.part_id', sum: 's.quantity', where: USABLE }),
  counts('part', 'stock_item_count', { rows: { s: 'stock_item' }, of: 's.part_id', where: [] }),
  sums('part', 'external_stock', {
    rows: { s: 'stock_item', place: 'stock_location' },
    of: 's.part_id',
    sum: 's.quantity',
    where: ['place.id = s.location_id', 'place.external = 1', ...USABLE]
  }),
  sums('part', 'allocated_to_build_orders', {
    rows: { a: 'build_item', s: 'stock_item', l: 'build_line', b: 'build' },
    of: 's.part_id',
    sum: 'a.quantity',
    where: ['s.id = a.stock_item_id', 'l.id = a.build_line_id', 'b.id = l.build_id', ACTIVE]
  }),
  sums(
    'part',
    'allocated_to_sales_orders',
    { ...soldOf, where: [...soldOf.where, 'a.shipment_id is null'] },
    {
      ...soldOf,
      rows: { ...soldOf.rows, sent: 'sales_order_shipment' },
      where: [...soldOf.where, 'sent.id = a.shipment_id', 'sent.shipment_date is null']
    }
  ),
  sums('part', 'required_for_build_orders', {
    rows: { i: 'bom_item', l: 'build_line', b: 'build' },
    of: 'i.sub_part_id',
    sum: 'l.quantity - l.consumed',
    where: ['i.id = l.bom_item_id', 'b.id = l.build_id', ACTIVE]
  }),
  sums('part', 'required_for_sales_orders', {
    rows: { l: 'sales_order_line', o: 'sales_order' },
    of: 'l.part_id',
    sum: 'l.quantity - l.shipped',
    where: ['o.id = l.order_id', among('o.status', STATES.openSales)]
  }),
  sums('part', 'building', {
    rows: { s: 'stock_item', b: 'build' },
    of: 's.part_id',
    sum: 's.quantity',
    where: ['b.id = s.build_id', 's.is_building = 1', ACTIVE]
  }),
  sums('part', 'scheduled_to_build', {
    rows: { b: 'build' },
    of: 'b.part_id',
    sum: 'b.quantity - b.completed',
    where: ['b.quantity > b.completed', ACTIVE]
  }),
  {
    ...sums('part', 'ordering', {
      rows: { p: 'supplier_part', l: 'purchase_order_line', o: 'purchase_order' },
      of: 'p.part_id',
      sum: `round((l.quantity - l.received) * p.pack_quantity_native, ${PACK})`,
      where: [
        'p.id = l.part_id',
        'o.id = l.order_id',
        'l.quantity > l.received',
        among('o.status', STATES.openPurchases)
      ]
    }),
    places: PACK
  },
  counts('part_category', 'parts', { rows: { p: 'part' }, of: 'p.category_id', where: [] }),
  counts('stock_location', 'items', { rows: { s: 'stock_item' }, of: 's.location_id', where: [] })
]

export const ROLLUPS: readonly Rollup[] = [
  { table: 'part', column: 'variant_stock', places: QUANTITY, of: 'in_stock', above: 'variant_of_id' },
  { table: 'part_category', column: 'parts_below', places: 0, of: 'parts', above: 'parent_id' },
  { table: 'stock_location', column: 'items_below', places: 0, of: 'items', above: 'parent_id' }
]
