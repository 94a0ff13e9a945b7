// Jobs in the database: how they come, who does them, and what becomes of them. Every statement is right with several
// processes at once, on both databases.
import { hash, randomBytes } from 'node:crypto'
import { EventEmitter } from 'node:events'
import type { Updateable } from 'kysely'
import type { Database } from '#db/database.ts'
import type { DB } from '#db/tables.ts'
import { now } from '#framework/time.ts'
import type { Job, Lane } from './job.ts'

/** How many jobs of a lane may wait. */
export const MOST_WAITING = 10_000
/** How many bytes the arguments of one may have, as JSON. */
const LONGEST_ARGUMENTS = 1_000_000
/** How much of an error is kept, in characters. */
const LONGEST_ERROR = 2000
/** Tells the processes' own runners that something may wait now, so that they look before their time. */
export const arrivals = new EventEmitter().setMaxListeners(0)

const inMs = (ms: number): string => new Date(Date.now() + ms).toISOString()

const argumentsOf = (name: string, args: object): string => {
  const text = JSON.stringify(args)
  if (text.length > LONGEST_ARGUMENTS) throw new Error(`the arguments of a job ${name} are too long`)
  return text
}

const newUid = (): string => randomBytes(16).toString('hex')

/**
 * Puts a job into the queue. It is there if the transaction comes to an end.
 *
 * @param db the database or, better, the transaction of what it follows from
 * @param delay in how many seconds it is due
 * @returns its uid; undefined where too many wait already, and nothing was stored
 */
export async function enqueue<Arguments extends object>(
  db: Database,
  { name, lane, priority }: Job<Arguments>,
  args: Arguments,
  delay = 0
): Promise<string | undefined> {
  const text = argumentsOf(name, args)
  const waiting = db
    .selectFrom('job')
    .select('id')
    .where('state', '=', 'waiting')
    .where('lane', '=', lane)
    .limit(MOST_WAITING)
  const { count } = await db
    .selectFrom(waiting.as('waiting'))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  if (Number(count) >= MOST_WAITING) return undefined
  const uid = newUid()
  const created = now()
  await db
    .insertInto('job')
    .values({ uid, name, lane, priority, arguments: text, created, run_after: inMs(delay * 1000) })
    .execute()
  arrivals.emit('arrival')
  return uid
}

/**
 * Sees that work is done of which there is one job alone: one that waits is done earlier, where it is to be; one that
 * ended waits again. Of one that is being done nothing changes: its handler calls this in the transaction in which it
 * finishes, where something is left to do.
 *
 * @param key what tells it from others of its kind
 * @param at when it is to be done at the latest; ISO 8601, UTC
 */
export async function schedule<Arguments extends object>(
  db: Database,
  { name, lane, priority }: Job<Arguments>,
  args: Arguments,
  key: string,
  at = now()
): Promise<void> {
  const again = { state: 'waiting', run_after: at, attempts: 0, finished: null, result: null, error: null } as const
  const uid = hash('sha256', `${name} ${key}`).slice(0, 32)
  await db
    .insertInto('job')
    .values({ uid, name, lane, priority, arguments: argumentsOf(name, args), created: now(), ...again })
    .onConflict((conflict) =>
      conflict
        .column('uid')
        .doUpdateSet(again)
        .where(({ and, eb, or }) =>
          or([
            eb('job.state', 'in', ['done', 'failed']),
            and([eb('job.state', '=', 'waiting'), eb('job.run_after', '>', at)])
          ])
        )
    )
    .execute()
  arrivals.emit('arrival')
}

