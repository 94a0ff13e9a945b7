import type { Database } from '#db/database.ts'
import { now } from '#src/time.ts'

/** What an entry of the tracking is about (behaviour-stock-company 21.2); rooms add theirs as they come. */
export const TRACKING = { created: 1, edited: 5 } as const

/** Something that happened to a stock item. */
export interface Happening {
  type: number
  item: number
  part: number
  /** Who did it; null where the server did it by itself. */
  user: number | null
  deltas: Record<string, unknown>
  notes?: string | null
}

/** Enters into the tracking of stock what happened to it. */
export async function track (db: Database, happenings: Happening[]): Promise<void> {
  const date = now()
  const rows = happenings.map(({ type, item, part, user, deltas, notes }) =>
    ({ tracking_type: type, item_id: item, part_id: part, user_id: user, date, notes: notes ?? '', deltas: JSON.stringify(deltas) }))
  for (let at = 0; at < rows.length; at += 1000) await db.insertInto('stock_tracking').values(rows.slice(at, at + 1000)).execute()
}
