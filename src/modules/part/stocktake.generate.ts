import { sql } from 'kysely'
import type { SettingReader } from '#contract/scopes.ts'
import type { Body, Handler } from '#contract/types.ts'
import type { Database } from '#db/database.ts'
import { inChunksOf } from '#crud/chunks.ts'
import { lookup } from '#crud/lookup.ts'
import { drain, type Background, type Rounds } from '#framework/background.ts'
import { doneBy, type Job, type JobHandler } from '#framework/jobs/job.ts'
import type { SettingStore } from '#framework/module.ts'
import { baseCurrency } from '#modules/currency/index.ts'
import type { DataOutputs } from '#modules/data-output/index.ts'
import { today } from '#framework/time.ts'
import { categoryNames } from './category.queries.ts'
import { descendantsOf } from './family.ts'
import { takeStocktake, type StocktakeCount } from './stocktake.take.ts'

/** How many parts are counted in a round. */
const AT_ONCE = 500

type Asked = NonNullable<Body<'part_stocktake_generate_create'>>

/**
 * The parts that a stocktake is about: those in use of a family of variants, of a category and all below it, or all.
 */
async function chosen(db: Database, { part, category }: Asked): Promise<number[]> {
  let query = db.selectFrom('part').select('id').where('active', '=', 1)
  if (part) query = query.where('id', 'in', [part, ...(await descendantsOf(db, [part])).get(part)!.map(({ id }) => id)])
  if (category) {
    query = query.where(
      'category_id',
      'in',
      sql<number>`(select c.id from part_category c join part_category top on top.tree_id = c.tree_id
      and top.lft <= c.lft and top.rght >= c.rght where top.id = ${category})`
    )
  }
  return (await query.orderBy('id').execute()).map(({ id }) => id)
}

/** Keeps what was counted; a part has one entry a day. */
async function keep(db: Database, base: string, counted: StocktakeCount[]): Promise<void> {
  const date = today()
  const done = await lookup(
    counted.map(({ part }) => part),
    async (keys) =>
      (
        await db
          .selectFrom('part_stocktake')
          .select('part_id')
          .where('part_id', 'in', keys)
          .where('date', '>=', date)
          .execute()
      ).map(({ part_id }) => [part_id, true])
  )
  const rows = counted
    .filter(({ part }) => !done.has(part))
    .map(({ part, ...row }) => ({ part_id: part, date, cost_min_currency: base, cost_max_currency: base, ...row }))
  if (rows.length) await db.insertInto('part_stocktake').values(rows).execute()
}

const COLUMNS = [
  'ID',
  'Name',
  'IPN',
  'Description',
  'Category ID',
  'Category',
  'Item Count',
  'Quantity',
  'Minimum Stock Cost',
  'Maximum Stock Cost',
  'Currency'
].map((heading) => ({ heading }))

/** The lines of a report. */
async function lines(db: Database, base: string, counted: StocktakeCount[]): Promise<unknown[][]> {
  const parts = await lookup(
    counted.map(({ part }) => part),
    async (keys) =>
      (
        await db
          .selectFrom('part')
          .select(['id', 'name', 'IPN', 'description', 'category_id'])
          .where('id', 'in', keys)
          .execute()
      ).map((part) => [part.id, part])
  )
  const names = await categoryNames(
    db,
    [...parts.values()].map((part) => part.category_id)
  )
  return counted
    .filter(({ part }) => parts.has(part))
    .map(({ part: id, item_count, quantity, cost_min, cost_max }) => {
      const { name, IPN, description, category_id: category } = parts.get(id)!
      return [
        id,
        name,
        IPN,
        description,
        category,
        category === null ? null : names.get(category)!,
        item_count,
        quantity,
        cost_min,
        cost_max,
        base
      ]
    })
}

/** A stocktake in rounds: each keeps its entries for good. */
async function* rounds(
  db: Database,
  settings: SettingReader,
  asked: Asked,
  parts: number[],
  report?: ReturnType<DataOutputs['report']>
): Rounds {
  const base = baseCurrency(settings)
  const table: unknown[][] = []
  try {
    for (let at = 0; at < parts.length; at += AT_ONCE) {
      if (at > 0) yield
      const counted = (
        await takeStocktake(db, settings, parts.slice(at, at + AT_ONCE), { location: asked.location ?? null })
      ).filter(({ item_count }) => !asked.location || item_count > 0)
      await db.transaction().execute(async (trx) => {
        if (asked.generate_entry && !asked.location) await keep(trx, base, counted)
        await report?.advance(trx, Math.floor((100 * Math.min(at + AT_ONCE, parts.length)) / parts.length))
      })
      if (report) table.push(...(await lines(db, base, counted)))
    }
    await report?.finish(db, { columns: COLUMNS, rows: inChunksOf(table), format: 'csv' })
  } catch (error) {
    await report?.fail(db, 'The stocktake could not be finished; the log of the server says why.')
    throw error
  }
}

const STOCKTAKE: Job<{ asked: Asked; output: number | null }> = {
  name: 'stocktake.generate',
  lane: 'long',
  priority: 30,
  pauses: [60],
  limit: 4 * 3600
}

/** What is done with the data output of a stocktake. */
const reportOf = (outputs: DataOutputs, output: number) => outputs.report(output, 'stocktake_report')

/** What takes stock in place of a process that ended. */
export const stocktakeJob = (settings: SettingStore, outputs: DataOutputs): JobHandler =>
  doneBy(
    STOCKTAKE,
    async ({ asked, output }, { db, stopped }) => {
      if (output !== null && !(await outputs.isWanted(db, output))) return
      await settings.refresh()
      const report = output === null ? undefined : reportOf(outputs, output)
      await drain(rounds(db, settings, asked, await chosen(db, asked), report), stopped)
    },
    outputs.ends
  )

/**
 * Takes stock in the background: nothing unless the setting STOCKTAKE_ENABLE is on. Entries are kept for the parts that
 * have none of today; a stocktake of one place keeps none (docs/behaviour/stocktake.md#stocktake).
 */
export const generateStocktake =
  (outputs: DataOutputs, background: Background): Handler<'part_stocktake_generate_create'> =>
  async (call, send) => {
    const asked = call.body ?? {}
    const answer = { part: asked.part ?? null, category: asked.category ?? null, location: asked.location ?? null }
    if (!call.settings.flag('STOCKTAKE_ENABLE')) return send(200, { ...answer, output: null })
    const parts = await chosen(call.db, asked)
    const output = asked.generate_report ? await outputs.begin(call, 'stocktake', parts.length) : null
    const report = output === null ? undefined : reportOf(outputs, output)
    const again = { job: STOCKTAKE, args: { asked, output } }
    await background.begin(rounds(call.db, call.settings, asked, parts, report), again)
    return send(200, { ...answer, output: output === null ? null : await outputs.shown(call, output) })
  }

/**
 * A stocktake that keeps an entry for every part in use that has none of later than a day.
 *
 * @param day YYYY-MM-DD
 */
export async function stocktakeSince(db: Database, settings: SettingReader, day: string): Promise<Rounds> {
  const due = await db
    .selectFrom('part')
    .select('id')
    .where('active', '=', 1)
    .where('id', 'not in', (eb) => eb.selectFrom('part_stocktake').select('part_id').where('date', '>', day))
    .orderBy('id')
    .execute()
  return rounds(
    db,
    settings,
    { generate_entry: true },
    due.map(({ id }) => id)
  )
}
