import type { Selectable } from 'kysely'
import type { Database, DB } from '#db/database.ts'
import { invalid, refused } from '#contract/errors.ts'
import type { RequestContext } from '#contract/scopes.ts'
import type { Answer, Body, Handler } from '#contract/types.ts'
import { findParent } from '#crud/parent.ts'
import { baseCurrency, loadRates, money } from '#modules/currency/index.ts'
import { shownTime } from '#framework/time.ts'
import { PART } from '../parent.ts'
import { refreshOverall, workOutPrices } from './recalculate.ts'

type Pricing = Selectable<DB['part_pricing']>

const RANGES = [
  'bom_cost',
  'purchase_cost',
  'internal_cost',
  'supplier_price',
  'variant_cost',
  'overall',
  'sale_price',
  'sale_history'
] as const
type Amounts = Record<`${(typeof RANGES)[number]}_${'min' | 'max'}`, number | null>

const shown = (row: Pricing | undefined, base: string): Answer<'part_pricing_retrieve', 200> => ({
  currency: row?.currency || base,
  updated: shownTime(row?.updated ?? null),
  scheduled_for_update: row?.scheduled_for_update === 1,
  ...(Object.fromEntries(
    RANGES.flatMap((name) => [
      [`${name}_min`, row?.[`${name}_min`] ?? null],
      [`${name}_max`, row?.[`${name}_max`] ?? null]
    ])
  ) as Amounts),
  override_min: row?.override_min ?? null,
  override_min_currency: row?.override_min_currency || base,
  override_max: row?.override_max ?? null,
  override_max_currency: row?.override_max_currency || base
})

const stored = (db: Database, id: number) =>
  db.selectFrom('part_pricing').selectAll().where('part_id', '=', id).executeTakeFirst()

type Call = RequestContext & { path: { id: number } }

const findPart = (call: Call) => findParent(PART, call)

const retrieve: Handler<'part_pricing_retrieve'> = async (call, send) => {
  await findPart(call)
  return send(200, shown(await stored(call.db, call.path.id), baseCurrency(call.settings)))
}

type Limits = NonNullable<Body<'part_pricing_update'>>

/**
 * The two limits of one request must not cross; stored ones are not looked at
 * (docs/behaviour/pricing.md#prices-of-a-part).
 */
async function checkLimits(db: Database, limits: Limits, before: Pricing | undefined, base: string): Promise<void> {
  const { override_min: min, override_max: max } = limits
  if (typeof min !== 'number' || typeof max !== 'number') return
  const { convert } = await loadRates(db)
  const least = convert(min, limits.override_min_currency ?? (before?.override_min_currency || base), base)
  const most = convert(max, limits.override_max_currency ?? (before?.override_max_currency || base), base)
  if (least === null || most === null) throw refused(`Could not convert from provided currencies to ${base}`)
  if (least > most) {
    throw invalid({
      override_min: ['Minimum price must not be greater than maximum price'],
      override_max: ['Maximum price must not be less than minimum price']
    })
  }
}

async function write(
  context: Call & { body: Limits | undefined },
  replace: boolean
): Promise<Answer<'part_pricing_update', 200>> {
  const {
    settings,
    path: { id }
  } = context
  const base = baseCurrency(settings)
  return await context.db.transaction().execute(async (db) => {
    await findPart({ ...context, db })
    const before = await stored(db, id)
    const { update, ...limits } = {
      ...(replace ? { override_min_currency: base, override_max_currency: base } : {}),
      ...context.body
    }
    for (const field of ['override_min', 'override_max'] as const) {
      const limit = limits[field]
      if (limit) limits[field] = money(field, limit)
    }
    await checkLimits(db, limits, before, base)
    if (before) {
      if (Object.keys(limits).length)
        await db.updateTable('part_pricing').set(limits).where('id', '=', before.id).execute()
    } else
      await db
        .insertInto('part_pricing')
        .values({
          currency: base,
          override_min_currency: base,
          override_max_currency: base,
          ...limits,
          part_id: id
        } as never)
        .execute() // what is not named starts as null
    // A record in a currency that is not the default one any more has no sources to go by.
    if (update || (before && before.currency !== base)) await workOutPrices(db, settings, [id])
    else await refreshOverall(db, settings, id)
    return shown(await stored(db, id), base)
  })
}

const change = (replace: boolean) =>
  Object.assign(
    (async (call, send) => send(200, await write(call, replace))) as Handler<
      'part_pricing_update' | 'part_pricing_partial_update'
    >,
    { find: findPart }
  )

/** The price range of a part. */
export const pricingOperations = {
  part_pricing_retrieve: retrieve,
  part_pricing_update: change(true),
  part_pricing_partial_update: change(false)
}
