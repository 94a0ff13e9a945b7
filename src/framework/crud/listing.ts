import { snapshot, type Database } from '#db/database.ts'
import type { RequestContext } from '#contract/scopes.ts'
import { yieldToOthers } from '#framework/event-loop.ts'
import type { AnyCall, AnySend, AnyType } from './erased.ts'
import { ListQuery } from './list-query.ts'
import { page } from './list.ts'
import { gathered, gatheredKeys, inKeyChunks, CHUNK, type KeyChunks } from './chunks.ts'
import type { Records } from './records.ts'
import { show, viewOf } from './showing.ts'

/** A page of no more records than this needs no turn of its own. */
const SMALL = 50

/**
 * Makes the handler of a list.
 *
 * @param records what it lists
 */
export function listHandler(records: Records) {
  /** The whole list, without a frame. */
  const all = async (query: ListQuery, call: AnyCall, send: AnySend) => {
    const view = viewOf(records, call, { list: true })
    await yieldToOthers()
    const rows = await query.first(CHUNK + 1)
    if (rows.length <= CHUNK) return send(200, await show(records, call, rows, view))
    const chunks = inChunks(records, call, async (db) => gatheredKeys(await query.keys(db)))
    return call.stream ? call.stream(chunks) : send(200, await gathered(chunks))
  }

  return async (call: AnyCall, send: AnySend) => {
    await records.findParent(call)
    const query = await ListQuery.for(records, call)
    const { limit, offset = 0 } = call.query
    if (limit === undefined) return await all(query, call, send)
    const { keys, count } = await query.page(limit, offset)
    if (keys.length > SMALL) await yieldToOthers()
    const total = await count()
    const path = call.request.url.split('?')[0]!
    const frame = (results: AnyType[]) => page(call.baseURL, path, call.rawQuery, total, limit, offset, results)
    if (keys.length <= CHUNK) {
      const rows = await records.inOrder(call, keys)
      return send(200, frame(await show(records, call, rows, viewOf(records, call, { list: true }))))
    }
    const chunks = inChunks(records, call, async () => inKeyChunks(keys))
    return call.stream ? call.stream(chunks, frame([])) : send(200, frame(await gathered(chunks)))
  }
}

/**
 * A long list chunk by chunk, so that no more than a chunk and the bare keys are ever in memory, and others are answered
 * between two chunks. It shows one moment of the database.
 */
async function* inChunks(
  records: Records,
  context: RequestContext,
  keysIn: (db: Database) => Promise<KeyChunks>
): AsyncGenerator<AnyType[]> {
  const view = viewOf(records, context, { list: true })
  const { db, release } = await snapshot(context.db)
  try {
    const inner = { ...context, db }
    for (const keys of await keysIn(db)) {
      await yieldToOthers()
      const rows = await records.inOrder(inner, [...keys])
      yield await show(records, inner, rows, view)
    }
  } finally {
    await release()
  }
}
