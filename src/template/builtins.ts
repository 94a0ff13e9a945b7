// What every template may use without loading it.
import type { Library } from './language.ts'
import { CHOICE_FILTERS } from './filters/choices.ts'
import { DATE_FILTERS } from './filters/dates.ts'
import { HTML_FILTERS } from './filters/html.ts'
import { LIST_FILTERS } from './filters/lists.ts'
import { NUMBER_FILTERS } from './filters/numbers.ts'
import { TEXT_FILTERS } from './filters/text.ts'
import { BRANCHES } from './tags/branches.ts'
import { INHERITANCE } from './tags/inheritance.ts'
import { LOOPS } from './tags/loops.ts'
import { TEXTS } from './tags/texts.ts'

/** What every template may use without loading it. */
export const BUILTINS: readonly Library[] = [
  { tags: BRANCHES },
  { tags: LOOPS },
  { tags: INHERITANCE },
  { tags: TEXTS },
  { filters: TEXT_FILTERS },
  { filters: NUMBER_FILTERS },
  { filters: LIST_FILTERS },
  { filters: HTML_FILTERS },
  { filters: CHOICE_FILTERS },
  { filters: DATE_FILTERS }
]
