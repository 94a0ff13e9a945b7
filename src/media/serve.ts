import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { mkdir } from 'node:fs/promises'
import { extname } from 'node:path'
import type { Database } from '#db/database.ts'
import { failureOf } from '#db/failures.ts'
import { ApiError } from '#contract/errors.ts'
import type { Caller } from '#contract/scopes.ts'
import { filesAside } from '#src/server/aside.ts'
import { SHOWN_POLICY } from '#src/server/headers.ts'
import { sweep } from './dropped.ts'

/** What browsers may show in place; everything else is for saving, so that no page that somebody uploaded opens on our address. */
const SHOWN = new Set(['.avif', '.bmp', '.gif', '.jpeg', '.jpg', '.mp3', '.mp4', '.pdf', '.png', '.tif', '.tiff', '.txt', '.webm', '.webp'])

/** What the media room needs to know. */
export interface Media {
  db: Database
  /** The folder with the files. */
  root: string
  /** Who asks; null without credentials, and an error with wrong ones. */
  identify (request: FastifyRequest, reply: FastifyReply): Promise<Caller | null>
}

/**
 * Serves uploaded files below `/media/` to everybody who is signed in, and deletes the files that requests let go of.
 *
 * @param app the server
 */
export async function serveMedia (app: FastifyInstance, { db, root, identify }: Media): Promise<void> {
  await mkdir(root, { recursive: true })
  const clean = () => sweep(db, root, (path, error) => app.log.error({ err: error }, `the file ${path} cannot be deleted`))
    .catch((error) => {
      // The next request that changes something deletes them.
      if (failureOf(error)?.kind !== 'away') app.log.error({ err: error }, 'files that nothing points to any more were not deleted')
    })
  app.addHook('onReady', clean)
  // Before the answer goes out: who deleted a record finds its file gone, and who was refused left none.
  app.addHook('onSend', async (request, reply) => {
    const files = request.scope?.files
    if (!files) return
    if (reply.statusCode >= 400) await files.undo()
    else if (request.method !== 'GET' || files.used) await clean()
  })

  await app.register(async (media) => {
    media.addHook('onRequest', async (request, reply) => {
      if (!await isSignedIn(request, reply, identify)) return reply.code(401).header('www-authenticate', 'Token').type('text/plain').send('Unauthorized')
    })
    filesAside(media, {
      prefix: '/media/',
      root,
      index: false,
      dotfiles: 'ignore',
      cacheControl: false,
      setHeaders: (reply, path) => {
        reply.header('cache-control', 'private, no-cache')
        if (SHOWN.has(extname(path).toLowerCase())) { reply.header('content-security-policy', SHOWN_POLICY); return }
        reply.header('content-disposition', 'attachment')
        reply.header('content-security-policy', "default-src 'none'; sandbox")
      }
    })
  })
}

/** Whether a request comes from a user. Here, unlike below /api/, the word before the token may be `Bearer`, and a colon may follow it (behaviour-core 2.4). */
async function isSignedIn (request: FastifyRequest, reply: FastifyReply, identify: Media['identify']): Promise<boolean> {
  const { authorization } = request.headers
  if (authorization) request.headers.authorization = authorization.replace(/^\s*(?:token|bearer):?\s+/i, 'Token ')
  try { return await identify(request, reply) !== null } catch (error) {
    if (error instanceof ApiError && error.status === 401) return false
    throw error
  }
}
