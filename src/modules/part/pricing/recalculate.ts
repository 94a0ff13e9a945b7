import type { Insertable, SelectQueryBuilder } from 'kysely'
import type { Database, DB } from '#db/database.ts'
import { atEnd, transact } from '#db/transaction.ts'
import type { SettingReader } from '#contract/scopes.ts'
import { lookup, lookupMany } from '#crud/lookup.ts'
import { drain, type Background, type Rounds } from '#framework/background.ts'
import { doneBy, type Job, type JobHandler } from '#framework/jobs/job.ts'
import type { SettingStore } from '#framework/module.ts'
import { baseCurrency, loadRates } from '#modules/currency/index.ts'
import { now } from '#framework/time.ts'
import { bomRanges } from './bom.ts'
import { ancestorsOf, descendantsOf } from '../family.ts'
import { overallOf, type Source } from './overall.ts'
import { rangeOf, roundRange, type Range } from './ranges.ts'
import { breakPrices, overallPrices, purchasePrices, soldPrices, supplierPrices } from './sources.ts'

/**
 * How far a changed price reaches: from part to assembly or template, and on (docs/behaviour/pricing.md#calculation).
 */
const DEPTH = 50

const NOTHING: Range = { min: null, max: null }

const SOURCES: readonly Source[] = [
  'bom_cost',
  'purchase_cost',
  'internal_cost',
  'supplier_price',
  'variant_cost',
  'sale_price',
  'sale_history'
]

/** The columns of a range. */
const columns = <Name extends string>(name: Name, { min, max }: Range, currency: string) => ({
  [`${name}_min`]: min,
  [`${name}_min_currency`]: currency,
  [`${name}_max`]: max,
  [`${name}_max_currency`]: currency
})

/**
 * Works out the prices of parts from their sources and stores them.
 *
 * @param db inside a transaction
 * @returns the parts whose overall range is another one now
 */
async function recalculate(db: Database, settings: SettingReader, ids: number[]): Promise<number[]> {
  const base = baseCurrency(settings)
  const rates = await loadRates(db)
  const parts = [
    ...(
      await lookup(ids, async (keys) =>
        (
          await db
            .selectFrom('part')
            .select(['id', 'assembly', 'purchaseable', 'is_template'])
            .where('id', 'in', keys)
            .execute()
        ).map((part) => [part.id, part])
      )
    ).values()
  ]
  const those = (wanted: (part: (typeof parts)[number]) => boolean | number) => parts.filter(wanted).map(({ id }) => id)
  const all = those(() => true)

  const families = await descendantsOf(db, all)
  const variantsOf = (id: number) =>
    (families.get(id) ?? [])
      .filter(({ active }) => active || !settings.flag('PRICING_ACTIVE_VARIANTS'))
      .map((variant) => variant.id)
  const [bom, bought, internal, supplied, variants, sale, sold, stored] = [
    await bomRanges(
      db,
      those(({ assembly }) => assembly),
      base,
      rates
    ),
    await purchasePrices(db, settings, all),
    await breakPrices(db, 'part_internal_price', settings.flag('PART_INTERNAL_PRICE') ? all : []),
    await supplierPrices(
      db,
      those(({ purchaseable }) => purchaseable)
    ),
    await overallPrices(db, those(({ is_template }) => is_template).flatMap(variantsOf)),
    await breakPrices(db, 'part_sale_price', all),
    await soldPrices(
      db,
      all.flatMap((id) => [id, ...(families.get(id) ?? []).map((variant) => variant.id)])
    ),
    await lookup(all, async (keys) =>
      (await db.selectFrom('part_pricing').selectAll().where('part_id', 'in', keys).execute()).map((row) => [
        row.part_id,
        row
      ])
    )
  ]

  const changed: number[] = []
  for (const { id, is_template } of parts) {
    const of = (prices: Awaited<ReturnType<typeof overallPrices>>, from: number[] = [id]) =>
      rangeOf(
        from.flatMap((part) => prices.get(part) ?? []),
        base,
        rates
      )
    const ranges: Record<Source, Range> = {
      bom_cost: bom.get(id) ?? NOTHING,
      purchase_cost: of(bought),
      internal_cost: of(internal),
      supplier_price: of(supplied),
      variant_cost: is_template ? of(variants, variantsOf(id)) : NOTHING,
      sale_price: of(sale),
      sale_history: of(sold, [id, ...(families.get(id) ?? []).map((variant) => variant.id)])
    }
    const before = stored.get(id)
    const overrides = before ?? {
      override_min: null,
      override_min_currency: base,
      override_max: null,
      override_max_currency: base
    }
    const overall = overallOf(ranges, overrides, settings, base, rates)
    const row = {
      updated: now(),
      currency: base,
      scheduled_for_update: 0,
      ...Object.assign({}, ...SOURCES.map((source) => columns(source, roundRange(ranges[source]), base))),
      ...columns('overall', overall, base),
      part_id: id
    } as Insertable<DB['part_pricing']>
    if (before) await db.updateTable('part_pricing').set(row).where('id', '=', before.id).execute()
    // Of parts whose prices nobody knows, most of those that there are, nothing is stored.
    else if (SOURCES.some((source) => ranges[source].min !== null))
      await db
        .insertInto('part_pricing')
        .values({ ...row, override_min_currency: base, override_max_currency: base })
        .execute()
    if ((before?.overall_min ?? null) !== overall.min || (before?.overall_max ?? null) !== overall.max) changed.push(id)
  }
  return changed
}

