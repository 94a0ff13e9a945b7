import { sql, type RawBuilder } from 'kysely'
import type { Database } from '#db/database.ts'
import { among } from '#db/text.ts'
import { lookup } from '#crud/lookup.ts'
import { available, quantitiesOf, unallocatedOfPart } from '#modules/part/index.ts'
import { SQL_QUANTITY_PLACES, sumQuantity } from '#framework/decimals.ts'

/** How much stock is set aside for a line, also what was sent. */
export const allocatedQuantity =
  (
    lines: 'sales_order_line' | 'transfer_order_line',
    allocations: 'sales_order_allocation' | 'transfer_order_allocation'
  ) =>
  (): RawBuilder<number> =>
    sql<number>`round(coalesce((select sum(a.quantity) from ${sql.table(allocations)} a where a.line_id = ${sql.ref(`${lines}.id`)}), 0), ${SQL_QUANTITY_PLACES})`

/** What lines show of the stock of their part. */
export interface Supply {
  available_stock: number
  building: number
  on_order: number
}

/** What is free of the variants of parts that are active and can be sold, by the primary key of the part. */
const freeVariants = (db: Database, ids: Iterable<number | null>): Promise<Map<number, number>> =>
  lookup(ids, async (keys) =>
    (
      await sql<{ top: number; amount: number }>`with recursive below (top, id) as (
      select p.variant_of_id, p.id from part p where p.variant_of_id in ${among(keys)}
      union select below.top, p.id from below join part p on p.variant_of_id = below.id)
    select below.top as top, sum(${unallocatedOfPart('p')}) as amount from below cross join part p
    where p.id = below.id and p.active = 1 and p.salable = 1 group by below.top`.execute(db)
    ).rows.map(({ top, amount }) => [top, Math.max(0, sumQuantity(amount))])
  )

/**
 * What there is of parts for lines that ask for them, in a few statements for all of them
 * (docs/behaviour/sales-order.md#lines).
 *
 * @param ids primary keys of parts; nulls and repetitions are passed over
 * @param options `salable` adds what is free of variants that can be sold
 * @returns what a part has; nothing for a line whose part is gone
 */
export async function stockForLines<Salable extends boolean>(
  db: Database,
  ids: (number | null)[],
  { salable }: { salable: Salable }
) {
  const quantities = await quantitiesOf(db, ids)
  const variants = salable ? await freeVariants(db, ids) : undefined
  return (part: number | null): Supply & (Salable extends true ? { available_variant_stock: number } : {}) => {
    const own = part === null ? undefined : quantities.get(part)
    const supply = {
      available_stock: own ? available(own) : 0,
      building: own?.building ?? 0,
      on_order: own?.ordering ?? 0
    }
    return (
      variants ? { ...supply, available_variant_stock: (part === null ? undefined : variants.get(part)) ?? 0 } : supply
    ) as ReturnType<Awaited<ReturnType<typeof stockForLines<Salable>>>>
  }
}
