import { sql, type Expression, type SqlBool } from 'kysely'
import { invalid } from '#contract/errors.ts'
import { holdsPattern, LONGEST_PATTERN } from '#db/pattern.ts'
import { fold, like } from '#db/text.ts'

/** SQLite nests conditions 1000 deep at most, and every word is looked for in several fields. */
const MAX_TERMS = 100

/**
 * The words of a search: split at blanks and commas, text in matching quotes stays together
 * (docs/behaviour/lists.md#search).
 */
export function searchTerms(text: string): string[] {
  return [...text.matchAll(/"([^"]*)"|'([^']*)'|([^\s,]+)/g)]
    .map((m) => (m[1] ?? m[2] ?? m[3])!.trim())
    .filter((term) => term !== '')
}

/** Longer texts are not looked for: a comparison takes the length of both, and SQLite gives up in the end. */
const LONGEST_TERM = 500

/** The condition that a value contains a text, letter case aside; no value contains one that is too long. */
export function contains(text: string): (value: Expression<unknown>) => Expression<SqlBool> {
  if (text.length > LONGEST_TERM) return () => sql<SqlBool>`1 = 0`
  const pattern = `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`
  // SQLite's LIKE folds ASCII alone, which is all that an ASCII text needs.
  return /^[\x20-\x7e]*$/.test(text)
    ? (value) => like(value, pattern)
    : (value) => like(sql`folded(${value})`, fold(pattern))
}

/**
 * The condition that a value matches a regular expression, letter case aside.
 *
 * @param parameter the query parameter that it came in
 * @throws 400 where the server cannot search by it
 */
export const matchesPattern =
  (pattern: string, parameter: string) =>
  (value: Expression<unknown>): Expression<SqlBool> =>
    holdsPattern(value, pattern, (why) => {
      throw invalid({ [parameter]: [why] })
    })

/**
 * The terms that a search looks for, each once.
 *
 * @param regex whether they are regular expressions
 * @throws 400 where that is too much
 */
export function termsOf(text: string, regex: boolean): string[] {
  if (text.includes('\0')) throw invalid(['Null characters are not allowed.'])
  const refuse = (why: string) => invalid({ search: [why] })
  const terms = [...new Set(searchTerms(text))]
  if (terms.length > MAX_TERMS) throw refuse(`Search for at most ${MAX_TERMS} words at once.`)
  if (terms.some((term) => term.length > LONGEST_TERM))
    throw refuse(`A word to search for has at most ${LONGEST_TERM} characters.`)
  if (terms.length && regex && text.length > LONGEST_PATTERN)
    throw refuse(`A regular expression has at most ${LONGEST_PATTERN} characters here.`)
  return terms
}
