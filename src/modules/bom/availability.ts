import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely'
import type { Database } from '#db/database.ts'
import { among } from '#db/text.ts'
import { prepared, type Slots } from '#db/prepared.ts'
import { lookup, lookupMany } from '#crud/lookup.ts'
import { amounts, available, stockMinusAllocated, quantitiesOf, unallocatedOfPart } from '#modules/part/index.ts'
import { SQL_QUANTITY_PLACES, sumQuantity } from '#framework/decimals.ts'

/**
 * What is there of the component of a line, and what could be taken in its place
 * (docs/behaviour/bom.md#computed-fields).
 */
export interface Availability {
  available_stock: number
  available_variant_stock: number
  available_substitute_stock: number
  external_stock: number
  on_order: number
  building: number
}

/** What a line needs. */
interface Need {
  quantity: number
  setup_quantity: number
  attrition: number
}

/** A condition on stock items, which are called `s` in it: only such stock counts as there. */
export type Here = RawBuilder<SqlBool>

/** An item in stock less everything that is allocated of it, whatever the state of the orders. */
const FREE_OF_ITEM = sql`s.quantity - coalesce((select sum(a.quantity) from build_item a where a.stock_item_id = s.id), 0)
  - coalesce((select sum(a.quantity) from sales_order_allocation a where a.item_id = s.id), 0)`

const variantsOf = (db: Database, ids: Iterable<number>, here: Here): Promise<Map<number, number>> =>
  lookup(ids, async (keys) =>
    (
      await sql<{ top: number; amount: number }>`with recursive below (top, id) as (
      select p.variant_of_id, p.id from part p where p.variant_of_id in (${sql.join(keys)})
      union select below.top, p.id from below join part p on p.variant_of_id = below.id)
    select below.top as top, sum(${FREE_OF_ITEM}) as amount from below cross join stock_item s where s.part_id = below.id and ${amounts.usableStock} and ${here} group by below.top`.execute(
        db
      )
    ).rows.map(({ top, amount }) => [top, Math.max(0, sumQuantity(amount))])
  )

const findSubstitutes = prepared((db, { keys }: Slots<{ ids: number[] }>) =>
  db
    .selectFrom('bom_substitute')
    .select(['id', 'bom_item_id', 'part_id'])
    .where('bom_item_id', 'in', keys('ids'))
    .orderBy('id')
)

/** The substitutes of lines: the parts, in the order in which they were entered. */
export const substitutesOf = (db: Database, ids: Iterable<number>) =>
  lookupMany(ids, async (keys) =>
    (await findSubstitutes(db, { ids: keys })).map((row): [number, typeof row] => [row.bom_item_id, row])
  )

/** How much of parts is in stock here, and how much of that in other hands. */
const stockHere = (db: Database, ids: Iterable<number>, here: Here) =>
  lookup(ids, async (keys) =>
    (
      await sql<{
        part_id: number
        in_stock: number
        external_stock: number
      }>`select s.part_id, round(sum(s.quantity), ${SQL_QUANTITY_PLACES}) as in_stock,
    round(sum(case when place.external = 1 then s.quantity else 0 end), ${SQL_QUANTITY_PLACES}) as external_stock
    from stock_item s left join stock_location place on place.id = s.location_id
    where ${amounts.usableStock} and s.part_id in ${among(keys)} and ${here} group by s.part_id`.execute(db)
    ).rows.map(({ part_id, ...stock }) => [part_id, stock])
  )

const ANYWHERE: Here = sql<SqlBool>`1 = 1`

/**
 * What is available for lines, for all of them at once.
 *
 * @param here which stock counts; all unless told. What is allocated of other stock is taken off all the same
 * @returns by primary key of the line
 */
