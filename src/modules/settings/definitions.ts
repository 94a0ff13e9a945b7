import { PatternError, patternOf } from '#db/pattern.ts'
import { looseFlag } from '#contract/read.ts'
import { currencyCodes } from '#modules/currency/index.ts'
import { iconProblem } from '#modules/icons/index.ts'
import type { SettingCheck, SettingDefinition } from '#framework/setting.ts'
import { formatParts } from './format.ts'
import { GLOBAL_SETTINGS } from './global.ts'
import { batchTemplateProblem, nameFormatProblem } from './templates.ts'
import { USER_SETTINGS } from './user.ts'

export type { SettingDefinition } from '#framework/setting.ts'
export { GLOBAL_SETTINGS, USER_SETTINGS }

/** What the rules need to know from the rest of the server. */
export interface SettingContext {
  /** The address of the server, where the configuration fixes it; else empty. */
  readonly siteUrl: string
  /** The supported currencies, see `currencyCodes`. */
  readonly currencies: readonly string[]
  /** The groups of users by name. */
  readonly groups: ReadonlyArray<{ readonly id: number; readonly name: string }>
  /** The plugins that know exchange rates, by key and name. */
  readonly rateSources: ReadonlyArray<readonly [key: string, name: string]>
}

/** What is wrong with a value, in the form of the answer. */
export type SettingProblem = { value: string[] } | { non_field_errors: string[] }

export const GLOBAL_BY_KEY: ReadonlyMap<string, SettingDefinition> = new Map(
  GLOBAL_SETTINGS.map((one) => [one.key, one])
)
export const USER_BY_KEY: ReadonlyMap<string, SettingDefinition> = new Map(USER_SETTINGS.map((one) => [one.key, one]))

const MAX_LENGTH = 2000

/**
 * Stands for a stored key that nothing defines; imported data has some. It is listed, but cannot be read or changed by
 * its key.
 *
 * @param key the stored key
 */
export const undefinedSetting = (key: string): SettingDefinition => ({
  key,
  name: '',
  description: '',
  type: 'string',
  default: ''
})

/**
 * The values that a setting can have.
 *
 * @returns value and shown text of each; empty where any value of the type will do
 */
export function settingChoices(
  definition: SettingDefinition,
  settingContext: SettingContext
): ReadonlyArray<readonly [string, string]> {
  if (definition.choices === 'currencies')
    return settingContext.currencies.map((code) => [code, `${code} - ${currencyName(code) ?? code}`])
  if (definition.choices === 'groups')
    return [['', 'No group'], ...settingContext.groups.map(({ id, name }) => [String(id), name] as const)]
  if (definition.choices === 'rate-sources') return [['', 'No plugin'], ...settingContext.rateSources]
  return definition.choices ?? []
}

/** Whether the configuration of the server fixes the value. */
export function isReadOnly(definition: SettingDefinition, settingContext: SettingContext): boolean {
  return definition.locked === 'site-url' && settingContext.siteUrl !== ''
}

/**
 * The value of a setting as an answer shows it.
 *
 * @param text the stored text, or the default of the definition
 * @returns never null. A number that is none gives the default, for example after an import.
 */
export function typedValue(definition: SettingDefinition, text: string): string | boolean | number {
  switch (definition.type) {
    case 'boolean':
      return looseFlag(text)
    case 'integer':
      return wholeNumber(text) ?? wholeNumber(definition.default) ?? 0
    case 'related field':
      return wholeNumber(text) ?? text
    case 'string':
      return text
  }
}

/**
 * The text to store for a value that `settingProblem` found nothing wrong with.
 *
 * @param value what the client sent as `value`
 */
export function storedText(definition: SettingDefinition, value: unknown): string {
  const text = asText(value) ?? ''
  if (definition.type === 'boolean') return looseFlag(text) ? 'True' : 'False'
  if (definition.type === 'integer') return String(wholeNumber(text) ?? definition.default)
  return text
}

/**
 * What is wrong with a new value. The stored value stays what it is where anything is.
 *
 * @param value what the client sent as `value`: any JSON
 * @returns the body of the answer (400), or undefined where the value may be stored
 */
export function settingProblem(
  definition: SettingDefinition,
  value: unknown,
  settingContext: SettingContext
): SettingProblem | undefined {
  const text = asText(value)
  if (text === undefined) return { value: ['Not a valid string.'] }
  if (definition.type === 'boolean') return undefined
  if (isReadOnly(definition, settingContext) && text !== settingContext.siteUrl)
    return whole('Site URL is locked by configuration')
  const length = [...text].length
  if (length > MAX_LENGTH)
    return { value: [`Ensure this value has at most ${MAX_LENGTH} characters (it has ${length}).`] }
  if (definition.type === 'integer') {
    const problem = numberProblem(definition, text)
    if (problem !== undefined) return whole(problem)
  }
  const problem = definition.check && CHECKS[definition.check](text)
  if (problem) return problem
  const choices = settingChoices(definition, settingContext)
  if (choices.length > 0 && !choices.some(([choice]) => choice === text))
    return whole('Chosen value is not a valid option')
  return undefined
}

const whole = (message: string): SettingProblem => ({ non_field_errors: [message] })
const ofValue = (message: string): SettingProblem => ({ value: [message] })

