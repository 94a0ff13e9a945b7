import type { Choice, FormSource } from '#contract/fields.ts'
import type { Contract } from '#contract/document.ts'
import type { RequestContext } from '#contract/scopes.ts'
import { dictionary } from '#db/dictionary.ts'
import { existing, MODELS, TABLELESS } from './models.ts'
import { pluginExporters } from './plugins/exporters.ts'

/** What a form is told that is known while the server runs alone. */
export type Told<Value> = (context: RequestContext) => Value | Promise<Value>

/** The choices that a field offers, by what `x-choices` calls them. Filled by the registry of modules. */
export const CHOICES: Record<string, Told<readonly Choice[]>> = dictionary({})

/** What a field holds where nothing is sent, by what `x-default` calls it. Filled by the registry of modules. */
export const INITIAL: Record<string, Told<unknown>> = dictionary({
  // The record that the address names.
  instance: ({ request }: RequestContext) => Number((request.params as { id?: string }).id)
})

/** The filters that narrow the list of a model to what `x-related: model/subset` allows. */
function filtersOf(subset: unknown): Record<string, unknown> {
  if (typeof subset === 'string') return { [subset]: true }
  if (!Array.isArray(subset)) return {}
  return Object.fromEntries(subset.map((column: string) => [column.replace(/_id$/, ''), null]))
}

/**
 * What OPTIONS needs to know of models and modules.
 *
 * @param contract read after the registry has filled its tables
 */
export function formSource(contract: Contract): FormSource {
  const byAddress = new Map(Object.entries(MODELS).map(([name, { api }]) => [`${api}{id}/`, name]))
  return {
    contract,
    related(name) {
      const [model, subset] = name.split('/') as [string, string?]
      const { subsets = {} } = MODELS[model] ?? {}
      return {
        model,
        api: (MODELS[model] ?? TABLELESS[model])!.api,
        filters: subset === undefined ? {} : filtersOf(subsets[subset])
      }
    },
    async isThere(path, context) {
      const model = byAddress.get(path)
      const pk = Number((context.request.params as { id?: string }).id)
      return model === undefined || !Number.isSafeInteger(pk) || (await existing(context.db, model, [pk])).size > 0
    },
    choices: async (name, context) => await CHOICES[name]!(context),
    initial: async (name, context) => await INITIAL[name]!(context),
    exporters: pluginExporters
  }
}
