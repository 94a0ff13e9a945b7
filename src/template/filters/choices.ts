// Filters that put something else in the place of a value.
import type { Filter } from '../language.ts'
import { isTrue, representation, textOfValue } from '../python.ts'

/** A word for yes, no and nothing. */
async function yesNo(value: unknown, argument: unknown): Promise<unknown> {
  const words = argument === undefined ? ['yes', 'no', 'maybe'] : (await textOfValue(argument)).split(',')
  const [yes, no, maybe = no] = words
  if (no === undefined) return value
  if (value === null) return maybe
  return (await isTrue(value)) ? yes : no
}

/** Filters that put something else in the place of a value. */
export const CHOICE_FILTERS: Readonly<Record<string, Filter>> = {
  default: { argument: 'required', apply: async (value, other) => ((await isTrue(value)) ? value : other) },
  default_if_none: { argument: 'required', apply: (value, other) => (value === null ? other : value) },
  pprint: { safe: true, apply: representation },
  yesno: { argument: 'optional', apply: yesNo }
}
