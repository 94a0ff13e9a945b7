import { Worker } from 'node:worker_threads'
import { checkLimit } from '#db/limit.ts'

/** More memory ends a thread, and the work that it does, but nothing else; in MB, unless told otherwise. */
const MEMORY = 2048

/** A thread that took longer than it may. */
class TooLong extends Error {
  override name = 'TooLong'
}

/** Whether a thread ended since it took more time or memory than it may. */
export const exceedsThread = (error: unknown): boolean =>
  error instanceof TooLong || (error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY'

/** What a thread that runs may fail by: its own errors, its time, and what bounds the work of the request it is for. */
function watched(worker: Worker, seconds: number): { failed: Promise<never>; stop: () => void } {
  let [late, watch]: NodeJS.Timeout[] = []
  const failed = new Promise<never>((_resolve, reject) => {
    late = setTimeout(() => reject(new TooLong(`${seconds} seconds were not enough`)), seconds * 1000)
    // What bounds the work of a request bounds its threads.
    watch = setInterval(() => {
      try {
        checkLimit()
      } catch (error) {
        reject(error)
      }
    }, 250)
    worker.once('error', reject).once('exit', () => reject(new Error('a thread ended without an answer')))
  })
  failed.catch(() => undefined) // told where somebody waits, also where nobody did yet
  return {
    failed,
    stop: () => {
      clearTimeout(late)
      clearInterval(watch)
    }
  }
}

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
  const { failed, stop } = watched(worker, seconds)
  const answered = new Promise<Result>((resolve) => worker.once('message', resolve))
  try {
    for await (const chunk of chunks) worker.postMessage({ chunk, end: false })
    worker.postMessage({ end: true })
    return await Promise.race([answered, failed])
  } finally {
    stop()
    await worker.terminate()
  }
}

/**
 * What a thread of its own makes of its task, piece by piece; it waits with the next one until somebody wants it.
 *
 * @param file the module that runs in the thread; it calls `tell` of thread.inside.ts, and ends by itself
 * @param task what it finds as `workerData`
 * @param limits how long it may take and how much memory it may need, in seconds and MB
 * @throws what the thread threw; see `exceedsThread`. The thread is gone then, and where nobody wants more
 */
export async function* fromThread<Piece>(
  file: URL,
  task: unknown,
  limits: { seconds: number; memory: number }
): AsyncGenerator<Piece> {
  const worker = new Worker(file, {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: limits.memory }
  })
  const { failed, stop } = watched(worker, limits.seconds)
  const next = () => new Promise<{ piece: Piece } | undefined>((resolve) => worker.once('message', resolve))
  try {
    for (let told = next(); ; ) {
      const message = await Promise.race([told, failed])
      if (message === undefined) return
      yield message.piece
      told = next()
      worker.postMessage('more')
    }
  } finally {
    stop()
    await worker.terminate()
  }
}
