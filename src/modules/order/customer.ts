import type { RequestContext } from '#contract/scopes.ts'
import { briefCompanies, COMPANY_ROLES } from '#modules/company/index.ts'

interface Row {
  customer_id: number | null
  customer_reference: string
}
interface Shown {
  customer_detail: boolean
}

/**
 * What orders from customers have of their customer, to be put into the definition of each
 * (docs/behaviour/order.md#json).
 */
export const customers = {
  options: { customer_detail: { default: false, needs: COMPANY_ROLES } },
  columns: { customer: 'customer_id', customer_reference: 'customer_reference' } as const,
  embed: async (rows: Row[], context: RequestContext, view: Shown) =>
    view.customer_detail
      ? await briefCompanies(
          context.db,
          rows.map((row) => row.customer_id)
        )
      : undefined,
  shown: (row: Row, companies: Awaited<ReturnType<typeof briefCompanies>> | undefined, view: Shown) => ({
    customer: row.customer_id,
    customer_reference: row.customer_reference,
    ...(view.customer_detail
      ? { customer_detail: row.customer_id === null ? null : companies!.get(row.customer_id)! }
      : {})
  })
}
