import type { Database } from '#db/database.ts'
import { transact } from '#db/transaction.ts'
import type { RequestContext } from '#contract/scopes.ts'
import {
  withValidation,
  type Answer,
  type Call,
  type Handler,
  type OperationId,
  type Send,
  type Status
} from '#contract/types.ts'

/** Where an action finds its record. */
export type At = RequestContext & { path: { id: number } }

/**
 * An action on the record that the path names. The record is looked for before the body is validated; all that the
 * action does is one transaction.
 *
 * @param find finds the record, or throws 404
 * @param status of the answer
 * @param work gives the body of the answer
 * @param validate what only a look at other records can tell of the body; it looks again inside the transaction
 */
export function recordAction<Id extends OperationId, S extends Status<Id>, Found>(
  find: (context: At) => Promise<Found>,
  status: S,
  work: (record: Found, call: Call<Id>, db: Database) => Promise<Answer<Id, S>>,
  validate?: Parameters<typeof withValidation<Id>>[0]
): Handler<Id> {
  const run = async (call: Call<Id>, send: Send<Id>, revalidate?: (inner: RequestContext) => Promise<void>) => {
    const answer = await transact(call.db, async (db) => {
      const inner = { ...call, db }
      const record = await find(inner as unknown as At)
      await revalidate?.(inner)
      return await work(record, inner, db)
    })
    return send(status, ...([answer] as never))
  }
  return Object.assign(
    validate ? withValidation<Id>(validate, run) : (call: Call<Id>, send: Send<Id>) => run(call, send),
    { find }
  )
}
