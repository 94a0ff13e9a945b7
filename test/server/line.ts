import { once } from 'node:events'
import { connect } from 'node:net'

/** A connection that keeps what comes. */
export interface Line { send: (text: string) => Promise<void>, ended: Promise<string>, answered: () => number }

export async function line (url: string): Promise<Line> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  await once(socket, 'connect')
  let text = ''
  socket.on('data', (chunk) => { text += chunk }).on('error', () => undefined)
  const ended = new Promise<string>((resolve) => { socket.on('close', () => resolve(text)) })
  const send = (more: string) => new Promise<void>((resolve) => { socket.write(more, () => resolve()) })
  return { send, ended, answered: () => statuses(text).length }
}

/** The statuses of all answers in a text. */
export const statuses = (text: string) => [...text.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status)

/** A request as it travels. */
export const get = (path: string, token: string) => `GET ${path} HTTP/1.1\r\nHost: here\r\nAuthorization: Token ${token}\r\n\r\n`

/** The beginning of a request whose body is to follow. */
export const post = (token: string, body: string) =>
  `POST /api/part/ HTTP/1.1\r\nHost: here\r\nAuthorization: Token ${token}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`
