// How machines are set, by their kind and by their driver.
import type { Database } from '#db/database.ts'
import { transact } from '#db/transaction.ts'
import { ApiError } from '#contract/errors.ts'
import { ifPossible } from '#contract/failures.ts'
import type { RequestContext } from '#contract/scopes.ts'
import type { Handler } from '#contract/types.ts'
import type { Materials } from '#framework/module.ts'
import { checkByPlugin, settingDefinition } from '#framework/plugins/settings.ts'
import type { SettingDefinition } from '#framework/setting.ts'
import {
  attachedSetting,
  attachedSettingJSON,
  attachedSettings,
  changeAttachedSetting,
  type SettingShelf
} from '#modules/settings/index.ts'
import { driverOf, knownDrivers, type KnownDriver } from './drivers.ts'
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

/** The settings that a machine has, by its kind and by its driver. */
const definitionsOf = (
  row: MachineRow,
  type: ConfigType,
  drivers: readonly KnownDriver[]
): readonly SettingDefinition[] =>
  type === 'M'
    ? (MACHINE_TYPES[row.machine_type]?.settings ?? [])
    : (driverOf(drivers, row)?.driver.settings ?? []).map(settingDefinition)

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
async function find({ path }: At, db: Database, drivers: readonly KnownDriver[]) {
  const row = await machineOf(db, path.id)
  if (path.config_type !== 'M' && path.config_type !== 'D')
    throw missing(`Machine '${row.name}' has no settings of the kind '${path.config_type}'`)
  const type: ConfigType = path.config_type
  const definition = definitionsOf(row, type, drivers).find(({ key }) => key === path.key)
  if (!definition) throw missing(`Machine '${row.name}' has no ${CONFIG_TYPES[type]} setting matching '${path.key}'`)
  return { row, type, definition, shelf: shelfOf(row, type) }
}

const list: Handler<'machine_settings_list'> = async (call, send) => {
  const row = await machineOf(call.db, call.path.id)
  const drivers = await knownDrivers(call.plugins)
  const shown = await Promise.all(
    (['M', 'D'] as const).map(async (type) => {
      const definitions = definitionsOf(row, type, drivers)
      const stored = await attachedSettings(call.db, shelfOf(row, type), definitions)
      return definitions.map((definition) => settingJSON(type, definition, stored.get(definition.key)!))
    })
  )
  return send(200, shown.flat())
}

const read: Handler<'machine_settings_retrieve'> = async (call, send) => {
  const { type, definition, shelf } = await find(call, call.db, await knownDrivers(call.plugins))
  await ifPossible(() => attachedSetting(call.db, shelf, definition))
  const stored = await attachedSettings(call.db, shelf, [definition])
  return send(200, settingJSON(type, definition, stored.get(definition.key)!))
}

/** Asks the driver of a machine whether a value suits it, where its setting says so; before anything is written. */
async function checkByDriver(call: At & { body?: { value?: unknown } | undefined }, drivers: readonly KnownDriver[]) {
  const { row, type, definition } = await find(call, call.db, drivers)
  const known = type === 'D' && driverOf(drivers, row)
  if (!known) return
  const place = ['drivers', known.slug, 'settings']
  const { plugins, caller: user, body } = call
  await checkByPlugin(plugins, known.plugin.key, place, known.driver.settings, definition.key, body?.value, user)
}

const writing =
  ({
    vault,
    machines
  }: Pick<Materials, 'vault' | 'machines'>): Handler<'machine_settings_update' | 'machine_settings_partial_update'> =>
  async (call, send) => {
    const drivers = await knownDrivers(call.plugins)
    await checkByDriver(call, drivers)
    const changed = await transact(call.db, async (db) => {
      const { row, type, definition, shelf } = await find(call, db, drivers)
      const stored = await changeAttachedSetting(db, shelf, definition, call.body?.value, vault)
      return { uuid: row.uuid, json: settingJSON(type, definition, stored) }
    })
    machines.forget(changed.uuid)
    return send(200, changed.json)
  }

/** What reads and writes the settings of machines. */
export const machineSettings = (materials: Pick<Materials, 'vault' | 'machines'>) => ({
  machine_settings_list: list,
  machine_settings_retrieve: read,
  machine_settings_update: writing(materials),
  machine_settings_partial_update: writing(materials)
})
