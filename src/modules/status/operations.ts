import { nothingThere } from '#contract/errors.ts'
import type { Handler } from '#contract/types.ts'
import { customState } from './custom.ts'
import { shownStates, statesOfClass } from './read.ts'
import { isStatusClass, statesOf } from './states.ts'

const all: Handler<'generic_status_retrieve_all'> = async ({ db }, send) =>
  send(200, Object.fromEntries([...(await statesOf(db))].map(([name, states]) => [name, shownStates(name, states)])))

const one: Handler<'generic_status_retrieve'> = async ({ db, path: { statusmodel } }, send) => {
  if (!isStatusClass(statusmodel)) throw nothingThere()
  return send(200, await statesOfClass(db, statusmodel))
}

/** The module for states: what the numbers mean, and those that people add. */
export const statusOperations = {
  ...customState.operations,
  generic_status_retrieve_all: all,
  generic_status_retrieve: one
}
