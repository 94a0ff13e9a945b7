import { AsyncLocalStorage } from 'node:async_hooks'

/** Bounds the work that is done for somebody. */
export interface WorkLimit {
  /** @throws where the work shall go no further */
  check(): void
  /** What was done is about to be stored: from now on the work goes to its end. */
  stores(): void
  /**
   * Has something called where the work shall go no further while a statement runs, so that this is ended too.
   *
   * @returns forgets it
   */
  whenOver?(stop: () => void): () => void
  /** Whether it writes so much that nobody shall wait for it who has written already. */
  isLong?: boolean
}

const limits = new AsyncLocalStorage<WorkLimit>()

/**
 * Runs work whose statements are bounded: each of them, and the end of a transaction, asks first whether it may still
 * be done.
 */
export const limited = <Result>(limit: WorkLimit, work: () => Result): Result => limits.run(limit, work)

/** What bounds the work that is going on; undefined where nothing does. */
export const currentLimit = (): WorkLimit | undefined => limits.getStore()

/** @throws where the work that is going on shall go no further */
export const checkLimit = (): void => {
  limits.getStore()?.check()
}

/** Tells that the work that is going on may write many records. */
export const writesMany = (): void => {
  const limit = limits.getStore()
  if (limit) limit.isLong = true
}

/**
 * Whether what is written may be committed together with what others write: for requests, which are over soon. Whoever
 * wrote before waits until the last of them is done.
 */
export const mayShareCommit = (): boolean => {
  const limit = limits.getStore()
  return limit !== undefined && !limit.isLong
}

/** Runs work that goes on whatever becomes of whoever asked for it first, since others wait for it too. */
export const unlimited = <Result>(work: () => Result): Result => limits.exit(work)

/**
 * To be called before a transaction is committed.
 *
 * @throws where the work that is going on shall go no further; otherwise it goes to its end now, since it cannot be
 *   undone any more
 */
export function passLimit(): void {
  const limit = limits.getStore()
  limit?.check()
  limit?.stores()
}
