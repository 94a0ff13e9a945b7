// The thread of a plugin: loads its main module, and calls what it exports when the server says so.
import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import { textOf } from '#contract/text.ts'
import { INTERFACE, type Api, type Context, type Json } from './interface.ts'
import {
  packMessage,
  unpackMessage,
  type CallFrame,
  type FromPlugin,
  type PluginFailure,
  type Request,
  type ToPlugin
} from './messages.ts'

/** What the server starts the thread with. */
export interface PluginThreadData {
  /** The main module of the plugin. */
  entry: string
}

const port = parentPort!
const tell = (message: FromPlugin): void => port.postMessage(packMessage(message))

/** What a plugin imports for its types; there is nothing of the server in it. */
const IMPORTED = `export const INTERFACE = ${INTERFACE}; export const definePlugin = (plugin) => plugin`

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'inventree-server/plugin'
      ? { url: `data:text/javascript,${IMPORTED}`, shortCircuit: true }
      : next(specifier, context)
})

const failureOf = (error: unknown): PluginFailure => {
  if (!(error instanceof Error))
    return { name: 'Error', message: typeof error === 'string' ? error : 'it threw what is no error' }
  const { name, message, stack, status, body } = error as Error & PluginFailure
  return { name, message, stack, status, body }
}

/** What the plugin asked for and waits for, by number. */
const asked = new Map<number, { resolve: (value: any) => void; reject: (error: Error) => void }>()
let lastAsked = 0

const ask = async (request: Request): Promise<any> => {
  const id = ++lastAsked
  const { promise, resolve, reject } = Promise.withResolvers<unknown>()
  asked.set(id, { resolve, reject })
  tell({ type: 'ask', id, request })
  return await promise
}

/** How many records of a list are read at once. */
const PAGE = 100

const methods = Object.fromEntries(
  ['get', 'post', 'put', 'patch', 'delete'].map((method) => [
    method,
    (address: string, { path = {}, query = {}, body }: { path?: object; query?: object; body?: unknown } = {}) =>
      ask({ what: 'api', method: method.toUpperCase(), address, path: path as Record<string, unknown>, query, body })
  ])
) as unknown as Omit<Api, 'list'>

/** The records of a list, page by page. */
async function* listRecords(address: string, query: object = {}): AsyncGenerator<unknown, void> {
  for (let offset = 0; ; offset += PAGE) {
    const { results, next } = await (methods.get as any)(address, { query: { ...query, limit: PAGE, offset } }) // any: of any list
    yield* results
    if (!next) return
  }
}

const api = { ...methods, list: listRecords } as unknown as Api

const log = Object.fromEntries(
  (['info', 'warn', 'error'] as const).map((level) => [
    level,
    (text: unknown) => tell({ type: 'log', level, text: textOf(text) })
  ])
) as unknown as Context['log']

const lasting = {
  api,
  log,
  storage: {
    get: (key: string) => ask({ what: 'storage.get', key }),
    set: (key: string, value: Json) => ask({ what: 'storage.set', key, value }),
    delete: (key: string) => ask({ what: 'storage.delete', key }),
    keys: () => ask({ what: 'storage.keys' })
  },
  queue: {
    add: (task: string, data: Json = null, { delay = 0 } = {}) => ask({ what: 'queue.add', task, data, delay })
  },
  mail: {
    send: ({ to, subject, text }: { to: string; subject: string; text: string }) =>
      ask({ what: 'mail.send', to, subject, text })
  }
}

/** What aborts the calls that are at work, by number. */
const calls = new Map<number, AbortController>()

const contextOf = ({ settings, userSettings, user }: CallFrame, signal: AbortSignal): Context =>
  Object.freeze({
    ...lasting,
    settings: Object.freeze(settings),
    userSettings: Object.freeze(userSettings),
    user,
    signal
  })

/** The function at the end of a way, and what it is a method of. */
function functionAt(exported: unknown, path: readonly (string | number)[]): (...args: unknown[]) => unknown {
  let [owner, value]: unknown[] = [undefined, exported]
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) break
    ;[owner, value] = [value, (value as Record<string | number, unknown>)[step]]
  }
  if (typeof value !== 'function') throw new Error(`the plugin has no function ${path.join('.')}`)
  return value.bind(owner)
}

async function call(exported: unknown, { id, path, args, frame }: ToPlugin & { type: 'call' }): Promise<void> {
  const controller = new AbortController()
  calls.set(id, controller)
  try {
    const value = await functionAt(exported, path)(...args, contextOf(frame, controller.signal))
    tell({ type: 'result', id, value: value ?? null })
  } catch (error) {
    tell({ type: 'failure', id, error: failureOf(error) })
  } finally {
    calls.delete(id)
  }
}

function refused(id: number, { name, message, status, body }: PluginFailure): void {
  asked.get(id)?.reject(Object.assign(new Error(message), { name, status, body }))
}

/** What the plugin exports, once it is loaded. */
let exported: unknown

port.on('message', (text: string) => {
  const message = unpackMessage<ToPlugin>(text)
  switch (message.type) {
    case 'call':
      void call(exported, message)
      break
    case 'abort':
      calls.get(message.id)?.abort()
      break
    case 'ping':
      tell({ type: 'pong' })
      break
    case 'answer':
      asked.get(message.id)?.resolve(message.value)
      asked.delete(message.id)
      break
    case 'refusal':
      refused(message.id, message.error)
      asked.delete(message.id)
  }
})

/** What can be told of it: functions are `true`. */
const toldOf = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value ?? null, (_name, one) => (typeof one === 'function' ? true : one)))

// What is thrown here ends the thread, and the server tells it.
void import(pathToFileURL((workerData as PluginThreadData).entry).href)
  .then((module: { default?: unknown }) => {
    exported = module.default
    tell({ type: 'ready', exported: toldOf(exported) })
  })
  .catch((error: unknown) => {
    setImmediate(() => {
      throw error
    })
  })
