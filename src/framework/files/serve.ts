import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { extname } from 'node:path'
import type { Database } from '#db/database.ts'
import { failureOf } from '#db/failures.ts'
import { noPage } from '#contract/bind.ts'
import { SecondFactorNeeded } from '#auth/enforcement.ts'
import { ApiError } from '#contract/errors.ts'
import type { Caller } from '#contract/scopes.ts'
import { SHOWN_POLICY } from '#framework/policy.ts'
import { mayRead, OUTPUT_FOLDER } from './access.ts'
import type { MediaAccess } from './media-access.ts'
import { sweep } from './dropped.ts'
import { mediaPath, niceName, pathIn } from './names.ts'
import type { MediaStorage } from './storage.ts'
import { StorageUnavailable } from './unavailable.ts'

/**
 * What browsers may show in place; everything else is for saving, so that no page that somebody uploaded opens on our
 * address.
 */
const SHOWN = new Set([
  '.avif',
  '.bmp',
  '.gif',
  '.jpeg',
  '.jpg',
  '.mp3',
  '.mp4',
  '.pdf',
  '.png',
  '.tif',
  '.tiff',
  '.txt',
  '.webm',
  '.webp'
])

/** What the media module needs to know. */
export interface Media {
  db: Database
  /** Where the files lie. */
  media: MediaStorage
  /** Who may read attachments and pictures. */
  access: MediaAccess
  /** Who asks; null without credentials, and an error with wrong ones. */
  identify(request: FastifyRequest, reply: FastifyReply): Promise<Caller | null>
}

/**
 * Serves uploaded files below `/media/` to those who may read them, and deletes the files that requests let go of. What
 * somebody may not read looks as if it were not there. `/auth/` tells a proxy, or a page, whether anybody is signed in.
 *
 * @param app the server
 */
export async function serveMedia(app: FastifyInstance, { db, media, access, identify }: Media): Promise<void> {
  media.prepare()
  const clean = () =>
    sweep(db, media, (path, error) => app.log.error({ err: error }, `the file ${path} cannot be deleted`)).catch(
      (error) => {
        // The next request that changes something deletes them.
        if (failureOf(error)?.kind !== 'away' && !(error instanceof StorageUnavailable))
          app.log.error({ err: error }, 'files that nothing points to any more were not deleted')
      }
    )
  app.addHook('onReady', clean)
  // Before the answer goes out: who deleted a record finds its file gone, and who was refused left none.
  app.addHook('onSend', async (request, reply) => {
    const files = request.context?.files
    if (!files) return
    if (reply.statusCode >= 400) {
      await files.undo()
      return
    }
    const { used } = files
    if (used) await files.settle()
    if (used || request.method !== 'GET') await clean()
  })

  app.get('/auth/', async (request, reply) =>
    (await callerOf(request, reply, identify)) ? reply.header('cache-control', 'no-store').send() : refuse(reply)
  )
  await app.register(async (inner) => {
    inner.addHook('onRequest', async (request, reply) => {
      const caller = await callerOf(request, reply, identify)
      if (!caller) return refuse(reply)
      const path = pathIn(request.url)
      if (path === undefined || !(await mayRead(db, caller, path, access))) return noPage(reply)
      // What is sent is what was looked at, however it was spelled.
      request.raw.url = mediaPath(path)
    })
    media.serve({ app: inner, headers: headersOf })
  })
}

/** What a browser is told of a file, by its path. */
function headersOf(path: string): Record<string, string> {
  const shown = SHOWN.has(extname(path).toLowerCase())
  const name = path.startsWith(`${OUTPUT_FOLDER}/`) ? `; filename="${niceName(path)}"` : ''
  return {
    'cache-control': 'private, no-cache',
    ...(name || !shown ? { 'content-disposition': (shown ? 'inline' : 'attachment') + name } : {}),
    'content-security-policy': shown ? SHOWN_POLICY : "default-src 'none'; sandbox"
  }
}

const refuse = (reply: FastifyReply): FastifyReply =>
  reply.code(401).header('www-authenticate', 'Token').type('text/plain').send('Unauthorized')

/**
 * The user that a request comes from; null without right credentials. Here, unlike below /api/, the word before the
 * token may be `Bearer`, and a colon may follow it.
 */
async function callerOf(
  request: FastifyRequest,
  reply: FastifyReply,
  identify: Media['identify']
): Promise<Caller | null> {
  const { authorization } = request.headers
  if (authorization) request.headers.authorization = authorization.replace(/^\s*(?:token|bearer):?\s+/i, 'Token ')
  try {
    return (request.caller = await identify(request, reply))
  } catch (error) {
    // Pages learn from `/auth/` that a second factor is missing.
    if (error instanceof SecondFactorNeeded) throw error
    if (error instanceof ApiError && error.status === 401) return null
    throw error
  }
}