/** How many jobs wait, or have failed for good. */
export async function countJobs(db: Database, state: 'waiting' | 'failed'): Promise<number> {
  const { count } = await db
    .selectFrom('job')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('state', '=', state)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** A process that does jobs. */
export interface Worker {
  name: string
  /** For how long it has a job before another may take it, in ms, unless it says meanwhile that it still lives. */
  lease: number
}

/** A job that a process has taken. */
export interface TakenJob {
  id: number
  name: string
  arguments: string
  attempts: number
}

/**
 * Notes a job that a process is at work on already, so that another does it where that one ends.
 *
 * @returns the job, as if it had been taken
 */
export async function beginJob<Arguments extends object>(
  db: Database,
  worker: Worker,
  { name, lane, priority }: Job<Arguments>,
  args: Arguments
): Promise<TakenJob> {
  const created = now()
  return await db
    .insertInto('job')
    .values({
      uid: newUid(),
      name,
      lane,
      priority,
      arguments: argumentsOf(name, args),
      created,
      run_after: created,
      state: 'running',
      attempts: 1,
      started: created,
      locked_by: worker.name,
      locked_until: inMs(worker.lease)
    })
    .returning(['id', 'name', 'arguments', 'attempts'])
    .executeTakeFirstOrThrow()
}

/** The lanes in which something is due. */
export async function dueLanes(db: Database): Promise<Lane[]> {
  const rows = await db
    .selectFrom('job')
    .select('lane')
    .distinct()
    .where('state', '=', 'waiting')
    .where('run_after', '<=', now())
    .execute()
  return rows.map(({ lane }) => lane as Lane)
}

/** Lets jobs wait again whose process has not been heard of since its lease ended. */
export async function endLeases(db: Database): Promise<void> {
  const ended = db.selectFrom('job').select('id').where('state', '=', 'running').where('locked_until', '<', now())
  if (!(await ended.limit(1).executeTakeFirst())) return
  await db
    .updateTable('job')
    .set({ state: 'waiting', locked_by: null, locked_until: null })
    .where('state', '=', 'running')
    .where('locked_until', '<', now())
    .execute()
}

/**
 * Takes the next job of a lane.
 *
 * @param worker who takes it
 * @param names the kinds that this process knows
 * @returns undefined where none is due, or another was faster
 */
export async function takeJob(
  db: Database,
  worker: Worker,
  lane: Lane,
  names: readonly string[]
): Promise<TakenJob | undefined> {
  const next = db
    .selectFrom('job')
    .select('id')
    .where('state', '=', 'waiting')
    .where('lane', '=', lane)
    .where('run_after', '<=', now())
    .where('name', 'in', names)
    .orderBy('priority')
    .orderBy('run_after')
    .orderBy('id')
    .limit(1)
  return await db
    .updateTable('job')
    .set((eb) => ({
      state: 'running',
      locked_by: worker.name,
      locked_until: inMs(worker.lease),
      started: now(),
      attempts: eb('attempts', '+', 1)
    }))
    .where('id', '=', next)
    // Of two who saw the same one, the second finds it changed.
    .where('state', '=', 'waiting')
    .returning(['id', 'name', 'arguments', 'attempts'])
    .executeTakeFirst()
}

/** Says of jobs that their process still lives. */
export async function renewLeases(db: Database, { name, lease }: Worker, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  await db
    .updateTable('job')
    .set({ locked_until: inMs(lease) })
    .where('id', 'in', ids)
    .where('locked_by', '=', name)
    .where('state', '=', 'running')
    .execute()
}

/** The job is another process's by now. */
export class LeaseLostError extends Error {}

/** What comes of a try of a job. */
export type JobOutcome =
  | { state: 'done'; result: unknown }
  | { state: 'failed'; error: string }
  | { state: 'waiting'; error: string; seconds: number }
  /** Its process ends before it was done, for no fault of the job: this try does not count. */
  | { state: 'left'; attempts: number }

const columnsOf = (outcome: JobOutcome): Updateable<DB['job']> => {
  const over = { locked_by: null, locked_until: null }
  if (outcome.state === 'done')
    return {
      ...over,
      state: outcome.state,
      finished: now(),
      result: JSON.stringify(outcome.result ?? null),
      error: null
    }
  if (outcome.state === 'left') return { ...over, state: 'waiting', attempts: outcome.attempts, run_after: now() }
  const error = outcome.error.slice(0, LONGEST_ERROR)
  return outcome.state === 'failed'
    ? { ...over, state: outcome.state, finished: now(), error }
    : { ...over, state: outcome.state, run_after: inMs(outcome.seconds * 1000), error }
}

/**
 * Ends a try of a job.
 *
 * @param db the transaction in which its effect is written, where there is one
 * @param worker who took it
 * @throws LeaseLostError where it is not theirs any more
 */
export async function settleJob(db: Database, worker: Worker, id: number, outcome: JobOutcome): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('job')
    .set(columnsOf(outcome))
    .where('id', '=', id)
    .where('locked_by', '=', worker.name)
    .where('state', '=', 'running')
    .executeTakeFirst()
  if (Number(numUpdatedRows) === 0) throw new LeaseLostError(`job ${id} is no longer that of ${worker.name}`)
}
