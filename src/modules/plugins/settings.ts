import { ApiError, notFound, refused } from '#contract/errors.ts'
import type { Answer, Handler } from '#contract/types.ts'
import type { Database } from '#db/database.ts'
import { transact } from '#db/transaction.ts'
import { pluginStates, type PluginState } from './state.ts'

/** One plugin by its key. */
export async function findPlugin(db: Database, key: string): Promise<PluginState | undefined> {
  return (await pluginStates(db)).find(({ plugin }) => plugin.key === key)
}

const missing = (detail: string) => new ApiError(404, { detail })

/** A setting of an active plugin. */
async function findSetting(db: Database, { plugin: name, key }: { plugin: string; key: string }) {
  const found = await findPlugin(db, name)
  if (!found) throw missing(`Plugin '${name}' not installed`)
  if (!found.active) throw missing(`Plugin '${name}' is not active`)
  const setting = found.plugin.settings.find((one) => one.key === key)
  if (!setting) throw missing(`Plugin '${name}' has no setting matching '${key}'`)
  return { state: found, setting }
}

type Path = { plugin: string; key: string }

/** A setting with its value, which reading stores, as a key has to be told. */
async function shown(db: Database, path: Path, value?: boolean): Promise<Answer<'plugins_settings_retrieve', 200>> {
  const { state, setting } = await findSetting(db, path)
  const row = { plugin_id: state.pk, key: setting.key, value: value ? 'True' : 'False' }
  await db
    .insertInto('plugin_setting')
    .values(row)
    .onConflict((conflict) => {
      const same = conflict.columns(['plugin_id', 'key'])
      return value === undefined ? same.doNothing() : same.doUpdateSet({ value: row.value })
    })
    .execute()
  const stored = await db
    .selectFrom('plugin_setting')
    .select(['id', 'value'])
    .where('plugin_id', '=', state.pk)
    .where('key', '=', setting.key)
    .executeTakeFirstOrThrow()
  return {
    pk: stored.id,
    key: setting.key,
    value: stored.value === 'True',
    name: setting.name,
    description: setting.description,
    type: 'boolean',
    choices: [],
    model_name: null,
    model_filters: null,
    api_url: null,
    typ: 'plugin',
    units: '',
    required: false,
    confirm: false,
    confirm_text: '',
    plugin: state.plugin.key,
    read_only: false
  }
}

export const readSetting: Handler<'plugins_settings_retrieve'> = async ({ db, path }, send) =>
  send(200, await transact(db, (trx) => shown(trx, path)))

/** Changes a setting; the plugin and the setting are looked for before the value is. */
export const changeSetting = Object.assign(
  (async ({ db, path, body }, send) =>
    send(200, await transact(db, (trx) => shown(trx, path, body.value)))) as Handler<'plugins_settings_update'>,
  { find: ({ db, path }: { db: Database; path: Path }) => findSetting(db, path) }
)

/** Switches a plugin on or off. */
export const activate = Object.assign(
  (async ({ db, path, body }, send) => {
    const active = body.active ?? true
    await transact(db, async (trx) => {
      const found = await findPlugin(trx, path.plugin)
      if (!found) throw notFound('PluginConfig')
      if (!active && found.plugin.isMandatory) throw refused('INVE-E10: Mandatory plugin cannot be deactivated')
      await trx
        .updateTable('plugin_config')
        .set({ active: active ? 1 : 0 })
        .where('id', '=', found.pk)
        .execute()
    })
    return send(200, { active })
  }) as Handler<'plugins_activate_update'>,
  {
    find: async ({ db, path }: { db: Database; path: { plugin: string } }) => {
      if (!(await findPlugin(db, path.plugin))) throw notFound('PluginConfig')
    }
  }
)
