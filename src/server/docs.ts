import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import type { Contract } from '#contract/document.ts'

/**
 * Serves the interactive documentation at /api-doc/, open to anyone; every asset comes from this server.
 */
export async function serveDocs (app: FastifyInstance, contract: Contract): Promise<void> {
  await app.register(swagger, { mode: 'static', specification: { document: contract.document } })
  await app.register(swaggerUi, {
    routePrefix: '/api-doc',
    staticCSP: true,
    indexPrefix: '',
    uiConfig: {
      url: '/api/schema/?format=json',
      docExpansion: 'none',
      deepLinking: true,
      filter: true,
      defaultModelsExpandDepth: -1,
      persistAuthorization: true,
      tryItOutEnabled: true
    },
    theme: { title: 'InvenTree API' }
  })
}
