import type { RequestContext } from './scopes.ts'

/** The values of a record, by field. */
export type RecordValues = Record<string, unknown>

/** A record that is to be written. */
export interface PendingWrite {
  /** What it will be, as far as it is known: what was sent, over what is there. */
  values: RecordValues
  /** The record as the API shows it; null where it is new. */
  before: RecordValues | null
}

/** Looks at records of one kind; gives what is wrong with each, as sentences by field. */
export type Checker = (
  context: RequestContext,
  pending: readonly PendingWrite[]
) => Promise<readonly Readonly<Record<string, readonly string[]>>[]>
