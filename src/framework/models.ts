import type { RawBuilder, SqlBool } from 'kysely'
import type { Database } from '#db/database.ts'
import { among } from '#db/text.ts'
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

/** Kinds of records without a table, which others may name as well: whether there is one with a key. */
export const TABLELESS: Record<string, (pk: number) => boolean> = dictionary({})

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
 * Which primary keys exist.
 *
 * @param related a model as the contract's `x-related` names it, with a subset after a slash where only some records
 *   are allowed
 */
export async function existing(db: Database, related: string, pks: number[]): Promise<Set<number>> {
  const [name, subset] = related.split('/') as [string, string?]
  const isThere = TABLELESS[name]
  if (isThere) return new Set(pks.filter(isThere))
  // Of a model that is none the contract does not speak (`isModel`), but the database may, after a later version.
  const model = MODELS[name]
  if (!model) return new Set()
  // the table is known at run time alone
  let query = (db as any).selectFrom(model.table).select('id').where('id', 'in', among(pks))
  const narrowing = subset === undefined ? [] : model.subsets![subset]!
  if (typeof narrowing === 'string') query = query.where(narrowing, '=', 1)
  else if (Array.isArray(narrowing)) for (const column of narrowing) query = query.where(column, 'is', null)
  else query = query.where(narrowing)
  return new Set((await query.execute()).map((row: { id: number }) => row.id))
}
