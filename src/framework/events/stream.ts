// One connection that follows events: what it is to be told, and how that is sent (Server-Sent Events).
import type { ServerResponse } from 'node:http'
import type { Admission, Standing } from '#auth/standing.ts'
import { MODELS } from '#framework/models.ts'
import { eventFigures } from './figures.ts'
import type { ChangeEvent } from './log.ts'

/** How many heartbeats a connection may not read before it is broken off. */
const MOST_MISSED = 2

/** Which events somebody asks for; without any word, all of them. */
export interface EventFilter {
  models?: readonly string[] | undefined
  pk?: number | undefined
  action?: ChangeEvent['action'] | undefined
}

/** Whether somebody who may see the records of some rulesets may know of those of a model. */
function isVisible(model: string, visible: ReadonlySet<string>): boolean {
  const rulesets = MODELS[model]?.rulesets
  // A model that is unknown here is one of a later version.
  return rulesets !== undefined && (rulesets.length === 0 || rulesets.some((ruleset) => visible.has(ruleset)))
}

/** An event as it is sent. */
export const eventText = (event: ChangeEvent): string => `id: ${event.id}\ndata: ${JSON.stringify(event)}\n\n`

/** Says that nobody knows what happened in between: whoever follows records reads them anew. */
export const resetText = (position: string): string => `id: ${position}\nevent: reset\ndata: {"id":"${position}"}\n\n`

/** Says nothing, so that nobody takes the connection for dead, and where to go on after it broke. */
export const heartbeatText = (position: string): string => `: still here\nid: ${position}\n\n`

/** One connection. */
export class EventStream {
  readonly admission: Admission
  readonly #response: ServerResponse
  readonly #filter: EventFilter
  #visible: ReadonlySet<string> = new Set()
  #missed = 0
  /** Up to where it has been told everything. */
  position: string
  /** The same for all that are told the same: what is made for one of them serves all. */
  key = ''

  constructor(response: ServerResponse, admission: Admission, filter: EventFilter, position: string) {
    this.#response = response
    this.admission = admission
    this.#filter = filter
    this.position = position
  }

  /** Takes what the user may see from now on. */
  set standing({ visible }: Standing) {
    this.#visible = visible
    const { models, pk, action } = this.#filter
    this.key = JSON.stringify([models, pk, action, [...visible].toSorted()])
  }

  wants({ model, pk, action }: ChangeEvent): boolean {
    const { models, pk: wanted, action: only } = this.#filter
    return (
      (models === undefined || models.includes(model)) &&
      (wanted === undefined || wanted === pk) &&
      (only === undefined || only === action) &&
      isVisible(model, this.#visible)
    )
  }

  /**
   * Whether what was sent is still on its way out, so that nothing more is to be sent: the rest waits in the log, not in
   * memory.
   */
  get isWaiting(): boolean {
    return this.#response.writableNeedDrain
  }

  write(text: Buffer | string): void {
    this.#response.write(text)
  }

  /** Says that the connection lasts. One that does not read is broken off, and comes back with the last event it had. */
  beat(): void {
    if (!this.isWaiting) {
      this.#missed = 0
      this.write(heartbeatText(this.position))
    } else if (++this.#missed >= MOST_MISSED) {
      eventFigures.cutOff++
      this.#response.destroy()
    }
  }

  /** Ends it in order: the client connects anew after a while. Who does not read would not see the end either. */
  end(): void {
    if (this.isWaiting) this.#response.destroy()
    else this.#response.end()
  }
}
