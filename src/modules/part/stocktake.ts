import { sql } from 'kysely'
import { equals, type Builder, type Change } from '#crud/definition.ts'
import { lookup } from '#crud/lookup.ts'
import { resource } from '#crud/resource.ts'
import { baseCurrency, money } from '#modules/currency/index.ts'
import { today } from '#framework/time.ts'
import { briefParts } from './brief.ts'

/** The name of the part, by which parts sort. */
const partName = (_eb: Builder<'part_stocktake'>) =>
  sql<string>`(select p.name from part p where p.id = part_stocktake.part_id)`

async function check({
  context,
  before,
  body,
  values,
  replace
}: Change<'part_stocktake', 'part_stocktake'>): Promise<void> {
  for (const field of ['cost_min', 'cost_max'] as const) {
    const cost = body[field]
    if (cost) values[field] = money(field, cost)
  }
  if (before && !replace) return
  const base = baseCurrency(context.settings)
  if (body.cost_min_currency === undefined) values.cost_min_currency = base
  if (body.cost_max_currency === undefined) values.cost_max_currency = base
}

export const stocktake = resource('part_stocktake', 'part_stocktake', {
  className: 'PartStocktake',
  options: { part_detail: { default: false, needs: ['part', 'build'] } },
  computed: {},
  search: [],
  order: { part: partName, item_count: 'item_count', quantity: 'quantity', date: 'date', pk: 'id' },
  defaultOrder: [() => sql`-part_stocktake.id`],
  filters: { part: equals('part_id') },
  embed: async (rows, context, view) => {
    const ids = rows.map((row) => row.part_id)
    return {
      parts: await lookup(ids, async (keys) =>
        (
          await context.db
            .selectFrom('part')
            .select(['id', 'name', 'IPN', 'description'])
            .where('id', 'in', keys)
            .execute()
        ).map(({ id, ...part }) => [id, part])
      ),
      details: view.part_detail ? await briefParts(context, ids, { pricing: false }) : undefined
    }
  },
  toJSON: (row, { parts, details }, _view, context) => {
    const base = baseCurrency(context.settings)
    const part = parts.get(row.part_id)!
    return {
      pk: row.id,
      part: row.part_id,
      part_name: part.name,
      part_ipn: part.IPN,
      part_description: part.description,
      date: row.date,
      item_count: row.item_count,
      quantity: row.quantity,
      cost_min: row.cost_min,
      cost_min_currency: row.cost_min_currency || base,
      cost_max: row.cost_max,
      cost_max_currency: row.cost_max_currency || base,
      ...(details ? { part_detail: details.get(row.part_id)! } : {})
    }
  },
  write: {
    columns: {
      part: 'part_id',
      item_count: 'item_count',
      quantity: 'quantity',
      cost_min: 'cost_min',
      cost_min_currency: 'cost_min_currency',
      cost_max: 'cost_max',
      cost_max_currency: 'cost_max_currency'
    },
    initial: () => ({ date: today() }),
    check
  }
})
