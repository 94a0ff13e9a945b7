import { existsSync } from 'node:fs'
import { open, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { BESIDE } from '#db/file.ts'

/**
 * What a restore is about to exchange. It lies beside the database while that goes on, so that a restore that was
 * killed can be finished.
 */
interface Exchange {
  /** The new database, complete and on the disk; its folder goes with it. */
  staged: string
  /** The new uploaded files, where the backup has them. */
  media?: { staged: string; place: string; kept: string } | undefined
}

const noteOf = (database: string) => `${database}.restoring`

const isGone = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT'

/** Gives a file or folder another name, unless that was done already. */
async function move(from: string, to: string): Promise<void> {
  await rename(from, to).catch((error) => {
    if (!isGone(error)) throw error
  })
}

async function onDisk(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Lets the new files take the place of the old ones, from wherever that stopped. */
async function exchangeFiles({ staged, place, kept }: NonNullable<Exchange['media']>): Promise<void> {
  if (!existsSync(staged)) return
  if (existsSync(place)) await rename(place, kept)
  await move(staged, place)
}

/**
 * Begins to exchange: from here on the exchange will be done, also if this process is killed. Exchanges the files.
 *
 * @throws where that fails; see `undoExchange`
 */
export async function beginExchange(database: string, exchange: Exchange): Promise<void> {
  const note = await open(noteOf(database), 'wx', 0o600)
  try {
    await note.writeFile(JSON.stringify(exchange))
    await note.sync()
  } finally {
    await note.close()
  }
  await onDisk(dirname(database))
  if (exchange.media) await exchangeFiles(exchange.media)
}

/** The exchange is done. */
export const endExchange = (database: string): Promise<void> => rm(noteOf(database), { force: true })

/** The exchange failed: the files are again those from before. */
export async function undoExchange(database: string, { media }: Exchange): Promise<void> {
  if (!existsSync(noteOf(database))) return
  if (media) {
    if (!existsSync(media.staged)) await move(media.place, media.staged)
    if (!existsSync(media.place)) await move(media.kept, media.place)
  }
  await endExchange(database)
}

/**
 * Finishes what a restore began that was killed, if there is one: database and uploaded files are either both those
 * from before or both those of the backup. To be called before anything opens the database.
 *
 * @param database the path of the database
 * @returns whether there was something to finish
 */
export async function finishRestore(database: string): Promise<boolean> {
  if (!existsSync(noteOf(database))) return false
  const exchange = readExchange(await readFile(noteOf(database), 'utf8'))
  if (exchange) {
    if (exchange.media) await exchangeFiles(exchange.media)
    if (existsSync(exchange.staged)) {
      // What lies beside the old database would be taken for that of the new one.
      for (const ending of BESIDE) await rm(database + ending, { force: true })
      await move(exchange.staged, database)
    }
    await onDisk(dirname(database))
    for (const path of [exchange.staged, exchange.media?.staged])
      if (path) await rm(dirname(path), { recursive: true, force: true })
  }
  await endExchange(database)
  return true
}

/** What a note says; undefined where it was not written to its end, and so nothing was exchanged yet. */
function readExchange(text: string): Exchange | undefined {
  try {
    return JSON.parse(text) as Exchange
  } catch {
    return undefined
  }
}
