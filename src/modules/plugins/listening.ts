// Tells plugins of others what happened to records.
import type { EventListener } from '#framework/events/dispatcher.ts'
import type { ChangeEvent } from '#framework/events/log.ts'
import { enqueue } from '#framework/jobs/store.ts'
import type { Materials } from '#framework/module.ts'
import type { EventHandler } from '#framework/plugins/interface.ts'
import { mayView } from '#framework/plugins/permitted.ts'
import { storedOffering, type StoredActive } from '#framework/plugins/stored.ts'
import { PLUGIN_EVENTS, type PluginEvents } from '#framework/plugins/task.ts'

/** How many events one job tells. */
const AT_ONCE = 20

const isHeard = ({ models, actions }: EventHandler, event: ChangeEvent): boolean => {
  const happened = [event.action, ...(event.status ? ['transition'] : [])]
  return (
    (models === undefined || models.includes(event.model)) &&
    (actions === undefined || actions.some((action) => happened.includes(action)))
  )
}

/** What each of them is told. */
const toldTo = ({ declaration, rights }: StoredActive, events: readonly ChangeEvent[]): PluginEvents['events'] =>
  events
    .filter(({ model }) => mayView(rights, model))
    .flatMap((event) =>
      declaration.events!.flatMap((handler, at) => (isHeard(handler, event) ? [{ handler: at, event }] : []))
    )

/** Puts what plugins are told into the queue. */
export const pluginListener = ({ plugins, settings }: Pick<Materials, 'plugins' | 'settings'>): EventListener => ({
  name: 'plugins',
  wants: () => plugins.folder !== null && settings.flag('ENABLE_PLUGINS_EVENTS'),
  take: async (trx, events) => {
    for (const one of await storedOffering(trx, 'events')) {
      const told = toldTo(one, events)
      for (let at = 0; at < told.length; at += AT_ONCE) {
        const some = { plugin: one.key, events: told.slice(at, at + AT_ONCE) }
        if ((await enqueue(trx, PLUGIN_EVENTS, some)) === undefined)
          throw new Error('too much waits already that plugins are to be told')
      }
    }
  }
})
