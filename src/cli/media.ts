import { deleteFile } from '#src/media/files.ts'
import { findStrays } from '#src/media/strays.ts'
import { withDatabase } from './data.ts'
import type { Command } from './main.ts'
import { note, say } from './terminal.ts'

const DAY = 24 * 60 * 60 * 1000

export const files: Command = {
  usage: '[--delete]',
  summary: 'Find uploaded files that no record points to, and records whose file is missing',
  help: `
  --delete  delete the files that no record points to

A server that is killed in the middle of an upload can leave a file behind. It does no harm. Files of the last 24 hours are passed over,
so that the command may run while the server does.

Example:
  inventree files
`,
  options: { delete: { type: 'boolean' } },
  words: [0, 0],
  run: async (_words, options, { database, mediaRoot }) => await withDatabase(database, async (db) => {
    const { unused, missing } = await findStrays(db, mediaRoot, Date.now() - DAY)
    for (const path of unused) {
      if (options.delete) await deleteFile(mediaRoot, path)
      say(`${options.delete ? 'deleted' : 'unused'}  ${path}`)
    }
    for (const path of missing) say(`missing  ${path}`)
    note(`${mediaRoot}: ${unused.length} unused files${options.delete ? ' deleted' : ''}, ${missing.length} files missing`)
  })
}
