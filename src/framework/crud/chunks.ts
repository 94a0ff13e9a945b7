import { yieldToOthers } from '#framework/event-loop.ts'

/** How many records of a list are read at once; longer ones go in chunks of so many, each of some milliseconds. */
export const CHUNK = 200

/** How many keys of a list are read at once, in some milliseconds. */
const KEYS = 5000

/** Keys in the order of a list, `CHUNK` by `CHUNK`. They take eight bytes each: there may be millions. */
export type KeyChunks = Float64Array[]

/** Keys as chunks of keys. */
export function inKeyChunks(keys: readonly number[]): KeyChunks {
  const chunks: KeyChunks = []
  for (let at = 0; at < keys.length; at += CHUNK) chunks.push(Float64Array.from(keys.slice(at, at + CHUNK)))
  return chunks
}

/**
 * The keys that a query gives, while others are answered.
 *
 * @param query a query of Kysely that selects `id`
 */
export async function gatheredKeys(query: {
  stream: (size: number) => AsyncIterable<{ id: number }>
}): Promise<KeyChunks> {
  const chunks: KeyChunks = []
  let some: number[] = []
  const keep = async () => {
    for (const chunk of inKeyChunks(some)) chunks.push(chunk)
    some = []
    await yieldToOthers()
  }
  for await (const { id } of query.stream(KEYS)) if (some.push(id) === KEYS) await keep()
  await keep()
  return chunks
}

/**
 * Does something for many records, some at a time, while others are answered.
 *
 * @param work gets some of them and gives what it made of those
 */
export async function byChunk<From, To>(all: readonly From[], work: (some: From[]) => Promise<To[]>): Promise<To[]> {
  if (all.length <= CHUNK) return await work([...all])
  const done: To[] = []
  for (let at = 0; at < all.length; at += CHUNK) {
    await yieldToOthers()
    for (const one of await work(all.slice(at, at + CHUNK))) done.push(one)
  }
  return done
}

/** What is there already, some at a time. */
export async function* inChunksOf<Item>(all: readonly Item[]): AsyncGenerator<Item[]> {
  for (let at = 0; at < all.length; at += CHUNK) {
    await yieldToOthers()
    yield all.slice(at, at + CHUNK)
  }
}

/** All chunks of a list together. */
export async function gathered<Item>(chunks: AsyncIterable<Item[]>): Promise<Item[]> {
  const all: Item[] = []
  for await (const chunk of chunks) for (const one of chunk) all.push(one)
  return all
}
