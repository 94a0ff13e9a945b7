import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import type { Database } from '#db/database.ts'
import { exportRecords } from '#src/transfer/index.ts'
import { filesIn, packFrom, type Entry } from './archive.ts'
import { MEDIA_PREFIX } from './manifest.ts'

/** The export in an archive. */
const EXPORT_ENTRY = 'inventree-export.json'

/**
 * Makes an archive for a database that is no file to be copied: a `.tar.gz` with an export of the records, one moment of them, and with the
 * uploaded files where asked for. `inventree import` reads the export; API tokens and sessions are not in it.
 *
 * @param mediaRoot where the uploaded files are; null leaves them out
 * @returns the archive; the export lies in the folder for temporary files until the stream is read to its end or destroyed
 */
export async function createExport (db: Database, mediaRoot: string | null): Promise<Readable> {
  return await packFrom(join(tmpdir(), 'inventree-export-'), async (folder) => {
    const file = join(folder, EXPORT_ENTRY)
    const out = createWriteStream(file, { mode: 0o600 })
    await exportRecords(db, { write: (text) => out.write(text) || once(out, 'drain') })
    out.end()
    await finished(out)
    return contents(file, mediaRoot)
  })
}

async function * contents (file: string, mediaRoot: string | null): AsyncGenerator<Entry> {
  yield { name: EXPORT_ENTRY, file }
  if (mediaRoot !== null) yield * filesIn(mediaRoot, MEDIA_PREFIX)
}
