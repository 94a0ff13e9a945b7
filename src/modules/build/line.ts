import { sql } from 'kysely'
import type { Database } from '#db/database.ts'
import { invalid, type Problems } from '#contract/errors.ts'
import type { Handler } from '#contract/types.ts'
import { equals, type Builder, type Change } from '#crud/definition.ts'
import { lookupMany } from '#crud/lookup.ts'
import { resource } from '#crud/resource.ts'
import { subtree } from '#crud/tree.ts'
import { availabilityOf, bomLine as billLine, type Here } from '#modules/bom/index.ts'
import { decimalProblem } from '#contract/digits.ts'
import { briefParts, category, quantitiesOf } from '#modules/part/index.ts'
import { SQL_QUANTITY_PLACES } from '#framework/decimals.ts'
import { ACTIVE_BUILDS } from '#modules/status/index.ts'
import { buildAllocation } from './item.ts'
import * as query from './line.queries.ts'
import { buildOrder, shownWithin } from './order.ts'

type Line = Builder<'build_line'>

const flag = (value: (eb: Line) => ReturnType<typeof sql<number>>) => (eb: Line, yes: boolean) =>
  sql<boolean>`${value(eb)} = ${Number(yes)}`
const whether = (condition: (eb: Line) => ReturnType<typeof sql<boolean>>) => (eb: Line, yes: boolean) =>
  yes ? condition(eb) : eb.not(condition(eb))

/** Stock that counts in a list narrowed to one order; undefined where all does. */
async function placeOf(db: Database, build: number): Promise<Here | undefined> {
  const { take_from_id: place } = await db
    .selectFrom('build')
    .select('take_from_id')
    .where('id', '=', build)
    .executeTakeFirstOrThrow()
  return place === null ? undefined : sql`s.location_id in ${subtree('stock_location', place)}`
}

/** The keys of the allocations of lines. */
const buildAllocations = (db: Database, ids: number[]): Promise<Map<number, number[]>> =>
  lookupMany(ids, async (keys) =>
    (
      await db
        .selectFrom('build_item')
        .select(['id', 'build_line_id'])
        .where('build_line_id', 'in', keys)
        .orderBy('id')
        .execute()
    ).map((row) => [row.build_line_id!, row.id])
  )

async function check({ body }: Change<'build_line', 'build_line'>): Promise<void> {
  const problems: Problems = {}
  for (const field of ['quantity', 'consumed'] as const) {
    const problem = body[field] === undefined ? undefined : decimalProblem(body[field], 15, 5)
    if (problem) problems[field] = [problem]
  }
  if (Object.keys(problems).length) throw invalid(problems)
}

