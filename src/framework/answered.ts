import { once } from 'node:events'
import type { ClientRequest, IncomingMessage } from 'node:http'

/**
 * What a request to a stranger is answered with, as soon as its headers are there.
 *
 * @throws where it fails, where another protocol is offered, and where the connection ends, or `signal` says so, before
 */
export async function answered(request: ClientRequest, signal: AbortSignal): Promise<IncomingMessage> {
  const { promise, reject } = Promise.withResolvers<never>()
  request.on('error', reject)
  request.once('upgrade', ({ statusCode }, socket) => {
    socket.destroy()
    reject(new Error(`It answers ${statusCode} in place of 2xx.`))
  })
  request.once('close', () => reject(new Error('The connection ended without an answer.')))
  signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
  promise.catch(() => undefined) // told to whoever waits still
  const [response] = await Promise.race([once(request, 'response') as Promise<[IncomingMessage]>, promise])
  return response
}
