import { setTimeout as sleep } from 'node:timers/promises'
import { Caller } from './connection.ts'

/** What somebody found who asked for the own roles all the time. Times in ms. */
export interface Probed {
  asked: number
  /** The longest wait for an answer. */
  longest: number
  p99: number
  /** Answers that were none, or no 200. */
  bad: string[]
}

/** Asks for the own roles again and again, as a small client would, and keeps how long it took. */
export class Probe {
  readonly #times: number[] = []
  readonly #bad: string[] = []
  readonly #ended: Promise<void>
  #going = true

  /** @param patience how long to wait for an answer, in ms */
  constructor(url: string, authorization: string, patience = 60_000) {
    const caller = new Caller(url, authorization, patience)
    this.#ended = (async () => {
      while (this.#going) {
        const begun = performance.now()
        try {
          const { status } = await caller.ask('GET', '/api/user/roles/')
          if (status !== 200) this.#bad.push(String(status))
        } catch (error) {
          if (this.#going) this.#bad.push((error as Error).message)
        }
        this.#times.push(performance.now() - begun)
        await sleep(20)
      }
      caller.connection.close()
    })()
  }

  async stop(): Promise<Probed> {
    this.#going = false
    await this.#ended
    const sorted = this.#times.sort((a, b) => a - b)
    return {
      asked: sorted.length,
      longest: sorted.at(-1) ?? 0,
      p99: sorted[Math.floor(sorted.length * 0.99)] ?? 0,
      bad: this.#bad
    }
  }
}
