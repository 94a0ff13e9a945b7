// Opens the database that the configuration names, for the server and for every command. An older one is brought up to
// date: a backup is written first, and each step is told.
import { existsSync } from 'node:fs'
import { openDatabase, type Database, type Upgrade } from '#db/database.ts'
import { makeFolder } from '#db/folder.ts'
import { writeBackup } from '#framework/backup/create.ts'
import type { MediaPlace } from '#framework/files/media.ts'
import { backupBefore } from '#framework/backup-name.ts'
import type { Config } from './config.ts'
import { tellMeanwhile } from './meanwhile.ts'

/** How often a long step tells that it is still going on. */
const TELL_MS = 5000

type Place = Pick<Config, 'database' | 'backupFolder'> & MediaPlace

/** What became of a database when it was opened: the steps that brought it up to date, or that it was made. */
export type Opening = { db: Database; made: boolean; steps: readonly string[] }

/**
 * Opens the database, and brings it up to date; `assureDatabase` comes first.
 *
 * @param note told in a sentence what is worth knowing
 * @param backup whether a backup is written before an older database is changed
 * @throws with a sentence, where it cannot be opened, or is that of a newer version
 */
export async function openUpToDate(
  config: Place,
  note: (text: string) => void,
  { backup = true }: { backup?: boolean } = {}
): Promise<Opening> {
  const { database } = config
  const made = typeof database === 'string' && !existsSync(database)
  let steps: readonly string[] = []
  const upgrade: Upgrade = {
    begin: async (all) => {
      steps = all
      note(`The database is from an older version, and is brought up to date in ${countedSteps(all.length)}.`)
      if (backup) note(await backUp(config))
    },
    step: async (name, run) => {
      const step = `step ${steps.indexOf(name) + 1} of ${steps.length}, ${name}`
      note(`  ${step}`)
      const stop = tellMeanwhile(`  ${step}: still going on, after`, TELL_MS)
      const begun = performance.now()
      await run().finally(stop)
      const took = performance.now() - begun
      if (took > TELL_MS) note(`  ${step}: done after ${Math.round(took / 1000)} s`)
    }
  }
  const db = await openDatabase(database, undefined, upgrade)
  if (steps.length) note('The database is up to date.')
  return { db, made, steps }
}

/** A number of steps, in words. */
export const countedSteps = (steps: number): string => `${steps} ${steps === 1 ? 'step' : 'steps'}`

/** Writes a backup before anything is changed; tells where it is. */
async function backUp(config: Place): Promise<string> {
  const { database, backupFolder } = config
  if (typeof database !== 'string') return 'This writes no backup of PostgreSQL before it: pg_dump makes one.'
  const path = backupBefore(backupFolder)
  try {
    makeFolder(backupFolder)
    await writeBackup(path, { config })
  } catch (error) {
    throw new Error(
      `The database was not brought up to date, and nothing was changed: the backup before it failed. ${(error as Error).message} Make room or choose another INVENTREE_BACKUP_DIR; "inventree migrate --no-backup" does without.`,
      { cause: error }
    )
  }
  return `A backup was written before: ${path}`
}
