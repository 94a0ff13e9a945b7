import type { FastifyInstance } from 'fastify'
import { createHash } from 'node:crypto'
import type { Contract } from '#contract/document.ts'
import { lazyServer } from '#framework/lazy-server.ts'
import { dictionary } from '#db/dictionary.ts'

/**
 * Where else addresses of the plugin lead, from where they lie themselves: there may be a path before all of them. The
 * page reads the contract in the form of OpenAPI 3.0, since it takes five times as long to work out one of 3.1.
 */
const REDIRECTS: Record<string, string> = dictionary({
  '/api-doc': 'api-doc/',
  '/api-doc/json': '../api/schema/?format=json&openapi=3.0',
  '/api-doc/static/index.html': '../'
})

/**
 * What the page may load: this server's own files. Without `upgrade-insecure-requests`, so that it works over plain
 * HTTP in a network.
 */
const POLICY =
  "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'"

/**
 * Makes the contract fit for trying out, in the browser: it names the address of the server; and the examples of
 * filters go from the fields, where they would be sent all at once, to the descriptions. The examples of `limit` and of
 * what must be sent stay.
 */
function prepare(response: { url: string; text: string }) {
  if (!/\/(api\/schema\/\?format=json&openapi=3\.0|api-doc\/json)$/.test(response.url)) return response
  const contract = JSON.parse(response.text)
  // @ts-expect-error it runs in the browser
  contract.servers[0].url = new URL('..', location.href).href.replace(/\/$/, '')
  const lists = Object.values<any>(contract.paths).flatMap((item) =>
    Object.values<any>(item).map((operation) => operation.parameters ?? [])
  )
  for (const parameter of [...lists.flat(), ...Object.values<any>(contract.components.parameters ?? {})]) {
    if (parameter.in !== 'query' || parameter.required || parameter.name === 'limit' || parameter.example === undefined)
      continue
    const text = Array.isArray(parameter.example) ? parameter.example.join(',') : String(parameter.example)
    parameter.description = `${parameter.description ?? ''} Example: \`${text}\``
    delete parameter.example
  }
  response.text = JSON.stringify(contract)
  return response
}

/**
 * Adds the CSRF token to a request that changes something, for whoever is signed in at the page for administrators;
 * credentials need none.
 */
function meant(request: { method?: string; headers: Record<string, string> }) {
  // @ts-expect-error it runs in the browser
  const [, token] = /(?:^|; )csrftoken=([^;]+)/.exec(document.cookie) ?? []
  if (token && !request.headers.Authorization && !/^(get|head)$/i.test(request.method ?? 'GET'))
    request.headers['X-CSRFToken'] = token
  return request
}

/**
 * Serves the interactive documentation at /api-doc/, open to anyone; every asset comes from this server, and comes
 * once.
 */
export function serveDocs(app: FastifyInstance, contract: Contract): void {
  lazyServer(app, ['/api-doc', '/api-doc/*'], async (docs) => {
    const [{ default: swagger }, { default: swaggerUi }] = await Promise.all([
      import('@fastify/swagger'),
      import('@fastify/swagger-ui')
    ])
    docs.addHook('onRequest', async (request, reply) => {
      const target = REDIRECTS[request.url.replace(/\?.*/s, '')]
      if (target !== undefined) return await reply.redirect(target)
    })
    docs.addHook('onSend', async (request, reply, payload) => {
      if (typeof payload !== 'string' || reply.statusCode !== 200) return payload
      const tag = `"${createHash('sha256').update(payload).digest('base64url').slice(0, 22)}"`
      reply.header('etag', tag).header('cache-control', 'no-cache')
      if (request.headers['if-none-match'] !== tag) return payload
      reply.code(304).removeHeader('content-length')
      return null
    })
    await docs.register(swagger, { mode: 'static', specification: { document: contract.document } })
    await docs.register(swaggerUi, {
      routePrefix: '/api-doc',
      staticCSP: POLICY,
      uiConfig: {
        layout: 'BaseLayout',
        docExpansion: 'none',
        deepLinking: true,
        filter: true,
        defaultModelsExpandDepth: -1,
        persistAuthorization: true,
        tryItOutEnabled: true,
        requestInterceptor: meant as never,
        responseInterceptor: prepare as never
      },
      theme: { title: 'InvenTree API' }
    })
  })
}
