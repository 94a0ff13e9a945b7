// A client of the events that a server tells while they happen.
import { request, type IncomingHttpHeaders } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

/** A message as it came. */
export interface Message {
  type: string
  id: string | undefined
  data: any // JSON of whatever kind
}

/** A connection that follows events. */
export interface Following {
  status: number
  headers: IncomingHttpHeaders
  messages: Message[]
  /** What came first, as it came. */
  text(): string
  /** The `id` to go on from. */
  lastId(): string
  /** Whether the server has ended it. */
  isOver(): boolean
  /** Reads nothing more, and goes on being connected. */
  pause(): void
  /** Reads on. */
  resume(): void
  /** Goes away. */
  leave(): void
}

/** Waits until something holds, for ten seconds at most; gives whether it does. */
export async function until(holds: () => boolean | Promise<boolean>, ms = 10_000): Promise<boolean> {
  for (const end = Date.now() + ms; Date.now() < end; await sleep(10)) if (await holds()) return true
  return await holds()
}

/** Opens a connection that follows events; gives when the answer begins. */
export async function follow(
  url: string,
  query: string,
  headers: Record<string, string>,
  method = 'GET'
): Promise<Following> {
  const { promise, resolve, reject } = Promise.withResolvers<Following>()
  const asked = request(`${url}/api/events/${query}`, { method, headers, agent: false }, (answer) => {
    let [beginning, rest, over, last] = ['', '', false, '']
    const messages: Message[] = []
    answer.setEncoding('utf8')
    answer.on('data', (chunk: string) => {
      if (beginning.length < 1000) beginning += chunk
      const blocks = (rest + chunk).split('\n\n')
      rest = blocks.pop()!
      for (const block of blocks) {
        const lines = block.split('\n')
        const field = (name: string) => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2)
        last = field('id') ?? last
        const data = field('data')
        if (data !== undefined)
          messages.push({ type: field('event') ?? 'message', id: field('id'), data: JSON.parse(data) })
      }
    })
    for (const end of ['end', 'close', 'error']) answer.on(end, () => (over = true))
    resolve({
      status: answer.statusCode!,
      headers: answer.headers,
      messages,
      text: () => beginning,
      lastId: () => last,
      isOver: () => over,
      pause: () => answer.pause(),
      resume: () => answer.resume(),
      leave: () => asked.destroy()
    })
  })
  asked.on('error', reject)
  asked.end()
  return await promise
}

/** What came, as "action model key". */
export const words = ({ messages }: Pick<Following, 'messages'>): string[] =>
  messages.map(({ type, data }) => (type === 'message' ? `${data.action} ${data.model} ${data.pk}` : type))
