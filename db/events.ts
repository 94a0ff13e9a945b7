import type { Generated } from 'kysely'

/** What happened to records, written by triggers (migration 022), and how far those have read who follow it. */
export interface EventTables {
  event: EventTable
  event_cursor: EventCursorTable
}

/**
 * PostgreSQL has one column more, `xact`, the number of the transaction that wrote the row: there numbers are given
 * before it is decided which transaction comes first.
 */
interface EventTable {
  id: Generated<number>
  /** The word by which the API names the kind of record. */
  model: string
  record_id: number
  action: 'created' | 'changed' | 'deleted'
  /** The state before and after, where it is another one now; a new record had none before. */
  status_from: number | null
  status_to: number | null
  /** ISO 8601, UTC, with milliseconds. */
  at: string
}

/** How far a listener has read: everything up to this position has been handed to it. */
interface EventCursorTable {
  id: Generated<number>
  /** The listener. */
  name: string
  /** See `#framework/events/log.ts`. */
  position: string
}
