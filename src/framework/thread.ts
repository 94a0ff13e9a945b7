import { Worker } from 'node:worker_threads'
import { checkLimit } from '#db/limit.ts'

/** More memory ends a thread, and the work that it does, but nothing else; in MB. */
const MEMORY = 2048

/** A thread that took longer than it may. */
class TooLong extends Error {
  override name = 'TooLong'
}

/** Whether a thread ended since it took more time or memory than it may. */
export const exceedsThread = (error: unknown): boolean =>
  error instanceof TooLong || (error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY'

/**
 * Does work that would keep all requests waiting in a thread of its own, which ends with it.
 *
 * @param file the module that runs in the thread (see thread.inside.ts)
 * @param chunks what it works on; small chunks, for each is copied while others wait
 * @param seconds how long it may take
 * @returns what it answered
 * @throws what the thread threw, or reading the chunks; see `exceedsThread`. The thread is gone then
 */
export async function inThread<Result>(file: URL, chunks: AsyncIterable<unknown>, seconds: number): Promise<Result> {
  const worker = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: MEMORY } })
  let [late, watch]: NodeJS.Timeout[] = []
  const answered = new Promise<Result>((resolve, reject) => {
    late = setTimeout(() => reject(new TooLong(`${seconds} seconds were not enough`)), seconds * 1000)
    // What bounds the work of a request bounds its threads.
    watch = setInterval(() => {
      try {
        checkLimit()
      } catch (error) {
        reject(error)
      }
    }, 250)
    worker
      .once('message', resolve)
      .once('error', reject)
      .once('exit', () => reject(new Error('a thread ended without an answer')))
  })
  answered.catch(() => undefined) // told below, also where nobody waited yet
  try {
    for await (const chunk of chunks) worker.postMessage({ chunk, end: false })
    worker.postMessage({ end: true })
    return await answered
  } finally {
    clearTimeout(late)
    clearInterval(watch)
    await worker.terminate()
  }
}