/** The assemblies that use some parts, as sub-part, variant or substitute, and the templates above them. */
async function dependants(db: Database, ids: number[]): Promise<number[]> {
  const above = [...(await ancestorsOf(db, ids)).values()].flat()
  const lines = [
    ...(
      await lookupMany(ids, async (keys) =>
        (
          await db
            .selectFrom('bom_item')
            .select(['part_id', 'sub_part_id', 'inherited'])
            .where('sub_part_id', 'in', keys)
            .execute()
        ).map((line) => [line.sub_part_id, line])
      )
    ).values(),
    ...(
      await lookupMany(above, async (keys) =>
        (
          await db
            .selectFrom('bom_item')
            .select(['part_id', 'sub_part_id', 'inherited'])
            .where('sub_part_id', 'in', keys)
            .where('allow_variants', '=', 1)
            .execute()
        ).map((line) => [line.sub_part_id, line])
      )
    ).values(),
    ...(
      await lookupMany(ids, async (keys) =>
        (
          await db
            .selectFrom('bom_substitute')
            .innerJoin('bom_item', 'bom_item.id', 'bom_substitute.bom_item_id')
            .select(['bom_item.part_id', 'bom_item.inherited', 'bom_substitute.part_id as sub_part_id'])
            .where('bom_substitute.part_id', 'in', keys)
            .execute()
        ).map((line) => [line.sub_part_id, line])
      )
    ).values()
  ].flat()
  const heirs = await descendantsOf(
    db,
    lines.filter(({ inherited }) => inherited).map(({ part_id }) => part_id)
  )
  return [
    ...new Set([...above, ...lines.map(({ part_id }) => part_id), ...[...heirs.values()].flat().map(({ id }) => id)])
  ]
}

/**
 * Works out the prices of parts and, where an overall range changed, those that rest on it.
 *
 * @param db inside a transaction
 */
export async function workOutPrices(db: Database, settings: SettingReader, ids: Iterable<number>): Promise<void> {
  let wave = [...new Set(ids)]
  for (let depth = 0; depth < DEPTH && wave.length; depth++) {
    const changed = await recalculate(db, settings, wave)
    if (!settings.flag('PRICING_AUTO_UPDATE')) return
    wave = changed.length ? await dependants(db, changed) : []
  }
}

