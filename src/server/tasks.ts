// Work that waits, that failed, and that is done once a day, for whoever looks after the server.
import type { Selectable } from 'kysely'
import type { Database } from '#db/database.ts'
import type { DB } from '#db/tables.ts'
import { transact } from '#db/transaction.ts'
import { notFound } from '#contract/errors.ts'
import type { Handler } from '#contract/types.ts'
import { listed } from '#crud/memory.ts'
import { resource } from '#crud/resource.ts'
import type { JobEnds } from '#framework/jobs/job.ts'
import type { JobRunner } from '#framework/jobs/runner.ts'
import { arrivals, countJobs } from '#framework/jobs/store.ts'
import { now } from '#framework/time.ts'
import { dailyWork } from './daily.ts'

/** What tells how a job stands, beside the job; nothing for kinds that this version does not know. */
const endsOf = (jobs: Pick<JobRunner, 'handlerOf'>, name: string): JobEnds<object> => jobs.handlerOf(name)?.ends ?? {}

/** Drops a job, unless it is being done by now. */
const dropping =
  (jobs: Pick<JobRunner, 'handlerOf'>) =>
  async (row: Selectable<DB['job']>, db: Database): Promise<void> => {
    const { numDeletedRows } = await db
      .deleteFrom('job')
      .where('id', '=', row.id)
      .where('state', '=', row.state)
      .executeTakeFirst()
    if (numDeletedRows > 0n) await endsOf(jobs, row.name).dropped?.(JSON.parse(row.arguments) as object, db)
  }

/** Jobs that wait to be done. */
const pending = (jobs: Pick<JobRunner, 'handlerOf'>) =>
  resource('background_task_pending', 'job', {
    className: 'OrmQ',
    options: {},
    computed: {},
    visible: (eb) => eb('state', '=', 'waiting'),
    search: [],
    order: {},
    defaultOrder: ['id'],
    filters: {},
    toJSON: (row) => ({
      pk: row.id,
      key: row.lane,
      lock: row.run_after,
      task_id: row.uid,
      name: row.name,
      func: row.name,
      args: row.arguments,
      kwargs: ''
    }),
    write: { columns: {}, remove: dropping(jobs) }
  })

/** Jobs that have failed for good. */
const failed = (jobs: Pick<JobRunner, 'handlerOf'>) =>
  resource('background_task_failed', 'job', {
    className: 'Failure',
    options: {},
    computed: {},
    visible: (eb) => eb('state', '=', 'failed'),
    search: ['name'],
    order: { pk: 'id', func: 'name', started: 'started', stopped: 'finished' },
    defaultOrder: [{ key: 'finished', descending: true }],
    filters: {},
    toJSON: (row) => ({
      pk: String(row.id),
      name: row.name,
      func: row.name,
      args: row.arguments,
      kwargs: null,
      started: row.started ?? row.created,
      stopped: row.finished ?? row.created,
      attempt_count: row.attempts,
      result: row.error ?? ''
    }),
    write: { columns: {}, remove: dropping(jobs) }
  })

const overview: Handler<'background_task_overview'> = async ({ db }, send) =>
  send(200, {
    is_running: true,
    pending_tasks: await countJobs(db, 'waiting'),
    scheduled_tasks: (await dailyWork(db)).length,
    failed_tasks: await countJobs(db, 'failed')
  })

const retrieve: Handler<'background_task_retrieve'> = async (call, send) => {
  const { task_id } = call.path
  const job = await call.db.selectFrom('job').select('state').where('uid', '=', task_id).executeTakeFirst()
  if (!job)
    return send(404, { task_id, exists: false, pending: false, complete: false, success: false, http_status: 404 })
  const complete = job.state === 'done' || job.state === 'failed'
  return send(200, {
    task_id,
    exists: true,
    pending: job.state === 'waiting',
    complete,
    success: job.state === 'done',
    http_status: 200
  })
}

/** Lets a job that has failed wait as if it were new. */
const retry =
  (jobs: Pick<JobRunner, 'handlerOf'>): Handler<'background_task_failed_retry_create'> =>
  async (call, send) => {
    const uid = await transact(call.db, async (db) => {
      const again = await db
        .updateTable('job')
        .set({ state: 'waiting', attempts: 0, run_after: now(), finished: null })
        .where('id', '=', call.path.id)
        .where('state', '=', 'failed')
        .returning(['uid', 'name', 'arguments'])
        .executeTakeFirst()
      if (!again) throw notFound('Failure')
      await endsOf(jobs, again.name).again?.(JSON.parse(again.arguments) as object, db)
      return again.uid
    })
    arrivals.emit('arrival')
    return send(200, {
      task_id: uid,
      exists: true,
      pending: true,
      complete: false,
      success: false,
      http_status: 200
    })
  }

const scheduled: Handler<'background_task_scheduled_list'> = async (call, send) => {
  const shown = (await dailyWork(call.db)).map(({ what, last, failed: wentWrong, next }, at) => ({
    pk: at + 1,
    name: what,
    func: what,
    args: null,
    kwargs: null,
    schedule_type: 'D' as const,
    repeats: -1,
    last_run: last,
    next_run: next,
    success: last !== null && !wentWrong,
    task: null
  }))
  const order = ['pk', 'func', 'last_run', 'next_run'] as const
  return send(200, listed(call, shown, { search: ['func'], order }))
}

/**
 * What tells of work in the background.
 *
 * @param jobs knows what else tells how a job stands
 */
export const taskOperations = (jobs: Pick<JobRunner, 'handlerOf'>) => ({
  ...pending(jobs).operations,
  ...failed(jobs).operations,
  background_task_overview: overview,
  background_task_retrieve: retrieve,
  background_task_failed_retry_create: retry(jobs),
  background_task_scheduled_list: scheduled
})
