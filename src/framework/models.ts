import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Database } from '#db/database.ts'
import { prepared, type Slots } from '#db/prepared.ts'
import type { Caller, Verb } from '#contract/scopes.ts'
import type { TableName } from '#crud/definition.ts'
import { dictionary } from '#db/dictionary.ts'

/** A kind of record that others may name by its primary key. */
export interface Model {
  table: TableName
  /** The word for the record in messages. */
  className: string
  /** The rulesets that permit things on it; any one is enough. Empty: every signed-in user may. */
  rulesets: readonly string[]
  /**
   * What `x-related: model/subset` of the contract narrows the choice to: a column that must hold 1, columns that must
   * be empty, or a condition.
   */
  subsets?: Record<string, string | readonly string[] | RawBuilder<SqlBool>>
  /** The address of its list, for clients that offer a choice. */
  api: string
}

/** Whether one of the rulesets of a kind of record permits the caller the verb. */
export const permits = (caller: Caller, verb: Verb, { rulesets }: Pick<Model, 'rulesets'>): boolean =>
  rulesets.some((ruleset) => caller.may(verb, ruleset))

/** Every model that has a table, by the name that the API uses for it. Filled by the registry of modules. */
export const MODELS: Record<string, Model> = dictionary({})

/** A kind of record without a table that others may name. */
export interface Tableless extends Pick<Model, 'api'> {
  isThere: (pk: number) => boolean
}

/** Kinds of records without a table, by name. Filled by the registry of modules. */
export const TABLELESS: Record<string, Tableless> = dictionary({})

/**
 * Whether there is such a kind of record.
 *
 * @param related a model as the contract's `x-related` names it, with a subset after a slash where only some records
 *   are allowed
 */
export function isModel(related: string): boolean {
  const [name, subset] = related.split('/') as [string, string?]
  const model = MODELS[name]
  if (!model) return TABLELESS[name] !== undefined && subset === undefined
  return subset === undefined || (model.subsets !== undefined && Object.hasOwn(model.subsets, subset))
}

/**
 * A query over the records of a model that has a table.
 *
 * @param subset which of them alone, as `x-related` names it after a slash
 */
function recordsOf(db: Database, { table, subsets }: Model, subset: string | undefined): any {
  // the table is known at run time alone
  const query = (db as any).selectFrom(table).select('id')
  const narrowing = subset === undefined ? [] : subsets![subset]!
  if (typeof narrowing === 'string') return query.where(narrowing, '=', 1)
  if (!Array.isArray(narrowing)) return query.where(narrowing)
  return narrowing.reduce((narrowed, column) => narrowed.where(column, 'is', null), query)
}

/**
 * Which of some records are still among those that `x-related` of their field allows, in their order; one query for all
 * of them.
 *
 * @param references each of a model that has a table
 */
export async function stillAllowed(
  db: Database,
  references: readonly { related: string; pk: number }[]
): Promise<boolean[]> {
  const allowed = references.map(({ related, pk }, at) => {
    const [name, subset] = related.split('/') as [string, string?]
    return sql<boolean | number>`exists ${recordsOf(db, MODELS[name]!, subset).where('id', '=', pk)}`.as(String(at))
  })
  const row: Record<string, boolean | number> = await db.selectNoFrom(allowed).executeTakeFirstOrThrow()
  return references.map((_, at) => Boolean(row[at]))
}

/** The queries for the records of models, by the name that the contract has for them and their subset. */
const known = new Map<string, (db: Database, values: { ids: number[] }) => Promise<{ id: number }[]>>()

/**
 * Which primary keys exist.
 *
 * @param related a model as the contract's `x-related` names it, with a subset after a slash where only some records
 *   are allowed
 */
export async function existing(db: Database, related: string, pks: number[]): Promise<Set<number>> {
  const [name, subset] = related.split('/') as [string, string?]
  const tableless = TABLELESS[name]
  if (tableless) return new Set(pks.filter(tableless.isThere))
  // Of a model that is none the contract does not speak (`isModel`), but the database may, after a later version.
  const model = MODELS[name]
  if (!model) return new Set()
  let query = known.get(related)
  if (!query)
    known.set(
      related,
      (query = prepared((on, { keys }: Slots<{ ids: number[] }>) =>
        recordsOf(on, model, subset).where('id', 'in', keys('ids'))
      ))
    )
  return new Set((await query(db, { ids: pks })).map(({ id }) => id))
}
