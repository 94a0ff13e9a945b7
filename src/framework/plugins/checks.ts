// Asks plugins of others about records before they are written.
import type { Checker, PendingWrite } from '#contract/checker.ts'
import type { RequestContext } from '#contract/scopes.ts'
import { isClosed } from './closed.ts'
import { modelAt } from './permitted.ts'
import type { ActivePlugin, Plugins } from './plugins.ts'

/** How many records a plugin is asked about at once. */
const AT_ONCE = 50
/** How many fields a refusal may name, and how long a sentence may be. */
const [MOST_FIELDS, LONGEST] = [50, 500]

/** The plugins that failed within a request: the rest of it goes on without them. */
const failed = new WeakMap<object, Set<string>>()

/** What a plugin says of a record; nothing where it has nothing to say. */
function refusalOf(said: unknown): Record<string, string[]> {
  if (typeof said === 'string' && said !== '') return { non_field_errors: [said.slice(0, LONGEST)] }
  if (typeof said !== 'object' || said === null) return {}
  const named = Object.entries(said).filter(([, sentence]) => sentence !== null && sentence !== undefined)
  return Object.fromEntries(
    named.slice(0, MOST_FIELDS).map(([field, sentence]) => [field, [String(sentence).slice(0, LONGEST)]])
  )
}

/** What one plugin says of each record; nothing of any from the moment on in which it fails. */
async function saidBy(
  { key }: ActivePlugin,
  model: string,
  { plugins, caller: user, request }: RequestContext,
  pending: readonly PendingWrite[]
): Promise<Record<string, string[]>[]> {
  const given: Record<string, string[]>[] = []
  const without = failed.get(request) ?? new Set()
  failed.set(request, without)
  for (let at = 0; at < pending.length && !without.has(key); at += AT_ONCE) {
    const asked = pending.slice(at, at + AT_ONCE).map(async ({ values, before }) => {
      const said = await plugins.tryCall(key, ['checks', model], [values, before], { user })
      if (said === undefined) without.add(key)
      return refusalOf(said)
    })
    given.push(...(await Promise.all(asked)))
  }
  return given
}

/**
 * What asks plugins about the records of a list; see `checkerOf` of the binding.
 *
 * @param list the address of the list
 */
export function checkerOf(plugins: Plugins, list: string): (() => Promise<Checker | undefined>) | undefined {
  const model = modelAt(list)
  if (model === undefined || plugins.folder === null || isClosed(list)) return undefined
  return async () => {
    const able = (await plugins.offering('checks')).filter(({ declaration }) =>
      Object.hasOwn(declaration.checks!, model)
    )
    if (able.length === 0) return undefined
    return async (context, pending) => {
      // What it writes itself a plugin need not be asked about.
      const asked = able.filter(({ user }) => user !== context.caller?.id)
      return (await Promise.all(asked.map((plugin) => saidBy(plugin, model, context, pending)))).flat()
    }
  }
}
