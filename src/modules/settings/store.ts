import type { Database } from '#db/database.ts'
import { outsideChanges } from '#db/database.ts'
import type { PluginReader } from '#contract/scopes.ts'
import { looseFlag } from '#contract/read.ts'
import type { SettingStore } from '#framework/module.ts'
import { isActive, PLUGINS } from '#framework/plugin.ts'
import { GLOBAL_BY_KEY } from './definitions.ts'

/** What is stored of a plugin. */
interface StoredPlugin {
  active: number
  values: Map<string, string>
}

/** Reads the values of settings: those that are stored, else their defaults. */
const reader = (textOf: (key: string) => string) => ({
  text: textOf,
  flag: (key: string) => looseFlag(textOf(key)),
  number: (key: string) => Number(textOf(key))
})

/**
 * The settings of the server and of its plugins in memory: read with no query, and read anew when another process
 * changed the database.
 */
export class Settings implements SettingStore {
  readonly #db: Database
  #values = new Map<string, string>()
  #plugins = new Map<string, StoredPlugin>()
  #seen = -1

  constructor(db: Database) {
    this.#db = db
  }

  /**
   * Brings the memory up to date; costs nothing while nobody else wrote. Called before a request is served.
   *
   * @param version what `outsideChanges` says now, where that is known already
   */
  async refresh(version?: number): Promise<void> {
    version ??= await outsideChanges(this.#db)
    if (version === this.#seen) return
    const settings = await this.#db.selectFrom('setting').select(['key', 'value']).execute()
    this.#values = new Map(settings.map(({ key, value }) => [key, value]))
    await this.#refreshPlugins()
    this.#seen = version
  }

  async #refreshPlugins(): Promise<void> {
    const rows = await this.#db
      .selectFrom('plugin_config as p')
      .leftJoin('plugin_setting as s', 's.plugin_id', 'p.id')
      .select(['p.key as plugin', 'p.active', 's.key', 's.value'])
      .execute()
    const found = new Map<string, StoredPlugin>()
    for (const { plugin, active, key, value } of rows) {
      const one = found.get(plugin) ?? { active, values: new Map<string, string>() }
      found.set(plugin, one)
      if (key !== null) one.values.set(key, value ?? '')
    }
    this.#plugins = found
  }

  /** Forgets what is in memory; the next `refresh` reads it anew. Called after a setting was written. */
  forget(): void {
    this.#seen = -1
  }

  text(key: string): string {
    const definition = GLOBAL_BY_KEY.get(key)
    if (!definition) throw new Error(`there is no setting ${key}`)
    return this.#values.get(key) ?? definition.default
  }

  flag(key: string): boolean {
    return this.text(key).toLowerCase() === 'true'
  }

  number(key: string): number {
    return Number(this.text(key))
  }

  plugin(key: string): PluginReader {
    const plugin = PLUGINS[key]
    if (!plugin) throw new Error(`there is no plugin ${key}`)
    const stored = this.#plugins.get(key)
    const textOf = (name: string): string => {
      const definition = plugin.settings?.find((one) => one.key === name)
      if (!definition) throw new Error(`the plugin ${key} has no setting ${name}`)
      return stored?.values.get(name) ?? definition.default
    }
    return { ...reader(textOf), active: isActive(plugin, stored) }
  }
}
