// Filters and tags that plugins of others bring for templates.
import type { AtWork, Plugins } from '#framework/plugins/plugins.ts'
import { PluginError } from '#framework/plugins/thread.ts'
import { dictionary } from '#db/dictionary.ts'
import { tagRefusal } from '#template/errors.ts'
import type { Filter, Library, Rendering, SimpleTag } from '#template/language.ts'
import { plainValue, templateValue } from '#template/plain.ts'
import { simpleTag } from '#template/simple-tag.ts'

/** How long one call may take, in seconds. */
const SECONDS = 2

const byName = <Value>(names: object | undefined, make: (name: string) => Value): Record<string, Value> =>
  dictionary(Object.fromEntries(Object.keys(names ?? {}).map((name) => [name, make(name)])))

/**
 * What active plugins bring for templates, by the keys of the plugins: `{% load key %}`.
 *
 * @param user whoever prints
 */
export async function pluginLibraries(plugins: Plugins, user: AtWork): Promise<Record<string, Library>> {
  const libraries: Record<string, Library> = dictionary({})
  for (const { key, declaration } of await plugins.active()) {
    const { filters, tags } = declaration
    if (!filters && !tags) continue
    const ask = async (path: [string, string], args: unknown[], { budget }: Rendering): Promise<unknown> => {
      budget.call()
      try {
        return templateValue(await plugins.call(key, path, args, { user, seconds: SECONDS, quiet: true }))
      } catch (error) {
        if (error instanceof PluginError) throw tagRefusal(`${path[1]}: ${error.message}`)
        throw error
      }
    }
    libraries[key] = {
      filters: byName(
        filters,
        (name): Filter => ({
          argument: 'optional',
          apply: async (value, argument, rendering) =>
            await ask(['filters', name], [await plainValue(value), await plainValue(argument)], rendering)
        })
      ),
      simpleTags: byName(
        tags,
        (name): SimpleTag =>
          simpleTag('*', async ({ rest }, rendering) => await ask(['tags', name], [await plainValue(rest)], rendering))
      )
    }
  }
  return libraries
}
