import { sql, type Expression, type SqlBool } from 'kysely'
import { binaryDecimalProblem } from '#contract/digits.ts'
import { invalid, type Problems } from '#contract/errors.ts'
import { looseFlag } from '#contract/read.ts'
import { equals, type Builder, type Change } from '#crud/definition.ts'
import { through } from '#crud/search.ts'
import { lookup } from '#crud/lookup.ts'
import { readBefore } from '#crud/before.ts'
import { otherColumn } from '#crud/other-column.ts'
import { resource } from '#crud/resource.ts'
import { followUp } from '#framework/follow-ups.ts'
import { briefParts, pricesChanged, category, assembliesOf, selfAndAbove } from '#modules/part/index.ts'
import { shownTime } from '#framework/time.ts'
import { amountOf } from './amount.ts'
import {
  availabilityOf,
  componentStock,
  canBuild,
  canBuildOrder,
  PARTS_AVAILABLE,
  PARTS_ON_ORDER,
  substitutesOf
} from './availability.ts'
import { differs, recheck, stillValid, type Hashed } from './checksum.ts'
import { circles } from './circles.ts'
import { linesUsing } from './lines.ts'
import { refuseLockedBom } from './locks.ts'
import { substitute } from './substitute.ts'
import { spreadTrackable } from './trackable.ts'
import { dictionary } from '#db/dictionary.ts'
import { roundLinePrice } from '#framework/decimals.ts'

type Item = Builder<'bom_item'>

/** A filter for a flag of the assembly or of the component. */
const flagOf =
  (side: 'part_id' | 'sub_part_id', flag: 'active' | 'assembly' | 'locked' | 'testable' | 'trackable' | 'virtual') =>
  (eb: Item, yes: boolean) =>
    eb(side, 'in', (e) =>
      e
        .selectFrom('part')
        .select('part.id')
        .where(`part.${flag}`, '=', yes ? 1 : 0)
    )

const componentIn = (parts: Expression<unknown>) => (_eb: Item, yes: boolean) =>
  yes ? sql<SqlBool>`bom_item.sub_part_id in ${parts}` : sql<SqlBool>`bom_item.sub_part_id not in ${parts}`

const ofComponent = (column: 'name' | 'IPN') => otherColumn('bom_item', 'sub_part_id', 'part', column)
const categoryName = () =>
  sql`(select g.name from part c join part_category g on g.id = c.category_id where c.id = bom_item.sub_part_id)`
const price = (column: 'overall_min' | 'overall_max' | 'updated') => () =>
  sql<number | null>`(select p.${sql.id(column)} from part_pricing p where p.part_id = bom_item.sub_part_id)`
const total = (column: 'overall_min' | 'overall_max') => () =>
  sql<number | null>`${price(column)()} * bom_item.quantity`

const times = (one: number | null, quantity: number) => (one === null ? null : roundLinePrice(one * quantity))

const DIGITS = { setup_quantity: [15, 5], attrition: [6, 3], rounding_multiple: [15, 5] } as const

type LineChange = Change<'bom', 'bom_item'>

/** The text of `quantity` as it was sent; a form or a careful client sends text. */
function plainAmount({ context, body }: LineChange): string {
  const sent = (context.rawBody as { quantity?: unknown } | null)?.quantity
  return typeof sent === 'string' ? sent.trim() : String(body.quantity)
}

/** The rules of a line, in the order in which the API tells of them (docs/behaviour/bom.md#rules). */
async function check(change: LineChange): Promise<void> {
  const { context, db, before, body, values } = change
  const problems: Problems = dictionary({})
  for (const [field, [digits, places]] of Object.entries(DIGITS)) {
    const number = body[field as keyof typeof DIGITS]
    const problem = typeof number === 'number' ? binaryDecimalProblem(number, digits, places) : undefined
    if (problem) problems[field] = [problem]
  }
  if (Object.keys(problems).length) throw invalid(problems)

  const part = body.part ?? before!.part_id
  const component = body.sub_part ?? before!.sub_part_id
  const { units, trackable } = await db
    .selectFrom('part')
    .select(['units', 'trackable'])
    .where('id', '=', component)
    .executeTakeFirstOrThrow()
  const plain = body.raw_amount === undefined && body.quantity !== undefined
  const raw =
    body.raw_amount ?? (plain ? plainAmount(change) : before ? before.raw_amount || String(before.quantity) : '1.0')
  const quantity = amountOf(raw, units, plain, context)
  values.raw_amount = raw
  values.quantity = quantity
  if (trackable && !Number.isInteger(quantity))
    throw invalid({ quantity: ['Quantity must be integer value for trackable parts'] })
  const circle = (await circles(db, context.settings, part, [component])).get(component)
  if (circle) throw invalid({ sub_part: [circle] })

  const next = {
    setup_quantity: 0,
    attrition: 0,
    rounding_multiple: null,
    reference: '',
    optional: 0,
    inherited: 0,
    consumable: 0,
    allow_variants: 0,
    ...before,
    ...values
  } as Hashed
  await refuseLockedBom(db, context.settings, [...(before ? [before] : []), next])
  values.validated = before !== null && (await stillValid(db, context.settings, before, next))
}

