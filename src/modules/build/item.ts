import { sql } from 'kysely'
import type { Database } from '#db/database.ts'
import { equals, isSet, modifier, type Builder } from '#crud/definition.ts'
import { lookup } from '#crud/lookup.ts'
import { resource } from '#crud/resource.ts'
import { subtree } from '#crud/tree.ts'
import { briefSupplierParts } from '#modules/company/index.ts'
import { briefParts, variantsOf } from '#modules/part/index.ts'
import { stockItem } from '#modules/stock/index.ts'
import { checkAllocation } from './item.rules.ts'
import { buildOrder, shownWithin } from './order.ts'

type Item = Builder<'build_item'>
type Value<V> = (eb: Item) => ReturnType<typeof sql<V>>

/** A column of the stock item; of its part, its location, what it was bought as; of the line of the BOM; the order. */
const ofStock =
  <V>(column: string): Value<V> =>
  () =>
    sql`(select ${sql.ref(`s.${column}`)} from stock_item s where s.id = build_item.stock_item_id)`
const ofPart =
  (column: string): Value<string> =>
  () =>
    sql`(select ${sql.ref(`p.${column}`)} from stock_item s join part p on p.id = s.part_id where s.id = build_item.stock_item_id)`
const locationName: Value<string | null> = () =>
  sql`(select l.name from stock_item s join stock_location l on l.id = s.location_id where s.id = build_item.stock_item_id)`
const sku: Value<string | null> = () =>
  sql`(select b."SKU" from stock_item s join supplier_part b on b.id = s.supplier_part_id where s.id = build_item.stock_item_id)`
const bomReference: Value<string | null> = () =>
  sql`(select i.reference from build_line l join bom_item i on i.id = l.bom_item_id where l.id = build_item.build_line_id)`
const buildOf: Value<number | null> = () =>
  sql`(select l.build_id from build_line l where l.id = build_item.build_line_id)`

/** The parts that the bills of materials of some allocations ask for, by build line; files alone have them. */
const askedParts = (db: Database, rows: { build_line_id: number | null }[]) =>
  lookup(
    rows.map((row) => row.build_line_id),
    async (keys) =>
      (
        await db
          .selectFrom('build_line')
          .innerJoin('bom_item', 'bom_item.id', 'build_line.bom_item_id')
          .innerJoin('part', 'part.id', 'bom_item.sub_part_id')
          .select(['build_line.id', 'part.id as bom_part_id', 'part.name as bom_part_name'])
          .where('build_line.id', 'in', keys)
          .execute()
      ).map(({ id, ...part }) => [id, part])
  )

export const buildAllocation = resource('build_item', 'build_item', {
  className: 'BuildItem',
  options: {
    part_detail: { default: false, one: true, needs: ['part', 'build'] },
    location_detail: { default: false, one: true, needs: ['stock_location', 'build'] },
    stock_detail: { default: false, one: true, needs: ['stock', 'build'] },
    build_detail: { default: false, one: true, needs: ['build'] },
    supplier_part_detail: { default: false, needs: ['part', 'purchase_order'] },
    install_into_detail: { default: false, needs: ['stock', 'build'] }
  },
  computed: {
    build_id: buildOf,
    part_id: ofStock<number>('part_id'),
    location_id: ofStock<number | null>('location_id'),
    supplier_part_id: ofStock<number | null>('supplier_part_id'),
    bom_reference: bomReference
  },
  search: [
    (eb, match) => eb.or([match(sku(eb)), match(ofPart('name')(eb)), match(ofPart('IPN')(eb)), match(bomReference(eb))])
  ],
  order: {
    part: ofPart('name'),
    IPN: ofPart('IPN'),
    sku,
    quantity: 'quantity',
    location: locationName,
    reference: bomReference
  },
  defaultOrder: ['id'],
  filters: {
    build: (eb, id) =>
      eb('build_line_id', 'in', (e) => e.selectFrom('build_line').select('build_line.id').where('build_id', '=', id)),
    build_line: equals('build_line_id'),
    stock_item: equals('stock_item_id'),
    install_into: equals('install_into_id'),
    part: (
      _eb,
      id,
      _call,
      { include_variants: variants }
    ) => sql<boolean>`build_item.stock_item_id in (select s.id from stock_item s
      where s.part_id = ${id} or (${Number(variants ?? false)} = 1 and s.part_id in ${variantsOf(id)}))`,
    include_variants: modifier,
    location: (_eb, id) =>
      sql<boolean>`build_item.stock_item_id in (select s.id from stock_item s where s.location_id in ${subtree('stock_location', id)})`,
    tracked: isSet('install_into_id'),
    output: (eb, id) => (id === null ? eb('install_into_id', 'is', null) : eb('install_into_id', '=', id))
  },
  embed: async (rows, context, view) => {
    const shownStock = (ids: (number | null)[]) =>
      stockItem.read(
        context,
        ids.filter((id) => id !== null),
        { part_detail: false, created: true }
      )
    return {
      parts: view.part_detail
        ? await briefParts(
            context,
            rows.map((row) => row.part_id),
            { pricing: false }
          )
        : undefined,
      locations: view.location_detail
        ? await lookup(
            rows.map((row) => row.location_id),
            async (keys) =>
              (
                await context.db
                  .selectFrom('stock_location')
                  .select(['id', 'name', 'pathstring'])
                  .where('id', 'in', keys)
                  .execute()
              ).map(({ id, name, pathstring }) => [id, { pk: id, name, pathstring }])
          )
        : undefined,
      stock: view.stock_detail ? await shownStock(rows.map((row) => row.stock_item_id)) : undefined,
      builds: view.build_detail
        ? await buildOrder.read(
            context,
            rows.map((row) => row.build_id).filter((id) => id !== null),
            { created: true }
          )
        : undefined,
      bought: view.supplier_part_detail
        ? await briefSupplierParts(
            context.db,
            rows.map((row) => row.supplier_part_id)
          )
        : undefined,
      asked: view.exported ? await askedParts(context.db, rows) : undefined,
      outputs: view.install_into_detail ? await shownStock(rows.map((row) => row.install_into_id)) : undefined
    }
  },
  toJSON: (row, also, _view, context) => {
    const orNone = <V>(key: number | null, found: Map<number, V>) => (key === null ? null : found.get(key)!)
    return {
      pk: row.id,
      build: row.build_id,
      build_line: row.build_line_id,
      install_into: row.install_into_id,
      stock_item: row.stock_item_id,
      quantity: row.quantity,
      location: row.location_id,
      bom_reference: row.bom_reference,
      ...(also.asked ? also.asked.get(row.build_line_id ?? 0) : {}),
      ...(also.parts ? { part_detail: also.parts.get(row.part_id)! } : {}),
      ...(also.locations ? { location_detail: orNone(row.location_id, also.locations) } : {}),
      ...(also.stock ? { stock_item_detail: also.stock.get(row.stock_item_id)! } : {}),
      ...(also.builds
        ? { build_detail: row.build_id === null ? null : shownWithin(also.builds.get(row.build_id)!, context) }
        : {}),
      ...(also.bought ? { supplier_part_detail: orNone(row.supplier_part_id, also.bought) } : {}),
      ...(also.outputs ? { install_into_detail: orNone(row.install_into_id, also.outputs) } : {})
    }
  },
  write: {
    columns: {
      build_line: 'build_line_id',
      stock_item: 'stock_item_id',
      quantity: 'quantity',
      install_into: 'install_into_id'
    },
    check: checkAllocation
  }
})
