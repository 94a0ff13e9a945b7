import { accessSync, constants, existsSync, statSync } from 'node:fs'
import type { Database } from '#db/database.ts'
import { unreadReason } from '#db/folder.ts'
import '#modules/registry.ts'
import type { Config } from '#server/config.ts'
import { backupName, restoreBackup, writeBackup } from '#framework/backup/index.ts'
import { assureDatabase } from '#server/new-database.ts'
import { command, YES_OPTION } from './command.ts'
import { placeName, withDatabase } from './data.ts'
import { agree, Failure, note, say, UsageError } from './terminal.ts'

const KEY = `The key that seals API tokens (secret_key.txt beside the database, or INVENTREE_SECRET_KEY) is not in it: keep that too, elsewhere. Under
another key tokens go on working, but the server can no longer show them to their owners.`

/** Refuses a database that is gone when its server stops. */
function lasting({ database }: Config): void {
  if (database === ':memory:')
    throw new UsageError('INVENTREE_DB_NAME is :memory:; such a database is gone when its server stops.')
}

/** Refuses a file that cannot be read, before anything is asked. */
function assureReadable(file: string): void {
  try {
    accessSync(file, constants.R_OK)
  } catch (error) {
    throw new Failure(`${file} cannot be read: ${unreadReason(error)}.`)
  }
  if (!statSync(file).isFile()) throw new Failure(`${file} is no file.`)
}

export const backupCommand = command({
  words: '[FILE]',
  summary: 'Copy the database into one file, also while the server runs',
  options: { media: { help: 'take the uploaded files along' } },
  more: `FILE is inventree-backup-DATE-TIME.tar.gz in this folder where none is given; - is the standard output. It holds the database as it is at one
moment, and appears when it is complete; that of PostgreSQL as a SQLite file, for a server of either kind. Password hashes are in it: only its
owner may read it.

${KEY}`,
  examples: [
    'backup',
    'backup --media /mnt/stick/inventree.tar.gz',
    "inventree backup - | ssh nas 'cat > inventree.tar.gz'"
  ],
  run: async ([file = backupName()], { media }, config) => {
    lasting(config)
    const { database } = config
    if (typeof database === 'string' && !existsSync(database)) throw new Failure(`There is no database ${database}.`)
    // A backup of a database that was lost would take the place of a good one.
    await assureDatabase(config, {}, note)
    const write = (db?: Database) => writeBackup(file, { config, db }, { media: media === true })
    // A file is copied as it is, with the tables of whatever version.
    await (typeof database === 'string' ? write() : withDatabase(config, write))
    if (file !== '-') note(`written to ${file}, ${media ? 'with' : 'without'} the uploaded files\n${KEY}`)
  }
})

export const restore = command({
  words: 'FILE',
  summary: 'Put a backup in the place of the database; stop the server first',
  options: { yes: YES_OPTION },
  more: `FILE is what "inventree backup" wrote, of SQLite or PostgreSQL, or a bare SQLite file of this server's. It is unpacked and checked first; then it
takes the place of the database in one step, and so do the uploaded files where the backup has them. What was there before is kept, under a name
that is printed; that of PostgreSQL as a backup.

${KEY}`,
  examples: ['restore inventree-backup-2026-11-25-0315.tar.gz', 'restore --yes /mnt/stick/inventree.tar.gz'],
  run: async ([file], { yes }, config) => {
    lasting(config)
    assureReadable(file!)
    const place = placeName(config.database)
    if (typeof config.database !== 'string' || existsSync(config.database))
      await agree(`Put ${file} in the place of ${place}?`, yes)
    const { made, media, kept } = await restoreBackup(file!, config)
    say(
      `${place} is ${made ? `the database of ${made.slice(0, 16).replace('T', ' ')} UTC` : file}${media ? ', with its uploaded files' : '; uploaded files are as they were'}`
    )
    for (const path of kept) say(`kept: ${path}`)
  }
})
