import { sql } from 'kysely'
import { among } from '#db/text.ts'
import type { RequestContext } from '#contract/scopes.ts'
import type { Body } from '#contract/types.ts'
import { subtree } from '#crud/tree.ts'
import { unallocatedOf } from '#modules/order/index.ts'
import { inStock } from '#modules/part/index.ts'
import { DONE } from '#framework/tasks.ts'
import { SQL_QUANTITY_PLACES, sumQuantity } from '#framework/decimals.ts'
import { buildAction, type BuildOrder } from './action.ts'
import { fittingParts } from './fitting.ts'

type Wishes = Pick<
  NonNullable<Body<'build_auto_allocate_create'>>,
  | 'location'
  | 'exclude_location'
  | 'interchangeable'
  | 'substitutes'
  | 'optional_items'
  | 'stock_sort_by'
  | 'build_lines'
>

/** A line that needs something. */
interface Need {
  id: number
  missing: number
}

/** The lines of an order that get stock: neither consumable nor, unless asked for, optional, and not full. */
async function needsOf(
  { db }: RequestContext,
  order: BuildOrder,
  tracked: boolean,
  { optional_items: optional = false, build_lines: lines = [] }: Wishes
): Promise<Need[]> {
  const { rows } =
    await sql<Need>`select l.id, round(l.quantity - l.consumed - coalesce((select sum(a.quantity) from build_item a where a.build_line_id = l.id), 0), ${SQL_QUANTITY_PLACES}) as missing
    from build_line l join bom_item i on i.id = l.bom_item_id join part c on c.id = i.sub_part_id
    where l.build_id = ${order.id} and c.trackable = ${Number(tracked)} and i.consumable = 0 and c.consumable = 0 and (i.optional = 0 or ${Number(optional)} = 1)
    and (${Number(lines.length === 0)} = 1 or l.id in ${among(lines)}) order by l.id`.execute(db)
  return rows.filter(({ missing }) => missing > 0)
}

/** A stock item that a line can be filled with; the lower the rank, the sooner. */
interface Candidate {
  line: number
  rank: number
  id: number
  quantity: number
  serial: string | null
  updated: string | null
  expiry_date: string | null
}

/**
 * The stock in stock that lines can be filled with: of the component, of its variants where they are allowed, of
 * substitutes; each item once a line.
 */
async function candidatesFor(
  { db }: RequestContext,
  lines: number[],
  { location, exclude_location: excluded, substitutes = true }: Wishes
): Promise<Map<number, Candidate[]>> {
  if (lines.length === 0) return new Map()
  const { rows } =
    await sql<Candidate>`select best.line, best.rank, s.id, s.quantity, s.serial, s.updated, s.expiry_date
    from ${fittingParts(among(lines), substitutes)} best cross join part p cross join stock_item s
    where p.id = best.part and p.active = 1 and p.virtual = 0 and s.part_id = p.id and ${inStock('s')}
    and (${Number(location ?? -1)} = -1 or s.location_id in ${subtree('stock_location', location ?? -1)})
    and (${Number(excluded ?? -1)} = -1 or s.location_id is null or s.location_id not in ${subtree('stock_location', excluded ?? -1)}) order by s.id`.execute(
      db
    )
  return Map.groupBy(rows, ({ line }) => line)
}

const text = (a: string | null, b: string | null) => (a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1)

/** Which of two stock items of the same rank comes first. */
const FIRST: Record<NonNullable<Wishes['stock_sort_by']>, (a: Candidate, b: Candidate) => number> = {
  updated: (a, b) => text(a.updated, b.updated),
  '-updated': (a, b) => text(b.updated, a.updated),
  quantity: (a, b) => a.quantity - b.quantity,
  '-quantity': (a, b) => b.quantity - a.quantity,
  expiry_date: (a, b) => text(a.expiry_date, b.expiry_date)
}

type Row = { build_line_id: number; stock_item_id: number; quantity: number; install_into_id: number | null }

