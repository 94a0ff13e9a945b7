// How machines are, as their drivers say.
import type { Machine, MachineProperty, MachineState } from '#framework/plugins/interface.ts'
import { PRINTER_STATES } from './types.ts'

/** How a machine is, as the API shows it. */
export interface ShownState {
  status: number
  text: string
  errors: string[]
  properties: MachineProperty[]
}

/** What is shown of a machine that is not asked. */
export const unasked = (status: number): ShownState => ({ status, text: '', errors: [], properties: [] })

/** How long what a driver said holds, how long a list waits for it, and how many machines are asked at once. */
const [FRESH_MS, PATIENCE_MS, MOST_ASKED] = [5000, 2000, 100]
const [MOST_PROPERTIES, LONGEST] = [50, 250]
const KINDS = ['str', 'bool', 'progress', 'int', 'float'] as const

/** What is said of a machine that fails. */
const broken = (status: number, error: string): ShownState => ({ ...unasked(status), errors: [error] })

const textOf = (value: unknown): string => (typeof value === 'string' ? value.slice(0, LONGEST) : '')

/** What a driver tells of a machine; what has no name or no value is left out. */
function readProperties(given: unknown): MachineProperty[] {
  if (!Array.isArray(given)) return []
  return given.slice(0, MOST_PROPERTIES).flatMap((one: Partial<Record<keyof MachineProperty, unknown>> | null) => {
    const [key, value, group] = [textOf(one?.key), textOf(one?.value), textOf(one?.group)]
    if (key === '' || value === '') return []
    const type = KINDS.find((kind) => kind === one?.type) ?? 'str'
    const most = one?.max_progress
    return [
      { key, value, type, ...(group && { group }), ...(Number.isInteger(most) && { max_progress: Number(most) }) }
    ]
  })
}

/** What a driver said, as the API shows it. */
function readState(given: unknown): ShownState {
  const { code, text, properties } = (given ?? {}) as Partial<Record<keyof MachineState, unknown>>
  if (typeof code !== 'number' || !PRINTER_STATES.includes(code))
    return broken(500, 'Its driver tells no state that there is.')
  return { status: code, text: textOf(text), errors: [], properties: readProperties(properties) }
}

/** A machine to be asked about; `ask` asks its driver. */
export interface Asked {
  uuid: string
  ask: (() => Promise<unknown>) | undefined
}

/** How machines are, as one process knows it: what a driver said holds for some seconds. */
export class MachineStates {
  readonly #known = new Map<string, { until: number; state: Promise<ShownState> }>()
  /** How many prints are at work, by machine. */
  readonly #printing = new Map<string, number>()
  #asking = 0

  /** Whether a machine has to be asked. */
  isDue(uuid: string): boolean {
    return !this.#printing.has(uuid) && !((this.#known.get(uuid)?.until ?? 0) > Date.now())
  }

  /** Asks how machines are, all at once; whoever has not answered after two seconds does so for the next who looks. */
  async read(machines: readonly Asked[]): Promise<ShownState[]> {
    const { promise: late, resolve } = Promise.withResolvers<ShownState>()
    const timer = setTimeout(
      () => resolve(broken(400, `It did not answer within ${PATIENCE_MS / 1000} s.`)),
      PATIENCE_MS
    )
    try {
      return await Promise.all(machines.map((machine) => Promise.race([this.#state(machine), late])))
    } finally {
      clearTimeout(timer)
    }
  }

  #state({ uuid, ask }: Asked): Promise<ShownState> | ShownState {
    if (this.#printing.has(uuid)) return unasked(110)
    if (!this.isDue(uuid)) return this.#known.get(uuid)!.state
    if (!ask || this.#asking >= MOST_ASKED) return unasked(101)
    this.#asking++
    const state = ask()
      .then(readState, (error: Error) => broken(500, textOf(error.message)))
      .finally(() => this.#asking--)
    const now = Date.now()
    for (const [key, { until }] of this.#known) if (until < now) this.#known.delete(key)
    this.#known.set(uuid, { until: now + FRESH_MS, state })
    return state
  }

  /** Forgets how a machine is. */
  forget(uuid: string): void {
    this.#known.delete(uuid)
  }

  /** Does work while which a machine is shown as printing. */
  async whilePrinting<Result>({ pk }: Pick<Machine, 'pk'>, work: () => Promise<Result>): Promise<Result> {
    const count = (by: number): void => {
      const now = (this.#printing.get(pk) ?? 0) + by
      if (now === 0) this.#printing.delete(pk)
      else this.#printing.set(pk, now)
    }
    count(1)
    try {
      return await work()
    } finally {
      count(-1)
      this.forget(pk)
    }
  }
}
