import { nothingThere } from '#contract/errors.ts'
import type { Handler } from '#contract/types.ts'
import { customState } from './custom.ts'
import { isStatusClass, statesOf, type State, type StatusClass } from './states.ts'

const shown = (status_class: string, states: State[]) => ({ status_class, values: Object.fromEntries(states.map((state) => [state.name, state])) })

const all: Handler<'generic_status_retrieve_all'> = async ({ db }, send) =>
  send(200, Object.fromEntries([...await statesOf(db)].map(([name, states]) => [name, shown(name, states)])))

const one: Handler<'generic_status_retrieve'> = async ({ db, path: { statusmodel } }, send) => {
  if (!isStatusClass(statusmodel)) throw nothingThere()
  return send(200, shown(statusmodel, (await statesOf(db, [statusmodel])).get(statusmodel)!))
}

/** The states of one class, at an address of its own. */
const named = (status: StatusClass): Handler<'stock_status_retrieve' | 'stock_track_status_retrieve'> => async ({ db }, send) =>
  send(200, shown(status, (await statesOf(db, [status])).get(status)!))

/** The room for states: what the numbers mean, and those that people add. */
export const statusRoom = {
  ...customState.operations,
  generic_status_retrieve_all: all,
  generic_status_retrieve: one,
  stock_status_retrieve: named('StockStatus'),
  stock_track_status_retrieve: named('StockHistoryCode')
}
