// Keeps files while somebody still has to read them: a backup holds a copy of the database, and the files that it names
// must be packed too.
import { randomUUID } from 'node:crypto'
import { readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { BACKUP } from './paths.ts'

/** How often whoever holds files says that he is still there, and after how long he counts as gone, in ms. */
const BEAT = 60_000
const STALE = 10 * BEAT

/**
 * Lets no file of the media folder be deleted for now; what is let go of meanwhile is deleted afterwards.
 *
 * @returns what ends that
 */
export async function holdFiles(root: string): Promise<() => Promise<void>> {
  const mark = join(root, BACKUP + randomUUID())
  // Where there is no such folder, or nothing can be written into it, there is nothing to hold, or nobody who is asked.
  if (
    !(await writeFile(mark, '').then(
      () => true,
      () => false
    ))
  )
    return async () => {}
  const beat = setInterval(() => {
    utimes(mark, new Date(), new Date()).catch(() => undefined)
  }, BEAT).unref()
  return async () => {
    clearInterval(beat)
    await rm(mark, { force: true })
  }
}

/** Whether somebody holds the files of the media folder. A mark that a killed process left goes when it is old. */
export async function isHeld(root: string): Promise<boolean> {
  const names = await readdir(root).catch(() => [])
  let held = false
  for (const name of names.filter((one) => one.startsWith(BACKUP))) {
    const age = await stat(join(root, name)).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => STALE
    )
    if (age < STALE) held = true
    else await rm(join(root, name), { force: true })
  }
  return held
}
