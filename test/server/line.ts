import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { basic } from '../helper.ts'

/** A connection that keeps what comes. */
export interface Line {
  send: (text: string) => Promise<void>
  ended: Promise<string>
  answered: () => number
}

export async function line(url: string): Promise<Line> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  await once(socket, 'connect')
  let text = ''
  socket
    .on('data', (chunk) => {
      text += chunk
    })
    .on('error', () => undefined)
  const ended = new Promise<string>((resolve) => {
    socket.on('close', () => resolve(text))
  })
  const send = (more: string) =>
    new Promise<void>((resolve) => {
      socket.write(more, () => resolve())
    })
  return { send, ended, answered: () => statuses(text).length }
}

/** The statuses of all answers in a text. */
export const statuses = (text: string) => [...text.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status)

/** A request as it travels. */
export const get = (path: string, token: string) =>
  `GET ${path} HTTP/1.1\r\nHost: here\r\nAuthorization: Token ${token}\r\n\r\n`

/** The beginning of a request whose body is to follow. */
export const post = (token: string, body: string) =>
  `POST /api/part/ HTTP/1.1\r\nHost: here\r\nAuthorization: Token ${token}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`

/**
 * A token of the administrator; a server that is busy, with its start or on a busy machine, is asked again until it is
 * calm.
 */
export async function calmToken(url: string): Promise<string> {
  for (;;) {
    const answer = await fetch(`${url}/api/user/token/`, { headers: { authorization: basic('admin') } })
    const { token } = (await answer.json()) as { token?: string }
    if (token) return token
    await sleep(200)
  }
}
