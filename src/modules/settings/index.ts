export {
  attachedSetting,
  attachedSettingJSON,
  attachedSettings,
  changeAttachedSetting,
  type SettingShelf
} from './attached.ts'
export { GLOBAL_BY_KEY, textProblem, typedValue } from './definitions.ts'
export { formatParts, type FormatPart } from './format.ts'
export { Settings } from './store.ts'
export { batchTemplateProblem, nameFormatProblem } from './templates.ts'
