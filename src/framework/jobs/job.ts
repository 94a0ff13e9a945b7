// What a job is: a piece of work that waits in the database until a process does it (docs/decisions/0025-jobs.md).
import type { FastifyBaseLogger } from 'fastify'
import type { Database } from '#db/database.ts'

/**
 * How many jobs of a lane a process does at once. Lanes do not wait for each other: so neither something long nor a
 * slow mail server delays the rest.
 */
export const LANES = { mail: 2, quick: 2, webhook: 8, plugin: 2, long: 1, day: 1 } as const
export type Lane = keyof typeof LANES

/** A kind of job, as those know it who want one done. */
export interface Job<Arguments extends object> {
  /** Unique in the house, such as `mail.send`; it stands in the database. */
  readonly name: string
  readonly lane: Lane
  /** Smaller ones come first within the lane. */
  readonly priority: number
  /** Seconds to wait after each failure before the next try; after the last of them it has failed for good. */
  readonly pauses: readonly number[]
  /** How long one try may take, in seconds. */
  readonly limit: number
  /** Never there: it ties the kind to the type of its arguments. */
  readonly __arguments?: Arguments
}

/** What the work of a job is given. */
export interface JobRun {
  db: Database
  log: Pick<FastifyBaseLogger, 'error' | 'warn' | 'info'>
  /** Which try this is, from 1 on. */
  attempt: number
  /** Aborted where the server is to end, or the try has taken too long. */
  stopped: AbortSignal
  /**
   * Says that the job is done, in the transaction in which its effect is written: both are stored or neither is, so
   * that nothing is done twice. A job that writes nothing need not call it.
   *
   * @throws where another process has taken the job over meanwhile; then this transaction must come to nothing
   */
  finish(trx: Database, result?: unknown): Promise<void>
}

/**
 * What is told, beside the job, of how a job stands: a file that is waited for, a mail. Each is written in the
 * transaction of what it tells of.
 */
export interface JobEnds<Arguments extends object> {
  /** It has failed for good. */
  failed?(args: Arguments, db: Database, why: string): Promise<void>
  /** Somebody dropped it, while it waited or after it had failed. */
  dropped?(args: Arguments, db: Database): Promise<void>
  /** It had failed for good, and is done once more from its beginning. */
  again?(args: Arguments, db: Database): Promise<void>
}

/** A kind of job with what does it; a module names its own in `module.ts`. */
export interface JobHandler {
  readonly job: Job<any> // any: each with arguments of its own
  work(args: any, run: JobRun): Promise<unknown>
  readonly ends: JobEnds<any>
}

/**
 * Says what does a kind of job. It may be done once more after a process died in the midst of it: what it writes it
 * writes together with `run.finish`, and all else must not hurt twice.
 *
 * @param work gives what is kept as the result, as JSON; throws where it failed
 * @param ends what else tells how the job stands
 */
export const doneBy = <Arguments extends object>(
  job: Job<Arguments>,
  work: (args: Arguments, run: JobRun) => Promise<unknown>,
  ends: JobEnds<NoInfer<Arguments>> = {}
): JobHandler => ({ job, work, ends })

/** A failure that no further try will mend. */
export class HopelessError extends Error {}
