import { writesMany } from '#db/limit.ts'
import { ApiError, type Problems } from '#contract/errors.ts'
import { textOf } from '#contract/text.ts'
import { plainRefusal } from './selection.ts'
import type { AnyCall, AnyType } from './erased.ts'
import type { Records } from './records.ts'
import { showMany } from './showing.ts'
import { begun, store, transaction } from './store.ts'

/** What was refused of an array: what is wrong with an element, by its place. */
class Refusals {
  readonly #bodies = new Map<number, unknown>()

  /** Does something for an element; what it refuses is cached, and gives undefined. */
  async attempt<Result>(at: number, work: () => Promise<Result>): Promise<Result | undefined> {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof ApiError && error.status === 400)) throw error
      this.#bodies.set(at, error.body)
      return undefined
    }
  }

  /** @throws 400 where anything was refused, with an empty list for each element that was not */
  throwIfAny(elements: unknown[]): void {
    if (this.#bodies.size === 0) return
    throw new ApiError(
      400,
      elements.map((_, at) => this.#bodies.get(at) ?? [])
    )
  }
}

/**
 * Creates what an array holds: all of it or nothing. What is wrong with an element stands at its place
 * (docs/behaviour/bulk.md#bulk-create).
 *
 * @returns the records as the answer shows them
 * @throws 400 with what is wrong with each element
 */
export async function createMany(records: Records, call: AnyCall): Promise<AnyType[]> {
  await records.findParent(call)
  const elements = call.rawBody as unknown[]
  refuseDuplicates(elements, records.definition.write!.many!)
  const refusals = new Refusals()
  // The bodies are read before the transaction takes the connection that reading them needs.
  const bodies: AnyType[] = []
  const limits: Problems[] = elements.map(() => ({}))
  for (const [at, element] of elements.entries())
    bodies.push(await refusals.attempt(at, () => call.read(element, limits[at])))
  writesMany()
  return await transaction(call, async (inner) => {
    const ids: number[] = []
    for (const [at, body] of bodies.entries()) {
      const rules = { limits: limits[at]! }
      const id = body && (await refusals.attempt(at, () => store(records, begun(inner, null, body), rules)))
      if (id !== undefined) ids.push(id)
    }
    refusals.throwIfAny(elements)
    return await showMany(records, inner, ids, { written: true, created: true })
  })
}

/** Elements of an array that are alike in all of these fields are refused together, before anything is read. */
function refuseDuplicates(elements: AnyType[], fields: readonly string[]): void {
  if (elements.length === 0) throw plainRefusal('No data provided')
  if (fields.length === 0) return
  const keyOf = (element: AnyType) =>
    fields.every((field) => element?.[field] !== undefined)
      ? JSON.stringify(fields.map((field) => textOf(element[field], Infinity)))
      : undefined
  const keys = elements.map(keyOf)
  const counts = Map.groupBy(keys, (key) => key)
  const isDuplicate = (key: string | undefined) => key !== undefined && counts.get(key)!.length > 1
  if (!keys.some(isDuplicate)) return
  const unique = Object.fromEntries(fields.map((field) => [field, ['This field must be unique.']]))
  throw new ApiError(
    400,
    keys.map((key) => (isDuplicate(key) ? unique : []))
  )
}
