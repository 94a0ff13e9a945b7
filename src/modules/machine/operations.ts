import type { Handler } from '#contract/types.ts'
import type { Materials } from '#framework/module.ts'
import { knownDrivers } from './drivers.ts'
import { machineRecords, machineRows } from './machines.ts'
import { machineOf, machineSettings } from './settings.ts'
import { LABEL_PRINTER, MACHINE_TYPES } from './types.ts'

/** Where the program has the kinds of machines. */
const PROVIDER = 'src/modules/machine/types.ts'

const types: Handler<'machine_types_list'> = (_call, send) =>
  send(
    200,
    Object.values(MACHINE_TYPES).map(({ slug, name, description }) => ({
      slug,
      name,
      description,
      provider_file: PROVIDER,
      provider_plugin: null,
      is_builtin: true
    }))
  )

const drivers: Handler<'machine_drivers_list'> = async ({ plugins, query }, send) => {
  const wanted = query.machine_type ?? LABEL_PRINTER.slug
  const known = wanted === LABEL_PRINTER.slug ? await knownDrivers(plugins) : []
  const { manifests } = await plugins.discovered()
  return send(
    200,
    known.map(({ slug, driver: { name, description = '' }, plugin: { id: pk, key, title }, rival }) => ({
      slug,
      name,
      description,
      provider_file: manifests[key]?.entry ?? '',
      provider_plugin: { pk, slug: key, name: title },
      is_builtin: false,
      machine_type: LABEL_PRINTER.slug,
      driver_errors: rival === undefined ? [] : [`The plugin '${rival}' has a driver of this name already`]
    }))
  )
}

const status: Handler<'machine_status_retrieve'> = async (call, send) => {
  const rows = await machineRows(call.db)
  const unknown = new Set(rows.map((row) => row.machine_type).filter((type) => !MACHINE_TYPES[type]))
  return send(200, { registry_errors: [...unknown].map((type) => ({ message: `Machine type '${type}' not found` })) })
}

const restart =
  ({ machines }: Pick<Materials, 'machines'>): Handler<'machine_restart_create'> =>
  async (call, send) => {
    await machines.restart(await machineOf(call.db, call.path.id))
    return send(200, { ok: true })
  }

/** The module for machines: those that were entered, and how they are set. */
export const machineOperations = (materials: Pick<Materials, 'vault' | 'machines'>) => ({
  ...machineRecords(materials),
  ...machineSettings(materials),
  machine_types_list: types,
  machine_drivers_list: drivers,
  machine_status_retrieve: status,
  machine_restart_create: restart(materials)
})
