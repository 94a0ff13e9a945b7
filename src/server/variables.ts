// Which variables of the environment the server reads: their names, and whether they were set; never what is in them.
import { nothingThere } from '#contract/errors.ts'
import type { Handler } from '#contract/types.ts'
import { now } from '#framework/time.ts'

/** A variable that was read. */
export interface Variable {
  name: string
  /** Whether it was set to something. */
  given: boolean
  /** When it was read first; ISO 8601, UTC. */
  read: string
}

type Environment = Record<string, string | undefined>

/**
 * Notes which variables are read.
 *
 * @returns the same environment, to be read, and the variables that were read so far, by name
 */
export function watched(environment: Environment): { env: Environment; variables: () => Variable[] } {
  const seen = new Map<string, Variable>()
  const env = new Proxy(environment, {
    get: (target, name) => {
      if (typeof name !== 'string') return undefined
      const value = target[name]
      if (!seen.has(name)) seen.set(name, { name, given: Boolean(value), read: now() })
      return value
    }
  })
  return { env, variables: () => [...seen.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1)) }
}

const shown = ({ name, given, read }: Variable) => ({
  key: name,
  env_var: name,
  config_key: null,
  source: given ? ('env' as const) : ('default' as const),
  accessed: read
})

/** Tells which variables were read; only the names that the server reads have an address. */
export function configurationOperations(variables: readonly Variable[]) {
  const list: Handler<'admin_config_list'> = (_call, send) => send(200, variables.map(shown))
  const retrieve: Handler<'admin_config_retrieve'> = (call, send) => {
    const variable = variables.find(({ name }) => name === call.path.key)
    if (!variable) throw nothingThere()
    return send(200, shown(variable))
  }
  return { admin_config_list: list, admin_config_retrieve: retrieve }
}
