import type { Database } from '#db/database.ts'
import type { BuildOrder } from './action.ts'

/** Brings an order into a state. */
export const setStatus = (
  { db }: { db: Database },
  order: number,
  status: number,
  also: Partial<Pick<BuildOrder, 'completion_date' | 'completed_by_id'>> = {}
) =>
  db
    .updateTable('build')
    .set({ status, status_custom_key: status, ...also })
    .where('id', '=', order)
    .execute()
