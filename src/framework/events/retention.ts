import { sql } from 'kysely'
import type { Database } from '#db/database.ts'
import { mayTakeLong } from '#db/pace.ts'
import { transact } from '#db/transaction.ts'
import { logOrder, rowAt } from './log.ts'

/** How many events are kept, and for how long, in ms. */
const [MOST_EVENTS, OLDEST_MS] = [100_000, 7 * 24 * 3_600_000]
/** So many times as many are kept while a listener has not read them. */
const UNREAD_FACTOR = 10
/** How many go at once. */
const AT_ONCE = 5000

interface Bounds {
  /** What happened before this moment goes in any case; ISO 8601, UTC. */
  before: string
  /** The last row that goes where everybody has read it, since there are too many; 0 where there are not. */
  tooMany: number
  /** The last row that goes whoever has read it. */
  farTooMany: number
  /** The rows up to which listeners have read: what comes after the first of these somebody has not. */
  read: ReadonlySet<number>
}

/**
 * Deletes events that are too old or too many, the oldest first and piece by piece. What a listener has not read yet
 * stays, unless it is too old or there are ten times too many; the last event stays in any case, since those who have
 * read everything are there.
 *
 * @param db the open database, not a transaction
 * @param stopped nothing more is deleted then
 * @param most how many are kept
 */
export async function deleteOldEvents(db: Database, stopped: AbortSignal, most = MOST_EVENTS): Promise<void> {
  const bounds = await boundsOf(db, most)
  let count: number
  do count = await transact(db, (trx) => deletePiece(trx, bounds))
  while (count === AT_ONCE && !stopped.aborted)
}

async function boundsOf(db: Database, most: number): Promise<Bounds> {
  const lastBefore = async (count: number): Promise<number> => {
    const newest = db.selectFrom('event').select('id').orderBy('id', 'desc')
    return (await newest.offset(count).limit(1).modifyEnd(mayTakeLong).executeTakeFirst())?.id ?? 0
  }
  const cursors = await db.selectFrom('event_cursor').select('position').execute()
  const numbers = [...new Set(cursors.map(({ position }) => rowAt(position) ?? 0))]
  const rows = await db.selectFrom('event').select('id').where('id', 'in', numbers).execute()
  return {
    before: new Date(Date.now() - OLDEST_MS).toISOString(),
    // Whose place is not known may have read nothing.
    tooMany: rows.length < numbers.length ? 0 : await lastBefore(most),
    farTooMany: await lastBefore(most * UNREAD_FACTOR),
    read: new Set(rows.map(({ id }) => id))
  }
}

/** Deletes the first events, up to the first that stays. Gives how many went. */
async function deletePiece(trx: Database, { before, tooMany, farTooMany, read }: Bounds): Promise<number> {
  const { rows } = await sql<{ id: number; at: string }>`select id, at from event
    order by ${logOrder.asc} limit ${AT_ONCE + 1}`.execute(trx)
  let isRead = true
  const stays = ({ id, at }: { id: number; at: string }) => {
    isRead &&= !read.has(id)
    return at >= before && id > (isRead ? tooMany : farTooMany)
  }
  const end = rows.findIndex(stays)
  const gone = rows.slice(0, end === -1 ? -1 : end)
  const ids = sql.join(gone.map(({ id }) => sql.lit(id)))
  if (gone.length > 0) await sql`delete from event where id in (${ids})`.execute(trx)
  return gone.length
}
