// The thread of a plugin, seen from the server: started when it is first needed, ended when it does not answer.
import { Worker } from 'node:worker_threads'
import type { FastifyBaseLogger } from 'fastify'
import { unlimited } from '#db/limit.ts'
import { textOf } from '#contract/text.ts'
import type { PluginManifest } from './manifest.ts'
import {
  LONGEST_MESSAGE,
  packMessage,
  unpackMessage,
  type CallFrame,
  type FromPlugin,
  type PluginFailure,
  type Request,
  type ToPlugin
} from './messages.ts'
import type { PluginThreadData } from './plugin.worker.ts'

/** How long a plugin may take to load, and how long a thread may be silent that is asked whether it lives; in ms. */
const [LOAD_MS, PONG_MS] = [10_000, 1000]
/** How many calls of a plugin may wait, and how many things it may ask for at once. */
const [MOST_CALLS, MOST_ASKED] = [200, 50]
/** How much a plugin may write to the log: lines in a minute, and characters in a line. */
const [LOG_LINES, LOG_LENGTH] = [100, 1000]
/** After so many ends within so many ms the plugin is given up. */
const [MOST_ENDS, ENDS_MS] = [3, 600_000]

/** What a plugin threw, or why it gave no answer. */
export class PluginError extends Error {
  override name = 'PluginError'
  /** What the plugin called it. */
  readonly kind: string
  constructor(message: string, { name = 'PluginError', stack }: Partial<PluginFailure> = {}) {
    super(message.slice(0, LOG_LENGTH))
    this.kind = name
    if (stack !== undefined) this.stack = stack.slice(0, 5000)
  }
}

/** Why a thread ended, by what it threw where nothing caught it: anything at all. */
function endedBy(thrown: unknown, memory: number): PluginError {
  if (!(thrown instanceof Error)) return new PluginError(`it threw ${textOf(thrown, LOG_LENGTH)}, which is no error`)
  const { code, message, name, stack } = thrown as Error & { code?: string }
  return code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? new PluginError(`it needed more than the ${memory} MB of memory that it may have`)
    : new PluginError(textOf(message, LOG_LENGTH), { name: textOf(name), stack })
}

/** What the thread is given to work with. */
export interface PluginThreadParts {
  manifest: Pick<PluginManifest, 'key' | 'entry' | 'memory'>
  log: Pick<FastifyBaseLogger, 'info' | 'warn' | 'error'>
  /** Does what the plugin asks for. */
  serve(request: Request): Promise<unknown>
}

interface Waiting {
  resolve(value: any): void
  reject(error: Error): void
}

/** One life of the thread. */
interface Life {
  worker: Worker
  ready: Promise<unknown>
  calls: Map<number, Waiting>
  pong: (() => void) | undefined
  /** There while it is asked whether it lives. */
  probe: Promise<void> | undefined
}

/** What the thread says; undefined for what is no message of this interface, as a plugin may send by itself. */
function readMessage(text: unknown): FromPlugin | undefined {
  if (typeof text !== 'string' || text.length > LONGEST_MESSAGE) return undefined
  try {
    const message = unpackMessage<FromPlugin | null>(text)
    return typeof message === 'object' && message !== null ? message : undefined
  } catch {
    return undefined
  }
}

/** A plugin at work. */
export class PluginThread {
  readonly #parts: PluginThreadParts
  #life: Life | undefined
  #lastCall = 0
  #asked = 0
  #lines = { count: 0, until: 0 }
  /** When its lives ended that were not meant to. */
  #ends: number[] = []

  constructor(parts: PluginThreadParts) {
    this.#parts = parts
  }

  /** Whether it ended so often that it is not started again. */
  get isGivenUp(): boolean {
    const since = Date.now() - ENDS_MS
    return this.#ends.filter((at) => at > since).length >= MOST_ENDS
  }

  /**
   * Loads the plugin, unless it is.
   *
   * @returns what it exports, with `true` for functions
   * @throws PluginError where it cannot be loaded
   */
  async load(): Promise<unknown> {
    if (this.isGivenUp)
      throw new PluginError(`it ended ${MOST_ENDS} times within ten minutes, and is left alone until then`)
    this.#life ??= unlimited(() => this.#begin())
    return await this.#life.ready
  }

