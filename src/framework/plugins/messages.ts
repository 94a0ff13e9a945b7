// What the server and the thread of a plugin tell each other; both sides read JSON alone, so that each can bound it.

/** The longest message, in characters. */
export const LONGEST_MESSAGE = 8_000_000

/** What goes along with a call of one of the plugin's functions. */
export interface CallFrame {
  settings: Record<string, string | number | boolean>
  userSettings: Record<string, string | number | boolean>
  user: { pk: number; username: string; rights: string[] } | null
}

/** From the server to the thread. */
export type ToPlugin =
  /** Call a function: the way to it in the object that the plugin exports. */
  | { type: 'call'; id: number; path: (string | number)[]; args: unknown[]; frame: CallFrame }
  /** Nobody waits for a call any more. */
  | { type: 'abort'; id: number }
  /** Are you still there? */
  | { type: 'ping' }
  /** What came of something that the plugin asked for. */
  | { type: 'answer'; id: number; value: unknown }
  | { type: 'refusal'; id: number; error: PluginFailure }

/** What the plugin can ask the server for. */
export type Request =
  | { what: 'api'; method: string; address: string; path: Record<string, unknown>; query: unknown; body: unknown }
  | { what: 'storage.get'; key: string }
  | { what: 'storage.delete'; key: string }
  | { what: 'storage.set'; key: string; value: unknown }
  | { what: 'storage.keys' }
  | { what: 'queue.add'; task: string; data: unknown; delay: number }
  | { what: 'mail.send'; to: string; subject: string; text: string }

/** From the thread to the server. */
export type FromPlugin =
  /** It is loaded; functions in what it exports are `true` here. */
  | { type: 'ready'; exported: unknown }
  | { type: 'result'; id: number; value: unknown }
  | { type: 'failure'; id: number; error: PluginFailure }
  | { type: 'pong' }
  | { type: 'ask'; id: number; request: Request }
  | { type: 'log'; level: 'info' | 'warn' | 'error'; text: string }

/** An error on its way between the two. */
export interface PluginFailure {
  name: string
  message: string
  stack?: string | undefined
  status?: number | undefined
  body?: unknown
}

/** Bytes, as JSON holds them on the way. */
const BYTES = '$bytes'

const packed = (_name: string, value: unknown): unknown => {
  if (value instanceof Uint8Array) return { [BYTES]: Buffer.from(value).toString('base64') }
  // A buffer becomes this before a replacer sees it.
  const { type, data } = (value ?? {}) as { type?: unknown; data?: unknown }
  return type === 'Buffer' && Array.isArray(data) ? { [BYTES]: Buffer.from(data).toString('base64') } : value
}

const unpacked = (_name: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, BYTES)
    ? Uint8Array.from(Buffer.from(String((value as { [BYTES]: string })[BYTES]), 'base64'))
    : value

/** A message as text. */
export function packMessage(message: ToPlugin | FromPlugin): string {
  const text = JSON.stringify(message, packed)
  if (text.length > LONGEST_MESSAGE)
    throw new Error(`what goes to a plugin or comes from it may have ${LONGEST_MESSAGE} characters as JSON`)
  return text
}

/** The message of a text. */
export const unpackMessage = <Message extends ToPlugin | FromPlugin | null>(text: string): Message =>
  JSON.parse(text, unpacked)
