import { createMany } from './create-many.ts'
import type { AnyCall, AnyChange, AnyRow, AnySend, AnyType } from './erased.ts'
import { inChunksOf, CHUNK } from './chunks.ts'
import type { Records } from './records.ts'
import { keptValues, showOne } from './showing.ts'
import { applyRules, begun, remove, store, transaction } from './store.ts'

/** Makes the handler of POST, for one record and for an array of them. */
export function createHandler(records: Records) {
  const { write } = records.definition

  const createOne = (call: AnyCall) =>
    transaction(call, async (inner) => {
      await records.findParent({ ...call, ...inner })
      const change = begun(inner, null, call.body)
      const id = await store(records, change, call)
      const item = await showOne(records, inner, id, { written: true, created: true })
      await write!.answered?.(change, id)
      return item
    })

  const create = async (call: AnyCall, send: AnySend) => {
    if (!Array.isArray(call.rawBody) || !write!.many) return send(201, await createOne(call))
    const items = await createMany(records, call)
    return items.length > CHUNK ? call.stream(inChunksOf(items), undefined, 201) : send(201, items)
  }
  const find = (call: AnyCall) => records.findParent(call)
  const alone = async (call: AnyCall, trial: boolean) => {
    await records.findParent(call)
    return await writeAlone(records, begun(call, null, call.body), call, trial)
  }
  return Object.assign(create, { find, defersLimits: true, takesMany: write?.many !== undefined, write: alone })
}

/**
 * Makes the handler of PUT or PATCH.
 *
 * @param replace whether fields that the body leaves out go back to what they were at first, as PUT has it
 */
export function changeHandler(records: Records, replace: boolean) {
  const find = findFirst(records)
  const change = async (call: AnyCall, send: AnySend) => {
    const item = await transaction(call, async (inner) => {
      const before = await find({ ...call, ...inner })
      const was = await keptValues(records, inner, [before])
      const change = begun(inner, before, call.body, { replace })
      await store(records, change, call)
      const item = await showOne(records, inner, before.id, { written: true }, was)
      await records.definition.write!.answered?.(change, before.id)
      return item
    })
    return send(200, item)
  }
  const alone = async (call: AnyCall, trial: boolean) => {
    const before = await find(call)
    const body = withoutEmpty(records, before, call.body)
    return await writeAlone(records, begun(call, before, body, { replace }), call, trial)
  }
  return Object.assign(change, { find, defersLimits: true, write: alone })
}

/** A write of which nobody is shown the record; of a trial only the rules. */
async function writeAlone(
  records: Records,
  change: AnyChange,
  call: AnyCall,
  trial: boolean
): Promise<number | undefined> {
  if (trial) {
    await applyRules(records, change, call)
    return change.before?.id
  }
  const id = await store(records, change, call)
  await records.definition.write!.answered?.(change, id)
  return id
}

/** A body without what says nothing in place of nothing: tables have one word for null and an empty text. */
function withoutEmpty(records: Records, before: AnyRow, body: AnyType): AnyType {
  const { columns }: AnyType = records.definition.write
  const isNothing = (value: unknown) => value === null || value === ''
  return Object.fromEntries(
    Object.entries(body).filter(
      ([field, value]) => !(isNothing(value) && columns[field] && isNothing(before[columns[field]]))
    )
  )
}

/** Makes the handler of DELETE. */
export function destroyHandler(records: Records) {
  const find = findFirst(records)
  const destroy = async (call: AnyCall, send: AnySend) => {
    await transaction(call, async (inner) => remove(records, await find({ ...call, ...inner }), inner, false))
    return send(204)
  }
  return Object.assign(destroy, { find })
}

/** The binding looks for the record before it looks at the body: a missing one is 404, whatever the body says. */
const findFirst = (records: Records) => (call: AnyCall) => records.find(call)
