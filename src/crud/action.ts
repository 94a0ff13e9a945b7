import type { Database } from '#db/database.ts'
import { transact } from '#db/transaction.ts'
import type { Scope } from '#contract/scopes.ts'
import type { Answer, Call, Handler, OperationId, Status } from '#contract/types.ts'

/** Where an action finds its record. */
export type At = Scope & { path: { id: number } }

/**
 * An action on the record that the path names. The record is looked for before the body is judged; all that the action does is one transaction.
 *
 * @param find finds the record, or throws 404
 * @param status of the answer
 * @param work gives the body of the answer
 */
export const action = <Id extends OperationId, S extends Status<Id>, Found> (
  find: (call: At) => Promise<Found>, status: S, work: (record: Found, call: Call<Id>, db: Database) => Promise<Answer<Id, S>>
): Handler<Id> => Object.assign((async (call, send) => {
  const answer = await transact(call.db, async (db) => await work(await find({ ...call, db } as unknown as At), { ...call, db }, db))
  return send(status, ...[answer] as never)
}) as Handler<Id>, { find })
