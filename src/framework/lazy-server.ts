import Fastify, { LogController, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { answerError, noPage } from '#contract/bind.ts'

/**
 * Lets a server of its own, which listens nowhere, answer some addresses. It is made when the first of them is asked
 * for: a start need not wait for what only files and pages take.
 *
 * @param app the server whose addresses they are; its hooks run first, and the headers that they set stay
 * @param urls patterns of the addresses
 * @param build registers whatever answers
 */
export function lazyServer(
  app: FastifyInstance,
  urls: string[],
  build: (inner: FastifyInstance) => Promise<void>
): void {
  let made: Promise<FastifyInstance> | undefined
  const make = async () => {
    const inner = Fastify({
      loggerInstance: app.log,
      logController: new LogController({ disableRequestLogging: true })
    })
    inner.setErrorHandler((error, request, reply) => answerError(error, request, reply))
    inner.setNotFoundHandler((_request, reply) => noPage(reply))
    await build(inner)
    await inner.ready()
    return inner
  }
  const handler = async (request: FastifyRequest, reply: FastifyReply) => {
    const { routing } = await (made ??= make().catch((error: unknown) => {
      made = undefined
      throw error
    }))
    reply.hijack()
    for (const [name, value] of Object.entries(reply.getHeaders()))
      if (value !== undefined) reply.raw.setHeader(name, value)
    routing(request.raw, reply.raw)
  }
  for (const url of urls) app.route({ method: ['GET', 'HEAD'], url, handler })
  app.addHook('onClose', async () => {
    await (await made?.catch(() => undefined))?.close()
  })
}

/** Files of some folders, below a prefix; see the options of @fastify/static. */
export const lazyFiles = (
  app: FastifyInstance,
  { prefix, ...options }: import('@fastify/static').FastifyStaticOptions & { prefix: string }
): void =>
  lazyServer(app, [`${prefix}*`], async (inner) => {
    await inner.register((await import('@fastify/static')).default, { prefix, ...options })
  })
