import { sql, type Expression, type SqlBool } from 'kysely'
import type { Builder } from '#crud/definition.ts'
import { subtree } from '#crud/tree.ts'
import { availableForLines, PARTS_ON_ORDER, type Here } from '#modules/bom/index.ts'
import { SQL_QUANTITY_PLACES } from '#framework/decimals.ts'

type Line = Builder<'build_line'>
type Value<V> = (eb: Line) => ReturnType<typeof sql<V>>

/** A column of the line of the BOM; of the component; the name of its category. */
export const bomLineColumn =
  <V>(column: string): Value<V> =>
  () =>
    sql<V>`(select ${sql.ref(`i.${column}`)} from bom_item i where i.id = build_line.bom_item_id)`
export const componentColumn =
  <V>(column: string): Value<V> =>
  () =>
    sql<V>`(select ${sql.ref(`c.${column}`)} from bom_item i join part c on c.id = i.sub_part_id where i.id = build_line.bom_item_id)`
export const categoryName: Value<
  string | null
> = () => sql`(select g.name from bom_item i join part c on c.id = i.sub_part_id
  join part_category g on g.id = c.category_id where i.id = build_line.bom_item_id)`
export const buildReference: Value<string> = () =>
  sql`(select b.reference from build b where b.id = build_line.build_id)`

/** 1 where the line of the BOM or the component says that it is used up without being counted. */
export const consumable: Value<number> = () =>
  sql`(select case when i.consumable = 1 or c.consumable = 1 then 1 else 0 end from bom_item i join part c on c.id = i.sub_part_id where i.id = build_line.bom_item_id)`

/** How much stock is allocated to a line. */
export const allocatedToLine: Value<number> = () =>
  sql`round(coalesce((select sum(a.quantity) from build_item a where a.build_line_id = build_line.id), 0), ${SQL_QUANTITY_PLACES})`

/** Stock that lies where an order takes its components from: anywhere, where the order does not say. */
function whereTaken(build: unknown): Here | undefined {
  if (build === undefined) return undefined
  const place = sql<number | null>`(select b.take_from_id from build b where b.id = ${Number(build)})`
  return sql<SqlBool>`(${place} is null or s.location_id in ${subtree('stock_location', place)})`
}

/** The condition that there is enough for a line, of the component, its variants and the substitutes. */
export const isAvailable = (eb: Line, yes: boolean, build: unknown): Expression<SqlBool> => {
  const enough = sql<SqlBool>`build_line.quantity <= round(${allocatedToLine(eb)} + build_line.consumed
    + (select found.amount from ${availableForLines(whereTaken(build))} found where found.id = build_line.bom_item_id), ${SQL_QUANTITY_PLACES})`
  return yes ? enough : eb.not(enough)
}

/** How much of the component is available, to sort by. */
export const availableForLine = (
  _eb: Line,
  { rawQuery: { build } }: { rawQuery: Record<string, string> }
): Expression<number> =>
  sql<number>`(select found.own from ${availableForLines(/^\d+$/.test(build ?? '') ? whereTaken(build) : undefined)} found where found.id = build_line.bom_item_id)`

export const componentOnOrder = componentColumn<number>('ordering')
export const componentScheduled = componentColumn<number>('scheduled_to_build')

/** The condition that something of the component is on order. */
export const isOnOrder = (eb: Line, yes: boolean): Expression<SqlBool> => {
  const there = sql<SqlBool>`${bomLineColumn('sub_part_id')(eb)} in ${PARTS_ON_ORDER}`
  return yes ? there : eb.not(there)
}
