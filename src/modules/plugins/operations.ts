import type { Handler } from '#contract/types.ts'
import { listed } from '#crud/memory.ts'

const list: Handler<'plugins_list'> = (call, send) => send(200, listed(call, [], { search: [], order: [] }))

const status: Handler<'plugins_status_retrieve'> = (_call, send) =>
  send(200, { active_plugins: 0, registry_errors: [] })

const uiFeatures: Handler<'plugins_ui_features_list'> = (_call, send) => send(200, [])

const suppliers: Handler<'supplier_list_list'> = (_call, send) => send(200, [])

/** The module for plugins: that there are none. */
export const pluginsOperations = {
  plugins_list: list,
  plugins_status_retrieve: status,
  plugins_ui_features_list: uiFeatures,
  supplier_list_list: suppliers
}
