import { existsSync, readFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import type { Database, DatabaseAddress } from '#db/database.ts'
import { makeFolder, unreadReason } from '#db/folder.ts'
import { backupBefore } from '#framework/backup-name.ts'
import { printableInLine } from '#framework/printable.ts'
import { writeBackup } from '#framework/backup/index.ts'
import {
  exportRecords,
  faultSentence,
  importRecords,
  OccupiedError,
  TransferError,
  type ImportOptions,
  type ImportReport
} from '#framework/transfer/index.ts'
import '#modules/registry.ts'
import { unsupported } from '#modules/transfer-unsupported.ts'
import { openVault } from '#auth/secret.ts'
import { Vault } from '#auth/tokens.ts'
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
  [...counts].map(([what, count]) => `  ${String(count).padStart(7)}  ${printableInLine(what)}`).join('\n')

/** What there is no room for, each with what it is, where that is known. */
const explained = (skipped: Map<string, number>) =>
  new Map([...skipped].map(([what, count]) => [unsupported(what) ? `${what} (${unsupported(what)})` : what, count]))

/** Tells what an import did, or would have done. */
function tellReport(report: ImportReport, dryRun: boolean): void {
  const { taken, skipped, passedOver, translated, leftOut, invalid, emptied, warnings } = report
  const parts: [heading: string, counts: Map<string, number>][] = [
    [dryRun ? 'would be taken' : 'taken', taken],
    ['translated from what earlier releases wrote', translated],
    ['left out of what earlier releases wrote', leftOut],
    ['skipped, because this server has no room for them yet', explained(skipped)],
    ['fields passed over, because this server does not know them', passedOver],
    ['fields emptied, because what they named is wrong and was left out', emptied]
  ]
  for (const [heading, counts] of parts) if (counts.size) note(`${heading}:\n${counted(counts)}`)
  if (invalid.count)
    note(
      `left out, because they are wrong, ${invalid.recordCount} records:\n${invalid.list.map((fault) => `  ${faultSentence(fault)}`).join('\n')}`
    )
  for (const warning of warnings) note(`warning: ${warning}`)
  if (dryRun) note('Nothing was changed.')
}

type ImportFlags = Omit<ImportOptions, 'progress'>

/** Keeps what a database holds, before it is emptied, and tells where. */
async function keepOld(db: Database, config: Config): Promise<void> {
  makeFolder(config.backupFolder)
  const path = backupBefore(config.backupFolder)
  await writeBackup(path, { config, db })
  note(`kept, as a backup: ${path}`)
}

/** What might help where a file was not taken. */
function hintFor(error: TransferError): string {
  if (error.faults) return '\nTo take the rest without them: --skip-invalid'
  if (error instanceof OccupiedError) return '\nTo empty it first, and keep what is in it as a backup: --replace'
  return ''
}

/**
 * The text of a file that is to be imported.
 *
 * @throws Failure where it cannot be read
 */
function readText(file: string): string {
  try {
    // A pipe will do: import <(zcat export.json.gz)
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new Failure(`${file} cannot be read: ${unreadReason(error)}.`)
  }
}

/** Imports the text of a file and tells what came of it. */
async function importText(db: Database, file: string, text: string, flags: ImportFlags): Promise<void> {
  try {
    tellReport(await importRecords(db, text, { ...flags, progress }), flags.dryRun === true)
  } catch (error) {
    if (!(error instanceof TransferError)) throw error
    throw new Failure(`${file} was not imported, and nothing was changed. ${error.message}${hintFor(error)}`)
  }
}

/**
 * Imports a file and tells what came of it.
 *
 * @throws Failure with the reason, where nothing was changed
 */
export const importFile = (db: Database, file: string, flags: ImportFlags = {}): Promise<void> =>
  importText(db, file, readText(file), flags)

/** Where a dry run looks: where there is no database, at an empty one that goes with it. */
const dryPlace = (config: Config): Config =>
  typeof config.database === 'string' && !existsSync(config.database) ? { ...config, database: ':memory:' } : config

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
  summary: "Read an export of InvenTree's own (export-records), of release 0.7 or later",
  options: {
    replace: { help: 'empty the database first, which a backup keeps; without it one that holds data is left alone' },
    'dry-run': { help: 'look at everything, tell what would be, and change nothing' },
    'skip-invalid': { help: 'leave out records that are wrong, and what cannot be without them; each is listed' },
    create: CREATE_OPTION
  },
  more: `All or nothing: the file is checked first, and stored in one transaction. Primary keys are kept. Users keep their passwords. What earlier
releases wrote in another form is translated. All that is left out is counted, with the reason; of wrong records the first 50 faults are told.
API tokens are not part of an export.`,
  examples: [
    'import --dry-run inventree-export.json',
    'import inventree-export.json',
    'import --replace inventree-export.json',
    'import --skip-invalid inventree-export.json',
    'import --create inventree-export.json'
  ],
  run: async ([file], { replace, create, 'dry-run': dryRun, 'skip-invalid': skipInvalid }, config) => {
    // Before a database is made for it.
    const text = readText(file!)
    const flags = { replace: replace === true, dryRun: dryRun === true, skipInvalid: skipInvalid === true }
    // A dry run makes no key either.
    const vaultFor = ({ dryRun }: typeof flags) => (dryRun ? new Vault(randomBytes(48)) : openVault(config))
    const place = flags.dryRun ? dryPlace(config) : config
    const work = (db: Database) =>
      importText(db, file!, text, { ...flags, vault: vaultFor(flags), beforeReplacing: () => keepOld(db, config) })
    await withDatabase(place, work, { create: create && !flags.dryRun })
  }
})

export const exportCommand = command({
  words: 'FILE',
  summary: 'Write all records in the form that InvenTree imports',
  more: 'FILE may be - for the standard output. A file appears when it is complete, not before. API tokens are secrets and are left out; passwords (as hashes) and second factors are part of it, for the move to another server: keep the file to yourself.',
  examples: ['export inventree-export.json'],
  run: ([file], _options, config) =>
    withDatabase(config, async (db) => {
      const vault = openVault(config)
      const counts = await writeWhole(file!, (out) =>
        exportRecords(db, { write: (text) => out.write(text) || once(out, 'drain'), vault })
      )
      if (file !== '-') note(`written to ${file}:\n${counted(counts)}`)
    })
})