/**
 * To be called whenever something changed that prices rest on: price breaks, lines of BOMs and their
 * substitutes, supplier parts, stock with a price, completed orders. Everything that follows is worked out once, at the
 * end of the transaction, unless `PRICING_AUTO_UPDATE` is off.
 *
 * @param db inside the transaction of the change
 * @param ids the parts concerned; nulls are passed over
 */
export async function pricesChanged(
  db: Database,
  settings: SettingReader,
  ids: Iterable<number | null>
): Promise<void> {
  if (settings.flag('PRICING_AUTO_UPDATE'))
    await atEnd(
      db,
      workOutPrices,
      settings,
      [...ids].filter((id) => id !== null)
    )
}

/** How many parts are worked out at once where all are. */
const AT_ONCE = 500

/** Works out the prices of many parts, in rounds; each is a transaction. */
async function* inRounds(
  db: Database,
  settings: SettingReader,
  narrowed: (db: Database) => SelectQueryBuilder<DB, 'part', { id: number }>
): Rounds {
  if (!settings.flag('PRICING_AUTO_UPDATE')) return
  for (let last = 0; ; ) {
    const ids = (await narrowed(db).where('part.id', '>', last).orderBy('part.id').limit(AT_ONCE).execute()).map(
      ({ id }) => id
    )
    if (ids.length) await transact(db, (trx) => workOutPrices(trx, settings, ids))
    if (ids.length < AT_ONCE) return
    last = ids.at(-1)!
    yield
  }
}

/** Works out the prices of all parts, where the default currency or what currencies are worth has changed. */
export const allPrices = (db: Database, settings: SettingReader): Rounds =>
  inRounds(db, settings, (reader) => reader.selectFrom('part').select('part.id'))

/** Works out the prices of all parts. */
const ALL_PRICES: Job<Record<string, never>> = {
  name: 'prices.all',
  lane: 'long',
  priority: 20,
  pauses: [60, 600, 3600],
  limit: 4 * 3600
}

/** What works out the prices of all parts. */
export const allPricesJob = (settings: SettingStore): JobHandler =>
  doneBy(ALL_PRICES, async (_args, { db, stopped }) => {
    await settings.refresh()
    await drain(allPrices(db, settings), stopped)
  })

/**
 * Brings the prices of all parts in line with another default currency, or with what currencies are worth now; in a large
 * house most of them after the answer.
 */
export const allPricesChanged = (background: Background, db: Database, settings: SettingReader): Promise<void> =>
  background.begin(allPrices(db, settings), { job: ALL_PRICES, args: {} })

/**
 * Works out the prices that are missing, in another currency, or older than the setting PRICING_UPDATE_DAYS
 * (docs/behaviour/pricing.md#calculation).
 */
export function stalePrices(db: Database, settings: SettingReader): Rounds {
  const days = settings.number('PRICING_UPDATE_DAYS')
  const since = new Date(Date.now() - days * 86_400_000).toISOString()
  const fresh = db
    .selectFrom('part_pricing')
    .select('part_id')
    .where('currency', '=', baseCurrency(settings))
    .$if(days > 0, (query) => query.where('updated', '>=', since))
  return inRounds(db, settings, (reader) =>
    reader.selectFrom('part').select('part.id').where('part.id', 'not in', fresh)
  )
}

/** Works out the overall range alone, from what is stored of the sources; for a limit that was set by hand. */
export async function refreshOverall(db: Database, settings: SettingReader, id: number): Promise<void> {
  const row = await db.selectFrom('part_pricing').selectAll().where('part_id', '=', id).executeTakeFirstOrThrow()
  const base = baseCurrency(settings)
  const rates = await loadRates(db)
  const ranges = Object.fromEntries(
    SOURCES.map((source) => [
      source,
      rangeOf([{ min: row[`${source}_min`], max: row[`${source}_max`], currency: row.currency }], base, rates)
    ])
  ) as Record<Source, Range>
  const overall = columns('overall', overallOf(ranges, row, settings, base, rates), base)
  await db
    .updateTable('part_pricing')
    .set({ ...overall, updated: now() })
    .where('id', '=', row.id)
    .execute()
}
