import { nothingThere } from '#contract/errors.ts'
import type { Database } from '#db/database.ts'
import type { Handler, OperationId } from '#contract/types.ts'
import { customState } from './custom.ts'
import { isStatusClass, statesOf, type StatusCode, type StatusClass } from './states.ts'

const shown = (status_class: string, states: StatusCode[]) => ({
  status_class,
  values: Object.fromEntries(states.map((state) => [state.name, state]))
})

const all: Handler<'generic_status_retrieve_all'> = async ({ db }, send) =>
  send(200, Object.fromEntries([...(await statesOf(db))].map(([name, states]) => [name, shown(name, states)])))

/** Shows the states of a class. */
const classOf = async (db: Database, status: StatusClass) => shown(status, (await statesOf(db, [status])).get(status)!)

const one: Handler<'generic_status_retrieve'> = async ({ db, path: { statusmodel } }, send) => {
  if (!isStatusClass(statusmodel)) throw nothingThere()
  return send(200, await classOf(db, statusmodel))
}

/** The operation that shows the states of one kind of record at an address of its own, such as `/api/build/status/`. */
export const readStates =
  (status: StatusClass): Handler<Extract<OperationId, `${string}_status_retrieve`>> =>
  async ({ db }, send) =>
    send(200, await classOf(db, status))

/** The module for states: what the numbers mean, and those that people add. */
export const statusOperations = {
  ...customState.operations,
  generic_status_retrieve_all: all,
  generic_status_retrieve: one
}
