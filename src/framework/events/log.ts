// What happened to records, in the order in which it was stored. Triggers write it (migration 022), so that every
// writer is heard, in any process.
import { sql } from 'kysely'
import type { Database } from '#db/database.ts'
import { byDialect, isPostgres } from '#db/dialect.ts'
import type { DB } from '#db/tables.ts'

/** Something that happened to a record. */
export interface ChangeEvent {
  /** Its position in the log: what comes after it is read with this. Nobody reads anything else from it. */
  id: string
  /** The word by which the API names the kind of record. */
  model: string
  /** The primary key of the record, which may be gone. */
  pk: number
  action: 'created' | 'changed' | 'deleted'
  /** Where the record is in another state now; a new one was in none. Null for records without states. */
  status: { from: number | null; to: number } | null
  /** ISO 8601, UTC. */
  at: string
}

/** What came after a position. */
export interface EventPage {
  events: ChangeEvent[]
  /** The position after these. */
  position: string
  /**
   * The position that was asked for is not kept any more, or is of another database: nobody knows what came after it.
   * Then there are no events, and `position` is the end.
   */
  lost?: true
  /** Somebody's rights, or what they are let in by, changed on the way. */
  rights?: true
}

/** What the log calls an entry that says that somebody's rights changed; it is no event. */
const RIGHTS = 'rights'

/** Before everything that is kept. */
export const BEGINNING = '0'

type EventRow = Omit<DB['event'], 'id'> & { id: number }

/** The number of a row, and when it was written: a number alone may be given once more after a restore. */
const positionOf = ({ id, at }: Pick<EventRow, 'id' | 'at'>): string => `${id}-${Date.parse(at)}`

/** The number of the row in a position; undefined where it is none. */
export const rowAt = (position: string): number | undefined =>
  /^[1-9]\d{0,14}-\d{1,15}$/.test(position) ? Number(position.slice(0, position.indexOf('-'))) : undefined

/** Whether a transaction under way, `other`, is one of another database of the same server, which writes no events here. */
const isElsewhere = sql`exists (select 1 from pg_locks l join pg_stat_activity a using (pid)
  where l.locktype = 'transactionid' and l.granted and l.transactionid = other::xid and a.datname <> current_database())`

/**
 * PostgreSQL gives numbers to rows while it is still open which transaction ends first. What is older than every
 * transaction that is under way is complete; in the order of transactions nothing comes before it any more.
 */
const isSettled = byDialect<boolean>(
  sql`true`,
  () => sql`xact < (select coalesce(min(other::text::bigint), pg_snapshot_xmax(pg_current_snapshot())::text::bigint)
    from pg_snapshot_xip(pg_current_snapshot()) other where not ${isElsewhere})`
)

/** The order of the log, forwards and backwards; indexes have nulls first, though here are none. */
export const logOrder = {
  asc: byDialect(sql`id`, () => sql`xact nulls first, id`),
  desc: byDialect(sql`id desc`, () => sql`xact desc nulls last, id desc`)
}

/** The rows from one on, with that row itself; none where it is gone. */
const fromRow = (id: number) =>
  byDialect<boolean>(sql`id >= ${id}`, () => sql`(xact, id) >= (select xact, id from event where id = ${id})`)

/**
 * The position after everything that can be read now.
 *
 * @param db the open database
 */
export async function endOfLog(db: Database): Promise<string> {
  const { rows } =
    await sql<EventRow>`select id, at from event where ${isSettled} order by ${logOrder.desc} limit 1`.execute(db)
  return rows[0] ? positionOf(rows[0]) : BEGINNING
}

/**
 * What happened after a position, in the order in which it was stored. A record that changed several times in a row is
 * told of once; each change of its state is told.
 *
 * @param db the open database
 * @param position of an event, or as it was given before; undefined for the present end, where nothing comes after
 * @param limit how many rows of the log are read at most
 */
export async function eventsAfter(db: Database, position: string | undefined, limit: number): Promise<EventPage> {
  if (position === undefined) return { events: [], position: await endOfLog(db) }
  const after = position === BEGINNING ? undefined : rowAt(position)
  if (after === undefined && position !== BEGINNING) return { events: [], position: await endOfLog(db), lost: true }
  const from = after === undefined ? sql`true` : fromRow(after)
  const { rows } = await sql<EventRow>`select id, model, record_id, action, status_from, status_to, at from event
    where ${from} and ${isSettled} order by ${logOrder.asc} limit ${after === undefined ? limit : limit + 1}`.execute(
    db
  )
  // The row of the position itself is read too, to see that it is still that one.
  const [first] = after === undefined ? [] : rows.splice(0, 1)
  if (after !== undefined && (!first || positionOf(first) !== position))
    return { events: [], position: await endOfLog(db), lost: true }
  const events = folded(rows.filter(({ model }) => model !== RIGHTS).map(eventOf))
  return {
    events,
    position: rows.length ? positionOf(rows.at(-1)!) : position,
    ...(rows.some(({ model }) => model === RIGHTS) ? { rights: true } : {})
  }
}

function eventOf(row: EventRow): ChangeEvent {
  const { model, record_id, action, status_from, status_to, at } = row
  const status = status_to === null ? null : { from: status_from, to: status_to }
  return { id: positionOf(row), model, pk: record_id, action, status, at }
}

/** A change that changes no state tells nothing beyond what a change before or after it tells of the same record. */
function folded(events: readonly ChangeEvent[]): ChangeEvent[] {
  const kept: ChangeEvent[] = []
  for (const event of events) {
    const before = kept.at(-1)
    const isSame = before?.model === event.model && before.pk === event.pk
    if (isSame && isPlain(event) && before.action === 'changed')
      kept[kept.length - 1] = { ...before, id: event.id, at: event.at }
    else if (isSame && isPlain(before) && event.action === 'changed') kept[kept.length - 1] = event
    else kept.push(event)
  }
  return kept
}

const isPlain = ({ action, status }: ChangeEvent): boolean => action === 'changed' && !status

/**
 * Makes a log readable that came from another PostgreSQL server, as a dump of that one does: its numbers of
 * transactions say nothing here. What is not yet known to this server counts as older than everything.
 *
 * @param db the open database
 */
export async function adoptLog(db: Database): Promise<void> {
  if (!isPostgres(db)) return
  const isForeign = sql`xact >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint`
  const { rows } = await sql`select 1 from event where ${isForeign} limit 1`.execute(db)
  if (rows.length > 0) await sql`update event set xact = 0 where ${isForeign}`.execute(db)
}
