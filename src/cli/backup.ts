import { existsSync } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { backupName, createBackup } from '../backup/index.ts'
import { writeWhole } from './files.ts'
import type { Command } from './main.ts'
import { Failure, note, UsageError } from './terminal.ts'

const KEY_HINT = 'The key that seals API tokens (secret_key.txt, INVENTREE_SECRET_KEY) is not in it: keep that too, elsewhere. Without it tokens go on working, but can no longer be shown.'

export const backup: Command = {
  usage: '[FILE] [--media]',
  summary: 'Copy the database into one file, also while the server runs',
  help: `
  FILE     where to (default: inventree-backup-DATE-TIME.tar.gz in this folder); - is the standard output
  --media  take the uploaded files along

FILE is a .tar.gz with the database as it is at one moment, and appears when it is complete. Password hashes and tokens in sealed form are in
it, so that only its owner may read it.
${KEY_HINT}

Examples:
  inventree backup
  inventree backup --media /mnt/stick/inventree.tar.gz
  inventree backup - | ssh nas 'cat > inventree.tar.gz'
`,
  options: { media: { type: 'boolean' } },
  words: [0, 1],
  run: async ([file = backupName()], { media }, config) => {
    if (config.database === ':memory:') throw new UsageError('INVENTREE_DB_NAME is :memory:, of which only the server that holds it can make a backup.')
    if (!existsSync(config.database)) throw new Failure(`There is no database ${config.database}.`)
    await writeWhole(file, async (out) => pipeline(await createBackup({ config }, { media: media === true }), out, { end: false }))
    if (file !== '-') note(`written to ${file}, ${media ? 'with' : 'without'} the uploaded files\n${KEY_HINT}`)
  }
}