/** What a search looks in of a part. */
const SEARCHED = ['name', 'description', 'IPN', 'revision', 'keywords'] as const

const read = readBefore<{ sub_part_id: number; quantity: number; setup_quantity: number; attrition: number }>(
  'sub_part_id',
  'quantity',
  'setup_quantity',
  'attrition'
)

export const bomLine = resource('bom', 'bom_item', {
  className: 'BomItem',
  options: {
    can_build: { default: true },
    part_detail: { default: false, needs: ['part', 'build'] },
    sub_part_detail: { default: false, needs: ['part', 'build'] },
    category_detail: { default: false, needs: ['part_category', 'build'] },
    substitutes: { default: false, needs: ['bom', 'build'] },
    pricing: { default: false }
  },
  computed: {},
  search: [
    'reference',
    through('part_id', 'part', SEARCHED),
    through('sub_part_id', 'part', SEARCHED, through('category_id', 'part_category', ['name']))
  ],
  order: {
    can_build: canBuildOrder,
    category: categoryName,
    quantity: 'quantity',
    setup_quantity: 'setup_quantity',
    attrition: 'attrition',
    rounding_multiple: 'rounding_multiple',
    sub_part: ofComponent('name'),
    IPN: ofComponent('IPN'),
    available_stock: componentStock,
    allow_variants: 'allow_variants',
    inherited: 'inherited',
    optional: 'optional',
    consumable: 'consumable',
    reference: 'reference',
    validated: 'validated',
    pricing_min: price('overall_min'),
    pricing_max: price('overall_max'),
    pricing_min_total: total('overall_min'),
    pricing_max_total: total('overall_max'),
    pricing_updated: price('updated')
  },
  defaultOrder: ['id'],
  beforeWrite: read.beforeWrite,
  filters: {
    part: (_eb, id) =>
      sql<SqlBool>`(bom_item.part_id = ${id} or (bom_item.inherited = 1 and bom_item.part_id in ${selfAndAbove(id)}))`,
    uses: (eb, id) => eb('bom_item.id', 'in', linesUsing(id)),
    category: (eb, id) =>
      eb('sub_part_id', 'in', (e) =>
        e
          .selectFrom('part as p')
          .innerJoin('part_category as c', 'c.id', 'p.category_id')
          .innerJoin('part_category as top', (on) =>
            on.onRef('top.tree_id', '=', 'c.tree_id').onRef('top.lft', '<=', 'c.lft').onRef('top.rght', '>=', 'c.rght')
          )
          .select('p.id')
          .where('top.id', '=', id)
      ),
    part_active: flagOf('part_id', 'active'),
    part_locked: flagOf('part_id', 'locked'),
    part_testable: flagOf('part_id', 'testable'),
    part_trackable: flagOf('part_id', 'trackable'),
    sub_part_active: flagOf('sub_part_id', 'active'),
    sub_part_assembly: flagOf('sub_part_id', 'assembly'),
    sub_part_testable: flagOf('sub_part_id', 'testable'),
    sub_part_trackable: flagOf('sub_part_id', 'trackable'),
    sub_part_virtual: flagOf('sub_part_id', 'virtual'),
    allow_variants: equals('allow_variants'),
    consumable: equals('consumable'),
    inherited: equals('inherited'),
    optional: equals('optional'),
    validated: equals('validated'),
    available_stock: componentIn(PARTS_AVAILABLE),
    on_order: componentIn(PARTS_ON_ORDER),
    has_pricing: componentIn(
      sql`(select p.part_id from part_pricing p where p.overall_min is not null or p.overall_max is not null)`
    )
  },
  embed: async (rows, context, view) => {
    const components = rows.map((row) => row.sub_part_id)
    const parts = await briefParts(
      context,
      [...(view.part_detail ? rows.map((row) => row.part_id) : []), ...(view.sub_part_detail ? components : [])],
      { pricing: true }
    )
    const categoryIds = await lookup(view.category_detail ? components : [], async (keys) =>
      (await context.db.selectFrom('part').select(['id', 'category_id']).where('id', 'in', keys).execute()).map(
        (row) => [row.id, row.category_id]
      )
    )
    const substitutes = await substitutesOf(context.db, view.substitutes ? rows.map((row) => row.id) : [])
    return {
      parts,
      categoryIds,
      categories: await category.read(
        context,
        [...categoryIds.values()].filter((id) => id !== null),
        { created: true }
      ),
      substitutes,
      substituteItems: await substitute.read(
        context,
        [...substitutes.values()].flat().map((row) => row.id)
      ),
      available: view.created ? undefined : await availabilityOf(context.db, rows.map(read.of)),
      prices: await lookup(view.pricing ? components : [], async (keys) =>
        (
          await context.db
            .selectFrom('part_pricing')
            .select(['part_id', 'overall_min', 'overall_max', 'updated'])
            .where('part_id', 'in', keys)
            .execute()
        ).map((row) => [row.part_id, row])
      )
    }
  },
  toJSON: (row, also, view, context) => {
    const there = also.available?.get(row.id)
    const prices = also.prices.get(row.sub_part_id)
    const [min, max] = [prices?.overall_min ?? null, prices?.overall_max ?? null]
    const categoryId = also.categoryIds.get(row.sub_part_id) ?? null
    return {
      pk: row.id,
      part: row.part_id,
      sub_part: row.sub_part_id,
      reference: row.reference,
      raw_amount: row.raw_amount,
      quantity: row.quantity,
      allow_variants: row.allow_variants === 1,
      inherited: row.inherited === 1,
      optional: row.optional === 1,
      consumable: row.consumable === 1,
      setup_quantity: row.setup_quantity,
      attrition: row.attrition,
      rounding_multiple: row.rounding_multiple,
      note: row.note,
      ...(view.pricing ? { pricing_min: min } : {}),
      // Writes bring the lowest price alone, unless they ask for all.
      ...(view.pricing && (!view.written || looseFlag(context.rawQuery.pricing))
        ? {
            pricing_max: max,
            pricing_min_total: times(min, row.quantity),
            pricing_max_total: times(max, row.quantity),
            pricing_updated: shownTime(prices?.updated ?? null)
          }
        : {}),
      ...(view.substitutes
        ? { substitutes: also.substitutes.get(row.id)!.map(({ id }) => also.substituteItems.get(id)!) }
        : {}),
      validated: row.validated === 1,
      available_stock: there?.available_stock ?? null,
      available_substitute_stock: there?.available_substitute_stock ?? null,
      available_variant_stock: there?.available_variant_stock ?? null,
      external_stock: there?.external_stock ?? null,
      on_order: there?.on_order ?? null,
      building: there?.building ?? null,
      ...(view.can_build ? { can_build: there ? canBuild(read.of(row), there) : null } : {}),
      ...(view.part_detail ? { part_detail: also.parts.get(row.part_id)! } : {}),
      ...(view.sub_part_detail ? { sub_part_detail: also.parts.get(row.sub_part_id)! } : {}),
      ...(view.category_detail
        ? { category_detail: categoryId === null ? null : also.categories.get(categoryId)! }
        : {})
    }
  },
  write: {
    columns: {
      part: 'part_id',
      sub_part: 'sub_part_id',
      reference: 'reference',
      raw_amount: null,
      quantity: null,
      allow_variants: 'allow_variants',
      inherited: 'inherited',
      optional: 'optional',
      consumable: 'consumable',
      setup_quantity: 'setup_quantity',
      attrition: 'attrition',
      rounding_multiple: 'rounding_multiple',
      note: 'note',
      validated: null
    },
    check,
    saved: async ({ context, db, before }, id) => {
      const row = await db
        .selectFrom('bom_item')
        .innerJoin('part', 'part.id', 'bom_item.sub_part_id')
        .selectAll('bom_item')
        .select('part.trackable')
        .where('bom_item.id', '=', id)
        .executeTakeFirstOrThrow()
      await followUp(db, 'bomitem', [id])
      if (row.trackable) await spreadTrackable(db, [row.sub_part_id])
      if (before && !differs(before, row)) return
      const assemblies = await assembliesOf(db, [...(before ? [before] : []), row])
      await recheck(db, context.settings, assemblies)
      await pricesChanged(db, context.settings, assemblies)
    },
    remove: async (row, db, { settings }) => {
      await refuseLockedBom(db, settings, [row])
      await db.deleteFrom('bom_item').where('id', '=', row.id).execute()
      const assemblies = await assembliesOf(db, [row])
      await recheck(db, settings, assemblies)
      await pricesChanged(db, settings, assemblies)
    }
  }
})
