// Plugins of others that make files of lists.
import { refused } from '#contract/errors.ts'
import type { ExportedList, Exporter, FurtherExporters } from '#contract/export.ts'
import type { RequestContext } from '#contract/scopes.ts'
import { mayView, modelAt } from './permitted.ts'
import type { ActivePlugin } from './plugins.ts'
import { PluginError } from './thread.ts'

/** How many records a plugin gets at once, how long it may take for them, in seconds, and how many columns there may be. */
const [AT_ONCE, SECONDS, MOST_COLUMNS] = [200, 30, 500]
/** The longest heading, and the longest text of a cell, in characters. */
const [LONGEST_HEADING, LONGEST_CELL] = [200, 32_000]

type Cell = string | number | boolean | null

const isCell = (value: unknown): value is Cell =>
  value === null ||
  typeof value === 'number' ||
  typeof value === 'boolean' ||
  (typeof value === 'string' && value.length <= LONGEST_CELL)

const isRow = (row: unknown, width: number): row is Cell[] =>
  Array.isArray(row) && row.length <= width && row.every(isCell)

/** Asks a plugin for a part of a file. */
async function asked(
  { plugins, caller: user }: RequestContext,
  plugin: string,
  what: 'columns' | 'rows',
  args: unknown[]
): Promise<unknown> {
  try {
    return await plugins.call(plugin, ['exporter', what], args, { user, seconds: SECONDS })
  } catch (error) {
    if (error instanceof PluginError) throw failure(plugin, error.message)
    throw error
  }
}

const failure = (plugin: string, why: string) => refused(`The plugin '${plugin}' failed: ${why}`)

/** The rows of a file, some at a time. */
async function* rowsOf(
  plugin: string,
  { context, path, records }: ExportedList,
  width: number
): AsyncGenerator<Cell[][]> {
  for await (const chunk of records())
    for (let at = 0; at < chunk.length; at += AT_ONCE) {
      const rows = await asked(context, plugin, 'rows', [chunk.slice(at, at + AT_ONCE), { address: path }])
      if (!Array.isArray(rows) || !rows.every((row) => isRow(row, width)))
        throw failure(plugin, 'it gives something else than rows')
      yield rows.map((row: Cell[]) => [...row, ...Array<null>(width - row.length).fill(null)])
    }
}

/** What makes files by a plugin. */
const exporterOf =
  (plugin: string): Exporter =>
  async (list) => {
    const given = { address: list.path, columns: list.columns.map(({ heading }) => heading) }
    const headings = await asked(list.context, plugin, 'columns', [given])
    if (!Array.isArray(headings) || headings.length === 0 || headings.length > MOST_COLUMNS)
      throw failure(plugin, 'it gives no headings')
    const columns = headings.map((heading) => ({ heading: String(heading).slice(0, LONGEST_HEADING) }))
    return { columns, rows: rowsOf(plugin, list, columns.length) }
  }

/** Whether a plugin writes the list at an address: it must be permitted to see what stands in it. */
const writes = ({ declaration, rights }: ActivePlugin, list: string): boolean => {
  const { addresses } = declaration.exporter!
  const model = modelAt(list)
  return model !== undefined && (addresses === undefined || addresses.includes(list)) && mayView(rights, model)
}

/** The plugins that write the list at an address to files, by their keys. */
export async function pluginExporters(list: string, { plugins }: RequestContext): Promise<FurtherExporters> {
  const able = (await plugins.offering('exporter')).filter((plugin) => writes(plugin, list))
  return Object.fromEntries(able.map(({ key, title }) => [key, { title, exporter: exporterOf(key) }]))
}
