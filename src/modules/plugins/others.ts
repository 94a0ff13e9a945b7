// What only plugins of others could do: none of this server's own adds to pages, acts, finds places or knows suppliers.
import { ApiError, invalid, nothingThere } from '#contract/errors.ts'
import type { Handler } from '#contract/types.ts'

const uiFeatures: Handler<'plugins_ui_features_list'> = (_call, send) => send(200, [])

const act: Handler<'action_create'> = ({ body }) => {
  const action = body?.action
  if (!action) throw invalid({ error: 'No action specified' })
  throw new ApiError(404, { error: 'No matching action found', action })
}

const locate: Handler<'locate_create'> = ({ body }) => {
  const plugin = body?.plugin
  if (!plugin) throw invalid({ detail: "'plugin' field must be supplied" })
  throw invalid({ detail: `Plugin '${plugin}' is not installed, or does not support the location mixin` })
}

const webhook: Handler<'webhook_create'> = () => {
  throw nothingThere()
}

const suppliers: Handler<'supplier_list_list'> = (_call, send) => send(200, [])

const noSupplier = (plugin: string) => new ApiError(404, { detail: `Plugin '${plugin}' not found` })

const searchSupplier: Handler<'supplier_search_list'> = ({ query }) => {
  throw noSupplier(query.plugin ?? '')
}

const importPart: Handler<'supplier_import_create'> = ({ body }) => {
  throw noSupplier(body.plugin)
}

/** The operations that have nothing to do yet but to say so. */
export const others = {
  plugins_ui_features_list: uiFeatures,
  action_create: act,
  locate_create: locate,
  webhook_create: webhook,
  supplier_list_list: suppliers,
  supplier_search_list: searchSupplier,
  supplier_import_create: importPart
}
