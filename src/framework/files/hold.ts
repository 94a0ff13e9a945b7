// Keeps files while somebody still has to read them: a backup holds a copy of the database, and the files that it names
// must be packed too.
import { randomUUID } from 'node:crypto'
import { BACKUP } from './paths.ts'
import { StorageUnavailable } from './unavailable.ts'
import type { MediaStorage } from './storage.ts'

/** How often whoever holds files says that he is still there, and after how long he counts as gone, in ms. */
const BEAT = 60_000
const STALE = 10 * BEAT

/**
 * Lets no uploaded file be deleted for now; what is let go of meanwhile is deleted afterwards.
 *
 * @returns what ends that
 * @throws StorageUnavailable where the files are in a bucket that cannot be used
 */
export async function holdFiles(media: MediaStorage): Promise<() => Promise<void>> {
  const mark = BACKUP + randomUUID()
  try {
    await media.note(mark, '')
  } catch (error) {
    if (error instanceof StorageUnavailable) throw error
    // Where nothing can be written into a folder, there is nothing to hold, or nobody who is asked.
    return async () => {}
  }
  const beat = setInterval(() => {
    media.note(mark, '').catch(() => undefined)
  }, BEAT).unref()
  return async () => {
    clearInterval(beat)
    await media.remove(mark)
  }
}

/** Whether somebody holds the files. A mark that a killed process left goes when it is old. */
export async function isHeld(media: MediaStorage): Promise<boolean> {
  let held = false
  for (const { path, modified } of await media.notes(BACKUP)) {
    if (Date.now() - modified.getTime() < STALE) held = true
    else await media.remove(path)
  }
  return held
}
