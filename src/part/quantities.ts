import { sql, type Expression } from 'kysely'

/**
 * The quantities of a part, in SQL. Stock, orders and builds have no tables yet: every part has none of them.
 */
const none = (): Expression<number> => sql<number>`abs(0)` // a bare 0 in ORDER BY would name a column

export const inStock = none
export const totalInStock = none
export const unallocatedStock = none
export const onOrder = none
export const requiredForBuilds = none
export const allocatedToBuilds = none
export const stockItemCount = none

/** The cached price range of a part; no part has one before there is a pricing room. */
export const pricing = (): Expression<number | null> => sql<number | null>`null`

/** How many parts are a revision of the part. */
export const revisionCount = (): Expression<number> => sql<number>`(select count(*) from part r where r.revision_of_id = part.id)`
