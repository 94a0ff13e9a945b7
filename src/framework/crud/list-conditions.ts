import { expressionBuilder, sql, type Expression, type RawBuilder, type SqlBool } from 'kysely'
import type { Database } from '#db/database.ts'
import { byDialect } from '#db/dialect.ts'
import { isFlagWord } from '#contract/read.ts'
import type { IndexedOrder, Sort, TableName } from './definition.ts'
import type { AnyCall, AnyType } from './erased.ts'
import { initialStep, sorting } from './list.ts'
import type { Records } from './records.ts'

/**
 * A condition that rows of a list meet; undefined where any does. `but` is one that all others meet, and no row leaves
 * open: there are as many as there are rows, but for those.
 */
export type ListCondition = (Expression<SqlBool> & { but?: Expression<SqlBool> }) | undefined

/**
 * The condition that another one is not met, which is met, or not, by every row. Where few meet that one and an index
 * has them, counting these is enough.
 */
export const allBut = (but: Expression<SqlBool>): Expression<SqlBool> & { but: Expression<SqlBool> } =>
  Object.assign(sql<SqlBool>`not ${but}`, { but })

/** Builds expressions over whatever table. */
export const builder = (): AnyType => expressionBuilder()

/** All conditions of a list but that of the search: who sees what, then the parameters. */
export async function conditions(records: Records, call: AnyCall): Promise<ListCondition[]> {
  const { definition, options } = records
  const { query, rawQuery } = call
  const eb = builder()
  const parts: ListCondition[] = [definition.visible?.(eb, call), definition.parent && records.below(call)(eb)]
  for (const [name, filter] of Object.entries<AnyType>(definition.filters))
    if (query[name] !== undefined) parts.push(await filter(eb, query[name], call, query))
  for (const [name, { filter }] of options) {
    const value = rawQuery[name]
    if (filter && value && !isFlagWord(value)) parts.push(await filter(eb, value, call, query))
  }
  for (const [name, value] of Object.entries(definition.undeclared ? rawQuery : {}))
    if (value !== '') parts.push(await definition.undeclared!.filter(eb, name, value, call))
  return parts
}

/** What a list is sorted by, and whether ties go by descending key. */
export function orderOf({ definition }: Records, { query }: AnyCall): { steps: Sort<AnyType>[]; descending: boolean } {
  const { undeclared, order, leadingOrder, defaultOrder } = definition
  const undeclaredSteps = undeclared?.order(query.ordering ?? '')
  if (undeclaredSteps) return { steps: undeclaredSteps, descending: undeclaredSteps.at(-1)!.descending }
  const { steps, descending } = sorting(query.ordering, order, defaultOrder)
  return { steps: [...(leadingOrder?.(query) ?? []).map(initialStep), ...steps], descending }
}

/**
 * A condition that many records meet: they are looked at one by one, in the order of the list, and not gathered by what
 * they are found by.
 */
export const oneByOne = (condition: Expression<SqlBool>): RawBuilder<SqlBool> =>
  byDialect(sql<SqlBool>`+(${condition})`, () => sql<SqlBool>`case when ${condition} then true else false end`)

/**
 * All records, each beside the other that it names. SQLite would read and sort them all unless it is told to begin with
 * the index; PostgreSQL would look for those that meet a condition before it knows where they belong, unless it is told
 * to fetch them for each of the others (`offset 0`).
 */
export function walkAlong(
  db: Database,
  table: TableName,
  { column, table: other, index }: IndexedOrder<AnyType>
): AnyType {
  const named = sql`${sql.ref(`walked.${column}`)} = ${sql.ref(`${other}.id`)}`
  const both = byDialect(
    sql`${sql.table(other)} indexed by ${sql.id(index)} cross join ${sql.table(table)}`,
    () =>
      sql`${sql.table(other)} cross join lateral (select * from ${sql.table(table)} as walked where ${named} offset 0)`
  )
  return (db as AnyType).selectFrom(both.as(table)).whereRef(`${table}.${column}`, '=', `${other}.id`)
}
