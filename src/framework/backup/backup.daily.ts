import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Database } from '#db/database.ts'
import { makeFolder } from '#db/folder.ts'
import type { SettingReader } from '#contract/scopes.ts'
import type { MediaPlace } from '#framework/files/media.ts'
import type { Places } from '#framework/places.ts'
import { afterDays } from '#framework/time.ts'
import { backupName, writeBackup } from './create.ts'

/** How many backups are kept; older ones go when a new one was written. */
const KEPT = 10

const BACKUP = /^inventree-backup-(\d{4}-\d\d-\d\d)-\d{4}\.tar\.gz$/

/**
 * Writes a backup with the uploaded files into the folder for backups, where the settings want backups and the last one
 * is as old as they say.
 *
 * @param stopped aborted where it is to be broken off
 * @throws where it could not be written; nothing is deleted then
 */
export async function backupWhenDue(
  config: Pick<Places, 'database' | 'backupFolder'> & MediaPlace,
  db: Database,
  settings: SettingReader,
  stopped?: AbortSignal
): Promise<void> {
  const { database, backupFolder } = config
  if (!settings.flag('INVENTREE_BACKUP_ENABLE') || database === ':memory:') return
  makeFolder(backupFolder)
  const backups = (await readdir(backupFolder)).filter((name) => BACKUP.test(name)).sort()
  const last = BACKUP.exec(backups.at(-1) ?? '')?.[1]
  if (last !== undefined && last > afterDays(-settings.number('INVENTREE_BACKUP_DAYS'))) return
  const name = backupName()
  await writeBackup(join(backupFolder, name), { config, db }, { media: true, stopped })
  for (const old of [...new Set([...backups, name])].slice(0, -KEPT)) await rm(join(backupFolder, old), { force: true })
}
