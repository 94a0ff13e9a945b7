import type { RequestContext } from '#contract/scopes.ts'
import { equals, modifier } from '#crud/definition.ts'
import { resource } from '#crud/resource.ts'
import { INSTANCES } from '#framework/instances.ts'
import { briefParts, variantsOf } from '#modules/part/index.ts'
import { knownStates } from '#modules/status/index.ts'
import { shownTime, startOfDay } from '#framework/time.ts'
import { briefUsers } from '#modules/user/index.ts'
import { stockItem } from './item.ts'

const LABELS: ReadonlyMap<number, string> = new Map(
  knownStates('StockHistoryCode').map(({ key, label }) => [key, label])
)

/** The deltas that name a record, and of which model. */
const NAMED = {
  part: 'part',
  location: 'stocklocation',
  customer: 'company',
  purchaseorder: 'purchaseorder',
  salesorder: 'salesorder',
  returnorder: 'returnorder',
  transferorder: 'transferorder',
  buildorder: 'build',
  item: 'stockitem',
  stockitem: 'stockitem'
} as const

type Deltas = Record<string, unknown>

/**
 * Deltas with the records that they name, those of all entries loaded together (docs/behaviour/tracking.md#entries).
 */
async function withRecords(context: RequestContext, all: Deltas[]): Promise<Deltas[]> {
  const keys = new Map<string, Set<number>>()
  for (const deltas of all) {
    for (const [name, model] of Object.entries(NAMED)) {
      if (typeof deltas[name] === 'number') keys.set(model, (keys.get(model) ?? new Set()).add(deltas[name]))
    }
  }
  const found = new Map<string, Map<number, unknown>>()
  for (const [model, ids] of keys) {
    const records =
      model === 'part'
        ? await briefParts(context, ids, { pricing: true })
        : await INSTANCES[model]?.(context, [...ids], { created: true })
    if (records) found.set(model, records)
  }
  return all.map((deltas) => ({
    ...deltas,
    ...Object.fromEntries(
      Object.entries(NAMED)
        .filter(([name]) => Object.hasOwn(deltas, name))
        .map(([name, model]) => [`${name}_detail`, found.get(model)?.get(deltas[name] as number) ?? null])
    )
  }))
}

/** What happened to stock. */
const tracking = resource('stock_track', 'stock_tracking', {
  className: 'StockItemTracking',
  options: {
    item_detail: { default: false, needs: ['stock'] },
    part_detail: { default: false, needs: ['part', 'build'] },
    user_detail: { default: false }
  },
  computed: {},
  search: ['notes'],
  order: { date: 'date' },
  defaultOrder: [{ key: 'date', descending: true }],
  filters: {
    item: equals('item_id'),
    part: (eb, id, _call, { include_variants: variants }) =>
      variants ? eb.or([eb('part_id', '=', id), eb('part_id', 'in', variantsOf(id))]) : eb('part_id', '=', id),
    include_variants: modifier,
    user: equals('user_id'),
    min_date: (eb, day) => eb('date', '>', startOfDay(day)),
    max_date: (eb, day) => eb('date', '<', startOfDay(day))
  },
  embed: async (rows, context, view) => {
    const deltas = rows.map((row) => (row.deltas === null ? {} : (JSON.parse(row.deltas) ?? {})) as Deltas)
    const shown = view.list && !view.exported ? await withRecords(context, deltas) : deltas
    const ids = <K extends 'item_id' | 'part_id' | 'user_id'>(column: K) =>
      rows.map((row) => row[column]).filter((id) => id !== null)
    return {
      deltas: new Map(rows.map((row, at) => [row.id, shown[at]!])),
      items:
        view.list && view.item_detail ? await stockItem.read(context, ids('item_id'), { created: true }) : undefined,
      parts: view.list && view.part_detail ? await briefParts(context, ids('part_id'), { pricing: true }) : undefined,
      users: view.list && view.user_detail ? await briefUsers(context.db, ids('user_id')) : undefined
    }
  },
  toJSON: (row, { deltas, items, parts, users }) => ({
    pk: row.id,
    item: row.item_id,
    part: row.part_id,
    date: shownTime(row.date),
    deltas: deltas.get(row.id)!,
    label: LABELS.get(row.tracking_type) ?? String(row.tracking_type),
    notes: row.notes,
    tracking_type: row.tracking_type,
    user: row.user_id,
    ...(items ? { item_detail: row.item_id === null ? null : items.get(row.item_id)! } : {}),
    ...(parts ? { part_detail: row.part_id === null ? null : parts.get(row.part_id)! } : {}),
    ...(users ? { user_detail: row.user_id === null ? null : users.get(row.user_id)! } : {})
  })
})

/**
 * The tracking of stock, to be read. Orders and builds are shown in it, which themselves work with stock: so it is no
 * part of that module's index.
 */
export const trackingOperations = tracking.operations
