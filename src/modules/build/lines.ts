import { sql } from 'kysely'
import type { Database } from '#db/database.ts'
import { insertRows } from '#db/bulk.ts'
import { among } from '#db/text.ts'
import { bomLines, type BomLine } from '#modules/bom/index.ts'
import { sumQuantity } from '#framework/decimals.ts'
import { ACTIVE_BUILDS } from '#modules/status/index.ts'

/** What decides how much an order needs. */
type Need = Pick<BomLine, 'quantity' | 'attrition' | 'setup_quantity' | 'rounding_multiple'>

/** How much of a component an order for so many of the assembly needs (docs/behaviour/build.md#required-quantity). */
function requiredQuantity(line: Need, quantity: number): number {
  const amount = sumQuantity(sumQuantity(line.quantity * quantity) * (1 + line.attrition / 100) + line.setup_quantity)
  return line.rounding_multiple
    ? sumQuantity(Math.ceil(sumQuantity(amount / line.rounding_multiple)) * line.rounding_multiple)
    : amount
}

const COLUMNS = ['build_id', 'bom_item_id', 'quantity'] as const

/** Gives a new order a line for every line of the BOM of its part, except those with virtual parts. */
export async function createLines(
  db: Database,
  order: { id: number; part_id: number; quantity: number }
): Promise<void> {
  const bom = (await bomLines(db, [order.part_id])).get(order.part_id)!
  const virtual = new Set(
    (
      await db
        .selectFrom('part')
        .select('id')
        .where('virtual', '=', 1)
        .where('id', 'in', among(bom.map((line) => line.sub_part_id)))
        .execute()
    ).map(({ id }) => id)
  )
  await insertRows(
    db,
    'build_line',
    COLUMNS,
    bom
      .filter((line) => !virtual.has(line.sub_part_id))
      .map((line) => [order.id, line.id, requiredQuantity(line, order.quantity)])
  )
}

/** SQLite binds at most 32766 values to a statement. */
const AT_ONCE = 10_000

/** A line, how much it holds, and what it ought to hold follows from. */
interface LineQuantity extends Need {
  id: number
  stored: number
  ordered: number
}

/** Brings the quantities of lines in line with the BOM and the order. */
async function updateQuantities(db: Database, lines: LineQuantity[]): Promise<void> {
  const changed = lines
    .map((line) => ({ ...line, needed: requiredQuantity(line, line.ordered) }))
    .filter(({ stored, needed }) => stored !== needed)
  for (let at = 0; at < changed.length; at += AT_ONCE) {
    const some = changed.slice(at, at + AT_ONCE)
    const cases = sql.join(
      some.map(({ id, needed }) => sql`when ${id} then cast(${needed} as numeric)`),
      sql` `
    )
    await db
      .updateTable('build_line')
      .set({ quantity: sql<number>`case id ${cases} end` })
      .where('id', 'in', among(some.map(({ id }) => id)))
      .execute()
  }
}

const NEED = sql`i.quantity, i.attrition, i.setup_quantity, i.rounding_multiple`

/** Works out anew how much each line of an order needs. */
export async function updateLineQuantities(db: Database, order: number): Promise<void> {
  await updateQuantities(
    db,
    (
      await sql<LineQuantity>`select l.id, l.quantity as stored, b.quantity as ordered, ${NEED}
    from build b join build_line l on l.build_id = b.id join bom_item i on i.id = l.bom_item_id where b.id = ${order}`.execute(
        db
      )
    ).rows
  )
}

/**
 * Lets the lines of active orders follow lines of BOMs that were added or changed: each order of the assembly, and of
 * its variants where the line is inherited, gets the line with the quantity that it needs now, or loses it where the
 * component is virtual (docs/behaviour/build.md#how-lines-come-and-go).
 *
 * @param db inside a transaction
 * @param lines primary keys of lines of BOMs
 */
export async function followBom(db: Database, lines: number[]): Promise<void> {
  interface Pair extends Need {
    id: number | null
    stored: number | null
    ordered: number
    order: number
    line: number
    virtual: number
  }
  const { rows } =
    await sql<Pair>`with recursive made (line, part_id, inherited) as (select id, part_id, inherited from bom_item where id in ${among(lines)}
      union select made.line, p.id, made.inherited from made join part p on p.variant_of_id = made.part_id where made.inherited = 1)
    select l.id, l.quantity as stored, b.quantity as ordered, b.id as "order", i.id as line, c.virtual, ${NEED}
    from made join build b on b.part_id = made.part_id join bom_item i on i.id = made.line join part c on c.id = i.sub_part_id
    left join build_line l on l.build_id = b.id and l.bom_item_id = i.id where b.status in (${sql.join(ACTIVE_BUILDS)})`.execute(
      db
    )
  const [missing, there] = [rows.filter(({ id }) => id === null), rows.filter(({ id }) => id !== null)]
  const gone = there.filter(({ virtual }) => virtual).map(({ id }) => id!)
  if (gone.length) await db.deleteFrom('build_line').where('id', 'in', among(gone)).execute()
  await updateQuantities(db, there.filter(({ virtual }) => !virtual) as (Pair & LineQuantity)[])
  await insertRows(
    db,
    'build_line',
    COLUMNS,
    missing.filter(({ virtual }) => !virtual).map((row) => [row.order, row.line, requiredQuantity(row, row.ordered)])
  )
}
