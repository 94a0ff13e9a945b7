import { sql } from 'kysely'
import { invalid } from '#contract/errors.ts'
import { modifier, type Change } from '#crud/definition.ts'
import { readBefore } from '#crud/before.ts'
import { otherColumn } from '#crud/other-column.ts'
import { resource } from '#crud/resource.ts'
import { briefParts } from '#modules/part/index.ts'
import { wantedParts, whether } from './filters.ts'
import { TRANSFER } from './kinds.ts'
import { orderLineDefinition } from './line.ts'
import { allocatedQuantity, stockForLines } from './supply.ts'
import { transferOrder } from './transfer-order.ts'
import { overdueWhile } from './overdue.ts'

const lines = orderLineDefinition(TRANSFER, 'transfer_order_line', null, transferOrder.read)
const overdue = overdueWhile<{
  target_date: string | null
  order_status: number
  transferred: number
  quantity: number
}>((row) => TRANSFER.open.some((state) => state === row.order_status) && row.transferred < row.quantity)

const ofPart = (column: string) => otherColumn<string | null>('transfer_order_line', 'part_id', 'part', column)
const allocated = allocatedQuantity('transfer_order_line', 'transfer_order_allocation')

async function check(change: Change<'order_transfer_order_line', 'transfer_order_line'>): Promise<void> {
  const { before, body } = change
  if ((body.part === undefined ? (before?.part_id ?? null) : body.part) === null)
    throw invalid({ part: ['This field cannot be blank.'] })
  await lines.check(change)
}

const read = readBefore<{ part_id: number | null }>('part_id')

export const transferOrderLine = resource('order_transfer_order_line', 'transfer_order_line', {
  className: 'TransferOrderLineItem',
  options: { ...lines.options, part_detail: { default: false, needs: ['part', 'build'] } },
  computed: { allocated, order_status: () => sql<number>`${lines.ofOrder('status')()}` },
  search: [
    (eb, match) => match(ofPart('name')(eb)),
    (_eb, match) => match(sql`cast(transfer_order_line.quantity as text)`),
    'reference'
  ],
  order: {
    order: lines.ofOrder('reference'),
    part: ofPart('name'),
    part__name: ofPart('name'),
    quantity: 'quantity',
    allocated,
    transferred: 'transferred',
    reference: 'reference',
    target_date: 'target_date'
  },
  beforeWrite: (row) => ({ ...overdue.beforeWrite(row), ...read.beforeWrite(row) }),
  defaultOrder: ['id'],
  filters: {
    ...lines.filters,
    part: (_eb, part, _call, query) => sql<boolean>`transfer_order_line.part_id in ${wantedParts(part, query)}`,
    include_variants: modifier,
    allocated: (_eb, yes) => whether(yes, sql`${allocated()} >= transfer_order_line.quantity`),
    completed: (_eb, yes) => whether(yes, sql`transfer_order_line.transferred >= transfer_order_line.quantity`)
  },
  embed: async (rows, context, view) => ({
    ...(await lines.embed(rows, context, view)),
    parts: await briefParts(context, view.part_detail ? rows.map((row) => row.part_id) : []),
    supply: view.created
      ? undefined
      : await stockForLines(
          context.db,
          rows.map((row) => read.of(row).part_id),
          { salable: false }
        )
  }),
  toJSON: (row, also, view) => ({
    ...lines.shown(row, also, view),
    part: row.part_id,
    transferred: row.transferred,
    overdue: overdue.of(row, view),
    ...(also.supply ? { allocated: row.allocated, ...also.supply(read.of(row).part_id) } : {}),
    ...(view.part_detail ? { part_detail: row.part_id === null ? null : also.parts.get(row.part_id)! } : {})
  }),
  write: { columns: { ...lines.columns, part: 'part_id' }, check, saved: lines.saved, remove: lines.remove }
})
