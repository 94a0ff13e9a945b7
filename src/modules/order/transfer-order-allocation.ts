import { sql } from 'kysely'
import { invalid } from '#contract/errors.ts'
import { resource } from '#crud/resource.ts'
import { inStates } from '#modules/status/index.ts'
import { allocationDefinition } from './allocation.ts'
import { whether } from './filters.ts'
import { TRANSFER } from './kinds.ts'
import { transferOrder } from './transfer-order.ts'

const allocations = allocationDefinition(TRANSFER, transferOrder.read)

export const transferOrderAllocation = resource('order_transfer_order_allocation', 'transfer_order_allocation', {
  className: 'TransferOrderAllocation',
  options: allocations.options,
  computed: allocations.computed,
  search: allocations.search,
  order: allocations.order,
  defaultOrder: ['id'],
  filters: {
    ...allocations.filters,
    outstanding: (_eb, yes) =>
      whether(
        yes,
        sql`(select o.status from transfer_order_line l join transfer_order o on o.id = l.order_id
      where l.id = transfer_order_allocation.line_id) in ${inStates(TRANSFER.open)}`
      )
  },
  embed: allocations.embed,
  toJSON: allocations.shown,
  write: {
    columns: allocations.columns,
    check: async (change) => {
      const problems = await allocations.problems(change)
      if (Object.keys(problems).length) throw invalid(problems)
    }
  }
})
