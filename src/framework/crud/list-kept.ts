// The queries of lists that were asked for before: putting one together takes longer than running most.
import type { CompiledQuery } from 'kysely'
import { today } from '#framework/time.ts'
import { isFlagWord } from '#contract/read.ts'
import type { AnyCall, AnyType } from './erased.ts'
import { orderOf } from './list-conditions.ts'
import type { Records } from './records.ts'

/** Queries of one list; what differs between its pages has a slot of its own. */
export interface Kept {
  page?: CompiledQuery<AnyType>
  first?: CompiledQuery<AnyType>
  counting?: CompiledQuery<AnyType>
  /** Where what `counting` counts is to be taken away from this. */
  from?: CompiledQuery<AnyType>
}

/** Of how many lists of a resource queries are kept, and how long their parameters may be together. */
const [MOST, LONGEST] = [100, 300]

const kept = new WeakMap<object, WeakMap<Records, Map<string, Kept>>>()

/**
 * The queries of a list that was asked for by the same parameters before, to be filled where they are not put together
 * yet. They are the same for everybody, until the day is over.
 *
 * @returns undefined where a list depends on more than that: on who asks, on what lies in the database, or on a search
 */
export async function keptQueries(records: Records, call: AnyCall): Promise<Kept | undefined> {
  const pairs = Object.entries<string>(call.rawQuery).filter(([name]) => name !== 'limit' && name !== 'offset')
  const key = JSON.stringify([today(), pairs, await filteredBy(records, call)])
  if (key.length > LONGEST) return undefined
  // The two databases are spoken to in different words.
  const { adapter } = call.db.getExecutor()
  const byRecords = kept.get(adapter) ?? new WeakMap<Records, Map<string, Kept>>()
  kept.set(adapter, byRecords)
  const lists = byRecords.get(records) ?? new Map<string, Kept>()
  byRecords.set(records, lists)
  const known = lists.get(key)
  if (known) return known
  if (!isSameForAll(records, call)) return undefined
  if (lists.size >= MOST) lists.clear()
  const queries = {}
  lists.set(key, queries)
  return queries
}

/** What filters of the list depend on that say so. */
async function filteredBy({ definition: { filtersBy } }: Records, call: AnyCall): Promise<string[]> {
  const found: string[] = []
  for (const [name, by] of Object.entries<AnyType>(filtersBy ?? {}))
    if (call.query[name] !== undefined) found.push(await by(call, call.query))
  return found
}

/** What takes its context may look at it; what does not take it cannot. */
const looksAtNothing = (make: AnyType, most: number): boolean => make.length <= most

function isSameForAll(records: Records, call: AnyCall): boolean {
  const { definition, options } = records
  const { query, rawQuery } = call
  if (definition.visible || definition.parent || definition.also || query.search) return false
  const declared = new Map<string, AnyType>(Object.entries(definition.filters))
  const told = new Set(Object.keys(definition.filtersBy ?? {}))
  for (const [name, filter] of declared)
    if (query[name] !== undefined && !looksAtNothing(filter, 2) && !told.has(name)) return false
  for (const [name, { filter }] of options) {
    const value = rawQuery[name]
    if (filter && value && !isFlagWord(value)) return false
    declared.set(name, filter)
  }
  const others = Object.keys(rawQuery).filter((name) => !declared.has(name) && !BUILT_IN.has(name))
  if (definition.undeclared && others.length) return false
  return orderOf(records, call).steps.every(({ key }) =>
    [key].flat().every((value: AnyType) => typeof value === 'string' || looksAtNothing(value, 1))
  )
}

const BUILT_IN = new Set(['limit', 'offset', 'ordering'])
