// The settings that plugins of others declare, as those of the server are defined and set.
import { invalid } from '#contract/errors.ts'
import type { SettingDefinition } from '#framework/setting.ts'
import type { Setting } from './interface.ts'
import type { AtWork, Plugins } from './plugins.ts'

const stored = (value: Setting['default']): string =>
  typeof value === 'boolean' ? (value ? 'True' : 'False') : String(value)

/** A setting of a plugin of others as those of the server are defined. */
export const settingDefinition = (setting: Setting): SettingDefinition => {
  const { validate: _, default: initial, description = '', ...rest } = setting
  return { ...rest, description, default: stored(initial) }
}

/**
 * Asks a plugin whether a value suits one of its settings, where that says so; before anything is written.
 *
 * @param place the way to the settings in what the plugin exports
 * @param value what the client sent; undefined for nothing
 * @throws 400 with what is wrong
 */
export async function checkByPlugin(
  plugins: Plugins,
  plugin: string,
  place: (string | number)[],
  settings: readonly Setting[] = [],
  key: string,
  value: unknown,
  user: AtWork | null
): Promise<void> {
  const at = settings.findIndex((setting) => setting.key === key)
  if (value === undefined || !settings[at]?.validate) return
  const problem = await plugins.tryCall(plugin, [...place, at, 'validate'], [value], { user })
  if (typeof problem === 'string') throw invalid({ value: [problem.slice(0, 500)] })
}
