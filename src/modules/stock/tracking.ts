import type { Database } from '#db/database.ts'
import { signedIn, type RequestContext } from '#contract/scopes.ts'
import { now } from '#framework/time.ts'

/** What an entry of the tracking is about (docs/behaviour/tracking.md#codes-and-deltas). */
export const TRACKING = {
  created: 1,
  edited: 5,
  serialAssigned: 6,
  counted: 10,
  added: 11,
  removed: 12,
  serialized: 13,
  returned: 15,
  moved: 20,
  updated: 25,
  installedInto: 30,
  removedFrom: 31,
  componentInstalled: 35,
  componentRemoved: 36,
  splitFrom: 40,
  split: 42,
  merged: 45,
  disassembled: 46,
  fromDisassembly: 47,
  converted: 48,
  outputCreated: 50,
  outputCompleted: 55,
  outputRejected: 56,
  consumed: 57,
  shipped: 60,
  received: 70,
  returnReceived: 80,
  sentToCustomer: 100
} as const

/** Something that happened to a stock item. */
export interface Happening {
  type: number
  /** Null where the item is gone already. */
  item: number | null
  /** Null for changes of the state that many items had in common. */
  part: number | null
  /** Who did it; null where the server did it by itself. */
  user: number | null
  deltas: Record<string, unknown>
  notes?: string | null
}

/**
 * What an entry says beside what happened: a reason, and for example the order that it happened for (`{ salesorder: 7
 * }`).
 */
export interface Reason {
  notes?: string | null | undefined
  deltas?: Record<string, unknown>
}

type DropFirst<List extends unknown[]> = List extends [unknown, ...infer Rest] ? Rest : never

/**
 * The entry of what the caller did to an item.
 *
 * @param deltas what changed; those of the reason come after them
 */
export const entryOf = (
  context: RequestContext,
  type: number,
  item: { id: number; part_id: number },
  deltas: Record<string, unknown>,
  reason: Reason = {}
): Happening => ({
  type,
  item: item.id,
  part: item.part_id,
  user: signedIn(context).id,
  deltas: { ...deltas, ...reason.deltas },
  notes: reason.notes === undefined ? '' : reason.notes
})

/** Enters what the caller did to an item; as `entryOf`. */
export const trackItem = (context: RequestContext, ...of: DropFirst<Parameters<typeof entryOf>>): Promise<void> =>
  track(context.db, [entryOf(context, ...of)])

/** Enters into the tracking of stock what happened to it. */
export async function track(db: Database, happenings: Happening[]): Promise<void> {
  const date = now()
  const rows = happenings.map(({ type, item, part, user, deltas, notes }) => ({
    tracking_type: type,
    item_id: item,
    part_id: part,
    user_id: user,
    date,
    notes: notes === undefined ? '' : notes,
    deltas: JSON.stringify(deltas)
  }))
  for (let at = 0; at < rows.length; at += 1000)
    await db
      .insertInto('stock_tracking')
      .values(rows.slice(at, at + 1000))
      .execute()
}
