// What programs ask of plugins without knowing which one: actions, places, and what is added to pages.
import { ApiError, invalid, nothingThere } from '#contract/errors.ts'
import type { RequestContext } from '#contract/scopes.ts'
import { sitePrefix } from '#contract/site.ts'
import type { Handler } from '#contract/types.ts'
import type { Feature } from '#framework/plugins/interface.ts'
import { pluginFiles } from '#framework/plugins/addresses.ts'
import { askPlugin } from './asked.ts'

/** What an action is given: whatever the client sent, as it is; the contract says nothing of what stands in it. */
const dataOf = ({ rawBody }: RequestContext): unknown => {
  const data: unknown = (rawBody as { data?: unknown } | undefined)?.data
  return typeof data === 'object' && data !== null ? data : {}
}

const act: Handler<'action_create'> = async (call, send) => {
  const action = call.body?.action
  if (!action) throw invalid({ error: 'No action specified' })
  const able = (await call.plugins.offering('actions')).find(({ declaration }) =>
    Object.hasOwn(declaration.actions!, action)
  )
  if (!able) throw new ApiError(404, { error: 'No matching action found', action })
  const result = await askPlugin(call, able.key, ['actions', action], [dataOf(call)])
  return send(200, { action, result: result as never })
}

const locate: Handler<'locate_create'> = async (call, send) => {
  const { plugin, item, location } = call.body ?? {}
  if (!plugin) throw invalid({ detail: "'plugin' field must be supplied" })
  const able = (await call.plugins.offering('locate')).find(({ key }) => key === plugin)
  if (!able) throw invalid({ detail: `Plugin '${plugin}' is not installed, or does not support the location mixin` })
  if (item === undefined && location === undefined)
    throw invalid({ detail: "Must supply either 'item' or 'location' parameter" })
  await checkPlace(call, { item, location })
  const place = { ...(item === undefined ? {} : { item }), ...(location === undefined ? {} : { location }) }
  await askPlugin(call, able.key, ['locate'], [place])
  return send(200, { plugin, ...place })
}

/** What can be made easy to find: its field, its table, and the word for it in messages. */
const PLACES = [
  ['item', 'stock_item', 'StockItem'],
  ['location', 'stock_location', 'StockLocation']
] as const

/** Refuses places that are not there. */
async function checkPlace({ db }: RequestContext, place: { item?: number | undefined; location?: number | undefined }) {
  for (const [name, table, called] of PLACES) {
    const pk = place[name]
    if (pk === undefined) continue
    const found = await db.selectFrom(table).select('id').where('id', '=', pk).executeTakeFirst()
    if (!found) throw new ApiError(404, { detail: `${called} matching PK '${pk}' not found` })
  }
}

/** Whether something stands beside a record of a kind. */
const isBeside = ({ feature, models }: Feature, model: string | undefined): boolean =>
  feature !== 'panel' || models === undefined || (model !== undefined && models.includes(model))

const uiFeatures: Handler<'plugins_ui_features_list'> = async (call, send) => {
  const { settings, plugins, caller: user, path, query } = call
  const isOn = settings.flag('ENABLE_PLUGINS_INTERFACE')
  if (!isOn || (path.feature === 'navigation' && !settings.flag('ENABLE_PLUGINS_NAVIGATION'))) return send(200, [])
  const { target_model: model, target_id: id } = query
  const record = model && id && /^\d{1,15}$/.test(id) ? { model, pk: Number(id) } : null
  const shown = (await plugins.offering('ui')).flatMap(({ key, declaration }) =>
    declaration.ui!.flatMap((feature, at) =>
      feature.feature === path.feature && isBeside(feature, model) ? [{ plugin: key, feature, at }] : []
    )
  )
  const features = await Promise.all(
    shown.map(async ({ plugin, feature, at }) => {
      const context = feature.context ? await plugins.tryCall(plugin, ['ui', at, 'context'], [record], { user }) : {}
      return {
        plugin_name: plugin,
        feature_type: feature.feature,
        key: feature.key,
        title: feature.title,
        description: feature.description ?? '',
        icon: feature.icon ?? 'ti:plug:outline',
        options: feature.options ?? {},
        context: (context ?? {}) as Record<string, unknown>,
        source: feature.source === undefined ? '' : `${sitePrefix()}${pluginFiles(plugin)}${feature.source}`
      }
    })
  )
  return send(200, features)
}

const webhook: Handler<'webhook_create'> = () => {
  throw nothingThere()
}

/** The operations that plugins of others have an answer for. */
export const acts = {
  plugins_ui_features_list: uiFeatures,
  action_create: act,
  locate_create: locate,
  webhook_create: webhook
}
