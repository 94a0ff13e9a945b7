import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { chmod, mkdir, readFile, rename, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { copyRecords } from '#db/copy.ts'
import { openDatabase } from '#db/database.ts'
import { isSqlite } from '#db/file.ts'
import { makeFolder } from '#db/folder.ts'
import { foreignObject } from '#db/foreign.ts'
import { copyDatabase, replaceDatabase } from '#db/snapshot.ts'
import { dangling, integrityProblems } from '#db/soundness.ts'
import { named } from '#framework/check/files.ts'
import type { Places } from '#framework/places.ts'
import { backupSuffix } from '#framework/backup-name.ts'
import { staysInside } from '#framework/files/paths.ts'
import { examineArchive, unpack } from './archive.ts'
import { writeBackup } from './create.ts'
import { DATABASE_ENTRY, MANIFEST_ENTRY, MEDIA_PREFIX, readManifest, type Manifest } from './manifest.ts'
import { beginExchange, endExchange, undoExchange } from './unfinished.ts'

/** What a restore did. */
export interface Restored {
  /** When the backup was made, ISO 8601 in UTC; null where the file does not say. */
  made: string | null
  /** Whether uploaded files were restored too. */
  media: boolean
  /** Where that lies which was there before. */
  kept: string[]
}

/**
 * Puts a backup in the place of the database, and of the uploaded files where the backup has them. What was there
 * before stays under another name; that of PostgreSQL in a backup of its own.
 *
 * @param file what `createBackup` made, of either kind of database, or a SQLite file
 * @param config where the database and the files are; no server may have the database open
 * @throws where the file does not fit or the database is in use; nothing is changed then
 */
export async function restoreBackup(
  file: string,
  config: Pick<Places, 'mediaRoot' | 'mediaTarget' | 'database' | 'dataFolder'>
): Promise<Restored> {
  const { database, mediaRoot } = config
  const folders: string[] = []
  // Beside what is to be replaced, so that taking its place is one step.
  const folderBeside = (path: string) => {
    makeFolder(dirname(path))
    // Made and noted in one step: no signal is heard between the two.
    const folder = mkdtempSync(join(dirname(path), '.inventree-restore-'))
    folders.push(folder)
    return folder
  }
  // Once files change places, whoever starts next finishes or undoes it, see `finishRestore`.
  const stopCleaning = removesWhenStopped(folders)
  try {
    const folder = folderBeside(typeof database === 'string' ? database : join(tmpdir(), DATABASE_ENTRY))
    const staged = join(folder, DATABASE_ENTRY)
    const isArchive = !isDatabase(file)
    if (isArchive) await examine(file, folder)
    const manifest = isArchive ? await readArchive(file, folder) : null
    if (!manifest)
      await copyDatabase(file, staged).catch((error) => {
        throw new Error(`${file} holds no database that can be used: ${error.message}`)
      })
    if (manifest?.media && config.mediaTarget === 's3')
      throw new Error(
        `${file} holds uploaded files, which are restored into a folder alone, not into a bucket. Restore it with INVENTREE_STORAGE_TARGET=local, and copy the files into the bucket.`
      )
    await verify(staged, file)
    let media: string | undefined
    if (manifest?.media) {
      media = folderBeside(mediaRoot)
      await unpackFrom(file, media, (name) => name.startsWith(MEDIA_PREFIX))
      await mkdir(join(media, MEDIA_PREFIX), { recursive: true, mode: 0o700 })
      media = join(media, MEDIA_PREFIX)
    }
    stopCleaning()
    const files =
      media === undefined ? undefined : { staged: media, place: mediaRoot, kept: mediaRoot + backupSuffix([mediaRoot]) }
    const kept =
      typeof database === 'string'
        ? await exchange(staged, database, database + backupSuffix([database]), files)
        : await refill(staged, config, files)
    return { made: manifest?.made ?? null, media: media !== undefined, kept }
  } finally {
    stopCleaning()
    for (const folder of folders) await rm(folder, { recursive: true, force: true })
  }
}

/**
 * Lets a signal that ends this process remove folders first.
 *
 * @param folders may grow meanwhile
 * @returns lets signals end the process as they would
 */
function removesWhenStopped(folders: readonly string[]): () => void {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  const end = (signal: NodeJS.Signals) => {
    // Once more where a file that was being written came into the folder meanwhile.
    for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
    stop()
    process.kill(process.pid, signal)
  }
  const stop = () => {
    for (const signal of signals) process.off(signal, end)
  }
  for (const signal of signals) process.on(signal, end)
  return stop
}

/** Uploaded files that are to take the place of others. */
interface ExchangedFiles {
  staged: string
  /** The media folder. */
  place: string
  /** Where what was there before goes. */
  kept: string
}

function isDatabase(file: string): boolean {
  try {
    return isSqlite(file)
  } catch (error) {
    throw new Error(`${file} cannot be read: ${(error as Error).message}`, { cause: error })
  }
}

/** Looks at an archive before anything is taken from it. */
async function examine(file: string, folder: string): Promise<void> {
  try {
    await examineArchive(file, await freeSpace(folder))
  } catch (error) {
    throw new Error(`${file} is no backup, or is damaged: ${(error as Error).message}`, { cause: error })
  }
}

async function freeSpace(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

/** Unpacks a part of a backup; what cannot be unpacked is the fault of the archive. */
async function unpackFrom(file: string, folder: string, wanted: (name: string) => boolean): Promise<void> {
  try {
    await unpack(file, folder, wanted)
  } catch (error) {
    throw new Error(`${file} is no backup, or is damaged: ${(error as Error).message}`, { cause: error })
  }
}

/** Unpacks what is no uploaded file, and gives what the backup says about itself. */
async function readArchive(file: string, folder: string): Promise<Manifest> {
  await unpackFrom(file, folder, (name) => name === MANIFEST_ENTRY || name === DATABASE_ENTRY)
  const text = await readFile(join(folder, MANIFEST_ENTRY), 'utf8').catch(() => '')
  const manifest = readManifest(text)
  if (manifest && existsSync(join(folder, DATABASE_ENTRY))) return manifest
  throw new Error(`${file} is no backup of this server's: it holds no ${MANIFEST_ENTRY} that says so, or no database.`)
}

/**
 * Looks whether a database is one of this server's and nothing else, brings the tables up to date, and looks whether
 * all is sound.
 */
async function verify(staged: string, file: string): Promise<void> {
  await chmod(staged, 0o600)
  const foreign = await foreignObject(staged).catch((error) => {
    throw new Error(`${file} holds no database that can be used: ${error.message}`)
  })
  if (foreign !== undefined) throw new Error(`${file} holds no database that can be used: ${foreign}.`)
  const db = await openDatabase(staged).catch((error) => {
    throw new Error(`${file} holds no database that can be used: ${error.message}`)
  })
  try {
    const problems = [
      ...(await integrityProblems(db)),
      ...(await dangling(db)).map(({ table, rowid, parent }) => `${table} ${rowid} names a ${parent} that is not there`)
    ]
    const outside = [...(await named({ db }))].find(([path]) => !staysInside(path))
    if (outside)
      throw new Error(
        `The database in ${file} was changed by somebody: the path "${outside[0]}" of ${outside[1]} leads out of the folder of uploaded files.`
      )
    if (problems.length)
      throw new Error(
        `The database in ${file} is damaged: ${problems[0]}${problems.length > 1 ? `, and ${problems.length - 1} more` : ''}`
      )
  } finally {
    await db.destroy()
  }
}

/** Lets the new files take the place of the old ones, which get another name; tells that name. */
async function exchangeFiles({ staged, place, kept }: ExchangedFiles): Promise<string[]> {
  const had = existsSync(place)
  if (had) await rename(place, kept)
  try {
    await rename(staged, place)
  } catch (error) {
    if (had) await rename(kept, place)
    throw error
  }
  return had ? [kept] : []
}

/**
 * Lets a SQLite file take the place of another, and the files with it; whoever kills this in between finds one of the
 * two, see `finishRestore`.
 */
async function exchange(
  staged: string,
  database: string,
  keptAs: string,
  media: ExchangedFiles | undefined
): Promise<string[]> {
  const hadFiles = media !== undefined && existsSync(media.place)
  let had: boolean
  try {
    had = await replaceDatabase(database, staged, keptAs, () => beginExchange(database, { staged, media }))
  } catch (error) {
    await undoExchange(database, { staged, media })
    throw error
  }
  await endExchange(database)
  return [...(had ? [keptAs] : []), ...(hadFiles ? [media.kept] : [])]
}

/** Lets the records take the place of those that PostgreSQL has, and then the files. */
async function refill(
  staged: string,
  { database, mediaRoot, dataFolder }: Pick<Places, 'database' | 'mediaRoot' | 'dataFolder'>,
  media: ExchangedFiles | undefined
): Promise<string[]> {
  const [to, from] = [await openDatabase(database), await openDatabase(staged)]
  try {
    const kept: string[] = []
    if (await to.selectFrom('user').select('id').limit(1).executeTakeFirst()) {
      makeFolder(dataFolder)
      const copy = join(dataFolder, 'inventree-backup')
      kept.push(`${copy}${backupSuffix([copy], '.tar.gz')}.tar.gz`)
      await writeBackup(kept[0]!, { config: { database, mediaRoot }, db: to })
    }
    await to.transaction().execute(async (trx) => {
      await copyRecords(from, trx)
      if (media) kept.push(...(await exchangeFiles(media)))
    })
    return kept
  } finally {
    await from.destroy()
    await to.destroy()
  }
}