const store = async ({ db }: RequestContext, rows: Row[]): Promise<void> => {
  for (let at = 0; at < rows.length; at += 1000)
    await db
      .insertInto('build_item')
      .values(rows.slice(at, at + 1000))
      .execute()
}

/**
 * Fills lines of untracked components; where several items would do, only if they are interchangeable
 * (docs/behaviour/build.md#allocating-automatically).
 */
async function allocateUntracked(context: RequestContext, order: BuildOrder, wishes: Wishes): Promise<void> {
  const needs = await needsOf(context, order, false, wishes)
  const candidates = await candidatesFor(
    context,
    needs.map(({ id }) => id),
    wishes
  )
  const free = await unallocatedOf(
    context.db,
    [...candidates.values()].flat().map(({ id }) => id)
  )
  const first = FIRST[wishes.stock_sort_by ?? 'updated']
  const rows: Row[] = []
  for (const { id: line, missing } of needs) {
    const found = (candidates.get(line) ?? []).filter(({ serial }) => !serial)
    if (found.length !== 1 && !wishes.interchangeable) continue
    let open = missing
    for (const { id } of found.toSorted((a, b) => a.rank - b.rank || first(a, b) || a.id - b.id)) {
      const quantity = Math.min(open, free.get(id)!)
      if (quantity <= 0) continue
      free.set(id, sumQuantity(free.get(id)! - quantity))
      open = sumQuantity(open - quantity)
      rows.push({ build_line_id: line, stock_item_id: id, quantity, install_into_id: null })
    }
  }
  await store(context, rows)
}

/**
 * Gives outputs in production the tracked pieces that have their serial number, one of each line, where there is
 * exactly one (docs/behaviour/build.md#allocating-automatically).
 *
 * @param context inside a transaction
 * @param outputs which ones; all of the order unless told
 */
export async function allocateTracked(
  context: RequestContext,
  order: BuildOrder,
  wishes: Wishes,
  outputs?: number[]
): Promise<void> {
  const { db } = context
  let query = db
    .selectFrom('stock_item')
    .select(['id', 'serial'])
    .where('build_id', '=', order.id)
    .where('is_building', '=', 1)
    .where('serial', 'is not', null)
    .where('serial', '!=', '')
  if (outputs) query = query.where('id', 'in', among(outputs))
  const made = await query.orderBy('id').execute()
  if (made.length === 0) return
  const needs = await needsOf(context, order, true, wishes)
  const candidates = await candidatesFor(
    context,
    needs.map(({ id }) => id),
    wishes
  )
  const free = await unallocatedOf(
    db,
    [...candidates.values()].flat().map(({ id }) => id)
  )
  const had = new Set(
    (
      await db
        .selectFrom('build_item')
        .select(['build_line_id', 'install_into_id'])
        .where('install_into_id', 'in', among(made.map(({ id }) => id)))
        .execute()
    ).map((row) => `${row.build_line_id} ${row.install_into_id}`)
  )
  const rows: Row[] = []
  const bySerial = new Map([...candidates].map(([line, found]) => [line, Map.groupBy(found, ({ serial }) => serial)]))
  for (const output of made) {
    for (const need of needs) {
      const found = bySerial.get(need.id)?.get(output.serial) ?? []
      const [piece] = found
      if (need.missing <= 0 || had.has(`${need.id} ${output.id}`) || found.length !== 1 || free.get(piece!.id)! < 1)
        continue
      free.set(piece!.id, sumQuantity(free.get(piece!.id)! - 1))
      need.missing = sumQuantity(need.missing - 1)
      rows.push({ build_line_id: need.id, stock_item_id: piece!.id, quantity: 1, install_into_id: output.id })
    }
  }
  await store(context, rows)
}

/** `POST /api/build/{id}/auto-allocate/` */
export const autoAllocate = buildAction<'build_auto_allocate_create', 200>(200, async (order, call) => {
  const wishes = call.body ?? {}
  const kind = wishes.item_type ?? 'untracked'
  if (kind !== 'tracked') await allocateUntracked(call, order, wishes)
  if (kind !== 'untracked') await allocateTracked(call, order, wishes)
  return DONE
})
