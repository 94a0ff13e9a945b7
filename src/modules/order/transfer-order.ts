import { sql } from 'kysely'
import { modifier } from '#crud/definition.ts'
import { resource } from '#crud/resource.ts'
import { location } from '#modules/stock/index.ts'
import { wantedParts } from './filters.ts'
import { TRANSFER } from './kinds.ts'
import { orderDefinition } from './order.ts'

const orders = orderDefinition(TRANSFER)

const PLACES = ['stock_location', 'build'] as const

export const transferOrder = resource('order_transfer_order', 'transfer_order', {
  className: 'TransferOrder',
  options: {
    ...orders.options,
    take_from_detail: { default: true, needs: PLACES },
    destination_detail: { default: true, needs: PLACES }
  },
  computed: orders.computed,
  deferred: orders.deferred,
  search: orders.search,
  order: {
    creation_date: orders.order.creation_date,
    created_by: orders.order.created_by,
    reference: orders.order.reference,
    line_items: orders.order.line_items,
    status: orders.order.status,
    start_date: orders.order.start_date,
    target_date: orders.order.target_date,
    complete_date: 'complete_date',
    project_code: orders.order.project_code
  },
  beforeWrite: orders.beforeWrite,
  defaultOrder: orders.defaultOrder,
  filters: {
    ...orders.filters,
    part: (_eb, part, _call, query) =>
      sql<boolean>`transfer_order.id in (select l.order_id from transfer_order_line l where l.part_id in ${wantedParts(part, query)})`,
    include_variants: modifier
  },
  undeclared: orders.undeclared,
  embed: async (rows, context, view) => {
    const ids = [
      ...(view.take_from_detail ? rows.map((row) => row.take_from_id) : []),
      ...(view.destination_detail ? rows.map((row) => row.destination_id) : [])
    ]
    return {
      ...(await orders.embed(rows, context, view)),
      places: await location.read(
        context,
        ids.filter((id) => id !== null),
        { created: true }
      )
    }
  },
  toJSON: (row, also, view) => ({
    ...orders.shown(row, also, view),
    take_from: row.take_from_id,
    ...(view.take_from_detail
      ? { take_from_detail: row.take_from_id === null ? null : also.places.get(row.take_from_id)! }
      : {}),
    destination: row.destination_id,
    ...(view.destination_detail
      ? { destination_detail: row.destination_id === null ? null : also.places.get(row.destination_id)! }
      : {}),
    consume: row.consume === 1,
    complete_date: row.complete_date
  }),
  write: {
    columns: {
      ...orders.columns,
      issue_date: 'issue_date',
      complete_date: 'complete_date',
      take_from: 'take_from_id',
      destination: 'destination_id',
      consume: 'consume'
    },
    initial: orders.initial,
    check: orders.check,
    saved: orders.saved,
    remove: orders.remove
  }
})