/** A JSON scalar as text, in the words of the API (`True`, not `true`); undefined for lists and objects. */
function asText(value: unknown): string | undefined {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : undefined
}

/** The whole number that a text is; undefined where it is none, or too big to be sent as JSON. */
function wholeNumber(text: string): number | undefined {
  if (!/^[+-]?\d+$/.test(text.trim())) return undefined
  const number = Number(text)
  return Number.isSafeInteger(number) ? number : undefined
}

function numberProblem({ minimum, maximum }: SettingDefinition, text: string): string | undefined {
  const number = wholeNumber(text)
  if (number === undefined) return 'Provided value is not a valid integer'
  if (minimum !== undefined && number < minimum) return `Ensure this value is greater than or equal to ${minimum}.`
  if (maximum !== undefined && number > maximum) return `Ensure this value is less than or equal to ${maximum}.`
  return undefined
}

/** The rules for texts, by the name that definitions use. */
const CHECKS = {
  'reference-pattern': referencePatternProblem,
  'part-name-format': (text) => {
    const problem = nameFormatProblem(text)
    return problem === undefined ? undefined : ofValue(problem)
  },
  'batch-template': (text) => {
    const problem = batchTemplateProblem(text)
    return problem === undefined ? undefined : ofValue(problem)
  },
  'currency-codes': currencyCodesProblem,
  'mail-domains': mailDomainsProblem,
  icon: (text) => {
    const problem = iconProblem(text)
    return problem === undefined ? undefined : whole(problem)
  },
  url: (text) =>
    text === '' || (/^(https?|ftps?):\/\/[^\s/]/i.test(text) && URL.canParse(text))
      ? undefined
      : whole('Enter a valid URL.'),
  regex: regexProblem,
  json: (text) => (succeeds(() => JSON.parse(text)) ? undefined : ofValue('Value does not pass validation checks'))
} satisfies Record<SettingCheck, (text: string) => SettingProblem | undefined>

/**
 * What is wrong with the text of a setting by the rule of its own, whatever its type and choices.
 *
 * @returns one sentence; undefined where nothing is wrong
 */
export function textProblem(definition: SettingDefinition, text: string): string | undefined {
  const problem = definition.check && CHECKS[definition.check](text)
  return problem && Object.values<string[]>(problem).flat().join(' ')
}

function regexProblem(text: string): SettingProblem | undefined {
  try {
    return patternOf(text) ? undefined : ofValue('Enter a valid regular expression.')
  } catch (error) {
    if (error instanceof PatternError) return ofValue(error.message)
    throw error
  }
}

function succeeds(attempt: () => unknown): boolean {
  try {
    attempt()
  } catch {
    return false
  }
  return true
}

/** What a reference pattern may name in braces; `?` is a wildcard with a text to use when a reference is made. */
const PATTERN_KEYS = new Set(['ref', 'date', '?'])

/** No reference is longer. */
const WIDEST = 64

function referencePatternProblem(pattern: string): SettingProblem | undefined {
  let steps: { name: string; form: string }[]
  try {
    steps = formatParts(pattern).filter((step) => 'name' in step)
  } catch (error) {
    return ofValue(`Improperly formatted pattern: ${(error as Error).message}`)
  }
  const keys = steps.map(({ name }) => name).filter((name) => name !== '')
  if (steps.some(({ name, form }) => name === 'ref' && Number(/\d+/.exec(form)?.[0] ?? 0) > WIDEST))
    return ofValue(`Improperly formatted pattern: a reference has at most ${WIDEST} characters`)
  const unknown = keys.find((key) => !PATTERN_KEYS.has(key))
  if (unknown !== undefined) return ofValue(`Unknown format key specified: '${unknown}'`)
  const numbers = keys.filter((key) => key === 'ref').length
  if (numbers === 0) return ofValue("Missing required format key: 'ref'")
  if (numbers > 1) return ofValue("Improperly formatted pattern: 'ref' stands there more than once")
  return undefined
}

/** Made when it is asked for: what Intl knows takes long to load. */
let names: Intl.DisplayNames | undefined

/** The English name of a currency; undefined for a code that is none. */
function currencyName(code: string): string | undefined {
  names ??= new Intl.DisplayNames('en', { type: 'currency', fallback: 'none' })
  return /^[A-Z]{3}$/.test(code) ? names.of(code) : undefined
}

function currencyCodesProblem(text: string): SettingProblem | undefined {
  const codes = currencyCodes(text)
  for (const [at, code] of codes.entries()) {
    if (currencyName(code) === undefined) return whole(`Invalid currency code: '${code}'`)
    if (codes.indexOf(code) < at) return whole(`Duplicate currency code: '${code}'`)
  }
  return codes.length === 0 ? whole('No valid currency codes provided') : undefined
}

function mailDomainsProblem(text: string): SettingProblem | undefined {
  for (const domain of text === '' ? [] : text.split(',').map((domain) => domain.trim())) {
    if (domain === '') return whole('An empty domain is not allowed.')
    if (!/^@[a-z0-9._-]+$/i.test(domain)) return whole(`Invalid domain name: ${domain}`)
  }
  return undefined
}
