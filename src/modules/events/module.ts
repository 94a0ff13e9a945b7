import { signedIn } from '#contract/scopes.ts'
import type { Handler, Sent } from '#contract/types.ts'
import type { LiveEvents } from '#framework/events/live.ts'
import type { Materials, Module } from '#framework/module.ts'

declare module '#framework/module.ts' {
  interface Materials {
    /** The connections that follow events. */
    liveEvents: LiveEvents
  }
}

const stream =
  ({ liveEvents }: Materials): Handler<'event_stream_retrieve'> =>
  async (call) => {
    const { model: models, pk, action, since } = call.query
    const last = call.request.headers['last-event-id']
    // The address of a page that reconnects by itself stays as it was: what it has seen since counts.
    const known = (typeof last === 'string' && last.trim()) || since
    await liveEvents.open(call.reply, signedIn(call), { models, pk, action, since: known || undefined })
    return undefined as unknown as Sent<'event_stream_retrieve'> // the answer goes on: `send` knows JSON alone
  }

/** What happens to records, told to those who keep a connection open. */
export const eventsModule = {
  name: 'events',
  operations: (materials: Materials) => ({ event_stream_retrieve: stream(materials) })
} satisfies Module
