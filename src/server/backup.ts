import type { Handler, Sent } from '#contract/types.ts'
import { backupName, createBackup, type BackupSource } from '#src/backup/index.ts'

/**
 * Sends a backup while it is being made.
 *
 * @param config where the database and the uploaded files are
 */
export const backup = (config: BackupSource['config']): Handler<'system_backup_retrieve'> => async ({ db, query, reply }) => {
  const archive = await createBackup({ config, db }, { media: query.media })
  reply.code(200).header('content-type', 'application/gzip').header('content-disposition', `attachment; filename="${backupName()}"`)
    .header('cache-control', 'no-store').send(archive)
  return undefined as unknown as Sent<'system_backup_retrieve'> // the archive is on its way: `send` knows JSON alone
}
