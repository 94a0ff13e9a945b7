import { expressionBuilder, sql, type Expression, type RawBuilder, type SqlBool } from 'kysely'
import type { Database } from '#db/database.ts'
import { byDialect, isPostgres } from '#db/dialect.ts'
import { isFlagWord } from '#contract/read.ts'
import type { IndexedOrder, Sort, TableName } from './definition.ts'
import type { AnyCall, AnyType } from './erased.ts'
import { initialStep, sorting } from './list.ts'
import type { Records } from './records.ts'

/** A condition that rows of a list meet; undefined where any does. */
export type ListCondition = Expression<SqlBool> | undefined

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
 * Records, each beside the other that it names. SQLite would read and sort them all unless it is told to begin with
 * the index; PostgreSQL knows.
 *
 * @param rows the records
 */
export function walkAlong(
  db: Database,
  table: TableName,
  rows: RawBuilder<unknown>,
  { column, table: other, index }: IndexedOrder<AnyType>
): AnyType {
  const both = byDialect(
    sql`${sql.table(other)} indexed by ${sql.id(index)} cross join ${rows}`,
    () => sql`${sql.table(other)} cross join ${rows}`
  )
  return (db as AnyType).selectFrom(both.as(table)).whereRef(`${table}.${column}`, '=', `${other}.id`)
}

/**
 * Whether records whose columns a list is sorted by are joined: PostgreSQL looks up each one by itself otherwise. SQLite
 * does so anyway, and where it joins them it begins with the wrong index.
 */
export const joinsOthers = isPostgres

/**
 * A condition that most rows meet, or many: SQLite then reads the rows in the order of the list, and does not gather
 * them by an index; PostgreSQL knows by its statistics.
 */
export const metByMany = (condition: Expression<SqlBool>): Expression<SqlBool> =>
  byDialect(sql<SqlBool>`+(${condition})`, () => sql<SqlBool>`${condition}`)
