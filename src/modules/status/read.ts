import type { Database } from '#db/database.ts'
import type { Handler, OperationId } from '#contract/types.ts'
import { statesOf, type StatusCode, type StatusClass } from './states.ts'

/** The states of a class as the API shows them. */
export const shownStates = (status_class: string, states: StatusCode[]) => ({
  status_class,
  values: Object.fromEntries(states.map((state) => [state.name, state]))
})

/** Shows the states of a class. */
export const statesOfClass = async (db: Database, status: StatusClass) =>
  shownStates(status, (await statesOf(db, [status])).get(status)!)

/** The operation that shows the states of one kind of record at an address of its own, such as `/api/build/status/`. */
export const readStates =
  (status: StatusClass): Handler<Extract<OperationId, `${string}_status_retrieve`>> =>
  async ({ db }, send) =>
    send(200, await statesOfClass(db, status))
