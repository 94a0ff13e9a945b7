import { notFound } from '#contract/errors.ts'
import { looseFlag } from '#contract/read.ts'
import type { Scope } from '#contract/scopes.ts'
import type { Option, View } from './definition.ts'
import type { AnyRow, AnyType } from './erased.ts'
import { byPiece } from './pieces.ts'
import type { Records } from './records.ts'

/** What an answer is to: a list, a write, the creation of a record. */
export interface Occasion {
  list?: boolean
  written?: boolean
  created?: boolean
}

type AnyView = View<Record<string, Option>>

/** Which optional parts an answer shows. */
export function viewOf(records: Records, call: Scope, at: Occasion): AnyView {
  const { list = false, written = false, created = false } = at
  const shown = records.options.map(([name, option]) => [name, shows(option, call, at, name)])
  return { list, written, created, ...Object.fromEntries(shown) }
}

function shows(option: Option, call: Scope, at: Occasion, name: string): boolean {
  const asked = call.rawQuery[name]
  const initial = at.list ? option.default : (option.one ?? option.default)
  const isAsked = at.written || (asked === undefined ? initial : looseFlag(asked))
  return isAsked && (!option.needs || option.needs.some((ruleset) => call.caller?.may('view', ruleset)))
}

/** Rows as the contract shows them. */
export async function show(records: Records, call: Scope, rows: AnyRow[], view: AnyView): Promise<AnyType[]> {
  const { definition } = records
  const embedded = rows.length ? await definition.embed?.(rows, call, view) : undefined
  return rows.map((row) => definition.toJSON(row, embedded, view, call))
}

/**
 * One record as an answer shows it.
 *
 * @param was what it still shows as before, by key
 * @throws 404 where there is none for this caller
 */
export async function showOne(
  records: Records,
  call: Scope,
  id: number,
  at: Occasion,
  was?: Map<number, object>
): Promise<AnyType> {
  const rows = await records.load(call, [id], at.created)
  if (rows.length === 0) throw notFound(records.definition.className)
  const withKept = rows.map((row) => ({ ...row, ...was?.get(id) }))
  return (await show(records, call, withKept, viewOf(records, call, at)))[0]
}

/**
 * Many records as the answer to a write shows them, in the order of their keys.
 *
 * @param was what they still show as before, by key
 */
export function showMany(
  records: Records,
  call: Scope,
  ids: number[],
  at: Occasion,
  was?: Map<number, object>
): Promise<AnyType[]> {
  return byPiece(ids, async (some) => {
    const loaded = await records.load(call, some)
    const rows = new Map(loaded.map((row) => [row.id, { ...row, ...was?.get(row.id) }]))
    const inOrder = some.map((id) => rows.get(id)!)
    return await show(records, call, inOrder, viewOf(records, call, at))
  })
}

/** The computed values that an answer still shows as they are now, before a change. */
export async function keptValues(records: Records, call: Scope, ids: number[]): Promise<Map<number, object>> {
  const { kept } = records.definition
  if (!kept) return new Map()
  const rows = await byPiece(ids, (some) => records.load(call, some))
  return new Map(rows.map((row) => [row.id, kept(row)]))
}
