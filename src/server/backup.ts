import { once } from 'node:events'
import type { Readable } from 'node:stream'
import type { Handler, Sent } from '#contract/types.ts'
import { backupName, createBackup, type BackupSource } from '#framework/backup/index.ts'
import { WorkQueue } from '#framework/queue.ts'

/**
 * Each packs as fast as it can and needs room for a copy of the database: more at once would hold up everybody else.
 */
const backups = new WorkQueue(
  { running: 2, waiting: 0 },
  { detail: 'Two backups are being taken away already. Try again when one of them is done.', seconds: 60 }
)

/** A backup that keeps its place in the queue until it was sent, or its receiver is gone. */
const inTurn = (create: () => Promise<Readable>): Promise<Readable> =>
  new Promise((resolve, reject) => {
    backups
      .run(async () => {
        const archive = await create()
        resolve(archive)
        await once(archive, 'close')
      })
      .catch(reject)
  })

/**
 * Sends a backup while it is being made.
 *
 * @param config where the database and the uploaded files are
 */
export const serveBackup =
  (config: BackupSource['config']): Handler<'system_backup_retrieve'> =>
  async ({ db, query, reply }) => {
    const archive = await inTurn(() => createBackup({ config, db }, { media: query.media }))
    reply
      .code(200)
      .header('content-type', 'application/gzip')
      .header('content-disposition', `attachment; filename="${backupName()}"`)
      .header('cache-control', 'no-store')
      .send(archive)
    return undefined as unknown as Sent<'system_backup_retrieve'> // the archive is on its way: `send` knows JSON alone
  }