const buildLine = resource('build_line', 'build_line', {
  className: 'BuildLine',
  options: {
    bom_item_detail: { default: false, needs: ['bom', 'build'] },
    assembly_detail: { default: false, needs: ['part', 'build'] },
    part_detail: { default: false, needs: ['part', 'build'] },
    category_detail: { default: false, needs: ['part_category', 'build'] },
    build_detail: { default: false, needs: ['build'] },
    allocations: { default: false, needs: ['build'] }
  },
  computed: {
    sub_part_id: query.bomLineColumn<number>('sub_part_id'),
    assembly_id: query.bomLineColumn<number>('part_id'),
    category_id: query.componentColumn<number | null>('category_id'),
    reference: query.bomLineColumn<string>('reference'),
    optional: query.bomLineColumn<number>('optional'),
    inherited: query.bomLineColumn<number>('inherited'),
    allow_variants: query.bomLineColumn<number>('allow_variants'),
    testable: query.componentColumn<number>('testable'),
    trackable: query.componentColumn<number>('trackable'),
    consumable: query.consumable,
    build_reference: query.buildReference,
    allocated: query.allocatedToLine
  },
  search: [
    (eb, match) =>
      eb.or(
        [
          query.componentColumn('name'),
          query.componentColumn('IPN'),
          query.componentColumn('description'),
          query.bomLineColumn('reference')
        ].map((value) => match(value(eb)))
      )
  ],
  order: {
    part: query.componentColumn('name'),
    IPN: query.componentColumn('IPN'),
    category: query.categoryName,
    reference: query.bomLineColumn('reference'),
    quantity: 'quantity',
    consumed: 'consumed',
    allocated: query.allocatedToLine,
    unit_quantity: query.bomLineColumn('quantity'),
    consumable: query.consumable,
    optional: query.bomLineColumn('optional'),
    trackable: query.componentColumn('trackable'),
    allow_variants: query.bomLineColumn('allow_variants'),
    inherited: query.bomLineColumn('inherited'),
    available_stock: query.availableForLine,
    on_order: query.componentOnOrder,
    scheduled_to_build: query.componentScheduled
  },
  defaultOrder: ['id'],
  filters: {
    build: equals('build_id'),
    bom_item: equals('bom_item_id'),
    part: (eb, id) =>
      eb('bom_item_id', 'in', (e) => e.selectFrom('bom_item').select('bom_item.id').where('sub_part_id', '=', id)),
    consumable: flag(query.consumable),
    optional: flag(query.bomLineColumn('optional')),
    assembly: flag(query.componentColumn('assembly')),
    tracked: flag(query.componentColumn('trackable')),
    testable: flag(query.componentColumn('testable')),
    order_outstanding: whether(
      () => sql`build_line.build_id in (select b.id from build b where b.status in (${sql.join(ACTIVE_BUILDS)}))`
    ),
    allocated: whether(
      (eb) =>
        sql`${query.allocatedToLine(eb)} >= round(build_line.quantity - build_line.consumed, ${SQL_QUANTITY_PLACES})`
    ),
    consumed: whether(() => sql`build_line.consumed >= build_line.quantity`),
    available: (eb, yes, _call, { build }) => query.isAvailable(eb, yes, build),
    on_order: query.isOnOrder
  },
  embed: async (rows, context, view) => {
    const { db } = context
    const build = view.list ? Number(context.rawQuery.build || NaN) : NaN
    const needs = rows.map((row) => ({ id: row.bom_item_id, sub_part_id: row.sub_part_id }))
    const allocations = view.allocations
      ? await buildAllocations(
          db,
          rows.map((row) => row.id)
        )
      : undefined
    return {
      available: await availabilityOf(db, needs, Number.isNaN(build) ? undefined : await placeOf(db, build)),
      quantities: await quantitiesOf(
        db,
        rows.map((row) => row.sub_part_id)
      ),
      parts: await briefParts(
        context,
        [
          ...(view.part_detail ? rows.map((row) => row.sub_part_id) : []),
          ...(view.assembly_detail ? rows.map((row) => row.assembly_id) : [])
        ],
        { pricing: false }
      ),
      categories: view.category_detail
        ? await category.read(
            context,
            rows.map((row) => row.category_id).filter((id) => id !== null),
            { created: true }
          )
        : undefined,
      bom: view.bom_item_detail
        ? await billLine.read(
            context,
            rows.map((row) => row.bom_item_id),
            { can_build: false, created: true }
          )
        : undefined,
      builds: view.build_detail
        ? await buildOrder.read(
            context,
            rows.map((row) => row.build_id),
            { part_detail: false, user_detail: false, project_code_detail: false, created: true }
          )
        : undefined,
      allocations,
      items:
        allocations && (await buildAllocation.read(context, [...allocations.values()].flat(), { build_detail: false }))
    }
  },
  toJSON: (row, also, view, context) => {
    const { building, on_order, ...there } = also.available.get(row.bom_item_id)!
    return {
      pk: row.id,
      build: row.build_id,
      bom_item: row.bom_item_id,
      quantity: row.quantity,
      consumed: row.consumed,
      part: row.sub_part_id,
      build_reference: row.build_reference,
      reference: row.reference,
      consumable: row.consumable === 1,
      optional: row.optional === 1,
      testable: row.testable === 1,
      trackable: row.trackable === 1,
      inherited: row.inherited === 1,
      allow_variants: row.allow_variants === 1,
      allocated: row.allocated,
      in_production: building,
      scheduled_to_build: also.quantities.get(row.sub_part_id)!.scheduled_to_build,
      on_order,
      ...there,
      ...(view.bom_item_detail ? { bom_item_detail: also.bom!.get(row.bom_item_id)! } : {}),
      ...(view.assembly_detail ? { assembly_detail: also.parts.get(row.assembly_id)! } : {}),
      ...(view.part_detail ? { part_detail: also.parts.get(row.sub_part_id)! } : {}),
      ...(view.category_detail
        ? { category_detail: row.category_id === null ? null : also.categories!.get(row.category_id)! }
        : {}),
      ...(view.build_detail ? { build_detail: shownWithin(also.builds!.get(row.build_id)!, context) } : {}),
      ...(also.allocations ? { allocations: also.allocations.get(row.id)!.map((id) => also.items!.get(id)!) } : {})
    }
  },
  write: { columns: { quantity: 'quantity', consumed: 'consumed' }, check }
})

/** Lines come from the BOM alone: what they point to cannot be written (docs/behaviour/build.md#writing-lines). */
const create: Handler<'build_line_create'> = () => {
  throw invalid({ build: ['This field cannot be null.'], bom_item: ['This field cannot be null.'] })
}

/** The lines of build orders. */
export const lineOperations = { ...buildLine.operations, build_line_create: create }
