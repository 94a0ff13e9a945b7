// Whether a user wants notifications by mail; clients know it as the setting of a plugin, which is built in here.
import { ApiError } from '#contract/errors.ts'
import { looseFlag } from '#contract/read.ts'
import { signedIn, type RequestContext } from '#contract/scopes.ts'
import type { Answer, Call, Handler, Send, Sent } from '#contract/types.ts'

type Setting = Answer<'plugins_user_settings_retrieve', 200>

const PLUGIN = 'inventree-email-notification'
const KEY = 'NOTIFY_BY_EMAIL'

/** What is stored where a user wants no mail; whoever has set nothing wants it. */
export const NO_MAIL = { plugin: PLUGIN, key: KEY, value: 'False' } as const

const notFound = (detail: string) => new ApiError(404, { detail })

function checkPlugin({ path: { plugin } }: { path: { plugin: string } }): void {
  if (plugin !== PLUGIN) throw notFound(`Plugin '${plugin}' not installed`)
}

function checkKey(call: { path: { plugin: string; key: string } }): void {
  checkPlugin(call)
  const { plugin, key } = call.path
  if (key !== KEY) throw notFound(`Plugin '${plugin}' has no user setting matching '${key}'`)
}

async function settingOf(context: RequestContext): Promise<Setting> {
  const user = signedIn(context).id
  const row = await context.db
    .selectFrom('plugin_user_setting')
    .select(['id', 'value'])
    .where('user_id', '=', user)
    .where('plugin', '=', PLUGIN)
    .where('key', '=', KEY)
    .executeTakeFirst()
  return {
    pk: row?.id ?? null,
    key: KEY,
    value: row?.value !== NO_MAIL.value,
    name: 'Allow email notifications',
    description: 'Allow email notifications to be sent to this user',
    type: 'boolean',
    choices: [],
    model_name: null,
    model_filters: null,
    api_url: null,
    typ: 'plugin_user',
    units: '',
    required: false,
    confirm: false,
    confirm_text: '',
    plugin: PLUGIN,
    user
  }
}

const list: Handler<'plugins_user_settings_list'> = async (call, send) => {
  checkPlugin(call)
  return send(200, [await settingOf(call)])
}

const retrieve: Handler<'plugins_user_settings_retrieve'> = async (call, send) => {
  checkKey(call)
  return send(200, await settingOf(call))
}

type Change = 'plugins_user_settings_update' | 'plugins_user_settings_partial_update'

async function change<Id extends Change>(call: Call<Change>, send: Send<Change>): Promise<Sent<Id>> {
  checkKey(call)
  const { value } = call.body
  if (value !== undefined) {
    const stored = looseFlag(value) ? 'True' : NO_MAIL.value
    await call.db
      .insertInto('plugin_user_setting')
      .values({ user_id: signedIn(call).id, plugin: PLUGIN, key: KEY, value: stored })
      .onConflict((conflict) => conflict.columns(['user_id', 'plugin', 'key']).doUpdateSet({ value: stored }))
      .execute()
  }
  return send(200, await settingOf(call))
}

/** Own settings of the one built-in plugin that has some (docs/behaviour/notifications.md#by-mail). */
export const MAIL_SETTING = {
  plugins_user_settings_list: list,
  plugins_user_settings_retrieve: retrieve,
  plugins_user_settings_update: change,
  plugins_user_settings_partial_update: change
}
