import { forbidden, unauthorized } from '#contract/errors.ts'
import { isWithin } from '#contract/networks.ts'
import type { RequestContext } from '#contract/scopes.ts'
import type { Handler, Sent } from '#contract/types.ts'
import type { Figures } from './figures.ts'
import { metricsText, CONTENT_TYPE } from './text.ts'

/** What a proxy adds to a request that it passes on. */
const PASSED_ON = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via']

/**
 * Gives figures to staff, and to whoever asks from an address that the configuration names.
 *
 * @param allowed addresses and networks; a proxy's address stands for everybody behind it, so what came through one
 *   does not count
 * @param all gives the figures of all processes
 */
export function metrics(allowed: readonly string[], all: () => Promise<Figures[]>): Handler<'system_metrics_retrieve'> {
  const isAllowed = isWithin(allowed)
  const comesFromThere = ({ request: { socket, headers } }: RequestContext) => {
    if (PASSED_ON.some((name) => Object.hasOwn(headers, name))) return false
    return isAllowed(socket.remoteAddress)
  }
  return async (call) => {
    if (!call.caller?.is_staff && !comesFromThere(call)) throw call.caller ? forbidden() : unauthorized()
    const text = metricsText(await all())
    call.reply
      .code(200)
      .header('content-type', CONTENT_TYPE)
      .header('cache-control', 'no-store')
      .serializer((kept: string) => kept)
      .send(text)
    return undefined as unknown as Sent<'system_metrics_retrieve'> // the text is on its way: `send` knows JSON alone
  }
}
