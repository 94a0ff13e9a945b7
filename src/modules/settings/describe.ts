import type { SettingDefinition } from '#framework/setting.ts'
import { settingChoices, type SettingContext } from './definitions.ts'

/** What a form needs to offer a setting, whatever its value and whosever it is. */
export const describeSetting = (definition: SettingDefinition, settingContext: SettingContext) => ({
  name: definition.name,
  description: definition.description,
  type: definition.type,
  units: definition.units ?? '',
  choices: settingChoices(definition, settingContext).map(([value, display_name]) => ({ value, display_name })),
  model_name: definition.model ?? null,
  api_url: definition.apiUrl ?? null,
  confirm: definition.confirm !== undefined,
  confirm_text: definition.confirm ?? ''
})
