// Tells plugins of others what happened to records.
import type { Database } from '#db/database.ts'
import type { EventListener } from '#framework/events/dispatcher.ts'
import type { ChangeEvent } from '#framework/events/log.ts'
import { enqueue } from '#framework/jobs/store.ts'
import type { Materials } from '#framework/module.ts'
import type { Declaration } from '#framework/plugins/declaration.ts'
import type { EventHandler } from '#framework/plugins/interface.ts'
import { mayView } from '#framework/plugins/permitted.ts'
import { PLUGIN_EVENTS, type PluginEvents } from '#framework/plugins/task.ts'

/** How many events one job tells. */
const AT_ONCE = 20

/** An active plugin that listens. */
interface Hearing {
  plugin: string
  handlers: readonly EventHandler[]
  rights: ReadonlySet<string>
}

/** The active plugins that listen, as they are stored. */
async function hearing(db: Database): Promise<Hearing[]> {
  const rows = await db
    .selectFrom('plugin_config')
    .select(['key', 'declaration', 'granted'])
    .where('active', '=', 1)
    .where('declaration', 'is not', null)
    .orderBy('key')
    .execute()
  return rows.flatMap(({ key: plugin, declaration, granted }) => {
    const { events } = JSON.parse(declaration!) as Declaration
    return events ? [{ plugin, handlers: events, rights: new Set<string>(JSON.parse(granted ?? '[]')) }] : []
  })
}

const isHeard = ({ models, actions }: EventHandler, event: ChangeEvent): boolean => {
  const happened = [event.action, ...(event.status ? ['transition'] : [])]
  return (
    (models === undefined || models.includes(event.model)) &&
    (actions === undefined || actions.some((action) => happened.includes(action)))
  )
}

/** What each of them is told. */
const toldTo = ({ handlers, rights }: Hearing, events: readonly ChangeEvent[]): PluginEvents['events'] =>
  events
    .filter(({ model }) => mayView(rights, model))
    .flatMap((event) => handlers.flatMap((handler, at) => (isHeard(handler, event) ? [{ handler: at, event }] : [])))

/** Puts what plugins are told into the queue. */
export const pluginListener = ({ plugins, settings }: Pick<Materials, 'plugins' | 'settings'>): EventListener => ({
  name: 'plugins',
  wants: () => plugins.folder !== null && settings.flag('ENABLE_PLUGINS_EVENTS'),
  take: async (trx, events) => {
    for (const one of await hearing(trx)) {
      const told = toldTo(one, events)
      for (let at = 0; at < told.length; at += AT_ONCE) {
        const some = { plugin: one.plugin, events: told.slice(at, at + AT_ONCE) }
        if ((await enqueue(trx, PLUGIN_EVENTS, some)) === undefined)
          throw new Error('too much waits already that plugins are to be told')
      }
    }
  }
})
