import { unlimited } from '#db/limit.ts'
import { yieldToOthers } from './event-loop.ts'
import type { Job } from './jobs/job.ts'
import type { JobRunner } from './jobs/runner.ts'

/** Work in rounds: what a request began and goes on after its answer. */
export type Rounds = AsyncGenerator<undefined, void>

/**
 * Does all rounds of a work, and gives way to requests between them.
 *
 * @param stopped aborted where it shall be broken off after the round at work
 * @throws where it was broken off
 */
export async function drain(rounds: Rounds, stopped: AbortSignal): Promise<void> {
  for (;;) {
    await yieldToOthers()
    if (stopped.aborted) break
    if ((await rounds.next()).done) return
  }
  await rounds.return()
  throw new Error('The server ended before this was finished.')
}

/** A job that does the same as work that was begun already, from its beginning: for when the process ends before. */
export interface Again<Arguments extends object> {
  job: Job<Arguments>
  args: Arguments
}

/** Begins work for requests, and leaves to the queue of jobs what is not done when the answer is due. */
export class Background {
  readonly #queue: Pick<JobRunner, 'adopt' | 'stopped'>

  constructor(queue: Pick<JobRunner, 'adopt' | 'stopped'>) {
    this.#queue = queue
  }

  /** Aborted where the server ends: what is not done then is another process's. */
  get stopped(): AbortSignal {
    return this.#queue.stopped
  }

  /**
   * Begins work; what is left of it after the first round goes on in this process as a job of the queue. So the answer
   * to a small request shows its result, and nothing is lost with the process.
   *
   * @param again what does it instead of this process; undefined for work that a job does itself, which waits for all
   *   rounds
   * @throws what the first round throws; without `again`, what any throws
   */
  async begin<Arguments extends object>(rounds: Rounds, again: Again<Arguments> | undefined): Promise<void> {
    if (!again) return await drain(rounds, this.stopped)
    if ((await rounds.next()).done) return
    try {
      await unlimited(() => this.#queue.adopt(again.job, again.args, () => drain(rounds, this.stopped)))
    } catch (error) {
      await rounds.return()
      throw error
    }
  }
}
