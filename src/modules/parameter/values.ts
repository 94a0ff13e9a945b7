import { sql } from 'kysely'
import { invalid } from '#contract/errors.ts'
import { looseFlag } from '#contract/read.ts'
import type { Handed } from '#contract/scopes.ts'
import type { Database } from '#db/database.ts'
import { fold } from '#db/text.ts'
import { convertUnits, UnitError, type UnitRegistry } from '#modules/units/index.ts'

/** What of a template decides about values. */
export interface Rules {
  id: number
  units: string
  checkbox: number
  choices: string
  selectionlist_id: number | null
  unique: number
}

const FLOAT = /^[+-]?(\d+(_\d+)*(\.(\d+(_\d+)*)?)?|\.\d+(_\d+)*)(e[+-]?\d+)?$/i

/** The number that a text is, if it is nothing else; undefined also for one that is too large. */
export function plainNumber(text: string): number | undefined {
  const number = FLOAT.test(text.trim()) ? Number(text.replaceAll('_', '')) : NaN
  return Number.isFinite(number) ? number : undefined
}

/** The number that a text is in a unit; undefined where it is none. */
export function numberIn(registry: UnitRegistry, text: string, unit: string): number | undefined {
  try {
    const number = convertUnits(text, unit, registry)
    return Number.isFinite(number) ? number : undefined
  } catch (error) {
    if (error instanceof UnitError) return undefined
    throw error
  }
}

/** A value as a number in the unit of its template; null where it is none (docs/behaviour/parameter.md#values). */
export function numericValue(
  registry: UnitRegistry,
  { checkbox, units: unit }: Pick<Rules, 'checkbox' | 'units'>,
  data: string
): number | null {
  if (checkbox) return looseFlag(data) ? 1 : 0
  return (unit ? numberIn(registry, data, unit) : plainNumber(data)) ?? null
}

/** A value as it is kept: that of a checkbox is one of two words. */
export const storedValue = ({ checkbox }: Pick<Rules, 'checkbox'>, data: string) =>
  checkbox ? (looseFlag(data) ? 'True' : 'False') : data

/**
 * The rule that a value converts to the unit of its template, as long as the setting asks for it.
 *
 * @param field the field that the refusal names
 */
export function checkUnit({ settings, units }: Handed, unit: string, text: string, field: string): void {
  if (!unit || !settings.flag('PARAMETER_ENFORCE_UNITS')) return
  try {
    convertUnits(text, unit, units.now)
  } catch (error) {
    if (error instanceof UnitError) throw invalid({ [field]: [error.message] })
    throw error
  }
}

/** The words of `choices`. */
export const templateChoices = (choices: string) =>
  choices
    .split(',')
    .map((choice) => choice.trim())
    .filter((choice) => choice !== '')

/** The values to choose from; none where any will do. */
async function allowedValues(db: Database, { choices, selectionlist_id }: Rules): Promise<string[]> {
  if (selectionlist_id === null) return templateChoices(choices)
  return (
    await db
      .selectFrom('selection_list_entry')
      .select('value')
      .where('list_id', '=', selectionlist_id)
      .where('active', '=', 1)
      .execute()
  ).map(({ value }) => value)
}

/**
 * The rules of a value, in the order in which the API tells of them (docs/behaviour/parameter.md#values).
 *
 * @param own the parameter that may have the value already; null for a new one
 * @returns the value as a number
 */
export async function checkValue(
  db: Database,
  handed: Handed,
  rules: Rules,
  data: string,
  model: string,
  own: number | null
): Promise<number | null> {
  const allowed = await allowedValues(db, rules)
  if (allowed.length && !allowed.includes(data)) throw invalid({ data: ['Invalid choice for parameter value'] })
  const number = numericValue(handed.units.now, rules, data)
  checkUnit(handed, rules.units, data, 'data')
  if (rules.unique) {
    let duplicates = db.selectFrom('parameter').select('id').where('template_id', '=', rules.id).limit(1)
    if (own !== null) duplicates = duplicates.where('id', '!=', own)
    if (rules.unique === 1) duplicates = duplicates.where('model_type', '=', model)
    duplicates =
      rules.units && number !== null
        ? duplicates.where('data_numeric', '=', number)
        : duplicates.where(sql`folded(data)`, '=', fold(data))
    if (await duplicates.executeTakeFirst()) throw invalid({ data: ['Parameter value must be unique'] })
  }
  return number
}
