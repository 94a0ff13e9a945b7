// Rows of files as plugins of others change them, before anything else looks at them.
import type { RequestContext } from '#contract/scopes.ts'
import { PluginError } from '#framework/plugins/thread.ts'
import type { RowData } from './check.ts'

/** How many rows a plugin gets at once, and how long it may take for them, in seconds. */
const [AT_ONCE, SECONDS] = [100, 10]
/** The longest value and the longest sentence that it may put in their place, in characters. */
const [LONGEST_VALUE, LONGEST_SENTENCE] = [50_000, 500]

/** A plugin that changes rows of a kind of record. */
export interface RowChanger {
  plugin: string
  model: string
  /** Why it is not asked any more: it failed. */
  failure?: string
}

/** The plugins that change rows of a kind of record. */
export async function rowChangers({ plugins }: RequestContext, model: string): Promise<RowChanger[]> {
  const able = await plugins.offering('importer')
  return able
    .filter(({ declaration }) => Object.hasOwn(declaration.importer!, model))
    .map(({ key }) => ({ plugin: key, model }))
}

const isValue = (value: unknown): boolean =>
  value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'

/** What a plugin gives in the place of a row; undefined where it is neither a row nor a sentence. */
function readRow(given: unknown): RowData | string | undefined {
  if (typeof given === 'string') return given.slice(0, LONGEST_SENTENCE)
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return undefined
  const values = Object.values(given)
  const isRow = values.every((value) => isValue(value) && !(typeof value === 'string' && value.length > LONGEST_VALUE))
  return isRow ? (given as RowData) : undefined
}

/** Some rows as one plugin changes them; where it fails each of them says so, and so does every later one. */
async function changedBy(
  changer: RowChanger,
  { plugins, caller: user }: RequestContext,
  rows: readonly RowData[]
): Promise<(RowData | string)[]> {
  const { plugin, model } = changer
  const refused = (why: string) => {
    changer.failure = `The plugin '${plugin}' failed: ${why}`
    return rows.map(() => changer.failure!)
  }
  if (changer.failure !== undefined) return rows.map(() => changer.failure!)
  try {
    const given = await plugins.call(plugin, ['importer', model], [rows], { user, seconds: SECONDS })
    const read = Array.isArray(given) && given.length === rows.length ? given.map(readRow) : [undefined]
    return read.every((row) => row !== undefined) ? read : refused('it gives something else than rows')
  } catch (error) {
    if (error instanceof PluginError) return refused(error.message)
    throw error
  }
}

/**
 * Rows as plugins change them, one plugin after another.
 *
 * @returns in the place of a row that cannot be imported why
 */
export async function changedByPlugins(
  context: RequestContext,
  changers: readonly RowChanger[],
  rows: readonly RowData[]
): Promise<(RowData | string)[]> {
  const changed: (RowData | string)[] = [...rows]
  for (const changer of changers)
    for (let at = 0; at < rows.length; at += AT_ONCE) {
      // Those that another one refused are left alone.
      const places = [...changed.keys()].slice(at, at + AT_ONCE).filter((place) => typeof changed[place] !== 'string')
      if (places.length === 0) continue
      const given = await changedBy(
        changer,
        context,
        places.map((place) => changed[place] as RowData)
      )
      for (const [i, place] of places.entries()) changed[place] = given[i]!
    }
  return changed
}
