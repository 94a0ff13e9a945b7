import { existsSync } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { Config } from '../config.ts'
import { backupName, createBackup, restoreBackup } from '../backup/index.ts'
import { command, YES_OPTION } from './command.ts'
import { writeWhole } from './files.ts'
import { agree, Failure, note, say, UsageError } from './terminal.ts'

const KEY = `The key that seals API tokens (secret_key.txt beside the database, or INVENTREE_SECRET_KEY) is not in it: keep that too, elsewhere. Under
another key tokens go on working, but the server can no longer show them to their owners.`

/** The file of the database. */
function fileOf ({ database }: Config): string {
  if (typeof database !== 'string') throw new UsageError('The database is PostgreSQL: use pg_dump and pg_restore, or "inventree export" and "inventree import".')
  if (database === ':memory:') throw new UsageError('INVENTREE_DB_NAME is :memory:; such a database is gone when its server stops.')
  return database
}

export const backup = command({
  words: '[FILE]',
  summary: 'Copy the database into one file, also while the server runs',
  options: { media: { help: 'take the uploaded files along' } },
  more: `FILE is inventree-backup-DATE-TIME.tar.gz in this folder where none is given; - is the standard output. It holds the database as it is at one
moment, and appears when it is complete. Password hashes are in it: only its owner may read it.

${KEY}`,
  examples: ['backup', 'backup --media /mnt/stick/inventree.tar.gz', "inventree backup - | ssh nas 'cat > inventree.tar.gz'"],
  run: async ([file = backupName()], { media }, config) => {
    const database = fileOf(config)
    if (!existsSync(database)) throw new Failure(`There is no database ${database}.`)
    await writeWhole(file, async (out) => pipeline(await createBackup({ config }, { media: media === true }), out, { end: false }))
    if (file !== '-') note(`written to ${file}, ${media ? 'with' : 'without'} the uploaded files\n${KEY}`)
  }
})

export const restore = command({
  words: 'FILE',
  summary: 'Put a backup in the place of the database; stop the server first',
  options: { yes: YES_OPTION },
  more: `FILE is what "inventree backup" wrote, or a bare SQLite file of this server's. It is unpacked and checked first; then it takes the place of the
database in one step, and so do the uploaded files where the backup has them. What was there before is kept beside it, under a name that is printed.

${KEY}`,
  examples: ['restore inventree-backup-2026-11-25-0315.tar.gz', 'restore --yes /mnt/stick/inventree.tar.gz'],
  run: async ([file], { yes }, config) => {
    const database = fileOf(config)
    if (existsSync(database)) await agree(`Put ${file} in the place of ${database}?`, yes)
    const { made, media, kept } = await restoreBackup(file!, { ...config, database })
    say(`${database} is ${made ? `the database of ${made.slice(0, 16).replace('T', ' ')} UTC` : file}${media ? ', with its uploaded files' : '; uploaded files are as they were'}`)
    for (const path of kept) say(`kept: ${path}`)
  }
})
