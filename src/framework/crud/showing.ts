import { notFound } from '#contract/errors.ts'
import { looseFlag } from '#contract/read.ts'
import type { RequestContext } from '#contract/scopes.ts'
import type { ViewOption, View } from './definition.ts'
import type { AnyRow, AnyType } from './erased.ts'
import { byChunk } from './chunks.ts'
import type { Records } from './records.ts'

/** Where a record is shown: in a list, in the answer to a write, as one that was just created, within another record. */
export interface Occasion {
  list?: boolean
  written?: boolean
  created?: boolean
  nested?: boolean
}

type AnyView = View<Record<string, ViewOption>>

/** Which optional parts an answer shows. */
export function viewOf(records: Records, context: RequestContext, at: Occasion): AnyView {
  const { list = false, written = false, created = false } = at
  const shown = records.options.map(([name, option]) => [name, shows(option, context, at, name)])
  const exported = list && context.exporting === true
  return { list, exported, written, created, ...Object.fromEntries(shown) }
}

function shows(option: ViewOption, context: RequestContext, at: Occasion, name: string): boolean {
  const initial = at.list ? option.default : (option.one ?? option.default)
  // Whoever may see a record sees what stands in it, whatever the query and the roles say of other records.
  if (at.nested) return initial
  const asked = context.rawQuery[name]
  const isAsked = at.written || (asked === undefined ? initial : looseFlag(asked))
  return isAsked && (!option.needs || option.needs.some((ruleset) => context.caller?.may('view', ruleset)))
}

/** Rows as the contract shows them. */
export async function show(
  records: Records,
  context: RequestContext,
  rows: AnyRow[],
  view: AnyView
): Promise<AnyType[]> {
  const { definition } = records
  const embedded = rows.length ? await definition.embed?.(rows, context, view) : undefined
  return rows.map((row) => definition.toJSON(row, embedded, view, context))
}

/**
 * One record as an answer shows it.
 *
 * @param was what it still shows as before, by key
 * @throws 404 where there is none for this caller
 */
export async function showOne(
  records: Records,
  context: RequestContext,
  id: number,
  at: Occasion,
  was?: Map<number, object>
): Promise<AnyType> {
  const rows = await records.load(context, [id], at.created)
  if (rows.length === 0) throw notFound(records.definition.className)
  const withKept = rows.map((row) => ({ ...row, ...was?.get(id) }))
  return (await show(records, context, withKept, viewOf(records, context, at)))[0]
}

/**
 * Many records as the answer to a write shows them, in the order of their keys.
 *
 * @param was what they still show as before, by key
 */
export function showMany(
  records: Records,
  context: RequestContext,
  ids: number[],
  at: Occasion,
  was?: Map<number, object>
): Promise<AnyType[]> {
  return byChunk(ids, async (some) => {
    const loaded = await records.load(context, some)
    const rows = new Map(loaded.map((row) => [row.id, { ...row, ...was?.get(row.id) }]))
    const inOrder = some.map((id) => rows.get(id)!)
    return await show(records, context, inOrder, viewOf(records, context, at))
  })
}

/**
 * The values that an answer still shows as they are now, before a change.
 *
 * @param plain the records as they are stored
 */
export async function keptValues(
  records: Records,
  context: RequestContext,
  plain: AnyRow[]
): Promise<Map<number, object>> {
  const { beforeWrite, computed } = records.definition
  if (!beforeWrite) return new Map()
  const isStored = beforeWrite.columns?.every((column) => !Object.hasOwn(computed, column))
  const keys = plain.map((row) => row.id)
  const rows = isStored ? plain : await byChunk(keys, (some) => records.load(context, some))
  return new Map(rows.map((row) => [row.id, beforeWrite(row)]))
}
