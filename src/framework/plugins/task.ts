import type { ChangeEvent } from '#framework/events/log.ts'
import type { Job } from '#framework/jobs/job.ts'

/** A task of a plugin that is to be done. */
export interface PluginTask {
  plugin: string
  task: string
  data: unknown
  /** For what comes again and again: what its plugin was activated under, and after how many minutes it is due again. */
  again: { chain: string; minutes: number } | null
}

/** Does a task of a plugin. */
export const PLUGIN_TASK: Job<PluginTask> = {
  name: 'plugin.task',
  lane: 'plugin',
  priority: 10,
  pauses: [60, 600],
  limit: 330
}

/** Changes of records that a plugin is to be told of, each with the place of what is told in what it exports. */
export interface PluginEvents {
  plugin: string
  events: { handler: number; event: ChangeEvent }[]
}

/** A notification that a plugin is to pass on, by its key. */
export interface PluginNotify {
  plugin: string
  message: number
}

/** Lets a plugin tell somebody what a notification says. */
export const PLUGIN_NOTIFY: Job<PluginNotify> = {
  name: 'plugin.notify',
  lane: 'plugin',
  priority: 5,
  pauses: [10, 60, 600],
  limit: 60
}

/** Tells a plugin of a mail, by its key. */
export const PLUGIN_MAIL: Job<{ plugin: string; message: number }> = {
  name: 'plugin.mail',
  lane: 'plugin',
  priority: 5,
  pauses: [10, 60, 600],
  limit: 60
}

/** Tells a plugin of changes. */
export const PLUGIN_EVENTS: Job<PluginEvents> = {
  name: 'plugin.events',
  lane: 'plugin',
  priority: 0,
  pauses: [10, 60, 600],
  limit: 330
}
