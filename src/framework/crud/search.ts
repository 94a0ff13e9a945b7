import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely'
import { looseFlag } from '#contract/read.ts'
import type { RequestContext } from '#contract/scopes.ts'
import { holdsText, isIndexed, keysHolding, mayHold, type Key } from '#db/search.ts'
import type { Builder, Column, SearchMatch, SearchField, TableName } from './definition.ts'
import type { AnyType } from './erased.ts'
import { contains, matchesPattern, termsOf } from './terms.ts'

/**
 * How a search term is looked for.
 *
 * @param holds the condition that a value holds it
 * @param text the text that such a value contains, for the indexes; undefined where there is none
 */
function matchOf(holds: (value: Expression<unknown>) => Expression<SqlBool>, text?: string): SearchMatch {
  const within = (table: string, columns: readonly string[], name = table) => {
    const held = sql<SqlBool>`(${sql.join(
      columns.map((column) => holds(sql.ref(`${name}.${column}`))),
      sql` or `
    )})`
    const id = sql.ref(`${name}.id`)
    const may = text !== undefined && isIndexed(table, columns) ? mayHold(table, id, text) : undefined
    const asked = may ? sql<SqlBool>`(${may} and ${held})` : held
    const known = text === undefined ? undefined : holdsText(table, columns, id, text, asked)
    return { condition: known ?? asked, indexed: (known ?? may) !== undefined }
  }
  return Object.assign((value: Expression<unknown>) => holds(value), {
    in: (table: string, columns: readonly string[], name?: string) => within(table, columns, name).condition,
    at: (column: string, table: string, columns: readonly string[]) => {
      const [id, named] = [sql.ref(column), sql.ref(`${table}.id`)]
      const { condition } = within(table, columns)
      const read = sql<SqlBool>`${id} in (select ${named} from ${sql.table(table)} where ${condition})`
      return (text === undefined ? undefined : holdsText(table, columns, id, text, read)) ?? read
    },
    keys: (table: string, columns: readonly string[], otherwise: RawBuilder<Key>) =>
      text === undefined ? otherwise : keysHolding(table, columns, text, otherwise),
    indexed: (table: string, columns: readonly string[]) => within(table, columns).indexed
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
  <Other extends TableName>(
    column: { [T in TableName]: Column<T> }[TableName],
    table: Other,
    columns: readonly Column<Other>[],
    ...more: ((eb: AnyType, match: SearchMatch, context: RequestContext) => Expression<SqlBool>)[]
  ) =>
  (eb: unknown, match: SearchMatch, context: RequestContext): Expression<SqlBool> => {
    if (more.length === 0) return match.at(column, table, columns)
    const id = sql.ref(`${table}.id`)
    const held = [
      ...(columns.length ? [match.in(table, columns)] : []),
      ...more.map((field) => field(eb, match, context))
    ]
    // Joined by `or`, they would be asked of every row of the other table.
    return sql<SqlBool>`${sql.ref(column)} in (${union(held.map((one) => sql<Key>`select ${id} from ${sql.table(table)} where ${one}`))})`
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
  /** A query of the keys that are gathered; undefined where nothing is. */
  keys: RawBuilder<Key> | undefined
  /** The same, but keys may come several times: for a condition, which that makes no difference to. */
  repeated: RawBuilder<Key> | undefined
  /** For many, too: what holds a term in a field is gathered, and each row is held against that. */
  sifted: Expression<SqlBool>
}

/**
 * The condition of a search: every term must be found in at least one field.
 *
 * @param notes whether `search_notes` adds the column `notes`
 * @returns undefined where nothing is searched for
 * @throws 400 where the server does not search for that
 */
export function searched<T extends TableName>(
  eb: Builder<T>,
  table: T,
  fields: readonly SearchField<T>[],
  query: Record<string, unknown>,
  context: RequestContext,
  notes: boolean
): Searched | undefined {
  const text = query.search as string | undefined
  if (text === undefined || fields.length === 0) return undefined
  const { search_regex, search_whole, search_notes } = context.rawQuery
  const [regex, whole] = [looseFlag(search_regex), looseFlag(search_whole)]
  const terms = termsOf(text, regex)
  if (terms.length === 0) return undefined
  const all = notes && looseFlag(search_notes) ? [...fields, 'notes' as SearchField<T>] : fields
  const conditions = terms.map((term) => {
    const wanted = whole ? `\\b${term}\\b` : term
    const holds = regex ? matchesPattern(wanted, 'search') : contains(wanted)
    return termIn(eb, table, all, context, holds, regex ? undefined : wanted)
  })
  const every = conditions.map(({ found }) => found).filter((found) => found !== undefined)
  const indexed = every.length === conditions.length ? every : undefined
  return {
    gathered: eb.and(conditions.map(({ gathered }) => gathered)),
    walked: every.length ? eb.and(conditions.map(({ walked }) => walked)) : undefined,
    sifted: eb.and(conditions.map(({ sifted }) => sifted)),
    keys: indexed && inAll(indexed, union),
    repeated: indexed && inAll(indexed, unionAll)
  }
}

/** What holds a term, field by field: queries of keys. */
type FieldKeys = readonly RawBuilder<Key>[]

const union = (found: FieldKeys): RawBuilder<Key> => sql.join<Key>(found, sql` union `)
const unionAll = (found: FieldKeys): RawBuilder<Key> => sql.join<Key>(found, sql` union all `)

/** A query of the keys that hold every term. */
function inAll([first, ...others]: FieldKeys[], joined: typeof union): RawBuilder<Key> {
  if (others.length === 0) return joined(first!)
  // The sign keeps SQLite from looking up each key in the index of letters.
  const held = others.map((found) => sql`+found.id in (${unionAll(found)})`)
  return sql`select found.id from (${joined(first!)}) as found where ${sql.join(held, sql` and `)}`
}

/**
 * The condition that one term is found in a field.
 *
 * @param holds the condition that a value holds it
 * @param text the text that such a value contains, for the indexes; undefined where there is none
 */
function termIn<T extends TableName>(
  eb: Builder<T>,
  table: T,
  fields: readonly SearchField<T>[],
  context: RequestContext,
  holds: (value: Expression<unknown>) => Expression<SqlBool>,
  text: string | undefined
) {
  const match = matchOf(holds, text)
  const own: Column<T>[] = fields.filter((field) => typeof field === 'string')
  const elsewhere = fields.filter((field) => typeof field === 'function').map((field) => field(eb, match, context))
  const inOwn = (match: SearchMatch) => (own.length ? [match.in(table, own)] : [])
  const walked = eb.or([...inOwn(matchOf(holds)), ...elsewhere])
  if (!match.indexed(table, own)) return { gathered: walked, walked, sifted: walked, found: undefined }
  const id = sql.ref(`${table}.id`)
  // A condition that joins the fields by `or` would look at every row.
  const keysOf = (held: Expression<SqlBool>) => sql<Key>`select ${id} from ${sql.table(table)} where ${held}`
  const ownKeys = inOwn(match).map((held) => match.keys(table, own, keysOf(held)))
  const found: FieldKeys = [...ownKeys, ...elsewhere.map(keysOf)]
  return {
    gathered: sql<SqlBool>`${id} in (${union(found)})`,
    walked,
    sifted: eb.or([...inOwn(match), ...elsewhere]),
    found
  }
}
