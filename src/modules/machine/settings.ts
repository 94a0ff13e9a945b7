// How machines are set, by their kind and by their driver.
import type { Database } from '#db/database.ts'
import { transact } from '#db/transaction.ts'
import { ApiError } from '#contract/errors.ts'
import { ifPossible } from '#contract/failures.ts'
import type { RequestContext } from '#contract/scopes.ts'
import type { Handler } from '#contract/types.ts'
import type { SettingDefinition } from '#framework/setting.ts'
import {
  attachedSetting,
  attachedSettingJSON,
  attachedSettings,
  changeAttachedSetting,
  type SecretKeeper,
  type SettingShelf
} from '#modules/settings/index.ts'
import { machineRow, type MachineRow } from './machines.ts'
import { MACHINE_TYPES } from './types.ts'

/** Whose settings they are, by the letter in addresses: those of the kind of machine, and those of its driver. */
const CONFIG_TYPES = { M: 'MACHINE', D: 'DRIVER' } as const
type ConfigType = keyof typeof CONFIG_TYPES

const missing = (detail: string) => new ApiError(404, { detail })

/** A machine; 404 in the words of its settings where there is none. */
export async function machineOf(db: Database, uuid: string): Promise<MachineRow> {
  const row = await machineRow(db, uuid)
  if (!row) throw missing(`Machine '${uuid}' not found`)
  return row
}

/** The settings that the kind of a machine has; there are no drivers, so none has any. */
const definitionsOf = (row: MachineRow, type: ConfigType): readonly SettingDefinition[] =>
  type === 'M' ? (MACHINE_TYPES[row.machine_type]?.settings ?? []) : []

const shelfOf = (row: MachineRow, type: ConfigType): SettingShelf => ({
  table: 'machine_setting',
  owner: { machine_id: row.id, config_type: type }
})

const settingJSON = (
  type: ConfigType,
  definition: SettingDefinition,
  stored: Parameters<typeof attachedSettingJSON>[1]
) => ({ ...attachedSettingJSON(definition, stored), typ: 'machine_config' as const, config_type: type })

type At = RequestContext & { path: { id: string; config_type: string; key: string } }

/** One setting of an address, and where it is kept. */
async function find({ path }: At, db: Database) {
  const row = await machineOf(db, path.id)
  if (path.config_type !== 'M' && path.config_type !== 'D')
    throw missing(`Machine '${row.name}' has no settings of the kind '${path.config_type}'`)
  const type: ConfigType = path.config_type
  const definition = definitionsOf(row, type).find(({ key }) => key === path.key)
  if (!definition) throw missing(`Machine '${row.name}' has no ${CONFIG_TYPES[type]} setting matching '${path.key}'`)
  return { type, definition, shelf: shelfOf(row, type) }
}

const list: Handler<'machine_settings_list'> = async (call, send) => {
  const row = await machineOf(call.db, call.path.id)
  const definitions = definitionsOf(row, 'M')
  const stored = await attachedSettings(call.db, shelfOf(row, 'M'), definitions)
  return send(
    200,
    definitions.map((definition) => settingJSON('M', definition, stored.get(definition.key)!))
  )
}

const read: Handler<'machine_settings_retrieve'> = async (call, send) => {
  const { type, definition, shelf } = await find(call, call.db)
  await ifPossible(() => attachedSetting(call.db, shelf, definition))
  const stored = await attachedSettings(call.db, shelf, [definition])
  return send(200, settingJSON(type, definition, stored.get(definition.key)!))
}

const writing =
  (vault: SecretKeeper): Handler<'machine_settings_update' | 'machine_settings_partial_update'> =>
  async (call, send) =>
    send(
      200,
      await transact(call.db, async (db) => {
        const { type, definition, shelf } = await find(call, db)
        return settingJSON(
          type,
          definition,
          await changeAttachedSetting(db, shelf, definition, call.body?.value, vault)
        )
      })
    )

/** What reads and writes the settings of machines. */
export const machineSettings = (vault: SecretKeeper) => ({
  machine_settings_list: list,
  machine_settings_retrieve: read,
  machine_settings_update: writing(vault),
  machine_settings_partial_update: writing(vault)
})
