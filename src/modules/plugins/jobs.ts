// The work of plugins that waits in the queue.
import { transact } from '#db/transaction.ts'
import type { Database } from '#db/database.ts'
import { doneBy, type JobHandler } from '#framework/jobs/job.ts'
import { enqueue } from '#framework/jobs/store.ts'
import type { Materials } from '#framework/module.ts'
import { mailJob } from './mail.ts'
import { PLUGIN_EVENTS, PLUGIN_TASK, type PluginTask } from '#framework/plugins/task.ts'

/** How long a task may take, and telling one event, in seconds; less than their jobs may. */
const [TASK_SECONDS, EVENT_SECONDS] = [300, 10]

/** Puts a task that comes again and again into the queue once more. */
async function queueAgain(task: PluginTask, db: Database): Promise<void> {
  if (task.again) await enqueue(db, PLUGIN_TASK, task, task.again.minutes * 60)
}

/** What does the tasks of plugins; what a plugin was deactivated with comes to nothing. */
export function pluginJobs({ plugins, settings }: Pick<Materials, 'plugins' | 'settings'>): JobHandler[] {
  const isOver = async ({ plugin: key, again }: PluginTask): Promise<boolean> => {
    const plugin = await plugins.one(key)
    return !plugin || (again !== null && plugin.chain !== again.chain)
  }
  const isWanted = async ({ again }: PluginTask): Promise<boolean> => {
    await settings.refresh()
    return again === null || settings.flag('ENABLE_PLUGINS_SCHEDULE')
  }
  return [
    doneBy(
      PLUGIN_TASK,
      async (task, run) => {
        if (await isOver(task)) return
        const { plugin, task: name, data } = task
        const result = (await isWanted(task))
          ? await plugins.call(plugin, ['tasks', name, 'run'], [data], { seconds: TASK_SECONDS })
          : null
        await transact(run.db, async (trx) => {
          await run.finish(trx, result)
          await queueAgain(task, trx)
        })
      },
      { failed: queueAgain, dropped: queueAgain }
    ),
    doneBy(PLUGIN_EVENTS, async ({ plugin, events }) => {
      if (!(await plugins.one(plugin))) return
      for (const { handler, event } of events)
        await plugins.call(plugin, ['events', handler, 'run'], [event], { seconds: EVENT_SECONDS })
    }),
    mailJob({ plugins, settings })
  ]
}