export async function availabilityOf(
  db: Database,
  lines: { id: number; sub_part_id: number }[],
  here?: Here
): Promise<Map<number, Availability>> {
  const components = lines.map((line) => line.sub_part_id)
  const substitutes = await substitutesOf(
    db,
    lines.map((line) => line.id)
  )
  const all = [...components, ...[...substitutes.values()].flatMap((rows) => rows.map((row) => row.part_id))]
  const quantities = await quantitiesOf(db, all)
  if (here) {
    const stock = await stockHere(db, all, here)
    for (const [id, found] of quantities)
      quantities.set(id, { ...found, ...(stock.get(id) ?? { in_stock: 0, external_stock: 0 }) })
  }
  const variants = await variantsOf(db, components, here ?? ANYWHERE)
  return new Map(
    lines.map((line) => {
      const own = quantities.get(line.sub_part_id)!
      const others = substitutes.get(line.id)!.map((row) => stockMinusAllocated(quantities.get(row.part_id)!))
      return [
        line.id,
        {
          available_stock: available(own),
          available_variant_stock: variants.get(line.sub_part_id) ?? 0,
          available_substitute_stock: Math.max(0, sumQuantity(others.reduce((sum, amount) => sum + amount, 0))),
          external_stock: own.external_stock,
          on_order: own.ordering,
          building: own.building
        }
      ]
    })
  )
}

/** How many assemblies the stock would do for; not rounded. */
export function canBuild(line: Need, there: Availability): number {
  if (line.quantity === 0) return 0
  const amount = sumQuantity(
    there.available_stock + there.available_variant_stock + there.available_substitute_stock - line.setup_quantity
  )
  return Math.max(0, amount / (line.quantity * (1 + line.attrition / 100)))
}

const partsWith = (amount: RawBuilder<number>) => sql`(select p.id from part p where ${amount} > 0)`

/** Parts of which something is free, and parts of which something is on order; for filters. */
export const PARTS_AVAILABLE = partsWith(unallocatedOfPart('p'))
export const PARTS_ON_ORDER = partsWith(sql.ref('p.ordering'))

const positiveOr0 = (amount: RawBuilder<unknown>) => sql`case when ${amount} > 0 then ${amount} else 0 end`

/**
 * For every line of a BOM what is available of its component (`own`), and of that with its variants and substitutes
 * (`amount`): added up once for all of them, to filter and sort by.
 *
 * @param here which stock counts; all unless told
 */
export function availableForLines(here?: Here) {
  const free = here ? amounts.freeHere(here) : amounts.free
  const variants = amounts.ofVariants(
    sql`(select s.part_id, sum(${FREE_OF_ITEM}) as amount from stock_item s where ${amounts.usableStock} and ${here ?? ANYWHERE} group by s.part_id)`
  )
  const substitutes = sql`(select s.bom_item_id, sum(f.amount) as amount from bom_substitute s join ${free} f on f.part_id = s.part_id group by s.bom_item_id)`
  const [own, ofVariants, ofSubstitutes] = ['own', 'v', 'r'].map(
    (name) => sql`coalesce(${positiveOr0(sql.ref(`${name}.amount`))}, 0)`
  )
  return sql`(select i.id, ${own} as own, ${own} + ${ofVariants} + ${ofSubstitutes} as amount from bom_item i left join ${free} own on own.part_id = i.sub_part_id
    left join ${variants} v on v.part_id = i.sub_part_id left join ${substitutes} r on r.bom_item_id = i.id)`
}

/** What to sort lines by: added up once for all of them. */
export const componentStock = (): Expression<number> =>
  sql<number>`(select ${positiveOr0(unallocatedOfPart('p'))} from part p where p.id = bom_item.sub_part_id)`

const STOCK_FOR_LINES = sql`(select i.id, found.amount - i.setup_quantity as amount, i.quantity * (1 + i.attrition / 100.0) as each
  from bom_item i join ${availableForLines()} found on found.id = i.id)`

export const canBuildOrder =
  (): Expression<number> => sql<number>`(select case when found.each = 0 or found.amount <= 0 then 0 else found.amount / found.each end
  from ${STOCK_FOR_LINES} found where found.id = bom_item.id)`
