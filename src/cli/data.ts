import { readFileSync } from 'node:fs'
import { once } from 'node:events'
import type { Database, DatabaseAddress } from '#db/database.ts'
import { exportRecords, importRecords, TransferError } from '#framework/transfer/index.ts'
import '#modules/registry.ts'
import type { Config } from '#server/config.ts'
import { assureDatabase } from '#server/new-database.ts'
import { countedSteps, openUpToDate, type Opening } from '#server/open.ts'
import { writeWhole } from '#framework/whole-file.ts'
import { command } from './command.ts'
import { Failure, note, say } from './terminal.ts'

/** For commands that may make a new database. */
export const CREATE_OPTION = {
  help: 'begin anew where the database was lost: what lies in its place is kept under another name'
} as const

/**
 * Opens the configured database for a command, and closes it whatever happens.
 *
 * @param create whether to begin anew where something else lies in its place
 * @param backup whether a backup is written before an older database is brought up to date
 */
export async function withDatabase<Result>(
  config: Config,
  work: (db: Database, opening: Opening) => Promise<Result>,
  { create, backup = true }: { create?: boolean | undefined; backup?: boolean } = {}
): Promise<Result> {
  await assureDatabase(config, { create }, note)
  const opening = await openUpToDate(config, note, { backup })
  try {
    return await work(opening.db, opening)
  } finally {
    await opening.db.destroy()
  }
}

/** What people call the place of a database. */
export const placeName = (place: DatabaseAddress): string =>
  typeof place === 'string' ? place : `PostgreSQL database "${place.name}" at ${place.host}, port ${place.port}`

/** Shows how far a long work is, on one line of a terminal; silent in a pipe. */
function progress(done: number, total: number, what: string): void {
  if (process.stderr.isTTY)
    process.stderr.write(`\r\x1b[K${done} of ${total} records: ${what}${done === total ? '\n' : ''}`)
}

const counted = (counts: Map<string, number>) =>
  [...counts].map(([what, count]) => `  ${String(count).padStart(7)}  ${what}`).join('\n')

/**
 * Imports a file and tells what came of it.
 *
 * @throws Failure with the reason, where nothing was changed
 */
export async function importFile(db: Database, file: string, { replace }: { replace: boolean }): Promise<void> {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw new Failure(`${file} cannot be read: ${(error as Error).message}`)
  }
  try {
    const { taken, skipped, passedOver, warnings } = await importRecords(db, text, { replace, progress })
    note(`taken:\n${counted(taken)}`)
    if (skipped.size) note(`skipped, because this server has no room for them yet:\n${counted(skipped)}`)
    if (passedOver.size) note(`fields passed over, because this server does not know them:\n${counted(passedOver)}`)
    for (const warning of warnings) note(`warning: ${warning}`)
  } catch (error) {
    if (error instanceof TransferError)
      throw new Failure(`${file} was not imported, and nothing was changed. ${error.message}`)
    throw error
  }
}

export const migrateCommand = command({
  words: '',
  summary: 'Create the database, or bring its tables up to date',
  options: {
    create: CREATE_OPTION,
    'no-backup': { help: 'write no backup of an older database before it is brought up to date' }
  },
  more: `Every start of the server does this as well. Before an older database is changed, a backup of it is written into INVENTREE_BACKUP_DIR
(backup beside the database); of PostgreSQL none is. An older server does not open a database that a newer one has brought up to date.`,
  examples: ['migrate', 'migrate --no-backup', 'migrate --create'],
  run: (_words, { create, 'no-backup': without }, config) =>
    withDatabase(
      config,
      async (_db, { made, steps }) => {
        const place = placeName(config.database)
        if (made) say(`${place} was made, and is up to date`)
        else if (steps.length) say(`${place} is up to date: ${countedSteps(steps.length)} done, ${steps.join(', ')}`)
        else say(`${place} is up to date: nothing was to be done`)
      },
      { create, backup: without !== true }
    )
})

export const importCommand = command({
  words: 'FILE',
  summary: "Read an export of InvenTree's own (export-records)",
  options: {
    replace: { help: 'empty the database first; without it a database that holds data is left alone' },
    create: CREATE_OPTION
  },
  more: `All or nothing: the file is checked first, and stored in one transaction. Primary keys are kept. Users keep their passwords. Models
that this server has no room for yet are counted and skipped. API tokens are not part of an export.`,
  examples: [
    'import inventree-export.json',
    'import --replace inventree-export.json',
    'import --create inventree-export.json'
  ],
  run: ([file], { replace, create }, config) =>
    withDatabase(config, (db) => importFile(db, file!, { replace: replace === true }), { create })
})

export const exportCommand = command({
  words: 'FILE',
  summary: 'Write all records in the form that InvenTree imports',
  more: 'FILE may be - for the standard output. A file appears when it is complete, not before. API tokens are secrets and are left out.',
  examples: ['export inventree-export.json'],
  run: ([file], _options, config) =>
    withDatabase(config, async (db) => {
      const counts = await writeWhole(file!, (out) =>
        exportRecords(db, { write: (text) => out.write(text) || once(out, 'drain') })
      )
      if (file !== '-') note(`written to ${file}:\n${counted(counts)}`)
    })
})
