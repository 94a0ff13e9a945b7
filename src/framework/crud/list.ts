import { sql, type Expression, type SqlBool } from 'kysely'
import { invalid } from '#contract/errors.ts'
import { fold, like } from '#db/text.ts'
import { holdsPattern, LONGEST_PATTERN } from '#db/pattern.ts'
import { isIndexed, mayHold } from '#db/search.ts'
import { looseFlag } from '#contract/read.ts'
import type { Scope } from '#contract/scopes.ts'
import type { Builder, Column, InitialOrder, Match, SearchField, Sort, SortKey, Table } from './definition.ts'

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
 * How a search term is looked for.
 *
 * @param holds the condition that a value holds it
 * @param text the text that such a value contains, for the indexes; undefined where there is none
 */
function matchOf(holds: (value: Expression<unknown>) => Expression<SqlBool>, text?: string): Match {
  const hint = (table: string, name: string) =>
    text === undefined ? undefined : mayHold(table, sql.ref(`${name}.id`), text)
  return Object.assign((value: Expression<unknown>) => holds(value), {
    in: (table: string, columns: readonly string[], name = table) => {
      const held = sql<SqlBool>`(${sql.join(
        columns.map((column) => holds(sql.ref(`${name}.${column}`))),
        sql` or `
      )})`
      const may = isIndexed(table, columns) ? hint(table, name) : undefined
      return may ? sql<SqlBool>`(${may} and ${held})` : held
    },
    indexed: (table: string, columns: readonly string[]) =>
      isIndexed(table, columns) && hint(table, table) !== undefined
  })
}

/**
 * Looks in the record that a column names. The other table is searched by itself, through its index where it has one,
 * and not once for every row.
 *
 * @param column the column that holds the other's primary key
 * @param columns where to look; `more` looks further from there
 */
export const through =
  <Other extends Table>(
    column: { [T in Table]: Column<T> }[Table],
    table: Other,
    columns: readonly Column<Other>[],
    ...more: ((eb: any, match: Match, call: Scope) => Expression<SqlBool>)[] // any: a builder over another table
  ) =>
  (eb: unknown, match: Match, call: Scope): Expression<SqlBool> => {
    const id = sql.ref(`${table}.id`)
    const held = [...(columns.length ? [match.in(table, columns)] : []), ...more.map((field) => field(eb, match, call))]
    return sql<SqlBool>`${sql.ref(column)} in (select ${id} from ${sql.table(table)} where ${sql.join(held, sql` or `)})`
  }

/** The condition of a search. */
export interface Searched {
  /**
   * For few rows among many: where the table's own columns have an index, the rows that hold a term are gathered field
   * by field.
   */
  gathered: Expression<SqlBool>
  /** For many: each row is looked at, so that a page needs but the first ones; undefined where nothing is gathered. */
  walked: Expression<SqlBool> | undefined
}

/**
 * The condition of a search: every term must be found in at least one field.
 *
 * @param notes whether `search_notes` adds the column `notes`
 * @returns undefined where nothing is searched for
 */
export function searched<T extends Table>(
  eb: Builder<T>,
  table: T,
  fields: readonly SearchField<T>[],
  query: Record<string, unknown>,
  call: Scope,
  notes: boolean
): Searched | undefined {
  const text = query.search as string | undefined
  if (text === undefined || fields.length === 0) return undefined
  if (text.includes('\0')) throw invalid(['Null characters are not allowed.'])
  const { search_regex: regex, search_whole: whole, search_notes: inNotes } = call.rawQuery
  const all = notes && looseFlag(inNotes) ? [...fields, 'notes' as SearchField<T>] : fields
  const own = all.filter((field) => typeof field === 'string')
  const terms = [...new Set(searchTerms(text))]
  if (terms.length === 0) return undefined
  if (terms.length > MAX_TERMS) throw invalid({ search: [`Search for at most ${MAX_TERMS} words at once.`] })
  if (terms.some((term) => term.length > LONGEST_TERM))
    throw invalid({ search: [`A word to search for has at most ${LONGEST_TERM} characters.`] })
  if (looseFlag(regex) && text.length > LONGEST_PATTERN)
    throw invalid({ search: [`A regular expression has at most ${LONGEST_PATTERN} characters here.`] })
  const conditions = terms.map((term) => {
    const wanted = looseFlag(whole) ? `\\b${term}\\b` : term
    const holds = looseFlag(regex) ? matchesPattern(wanted, 'search') : contains(wanted)
    const match = matchOf(holds, looseFlag(regex) ? undefined : wanted)
    const elsewhere = all.filter((field) => typeof field === 'function').map((field) => field(eb, match, call))
    const here = (match: Match) => (own.length ? [match.in(table, own)] : [])
    const walked = eb.or([...here(matchOf(holds)), ...elsewhere])
    if (!match.indexed(table, own)) return { gathered: walked, walked, indexed: false }
    const id = sql.ref(`${table}.id`)
    // A condition that joins the fields by `or` would look at every row.
    const gathered = sql<SqlBool>`${id} in (${sql.join(
      [...here(match), ...elsewhere].map((held) => sql`select ${id} from ${sql.table(table)} where ${held}`),
      sql` union `
    )})`
    return { gathered, walked, indexed: true }
  })
  return {
    gathered: eb.and(conditions.map(({ gathered }) => gathered)),
    walked: conditions.some(({ indexed }) => indexed) ? eb.and(conditions.map(({ walked }) => walked)) : undefined
  }
}

/**
 * Reads `ordering`: names joined by commas, `-` in front for the reverse; unknown ones are passed over
 * (docs/behaviour/lists.md#ordering).
 *
 * @returns the steps, and whether ties go by descending pk, as the last name says
 */
export function sorting<T extends Table>(
  ordering: string | undefined,
  keys: Record<string, SortKey<T>>,
  initial: InitialOrder<T>
): { steps: Sort<T>[]; descending: boolean } {
  const steps = (ordering ?? '')
    .split(',')
    .map((name) => name.trim())
    .map((name) => ({ name: name.replace(/^-/, ''), descending: name.startsWith('-') }))
    .filter(({ name }) => Object.hasOwn(keys, name))
    .map(({ name, descending }) => ({ key: keys[name]!, descending }))
  // A field that comes again sorts nothing more, and costs as much as the first time.
  const seen = new Set<SortKey<T>>()
  const first = steps.filter(({ key }) => !seen.has(key) && seen.add(key))
  if (first.length) return { steps: first, descending: steps.at(-1)!.descending }
  const usual = initial.map((step) =>
    typeof step === 'object' && 'descending' in step ? step : { key: step, descending: false }
  )
  return { steps: usual, descending: usual.at(-1)?.descending ?? false }
}

/**
 * The frame of a page.
 *
 * @param origin scheme and host of the request
 * @param path the path of the list
 * @param query the query as it came; next and previous carry all of it, sorted by name
 */
export function page<Item>(
  origin: string,
  path: string,
  query: Record<string, string>,
  count: number,
  limit: number,
  offset: number,
  results: Item[]
) {
  const link = (at: number) => {
    const pairs = Object.entries({ ...query, limit: String(limit) }).filter(([name]) => name !== 'offset')
    if (at > 0) pairs.push(['offset', String(at)])
    pairs.sort(([a], [b]) => (a < b ? -1 : 1))
    return `${origin}${path}?${new URLSearchParams(pairs)}`
  }
  return {
    count,
    next: offset + limit < count ? link(offset + limit) : null,
    previous: offset > 0 ? link(Math.max(0, offset - limit)) : null,
    results
  }
}
