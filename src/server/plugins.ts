// What plugins of others answer themselves: requests below /plugin/<key>/, and the files that they have for pages.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { createReadStream } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import { noPage } from '#contract/bind.ts'
import { ApiError, nothingThere, unauthorized } from '#contract/errors.ts'
import type { Caller } from '#contract/scopes.ts'
import { dictionary } from '#db/dictionary.ts'
import type { SettingStore } from '#framework/module.ts'
import { pluginFiles } from '#framework/plugins/addresses.ts'
import type { RouteResponse } from '#framework/plugins/interface.ts'
import type { Plugins } from '#framework/plugins/plugins.ts'
import { PluginError } from '#framework/plugins/thread.ts'

/** How long a plugin may take to answer a request, in seconds. */
const ROUTE_SECONDS = 20

/** What a file is, by the end of its name; others are not served. */
const TYPES: Record<string, string> = dictionary({
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2'
})

/** Headers of an answer that a plugin may set. */
const HEADERS = new Set(['content-type', 'content-disposition', 'cache-control', 'etag', 'last-modified', 'location'])
/** Headers of a request that a plugin sees: nothing that signs anybody in. */
const SEEN = ['accept', 'accept-language', 'content-type', 'if-none-match', 'user-agent'] as const

/** What the server lets plugins answer with. */
export interface PluginPages {
  plugins: Plugins
  settings: Pick<SettingStore, 'flag' | 'refresh'>
  identify(request: FastifyRequest, reply: FastifyReply): Promise<Caller | null>
}

type At = { Params: { plugin: string; '*': string }; Querystring: Record<string, string> }

/** The name of the route that takes a request: the very path, else the closest one that takes all below it. */
function routeOf(routes: object, method: string, path: string): string | undefined {
  const exact = `${method} ${path}`
  if (Object.hasOwn(routes, exact)) return exact
  const steps = path.split('/')
  for (let length = steps.length - 1; length >= 0; length--) {
    const wider = `${method} ${[...steps.slice(0, length), '*'].join('/')}`
    if (Object.hasOwn(routes, wider)) return wider
  }
  return undefined
}

function readBody({ body, headers }: FastifyRequest): unknown {
  if (typeof body !== 'string' || body === '') return null
  if (!/^application\/(?:[\w.+-]+\+)?json\b/.test(headers['content-type'] ?? '')) return body
  try {
    return JSON.parse(body)
  } catch (error) {
    throw new ApiError(400, { detail: `JSON parse error - ${(error as Error).message}` })
  }
}

/** What a body is where the plugin does not say it. */
const typeOf = (body: unknown): string => {
  if (typeof body === 'string') return 'text/plain; charset=utf-8'
  return body instanceof Uint8Array ? 'application/octet-stream' : 'application/json'
}

/** Sends what a plugin answered. */
function send(reply: FastifyReply, { status: code = 200, headers = {}, body = null }: RouteResponse): FastifyReply {
  reply.code(Number.isInteger(code) && code >= 200 && code < 600 ? code : 200).type(typeOf(body))
  for (const [given, value] of Object.entries(headers)) {
    const name = given.toLowerCase()
    if (HEADERS.has(name) && !/[\r\n]/.test(String(value))) reply.header(name, String(value))
  }
  if (typeof body === 'string') return reply.send(body)
  return reply.send(body instanceof Uint8Array ? Buffer.from(body) : JSON.stringify(body))
}

/** Lets active plugins answer requests below `/plugin/<key>/`, and serves their files. */
export function servePlugins(app: FastifyInstance, { plugins, settings, identify }: PluginPages): void {
  if (plugins.folder === null) return
  app.register(async (inner) => {
    inner.removeAllContentTypeParsers()
    inner.addContentTypeParser('*', { parseAs: 'string' }, async (_request: FastifyRequest, text: string) => text)
    inner.route<At>({
      method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
      url: '/plugin/:plugin/*',
      handler: async (request, reply) => {
        await settings.refresh()
        const user = await identify(request, reply)
        if (!user) throw unauthorized()
        const { plugin: key, '*': path } = request.params
        const plugin = settings.flag('ENABLE_PLUGINS_URL') ? await plugins.one(key) : undefined
        const route = routeOf(plugin?.declaration.routes ?? {}, request.method, path)
        if (!plugin || route === undefined) throw nothingThere()
        const headers = Object.fromEntries(
          SEEN.flatMap((name) => (request.headers[name] ? [[name, request.headers[name]]] : []))
        )
        const asked = { path, query: request.query, body: readBody(request), headers }
        const answer = await plugins
          .call(key, ['routes', route], [asked], { user, seconds: ROUTE_SECONDS })
          .catch((error) => {
            if (error instanceof PluginError)
              throw new ApiError(502, { detail: `The plugin '${key}' failed: ${error.message}` })
            throw error
          })
        return send(reply, (answer ?? {}) as RouteResponse)
      }
    })
  })
  app.get<At>(`${pluginFiles(':plugin')}*`, async (request, reply) => {
    const { plugin: key, '*': path } = request.params
    const folder = (await plugins.one(key)) && (await plugins.discovered()).manifests[key]?.folder
    const type = TYPES[extname(path)]
    const file = folder && type && (await fileIn(join(folder, 'static'), path))
    if (!file) return noPage(reply)
    return reply.type(type).header('cache-control', 'no-cache').send(createReadStream(file))
  })
}

/** A file of a folder; undefined where it is none, or lies outside. */
async function fileIn(folder: string, path: string): Promise<string | undefined> {
  try {
    const [root, file] = [await realpath(folder), await realpath(join(folder, path))]
    return file.startsWith(root + sep) && (await stat(file)).isFile() ? file : undefined
  } catch {
    return undefined
  }
}
