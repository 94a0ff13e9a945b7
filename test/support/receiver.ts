// A receiver of webhooks for a test: it keeps what arrives, and answers as it is told.
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Test } from 'tap'

/** A delivery as it arrived. */
export interface Arrival {
  headers: IncomingHttpHeaders
  text: string
  body: any // whatever was sent
}

export interface Receiver {
  url: string
  port: number
  arrived: Arrival[]
  /** What to answer with from now on; 200 unless told otherwise. */
  answer: (response: ServerResponse, arrival: Arrival) => void
}

/** Answers with a status and a text. */
export const plainly =
  (status: number, text = '', headers: Record<string, string> = {}): Receiver['answer'] =>
  (response) =>
    response.writeHead(status, headers).end(text)

/** Starts a receiver that ends with the test, or whatever else can tell its end. */
export async function startReceiver(t: Pick<Test, 'teardown'>, port = 0): Promise<Receiver> {
  const own: Receiver = { url: '', port, arrived: [], answer: plainly(200, 'ok') }
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    const text = Buffer.concat(parts).toString()
    const arrival = { headers: request.headers, text, body: JSON.parse(text) }
    own.arrived.push(arrival)
    response.on('error', () => undefined)
    own.answer(response, arrival)
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  own.port = (server.address() as AddressInfo).port
  own.url = `http://127.0.0.1:${own.port}/hook`
  return own
}
