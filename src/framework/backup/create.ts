import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Database } from '#db/database.ts'
import { isPostgres } from '#db/dialect.ts'
import { copyDatabase, copyMemory, copyPostgres } from '#db/snapshot.ts'
import type { Places } from '#framework/places.ts'
import { mediaOf, type MediaPlace } from '#framework/files/media.ts'
import type { MediaStorage } from '#framework/files/storage.ts'
import { holdFiles } from '#framework/files/hold.ts'
import { isNote } from '#framework/files/paths.ts'
import { VERSION } from '#framework/version.ts'
import { now } from '#framework/time.ts'
import { writeWhole } from '#framework/whole-file.ts'
import { packFrom, type Entry } from './archive.ts'
import { DATABASE_ENTRY, MANIFEST_ENTRY, MEDIA_PREFIX, type Manifest } from './manifest.ts'

/** What a backup is made of. */
export interface BackupSource {
  config: Pick<Places, 'database'> & MediaPlace
  /** The open database; needed where it is no file. */
  db?: Database
}

export interface BackupOptions {
  /** Take the uploaded files along. */
  media?: boolean
  /** Aborted where it is to be broken off. */
  stopped?: AbortSignal | undefined
}

/** A name for a backup that is made now, such as `inventree-backup-2026-11-25-0315.tar.gz`; the time is UTC. */
export const backupName = (): string =>
  `inventree-backup-${now().slice(0, 16).replace('T', '-').replace(':', '')}.tar.gz`

/**
 * Makes a backup, also while a server works on the database: a `.tar.gz` with a copy of the database as it is at this
 * moment, a SQLite file also where it is PostgreSQL, with `backup.json`, which says what it is, and with the uploaded
 * files where asked for; none of them is deleted before it was read. The key that seals API tokens is not in it.
 *
 * @returns the archive; the copy that it is made of lies beside the database, or in the folder for temporary files,
 *   until the stream is read to its end or destroyed
 * @throws where the database cannot be copied; the stream fails where a file cannot be read
 */
export async function createBackup({ config, db }: BackupSource, options: BackupOptions = {}): Promise<Readable> {
  const { database } = config
  const file = typeof database === 'string' && database !== ':memory:' ? database : undefined
  const media = options.media ? mediaOf(config) : null
  const release = media ? await holdFiles(media) : async () => {}
  const archive = packFrom(
    join(file === undefined ? tmpdir() : dirname(file), '.inventree-backup-'),
    async (folder) => {
      const copy = join(folder, DATABASE_ENTRY)
      if (file !== undefined) await copyDatabase(file, copy)
      else await (isPostgres(db!) ? copyPostgres : copyMemory)(db!, copy)
      return contents(copy, media)
    }
  )
  try {
    return (await archive).once('close', () => {
      void release()
    })
  } catch (error) {
    await release()
    throw error
  }
}

/**
 * Writes a backup into a file, which appears when it is complete.
 *
 * @param file its path, or `-` for the standard output
 * @throws where it could not be written; nothing is left of it
 */
export const writeBackup = (file: string, source: BackupSource, options?: BackupOptions): Promise<void> =>
  writeWhole(file, async (out) =>
    pipeline(await createBackup(source, options), out, {
      end: false,
      ...(options?.stopped ? { signal: options.stopped } : {})
    })
  )

async function* contents(copy: string, media: MediaStorage | null): AsyncGenerator<Entry> {
  const manifest: Manifest = {
    format: 'inventree-server backup',
    made: now(),
    server: VERSION,
    media: media !== null
  }
  yield { name: MANIFEST_ENTRY, text: JSON.stringify(manifest, null, 2) + '\n' }
  yield { name: DATABASE_ENTRY, file: copy }
  if (media === null) return
  for await (const { path } of media.list())
    if (!isNote(path)) yield { name: MEDIA_PREFIX + path, open: () => media.open(path) }
}
