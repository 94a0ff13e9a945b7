import { writesMany } from '#db/limit.ts'
import type { AnyCall, AnyRow, AnySend, AnyType } from './erased.ts'
import { inChunksOf, CHUNK } from './chunks.ts'
import type { Records } from './records.ts'
import { keptValues, showMany } from './showing.ts'
import { bulkSelection } from './selection.ts'
import { begun, remove, store, transaction } from './store.ts'

/** The records that a bulk operation on a resource is about. */
const chosen = (records: Records, call: AnyCall): Promise<AnyRow[]> =>
  bulkSelection(all(records, call), records.table, call)

const all = (records: Records, call: AnyCall): AnyType =>
  records.from(call.db).selectAll(records.table).where(records.visible(call)).where(records.below(call))

/** Makes the handler that changes many records in the same way (docs/behaviour/bulk.md). */
export function bulkChangeHandler(records: Records) {
  const handler = async (call: AnyCall, send: AnySend) => {
    await records.findParent(call)
    // The body is read before the transaction takes the connection that reading it needs.
    const found = (await chosen(records, call)).map((row) => row.id)
    const { items: _, ...fields } = call.rawBody as Record<string, unknown>
    const limits = {}
    const body = await call.read(fields, limits)
    await call.approval?.many(call, body, () => showMany(records, call, found, {}))
    writesMany()
    const items = await transaction(call, async (inner) => {
      const rows = await chosen(records, { ...call, ...inner })
      const ids = rows.map((row) => row.id)
      const was = await keptValues(records, inner, rows)
      for (const before of rows)
        await store(records, begun(inner, before, body, { bulk: true }), { limits, lasting: call.lasting })
      return await showMany(records, inner, ids, { written: true }, was)
    })
    const frame = { success: 'Updated multiple items' }
    if (items.length > CHUNK) return call.stream(inChunksOf(items), { ...frame, items: [] })
    return send(200, { ...frame, items })
  }
  return Object.assign(handler, { readsBody: true })
}

/** Makes the handler that deletes many records. */
export function bulkDestroyHandler(records: Records) {
  const handler = async (call: AnyCall, send: AnySend) => {
    await records.findParent(call)
    writesMany()
    const count = await transaction(call, async (inner) => {
      const rows = await chosen(records, { ...call, ...inner })
      for (const row of rows) await remove(records, row, inner, true)
      return rows.length
    })
    return send(200, { success: `Deleted ${count} items` })
  }
  return Object.assign(handler, { readsBody: true })
}
