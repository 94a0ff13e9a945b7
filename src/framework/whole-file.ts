import { once } from 'node:events'
import { createWriteStream, statSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { unwritten } from '#db/folder.ts'

const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true

/** Refuses a place where no file can be, before anything is worked out for it. */
function assurePlace(file: string): void {
  const folder = dirname(resolve(file))
  if (isFolder(file)) throw new Error('it is a folder.')
  if (!isFolder(folder)) throw new Error(`there is no folder ${folder}.`)
}

/** What went wrong, without the name of the unfinished file, which nobody chose. */
function reasonWithout(unfinished: string, error: unknown): string {
  const isItsPlace = (error as NodeJS.ErrnoException).path === unfinished
  return ((isItsPlace ? unwritten(dirname(unfinished), error) : error) as Error).message
}

/**
 * Writes a file that appears when it is complete and on the disk, not before; one that is there already stays until
 * then.
 *
 * @param file its path, or `-` for the standard output
 * @param fill writes the content and leaves the stream open
 * @returns what `fill` gives
 * @throws where it could not be written; nothing is left of it
 */
export async function writeWhole<Result>(file: string, fill: (out: Writable) => Promise<Result>): Promise<Result> {
  if (file === '-') return await fill(process.stdout)
  const unfinished = `${resolve(file)}.part`
  try {
    assurePlace(file)
    const out = createWriteStream(unfinished, { mode: 0o600 })
    await once(out, 'open')
    const closed = finished(out)
    closed.catch(() => undefined) // what went wrong is told below, also where nobody waited yet
    const result = await fill(out)
    out.end()
    await closed
    const written = await open(unfinished, 'r+')
    try {
      await written.sync()
    } finally {
      await written.close()
    }
    await rename(unfinished, file)
    return result
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined)
    throw new Error(`${file} was not written: ${reasonWithout(unfinished, error)}`, { cause: error })
  }
}
