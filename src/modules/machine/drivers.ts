// The drivers that plugins of others bring.
import type { ActivePlugin, Plugins } from '#framework/plugins/plugins.ts'
import type { Driver } from '#framework/plugins/interface.ts'
import { LABEL_PRINTER } from './types.ts'

/** A driver that an active plugin brings. */
export interface KnownDriver {
  slug: string
  driver: Driver
  plugin: ActivePlugin
  /** The plugin that has a driver of the same name, and comes first. */
  rival: string | undefined
}

/** What tells which driver a machine has. */
interface Driven {
  machine_type: string
  driver: string
}

/** All drivers that there are, by plugin. Reads outside of any transaction, so never call it inside one. */
export async function knownDrivers(plugins: Plugins): Promise<KnownDriver[]> {
  const first = new Map<string, string>()
  return (await plugins.offering('drivers')).flatMap((plugin) =>
    Object.entries(plugin.declaration.drivers!).map(([slug, driver]) => {
      const rival = first.get(slug)
      if (rival === undefined) first.set(slug, plugin.key)
      return { slug, driver, plugin, rival }
    })
  )
}

/** The driver of a machine; undefined where it is not there. All drivers are those of label printers. */
export const driverOf = (drivers: readonly KnownDriver[], machine: Driven): KnownDriver | undefined =>
  machine.machine_type === LABEL_PRINTER.slug
    ? drivers.find(({ slug, rival }) => slug === machine.driver && rival === undefined)
    : undefined