  /**
   * Calls a function of the plugin.
   *
   * @param path the way to it in what the plugin exports
   * @param seconds how long it may take
   * @throws PluginError where it throws, takes too long, or ends meanwhile
   */
  async call(path: (string | number)[], args: unknown[], frame: CallFrame, seconds: number): Promise<unknown> {
    await this.#life?.probe
    await this.load()
    const life = this.#life
    if (!life) throw new PluginError('it ended')
    if (life.calls.size >= MOST_CALLS) throw new PluginError(`${MOST_CALLS} calls of it wait already`)
    const id = ++this.#lastCall
    const { promise, resolve, reject } = Promise.withResolvers<unknown>()
    life.calls.set(id, { resolve, reject })
    const timer = setTimeout(() => {
      reject(new PluginError(`it took longer than ${seconds} s`))
      this.#send(life, { type: 'abort', id })
      life.probe ??= this.#probe(life).finally(() => {
        life.probe = undefined
      })
    }, seconds * 1000)
    try {
      this.#send(life, { type: 'call', id, path, args, frame })
      return await promise
    } finally {
      clearTimeout(timer)
      life.calls.delete(id)
    }
  }

  /** Ends the thread; it starts again when something is called. */
  async stop(): Promise<void> {
    const life = this.#life
    this.#life = undefined
    this.#ends = []
    if (life) await this.#end(life, 'it was stopped')
  }

  #send(life: Life, message: ToPlugin): void {
    try {
      life.worker.postMessage(packMessage(message))
    } catch (error) {
      throw new PluginError((error as Error).message)
    }
  }

  #begin(): Life {
    const { key, entry, memory } = this.#parts.manifest
    const worker = new Worker(new URL('./plugin.worker.ts', import.meta.url), {
      name: `plugin ${key}`,
      workerData: { entry } satisfies PluginThreadData,
      // Nothing of the server's own: its environment has passwords.
      env: { NODE_ENV: 'production' },
      execArgv: [],
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: 16 }
    })
    // It keeps no process alive that is to end.
    worker.unref()
    const { promise: ready, resolve, reject } = Promise.withResolvers<unknown>()
    ready.catch(() => undefined)
    const late = setTimeout(() => reject(new PluginError(`it was not loaded within ${LOAD_MS / 1000} s`)), LOAD_MS)
    const life: Life = {
      worker,
      ready: ready.finally(() => clearTimeout(late)),
      calls: new Map(),
      pong: undefined,
      probe: undefined
    }
    life.ready.catch((error: Error) => void this.#end(life, error.message))
    worker.on('message', (text: unknown) => {
      try {
        this.#hear(life, text, resolve)
      } catch {
        // A plugin may send by itself what looks like a message and is none.
        void this.#end(life, 'it sent what is no message of the interface')
      }
    })
    const over = (error: Error) => {
      reject(error)
      void this.#end(life, error.message)
    }
    worker.once('error', (thrown: unknown) => over(endedBy(thrown, memory)))
    worker.once('exit', () => over(new PluginError('it ended by itself')))
    for (const stream of [worker.stdout, worker.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => this.#log('info', text.trimEnd()))
    return life
  }

  /** Ends one life of the thread, and tells all who wait for it. */
  async #end(life: Life, why: string): Promise<void> {
    if (this.#life === life) {
      this.#life = undefined
      this.#ends = [...this.#ends.slice(1 - MOST_ENDS), Date.now()]
    }
    for (const { reject } of life.calls.values()) reject(new PluginError(why))
    life.calls.clear()
    await life.worker.terminate()
  }

  /** Ends the thread unless it answers: what hangs in a loop hears nothing. */
  async #probe(life: Life): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<boolean>()
    life.pong = () => resolve(true)
    const timer = setTimeout(() => resolve(false), PONG_MS)
    this.#send(life, { type: 'ping' })
    const lives = await promise
    clearTimeout(timer)
    if (!lives) await this.#end(life, 'it did nothing but compute, and was ended')
  }

  #hear(life: Life, text: unknown, ready: (exported: unknown) => void): void {
    const message = readMessage(text)
    if (!message) return
    switch (message.type) {
      case 'ready':
        ready(message.exported)
        break
      case 'result':
        life.calls.get(message.id)?.resolve(message.value)
        break
      case 'failure':
        life.calls.get(message.id)?.reject(new PluginError(message.error.message, message.error))
        break
      case 'pong':
        life.pong?.()
        break
      case 'log':
        this.#log(message.level === 'warn' || message.level === 'error' ? message.level : 'info', message.text)
        break
      case 'ask':
        void this.#serve(life, message.id, message.request)
    }
  }

  async #serve(life: Life, id: number, request: Request): Promise<void> {
    this.#asked++
    try {
      if (this.#asked > MOST_ASKED) throw new Error(`a plugin may ask for ${MOST_ASKED} things at once`)
      const value = await unlimited(() => this.#parts.serve(request))
      this.#send(life, { type: 'answer', id, value: value ?? null })
    } catch (error) {
      const { name, message, status, body } = error as PluginFailure
      this.#send(life, { type: 'refusal', id, error: { name, message, status, body } })
    } finally {
      this.#asked--
    }
  }

  #log(level: 'info' | 'warn' | 'error', text: string): void {
    const minute = Math.floor(Date.now() / 60_000)
    if (minute !== this.#lines.until) this.#lines = { count: 0, until: minute }
    if (++this.#lines.count > LOG_LINES) return
    const { key } = this.#parts.manifest
    this.#parts.log[level]({ plugin: key }, `plugin ${key}: ${text.slice(0, LOG_LENGTH)}`)
  }
}
